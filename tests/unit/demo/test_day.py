"""The invented day is a whole one at whatever hour somebody tries the demo."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.demo.day import Part, invented_day, zone_of_the_day
from tests.building import BERLIN

OPENINGS = st.datetimes(datetime(2021, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
CAP = 25


def _opening(local: str) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=BERLIN)


@given(OPENINGS)
@example(_opening("2026-03-29T03:00"))
@example(_opening("2026-10-25T02:30"))
@example(_opening("2026-12-31T23:59:59"))
@example(_opening("2026-01-01T00:00"))
def test_all_of_it_lies_on_one_day_of_the_calendar_at_any_hour(opening: datetime) -> None:
    zone = zone_of_the_day(opening, BERLIN)
    today = opening.astimezone(zone).date()
    guests = invented_day(opening)
    other_days = {each.part for each in guests if each.starts_at.astimezone(zone).date() != today}
    assert other_days == {Part.WRONG_DAY}
    times = [when for each in guests for when in (each.came_at, each.went_at) if when is not None]
    assert {when.astimezone(zone).date() for when in times} == {today}
    assert max(times) < opening


@given(OPENINGS)
def test_no_time_of_it_is_one_that_the_clock_shows_twice_or_never(opening: datetime) -> None:
    zone = zone_of_the_day(opening, BERLIN)
    for guest in invented_day(opening):
        moved = timedelta(days=1, hours=1) if guest.part is Part.RESCHEDULED else timedelta(0)
        for when in (guest.starts_at, guest.starts_at + moved):
            local = when.astimezone(zone).replace(fold=0)
            assert local.astimezone(UTC) == when.astimezone(UTC)


@given(OPENINGS)
def test_it_has_sixty_appointments_in_four_areas_with_parties_and_every_awkward_case(
    opening: datetime,
) -> None:
    guests = invented_day(opening)
    today = [each for each in guests if each.part is not Part.WRONG_DAY]
    assert len(today) >= 60
    assert len({each.area for each in today}) == 4
    assert {each.party for each in today} >= {1, 2, 3}
    assert {each.part for each in guests} == set(Part)
    assert len({each.external_id for each in guests}) == len(guests)
    assert {each.starts_at.minute % 5 for each in guests} == {0}


def test_house_is_almost_full_when_the_door_opens_and_the_first_who_come_fill_it() -> None:
    guests = invented_day(_opening("2026-03-10T10:00"))
    inside = sum(each.party for each in guests if each.part is Part.INSIDE)
    coming = [each.party for each in guests if each.part is Part.ON_TIME]
    assert inside < CAP
    assert inside + sum(coming[:2]) == CAP


@pytest.mark.parametrize("local", ["2026-03-10T03:10", "2026-03-10T12:00", "2026-03-10T20:39"])
def test_office_keeps_its_own_time_by_day(local: str) -> None:
    assert zone_of_the_day(_opening(local), BERLIN) is BERLIN


@pytest.mark.parametrize(
    "local",
    ["2026-03-10T00:00", "2026-03-10T03:09", "2026-03-10T20:40", "2026-03-29T04:00", "2026-10-25T04:00"],
)
def test_office_keeps_a_time_in_which_it_is_about_noon_by_night_and_while_clocks_change(local: str) -> None:
    opening = _opening(local)
    assert opening.astimezone(zone_of_the_day(opening, BERLIN)).hour == 12


def test_every_part_is_played_by_somebody() -> None:
    parts = Counter(each.part for each in invented_day(datetime(2026, 3, 10, 10, tzinfo=ZoneInfo("UTC"))))
    assert min(parts.values()) >= 2
