"""Files that hold names beside the database: lists that were taken in, and letters that lie in a folder.

What is deleted here has no name any more; whether the disk overwrites it is for its owner to see to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.config import OfficeFile

DONE, FAILED = "done", "failed"
# A list that was taken in: the time of that comes first.
_TAKEN_IN = re.compile(r"(\d{4})(\d\d)(\d\d)-\d{6}-\d+ ")
# As letters are called: day and time of the appointment come first.
_LETTER = re.compile(r"(\d{4}-\d\d-\d\d)_\d{4}_.*\.pdf")


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The files that hold names: lists that were taken in, those that could not be, and letters."""

    done: tuple[Path, ...]
    failed: tuple[Path, ...]
    letters: tuple[Path, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """All of them."""
        return (*self.done, *self.failed, *self.letters)


def kept_files(office_file: OfficeFile) -> KeptFiles:
    """Return the files that are there now."""
    lists = office_file.list_folder
    return KeptFiles(
        done=() if lists is None else tuple(_files(lists / DONE)),
        failed=() if lists is None else tuple(_files(lists / FAILED)),
        letters=tuple(
            each
            for folder in office_file.letter_folders
            for each in _files(folder)
            if _LETTER.fullmatch(each.name)
        ),
    )


def overdue_files(office_file: OfficeFile, since: datetime) -> KeptFiles:
    """Return the files whose time is over: lists taken in before `since` (aware), letters of days before."""
    kept, day = kept_files(office_file), since.date().isoformat()
    zone = office_file.office.time_zone
    return KeptFiles(
        done=tuple(each for each in kept.done if _taken_on(each, zone) < day),
        failed=tuple(each for each in kept.failed if _taken_on(each, zone) < day),
        letters=tuple(each for each in kept.letters if each.name < day),
    )


def delete_files(files: KeptFiles) -> int:
    """Delete files; return how many there were. Raises OSError."""
    for each in files.all:
        each.unlink(missing_ok=True)
    return len(files.all)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(each for each in folder.iterdir() if each.is_file())


def _taken_on(file: Path, zone: ZoneInfo) -> str:
    """Return the day on which a list was taken in, which its name begins with, else when it was written."""
    if named := _TAKEN_IN.match(file.name):
        return "-".join(named.groups())
    return datetime.fromtimestamp(file.stat().st_mtime, zone).date().isoformat()
