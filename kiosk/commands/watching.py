"""`kiosk appointments watch`: a folder is looked at, and each list that is put there is taken in."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import FrameType

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, read_office, stop
from kiosk.commands.watched_list import Look, look_at, take
from kiosk.config import OfficeFile
from kiosk.core.privacy import people_since
from kiosk.gate.forgetting import forget_people
from kiosk.gate.kept_files import delete_files, overdue_files
from kiosk.ledger.errors import LedgerError
from kiosk.ledger.ledger import Ledger
from kiosk.signals import ended_by

_SECONDS_BETWEEN_LOOKS = 2.0


def watch(office_path: Path, folder: Path | None, *, once: bool) -> None:
    """Take in what lies in the folder and what is put there, until somebody ends it, or `once`."""
    office_file = read_office(office_path)
    watched = folder or office_file.list_folder
    if watched is None:
        stop(Exit.WRONG_CALL, "name the folder, here or in the office's file: [lists] folder")
    if not watched.is_dir():
        stop(Exit.WRONG_CALL, f"there is no folder {watched}")
    watching = _Watch(replace(office_file, list_folder=watched), watched)
    with _ended_by_signals() as ended:
        typer.echo(f"{watched} is watched; Ctrl-C ends it")
        watching.look()
        while not ended.wait(_SECONDS_BETWEEN_LOOKS):
            watching.look()
            if once:
                break
    typer.echo("no more lists are taken in")
    if once and watching.failed:
        raise typer.Exit(Exit.FOUND_FAULTS)


class _Watch:
    """The folder as it was at the last look: a file is whole when it has not changed between two looks."""

    def __init__(self, office_file: OfficeFile, folder: Path) -> None:
        self.failed = 0
        self._office_file = office_file
        self._folder = folder
        self._seen: dict[Path, Look] = {}
        self._told: dict[Path, str] = {}
        self._tidied_on: date | None = None

    def look(self) -> None:
        """Take in each file that is as it was at the look before; whatever goes wrong is tried again."""
        try:
            looks = look_at(self._folder)
        except OSError as error:
            self._tell_once(self._folder, f"the folder cannot be read: {error.strerror}")
            return
        whole = [file for file, look in looks.items() if self._seen.get(file) == look]
        self._seen = looks
        try:
            self._take(whole)
        except LedgerError as error:
            self._tell_once(self._folder, str(error))

    def _take(self, files: list[Path]) -> None:
        now = now_utc()
        today = now.astimezone(self._office_file.office.time_zone).date()
        if not files and today == self._tidied_on:
            return
        ledger = Ledger.open(self._office_file.database_url, self._office_file.key_file)
        try:
            for file in files:
                self._take_one(file, ledger)
            if today != self._tidied_on:
                forget_people(ledger, self._office_file.office, now)
                delete_files(overdue_files(self._office_file, people_since(self._office_file.office, now)))
                self._tidied_on = today
            self._told.pop(self._folder, None)
        finally:
            ledger.close()

    def _take_one(self, file: Path, ledger: Ledger) -> None:
        try:
            taken = take(file, ledger, self._office_file, now_utc())
        except FileNotFoundError:
            return
        except OSError as error:
            self._tell_once(file, f"a list cannot be read or moved: {error.strerror}")
            return
        self._told.pop(file, None)
        self.failed += not taken.is_taken_in
        # The name of the file is not told: it may hold a person's, and what is told here ends in a log.
        self._tell(f"{taken.name}  {'taken in' if taken.is_taken_in else 'failed'}: {taken.told}")

    def _tell_once(self, about: Path, sentence: str) -> None:
        if self._told.get(about) != sentence:
            self._told[about] = sentence
            self._tell(f"{sentence}; it is tried again")

    def _tell(self, sentence: str) -> None:
        local = now_utc().astimezone(self._office_file.office.time_zone)
        typer.echo(f"{local:%Y-%m-%d %H:%M:%S}  {sentence}")


@contextmanager
def _ended_by_signals() -> Iterator[threading.Event]:
    """Give an event that Ctrl-C, SIGTERM and a closed terminal set: a list in work is finished first."""
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    with ended_by(end):
        yield ended
