"""Deleting what is known of people, when its time is over or before: recorded, and out of the files."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.appointment import AppointmentId
from kiosk.core.events import Event
from kiosk.core.office import Office
from kiosk.core.privacy import PeopleKept, people_since
from kiosk.core.privacy_events import ForgottenBecause, PeopleForgotten, PeopleShown
from kiosk.gate.passing_time import append_all
from kiosk.gate.tap import Tap, time_of
from kiosk.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What an order deleted, counted before, and the event that says so."""

    counted: PeopleKept
    left: PeopleKept
    event: Event


def forget_people(ledger: Ledger, office: Office, now: datetime) -> int:
    """Delete what is known of people whose time is over at `now` (aware); return how many there were.

    Raises LedgerError. If that happens after they were deleted, the next call takes them out of the files.
    """
    start = people_since(office, now)
    gone = 0
    if ledger.people_kept(start).overdue:
        with ledger.transaction() as transaction:
            gone = transaction.people.forget_before(start)
            if gone:
                what = PeopleForgotten(gone, ForgottenBecause.TIME_OVER, start, None)
                append_all(transaction, [what], now)
    ledger.wipe_deleted()
    return gone


def forget_by_order(ledger: Ledger, tap: Tap, which: AppointmentId | datetime) -> Forgotten:
    """Delete who comes to one appointment, or to all that start before a time (aware). Raises LedgerError.

    An order that finds nothing to delete is recorded, too.
    """
    before = which if isinstance(which, datetime) else None
    counted = ledger.people_kept(before or tap.at)
    with ledger.transaction() as transaction:
        people = transaction.people
        if isinstance(which, datetime):
            appointment, gone = None, people.forget_before(which)
        else:
            appointment, gone = which, people.forget(which)
        what = PeopleForgotten(gone, ForgottenBecause.ORDERED, before, appointment)
        event = Event(tap.id, time_of(tap, transaction), tap.door, tap.by, what, None)
        transaction.append(event)
    ledger.wipe_deleted()
    return Forgotten(counted, ledger.people_kept(before or tap.at), event)


def note_shown(ledger: Ledger, tap: Tap, appointment: AppointmentId) -> None:
    """Record that somebody has shown to them who comes to an appointment, before it is shown."""
    with ledger.transaction() as transaction:
        now = time_of(tap, transaction)
        transaction.append(Event(tap.id, now, tap.door, tap.by, PeopleShown(appointment), None))
