"""What the staff does by hand while the ledger is away: counted on this machine, and recorded later, once."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias, assert_never

from kiosk.core.door_events import CountedOut
from kiosk.core.entry_by_staff import EntryRequest, allow_entry
from kiosk.core.events import Event, Happening
from kiosk.core.fold import after
from kiosk.core.ids import VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import Office
from kiosk.core.orders import Admit, CountPeopleOut
from kiosk.gate.door_acts import LettingIn, count_out, let_in
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.ledger import Ledger

ByHand: TypeAlias = Admit | CountPeopleOut
"""What needs no ledger: somebody goes in or out, whatever any program says."""


def why_not_by_hand(office: Office, order: ByHand) -> NotDone | None:
    """Return why the ledger would never take the order, as the office's file stands; None if it would.

    Raises ValueError for a party of nobody.
    """
    if order.party < 1:
        raise ValueError(f"a party is one person or more, not {order.party}")
    if order.area not in office.areas:
        return NotDone.UNKNOWN_AREA
    if isinstance(order, Admit) and order.because not in office.staff_reasons.let_in:
        return NotDone.UNKNOWN_REASON
    return None


def after_all_seen(tap: Tap, seen: House | None) -> Tap:
    """Return the tap at no earlier time than what the panel had seen happen before it.

    By a clock that runs behind, a recount of before would be taken for one that counted these people.
    """
    if seen is None or seen.latest_at is None or tap.at >= seen.latest_at:
        return tap
    return replace(tap, at=seen.latest_at)


def record(ledger: Ledger, office: Office, tap: Tap, order: ByHand) -> Done | NotDone:
    """Record what was done by hand at the time of its `tap`, whatever the cap. Raises LedgerError.

    What a recount or the end of its day has counted meanwhile changes no number any more.
    """
    match order:
        case Admit():
            return let_in(ledger, office, tap, replace(LettingIn.ordered(order), went_in=True))
        case CountPeopleOut():
            return count_out(ledger, office, tap, order.area, order.party, went_out=True)
        case _ as never:
            assert_never(never)


def with_kept(house: House, office: Office, kept: Iterable[tuple[Tap, ByHand]]) -> House:
    """Return the house as it will be when all that is kept is recorded, as far as can be told without it."""
    for tap, order in kept:
        if house.visit(VisitId(tap.id)) is not None:
            continue  # it is recorded already, and only the answer was lost
        what = _will_be(house, office, tap, order)
        if not isinstance(what, NotDone):
            house = after(house, Event(tap.id, tap.at, tap.door, tap.by, what, None))
    return house


def _will_be(house: House, office: Office, tap: Tap, order: ByHand) -> Happening | NotDone:
    match order:
        case Admit():
            # Whose appointment it is stands in the ledger alone; by number the line is right all the same.
            request = EntryRequest(
                tap.id,
                tap.by,
                appointment=None,
                area=order.area,
                party=order.party,
                because=order.because,
                went_in=True,
                number=order.number,
            )
            decision = allow_entry(office, house, request, tap.at)
            return decision if isinstance(decision, NotDone) else decision.what
        case CountPeopleOut():
            return CountedOut(order.area, order.party)
        case _ as never:
            assert_never(never)
