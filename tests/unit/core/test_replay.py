"""A day replayed under another cap: the same people, the same fair line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment import Appointment
from kiosk.core.backtest import KnownDay
from kiosk.core.events import Exited, Happening, Uncalled, UncalledBecause
from kiosk.core.figures.day import day_figures
from kiosk.core.figures.visits import visits_of, waits_of
from kiosk.core.ids import RulesId, VisitId
from kiosk.core.office import AreaId
from kiosk.core.replay import (
    Arrival,
    Full,
    Passage,
    arrivals_of,
    as_recorded,
    course,
    inside_over,
    is_under_way,
    other_cap,
    replay,
    replay_day,
    times_full,
)
from kiosk.core.rule_events import RulesWithdrawn
from kiosk.core.rule_history import rule_history
from tests.building import (
    BENEFITS,
    CASES,
    MONDAY,
    YOUTH,
    a_cap,
    an_appointment,
    an_event,
    an_office,
    at,
    entered,
    minutes,
    queued,
    rules_entered,
)
from tests.simulated_days import an_office_with_desks, simulated_weeks

Told = tuple[str, Happening]


def an_arrival(
    came: str,
    stay: float = 30,
    *,
    party: int = 1,
    due: str | None = None,
    area: AreaId = BENEFITS,
    until: str = "16:00",
) -> Arrival:
    """Return a party that came in as soon as it came to the door; `stay` is in minutes."""
    came_at = at(came)
    return Arrival(area, party, None if due is None else at(due), came_at, came_at, minutes(stay), at(until))


def a_day(*told: Told, booked: Sequence[Appointment] = ()) -> KnownDay:
    events = tuple(
        an_event(what, at(clock), name=f"{clock}-{place}") for place, (clock, what) in enumerate(told)
    )
    return KnownDay(MONDAY, events, tuple(booked))


def gone(name: str, party: int = 1) -> Exited:
    return Exited(VisitId(name), None, BENEFITS, party)


def waits(passages: Sequence[Passage]) -> list[int | None]:
    """Return how many minutes each waited; None for those who did not come in."""
    return [None if each.entered_at is None else each.wait // minutes(1) for each in passages]


@st.composite
def days(draw: st.DrawFn, *, punctual: bool = False, shortest: int = 0) -> tuple[Arrival, ...]:
    """Draw a morning's arrivals, whose stays are of `shortest` minutes or more.

    `punctual`: without appointments, so that they are served as they come.
    """
    arrivals = []
    for came in sorted(draw(st.lists(st.integers(0, 120), max_size=25))):
        came_at = at("08:00") + minutes(came)
        due = None if punctual else draw(st.none() | st.integers(0, 150))
        arrivals.append(
            Arrival(
                area=draw(st.sampled_from((BENEFITS, CASES))),
                party=draw(st.integers(1, 3)),
                due=None if due is None else at("08:00") + minutes(due),
                came_at=came_at,
                entered_at=came_at,
                stay=minutes(draw(st.integers(shortest, 90))),
                until=max(at("10:30"), came_at),
            )
        )
    return tuple(arrivals)


def test_another_cap_of_the_building_leaves_areas_the_caps_that_held_when_the_day_began() -> None:
    later = MONDAY + timedelta(days=1)
    history = rule_history(
        [
            an_event(rules_entered("held", 20, since=at("08:00"), benefits=3), at("07:00"), name="held"),
            an_event(RulesWithdrawn(RulesId("held"), None), at("09:00", later), name="withdrawn"),
            an_event(
                rules_entered("later", 1, since=at("07:00"), benefits=1), at("10:00", later), name="later"
            ),
        ]
    )
    office = an_office(caps=[a_cap(25, cases=9)])
    cap = other_cap(office, a_day(("08:30", entered("a"))), history, 2)
    assert (cap.building, dict(cap.areas)) == (2, {BENEFITS: 3, CASES: 9})
    before = other_cap(office, a_day(), history, 2)
    assert (before.building, dict(before.areas)) == (2, {CASES: 9})


# A party that leaves in the moment in which it came is in no peak, and still has to fit.
@given(days(shortest=1), st.integers(0, 5))
def test_with_a_cap_at_or_above_the_peak_nobody_waits_and_the_day_goes_as_it_went(
    arrivals: tuple[Arrival, ...], more: int
) -> None:
    as_it_was = as_recorded(arrivals)
    peak = course(as_it_was).most_inside
    passages = replay(arrivals, a_cap(peak + more))
    assert passages == as_it_was
    assert course(passages).waited_parties == 0


@given(days(), st.integers(0, 8), st.integers(0, 5))
def test_the_caps_of_the_building_and_of_its_areas_are_never_exceeded(
    arrivals: tuple[Arrival, ...], building: int, in_cases: int
) -> None:
    passages = replay(arrivals, a_cap(building, cases=in_cases))
    in_area = [each for each in passages if each.arrival.area == CASES]
    assert all(step.inside <= building for step in inside_over(passages))
    assert all(step.inside <= in_cases for step in inside_over(in_area))


@given(days(), st.integers(1, 8))
def test_nobody_overtakes_who_waits_by_an_earlier_appointment_or_arrival(
    arrivals: tuple[Arrival, ...], cap: int
) -> None:
    fitting = tuple(each for each in arrivals if each.party <= cap)
    passages = replay(fitting, a_cap(cap))
    for served in passages:
        if served.entered_at is None:
            continue
        for other in passages:
            if _rank(other) < _rank(served) and other.arrival.came_at <= served.entered_at:
                left_the_line = other.entered_at or other.arrival.until
                assert left_the_line <= served.entered_at


def _rank(passage: Passage) -> tuple[datetime, datetime]:
    arrival = passage.arrival
    return arrival.due or arrival.came_at, arrival.came_at


@given(days(), st.integers(1, 8))
def test_a_place_is_never_free_while_somebody_waits_whom_it_would_hold(
    arrivals: tuple[Arrival, ...], cap: int
) -> None:
    alone = tuple(replace(each, party=1) for each in arrivals)
    passages = replay(alone, a_cap(cap))
    for step in inside_over(passages):
        waiting = [
            each
            for each in passages
            if each.arrival.came_at <= step.at < (each.entered_at or each.arrival.until)
        ]
        assert not waiting or step.inside == cap


@given(days(punctual=True), st.integers(3, 8), st.integers(0, 5))
def test_where_people_are_served_as_they_come_a_lower_cap_never_shortens_the_wait_altogether(
    arrivals: tuple[Arrival, ...], lower: int, more: int
) -> None:
    strict, lax = (course(replay(arrivals, a_cap(cap))) for cap in (lower, lower + more))
    assert strict.total_wait >= lax.total_wait
    assert strict.not_in_parties >= lax.not_in_parties


def test_a_lower_cap_may_shorten_the_wait_where_it_keeps_out_a_long_visit_of_many() -> None:
    first = an_arrival("08:00", 2)
    long_visit = an_arrival("08:00", 100, party=3, due="10:00")
    short_visits = [an_arrival("08:01", 1, due="08:01") for _ in range(5)]
    arrivals = (first, long_visit, *short_visits)
    # With four places the long visit leaves one place to the short ones; with three it comes last.
    with_four, with_three = (course(replay(arrivals, a_cap(cap))) for cap in (4, 3))
    assert with_three.total_wait < with_four.total_wait


def test_the_earlier_appointment_goes_first_whoever_came_first() -> None:
    arrivals = (
        an_arrival("08:00", 30),
        an_arrival("08:05", 30, due="09:00"),
        an_arrival("08:10", 30, due="08:15"),
    )
    assert waits(replay(arrivals, a_cap(1))) == [0, 55, 20]


def test_a_full_area_holds_up_only_those_who_wait_for_it() -> None:
    arrivals = (
        an_arrival("08:00", 30, area=CASES),
        an_arrival("08:05", 30, area=CASES),
        an_arrival("08:10", 30),
    )
    assert waits(replay(arrivals, a_cap(5, cases=1))) == [0, 25, 0]


def test_a_party_larger_than_the_cap_holds_up_nobody_and_does_not_come_in() -> None:
    arrivals = (an_arrival("08:00", party=3, until="09:00"), an_arrival("08:05"))
    passages = replay(arrivals, a_cap(2))
    assert waits(passages) == [None, 0]
    assert passages[0].wait == minutes(60)


def test_whoever_still_waits_when_the_area_closes_does_not_come_in() -> None:
    arrivals = (
        an_arrival("15:30", 30),
        an_arrival("15:40", 5),
        an_arrival("15:50", 5, area=CASES, until="17:00"),
    )
    passages = replay(arrivals, a_cap(1))
    assert waits(passages) == [0, None, 10]
    told = course(passages)
    assert (told.waited_parties, told.not_in_parties, told.not_in_people) == (2, 1, 1)
    assert (told.median_wait, told.longest_wait, told.total_wait) == (minutes(15), minutes(20), minutes(30))


def test_who_came_after_closing_comes_in_at_once_or_not_at_all() -> None:
    late = replace(an_arrival("16:05", 10), until=at("16:05"))
    assert waits(replay((late, late), a_cap(1))) == [0, None]


def arrivals_on(day: KnownDay) -> tuple[Arrival, ...]:
    return arrivals_of(an_office(), day, visits_of(day.events), waits_of(day.events))


def test_full_is_told_from_the_first_moment_to_the_last_without_a_place() -> None:
    arrivals = (an_arrival("08:00", 30), an_arrival("08:10", 40), an_arrival("10:00", 10, party=2))
    steps = inside_over(replay(arrivals, a_cap(2)))
    assert times_full(steps, 2) == (Full(at("08:10"), at("08:30")), Full(at("10:00"), at("10:10")))
    assert times_full(steps, 1) == (Full(at("08:00"), at("08:50")), Full(at("10:00"), at("10:10")))
    assert times_full(steps, 3) == ()


def test_a_party_comes_when_it_joined_the_line_and_by_the_time_that_it_was_promised() -> None:
    moved = an_appointment("a", at("15:00"))
    day = a_day(
        ("09:50", queued(1, "a", starts_at=at("10:00"))),
        ("10:10", entered("a", from_line=1)),
        ("10:20", entered("b")),
        ("10:40", gone("a")),
        ("10:50", gone("b")),
        booked=[moved, an_appointment("b", at("10:15"))],
    )
    a, b = arrivals_on(day)
    assert (a.came_at, a.entered_at, a.due, a.stay) == (at("09:50"), at("10:10"), at("10:00"), minutes(30))
    assert (b.came_at, b.entered_at, b.due, b.until) == (at("10:20"), at("10:20"), at("10:15"), at("16:00"))


def test_the_hours_are_those_of_the_area_or_of_the_building_where_the_file_names_it_no_longer() -> None:
    unknown = replace(entered("a"), area=AreaId("attic"), appointment=None)
    (arrival,) = arrivals_on(a_day(("10:00", unknown)))
    assert (arrival.until, arrival.due) == (at("16:00"), None)
    (after_closing,) = arrivals_on(a_day(("16:30", entered("a", area=YOUTH))))
    assert after_closing.until == at("16:30")


def test_a_visit_that_nobody_saw_end_lasts_until_midnight_and_one_of_less_than_no_time_none() -> None:
    day = a_day(("10:00", entered("a")), ("10:30", entered("b")), ("10:20", gone("b")))
    assert [each.stay for each in arrivals_on(day)] == [timedelta(hours=14), timedelta(0)]


def test_a_day_is_under_way_until_the_last_area_has_closed_on_it() -> None:
    office, tuesday = an_office(), MONDAY + timedelta(days=1)
    assert is_under_way(office, MONDAY, at("07:00"))
    assert is_under_way(office, MONDAY, at("15:59"))
    assert not is_under_way(office, MONDAY, at("16:00"))
    assert not is_under_way(office, MONDAY, at("09:00", tuesday))


def test_a_replay_tells_the_day_as_it_was_and_as_it_would_have_been() -> None:
    day = a_day(
        ("09:00", entered("a", 2)),
        ("09:10", entered("b")),
        ("09:20", queued(1, "c")),
        ("09:25", queued(2)),
        ("09:26", queued(3, "d")),
        ("09:30", Uncalled(1, UncalledBecause.NOBODY_CAME)),
        ("09:31", queued(4, "c")),
        ("09:35", Uncalled(3, UncalledBecause.NOBODY_CAME)),
        ("09:36", queued(5, "d")),
        ("09:40", gone("a", 2)),
        ("09:41", entered("c", from_line=4)),
        ("10:00", gone("b")),
        ("10:10", gone("c")),
    )
    told = replay_day(an_office(), day, a_cap(2))
    assert told is not None
    assert (told.parties, told.people, told.gave_up, told.unseen) == (3, 4, 2, 0)
    assert (told.as_it_was.most_inside, told.as_it_was.waited_people) == (3, 1)
    assert told.as_it_was.longest_wait == minutes(10)
    assert (told.replayed.most_inside, told.replayed.waited_people) == (2, 2)
    assert told.replayed.median_wait == minutes((30 + 9) / 2)
    assert told.full == (Full(at("09:00"), at("10:09")),)


def test_on_a_day_on_which_nobody_came_in_there_is_nothing_to_replay() -> None:
    assert replay_day(an_office(), a_day(("09:20", queued(1))), a_cap(2)) is None


@pytest.mark.parametrize("cap", [60, 25])
def test_whole_days_are_replayed_as_the_figures_know_them(cap: int) -> None:
    for day in simulated_weeks(3, MONDAY, 1):
        told = replay_day(an_office_with_desks(), day, a_cap(cap))
        assert told is not None
        assert told.as_it_was.most_inside == day_figures(day.events).most_inside
        assert told.replayed.most_inside == min(cap, told.as_it_was.most_inside)
        assert (told.replayed.waited_parties == 0) == (told.as_it_was.most_inside <= cap)


def test_a_cap_of_nobody_lets_nobody_in() -> None:
    assert course(replay((an_arrival("08:00"),), a_cap(0))).not_in_parties == 1
