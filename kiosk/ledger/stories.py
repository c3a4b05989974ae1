"""What the staff's acts ask of the ledger: what happened since, or before to the same visit, or in a day.

Nothing here reads further back than the day on which it happened, or than the time that is named.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select

from kiosk.core.door_events import LetIn, Reconciled, TurnedBack
from kiosk.core.events import Entered, Event, Exited, Settled
from kiosk.core.ids import EventId
from kiosk.ledger.codec import event_from_text, micros
from kiosk.ledger.database import Direct
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.reading import MICROSECONDS_AN_HOUR, stored
from kiosk.ledger.schema import event, event_hour

_seq = select(event.c.seq).where(event.c.id == bindparam("id")).scalar_subquery()
_LATER = Prepared(select(event.c.body).where(event.c.seq > _seq).order_by(event.c.seq))
_OF_VISIT = Prepared(
    select(event.c.body).where(event.c.seq >= _seq, event.c.visit == bindparam("visit")).order_by(event.c.seq)
)
_QUEUED = Prepared(
    select(event.c.body)
    .where(event.c.kind == "queued", event.c.number == bindparam("number"))
    .order_by(event.c.seq.desc())
    .limit(1)
)
_ends = event.alias("ends")
_day_before = (
    select(_ends.c.seq)
    .where(_ends.c.kind == "day_ended", _ends.c.seq < _seq)
    .order_by(_ends.c.seq.desc())
    .limit(1)
    .scalar_subquery()
)
_DAY = Prepared(
    select(event.c.body)
    .where(event.c.seq > func.coalesce(_day_before, 0), event.c.seq <= _seq)
    .order_by(event.c.seq)
)
_first_since = (
    select(func.min(event_hour.c.seq)).where(event_hour.c.hour >= bindparam("hour")).scalar_subquery()
)
_COUNTED_SINCE = Prepared(
    select(event.c.body)
    .where(
        event.c.seq >= _first_since,
        event.c.at > bindparam("at"),
        or_(*(event.c.kind == kind for kind in ("corrected", "count_restored", "day_ended"))),
    )
    .order_by(event.c.seq)
)


def later_events(direct: Direct, event_id: EventId) -> tuple[Event, ...]:
    """Return all events after this one, oldest first; none where it is not recorded."""
    return _events_in(_LATER.run(direct, id=event_id))


def story_of(direct: Direct, target: Event) -> tuple[Event, ...]:
    """Return what `target` follows on: its visit from the entry on, or how its number came into the line."""
    match target.what:
        case Exited() | Settled() | TurnedBack() | Reconciled() as ended:
            # A visit bears the id of the event with which it began.
            return _events_in(_OF_VISIT.run(direct, id=ended.visit, visit=ended.visit))
        case Entered(from_line=int(number)) | LetIn(from_line=int(number)):
            return _events_in(_QUEUED.run(direct, number=number))
        case _:
            return ()


def day_until(direct: Direct, event_id: EventId) -> tuple[Event, ...]:
    """Return the events from the beginning of its day up to this one; none where it is not recorded."""
    return _events_in(_DAY.run(direct, id=event_id))


def counted_since(direct: Direct, at: datetime) -> tuple[Event, ...]:
    """Return the recounts, what took them back, and the ends of days, of later times than `at` (aware)."""
    since = micros(at)
    return _events_in(_COUNTED_SINCE.run(direct, hour=since // MICROSECONDS_AN_HOUR, at=since))


def _events_in(rows: Iterable[Any]) -> tuple[Event, ...]:
    return tuple(stored(event_from_text, body) for (body,) in rows)
