"""Reading events back in chunks, each a short transaction of its own, so that the door never waits."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, bindparam, select

from kiosk.core.office import DoorId
from kiosk.ledger.chain import RecordedEvent
from kiosk.ledger.codec import CodecError, event_from_text
from kiosk.ledger.database import Database
from kiosk.ledger.errors import LedgerCorruptedError
from kiosk.ledger.schema import event

# A reader that lets the database go after this many rows delays a commit by a few milliseconds at most.
CHUNK = 2000

_EVENTS = select(event.c.seq, event.c.body, event.c.hash)
_CHUNK_AFTER = _EVENTS.where(event.c.seq > bindparam("seq")).order_by(event.c.seq).limit(bindparam("count"))

_Value = TypeVar("_Value")


def stored(read: Callable[[str], _Value], text: str) -> _Value:
    """Return what a stored text holds, as `read` understands it. Raises LedgerCorruptedError."""
    try:
        return read(text)
    except CodecError as error:
        raise LedgerCorruptedError(
            f"The ledger is damaged or of another program: {error}. Restore the last backup."
        ) from error


def events_after(database: Database, seq: int) -> Iterator[RecordedEvent]:
    """Give the events after the one of number `seq`, oldest first."""
    while True:
        with database.reading() as connection:
            rows = connection.execute(_CHUNK_AFTER, {"seq": seq, "count": CHUNK}).all()
        for row in rows:
            yield RecordedEvent(row.seq, stored(event_from_text, row.body), row.hash)
            seq = row.seq
        if len(rows) < CHUNK:
            return


def last_events(connection: Connection, count: int, door: DoorId | None) -> tuple[RecordedEvent, ...]:
    """Return the last `count` events of one door, or of all doors and the house, newest first."""
    query = _EVENTS.order_by(event.c.seq.desc()).limit(count)
    if door is not None:
        query = query.where(event.c.door == door)
    return tuple(
        RecordedEvent(seq, stored(event_from_text, body), hash_)
        for seq, body, hash_ in connection.execute(query)
    )
