"""Which rules hold: those of the file and those that were entered, but nothing higher by one person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.entered_rules import EnteredRules
from kiosk.core.events import Event
from kiosk.core.fold import after
from kiosk.core.house_rules import CapRule, HouseRules, MaskKind
from kiosk.core.ids import EventId, RulesId, StaffId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId
from kiosk.core.rule_events import (
    EnteredCap,
    RuleHappening,
    RulesConfirmed,
    RulesEntered,
    RulesKept,
    RulesWithdrawalAsked,
    RulesWithdrawn,
)
from kiosk.core.rules_in_force import (
    as_written,
    in_force,
    is_higher,
    moments_of_change,
    raises_a_cap,
    rules_at,
    waits_for_second,
)
from tests.building import YOUTH, a_cap, a_house, a_mask_rule, an_office, at, rules_entered

ONE, TWO = StaffId("kramer"), StaffId("linde")
FIRST = RulesId("first")
SOON, NOON, LATER = at("11:59:59"), at("12:00"), at("13:00")


def done(what: RuleHappening, by: StaffId = ONE, house: House = EMPTY_HOUSE) -> House:
    return after(house, Event(EventId("tap"), at("10:00"), None, by, what, None))


def confirmed(what: RulesEntered, house: House = EMPTY_HOUSE) -> House:
    return done(RulesConfirmed(what.rules), TWO, done(what, house=house))


def cap_at(house: House, now: datetime, *caps: CapRule) -> CapRule:
    return rules_at(an_office(caps=caps), house, now).cap


def test_a_lower_cap_switches_by_itself_at_its_time() -> None:
    house = done(rules_entered("first", 10))
    assert cap_at(house, SOON).building == 25
    assert cap_at(house, NOON).building == 10
    assert cap_at(house, NOON).source == "Allgemeinverfügung first"


def test_a_mask_switches_by_itself_and_leaves_the_cap_as_it_is() -> None:
    house, office = done(rules_entered("first", mask=MaskKind.FFP2)), an_office()
    assert rules_at(office, house, SOON).mask.kind is MaskKind.MEDICAL
    holding = rules_at(office, house, NOON)
    assert (holding.mask.kind, holding.cap) == (MaskKind.FFP2, office.rules.caps[0])


def test_a_cap_leaves_the_mask_as_it_is() -> None:
    office = an_office()
    assert rules_at(office, done(rules_entered("first", 10)), NOON).mask == office.rules.masks[0]


def test_a_higher_cap_waits_for_a_second_person() -> None:
    assert cap_at(done(rules_entered("first", 40)), NOON) == a_cap(25)
    assert cap_at(confirmed(rules_entered("first", 40)), NOON).building == 40


def test_until_it_is_confirmed_what_is_lower_in_a_mixed_cap_holds_and_what_is_higher_does_not() -> None:
    mixed = rules_entered("first", 40, youth=2)
    file = a_cap(25, youth=4, cases=5)
    waiting = cap_at(done(mixed), NOON, file)
    assert (waiting.building, dict(waiting.areas)) == (25, {"youth": 2, "cases": 5})
    holding = cap_at(confirmed(mixed), NOON, file)
    assert (holding.building, dict(holding.areas)) == (40, {"youth": 2})


def test_a_cap_that_leaves_out_an_area_with_a_cap_of_its_own_is_higher() -> None:
    assert is_higher(a_cap(25), a_cap(25, youth=4))
    assert not is_higher(a_cap(25, youth=4), a_cap(25))
    assert is_higher(a_cap(25, youth=5), a_cap(25, youth=4))
    assert is_higher(a_cap(26), a_cap(25))
    assert not is_higher(a_cap(24, youth=4, cases=1), a_cap(25, youth=4))


def test_of_the_file_and_what_was_entered_the_later_date_holds() -> None:
    house = done(rules_entered("first", 10))
    assert cap_at(house, LATER, a_cap(25), a_cap(20, since=LATER)).building == 20
    assert cap_at(house, LATER, a_cap(25), a_cap(20, since=SOON)).building == 10


def test_of_the_same_date_what_was_entered_holds_and_of_two_entered_the_last() -> None:
    twice = done(rules_entered("second", 8), house=done(rules_entered("first", 10)))
    assert cap_at(twice, NOON, a_cap(25), a_cap(20, since=NOON)).building == 8


def test_before_the_first_date_of_the_file_an_entered_rule_holds_from_its_own_date_on() -> None:
    file = a_cap(25, since=LATER)
    house = confirmed(rules_entered("first", 30))
    assert cap_at(house, SOON, file).building == 25
    assert cap_at(house, NOON, file).building == 30


def test_whatever_the_file_says_later_an_unconfirmed_cap_stays_below_it() -> None:
    house = done(rules_entered("first", 20))
    assert cap_at(house, NOON, a_cap(25)).building == 20
    assert cap_at(house, NOON, a_cap(15)).building == 15


def test_what_waits_is_what_would_be_higher_when_it_is_confirmed() -> None:
    office = an_office(caps=(a_cap(25, youth=4),))

    def waits(what: RulesEntered, now: datetime = SOON) -> bool:
        house = done(what)
        return waits_for_second(office, house, house.entered_rules[0], now)

    assert waits(rules_entered("first", 26, youth=4))
    assert waits(rules_entered("first", 20))
    assert not waits(rules_entered("first", 20, youth=4))
    assert not waits(rules_entered("first", mask=MaskKind.NONE))
    house = confirmed(rules_entered("first", 26))
    assert not waits_for_second(office, house, house.entered_rules[0], SOON)


def test_what_would_be_higher_only_for_a_while_waits_as_well() -> None:
    office = an_office(caps=(a_cap(25), a_cap(10, since=LATER)))
    house = done(rules_entered("first", 30))
    assert waits_for_second(office, house, house.entered_rules[0], SOON)
    assert not waits_for_second(office, house, house.entered_rules[0], LATER)


def test_rules_begin_at_the_dates_of_the_file_and_of_what_was_entered() -> None:
    written = HouseRules((a_cap(25), a_cap(20, since=LATER)), (a_mask_rule(), a_mask_rule(since=NOON)))
    entered = done(rules_entered("first", 10, since=at("11:00"))).entered_rules
    assert moments_of_change(written, entered, at("11:00")) == (NOON, LATER)
    assert moments_of_change(written, entered, at("10:00")) == (at("11:00"), NOON, LATER)


def test_a_withdrawal_leaves_what_would_hold_without_it() -> None:
    house = done(RulesWithdrawn(FIRST, None), house=done(rules_entered("first", 10)))
    assert house.entered_rules == ()
    assert cap_at(house, NOON) == a_cap(25)


def test_a_withdrawal_that_was_asked_for_changes_nothing_yet() -> None:
    entered = done(rules_entered("first", 10))
    asked = done(RulesWithdrawalAsked(FIRST), TWO, entered)
    assert asked.entered_rules[0].withdrawal_asked_by == TWO
    assert cap_at(asked, NOON).building == 10
    assert done(RulesKept(FIRST), house=asked).entered_rules[0].withdrawal_asked_by is None


def test_only_what_nothing_was_changed_after_is_the_newest() -> None:
    entered = done(rules_entered("first", 10))
    assert entered.entered_rules[0].is_newest
    both = done(rules_entered("second", 8), house=entered)
    assert [each.is_newest for each in both.entered_rules] == [False, True]
    without = done(RulesWithdrawn(RulesId("second"), None), house=both)
    assert [each.is_newest for each in without.entered_rules] == [False]


@pytest.mark.parametrize(
    "what",
    [RulesConfirmed(FIRST), RulesWithdrawalAsked(FIRST), RulesKept(FIRST), RulesWithdrawn(FIRST, None)],
)
def test_nothing_happens_to_rules_that_are_not_there(what: RuleHappening) -> None:
    with pytest.raises(ValueError, match="first"):
        done(what)


def test_entered_rules_change_no_number() -> None:
    assert a_house(rules_entered("first", 10)).inside == 0


hours = st.integers(-3, 6).map(lambda hour: at("12:00") + timedelta(hours=hour))
numbers = st.integers(0, 6)
areas = st.dictionaries(st.sampled_from([YOUTH, AreaId("cases")]), numbers)
file_caps = st.builds(
    lambda since, most, own: replace(a_cap(most, since=since), areas=own), hours, numbers, areas
)
entered_rules = st.builds(
    lambda since, most, own, confirmed_by: EnteredRules(
        id=FIRST,
        by=ONE,
        entered_at=at("08:00"),
        since=since,
        cap=EnteredCap(most, tuple(own.items())),
        mask=None,
        source="",
        confirmed_by=confirmed_by,
    ),
    hours,
    numbers,
    areas,
    st.sampled_from([None, TWO]),
)


@given(
    st.lists(file_caps, min_size=1, max_size=4),
    st.lists(entered_rules, max_size=4),
    st.lists(entered_rules, max_size=3),
    entered_rules,
    hours,
)
def test_what_nobody_confirmed_never_makes_a_cap_higher_whatever_else_holds(
    file: list[CapRule],
    before: list[EnteredRules],
    later: list[EnteredRules],
    one: EnteredRules,
    now: datetime,
) -> None:
    written = HouseRules(tuple(file), (a_mask_rule(),))
    alone = replace(one, confirmed_by=None)
    cap = in_force(written, [*before, alone, *later], now).cap
    assert not is_higher(cap, in_force(written, [*before, *later], now).cap)
    assert not raises_a_cap(written, [*before, *later], [*before, alone, *later], now)


@given(st.lists(file_caps, min_size=1, max_size=4), hours)
def test_without_entered_rules_the_file_holds(file: list[CapRule], now: datetime) -> None:
    written = HouseRules(tuple(file), (a_mask_rule(),))
    assert in_force(written, (), now) == written.at(now)


@given(
    st.lists(file_caps, min_size=1, max_size=3),
    st.lists(entered_rules, max_size=3),
    st.lists(entered_rules, max_size=3),
    hours,
)
def test_a_cap_is_raised_exactly_where_it_is_higher_at_some_moment_from_now_on(
    file: list[CapRule], before: Sequence[EnteredRules], later: Sequence[EnteredRules], now: datetime
) -> None:
    written = HouseRules(tuple(file), (a_mask_rule(),))
    moments = [now + timedelta(minutes=30 * half) for half in range(20)]
    raised = any(
        is_higher(in_force(written, later, moment).cap, in_force(written, before, moment).cap)
        for moment in moments
    )
    assert raises_a_cap(written, before, later, now) is raised


@given(
    st.lists(st.tuples(st.integers(-3, 6), st.integers(0, 40), st.booleans()), max_size=5),
    st.integers(-4, 7),
)
def test_as_if_all_stood_in_the_file_the_same_holds_at_each_time(
    rules: list[tuple[int, int, bool]], hour: int
) -> None:
    house, office = EMPTY_HOUSE, an_office(caps=(a_cap(25, youth=4), a_cap(20, since=LATER)))
    for number, (begins, building, is_confirmed) in enumerate(rules):
        mask = MaskKind.FFP2 if building % 2 else None
        what = rules_entered(f"{number}", building, since=NOON + timedelta(hours=begins), mask=mask)
        house = confirmed(what, house) if is_confirmed else done(what, house=house)
    now = NOON + timedelta(hours=hour)
    held, known = rules_at(office, house, now), as_written(office.rules, house.entered_rules).at(now)
    assert (known.cap.building, known.cap.areas) == (held.cap.building, held.cap.areas)
    assert (known.cap.source, known.mask.kind) == (held.cap.source, held.mask.kind)
