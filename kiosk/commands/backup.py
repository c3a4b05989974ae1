"""`kiosk backup`: what an office cannot do without, copied while its doors stay open."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, interruptible, read_office, stop
from kiosk.commands.progress import progress_bar
from kiosk.config import OfficeFile
from kiosk.languages.counted import counted
from kiosk.ledger.address import sqlite_file
from kiosk.ledger.copying import copy_of_file
from kiosk.ledger.errors import LedgerError
from kiosk.ledger.ledger import Ledger
from kiosk.whole_file import sync_folder, write_whole

DATABASE: Final = "kiosk.sqlite"
KEY: Final = "kiosk.key"
PIN_KEY: Final = "kiosk-pins.key"
OFFICE: Final = "office.toml"
_UNFINISHED: Final = ".unfinished"


def backup(office_path: Path, into: Path) -> None:
    """Make a folder with the database, the keys and the office's file in `into`, and check that it holds.

    What was begun and not finished is thrown away, and is never mistaken for a backup.
    """
    office_file = read_office(office_path)
    if not into.is_dir():
        stop(Exit.WRONG_CALL, f"there is no folder {into}: make it, best on another disk")
    local = now_utc().astimezone(office_file.office.time_zone)
    made = into / f"kiosk-{local:%Y%m%d-%H%M%S}"
    with interruptible():
        try:
            with _whole_folder(made) as folder:
                told = _copy(office_file, folder)
        except OSError as error:
            stop(Exit.WRONG_CALL, f"no backup was made: {error.filename or into}: {error.strerror}")
        except LedgerError as error:
            stop(Exit.LEDGER, f"no backup was made: {error}")
    typer.echo(f"{made}: {told}")


@contextmanager
def _whole_folder(made: Path) -> Iterator[Path]:
    """Give a folder for its owner alone, which bears its name as soon as all is in it."""
    unfinished = made.with_name(made.name + _UNFINISHED)
    unfinished.mkdir(mode=0o700)
    try:
        yield unfinished
        unfinished.rename(made)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    sync_folder(made.parent)


def _copy(office_file: OfficeFile, folder: Path) -> str:
    """Copy everything, and say what the copy holds. Raises OSError and LedgerError."""
    write_whole(folder / OFFICE, office_file.path.read_bytes())
    write_whole(folder / KEY, office_file.key_file.read_bytes())
    if office_file.pin_key_file.exists():  # there is none before the first of the staff was added
        write_whole(folder / PIN_KEY, office_file.pin_key_file.read_bytes())
    database = sqlite_file(office_file.database_url)
    if database is None:
        return (
            "the keys and the office's file. The database is on a server: back it up there as well, "
            "for example with pg_dump --format=custom --file=kiosk.dump"
        )
    with _progress("copying the database") as progress:
        copy_of_file(database, folder / DATABASE, progress)
    return _checked(folder)


def _checked(folder: Path) -> str:
    """Open the copy as a door would, and check each event. Raises LedgerError; ends the command at a flaw."""
    copy = Ledger.open(f"sqlite:///{folder / DATABASE}", folder / KEY)
    try:
        events = copy.health().events
        with _progress("checking the copy") as progress:
            verification = copy.verify(lambda seq: progress(seq, events))
    finally:
        copy.close()
    if verification.flaw is not None:
        stop(
            Exit.FOUND_FAULTS,
            f"no backup was made: the ledger does not hold at event {verification.flaw.seq}. "
            "Run kiosk verify",
        )
    return f"{counted(verification.events, 'event')}, unbroken, the keys and the office's file"


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    with progress_bar() as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
