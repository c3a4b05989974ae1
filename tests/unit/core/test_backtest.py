"""The forecast beats the two guesses that cost nothing, on days of whose making it knows nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.core.backtest import KnownDay, backtest
from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import RulesId
from kiosk.core.rule_events import RulesWithdrawn
from kiosk.core.rule_history import rule_history
from tests.building import MONDAY, a_cap, an_event, at, rules_entered
from tests.simulated_days import an_office_with_desks, simulated_weeks

LEARNT_FROM = timedelta(days=28)


def _two_mondays() -> list[KnownDay]:
    return [each for each in simulated_weeks(1, MONDAY, 2) if each.day.weekday() == MONDAY.weekday()]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_forecast_beats_as_now_and_as_last_week(seed: int) -> None:
    days = simulated_weeks(seed, date(2021, 8, 30), 4)
    found = backtest(an_office_with_desks(), days, LEARNT_FROM)
    assert found is not None
    assert found.forecast < 0.8 * min(found.as_now, found.as_last_week)
    assert 0.6 < found.held < 0.97


def test_without_a_week_before_there_is_nothing_to_compare_with() -> None:
    days = simulated_weeks(1, MONDAY, 1)
    assert backtest(an_office_with_desks(), days, LEARNT_FROM) is None


def test_a_day_without_events_gives_nothing_to_look_at() -> None:
    empty = [KnownDay(MONDAY, (), ()), KnownDay(MONDAY + timedelta(days=7), (), ())]
    assert backtest(an_office_with_desks(), empty, LEARNT_FROM) is None


def test_on_a_day_whose_clock_was_set_back_only_what_was_recorded_by_then_is_known() -> None:
    days = simulated_weeks(1, MONDAY, 2)
    noon = len(days[-1].events) // 2
    set_back = replace(
        days[-1],
        events=(
            *days[-1].events[:noon],
            *(replace(event, at=event.at - timedelta(hours=1)) for event in days[-1].events[noon:]),
        ),
    )
    found = backtest(an_office_with_desks(), [*days[:-1], set_back], LEARNT_FROM)
    assert found is not None
    assert found.looks > 0
    assert found.forecast < min(found.as_now, found.as_last_week)


def test_a_day_that_follows_on_another_is_left_out() -> None:
    monday, next_monday = _two_mondays()
    # A clock that was set to the next day took these entries there, and the exits stayed.
    without_entries = replace(next_monday, events=next_monday.events[20:])
    assert backtest(an_office_with_desks(), [monday, without_entries], LEARNT_FROM) is None


def test_what_happens_to_rules_of_an_earlier_day_leaves_no_day_out() -> None:
    office, days = an_office_with_desks(), _two_mondays()
    entered = an_event(rules_entered("mask", mask=MaskKind.FFP2), at("07:00"), name="entered")
    withdrawn = an_event(RulesWithdrawn(RulesId("mask"), None), days[-1].events[0].at, name="withdrawn")
    last = replace(days[-1], events=(withdrawn, *days[-1].events))
    found = backtest(office, [*days[:-1], last], LEARNT_FROM, rule_history([entered, withdrawn]))
    assert found is not None
    assert found == backtest(office, days, LEARNT_FROM)


def test_the_forecast_is_measured_under_the_cap_that_held() -> None:
    office, days = an_office_with_desks(), _two_mondays()
    low, high = (
        replace(office, rules=replace(office.rules, caps=(a_cap(most, since=at("00:00")),)))
        for most in (5, 500)
    )
    entered = an_event(rules_entered("low", 5, since=at("00:00")), at("06:00"), name="low")
    held = backtest(high, days, LEARNT_FROM, rule_history([entered]))
    assert held == backtest(low, days, LEARNT_FROM)
    assert held != backtest(high, days, LEARNT_FROM)
    later = an_event(RulesWithdrawn(RulesId("low"), None), at("06:00", days[-1].day), name="later")
    assert backtest(high, days, LEARNT_FROM, rule_history([entered, later])) != held
