"""What the staff's acts ask of the ledger: what happened since, or before to the same visit, or in a day.

Nothing here reads further back than the day on which it happened.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, func, select

from kiosk.core.door_events import LetIn, Reconciled, TurnedBack
from kiosk.core.events import Entered, Event, Exited, Settled
from kiosk.core.ids import EventId
from kiosk.ledger.codec import event_from_text
from kiosk.ledger.database import Direct
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.reading import stored
from kiosk.ledger.schema import event

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


def _events_in(rows: Iterable[Any]) -> tuple[Event, ...]:
    return tuple(stored(event_from_text, body) for (body,) in rows)
