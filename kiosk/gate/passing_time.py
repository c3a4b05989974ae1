"""What time alone brings about: days end, kept places lapse, the next numbers are called, names go."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kiosk.clock import new_name
from kiosk.core.day_end import day_is_over, end_of_day
from kiosk.core.decide import lapsed_calls, new_calls
from kiosk.core.events import Event, Happening
from kiosk.core.ids import EventId, StaffId
from kiosk.core.line import Due, changed_places
from kiosk.core.occupancy import House
from kiosk.core.office import DoorId, Office
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction

# Two machines at two doors may disagree by this much before one of their clocks is doubted.
CLOCK_TOLERANCE = timedelta(seconds=60)


class ClockError(Exception):
    """The clock of this machine cannot be right; the sentence says against what, and the mend."""


def tick(ledger: Ledger, office: Office, now: datetime) -> House:
    """Do what time alone brings about, and return the house as it is then. Raises LedgerError, ClockError."""
    house = ledger.house()
    check_clock(house, now, ledger.clock_lead())
    if not house.line and not day_is_over(house, now, office.time_zone):
        return house
    with ledger.transaction() as transaction:
        catch_up(transaction, office, now)
        call_next(transaction, office, now)
        return transaction.house


def catch_up(transaction: Transaction, office: Office, now: datetime) -> None:
    """Record what has happened by itself until `now` (aware), before anything else is decided.

    Raises ClockError, see `check_clock`, before anything is recorded.
    """
    check_clock(transaction.house, now, transaction.clock_lead())
    if day_is_over(transaction.house, now, office.time_zone):
        append_all(transaction, end_of_day(transaction.house), now)
    append_all(transaction, lapsed_calls(office, transaction.house, now), now)
    _give_up_changed_places(transaction, now)


def _give_up_changed_places(transaction: Transaction, now: datetime) -> None:
    """Take out of the line whose appointment an import cancelled or moved: they hold no free place."""
    times = [place.due for place in transaction.house.line if place.due is not None]
    if times:
        booked = transaction.booked(min(times), max(times))
        append_all(transaction, changed_places(transaction.house, booked), now)


def check_clock(house: House, now: datetime, lead: timedelta | None) -> None:
    """Raise ClockError for a clock that is not the server's, or runs behind the ledger.

    Such a clock may not decide who is early or late, nor end the day. `lead` is how far it is ahead of the
    server's; None where there is no server, and one that runs ahead cannot be told from time that has passed.
    """
    check_against_server(lead)
    latest = house.latest_at
    if latest is not None and now < latest - CLOCK_TOLERANCE:
        raise ClockError(
            f"the clock of this machine shows {now:%Y-%m-%d %H:%M:%S %Z}, but the ledger's latest event is "
            f"of {latest:%Y-%m-%d %H:%M:%S %Z}. Set the clock; if it is the event that is wrong, run "
            "`kiosk confirm-clock`"
        )


def check_against_server(lead: timedelta | None) -> None:
    """Raise ClockError for a clock that is ahead of the server's, or behind it, by more than doors may be."""
    if lead is not None and abs(lead) > CLOCK_TOLERANCE:
        apart = timedelta(seconds=round(abs(lead).total_seconds()))
        raise ClockError(
            f"the clock of this machine is {apart} {'ahead of' if lead > timedelta(0) else 'behind'} that of "
            "the database's server. Set the one that is wrong; let both follow a time server"
        )


def by_server(at: datetime, lead: timedelta | None) -> datetime:
    """Return `at`, a time of this machine's clock, by the server's where the two are too far apart.

    A person's act is recorded whatever this machine's clock shows, and at the time at which it happened.
    `lead` is how far this machine's clock is ahead; None where there is no server.
    """
    return at if lead is None or abs(lead) <= CLOCK_TOLERANCE else at - lead


def call_next(transaction: Transaction, office: Office, now: datetime) -> None:
    """Call the numbers whose turn it is at `now`."""
    if transaction.house.line:
        due = due_about(transaction, office, now)
        append_all(transaction, new_calls(office, transaction.house, due, now), now)


def due_about(transaction: Transaction, office: Office, now: datetime) -> tuple[Due, ...]:
    """Return the appointments of about `now` for which places are kept free."""
    return transaction.due(now - office.habits.grace, now + office.habits.head_room)


def append_all(
    transaction: Transaction,
    happenings: Iterable[Happening],
    now: datetime,
    *,
    door: DoorId | None = None,
    by: StaffId | None = None,
) -> None:
    """Record what no scan caused, one event for each; `door` is None for what happened to the whole house."""
    for what in happenings:
        transaction.append(Event(EventId(new_name()), now, door, by, what, None))
