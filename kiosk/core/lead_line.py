"""What the staff does with the line: calls a number, skips one that does not come, puts it back."""

from datetime import datetime

from kiosk.core.door_events import PutBack
from kiosk.core.events import Called, Uncalled, UncalledBecause
from kiosk.core.instant import in_utc
from kiosk.core.line import served, space
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import Office


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
    free = space(house, office.rules.at(now).cap)
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
