"""One file of the watched folder: taken in, moved to where it belongs, with a report beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.commands.taking_in import as_known, changed_lines, in_words, plan
from kiosk.config import OfficeFile
from kiosk.gate.kept_files import DONE, FAILED
from kiosk.intake.listing import AppointmentListError, ListProblem
from kiosk.intake.read_list import read_list
from kiosk.languages.counted import counted
from kiosk.ledger.ledger import Ledger

# What a person, or a system's editor, writes beside a file while it is not finished.
_UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".filepart", ".swp")
_HIDDEN = (".", "~")


@dataclass(frozen=True, slots=True)
class Look:
    """What tells whether a file has changed between two looks."""

    size: int
    written: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: the name that its reports and the log give it, and what is told of it."""

    name: str
    is_taken_in: bool
    told: str


def look_at(folder: Path) -> dict[Path, Look]:
    """Return the files that lie in the folder itself and may be lists, with what they look like now."""
    looks: dict[Path, Look] = {}
    for each in sorted(folder.iterdir()):
        if each.name.startswith(_HIDDEN) or each.name.lower().endswith(_UNFINISHED):
            continue
        try:
            status = each.stat()
        except FileNotFoundError:
            continue
        if each.is_file():
            looks[each] = Look(status.st_size, status.st_mtime_ns)
    return looks


def take(file: Path, ledger: Ledger, office_file: OfficeFile, now: datetime) -> Taken:
    """Take a file in and move it to `done`, or to `failed` with nothing changed; a report lies beside it.

    Raises OSError where it cannot be read or moved, and LedgerError where the ledger cannot be used: it then
    lies where it lay, and the next try finds it. What was taken in before changes nothing then.
    """
    data = file.read_bytes()
    try:
        listed = read_list(data, as_known(office_file.office, ledger), office_file.list_forms, now)
    except AppointmentListError as error:
        told = f"{counted(len(error.errors), 'fault')}, nothing was changed"
        return _moved(file, FAILED, now, office_file, told, _problems((*error.errors, *error.warnings)))
    planned = plan(ledger, office_file, listed, now)
    if planned.changes_anything:
        ledger.apply(planned.changes)
    lines = (*changed_lines(planned, office_file.office), *_problems(listed.warnings))
    return _moved(file, DONE, now, office_file, in_words(planned), lines)


def _moved(
    file: Path, where: str, now: datetime, office_file: OfficeFile, told: str, lines: Iterable[str]
) -> Taken:
    local = now.astimezone(office_file.office.time_zone)
    folder = file.parent / where
    folder.mkdir(mode=0o700, exist_ok=True)
    name = _free_name(folder, f"{local:%Y%m%d-%H%M%S}")
    report = folder / f"{name} {file.name}.txt"
    heading = f"{file.name}, {local:%Y-%m-%d %H:%M:%S}: {told}"
    report.write_text("\n".join([heading, *lines, ""]), encoding="utf-8")
    file.replace(folder / f"{name} {file.name}")
    return Taken(name, where == DONE, told)


def _free_name(folder: Path, stamp: str) -> str:
    """Return a name with which no file begins yet; that of a file may hold the name of a person."""
    taken = {each.name.partition(" ")[0] for each in folder.iterdir()}
    number = 1
    while f"{stamp}-{number}" in taken:
        number += 1
    return f"{stamp}-{number}"


def _problems(problems: Iterable[ListProblem]) -> Iterator[str]:
    return (str(each) for each in problems)
