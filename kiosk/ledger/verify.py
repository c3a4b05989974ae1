"""Proving the ledger: the chain is unbroken, the columns agree, and the count is the fold of all events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from kiosk.core.fold import after
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.ledger.chain import COLUMNS, GENESIS, columns_of, next_hash
from kiosk.ledger.codec import CodecError, event_from_text, house_from_text, micros
from kiosk.ledger.database import Database
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.reading import CHUNK, MICROSECONDS_AN_HOUR
from kiosk.ledger.schema import event, event_hour, occupancy


class Doubt(Enum):
    """What may not hold of a ledger."""

    GAP = "gap"
    BROKEN_CHAIN = "broken_chain"
    UNREADABLE = "unreadable"
    COLUMN_DIFFERS = "column_differs"
    HOUR_DIFFERS = "hour_differs"
    IMPOSSIBLE = "impossible"
    EVENTS_AND_COUNT_DIFFER = "events_and_count_differ"
    COUNT_DIFFERS = "count_differs"


@dataclass(frozen=True, slots=True)
class Flaw:
    """The first place at which something does not hold: the number of the event, and what is wrong."""

    seq: int
    doubt: Doubt
    detail: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How many events were checked, how many people they leave inside, and the first flaw, if any."""

    events: int
    inside: int
    flaw: Flaw | None


class _FlawError(Exception):
    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.detail)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class _Checked:
    """What the events that were checked so far add up to, and the hour of the last one (since 1970)."""

    seq: int
    hash: bytes
    house: House
    hour: int | None


# In one statement, so that both are of the same moment on PostgreSQL too.
_HEAD = select(
    select(func.max(event.c.seq)).scalar_subquery().label("newest"),
    *(select(column).scalar_subquery().label(column.name) for column in occupancy.c),
)
_CHUNK = Prepared(
    select(event.c.seq, event.c.body, event.c.hash, event_hour.c.hour, *(event.c[name] for name in COLUMNS))
    .join_from(event, event_hour, event_hour.c.seq == event.c.seq, isouter=True)
    .where(event.c.seq > bindparam("after"), event.c.seq <= bindparam("until"))
    .order_by(event.c.seq)
    .limit(bindparam("count"))
)


def verify(database: Database, progress: Callable[[int], None] | None) -> Verification:
    """Check all events that are recorded now, in order, in constant memory; stop at the first flaw."""
    with database.reading() as connection:
        head = connection.execute(_HEAD).one()
    checked = _Checked(0, GENESIS, EMPTY_HOUSE, None)
    try:
        newest = head.newest or 0
        while checked.seq < newest:
            with database.direct(writing=False) as direct:
                rows = _CHUNK.run(direct, after=checked.seq, until=newest, count=CHUNK).fetchall()
            for row in rows:
                checked = _check_event(row, checked)
            if progress is not None:
                progress(checked.seq)
        _check_head(head, checked)
    except _FlawError as error:
        return Verification(checked.seq, checked.house.inside, error.flaw)
    return Verification(checked.seq, checked.house.inside, None)


def _check_event(row: Sequence[Any], before: _Checked) -> _Checked:
    number, body, hash_, noted_hour, *columns = row
    seq = before.seq + 1
    if number != seq:
        raise _FlawError(Flaw(seq, Doubt.GAP, f"the next event has the number {number}"))
    if next_hash(before.hash, body) != hash_:
        raise _FlawError(
            Flaw(seq, Doubt.BROKEN_CHAIN, "the hash is not that of the event and those before it")
        )
    try:
        recorded = event_from_text(body)
    except CodecError as error:
        raise _FlawError(Flaw(seq, Doubt.UNREADABLE, str(error))) from error
    for name, value, said in zip(COLUMNS, columns, columns_of(recorded), strict=True):
        if value != said:
            raise _FlawError(Flaw(seq, Doubt.COLUMN_DIFFERS, f"the column {name} is not what the event says"))
    try:
        house = after(before.house, recorded)
    except ValueError as error:
        raise _FlawError(Flaw(seq, Doubt.IMPOSSIBLE, str(error))) from error
    hour = micros(recorded.at) // MICROSECONDS_AN_HOUR
    if noted_hour != (None if hour == before.hour else hour):
        detail = "where the events of its hour are is noted wrongly, and an audit would miss some"
        raise _FlawError(Flaw(seq, Doubt.HOUR_DIFFERS, detail))
    return _Checked(seq, hash_, house, hour)


def _check_head(head: Row[Any], checked: _Checked) -> None:
    if (head.seq, head.hash) != (checked.seq, checked.hash):
        known = head.seq or 0
        seq = checked.seq if known == checked.seq else min(known, checked.seq) + 1
        detail = f"the count stands at event {known}, the last event is {checked.seq}"
        raise _FlawError(Flaw(seq, Doubt.EVENTS_AND_COUNT_DIFFER, detail))
    try:
        counted = house_from_text(head.house)
    except CodecError as error:
        raise _FlawError(Flaw(checked.seq, Doubt.UNREADABLE, f"the count: {error}")) from error
    inside = checked.house.inside
    if head.inside != inside or counted != checked.house:
        detail = f"the count says {head.inside} inside, the events say {inside}, or their visits differ"
        raise _FlawError(Flaw(checked.seq, Doubt.COUNT_DIFFERS, detail))
