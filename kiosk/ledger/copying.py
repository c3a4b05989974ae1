"""Copying a ledger in a file while doors write to it."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from kiosk.ledger.errors import LedgerBusyError, named_errors
from kiosk.whole_file import sync_folder

PATIENCE_SECONDS: Final = 600.0
"""A house into which somebody comes every few seconds lets no large ledger be copied."""

# Four megabytes: a door waits for the lock of so many pages at the most.
_PAGES_AT_ONCE: Final = 1024
_LETS_OTHERS_WRITE_SECONDS: Final = 0.005

Progress = Callable[[int, int], None]
"""Is told how many pages of the database are done, and how many there are."""


def copy_of_file(
    file: Path, copy: Path, progress: Progress, clock: Callable[[], float] = time.monotonic
) -> None:
    """Copy the SQLite database `file` to the new file `copy`, as it was at one moment, and onto the disk.

    It is for its owner alone. Whatever is recorded meanwhile begins the copy anew
    (https://www.sqlite.org/backup.html). Raises OSError, and LedgerUnavailableError, also when that has gone
    on for `PATIENCE_SECONDS`.
    """
    ends = clock() + PATIENCE_SECONDS

    def told(_state: int, left: int, pages: int) -> None:
        if clock() > ends:
            raise LedgerBusyError(
                f"The ledger {file} is written to so often that it cannot be copied. "
                "Make the backup while the house is closed."
            )
        progress(pages - left, pages)

    # Not made anew where it is missing; and written to, where a power cut left something to be taken back.
    address = f"{file.absolute().as_uri()}?mode=rw"
    os.close(os.open(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with (
        named_errors(f"{file}, while it was copied to {copy},", sqlite3.Error),
        closing(sqlite3.connect(address, uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        # A copy that is not whole is thrown away: it needs no journal.
        target.execute("PRAGMA journal_mode = OFF")
        target.execute("PRAGMA synchronous = OFF")
        source.backup(target, pages=_PAGES_AT_ONCE, progress=told, sleep=_LETS_OTHERS_WRITE_SECONDS)
    with copy.open("rb+") as whole:
        os.fsync(whole.fileno())
    sync_folder(copy.parent)
