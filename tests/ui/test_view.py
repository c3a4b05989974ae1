"""What a door shows of the house."""

from datetime import UTC, time, timedelta

import pytest

from kiosk.core.events import AdmissionStopped, Called
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.opening_hours import Span
from kiosk.ui.view import house_view
from tests.building import (
    BENEFITS,
    BERLIN,
    CASES,
    EXIT_DOOR,
    MAIN_DOOR,
    MONDAY,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    a_door,
    a_house,
    an_area,
    an_office,
    at,
    entered,
    hours,
    queued,
    spans,
    wording,
)

OFFICE = an_office()
MAIN = OFFICE.doors[MAIN_DOOR]


def test_people_are_counted_with_their_parties() -> None:
    house = a_house(entered("a", 2), entered("b", 3, area=YOUTH), queued(1, "c", 4))
    view = house_view(house, OFFICE, MAIN, at("10:00"))
    assert (view.inside, view.waiting) == (5, 4)


def test_the_line_is_that_of_the_doors_areas() -> None:
    house = a_house(queued(1, "a", 2), queued(2, "b", 5, area=YOUTH))
    assert house_view(house, OFFICE, MAIN, at("10:00")).waiting == 2
    assert house_view(house, OFFICE, OFFICE.doors[SIDE_DOOR], at("10:00")).waiting == 5


def test_the_called_numbers_are_in_order() -> None:
    later = at("10:05")
    house = a_house(queued(3, "a"), queued(1, "b"), queued(2, "c"), Called(3, later), Called(1, later))
    assert house_view(house, OFFICE, MAIN, at("10:00")).called == (1, 3)


def test_a_number_is_called_only_where_it_may_come_in() -> None:
    house = a_house(queued(1, "a", area=YOUTH), Called(1, at("10:05")))
    assert house_view(house, OFFICE, MAIN, at("10:00")).called == ()


def test_visits_long_past_their_end_are_unclear() -> None:
    house = a_house(entered("a", 2, until=at("10:30")), entered("b", until=at("11:30")))
    assert house_view(house, OFFICE, MAIN, at("11:01")).unclear == 2
    assert house_view(house, OFFICE, MAIN, at("11:00")).unclear == 0


def test_the_cap_is_the_one_that_holds_now() -> None:
    office = an_office(caps=(a_cap(25), a_cap(10, since=at("12:00"))))
    caps = [house_view(EMPTY_HOUSE, office, MAIN, at(clock)).cap for clock in ("11:59", "12:00")]
    assert caps == [25, 10]


@pytest.mark.parametrize(
    ("benefits", "cases", "expected"),
    [
        ("08:00-16:00", "08:00-16:00", ("08:00-16:00",)),
        ("08:00-12:00", "12:00-17:30", ("08:00-17:30",)),
        ("08:00-12:00", "13:00-17:30", ("08:00-12:00", "13:00-17:30")),
        ("08:00-16:00", "09:00-10:00", ("08:00-16:00",)),
        ("08:00-12:00", None, ("08:00-12:00",)),
        (None, None, ()),
    ],
)
def test_a_door_is_open_while_one_of_its_areas_is(
    benefits: str | None, cases: str | None, expected: tuple[str, ...]
) -> None:
    office = an_office(
        areas=(
            an_area(BENEFITS, opening=hours(benefits)),
            an_area(CASES, opening=hours(cases)),
            an_area(YOUTH),
        )
    )
    assert house_view(EMPTY_HOUSE, office, MAIN, at("10:00")).hours_today == spans(*expected)


def test_the_next_opening_is_told_while_it_is_closed_only() -> None:
    open_view = house_view(EMPTY_HOUSE, OFFICE, MAIN, at("10:00"))
    closed_view = house_view(EMPTY_HOUSE, OFFICE, MAIN, at("16:00"))
    assert (open_view.open_now, open_view.opens_next) == (True, None)
    assert closed_view.open_now is False
    assert closed_view.opens_next is not None
    assert closed_view.opens_next.astimezone(UTC) == at("08:00", MONDAY + timedelta(days=1))


def test_a_door_that_never_opens_names_no_opening() -> None:
    office = an_office(areas=(an_area(BENEFITS, opening=hours(None)), an_area(CASES, opening=hours(None))))
    office_view = house_view(EMPTY_HOUSE, office, a_door(), at("10:00"))
    assert (office_view.open_now, office_view.opens_next) == (False, None)


def test_the_day_is_that_of_the_offices_clock() -> None:
    just_after_midnight = at("00:30")
    assert just_after_midnight.date() != MONDAY
    assert house_view(EMPTY_HOUSE, OFFICE, MAIN, just_after_midnight).today == MONDAY
    assert just_after_midnight.astimezone(BERLIN).date() == MONDAY


def test_a_stop_is_shown_at_the_door_that_it_holds_for() -> None:
    message = wording("Pause", "Break")
    house = a_house(AdmissionStopped(MAIN_DOOR, message))
    assert house_view(house, OFFICE, MAIN, at("10:00")).stopped == message
    assert house_view(house, OFFICE, OFFICE.doors[EXIT_DOOR], at("10:00")).stopped is None


def test_spans_are_wall_clock_times() -> None:
    view = house_view(EMPTY_HOUSE, OFFICE, MAIN, at("10:00"))
    assert view.hours_today == (Span(time(8), time(16)),)
