from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.core.instant import ends_of_day, in_utc, is_over
from tests.building import BERLIN

LAST_SUMMER_HOUR = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN, fold=0)
FIRST_WINTER_HOUR = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN, fold=1)


def test_the_hour_that_the_clock_shows_twice_is_two_hours() -> None:
    assert in_utc(FIRST_WINTER_HOUR) - in_utc(LAST_SUMMER_HOUR) == timedelta(hours=1)


def test_a_moment_in_utc_bears_utc() -> None:
    assert in_utc(LAST_SUMMER_HOUR).tzinfo is UTC


def test_a_time_without_a_zone_names_no_moment() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        in_utc(datetime(2021, 9, 20, 10, 0))  # noqa: DTZ001 - the naive time is what is refused


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2021, 10, 31), 25), (date(2021, 3, 28), 23), (date(2021, 12, 31), 24)]
)
def test_a_day_ends_at_the_offices_midnights_whatever_the_clock_does(day: date, hours: int) -> None:
    start, end = ends_of_day(day, BERLIN)
    assert (start.date(), start.hour, end.date(), end.hour) == (day, 0, day + timedelta(days=1), 0)
    assert in_utc(end) - in_utc(start) == timedelta(hours=hours)


@pytest.mark.parametrize(("now", "over"), [("21:59:59", False), ("22:00", True)])
def test_a_day_is_over_at_midnight_of_the_office_and_not_of_utc(now: str, *, over: bool) -> None:
    at = datetime.fromisoformat(f"2021-09-20T{now}+00:00")
    assert is_over(date(2021, 9, 20), at, BERLIN) is over
