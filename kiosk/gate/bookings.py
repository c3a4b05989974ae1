"""Finding somebody who is booked today, for who comes without a letter; each search is recorded."""

from kiosk.core.booking_search import read_search
from kiosk.core.door_events import BookingSearched
from kiosk.core.guard_view import Booking, Found
from kiosk.core.instant import ends_of_day
from kiosk.core.not_done import NotDone
from kiosk.core.office import Office
from kiosk.gate.passing_time import by_server
from kiosk.gate.tap import Act, Tap, act
from kiosk.ledger.ledger import Ledger

# More than this many do not help to find one: the guard asks for the time.
MOST_SHOWN = 6


def search(ledger: Ledger, office: Office, tap: Tap, typed: str) -> Found | NotDone:
    """Find who is booked today by what was typed, and record that somebody searched. Raises LedgerError.

    At most MOST_SHOWN of them are told. Nothing is shown that was not recorded. The same tap again searches
    again and is recorded once.
    """
    wanted = read_search(typed)
    if isinstance(wanted, NotDone):
        return wanted
    today = by_server(tap.at, ledger.clock_lead()).astimezone(office.time_zone).date()
    fitting = ledger.bookings(wanted, *ends_of_day(today, office.time_zone), office.time_zone)
    done = act(ledger, office, tap, lambda *_: Act((BookingSearched(len(fitting)),)))
    if isinstance(done, NotDone):
        return done
    bookings = []
    for each in fitting[:MOST_SHOWN]:
        place = done.house.place_of(each.id)
        bookings.append(
            Booking(
                appointment=each.id,
                starts_at=each.starts_at,
                area=each.area,
                party=each.party,
                is_inside=done.house.visit_of(each.id) is not None,
                number=None if place is None else place.number,
            )
        )
    return Found(tuple(bookings), len(fitting))
