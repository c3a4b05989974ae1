"""What a manager may do about the rules alone, and what takes a second person."""

from datetime import datetime, timedelta
from typing import get_args

import pytest

from kiosk.core.events import Event
from kiosk.core.fold import fold
from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import EventId, RulesId, StaffId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.rights import Right
from kiosk.core.rule_events import (
    EnteredCap,
    EnteredMask,
    RuleHappening,
    RulesConfirmed,
    RulesEntered,
    RulesKept,
    RulesWithdrawalAsked,
    RulesWithdrawn,
)
from kiosk.core.rule_orders import (
    Asking,
    ConfirmRules,
    ConfirmWithdrawal,
    EnterRules,
    KeepRules,
    RuleOrder,
    RulesNotDone,
    WithdrawRules,
    decide_rules,
    right_to_rules,
)
from kiosk.core.undo import part_of
from tests.building import BERLIN, YOUTH, a_cap, an_office, at, minutes

ONE, TWO, THREE = StaffId("kramer"), StaffId("linde"), StaffId("moll")
OFFICE = an_office(caps=(a_cap(25, youth=4),))
TEN, TOMORROW = at("10:00"), at("00:00") + timedelta(days=1)


def enter(
    building: int = 10, *, since: datetime = TOMORROW, replaces: str | None = None, youth: int | None = 2
) -> EnterRules:
    areas = () if youth is None else ((YOUTH, youth),)
    return EnterRules(
        since,
        EnteredCap(building, areas),
        None,
        "Verordnung",
        None if replaces is None else RulesId(replaces),
    )


def decided(
    order: RuleOrder, by: StaffId = ONE, house: House = EMPTY_HOUSE, *, tap: str = "tap", when: datetime = TEN
) -> tuple[RuleHappening, ...] | RulesNotDone:
    return decide_rules(OFFICE, house, order, Asking(by, EventId(tap), when))


def after(
    order: RuleOrder, by: StaffId = ONE, house: House = EMPTY_HOUSE, *, tap: str = "tap", when: datetime = TEN
) -> House:
    happened = decided(order, by, house, tap=tap, when=when)
    assert not isinstance(happened, RulesNotDone), happened
    events = [
        Event(part_of(EventId(tap), number), when, None, by, what, None)
        for number, what in enumerate(happened, start=2)
    ]
    return fold(events, house)


def test_entered_rules_bear_the_id_of_their_tap_and_hold_from_their_date() -> None:
    happened = decided(enter(), tap="first")
    cap = EnteredCap(10, ((YOUTH, 2),))
    assert happened == (RulesEntered(RulesId("first"), TOMORROW, cap, None, "Verordnung"),)


def test_what_is_entered_is_kept_in_one_form_only() -> None:
    mask = EnteredMask(MaskKind.FFP2, off_at_desk=True, exempt_below_age=6, exempt_by_certificate=True)
    local = TOMORROW.astimezone(BERLIN)
    (entered,) = _happened(decided(EnterRules(local, None, mask, "  Verordnung  ")))
    assert entered == RulesEntered(RulesId("tap"), TOMORROW, None, mask, "Verordnung")


def _happened(decision: tuple[RuleHappening, ...] | RulesNotDone) -> tuple[RuleHappening, ...]:
    assert not isinstance(decision, RulesNotDone)
    return decision


@pytest.mark.parametrize(
    ("order", "because"),
    [
        (EnterRules(TOMORROW, None, None, "Verordnung"), RulesNotDone.SAY_NOTHING),
        (EnterRules(TOMORROW, EnteredCap(10, ()), None, "  "), RulesNotDone.WITHOUT_SOURCE),
        (
            EnterRules(TOMORROW, EnteredCap(10, (("attic", 1),)), None, "x"),  # type: ignore[arg-type]  # no area
            RulesNotDone.UNKNOWN_AREA,
        ),
        (enter(since=at("00:00") - minutes(1)), RulesNotDone.IN_THE_PAST),
        (enter(replaces="nothing"), RulesNotDone.UNKNOWN_RULES),
        (ConfirmRules(RulesId("nothing")), RulesNotDone.UNKNOWN_RULES),
        (WithdrawRules(RulesId("nothing")), RulesNotDone.UNKNOWN_RULES),
        (ConfirmWithdrawal(RulesId("nothing")), RulesNotDone.UNKNOWN_RULES),
        (KeepRules(RulesId("nothing")), RulesNotDone.UNKNOWN_RULES),
    ],
)
def test_what_makes_no_sense_is_not_done(order: RuleOrder, because: RulesNotDone) -> None:
    assert decided(order) is because


def test_rules_may_hold_from_the_beginning_of_today() -> None:
    assert after(enter(since=at("00:00"))).entered_rules[0].since == at("00:00")


@pytest.mark.parametrize(
    "order",
    [
        enter(-1),
        enter(youth=-1),
        EnterRules(
            TOMORROW,
            None,
            EnteredMask(MaskKind.FFP2, off_at_desk=True, exempt_below_age=-1, exempt_by_certificate=True),
            "Verordnung",
        ),
    ],
)
def test_there_are_no_numbers_below_zero(order: EnterRules) -> None:
    with pytest.raises(ValueError, match="zero"):
        decided(order)


def test_a_higher_cap_is_confirmed_by_somebody_else() -> None:
    house = after(enter(40), tap="first")
    confirm = ConfirmRules(RulesId("first"))
    assert decided(confirm, ONE, house) is RulesNotDone.SECOND_PERSON_IS_FIRST
    assert decided(confirm, TWO, house) == (RulesConfirmed(RulesId("first")),)
    assert decided(confirm, THREE, after(confirm, TWO, house)) is RulesNotDone.NOTHING_TO_CONFIRM


def test_a_lower_cap_needs_no_second_person() -> None:
    house = after(enter(10), tap="first")
    assert decided(ConfirmRules(RulesId("first")), TWO, house) is RulesNotDone.NOTHING_TO_CONFIRM


def test_whoever_entered_rules_takes_them_back_alone_for_a_while() -> None:
    house = after(enter(10), tap="first")
    withdraw, in_time = WithdrawRules(RulesId("first")), TEN + OFFICE.habits.undo
    assert decided(withdraw, ONE, house, when=in_time) == (RulesWithdrawn(RulesId("first"), None),)
    assert after(withdraw, ONE, house, when=in_time).entered_rules == ()
    too_late = in_time + minutes(1)
    assert decided(withdraw, ONE, house, when=too_late) == (RulesWithdrawalAsked(RulesId("first")),)
    assert decided(withdraw, TWO, house, when=TEN) == (RulesWithdrawalAsked(RulesId("first")),)


def test_nobody_raises_a_cap_alone_by_taking_back_what_stood_in_for_other_rules() -> None:
    twelve = after(enter(12), tap="first", when=TEN - minutes(60))
    ten = after(enter(10), house=twelve, tap="second")
    # The first rules change nothing any more beside the second: they go at once.
    without_first = after(WithdrawRules(RulesId("first")), ONE, ten)
    withdrawn = decided(WithdrawRules(RulesId("second")), ONE, without_first)
    assert withdrawn == (RulesWithdrawalAsked(RulesId("second")),)


def test_what_lowers_or_changes_nothing_is_withdrawn_by_anybody() -> None:
    higher = after(ConfirmRules(RulesId("first")), TWO, after(enter(40, youth=4), tap="first"))
    late = TEN + minutes(60)
    assert decided(WithdrawRules(RulesId("first")), THREE, higher, when=late) == (
        RulesWithdrawn(RulesId("first"), None),
    )
    waiting = after(enter(40, youth=None), tap="first")
    assert decided(WithdrawRules(RulesId("first")), THREE, waiting, when=late) == (
        RulesWithdrawn(RulesId("first"), None),
    )


def test_a_withdrawal_that_raises_a_cap_is_confirmed_by_somebody_else_or_dropped() -> None:
    rules, late = RulesId("first"), TEN + minutes(60)
    asked = after(WithdrawRules(rules), ONE, after(enter(10), tap="first"), when=late)
    assert asked.entered_rules[0].withdrawal_asked_by == ONE
    assert decided(WithdrawRules(rules), TWO, asked, when=late) is RulesNotDone.ALREADY_ASKED
    assert decided(ConfirmWithdrawal(rules), ONE, asked) is RulesNotDone.SECOND_PERSON_IS_FIRST
    assert decided(ConfirmWithdrawal(rules), TWO, asked) == (RulesWithdrawn(rules, ONE),)
    assert decided(KeepRules(rules), TWO, asked) == (RulesKept(rules),)
    kept = after(KeepRules(rules), TWO, asked)
    assert decided(KeepRules(rules), TWO, kept) is RulesNotDone.NOTHING_TO_KEEP
    assert decided(ConfirmWithdrawal(rules), TWO, kept) is RulesNotDone.NOTHING_TO_CONFIRM


def test_rules_are_replaced_by_one_act() -> None:
    house = after(enter(12), tap="first", when=TEN - minutes(60))
    replaced = after(enter(10, replaces="first"), TWO, house, tap="second")
    assert [each.id for each in replaced.entered_rules] == ["second"]


def test_what_is_replaced_stays_until_somebody_else_agrees_where_a_cap_would_be_higher() -> None:
    house = after(enter(10), tap="first", when=TEN - minutes(60))
    later = TOMORROW + timedelta(days=2)
    postponed = after(enter(10, since=later, replaces="first"), ONE, house, tap="second")
    assert [each.withdrawal_asked_by for each in postponed.entered_rules] == [ONE, None]
    again = after(enter(10, since=later, replaces="first"), TWO, postponed, tap="third")
    assert [each.withdrawal_asked_by for each in again.entered_rules] == [ONE, None, None]


@pytest.mark.parametrize("kind", get_args(RuleOrder))
def test_each_order_takes_a_right_and_to_confirm_takes_the_right_to_raise_a_cap(kind: type) -> None:
    order = enter() if kind is EnterRules else kind(RulesId("first"))
    confirms = kind in {ConfirmRules, ConfirmWithdrawal}
    assert right_to_rules(order) is (Right.RAISE_CAP if confirms else Right.CHANGE_RULES)
