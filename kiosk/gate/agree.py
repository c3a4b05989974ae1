"""What the phone desk agrees with a customer: decided and recorded in one transaction.

The transaction holds the ledger's lock: of two desks that book the last place of a time, one gets it, and the
other is told.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias, assert_never
from zoneinfo import ZoneInfo

from kiosk.clock import new_name
from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.desk_events import (
    AgreementUndone,
    Booked,
    CalledOff,
    DeskHappening,
    DetailsChanged,
    LetterOrdered,
    Moved,
)
from kiosk.core.desk_orders import (
    Agreed,
    Agreement,
    Book,
    CallOff,
    Change,
    FullThen,
    HouseThen,
    Move,
    NotAgreed,
    Offered,
    OrderLetter,
    SlotTaken,
    Undo,
    When,
    Wish,
    kept_of,
    what_is_missing,
)
from kiosk.core.events import Event
from kiosk.core.instant import in_utc, midnight
from kiosk.core.office import Area, Office, RoomId
from kiosk.core.person import Person
from kiosk.core.privacy_events import PeopleForgotten
from kiosk.core.rights import Right, may
from kiosk.core.slots import Slot, free_slots, is_slot, overlap
from kiosk.gate.tap import Tap, time_of
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction

_log = logging.getLogger(__name__)

_NUMBER_SIGNS = 10

_A_DAY = timedelta(days=1)

Outlook: TypeAlias = Callable[[Sequence[Appointment], Appointment], HouseThen]
"""How full the house is expected to be while an appointment lasts, with those that are booked on its day."""


@dataclass(frozen=True, slots=True)
class _Done:
    """What is written: the appointment as it shall be, None of `before` for a new one, and the person."""

    what: DeskHappening
    appointment: Appointment
    before: Appointment | None
    person: Person | None
    person_before: Person | None


def agree(ledger: Ledger, office: Office, tap: Tap, order: Wish, outlook: Outlook) -> Agreement:
    """Do what the desk wishes, or say why not. The same tap again gives what was recorded for it.

    `nearest` of what is refused is empty: see `kiosk.gate.offers`. Raises LedgerError.
    """
    try:
        return _recorded(ledger, office, tap, order, outlook)
    except LedgerUnreachableError as error:
        # The connection may have broken after the commit: by the same id the ledger knows what it did.
        _log.warning("the ledger is asked once more: %s", error)
        return _recorded(ledger, office, tap, order, outlook)


def _recorded(ledger: Ledger, office: Office, tap: Tap, order: Wish, outlook: Outlook) -> Agreement:
    with ledger.transaction() as transaction:
        if not is_allowed(transaction, tap):
            return NotAgreed.NOT_ALLOWED
        recorded = transaction.event(tap.id)
        if recorded is not None:
            return _told_again(transaction, recorded, order)
        now = time_of(tap, transaction)
        decided = _decided(_Desk(transaction, office, outlook, now), tap, order)
        if not isinstance(decided, _Done):
            return decided
        _write(transaction, decided)
        transaction.append(Event(tap.id, now, None, tap.by, decided.what, None))
    return Agreed(tap.id, decided.appointment, decided.before, decided.person_before)


def is_allowed(transaction: Transaction, tap: Tap) -> bool:
    """Say whether whoever is signed in may act at the desk, as the staff stands now."""
    kept = None if tap.by is None else transaction.staff.kept(tap.by)
    return kept is not None and kept.member.can_sign_in and may(kept.member.role, Right.BOOK_APPOINTMENTS)


def _told_again(transaction: Transaction, recorded: Event, order: Wish) -> Agreement:
    appointment_id: AppointmentId | None = getattr(recorded.what, "appointment", None)
    appointment = None if appointment_id is None else transaction.appointment(appointment_id)
    if appointment is None:
        return NotAgreed.UNKNOWN_APPOINTMENT
    before = None if isinstance(order, Book | Undo) else order.seen
    return Agreed(recorded.id, appointment, before)


def _write(transaction: Transaction, done: _Done) -> None:
    if done.before is None:
        transaction.desk.add(done.appointment)
    elif done.appointment != done.before:
        transaction.desk.replace(done.appointment)
    if done.person != done.person_before:
        transaction.desk.note(done.appointment.id, done.person)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a decision rests on: the ledger as it stands, the office, what is expected, and the time."""

    transaction: Transaction
    office: Office
    outlook: Outlook
    now: datetime


def _decided(desk: _Desk, tap: Tap, order: Wish) -> _Done | Agreement:
    match order:
        case Book():
            return _booked(desk, order)
        case Undo(agreed=agreed):
            return _undone(desk, tap, agreed)
        case Move() | CallOff() | Change() | OrderLetter():
            refused = _refused(desk, order.seen)
            return refused if refused is not None else _changed(desk, order)
        case _ as never:
            assert_never(never)


def _changed(desk: _Desk, order: Move | CallOff | Change | OrderLetter) -> _Done | Agreement:
    seen, person = order.seen, desk.transaction.desk.person_of(order.seen.id)
    match order:
        case Move(when=when):
            return _moved(desk, seen, when, person)
        case CallOff():
            cancelled = replace(seen, status=AppointmentStatus.CANCELLED)
            return _Done(CalledOff(seen.id), cancelled, seen, person, person)
        case Change():
            kept = kept_of(order.person, desk.office.desk)
            missing = what_is_missing(kept, desk.office.desk)
            if missing is not None:
                return missing
            changed = replace(seen, party=order.party, language=order.language)
            return _Done(DetailsChanged(seen.id, order.party), changed, seen, kept, person)
        case OrderLetter():
            return _Done(LetterOrdered(seen.id), seen, seen, person, person)
        case _ as never:
            assert_never(never)


def _booked(desk: _Desk, order: Book) -> _Done | Agreement:
    kept = kept_of(order.person, desk.office.desk)
    missing = what_is_missing(kept, desk.office.desk)
    if missing is not None:
        return missing
    when = order.when
    name = new_name()
    wanted = Appointment(
        id=AppointmentId(name),
        external_id=f"T-{name[-_NUMBER_SIGNS:].upper()}",
        area=when.area,
        room=when.room,
        starts_at=in_utc(when.starts_at),
        duration=when.length,
        party=order.party,
        status=AppointmentStatus.BOOKED,
        language=order.language,
    )
    placed = _placed(desk, wanted, when)
    if not isinstance(placed, Appointment):
        return placed
    what = Booked(placed.id, placed.area, placed.room, placed.starts_at, placed.party, when.knowingly_full)
    return _Done(what, placed, None, kept, None)


def _moved(desk: _Desk, seen: Appointment, when: When, person: Person | None) -> _Done | Agreement:
    wanted = replace(
        seen, area=when.area, room=when.room, starts_at=in_utc(when.starts_at), duration=when.length
    )
    placed = _placed(desk, wanted, when)
    if not isinstance(placed, Appointment):
        return placed
    what = Moved(
        placed.id,
        placed.area,
        placed.room,
        seen.starts_at,
        placed.starts_at,
        placed.party,
        when.knowingly_full,
    )
    return _Done(what, placed, seen, person, person)


def _placed(desk: _Desk, wanted: Appointment, when: When) -> Appointment | Agreement:
    """Return the appointment with its room, or why it cannot be at that time."""
    office = desk.office
    area = office.areas.get(wanted.area)
    if area is None:
        return NotAgreed.UNKNOWN_AREA
    if wanted.starts_at <= desk.now:
        return NotAgreed.PAST
    others = _others(desk, wanted)
    day = wanted.starts_at.astimezone(office.time_zone).date()
    slots = free_slots(area, others, day, office.time_zone, wanted.room)
    slot = next((each for each in slots if _is_meant(each, when)), None)
    if slot is None:
        return SlotTaken(()) if _is_known(area, when, office.time_zone) else NotAgreed.NOT_A_SLOT
    placed = replace(wanted, room=slot.rooms[0])
    house = desk.outlook(_of_its_day(others, placed, office), placed)
    if not house.fits and not when.knowingly_full:
        return FullThen(Offered(slot, house), ())
    return placed


def _is_known(area: Area, when: When, zone: ZoneInfo) -> bool:
    """Say whether this is one of the area's times, free or not."""
    rooms: tuple[RoomId | None, ...] = (when.room,)
    if when.room is None and area.rooms:
        rooms = tuple(room.id for room in area.rooms)
    return any(
        is_slot(area, when.starts_at, room, zone) and area.slot_in(room) == when.length for room in rooms
    )


def _is_meant(slot: Slot, when: When) -> bool:
    return slot.starts_at == in_utc(when.starts_at) and slot.length == when.length


def _others(desk: _Desk, wanted: Appointment) -> list[Appointment]:
    """Return what is booked about the day of `wanted`, without it."""
    day = wanted.starts_at.astimezone(desk.office.time_zone).date()
    begins = in_utc(midnight(day, desk.office.time_zone))
    booked = desk.transaction.desk.booked(begins - _A_DAY, begins + 2 * _A_DAY)
    return [each for each in booked if each.id != wanted.id]


def _of_its_day(booked: Sequence[Appointment], wanted: Appointment, office: Office) -> list[Appointment]:
    day = wanted.starts_at.astimezone(office.time_zone).date()
    return [each for each in booked if each.starts_at.astimezone(office.time_zone).date() == day]


def _refused(desk: _Desk, seen: Appointment) -> NotAgreed | None:
    """Return why nothing may be changed of an appointment."""
    now = desk.transaction.appointment(seen.id)
    if now is None or seen.status is AppointmentStatus.CANCELLED:
        return NotAgreed.UNKNOWN_APPOINTMENT
    if now != seen:
        return NotAgreed.CHANGED_MEANWHILE
    if desk.transaction.house.visit_of(seen.id) is not None:
        return NotAgreed.ALREADY_INSIDE
    return None


def _undone(desk: _Desk, tap: Tap, agreed: Agreed) -> _Done | NotAgreed:
    recorded = desk.transaction.event(agreed.event)
    if (
        recorded is None
        or recorded.by != tap.by
        or isinstance(recorded.what, LetterOrdered | AgreementUndone)
    ):
        return NotAgreed.CANNOT_BE_UNDONE
    if desk.now - recorded.at > desk.office.habits.undo:
        return NotAgreed.TOO_LONG_AGO
    current = agreed.appointment
    if desk.transaction.appointment(current.id) != current:
        return NotAgreed.CHANGED_MEANWHILE
    if desk.transaction.house.visit_of(current.id) is not None:
        return NotAgreed.ALREADY_INSIDE
    person = desk.transaction.desk.person_of(current.id)
    what = AgreementUndone(agreed.event, current.id)
    if agreed.before is None:
        # Who was booked by mistake has no appointment for which a name would be kept.
        return _Done(what, replace(current, status=AppointmentStatus.CANCELLED), current, None, person)
    if _place_is_lost(desk, current, agreed.before):
        return NotAgreed.TAKEN_MEANWHILE
    restored = person if _person_stays(desk, recorded, current) else agreed.person_before
    return _Done(what, agreed.before, current, restored, person)


def _person_stays(desk: _Desk, recorded: Event, current: Appointment) -> bool:
    """Say whether an undo leaves who is known to come as it is: nobody deleted meanwhile is brought back."""
    return not isinstance(recorded.what, DetailsChanged) or any(
        isinstance(later.what, PeopleForgotten) and later.what.covers(current)
        for later in desk.transaction.later_events(recorded.id)
    )


def _place_is_lost(desk: _Desk, current: Appointment, before: Appointment) -> bool:
    """Say whether somebody else has taken the place that an appointment had before."""
    keeps_it = replace(current, party=before.party, language=before.language) == before
    return not keeps_it and any(
        each.area == before.area
        and each.room == before.room
        and overlap(each, before.starts_at, before.duration)
        for each in _others(desk, before)
    )
