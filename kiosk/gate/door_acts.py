"""What the staff does at the door with its panel: each act in one transaction, by one tap.

Every function returns what was recorded, or why nothing was; it raises LedgerError where the ledger cannot be
reached. Of two panels that act on the same visit, the second is told that it is over.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from kiosk.core.appointment import AppointmentId
from kiosk.core.decide import renewed_calls
from kiosk.core.door_events import (
    CountedOut,
    EntryWithdrawn,
    MaskExempted,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.entry_by_staff import EntryRequest, allow_entry
from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    ClockConfirmed,
    Happening,
    Settled,
    SettledBecause,
)
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.late_entry import counted_already, day_has_ended
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import Visit
from kiosk.core.office import AreaId, DoorId, Office, ReasonId, Wording
from kiosk.core.orders import Admit
from kiosk.core.recount import recount as recounted
from kiosk.core.undo import part_of
from kiosk.core.undo import undo as undone
from kiosk.core.verdict import STAFF_DECIDES
from kiosk.gate.passing_time import check_against_server
from kiosk.gate.tap import Act, Done, Tap, act
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction


@dataclass(frozen=True, slots=True)
class LettingIn:
    """Whom the staff lets in: see EntryRequest. `appointment` is None for who has none.

    `number` is the one in the line under which the party waited, if it did: it says itself whose appointment
    that is.
    """

    area: AreaId
    party: int
    because: ReasonId
    appointment: AppointmentId | None = None
    confirmed_by: StaffId | None = None
    went_in: bool = False
    number: int | None = None

    @classmethod
    def ordered(cls, order: Admit) -> Self:
        """Return whom an order of the panel lets in."""
        return cls(order.area, order.party, order.because, order.appointment, number=order.number)


def let_in(ledger: Ledger, office: Office, tap: Tap, whom: LettingIn) -> Done | NotDone:
    """Let a party in although no letter did: after a refusal, without a letter, or because it is booked."""

    def decide(transaction: Transaction, now: datetime) -> Act | NotDone:
        since = transaction.counted_since(now) if whom.went_in else ()
        day_is_over = day_has_ended(now, since, office.time_zone)
        # Another party has this number by now, or will have it.
        number = None if day_is_over else whom.number
        place = None if number is None else transaction.house.place(number)
        named = whom.appointment if place is None else place.appointment
        appointment = None if named is None else transaction.appointment(named)
        if appointment is None and named is not None:
            return NotDone.UNKNOWN_APPOINTMENT
        request = EntryRequest(
            tap=tap.id,
            by=tap.by,
            appointment=appointment,
            area=whom.area,
            party=whom.party,
            because=whom.because,
            confirmed_by=whom.confirmed_by,
            went_in=whom.went_in,
            number=number,
        )
        decision = allow_entry(office, transaction.house, request, now)
        if isinstance(decision, NotDone):
            return decision
        later = counted_already(decision.what, tap.id, since, day_is_over=day_is_over)
        return Act((decision.what, *later), decision.verdict)

    return act(ledger, office, tap, decide)


def turn_back(ledger: Ledger, office: Office, tap: Tap, visit: VisitId, because: ReasonId) -> Done | NotDone:
    """Send an admitted party out again before its visit has begun; its letter is not used up by that."""

    def decide(inside: Visit) -> Act | NotDone:
        if because not in office.staff_reasons.turn_back:
            return NotDone.UNKNOWN_REASON
        turned = TurnedBack(inside.id, inside.appointment, inside.area, inside.party, because)
        return Act((turned,), STAFF_DECIDES)

    return act(ledger, office, tap, lambda transaction, _: _with_visit(transaction, visit, decide))


def count_out(
    ledger: Ledger, office: Office, tap: Tap, area: AreaId, party: int = 1, *, went_out: bool = False
) -> Done | NotDone:
    """Count people out who show no letter. Raises ValueError for a party of nobody.

    `went_out`: they left while the ledger could not be reached, and were counted by hand.
    """
    if party < 1:
        raise ValueError(f"a party is one person or more, not {party}")

    def decide(transaction: Transaction, now: datetime) -> Act | NotDone:
        if area not in office.areas and not transaction.house.inside_area(area):
            return NotDone.UNKNOWN_AREA
        since = transaction.counted_since(now) if went_out else ()
        counted = CountedOut(area, party)
        day_is_over = day_has_ended(now, since, office.time_zone)
        return Act((counted, *counted_already(counted, tap.id, since, day_is_over=day_is_over)))

    return act(ledger, office, tap, decide)


def reconcile(
    ledger: Ledger, office: Office, tap: Tap, visit: VisitId, left_from: AreaId | None = None
) -> Done | NotDone:
    """End a visit whose party had been counted out, of `left_from` or else of the visit's own area.

    The count of the house stays as it is: nobody is counted out twice.
    """

    def decide(transaction: Transaction, inside: Visit) -> Act | NotDone:
        counted_in = left_from or inside.area
        if transaction.house.counted_out.get(counted_in, 0) < inside.party:
            return NotDone.TOO_FEW_COUNTED_OUT
        return Act((Reconciled(inside.id, inside.appointment, inside.area, inside.party, counted_in),))

    return act(
        ledger,
        office,
        tap,
        lambda transaction, _: _with_visit(transaction, visit, lambda inside: decide(transaction, inside)),
    )


def settle(
    ledger: Ledger, office: Office, tap: Tap, visit: VisitId, because: SettledBecause
) -> Done | NotDone:
    """End a visit whose letter was not shown at an exit: the party was seen leaving, or cannot be found."""

    def decide(inside: Visit) -> Act:
        return Act((Settled(inside.id, inside.appointment, inside.area, inside.party, because),))

    return act(ledger, office, tap, lambda transaction, _: _with_visit(transaction, visit, decide))


def exempt_from_mask(ledger: Ledger, office: Office, tap: Tap, visit: VisitId) -> Done | NotDone:
    """Note that the party of a visit wears no mask with good reason, which is not stored."""

    def decide(inside: Visit) -> Act | NotDone:
        return NotDone.ALREADY_EXEMPT if inside.mask_exempt else Act((MaskExempted(inside.id),))

    return act(ledger, office, tap, lambda transaction, _: _with_visit(transaction, visit, decide))


def recount(
    ledger: Ledger, office: Office, tap: Tap, counted: Mapping[AreaId, int], reason: ReasonId
) -> Done | NotDone:
    """Set the number of people in each counted area right. Raises ValueError where no area was counted."""
    if not counted:
        raise ValueError("a recount counts one area or more")

    def decide(transaction: Transaction, _: datetime) -> Act | NotDone:
        corrected = recounted(office, transaction.house, counted, reason)
        return corrected if isinstance(corrected, NotDone) else Act(corrected)

    return act(ledger, office, tap, decide)


def undo(ledger: Ledger, office: Office, tap: Tap, undoes: EventId) -> Done | NotDone:
    """Take back what the scan or the tap `undoes` did, all of it or nothing.

    Visitors are told of it where it concerns a visit of theirs.
    """

    def decide(transaction: Transaction, now: datetime) -> Act | NotDone:
        happenings: list[Happening] = []
        number, target = 1, transaction.event(undoes)
        if target is None:
            return NotDone.UNKNOWN_EVENT
        while target is not None:
            later, story = transaction.later_events(target.id), transaction.story_of(target)
            back = undone(target, story, later, transaction.house, now, office.habits.undo)
            if isinstance(back, NotDone):
                return back
            happenings += back
            number += 1
            target = transaction.event(part_of(undoes, number))
        concerns_a_letter = any(isinstance(what, EntryWithdrawn | VisitReopened) for what in happenings)
        return Act(tuple(happenings), STAFF_DECIDES if concerns_a_letter else None)

    return act(ledger, office, tap, decide)


def stop(ledger: Ledger, office: Office, tap: Tap, door: DoorId | None, message: Wording) -> Done | NotDone:
    """Stop admission at `door`, or at all doors (None), and show `message` there."""
    return act(ledger, office, tap, lambda *_: Act((AdmissionStopped(door, message),)))


def resume(ledger: Ledger, office: Office, tap: Tap, door: DoorId | None) -> Done | NotDone:
    """Lift the stop of `door`, or the one of all doors (None); who was called meanwhile is called anew."""

    def decide(transaction: Transaction, now: datetime) -> Act | NotDone:
        house = transaction.house
        if house.stop_of(door) is None:
            return NotDone.NOT_STOPPED
        return Act((AdmissionResumed(door), *renewed_calls(office, house, door, now)))

    return act(ledger, office, tap, decide)


def confirm_clock(ledger: Ledger, office: Office, tap: Tap) -> Done | NotDone:
    """Say that the clock is right although the ledger holds events of a later time.

    Raises ClockError where the server's clock disagrees: one of the two has to be set.
    """

    def decide(transaction: Transaction, _: datetime) -> Act:
        check_against_server(transaction.clock_lead())
        return Act((ClockConfirmed(),))

    return act(ledger, office, tap, decide)


def _with_visit(
    transaction: Transaction, visit: VisitId, decide: Callable[[Visit], Act | NotDone]
) -> Act | NotDone:
    inside = transaction.house.visit(visit)
    return NotDone.NOT_INSIDE if inside is None else decide(inside)
