"""`kiosk decode`: what is read in pictures, and how well and how fast in a folder of them."""

import json
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from kiosk.commands.exits import Exit, interruptible, stop
from kiosk.languages.counted import counted
from kiosk.scan.camera import PICTURE_ENDINGS, CameraError, load_picture
from kiosk.scan.decode import decode as decode_still
from kiosk.scan.frame import Sighting, grey
from kiosk.scan.photographs import Outcome, pictures_in, truth_beside


@dataclass(frozen=True, slots=True)
class _Looked:
    """A picture, and what was made of it."""

    path: Path
    sightings: tuple[Sighting, ...]
    milliseconds: float
    outcome: Outcome | None
    """None if nobody wrote down what the picture holds, or nobody wants to know."""


def decode(shown: Sequence[Path], *, json_wanted: bool, truth_wanted: bool) -> None:
    """Print what is read in each picture, then how many were read and how long it took.

    A file that is no picture is named on standard error, and in JSON has an object with its fault; the others
    are looked at all the same.
    """
    pictures = [path for each in shown for path in _pictures(each)]
    looked = []
    faulty = 0
    with interruptible():
        for path in pictures:
            try:
                look = _look_at(path, truth_wanted=truth_wanted)
            except CameraError as error:
                typer.echo(f"kiosk: {error}", err=True)
                if json_wanted:
                    typer.echo(json.dumps(_as_fault(path, error)))
                faulty += 1
                continue
            looked.append(look)
            typer.echo(json.dumps(_as_object(look)) if json_wanted else _as_line(look))
    if truth_wanted and looked and all(look.outcome is None for look in looked):
        stop(
            Exit.WRONG_CALL,
            "none of these pictures has its truth beside it: write what NAME.png holds into NAME.txt (UTF-8) "
            "or NAME.bin (bytes) in the same folder",
        )
    if len(looked) > 1 and not json_wanted:
        typer.echo(_summary(looked, faulty))
    if faulty or any(look.outcome is Outcome.WRONG for look in looked):
        raise typer.Exit(Exit.FOUND_FAULTS)


def _pictures(shown: Path) -> list[Path]:
    if shown.is_dir():
        pictures = pictures_in(shown)
        if not pictures:
            endings = ", ".join(sorted(PICTURE_ENDINGS))
            stop(Exit.WRONG_CALL, f"there is no picture in the folder {shown}: looked for {endings}")
        return pictures
    if not shown.is_file():
        stop(Exit.WRONG_CALL, f"there is no file or folder {shown}")
    return [shown]


def _look_at(path: Path, *, truth_wanted: bool) -> _Looked:
    picture = grey(load_picture(path))
    truth = truth_beside(path) if truth_wanted else None
    began = time.perf_counter()
    sightings = decode_still(picture)
    took = 1e3 * (time.perf_counter() - began)
    outcome = truth.judge(sighting.raw for sighting in sightings) if truth else None
    return _Looked(path, sightings, took, outcome)


def _as_line(look: _Looked) -> str:
    texts = "  ".join(_printable(sighting.text) for sighting in look.sightings) or "-"
    verdict = f"{look.outcome.value:7}" if look.outcome else ""
    return f"{look.milliseconds:8.1f} ms  {verdict}{_printable(str(look.path))}: {texts}"


def _as_fault(path: Path, error: CameraError) -> dict[str, object]:
    return {"picture": str(path), "fault": str(error), "milliseconds": None, "outcome": None, "codes": []}


def _as_object(look: _Looked) -> dict[str, object]:
    return {
        "picture": str(look.path),
        "fault": None,
        "milliseconds": round(look.milliseconds, 2),
        "outcome": look.outcome.value if look.outcome else None,
        "codes": [
            {"text": sighting.text, "bytes": sighting.raw.hex(), "corners": sighting.corners}
            for sighting in look.sightings
        ],
    }


def _summary(looked: Sequence[_Looked], faulty: int) -> str:
    times = sorted(look.milliseconds for look in looked)
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    read = sum(bool(look.sightings) for look in looked)
    parts = [f"{read} of {len(looked)} pictures read ({read / len(looked):.1%})"]
    judged = [look.outcome for look in looked if look.outcome]
    if judged:
        right, wrong = judged.count(Outcome.RIGHT), judged.count(Outcome.WRONG)
        parts.append(f"{right} of {len(judged)} right ({right / len(judged):.1%}), {wrong} wrong")
    parts.append(f"{statistics.median(times):.1f} ms at the median, {p95:.1f} ms at p95")
    if faulty:
        parts.append(f"{counted(faulty, 'file')} that could not be opened not counted")
    return "; ".join(parts)


def _printable(text: str) -> str:
    """The text with what a terminal would obey, or nobody would see, written out: codes hold anything."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)
