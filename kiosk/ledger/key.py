"""The two keys of a ledger, each in a file of its own: what is stored of codes and PINs is worthless without.

The key of the letters makes the keyed hashes that stand in place of codes. The key of the PINs is the pepper
that every PIN is mixed with before it is hashed: a copy of the database alone does not let anyone try PINs.
"""

import hashlib
from pathlib import Path

from kiosk.core.code import CODE_BITS, Badge, Code, ShortCode
from kiosk.core.ids import StaffId
from kiosk.core.staff import Pin
from kiosk.ledger.secret_file import KEY_BYTES, make_secret, read_secret

# BLAKE2b keeps hashes for different purposes apart by this word of up to 16 bytes.
_CODE = b"kiosk code"
_SHORT_CODE = b"kiosk short code"
_BADGE = b"kiosk badge"
_MARK = b"kiosk key mark"
_PIN = b"kiosk pin"
_PIN_MARK = b"kiosk pin mark"


class LetterKey:
    """A secret of 32 bytes: without it, stored hashes neither tell a code nor let anyone try short codes."""

    def __init__(self, key: bytes) -> None:
        """`key` has KEY_BYTES bytes."""
        self._key = _checked(key)

    def hash_of(self, code: Code | ShortCode | Badge) -> bytes:
        """Return the keyed hash (32 bytes) under which the letter or badge of this code is stored."""
        match code:
            case Code(secret=secret):
                return _hash(self._key, _CODE, secret.to_bytes(CODE_BITS // 8))
            case ShortCode(number=number):
                return _hash(self._key, _SHORT_CODE, number.to_bytes(8))
            case Badge(secret=secret):
                return _hash(self._key, _BADGE, secret.to_bytes(CODE_BITS // 8))

    @property
    def mark(self) -> bytes:
        """32 bytes by which a ledger knows its key again; they do not tell the key."""
        return _hash(self._key, _MARK, b"")


class PinKey:
    """A secret of 32 bytes: without it, what is stored of a PIN does not let anyone try PINs."""

    def __init__(self, key: bytes) -> None:
        """`key` has KEY_BYTES bytes."""
        self._key = _checked(key)

    def peppered(self, staff: StaffId, pin: Pin) -> bytes:
        """Return what is hashed in place of a PIN (32 bytes); nobody else's PIN gives the same."""
        # A PIN that came through the environment may hold halves of characters: it is wrong, no accident.
        typed = pin.digits.encode("utf-8", "surrogatepass")
        return _hash(self._key, _PIN, staff.encode() + b"\0" + typed)

    @property
    def mark(self) -> bytes:
        """32 bytes by which a ledger knows its key again; they do not tell the key."""
        return _hash(self._key, _PIN_MARK, b"")


def _checked(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    return key


def _hash(key: bytes, purpose: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=32, key=key, person=purpose).digest()


def read_key(path: Path) -> LetterKey:
    """Return the letters' key in the file. Raises LedgerKeyError, see `read_secret`."""
    return LetterKey(
        read_secret(path, "letters were issued with it, and without it none is known at the door")
    )


def make_key(path: Path) -> LetterKey:
    """Make the letters' key unless the file exists; return the key in the file."""
    make_secret(path)
    return read_key(path)


def read_pin_key(path: Path) -> PinKey:
    """Return the PINs' key in the file. Raises LedgerKeyError, see `read_secret`."""
    return PinKey(read_secret(path, "PINs were made with it, and without it nobody of the staff signs in"))


def make_pin_key(path: Path) -> PinKey:
    """Make the PINs' key unless the file exists; return the key in the file."""
    make_secret(path)
    return read_pin_key(path)
