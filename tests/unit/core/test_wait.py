from dataclasses import replace
from datetime import timedelta
from statistics import fmean, median

import pytest

from kiosk.core.line import Space, awaited, space
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId
from kiosk.core.wait import awaited_places, estimate_wait, usual_stays
from tests.building import (
    BENEFITS,
    CASES,
    YOUTH,
    a_cap,
    a_house,
    an_appointment,
    an_area,
    an_office,
    at,
    due,
    entered,
    minutes,
    queued,
)
from tests.unit.core.simulated_day import CAP, STAYS, SimulatedDay, Wait

STAY = {BENEFITS: minutes(30), CASES: minutes(40), YOUTH: minutes(20)}


def estimate(number: int, house: House, now: str, cap: int = 2, *, cases: int = 99) -> timedelta | None:
    return estimate_wait(number, house, space(house, a_cap(cap, cases=cases)), STAY, at(now))


def test_the_first_in_the_line_waits_until_the_next_visit_usually_ends() -> None:
    house = a_house(entered("x"), when=at("10:00"))
    house = a_house(entered("y"), queued(1, "a"), when=at("10:10"), house=house)
    assert estimate(1, house, "10:10") == minutes(20)


def test_who_is_further_back_waits_for_more_visits_and_for_those_of_the_people_ahead() -> None:
    house = a_house(entered("x"), when=at("10:00"))
    house = a_house(
        entered("y"), *(queued(number, str(number)) for number in (1, 2, 3)), when=at("10:10"), house=house
    )
    assert [estimate(number, house, "10:10") for number in (1, 2, 3)] == [
        minutes(20),
        minutes(30),
        minutes(50),
    ]


def test_a_visit_past_its_usual_length_is_expected_to_last_a_quarter_of_it_from_now() -> None:
    house = a_house(entered("x", 2), queued(1, "a"), when=at("10:00"))
    assert estimate(1, house, "11:00") == minutes(7.5)


def test_who_waits_for_a_full_area_waits_for_a_visit_there() -> None:
    house = a_house(
        entered("x", area=YOUTH), entered("y", area=CASES), queued(1, "a", area=CASES), when=at("10:00")
    )
    assert estimate(1, house, "10:00", cap=9, cases=1) == minutes(40)


def test_no_time_is_named_where_nobody_would_make_room() -> None:
    assert estimate(1, a_house(queued(1, "a")), "10:00", cap=0) is None
    assert estimate(7, a_house(entered("x")), "10:00") is None


def test_who_is_awaited_before_takes_a_place_before() -> None:
    house = a_house(entered("x", 2), queued(1, "a", starts_at=at("10:15")), when=at("10:00"))
    coming = awaited(an_office(), house, [due(an_appointment("b", at("10:10"), party=2))], at("10:00"))
    line = (*awaited_places(coming, at("10:00")), *house.line)
    expected = replace(house, line=line)
    assert estimate_wait(1, house, Space(0, {}), STAY, at("10:00")) == minutes(30)
    assert estimate_wait(1, expected, Space(0, {}), STAY, at("10:00")) == minutes(60)


def test_a_stay_is_usual_as_the_office_expects_it_until_it_has_been_measured() -> None:
    areas = {area.id: area for area in (an_area(BENEFITS, usual_stay=30), an_area(YOUTH, usual_stay=20))}
    measured = replace(a_house(), stays={YOUTH: minutes(12)})
    assert usual_stays(areas, measured) == {BENEFITS: minutes(30), YOUTH: minutes(12)}


def test_an_area_that_is_gone_is_taken_to_have_stays_of_half_an_hour() -> None:
    gone = AreaId("removed")
    house = a_house(
        entered("x", 2, area=gone), queued(1, "a", 2, area=gone), queued(2, "b", 2), when=at("10:00")
    )
    assert estimate(2, house, "10:00") == minutes(60)


# A simulated week of each pace: the figures are printed with `pytest -s`.

PACES = {"quiet": 5.0, "busy": 4.0, "crowded": 3.5}


def mean_error(waits: list[Wait], told: list[float]) -> float:
    return fmean(abs(minutes_told - wait.real) for minutes_told, wait in zip(told, waits, strict=True))


@pytest.mark.parametrize("pace", PACES)
def test_the_minutes_told_are_nearer_to_the_real_wait_than_simple_rules_are(pace: str) -> None:
    waits = [wait for seed in range(5) for wait in SimulatedDay(seed, every=PACES[pace]).run()]
    assert len(waits) > 100
    usual_stay = fmean(STAYS.values())
    by_estimate = mean_error(waits, [wait.told for wait in waits])
    by_people_ahead = mean_error(waits, [(wait.people_ahead + 1) * usual_stay / CAP for wait in waits])
    # The constant that would have been best, which nobody knows before.
    by_constant = mean_error(waits, [median(wait.real for wait in waits)] * len(waits))
    bias = fmean(wait.told - wait.real for wait in waits)
    real = fmean(wait.real for wait in waits)
    print(  # noqa: T201 - the figures of the simulation
        f"{pace}: {len(waits)} waits of {real:.1f} min; mean error {by_estimate:.1f} min (bias {bias:+.1f}), "
        f"by people ahead {by_people_ahead:.1f}, by a constant {by_constant:.1f}"
    )
    assert by_estimate < 0.85 * by_people_ahead
    assert by_estimate < 0.65 * by_constant
    assert abs(bias) < 0.15 * real
