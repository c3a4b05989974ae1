"""What an undoing asks of the ledger: what happened since, and what had happened before with the same visit.

Nothing here reads further back than the visit's entry, or than the day on which the number was given.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select

from kiosk.core.events import Entered, Event, EventId, Exited, LetIn, Reconciled, Settled, TurnedBack
from kiosk.ledger.codec import event_from_text
from kiosk.ledger.database import Direct
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.reading import stored
from kiosk.ledger.schema import event

_since = select(event.c.seq).where(event.c.id == bindparam("since")).scalar_subquery()
_LATER = Prepared(select(event.c.body).where(event.c.seq > _since).order_by(event.c.seq))
_OF_VISIT = Prepared(
    select(event.c.body)
    .where(event.c.seq >= _since, event.c.visit == bindparam("visit"))
    .order_by(event.c.seq)
)
_QUEUED = Prepared(
    select(event.c.body)
    .where(event.c.kind == "queued", event.c.number == bindparam("number"))
    .order_by(event.c.seq.desc())
    .limit(1)
)


def later_events(direct: Direct, event_id: EventId) -> tuple[Event, ...]:
    """Return all events after this one, oldest first; none where it is not recorded."""
    return _events_in(_LATER.run(direct, since=event_id))


def story_of(direct: Direct, target: Event) -> tuple[Event, ...]:
    """Return what `target` follows on: its visit from the entry on, or how its number came into the line."""
    match target.what:
        case Exited() | Settled() | TurnedBack() | Reconciled() as ended:
            # A visit bears the id of the event with which it began.
            return _events_in(_OF_VISIT.run(direct, since=ended.visit, visit=ended.visit))
        case Entered(from_line=int(number)) | LetIn(from_line=int(number)):
            return _events_in(_QUEUED.run(direct, number=number))
        case _:
            return ()


def _events_in(rows: Iterable[Any]) -> tuple[Event, ...]:
    return tuple(stored(event_from_text, body) for (body,) in rows)
