"""The weeks before the demo's day are days as the house has them: opened by its hours, and under its caps."""

from collections.abc import Sequence
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.config import load_office_file
from kiosk.core.backtest import KnownDay, backtest
from kiosk.core.events import Corrected, Entered
from kiosk.core.fold import after
from kiosk.core.ids import StaffId
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.office import DoorId, Office
from kiosk.core.verdict import Outcome
from kiosk.demo.day import MAIN_DOOR
from kiosk.demo.weeks import DAYS, Guard, weeks_before

TODAY = date(2026, 3, 30)
"""A Monday; the clocks were changed on the Sunday before."""
GUARD = Guard(StaffId("11"), MAIN_DOOR)


@pytest.fixture(scope="module")
def office() -> Office:
    sample = resources.files("kiosk.resources") / "office" / "dessau-rosslau.toml"
    with resources.as_file(sample) as path:
        return load_office_file(Path(path)).office


@pytest.fixture(scope="module")
def weeks(office: Office) -> Sequence[KnownDay]:
    return tuple(weeks_before(office, EMPTY_HOUSE, TODAY, GUARD))


def test_there_is_a_day_for_each_on_which_the_office_was_open(
    office: Office, weeks: Sequence[KnownDay]
) -> None:
    days = [TODAY - timedelta(days=back) for back in range(DAYS, 0, -1)]
    is_open = [day for day in days if any(area.hours.on(day) for area in office.areas.values())]
    assert [each.day for each in weeks] == is_open


def test_what_happened_on_a_day_lies_on_it_and_follows_in_time(
    office: Office, weeks: Sequence[KnownDay]
) -> None:
    for before in weeks:
        times = [event.at for event in before.events]
        assert all(earlier <= later for earlier, later in pairwise(times))
        times += [each.starts_at for each in before.booked]
        assert {at.astimezone(office.time_zone).date() for at in times} == {before.day}
    ids = [event.id for before in weeks for event in before.events]
    assert len(ids) == len(set(ids))


def test_nobody_comes_in_above_a_cap_and_the_house_is_full_at_times(
    office: Office, weeks: Sequence[KnownDay]
) -> None:
    house = EMPTY_HOUSE
    most = 0
    for event in (event for before in weeks for event in before.events):
        house = after(house, event)
        cap = office.rules.at(event.at).cap
        if isinstance(event.what, Entered):
            assert house.inside <= cap.building
            assert all(house.inside_area(area) <= cap.areas.get(area, cap.building) for area in office.areas)
        most = max(most, house.inside)
    assert most == office.rules.caps[-1].building


def test_some_stay_away_some_wait_some_are_not_seen_leaving_and_are_found_by_the_count(
    weeks: Sequence[KnownDay],
) -> None:
    for before in weeks:
        came = {event.what.appointment for event in before.events if isinstance(event.what, Entered)}
        assert 0.7 * len(before.booked) < len(came) < len(before.booked)
    events = [event for before in weeks for event in before.events]
    assert {event.answer.outcome for event in events if event.answer} >= {
        Outcome.ADMITTED,
        Outcome.LEFT,
        Outcome.WAIT,
    }
    found = [event for event in events if isinstance(event.what, Corrected) and event.what.change < 0]
    assert {(event.door, event.by) for event in found if event.by} == {
        (DoorId("haupteingang"), StaffId("11"))
    }


def test_the_forecast_learns_from_them(office: Office, weeks: Sequence[KnownDay]) -> None:
    measured = backtest(office, weeks, timedelta(days=28))
    assert measured is not None
    assert measured.forecast < min(measured.as_now, measured.as_last_week)


def test_they_are_the_same_each_time(office: Office, weeks: Sequence[KnownDay]) -> None:
    assert tuple(weeks_before(office, EMPTY_HOUSE, TODAY, GUARD)) == weeks
