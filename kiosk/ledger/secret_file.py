"""Files that hold a secret of 32 bytes: made once, readable only by their owner, and read ever after."""

import errno
import os
import secrets
import stat
import sys
from pathlib import Path

from kiosk.ledger.errors import LedgerKeyError
from kiosk.whole_file import sync_folder

KEY_BYTES = 32

# What systems say to a hard link where the file system has none. A file of one's own may be linked otherwise.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def read_secret(path: Path, loss: str) -> bytes:
    """Return the secret in the file. Raises LedgerKeyError if it is missing, damaged or open to others.

    `loss` says, for a file that is missing, what was made with it and cannot be used without it.
    """
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            secret = file.read(KEY_BYTES + 1)
    except FileNotFoundError:
        raise LedgerKeyError(f"The key file {path} is missing: {loss}. Restore it from the backup.") from None
    except OSError as error:
        raise LedgerKeyError(
            f"The key file {path} cannot be read ({error.strerror}). "
            "Give the program's user the right to read it."
        ) from error
    # Windows keeps rights in other ways: a file in the user's own folder is readable by its owner only.
    if sys.platform != "win32" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise LedgerKeyError(
            f"The key file {path} can be read by others (mode {stat.S_IMODE(mode):04o}). "
            f"Take the right from them: chmod 600 '{path}'"
        )
    if len(secret) != KEY_BYTES:
        raise LedgerKeyError(
            f"The key file {path} does not hold {KEY_BYTES} bytes: it is damaged or another file. "
            "Restore it from the backup."
        )
    return secret


def is_kept(path: Path) -> bool:
    """Say whether the file is there, as far as this user may know."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def make_secret(path: Path) -> None:
    """Write a new secret, readable only by its owner, unless the file exists.

    The file appears whole or not at all, also when the power goes or two programs start at once. Raises
    LedgerKeyError.
    """
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            _link(unfinished, path)
        finally:
            unfinished.unlink()
        sync_folder(path.parent)
    except OSError as error:
        raise LedgerKeyError(
            f"The key file {path} cannot be written ({error.strerror}). "
            "Give the program's user the right to read its folder and to write there."
        ) from error


def _link(unfinished: Path, path: Path) -> None:
    try:
        os.link(unfinished, path)
    except FileExistsError:
        pass  # another program was first: its secret counts
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        raise LedgerKeyError(
            f"The key file {path} cannot be made: the file system of its folder knows no hard links, as on a "
            "USB stick. Name a place in the office's file where it can be kept from other users."
        ) from error
