"""Reading events back in chunks, each a short transaction of its own, so that the door never waits."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, bindparam, func, select

from kiosk.core.office import DoorId
from kiosk.ledger.chain import RecordedEvent
from kiosk.ledger.codec import CodecError, event_from_text, micros
from kiosk.ledger.database import Database, Direct
from kiosk.ledger.errors import LedgerCorruptedError
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.schema import OF_RULES, event, event_hour, occupancy

# A reader that lets the database go after this many rows delays a commit by a few milliseconds at most.
CHUNK = 2000

_EVENTS = select(event.c.seq, event.c.body, event.c.hash)
_CHUNK_AFTER = _EVENTS.where(event.c.seq > bindparam("seq")).order_by(event.c.seq).limit(bindparam("count"))

_AFTER = Prepared(
    _EVENTS.where(event.c.seq > bindparam("seq"), event.c.seq <= bindparam("until")).order_by(event.c.seq)
)

_OF_RULES = _EVENTS.where(OF_RULES).order_by(event.c.seq)

_NEWEST = select(occupancy.c.seq)
MICROSECONDS_AN_HOUR = 3_600_000_000
_next = event_hour.alias("next")
_STRETCHES = (
    select(
        event_hour.c.seq,
        select(func.min(_next.c.seq)).where(_next.c.seq > event_hour.c.seq).scalar_subquery(),
    )
    .where(event_hour.c.hour.between(bindparam("first"), bindparam("last")))
    .order_by(event_hour.c.seq)
)
_CHUNK_BETWEEN = _EVENTS.where(
    event.c.seq > bindparam("seq"),
    event.c.seq <= bindparam("until_seq"),
    event.c.at.between(bindparam("first"), bindparam("last")),
).order_by(event.c.seq)

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
        yield from recorded_in(rows)
        if len(rows) < CHUNK:
            return
        seq = rows[-1].seq


def rows_after(direct: Direct, seq: int, until: int) -> list[tuple[int, str, bytes]]:
    """Return the events after the one of number `seq`, up to `until`, as they are stored, oldest first."""
    rows: list[tuple[int, str, bytes]] = _AFTER.run(direct, seq=seq, until=until).fetchall()
    return rows


def recorded_in(rows: Iterable[tuple[int, str, bytes]]) -> tuple[RecordedEvent, ...]:
    """Return the events that such rows hold."""
    return tuple(RecordedEvent(seq, stored(event_from_text, body), hash_) for seq, body, hash_ in rows)


def events_between(database: Database, start: datetime, end: datetime) -> Iterator[RecordedEvent]:
    """Give the events of [start, end) that are recorded by now, in the order in which they were.

    Only the hours are looked through that the span touches, wherever their events are: a clock that was set
    back leaves times out of order.
    """
    first, last = micros(start), micros(end) - 1
    hours = {"first": first // MICROSECONDS_AN_HOUR, "last": last // MICROSECONDS_AN_HOUR}
    with database.reading() as connection:
        newest = connection.scalar(_NEWEST) or 0
        stretches = connection.execute(_STRETCHES, hours).all()
    for begins, next_begins in stretches:
        ends = newest if next_begins is None else next_begins - 1
        for seq in range(begins - 1, ends, CHUNK):
            chunk = {"seq": seq, "until_seq": min(seq + CHUNK, ends), "first": first, "last": last}
            with database.reading() as connection:
                rows = connection.execute(_CHUNK_BETWEEN, chunk).all()
            yield from recorded_in(rows)


def last_events(connection: Connection, count: int, door: DoorId | None) -> tuple[RecordedEvent, ...]:
    """Return the last `count` events of one door, or of all doors and the house, newest first."""
    query = _EVENTS.order_by(event.c.seq.desc()).limit(count)
    if door is not None:
        query = query.where(event.c.door == door)
    return recorded_in(connection.execute(query).all())


def rule_events(connection: Connection) -> tuple[RecordedEvent, ...]:
    """Return all events about entered house rules, oldest first."""
    return recorded_in(connection.execute(_OF_RULES).all())
