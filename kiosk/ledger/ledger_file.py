"""The file of a ledger on SQLite: made once, for its owner alone, and known again while the program runs."""

import os
from pathlib import Path

from kiosk.ledger.errors import LedgerUnreachableError, lost, moved


class LedgerFile:
    """The file at one path, as it was when it was opened or made."""

    def __init__(self, path: Path, *, may_begin: bool) -> None:
        """Make an empty one where none is. Raises LedgerLostError instead without `may_begin`."""
        self.path = path.absolute()
        if not may_begin:
            self.check_not_lost()
        if os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a folder that is closed to this user
            _refuse_foreign(path)
        else:
            _make_private(path)
        self._identity = _identity(self.path)

    def check_not_lost(self) -> None:
        """Raise LedgerLostError if the file is missing or empty."""
        try:
            is_lost = self.path.stat().st_size == 0
        except (FileNotFoundError, NotADirectoryError):
            is_lost = True
        except OSError:
            return  # what is wrong with it is named when it is opened
        if is_lost:
            raise lost(str(self.path))

    def check_not_moved(self) -> None:
        """Raise LedgerUnreachableError if the file at the path is another one by now, or there is none.

        SQLite looks only before it writes: whoever reads would be told what stands in the old file for ever.
        """
        if _identity(self.path) != self._identity:
            raise moved(str(self.path))


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make_private(path: Path) -> None:
    """Create the file for its owner alone; SQLite gives its journal the same mode."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return  # another program that starts now was first
    except OSError as error:
        raise LedgerUnreachableError(
            f"The ledger {path} cannot be created ({error.strerror}). "
            "Create its folder, with the right to write in it, or start the program as the user whose it is."
        ) from error


def _refuse_foreign(path: Path) -> None:
    """Say that a file is another user's: SQLite says of it what it says of a missing folder."""
    if not os.access(path, os.R_OK):
        raise LedgerUnreachableError(
            f"The ledger {path} belongs to another user, who alone can read it. "
            "Start the program as that user: all that use one ledger run as the same."
        )
