from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.opening_hours import OpeningHours, Span
from tests.building import BERLIN, MONDAY, at, hours, spans

TUESDAY = MONDAY + timedelta(days=1)
SUNDAY = MONDAY + timedelta(days=6)
SUMMER_BEGINS = date(2021, 3, 28)
WINTER_BEGINS = date(2021, 10, 31)

OFFICE_HOURS = hours(weekly={0: spans("08:00-12:00", "13:00-16:00"), 1: spans("08:00-17:30")})


@pytest.mark.parametrize(
    ("clock", "is_open"),
    [
        ("07:59:59", False),
        ("08:00", True),
        ("11:59:59", True),
        ("12:00", False),
        ("12:59", False),
        ("13:00", True),
        ("15:59:59", True),
        ("16:00", False),
    ],
)
def test_it_is_open_from_the_first_minute_of_a_span_until_just_before_its_last(
    clock: str,
    is_open: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert OFFICE_HOURS.is_open(at(clock), BERLIN) is is_open


def test_a_weekday_that_is_not_named_is_closed() -> None:
    assert OFFICE_HOURS.on(SUNDAY) == ()
    assert not OFFICE_HOURS.is_open(at("10:00", SUNDAY), BERLIN)


def test_a_public_holiday_closes_a_weekday() -> None:
    holiday = hours("08:00-16:00", holidays={MONDAY: "Feiertag"})
    assert not holiday.is_open(at("10:00"), BERLIN)
    assert holiday.is_open(at("10:00", TUESDAY), BERLIN)


def test_an_exception_opens_a_holiday_and_closes_a_working_day() -> None:
    given = hours(
        "08:00-16:00",
        exceptions={MONDAY: spans("09:00-10:00"), TUESDAY: ()},
        holidays={MONDAY: "Feiertag"},
    )
    assert given.is_open(at("09:30"), BERLIN)
    assert not given.is_open(at("10:00"), BERLIN)
    assert not given.is_open(at("10:00", TUESDAY), BERLIN)


def test_spans_are_given_in_the_order_of_the_day_however_they_were_entered() -> None:
    late_first = hours(weekly={0: spans("13:00-16:00", "08:00-12:00")})
    assert late_first.on(MONDAY) == spans("08:00-12:00", "13:00-16:00")
    assert late_first.next_opening(at("07:00"), BERLIN) == at("08:00")


@pytest.mark.parametrize(
    ("now", "opening"),
    [
        (at("07:00"), at("08:00")),
        (at("08:00"), at("13:00")),
        (at("12:30"), at("13:00")),
        (at("16:00"), at("08:00", TUESDAY)),
        (at("18:00", TUESDAY), at("08:00", MONDAY + timedelta(days=7))),
    ],
)
def test_the_next_opening_is_later_today_or_on_the_next_open_day(now: datetime, opening: datetime) -> None:
    assert OFFICE_HOURS.next_opening(now, BERLIN) == opening


def test_the_next_opening_passes_over_holidays_and_closed_days() -> None:
    given = hours("08:00-16:00", exceptions={MONDAY + timedelta(days=2): ()}, holidays={TUESDAY: "Feiertag"})
    assert given.next_opening(at("17:00"), BERLIN) == at("08:00", MONDAY + timedelta(days=3))


def test_no_opening_is_known_where_it_stays_closed_for_a_year() -> None:
    assert hours(None).next_opening(at("10:00"), BERLIN) is None


@pytest.mark.parametrize("day", [SUMMER_BEGINS, WINTER_BEGINS])
def test_eight_o_clock_is_when_the_clock_at_the_wall_says_so_on_both_clock_changes(day: date) -> None:
    opening = hours("08:00-16:00").next_opening(at("00:30", day), BERLIN)
    assert opening is not None
    assert (opening.date(), opening.time()) == (day, time(8, 0))
    assert opening - at("00:30", day) != timedelta(hours=7, minutes=30)


def test_an_hour_that_the_clock_shows_twice_is_open_twice() -> None:
    by_night = hours("02:00-03:00")
    first = datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert by_night.is_open(first, BERLIN)
    assert by_night.is_open(first + timedelta(hours=1), BERLIN)
    assert not by_night.is_open(first + timedelta(hours=2), BERLIN)


def test_an_opening_in_the_hour_that_spring_leaves_out_comes_when_the_clock_has_gone_on() -> None:
    by_night = hours("02:30-05:00")
    opening = by_night.next_opening(at("01:00", SUMMER_BEGINS), BERLIN)
    assert opening is not None
    assert opening.replace(tzinfo=None) == datetime(2021, 3, 28, 3, 30)  # noqa: DTZ001 - the wall's clock
    assert by_night.is_open(opening, BERLIN)


def test_a_day_ends_at_the_midnight_of_the_office_and_not_of_utc() -> None:
    on_monday = hours(weekly={0: spans("00:00-23:59")})
    assert on_monday.is_open(datetime(2021, 9, 19, 22, 0, tzinfo=UTC), BERLIN)
    assert not on_monday.is_open(datetime(2021, 9, 20, 22, 0, tzinfo=UTC), BERLIN)


@given(
    st.datetimes(datetime(2021, 1, 1), datetime(2021, 12, 20)),  # noqa: DTZ001 - UTC is added below
    st.sampled_from(["00:00-01:00", "06:30-12:00", "08:00-16:00", "22:00-23:59"]),
    st.sets(st.integers(0, 6), min_size=1),
)
def test_it_is_closed_until_it_opens_next_and_open_from_then_on(
    now: datetime, span: str, weekdays: set[int]
) -> None:
    now = now.replace(tzinfo=UTC)
    given_hours = hours(weekly=dict.fromkeys(weekdays, spans(span)))
    opening = given_hours.next_opening(now, BERLIN)
    assert opening is not None
    assert opening > now
    assert given_hours.is_open(opening, BERLIN)
    just_before = opening.astimezone(UTC) - timedelta(microseconds=1)
    assert not given_hours.is_open(just_before, BERLIN)
    if not given_hours.is_open(now, BERLIN):
        halfway = now + (opening - now) / 2
        assert not given_hours.is_open(min(halfway, just_before), BERLIN)


def test_a_span_ends_after_it_starts() -> None:
    with pytest.raises(ValueError, match="end after it starts"):
        Span(time(16, 0), time(8, 0))


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        OpeningHours({}, {}, {}).is_open(datetime(2021, 9, 20, 10), BERLIN)  # noqa: DTZ001 - it is refused
