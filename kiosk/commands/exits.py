"""How a command ends: its exit codes, and what it says when it cannot go on."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import IntEnum
from pathlib import Path
from types import FrameType
from typing import NoReturn

import typer

from kiosk.config import OfficeFile, OfficeFileError, load_office_file
from kiosk.core.instant import ends_of_day
from kiosk.core.office import Door, DoorId
from kiosk.intake.cells import FIRST_YEAR, LAST_YEAR


class Exit(IntEnum):
    """What the exit code of a command means."""

    DONE = 0
    FOUND_FAULTS = 1
    WRONG_CALL = 2
    OFFICE_FILE = 3
    LEDGER = 4
    CAMERA = 5
    DISPLAY = 6
    NOT_ALLOWED = 7
    INTERRUPTED = 130


def stop(code: Exit, sentence: str) -> NoReturn:
    """Say on standard error why the command cannot go on, and end it."""
    typer.echo(f"kiosk: {sentence}", err=True)
    raise typer.Exit(code)


def read_office(path: Path) -> OfficeFile:
    """Return what the office's file says, or end the command with all that is wrong in it."""
    try:
        return load_office_file(path)
    except OfficeFileError as error:
        match error.__cause__:
            case FileNotFoundError():
                mend = "\nkiosk: where it lies is told by --office, or by KIOSK_OFFICE"
            case PermissionError():
                mend = "\nkiosk: start the program as the user whose file it is"
            case _:
                mend = ""
        stop(Exit.OFFICE_FILE, f"{error}{mend}")


def door_named(office_file: OfficeFile, name: str) -> Door:
    """Return the office's door of this short name, or end the command with the names that there are."""
    doors = office_file.office.doors
    door = doors.get(DoorId(name))
    if door is None:
        stop(
            Exit.WRONG_CALL, f"there is no door {name!r} in {office_file.path}; its doors: {', '.join(doors)}"
        )
    return door


def moment(text: str, office_file: OfficeFile) -> datetime:
    """Return the time written as `2021-09-20 09:30`; without an offset it is the office's local time."""
    try:
        written = datetime.fromisoformat(text)
    except ValueError:
        stop(Exit.WRONG_CALL, f"{text!r} is no time: write it as 2021-09-20T09:30, or add +02:00")
    _refuse_other_centuries(text, written.year)
    if written.tzinfo is None:
        written = written.replace(tzinfo=office_file.office.time_zone)
    return written.astimezone(UTC)


def local_day(text: str, office_file: OfficeFile) -> tuple[datetime, datetime]:
    """Return when the day written as `2021-09-20` begins and ends by the office's clock."""
    try:
        written = date.fromisoformat(text)
    except ValueError:
        stop(Exit.WRONG_CALL, f"{text!r} is no day: write it as 2021-09-20")
    _refuse_other_centuries(text, written.year)
    return ends_of_day(written, office_file.office.time_zone)


def _refuse_other_centuries(text: str, year: int) -> None:
    """End the command for a year that is a slip: its event would stand in the ledger for good."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        stop(Exit.WRONG_CALL, f"{text!r} is too far away: years from {FIRST_YEAR} to {LAST_YEAR} are known")


@contextmanager
def interruptible() -> Iterator[None]:
    """End the command quietly at Ctrl-C: what was finished stays, what was not has left nothing behind."""
    noted: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        noted.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    terminal = logging.lastResort
    if terminal is not None:
        # Where Ctrl-C falls into the clearing of a connection, SQLAlchemy tells of it as of a fault.
        terminal.addFilter(_tells_of_no_interrupt)
    try:
        yield
    except KeyboardInterrupt:
        noted.append(signal.SIGINT)
    except Exception:
        # Where Ctrl-C falls into what PySide does in C, it comes out as another error, such as a SystemError.
        if not noted:
            raise
    finally:
        signal.signal(signal.SIGINT, before)
        if terminal is not None:
            terminal.removeFilter(_tells_of_no_interrupt)
    # Where Ctrl-C falls into a function that Qt calls, Qt prints the exception and goes on.
    if noted:
        stop(Exit.INTERRUPTED, "interrupted; what was finished before is kept")


def _tells_of_no_interrupt(record: logging.LogRecord) -> bool:
    return record.exc_info is None or not isinstance(record.exc_info[1], KeyboardInterrupt)
