"""`kiosk audit`: what the staff did on a day, to read or for a spreadsheet."""

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from pathlib import Path

import typer

from kiosk.commands.exits import interruptible, local_day, read_office
from kiosk.commands.stored import ledger_of
from kiosk.core.audit import is_act_of_staff
from kiosk.core.events import Happening, RulesChanged
from kiosk.core.office import FALLBACK_LANGUAGE, Office, Wording
from kiosk.core.rule_events import EnteredCap, EnteredMask
from kiosk.ledger.chain import RecordedEvent
from kiosk.ledger.codec import kind_of

_HEADINGS = ("time", "person", "act", "door", "details", "reason", "event")
# What tells why; all other fields of an act are its details.
_REASONS = ("because", "reason", "message", "source")
# They lead to other events, and say nothing to a reader.
_FOR_PROGRAMS = ("visit", "appointment", "undoes")
_NOBODY_SIGNED_IN = "-"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act; `at` is in the office's time zone, and `person` a dash where nobody had signed in.

    `details` are pairs of what it is and its text, `event` is the number in the ledger.
    """

    at: datetime
    person: str
    act: str
    door: str
    details: tuple[tuple[str, str], ...]
    reason: str
    event: int


def audit(office_path: Path, day: str, *, csv_wanted: bool) -> None:
    """Print the acts of the staff on a day, in the order in which they were recorded."""
    office_file = read_office(office_path)
    start, end = local_day(day, office_file)
    with ledger_of(office_file) as ledger, interruptible():
        acts = (each for each in ledger.events_between(start, end) if is_act_of_staff(each.event))
        lines = (_line(each, office_file.office) for each in acts)
        (_print_csv if csv_wanted else _print)(lines)


def _print(lines: Iterator[AuditLine]) -> None:
    nobody = True
    for line in lines:
        nobody = False
        details = _in_a_row(detail for detail in line.details if detail[0] not in _FOR_PROGRAMS)
        told = (line.door and f"door {line.door}", details, line.reason)
        act = f"{line.at:%Y-%m-%d %H:%M:%S}  {line.person:<20}  {line.act:<18}"
        typer.echo(f"{act}  {', '.join(part for part in told if part)}".rstrip())
    if nobody:
        typer.echo("the staff did nothing on this day")


def _print_csv(lines: Iterator[AuditLine]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_HEADINGS)
    for line in lines:
        at = line.at.isoformat(timespec="seconds")
        details = _in_a_row(line.details)
        writer.writerow([at, line.person, line.act, line.door, details, line.reason, line.event])


def _in_a_row(details: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {text}" for name, text in details)


def _line(recorded: RecordedEvent, office: Office) -> AuditLine:
    event, zone = recorded.event, office.time_zone
    told = {
        name: _in_words(value, office) for name, value in _told_of(event.what).items() if value is not None
    }
    return AuditLine(
        at=event.at.astimezone(zone),
        person=event.by or _NOBODY_SIGNED_IN,
        act=_act(event.what),
        door=event.door or told.get("door", ""),
        details=tuple(each for each in told.items() if each[0] not in (*_REASONS, "door")),
        reason=", ".join(told[name] for name in _REASONS if name in told),
        event=recorded.seq,
    )


def _told_of(what: Happening) -> dict[str, object]:
    if isinstance(what, RulesChanged):
        return {}  # the whole file's rules are too long for a line: `kiosk events --json` has them
    return {field.name: getattr(what, field.name) for field in fields(what)}


def _act(what: Happening) -> str:
    return kind_of(what).replace("_", " ")


def _in_words(value: object, office: Office) -> str:
    match value:
        case Wording():
            return value.in_language(FALLBACK_LANGUAGE)
        case EnteredCap(building=building, areas=areas):
            return " ".join([str(building), *(f"{area} {most}" for area, most in areas)])
        case EnteredMask(kind=kind):
            return kind.value
        case Enum():
            return str(value.value).replace("_", " ")
        case datetime():
            return f"{value.astimezone(office.time_zone):%Y-%m-%d %H:%M:%S}"
        case _:
            return str(value)
