"""What one more appointment would do is known before it is made."""

import pytest

from kiosk.core.appointment import Appointment
from kiosk.core.booking_outlook import AnotherDay, OneMore
from kiosk.core.booking_outlook import one_more as one_more_on
from kiosk.core.entered_rules import EnteredRules
from tests.building import CASES, a_cap, a_house, an_appointment, an_office, at, rules_entered
from tests.unit.core.test_forecast import taught

OFFICE = an_office(caps=[a_cap(4, benefits=2)])


def one_more(booked: list[Appointment], wanted: Appointment, *entered: EnteredRules) -> OneMore:
    return one_more_on(AnotherDay(OFFICE, entered, booked, taught()), wanted)


def test_one_more_fits_where_there_is_room_in_building_and_area() -> None:
    booked = [an_appointment("a")]
    outlook = one_more(booked, an_appointment("b"))
    assert (outlook.before.people, outlook.after.people) == (1, 2)
    assert outlook.area_before is not None
    assert outlook.area_after is not None
    assert (outlook.area_before.people, outlook.area_after.people) == (1, 2)
    assert outlook.fits


def test_one_more_does_not_fit_into_a_full_area() -> None:
    booked = [an_appointment("a", party=2)]
    outlook = one_more(booked, an_appointment("b"))
    assert not outlook.fits
    assert outlook.after.over == pytest.approx(0)


def test_one_more_does_not_fit_into_a_full_building() -> None:
    booked = [an_appointment("a", party=4, area=CASES)]
    outlook = one_more(booked, an_appointment("b", area=CASES))
    assert outlook.area_after is None
    assert not outlook.fits
    assert outlook.after.over == 1


def test_the_fullest_moment_while_it_would_be_inside_is_told() -> None:
    booked = [
        an_appointment("a", at("10:20"), party=2, area=CASES),
        an_appointment("b", at("11:00"), party=4),
    ]
    outlook = one_more(booked, an_appointment("c", area=CASES))
    assert outlook.after.at == at("10:20")
    assert (outlook.before.people, outlook.after.people) == (2, 3)


def test_rules_that_were_entered_since_hold_from_their_time_on() -> None:
    early, late = an_appointment("a", at("10:00"), area=CASES), an_appointment("b", at("14:00"), area=CASES)
    entered = a_house(rules_entered("tomorrow", 1, since=at("12:00"))).entered_rules
    before = one_more([early, late], an_appointment("c", at("10:00"), area=CASES), *entered)
    after = one_more([early, late], an_appointment("c", at("14:00"), area=CASES), *entered)
    assert (before.after.cap, before.fits) == (4, True)
    assert (after.after.cap, after.fits) == (1, False)
