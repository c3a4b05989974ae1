"""What one more appointment would do is known before it is made."""

import pytest

from kiosk.core.booking_outlook import expected_on, one_more
from tests.building import BENEFITS, CASES, a_cap, an_appointment, an_office, at
from tests.unit.core.test_forecast import taught

OFFICE = an_office(caps=[a_cap(4, benefits=2)])


def test_another_day_is_expected_by_its_appointments_alone() -> None:
    booked = [an_appointment("a", party=2), an_appointment("b", area=CASES)]
    by = taught()
    assert expected_on(OFFICE, booked, by, at("10:10")).people == 3
    assert expected_on(OFFICE, booked, by, at("10:10"), BENEFITS).people == 2
    assert expected_on(OFFICE, booked, by, at("12:00")).people == 0


def test_one_more_fits_where_there_is_room_in_building_and_area() -> None:
    booked = [an_appointment("a")]
    outlook = one_more(OFFICE, booked, taught(), an_appointment("b"))
    assert (outlook.before.people, outlook.after.people) == (1, 2)
    assert outlook.area_before is not None
    assert outlook.area_after is not None
    assert (outlook.area_before.people, outlook.area_after.people) == (1, 2)
    assert outlook.fits


def test_one_more_does_not_fit_into_a_full_area() -> None:
    booked = [an_appointment("a", party=2)]
    outlook = one_more(OFFICE, booked, taught(), an_appointment("b"))
    assert not outlook.fits
    assert outlook.after.over == pytest.approx(0)


def test_one_more_does_not_fit_into_a_full_building() -> None:
    booked = [an_appointment("a", party=4, area=CASES)]
    outlook = one_more(OFFICE, booked, taught(), an_appointment("b", area=CASES))
    assert outlook.area_after is None
    assert not outlook.fits
    assert outlook.after.over == 1


def test_the_fullest_moment_while_it_would_be_inside_is_told() -> None:
    booked = [
        an_appointment("a", at("10:20"), party=2, area=CASES),
        an_appointment("b", at("11:00"), party=4),
    ]
    outlook = one_more(OFFICE, booked, taught(), an_appointment("c", area=CASES))
    assert outlook.after.at == at("10:20")
    assert (outlook.before.people, outlook.after.people) == (2, 3)
