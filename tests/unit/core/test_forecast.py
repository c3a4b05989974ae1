"""What is expected until closing follows from who is inside, who is booked, and what earlier days taught."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from math import inf

import pytest

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.crowd import Expected
from kiosk.core.events import Corrected, CorrectedBecause
from kiosk.core.experience import NEVER, Experience, Lesson, experience
from kiosk.core.forecast import DayAhead, Forecast, Outlook, closing, forecast
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId, Office
from kiosk.core.quantiles import Quantiles
from tests.building import (
    BENEFITS,
    CASES,
    MONDAY,
    YOUTH,
    a_cap,
    a_house,
    an_appointment,
    an_area,
    an_office,
    at,
    entered,
    hours,
    queued,
    spans,
)

NOBODY_WALKS_IN: Mapping[AreaId, tuple[float, ...]] = {}
PUNCTUAL = Quantiles((0.0, 0.0))
AS_PLANNED = Quantiles((1.0, 1.0))


def taught(
    *,
    away: float = 0.0,
    lateness: Quantiles = PUNCTUAL,
    share: Quantiles = AS_PLANNED,
    stays: Mapping[AreaId, Quantiles] | None = None,
    walk_ins: Mapping[AreaId, tuple[float, ...]] = NOBODY_WALKS_IN,
    unevenness: float = 1.0,
) -> Experience:
    shares = dict.fromkeys((BENEFITS, CASES, YOUTH), share)
    return Experience(20, away, lateness, shares, stays or {}, walk_ins, unevenness)


def ahead(
    *booked: Appointment,
    house: House = EMPTY_HOUSE,
    office: Office | None = None,
    came: frozenset[str] = frozenset(),
    by: Experience | None = None,
) -> DayAhead:
    came_ids = frozenset(AppointmentId(each) for each in came)
    return DayAhead(office or an_office(), booked, came_ids, house, by or taught())


def at_clock(expected: Forecast, clock: str) -> Expected:
    return next(step for step in expected.steps if step.at == at(clock))


def an_hourly_rate(**people: float) -> tuple[float, ...]:
    """Return the people of each quarter of an hour, `h10=4` being four in each quarter after ten."""
    return tuple(people.get(f"h{quarter // 4}", 0.0) for quarter in range(96))


def test_the_first_step_is_now_and_the_last_is_closing() -> None:
    steps = forecast(ahead(), at("15:47:30")).steps
    assert [step.at for step in steps] == [at(clock) for clock in ("15:47:30", "15:50", "15:55", "16:00")]


def test_after_closing_only_now_is_told() -> None:
    house = a_house(entered("a", 2))
    (now,) = forecast(ahead(house=house), at("17:00")).steps
    assert (now.people, now.low, now.high) == (2, 2, 2)


def test_it_closes_when_the_last_area_closes() -> None:
    office = an_office(areas=[an_area(BENEFITS, opening=hours("08:00-12:00")), an_area(CASES)])
    assert closing(office, at("09:00")) == at("16:00")
    assert closing(office, at("09:00"), BENEFITS) == at("12:00")
    assert closing(office, at("13:00"), BENEFITS) is None


def test_who_is_booked_is_inside_for_as_long_as_planned() -> None:
    expected = forecast(ahead(an_appointment(party=3)), at("09:00"))
    assert [at_clock(expected, clock).people for clock in ("09:55", "10:00", "10:25", "10:35")] == [
        0,
        3,
        3,
        0,
    ]


def test_who_stays_away_now_and_then_is_expected_by_chance_with_a_spread() -> None:
    expected = at_clock(
        forecast(
            ahead(*(an_appointment(str(n)) for n in range(10)), by=taught(away=0.2)),
            at("09:00"),
        ),
        "10:10",
    )
    assert expected.people == pytest.approx(8, abs=0.01)
    assert expected.low == pytest.approx(8 - 1.2816 * 1.6**0.5, abs=0.01)
    assert expected.high == pytest.approx(8 + 1.2816 * 1.6**0.5, abs=0.01)


def test_the_later_it_is_the_likelier_who_has_not_come_stays_away() -> None:
    by = taught(away=0.5, lateness=Quantiles((-300.0, 0.0, 300.0, 600.0)))
    at_ten = [
        at_clock(forecast(ahead(an_appointment(), by=by), at(now)), "10:15").people
        for now in ("09:00", "10:01", "10:06")
    ]
    assert at_ten == pytest.approx([0.5, 1 / 3, 0.2])
    assert at_clock(forecast(ahead(an_appointment(), by=by), at("10:12")), "10:15").people == 0


def test_who_came_already_or_was_cancelled_is_not_expected_again() -> None:
    cancelled = an_appointment("b", status=AppointmentStatus.CANCELLED)
    day = ahead(an_appointment("a"), cancelled, came=frozenset({"a"}))
    assert at_clock(forecast(day, at("09:55")), "10:10").people == 0


def test_who_is_early_stays_until_the_appointment_is_over() -> None:
    by = taught(lateness=Quantiles((-600.0, -600.0)))
    expected = forecast(ahead(an_appointment(), by=by), at("09:00"))
    assert [at_clock(expected, clock).people for clock in ("09:45", "09:50", "10:25", "10:35")] == [
        0,
        1,
        1,
        0,
    ]


def test_who_is_inside_leaves_when_such_visits_are_over() -> None:
    house = a_house(entered("a", 2, until=at("10:30")), when=at("09:50"))
    by = taught(share=Quantiles((0.5, 1.5)))
    expected = forecast(ahead(an_appointment("a"), house=house, came=frozenset({"a"}), by=by), at("10:00"))
    assert [
        at_clock(expected, clock).people for clock in ("10:15", "10:30", "10:45", "10:50")
    ] == pytest.approx([2, 1, 0.5, 0])


def test_who_has_been_inside_longer_than_anybody_before_is_counted_until_somebody_settles_it() -> None:
    house = a_house(entered("a", until=at("09:00")), when=at("08:30"))
    day = ahead(an_appointment("a", at("08:30")), house=house, came=frozenset({"a"}))
    assert at_clock(forecast(day, at("10:00")), "15:00").people == 1


def test_who_came_without_an_appointment_stays_as_such_people_do() -> None:
    came = entered("a", until=at("10:30"))
    house = a_house(came, when=at("10:00"))
    by = taught(stays={BENEFITS: Quantiles((600.0, 1200.0))})
    assert at_clock(forecast(ahead(house=house, by=by), at("10:00")), "10:15").people == pytest.approx(0.5)


def test_people_beyond_the_visits_leave_as_those_of_visits_do() -> None:
    more = Corrected(BENEFITS, 2, CorrectedBecause.RECOUNT)
    house = a_house(entered("a", 2, until=at("10:30")), more, when=at("10:00"))
    expected = forecast(ahead(an_appointment("a"), house=house, came=frozenset({"a"})), at("10:00"))
    assert [at_clock(expected, clock).people for clock in ("10:20", "10:35")] == [4, 0]


def test_people_in_an_area_without_visits_stay() -> None:
    house = a_house(Corrected(BENEFITS, 2, CorrectedBecause.RECOUNT), when=at("10:00"))
    assert at_clock(forecast(ahead(house=house), at("10:00")), "15:00").people == 2


def test_who_waits_outside_comes_in_as_soon_as_there_is_room() -> None:
    house = a_house(queued(1, "a", 2, starts_at=at("10:00")), queued(2, None, 1), when=at("10:05"))
    expected = forecast(ahead(an_appointment("a", party=2), house=house), at("10:05"))
    assert [at_clock(expected, clock).people for clock in ("10:20", "10:40")] == [3, 0]


def test_walk_ins_are_expected_as_on_earlier_days_while_it_is_open() -> None:
    rate = {BENEFITS: an_hourly_rate(h10=2.0, h17=5.0), AreaId("gone"): an_hourly_rate(h10=9.0)}
    by = taught(walk_ins=rate)
    expected = forecast(ahead(by=by), at("09:00"))
    assert [at_clock(expected, clock).people for clock in ("10:05", "10:15", "10:30", "11:00", "11:30")] == (
        pytest.approx([0, 2, 4, 4, 0], abs=0.01)
    )
    half_over = forecast(ahead(by=by), at("10:07:30"))
    assert at_clock(half_over, "10:15").people == pytest.approx(1)


def test_walk_ins_in_parties_spread_wider() -> None:
    rate = {BENEFITS: an_hourly_rate(h10=8.0)}
    spread = [
        at_clock(forecast(ahead(by=taught(walk_ins=rate, unevenness=u)), at("09:00")), "10:15").high
        for u in (1.0, 4.0)
    ]
    assert spread[1] - 8 == pytest.approx(2 * (spread[0] - 8))


def test_nobody_is_expected_above_the_cap_and_the_line_grows_instead() -> None:
    office = an_office(caps=[a_cap(4)])
    booked = [an_appointment(str(number)) for number in range(10)]
    expected = forecast(ahead(*booked, office=office, by=taught(away=0.1)), at("09:30"))
    full = at_clock(expected, "10:10")
    assert full.people == pytest.approx(4, abs=0.01)
    assert (full.low, full.high) == (4, 4)
    assert full.full > 0.99
    assert expected.full_at == at("10:00")
    assert expected.busiest.at == at("10:00")


def test_who_is_inside_stays_inside_when_a_lower_cap_begins() -> None:
    office = an_office(caps=[a_cap(10), a_cap(2, since=at("10:05"))])
    house = a_house(entered("a", 5, until=at("10:30")), when=at("10:00"))
    expected = forecast(
        ahead(an_appointment("a"), house=house, office=office, came=frozenset({"a"})), at("10:00")
    )
    assert at_clock(expected, "10:15").people == 5
    assert at_clock(expected, "10:15").full == 1


@pytest.mark.parametrize(
    ("people", "away", "now", "outlook"),
    [
        (2, 0.3, "09:30", Outlook.ROOM),
        (4, 0.3, "09:30", Outlook.FILLS),
        (4, 0.3, "08:30", Outlook.ROOM),
        (3, 0.5, "09:30", Outlook.MAY_FILL),
        (3, 0.5, "08:30", Outlook.ROOM),
    ],
)
def test_a_warning_comes_in_time_to_act(people: int, away: float, now: str, outlook: Outlook) -> None:
    house = a_house(Corrected(CASES, people, CorrectedBecause.RECOUNT), when=at("08:00"))
    office = an_office(caps=[a_cap(5)])
    day = ahead(an_appointment(party=2), house=house, office=office, by=taught(away=away))
    assert forecast(day, at(now)).outlook() is outlook


def test_full_is_full_now() -> None:
    office = an_office(caps=[a_cap(5, benefits=2)])
    house = a_house(entered("a", 2, until=at("10:30")), when=at("10:00"))
    assert forecast(ahead(house=house, office=office), at("10:00"), BENEFITS).outlook() is Outlook.FULL
    assert forecast(ahead(house=house, office=office), at("10:00")).outlook() is Outlook.ROOM


def test_an_area_is_forecast_by_itself_and_may_have_no_cap() -> None:
    office = an_office(caps=[a_cap(5, benefits=2)])
    day = ahead(an_appointment("a", party=2), an_appointment("b", area=CASES), office=office)
    in_benefits, in_cases = (forecast(day, at("09:30"), area) for area in (BENEFITS, CASES))
    assert (at_clock(in_benefits, "10:10").people, at_clock(in_benefits, "10:10").cap) == (2, 2)
    assert in_benefits.outlook() is Outlook.FILLS
    assert (at_clock(in_cases, "10:10").people, at_clock(in_cases, "10:10").cap) == (1, None)
    assert in_cases.outlook() is Outlook.ROOM


def test_an_area_that_is_gone_from_the_office_is_forecast_too() -> None:
    gone = AreaId("gone")
    house = a_house(entered("a", area=gone, until=at("10:30")), when=at("10:00"))
    assert at_clock(forecast(ahead(house=house), at("10:00")), "11:15").people == 0


A_DAY = Lesson(MONDAY, booked=0, away=0, lateness=(), shares={}, stays={}, walk_ins={}, squared=0)


def test_without_earlier_days_the_usual_is_assumed() -> None:
    assumed = experience((), 0)
    assert (assumed.days, assumed.away, assumed.unevenness) == (0, 0.1, 1.0)
    assert assumed.lateness.share_above(0) == pytest.approx(0.3125)
    assert assumed.shares_of(BENEFITS).share_above(1.0) > 0.4


def test_who_stayed_away_moves_what_is_assumed() -> None:
    assert experience([replace(A_DAY, booked=90, away=24)], 0).away == 0.25


def test_lengths_of_all_days_are_taken_together() -> None:
    days = [
        replace(A_DAY, shares={BENEFITS: (500, NEVER)}, stays={CASES: (60,)}),
        replace(A_DAY, shares={BENEFITS: (1500,)}, lateness=(30,)),
    ]
    taught_by = experience(days, 0)
    assert taught_by.shares[BENEFITS].values == (0.5, 1.5, inf)
    assert taught_by.stays[CASES].values == (60,)
    assert taught_by.lateness.values == (30,)


def test_walk_ins_are_those_of_the_weekday_where_enough_of_it_are_known() -> None:
    mondays = [
        replace(A_DAY, day=MONDAY - timedelta(weeks=n), walk_ins={BENEFITS: ((40, 3),)}, squared=5)
        for n in range(3)
    ]
    tuesday = replace(A_DAY, day=MONDAY + timedelta(days=1), walk_ins={BENEFITS: ((40, 11),)}, squared=11)
    assert experience([*mondays, tuesday], 0).walk_ins[BENEFITS][40] == 3
    assert experience([*mondays, tuesday], 0).unevenness == pytest.approx(5 / 3)
    assert experience([*mondays, tuesday], 1).walk_ins[BENEFITS][40] == 5


def test_the_wall_clock_counts_also_on_the_day_on_which_the_clocks_change() -> None:
    sunday = date(2021, 10, 31)
    opening = hours(weekly={6: spans("08:00-16:00")})
    office = an_office(areas=[an_area(BENEFITS, opening=opening)])
    by = taught(walk_ins={BENEFITS: an_hourly_rate(h10=2.0)})
    expected = forecast(ahead(office=office, by=by), at("08:00", sunday))
    assert next(step.people for step in expected.steps if step.at == at("10:15", sunday)) == 2
    assert expected.steps[-1].at == at("16:00", sunday)
