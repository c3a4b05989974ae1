from datetime import UTC, datetime, timedelta

import pytest

from kiosk.core.instant import in_utc
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
