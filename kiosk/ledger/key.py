"""The key file, and the keyed hashes of codes that the ledger stores in place of the codes themselves."""

import hashlib
import os
import secrets
import stat
import sys
from pathlib import Path

from kiosk.core.code import CODE_BITS, Code, ShortCode
from kiosk.ledger.errors import LedgerKeyError

KEY_BYTES = 32

# BLAKE2b keeps hashes for different purposes apart by this word of up to 16 bytes.
_CODE = b"kiosk code"
_SHORT_CODE = b"kiosk short code"
_MARK = b"kiosk key mark"


class LetterKey:
    """A secret of 32 bytes: without it, stored hashes neither tell a code nor let anyone try short codes."""

    def __init__(self, key: bytes) -> None:
        """`key` has KEY_BYTES bytes."""
        if len(key) != KEY_BYTES:
            raise ValueError(f"a letter key has {KEY_BYTES} bytes, not {len(key)}")
        self._key = key

    def hash_of(self, code: Code | ShortCode) -> bytes:
        """Return the keyed hash (32 bytes) under which the letter of this code is stored."""
        match code:
            case Code(secret=secret):
                return self._hash(_CODE, secret.to_bytes(CODE_BITS // 8))
            case ShortCode(number=number):
                return self._hash(_SHORT_CODE, number.to_bytes(8))

    @property
    def mark(self) -> bytes:
        """32 bytes by which a ledger knows its key again; they do not tell the key."""
        return self._hash(_MARK, b"")

    def _hash(self, purpose: bytes, content: bytes) -> bytes:
        return hashlib.blake2b(content, digest_size=32, key=self._key, person=purpose).digest()


def read_key(path: Path) -> LetterKey:
    """Return the key in the file. Raises LedgerKeyError if it is missing, damaged or open to others."""
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            key = file.read(KEY_BYTES + 1)
    except FileNotFoundError:
        raise LedgerKeyError(
            f"The key file {path} is missing, and letters were issued with it. "
            "Restore it from the backup: without it no letter is known at the door."
        ) from None
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
    if len(key) != KEY_BYTES:
        raise LedgerKeyError(
            f"The key file {path} does not hold {KEY_BYTES} bytes: it is damaged or another file. "
            "Restore it from the backup."
        )
    return LetterKey(key)


def make_key(path: Path) -> LetterKey:
    """Write a new key, readable only by its owner, unless the file exists; return the key in the file.

    The file appears whole or not at all, also when the power goes or two programs start at once.
    """
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(unfinished, path)
        except FileExistsError:
            pass  # another program was first: its key counts
        finally:
            unfinished.unlink()
    except OSError as error:
        raise LedgerKeyError(
            f"The key file {path} cannot be written ({error.strerror}). "
            "Give the program's user the right to write in its folder."
        ) from error
    _sync_folder(path.parent)
    return read_key(path)


def _sync_folder(folder: Path) -> None:
    """Make a new name in the folder outlast a power cut; Windows does so by itself."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
