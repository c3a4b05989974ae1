"""By a mark, which does not tell the key, a ledger knows the key file again that it was begun with."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Table, insert, select

from kiosk.ledger.database import Database
from kiosk.ledger.errors import LedgerKeyError
from kiosk.ledger.key import LetterKey, PinKey, make_key, make_pin_key, read_key, read_pin_key
from kiosk.ledger.schema import letter_key, occupancy, pin_key


class Marked(Protocol):
    """A key with its mark."""

    @property
    def mark(self) -> bytes:
        """Bytes by which the key is known again."""


_Key = TypeVar("_Key", bound=Marked)


@dataclass(frozen=True, slots=True)
class KindOfKey(Generic[_Key]):
    """Where the mark of a key is kept, how the key's file is made and read, and what a wrong one means."""

    table: Table
    make: Callable[[Path], _Key]
    read: Callable[[Path], _Key]
    if_wrong: str


OF_LETTERS: KindOfKey[LetterKey] = KindOfKey(letter_key, make_key, read_key, "no letter would be known")
OF_PINS: KindOfKey[PinKey] = KindOfKey(pin_key, make_pin_key, read_pin_key, "no PIN would be right")


def key_of(database: Database, key_file: Path, kind: KindOfKey[_Key]) -> _Key:
    """Return the ledger's key of this kind, made now if it never had one. Raises LedgerKeyError."""
    with database.reading() as connection:
        mark = connection.scalar(select(kind.table.c.mark))
    if mark is None:
        mark = _first_mark(database, key_file, kind)
    key = kind.read(key_file)
    if key.mark != mark:
        raise LedgerKeyError(
            f"The key file {key_file} is not that of the ledger {database.place}: {kind.if_wrong}. "
            "Restore that file from the backup."
        )
    return key


def _first_mark(database: Database, key_file: Path, kind: KindOfKey[_Key]) -> bytes:
    """Give a ledger its key; of programs that do so at once, the first one's key counts."""
    with database.writing() as connection:
        connection.execute(select(occupancy.c.seq).with_for_update())
        mark: bytes | None = connection.scalar(select(kind.table.c.mark))
        if mark is None:
            mark = kind.make(key_file).mark
            connection.execute(insert(kind.table), {"id": 1, "mark": mark})
        return mark
