"""The picture of a day, of courses that are made up: each shape lies where its numbers say."""

import re
from dataclasses import replace
from datetime import timedelta

from kiosk.core.crowd import Expected
from kiosk.core.figures.curve import QUARTER, CapStep, Quarter, Step
from kiosk.web.course import Course
from kiosk.web.day_chart import Beside, day_chart
from tests.building import BERLIN, at, minutes

OPENS, CLOSES = at("08:00"), at("16:00")
NOON = at("12:00")
QUIET = Course(
    day=OPENS.date(),
    opens_at=OPENS,
    closes_at=CLOSES,
    steps=(),
    caps=(),
    quarters=(),
    waits=(),
    ordinary=(),
)


def expected(moment: timedelta, high: float) -> Expected:
    return Expected(NOON + moment, 25, high / 2, 0, high, 0.0, 0.0)


def heights(path: str) -> list[float]:
    """Return the heights at which the upright strokes of a path end, in its order."""
    return [float(each) for each in re.findall(r"V(-?[\d.]+)", path)]


def test_a_number_that_was_reached_for_a_moment_is_drawn() -> None:
    moment = (Step(NOON, 9), Step(NOON + timedelta(seconds=1), 3))
    highest, last = heights(day_chart(replace(QUIET, steps=moment), BERLIN, None).curve)
    assert highest < last


def test_a_number_below_zero_stays_within_the_picture() -> None:
    chart = day_chart(replace(QUIET, steps=(Step(NOON, -2),)), BERLIN, None)
    assert heights(chart.curve) == [1000.0]


def test_a_day_that_is_under_way_is_drawn_until_now_and_one_that_is_over_to_its_end() -> None:
    assert day_chart(QUIET, BERLIN, NOON).curve.endswith("H500.0")
    assert day_chart(QUIET, BERLIN, None).curve.endswith("H1000.0")


def test_after_closing_nobody_is_shown_as_inside_now() -> None:
    assert day_chart(QUIET, BERLIN, NOON).inside == 100.0
    assert day_chart(QUIET, BERLIN, CLOSES + minutes(1)).inside is None


def test_what_is_expected_at_most_has_room_in_the_picture() -> None:
    ahead = (expected(timedelta(0), 30), expected(QUARTER, 60))
    band = day_chart(QUIET, BERLIN, NOON, Beside(ahead)).band
    assert min(float(each) for each in re.findall(r" (-?[\d.]+)", band)) > 0


def test_a_single_moment_ahead_has_no_band() -> None:
    assert day_chart(QUIET, BERLIN, CLOSES, Beside((expected(timedelta(0), 3),))).band == ""


def test_a_line_whose_number_a_cap_would_cover_is_left_out() -> None:
    lines = day_chart(QUIET, BERLIN, None).lines
    capped = day_chart(replace(QUIET, caps=(CapStep(OPENS, 4),)), BERLIN, None)
    assert [each.value for each in lines] == [0, 1, 2, 3, 4]
    assert [each.value for each in capped.lines] == [0, 1, 2, 3]


def test_the_bars_of_two_quarters_stand_apart() -> None:
    quarters = (Quarter(NOON, 4, 1), Quarter(NOON + QUARTER, 2, 0))
    first, second = day_chart(replace(QUIET, quarters=quarters), BERLIN, None).bars
    assert first.x + first.width < second.x
    assert (first.up, second.up, first.down) == (500.0, 250.0, 125.0)


def test_the_hours_are_full_ones_of_the_clock_at_the_wall() -> None:
    course = replace(QUIET, opens_at=at("07:30"), closes_at=at("19:30"))
    shown = [each.value for each in day_chart(course, BERLIN, None).hours]
    assert shown == [at(f"{hour:02}:00") for hour in (8, 10, 12, 14, 16, 18)]
