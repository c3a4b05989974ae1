"""What each decoder reads of photographs, side by side, and how fast: python benchmarks/scanning.py FOLDER...

Each picture of a folder stands beside its truth: NAME.txt (UTF-8) or NAME.bin (bytes). Every decoder looks at
every picture, one after the other, so that a busy machine is as busy for each. A picture counts as read if
its truth is among the texts, as wrong if there are texts and it is not; `invented` counts the wrong texts
that no single decoder has read. Chains of two are reckoned from the decoders: read by one or the other, the
time of the second only where the first has read nothing. The median and p95 are over all pictures; `on
readable` is the median of the time against zxing-cpp's, picture by picture, of those that zxing-cpp reads.

The live reader has a row by the wall's clock, as in a door, and one by the time of its own thread, whose rate
does not depend on what else the machine does; to ask for that time takes 10 microseconds a picture.
WeChat's decoder is measured too where the OpenCV that is installed has it (opencv-contrib-python).
"""

import argparse
import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kiosk.scan.camera import load_picture
from kiosk.scan.decode import decode
from kiosk.scan.decoders import read_opencv, read_zxing
from kiosk.scan.frame import Frame, Image, grey
from kiosk.scan.opencv import cv2
from kiosk.scan.photographs import Outcome, Truth, pictures_in, truth_beside
from kiosk.scan.reader import BUDGET, Reader
from kiosk.scan.zbar import read_zbar

_LIVE_FRAMES = 12

Read: TypeAlias = Callable[[Image], tuple[bytes, ...]]
Prepare: TypeAlias = Callable[[], Read]
"""Makes what reads one picture, before the clock runs: a live reader is there before its frames come."""


def _raw_of(read: Callable[[Image], Sequence[object]]) -> Prepare:
    return lambda: lambda picture: tuple(sighting.raw for sighting in read(picture))  # type: ignore[attr-defined] # each library's own


def _live(clock: Callable[[], float]) -> Read:
    """What a new live reader with this clock has read when the same frame has come a few times."""
    reader = Reader(clock=clock)

    def read(picture: Image) -> tuple[bytes, ...]:
        for number in range(_LIVE_FRAMES):
            if seen := reader.read(Frame(picture, number / 25, number)).sightings:
                return tuple(sighting.raw for sighting in seen)
        return ()

    return read


def _single_decoders() -> dict[str, Prepare]:
    decoders = {
        "zxing-cpp": _raw_of(read_zxing),
        "zbar": _raw_of(read_zbar),
        "OpenCV": _raw_of(read_opencv),
    }
    if hasattr(cv2, "wechat_qrcode"):
        wechat = cv2.wechat_qrcode.WeChatQRCode()
        decoders["WeChat"] = lambda: (
            lambda picture: tuple(text.encode() for text in wechat.detectAndDecode(picture)[0])
        )
    return decoders


_OURS: dict[str, Prepare] = {
    "decode()": _raw_of(decode),
    f"Reader, {_LIVE_FRAMES} frames": partial(_live, time.perf_counter),
    "Reader by its own time": partial(_live, time.thread_time),
}


@dataclass(slots=True)
class Tally:
    """What one decoder made of the pictures of a set, in their order."""

    outcomes: list[Outcome] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    invented: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """The tally of two sets."""
        return Tally(
            self.outcomes + other.outcomes,
            self.milliseconds + other.milliseconds,
            self.invented + other.invented,
        )

    def then(self, second: "Tally") -> "Tally":
        """The chain of this decoder and a second one, asked where this one reads nothing."""
        chain = Tally()
        for first, next_, took, longer in zip(
            self.outcomes, second.outcomes, self.milliseconds, second.milliseconds, strict=True
        ):
            chain.outcomes.append(next_ if first is Outcome.UNREAD else first)
            chain.milliseconds.append(took + (longer if first is Outcome.UNREAD else 0.0))
        return chain

    def row(self, zxing: "Tally") -> str:
        """This decoder's row of the table."""
        right = self.outcomes.count(Outcome.RIGHT)
        wrong = self.outcomes.count(Outcome.WRONG)
        p95 = statistics.quantiles(self.milliseconds, n=20, method="inclusive")[-1]
        ratios = [
            took / alone
            for took, alone, outcome in zip(
                self.milliseconds, zxing.milliseconds, zxing.outcomes, strict=True
            )
            if outcome is Outcome.RIGHT
        ]
        on_readable = f"{statistics.median(ratios):11.2f}" if ratios else f"{'-':>11}"
        return (
            f"{right / len(self.outcomes):7.1%} {right:5d} {statistics.median(self.milliseconds):9.2f} "
            f"{p95:9.1f} {on_readable} {wrong:6d} {self.invented:9d}"
        )


def measure(folder: Path, longest: int, every: int) -> dict[str, Tally]:
    """What each decoder makes of the pictures of a folder that have their truth beside them."""
    single = _single_decoders()
    tallies = {name: Tally() for name in (*single, *_OURS)}
    for path in pictures_in(folder)[::every]:
        truth = truth_beside(path)
        if truth is None:
            continue
        picture = _at_most(grey(load_picture(path)), longest)
        known = set[bytes]()
        # Ours come last, so that it is known what the others read; which is first of the others is chance.
        for name, prepare in (*random.sample(list(single.items()), len(single)), *_OURS.items()):
            texts, took = _timed(prepare, picture)
            tally = tallies[name]
            tally.outcomes.append(truth.judge(texts))
            tally.milliseconds.append(took)
            if name in single:
                known.update(texts)
            else:
                tally.invented += sum(
                    text not in known and Truth(text).judge([truth.raw]) is Outcome.WRONG for text in texts
                )
    return tallies


def _timed(prepare: Prepare, picture: Image) -> tuple[tuple[bytes, ...], float]:
    """What was read, and the milliseconds; the better of two times if it is quick: without chance delays."""
    texts, took = _timed_once(prepare, picture)
    if took <= _QUICK:
        took = min(took, _timed_once(prepare, picture)[1])
    return texts, took


def _timed_once(prepare: Prepare, picture: Image) -> tuple[tuple[bytes, ...], float]:
    read = prepare()
    began = time.perf_counter()
    texts = read(picture)
    return texts, 1e3 * (time.perf_counter() - began)


_QUICK = 20.0


def _at_most(picture: Image, longest: int) -> Image:
    scale = longest / max(picture.shape)
    if scale >= 1:
        return picture
    height, width = (round(side * scale) for side in picture.shape)
    return grey(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA))  # type: ignore[arg-type] # OpenCV's types are wider


def main() -> None:
    """Print one table for each folder, and one for all of them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument(
        "--longest", type=int, default=1920, help="pixels of a picture's longer side, at most"
    )
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth picture")
    wishes = parser.parse_args()
    sets = {}
    for folder in wishes.folder:
        if not folder.is_dir():
            parser.error(f"there is no folder {folder}")
        tallies = measure(folder, wishes.longest, wishes.every)
        if not tallies["zxing-cpp"].outcomes:
            print(f"{folder}: no picture with its NAME.txt or NAME.bin beside it; left out", file=sys.stderr)
            continue
        sets[folder.name] = tallies
        _print_table(folder.name, tallies)
    if not sets:
        parser.error("no picture with its NAME.txt or NAME.bin beside it in these folders")
    if len(sets) > 1:
        names = next(iter(sets.values()))
        together = {name: sum((tallies[name] for tallies in sets.values()), Tally()) for name in names}
        _print_table("all together", together)
    print(f"\nLive budget: {BUDGET * 1e3:.0f} ms a frame.")


def _print_table(title: str, tallies: dict[str, Tally]) -> None:
    rows = dict(tallies)
    for one, other in itertools.combinations([name for name in tallies if name not in _OURS], 2):
        rows[f"{one}, then {other}"] = tallies[one].then(tallies[other])
    print(f"\n{title}: {len(tallies['zxing-cpp'].outcomes)} pictures")
    columns = f"{'median ms':>9} {'p95 ms':>9} {'on readable':>11} {'wrong':>6} {'invented':>9}"
    print(f"{'':26} {'read':>7} {'':5} {columns}")
    for name, tally in rows.items():
        print(f"{name:26} {tally.row(tallies['zxing-cpp'])}", flush=True)


if __name__ == "__main__":
    main()
