"""How full the house is expected to be at a time that the phone desk offers."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from kiosk.core.appointment import Appointment
from kiosk.core.booking_outlook import AnotherDay, OneMore, one_more
from kiosk.core.crowd import LIKELY_FULL
from kiosk.core.desk_orders import HouseThen
from kiosk.core.entered_rules import EnteredRules
from kiosk.core.experience import Experience
from kiosk.core.office import Office
from kiosk.gate.agree import Outlook

# Whose appointment began longer ago has left, but for so few that nobody would read it from the number; each
# that is left out saves a third of a millisecond for each time that is offered.
_LOOKED_BACK = timedelta(hours=4)


def outlook(
    office: Office,
    experience_on: Callable[[date], Experience],
    entered_rules: Callable[[], Sequence[EnteredRules]],
) -> Outlook:
    """Return what says how full the house is going to be.

    `experience_on` is asked for the day, and `entered_rules` for what was entered beside the office's file.
    """

    def house_then(booked: Sequence[Appointment], wanted: Appointment) -> HouseThen:
        near = [each for each in booked if each.starts_at > wanted.starts_at - _LOOKED_BACK]
        day = wanted.starts_at.astimezone(office.time_zone).date()
        return _told(one_more(AnotherDay(office, entered_rules(), near, experience_on(day)), wanted))

    return house_then


def _told(more: OneMore) -> HouseThen:
    before, after = more.before, more.area_after
    of_area = after is not None and after.over >= LIKELY_FULL and more.after.over < LIKELY_FULL
    if of_area and more.area_before is not None:
        before = more.area_before
    return HouseThen(before.people, before.cap or 0, more.fits, of_area)
