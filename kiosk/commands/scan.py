"""`kiosk scan`: the way of a scan without a window."""

import json
from collections.abc import Iterable
from pathlib import Path

import typer

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, door_named, interruptible, moment, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.core.ids import EventId
from kiosk.core.rules_in_force import rules_at
from kiosk.gate.applied_rules import apply_rules
from kiosk.gate.gate import Answer, Gate
from kiosk.scan.camera import PICTURE_ENDINGS, CameraError, load_picture
from kiosk.scan.decode import decode
from kiosk.scan.frame import grey
from kiosk.scan.presence import new_scan_id


def scan(office_path: Path, door_name: str, shown: Iterable[str], at: str | None) -> None:
    """Answer each text, or each code in each picture, and print a verdict for each as a line of JSON.

    What is asked for a time that has not come is answered and not recorded: an event of tomorrow would end
    today in the ledger.
    """
    office_file = read_office(office_path)
    door = door_named(office_file, door_name)
    named = moment(at, office_file) if at else None
    is_trial = named is not None and named > now_utc()
    if is_trial:
        typer.echo("kiosk: this time has not come yet: what follows is not recorded", err=True)
    pictures = [(each, _picture_file(each)) for each in shown]
    office = office_file.office
    with ledger_of(office_file) as ledger, interruptible():
        gate = Gate(office, door, ledger, office_file.try_limit)
        if not is_trial:
            rules = office_file.rules_digest, office_file.rules_json
            apply_rules(ledger, office, *rules, named or now_utc())
        troubled = False
        texts = ((path, text) for each, path in pictures for text in _texts(each, path))
        for picture, text in texts:
            now = named or now_utc()
            if is_trial:
                answer = gate.would_answer(text, now)
            else:
                answer = gate.scan(text, EventId(new_scan_id()), now)
            troubled = troubled or answer.trouble is not None
            recorded = not is_trial and answer.trouble is None
            cap = rules_at(office, ledger.house(), now).cap.building
            result = _result(picture, answer, cap, recorded=recorded)
            typer.echo(json.dumps(result, ensure_ascii=False))
    if troubled:
        raise typer.Exit(Exit.LEDGER)


def _picture_file(shown: str) -> Path | None:
    """Return the file that `shown` names; a text of a code names none, however long or odd it is.

    What ends like a picture and is none is a slip: it ends the command, before anything is recorded.
    """
    path = Path(shown)
    try:
        if path.suffix and path.is_file():
            return path
    except (OSError, ValueError):
        return None
    if path.suffix.lower() in PICTURE_ENDINGS and "://" not in shown:
        stop(Exit.WRONG_CALL, f"there is no picture {shown}: give the path of a file, or the text of a code")
    return None


def _texts(shown: str, path: Path | None) -> tuple[str, ...]:
    if path is None:
        return (shown,)
    try:
        sightings = decode(grey(load_picture(path)))
    except CameraError as error:
        stop(Exit.WRONG_CALL, str(error))
    if not sightings:
        stop(Exit.FOUND_FAULTS, f"no QR code can be read in {path}")
    return tuple(sighting.text for sighting in sightings)


def _result(picture: Path | None, answer: Answer, cap: int, *, recorded: bool) -> dict[str, object]:
    return {
        "picture": picture.name if picture else None,
        "outcome": answer.verdict.outcome.value,
        "reason": answer.verdict.reason.value,
        "next_step": as_json(answer.verdict.step),
        "inside": answer.house.inside if answer.house else None,
        "cap": cap,
        "trouble": answer.trouble.value if answer.trouble else None,
        "recorded": recorded,
    }
