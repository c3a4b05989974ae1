"""What the staff does with the line: gives, calls and skips a number, and puts it back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from kiosk.core.decide import Decision
from kiosk.core.door_events import PutBack
from kiosk.core.events import Called, Queued, Uncalled, UncalledBecause
from kiosk.core.instant import in_utc
from kiosk.core.line import Due, ever_fits, in_order, served, space
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House, Place
from kiosk.core.office import AreaId, Office
from kiosk.core.rules_in_force import rules_at
from kiosk.core.verdict import Verdict
from kiosk.core.wait import wait_for_number, why_it_waits


def give_number(
    office: Office, house: House, area: AreaId, party: int, due: Iterable[Due], now: datetime
) -> Decision | NotDone:
    """Return the next number of the line for a party (1 or more) without an appointment, and what it is told.

    `due` are the appointments of about now whose parties have not come. A number is given whatever the hour
    and in spite of a stop: it is called when the area can be reached. Nobody waits for what a cap never lets
    happen. Raises ValueError for a party of nobody, and for a naive time.
    """
    now = in_utc(now)
    if party < 1:
        raise ValueError(f"a party is one person or more, not {party}")
    if area not in office.areas:
        return NotDone.UNKNOWN_AREA
    cap = rules_at(office, house, now).cap
    if not ever_fits(cap, area, party):
        return NotDone.PARTY_ABOVE_CAP
    place = Place(house.last_number + 1, None, area, party, due=None, arrived_at=now, kept_until=None)
    waiting = replace(house, line=in_order((*house.line, place)))
    told = Verdict(why_it_waits(space(house, cap), place), wait_for_number(office, waiting, place, due, now))
    return Decision(told, Queued(place.number, place.appointment, place.area, place.party, place.due))


def call(office: Office, house: House, now: datetime, number: int | None = None) -> Called | NotDone:
    """Return the call of `number`, or of the first in the line for whom there is room beside who is called.

    Places that are kept for appointments are the staff's to give; places above the cap are not. Nobody is
    called to where one cannot go now.
    """
    now = in_utc(now)
    line = served(office, house, now)
    waiting = [place for place in line if place.kept_until is None and number in (None, place.number)]
    if not waiting:
        return NotDone.NOBODY_TO_CALL
    free = space(house, rules_at(office, house, now).cap)
    for place in line:
        if place.kept_until is not None:
            free = free.less(place.area, place.party)
    for place in waiting:
        if free.fits(place.area, place.party):
            return Called(place.number, now + office.habits.keep_place)
    return NotDone.NO_ROOM


def skip(house: House, number: int) -> Uncalled | NotDone:
    """Return that a number, called or not, makes room for the next."""
    return NotDone.NOT_IN_LINE if house.place(number) is None else Uncalled(number, UncalledBecause.SKIPPED)


def put_back(house: House, number: int) -> PutBack | NotDone:
    """Return that a number that was skipped, or did not come, stands in the line again where it stood."""
    for place in house.passed_over:
        if place.number == number:
            return PutBack(number, place.appointment, place.area, place.party, place.due, place.arrived_at)
    return NotDone.NOT_PASSED_OVER
