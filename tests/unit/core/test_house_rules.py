from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.house_rules import HouseRules, MaskKind
from tests.building import BERLIN, LONG_AGO, MONDAY, a_cap, a_mask_rule, at

TUESDAY = MONDAY + timedelta(days=1)
MIDNIGHT = datetime(2021, 9, 21, tzinfo=BERLIN)


def cap_at(rules: HouseRules, now: datetime) -> int:
    return rules.at(now).cap.building


def test_tomorrows_cap_switches_by_itself_at_the_midnight_of_the_office() -> None:
    rules = HouseRules((a_cap(25), a_cap(10, since=MIDNIGHT)), (a_mask_rule(),))
    assert cap_at(rules, at("23:59:59")) == 25
    assert cap_at(rules, at("00:00", TUESDAY)) == 10
    assert cap_at(rules, datetime(2021, 9, 20, 22, 0, tzinfo=UTC)) == 10


def test_each_kind_of_rule_has_its_own_dates() -> None:
    ffp2 = a_mask_rule(MaskKind.FFP2, since=MIDNIGHT)
    rules = HouseRules((a_cap(25), a_cap(10, since=at("12:00"))), (a_mask_rule(), ffp2))
    in_force = rules.at(at("13:00"))
    assert (in_force.cap.building, in_force.mask.kind) == (10, MaskKind.MEDICAL)


def test_before_the_first_date_the_first_rule_holds_already() -> None:
    rules = HouseRules((a_cap(30, since=at("12:00")), a_cap(25, since=at("11:00"))), (a_mask_rule(),))
    assert cap_at(rules, at("10:00")) == 25


def test_of_two_rules_with_one_date_the_one_entered_last_holds() -> None:
    rules = HouseRules((a_cap(25), a_cap(20)), (a_mask_rule(),))
    assert cap_at(rules, at("10:00")) == 20


def test_rules_in_the_hour_that_the_clock_shows_twice_hold_in_their_true_order() -> None:
    first = datetime(2021, 10, 31, 2, 50, tzinfo=BERLIN, fold=0)
    second = datetime(2021, 10, 31, 2, 10, tzinfo=BERLIN, fold=1)
    rules = HouseRules((a_cap(25, since=first), a_cap(10, since=second)), (a_mask_rule(),))
    # All three times bear one zone: by the clock at the wall, `second` would come before `first`.
    assert cap_at(rules, datetime(2021, 10, 31, 2, 55, tzinfo=BERLIN, fold=0)) == 25
    assert cap_at(rules, datetime(2021, 10, 31, 2, 20, tzinfo=BERLIN, fold=1)) == 10


@given(st.lists(st.integers(0, 500), min_size=1, unique=True), st.integers(-10, 510))
def test_the_rule_that_holds_is_the_last_one_that_has_begun(begins: list[int], hour: int) -> None:
    caps = tuple(a_cap(begin, since=LONG_AGO + timedelta(hours=begin)) for begin in begins)
    now = LONG_AGO + timedelta(hours=hour)
    begun = [begin for begin in begins if begin <= hour]
    assert cap_at(HouseRules(caps, (a_mask_rule(),)), now) == max(begun, default=min(begins))


def test_a_house_without_a_cap_or_without_a_mask_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        HouseRules((), (a_mask_rule(),))
    with pytest.raises(ValueError, match="at least one"):
        HouseRules((a_cap(),), ())


def test_a_rule_whose_date_names_no_moment_is_refused() -> None:
    naive = datetime.combine(date(2021, 9, 20), datetime.min.time())
    with pytest.raises(ValueError, match="no time zone"):
        HouseRules((a_cap(), replace(a_cap(), since=naive)), (a_mask_rule(),))
