"""What a manager asks for about the house rules, one value for each, and what comes of it.

Nobody alone makes a cap higher, at any moment from now on: neither by entering rules nor by withdrawing them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias, assert_never

from kiosk.core.entered_rules import EnteredRules, rules_after, rules_named
from kiosk.core.ids import EventId, RulesId, StaffId
from kiosk.core.instant import in_utc, is_over
from kiosk.core.occupancy import House
from kiosk.core.office import Office
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
from kiosk.core.rules_in_force import raises_a_cap, waits_for_second


@dataclass(frozen=True, slots=True)
class EnterRules:
    """Enter rules that hold from `since` (aware) on; `cap` or `mask` is None where they leave that as it is.

    `source` is the law or the order that they come from. `replaces` are entered rules that are to be
    withdrawn with the same act.
    """

    since: datetime
    cap: EnteredCap | None
    mask: EnteredMask | None
    source: str
    replaces: RulesId | None = None


@dataclass(frozen=True, slots=True)
class ConfirmRules:
    """Consent, as the second person, to what is higher in the cap of entered rules."""

    rules: RulesId


@dataclass(frozen=True, slots=True)
class WithdrawRules:
    """Withdraw entered rules, or ask for it where that takes a second person."""

    rules: RulesId


@dataclass(frozen=True, slots=True)
class ConfirmWithdrawal:
    """Consent, as the second person, to the withdrawal that was asked for."""

    rules: RulesId


@dataclass(frozen=True, slots=True)
class KeepRules:
    """Drop a withdrawal that was asked for."""

    rules: RulesId


RuleOrder: TypeAlias = EnterRules | ConfirmRules | WithdrawRules | ConfirmWithdrawal | KeepRules


class RulesNotDone(Enum):
    """Why an order about the rules was not carried out: nothing was recorded and nothing has changed."""

    UNKNOWN_AREA = "unknown_area"
    SAY_NOTHING = "say_nothing"
    WITHOUT_SOURCE = "without_source"
    IN_THE_PAST = "in_the_past"
    UNKNOWN_RULES = "unknown_rules"
    NOTHING_TO_CONFIRM = "nothing_to_confirm"
    NOTHING_TO_KEEP = "nothing_to_keep"
    ALREADY_ASKED = "already_asked"
    SECOND_PERSON_IS_FIRST = "second_person_is_first"


@dataclass(frozen=True, slots=True)
class Asking:
    """Who gives an order about the rules, by which tap, and when (aware)."""

    by: StaffId
    tap: EventId
    at: datetime


def right_to_rules(order: RuleOrder) -> Right:
    """Return the right that somebody needs for `order`."""
    match order:
        case EnterRules() | WithdrawRules() | KeepRules():
            return Right.CHANGE_RULES
        case ConfirmRules() | ConfirmWithdrawal():
            return Right.RAISE_CAP
        case _ as never:
            assert_never(never)


def decide_rules(
    office: Office, house: House, order: RuleOrder, asking: Asking
) -> tuple[RuleHappening, ...] | RulesNotDone:
    """Return what `order` makes happen, or why nothing does.

    Raises ValueError for a naive time, and for numbers of people or years below zero.
    """
    if isinstance(order, EnterRules):
        return _entered(office, house, order, asking)
    rules = rules_named(house.entered_rules, order.rules)
    if rules is None:
        return RulesNotDone.UNKNOWN_RULES
    match order:
        case ConfirmRules():
            return _confirmed(office, house, rules, asking)
        case WithdrawRules():
            withdrawn = _withdrawn(office, house.entered_rules, rules, asking)
            return RulesNotDone.ALREADY_ASKED if withdrawn is None else (withdrawn,)
        case ConfirmWithdrawal() if rules.withdrawal_asked_by is None:
            return RulesNotDone.NOTHING_TO_CONFIRM
        case ConfirmWithdrawal() if rules.withdrawal_asked_by == asking.by:
            return RulesNotDone.SECOND_PERSON_IS_FIRST
        case ConfirmWithdrawal():
            return (RulesWithdrawn(rules.id, rules.withdrawal_asked_by),)
        case KeepRules() if rules.withdrawal_asked_by is None:
            return RulesNotDone.NOTHING_TO_KEEP
        case KeepRules():
            return (RulesKept(rules.id),)
        case _ as never:
            assert_never(never)


def _entered(
    office: Office, house: House, order: EnterRules, asking: Asking
) -> tuple[RuleHappening, ...] | RulesNotDone:
    refused = _why_not_entered(office, order, asking.at)
    if refused is not None:
        return refused
    areas = () if order.cap is None else tuple(sorted(dict(order.cap.areas).items()))
    entered = RulesEntered(
        rules=RulesId(asking.tap),
        since=in_utc(order.since),
        cap=None if order.cap is None else EnteredCap(order.cap.building, areas),
        mask=order.mask,
        source=order.source.strip(),
    )
    if order.replaces is None:
        return (entered,)
    with_new = rules_after(house.entered_rules, entered, asking.by, asking.at)
    replaced = rules_named(with_new, order.replaces)
    if replaced is None:
        return RulesNotDone.UNKNOWN_RULES
    withdrawn = _withdrawn(office, with_new, replaced, asking)
    return (entered,) if withdrawn is None else (entered, withdrawn)


def _why_not_entered(office: Office, order: EnterRules, now: datetime) -> RulesNotDone | None:
    cap, mask = order.cap, order.mask
    numbers = [] if cap is None else [cap.building, *(most for _, most in cap.areas)]
    if min([*numbers, 0 if mask is None else mask.exempt_below_age], default=0) < 0:
        raise ValueError("there are no fewer people than none, and no years below zero")
    if cap is None and mask is None:
        return RulesNotDone.SAY_NOTHING
    if not order.source.strip():
        return RulesNotDone.WITHOUT_SOURCE
    if cap is not None and any(area not in office.areas for area, _ in cap.areas):
        return RulesNotDone.UNKNOWN_AREA
    zone = office.time_zone
    begins_on = in_utc(order.since).astimezone(zone).date()
    return RulesNotDone.IN_THE_PAST if is_over(begins_on, in_utc(now), zone) else None


def _confirmed(
    office: Office, house: House, rules: EnteredRules, asking: Asking
) -> tuple[RuleHappening, ...] | RulesNotDone:
    if not waits_for_second(office, house, rules, asking.at):
        return RulesNotDone.NOTHING_TO_CONFIRM
    if rules.by == asking.by:
        return RulesNotDone.SECOND_PERSON_IS_FIRST
    return (RulesConfirmed(rules.id),)


def _withdrawn(
    office: Office, entered: Sequence[EnteredRules], rules: EnteredRules, asking: Asking
) -> RulesWithdrawn | RulesWithdrawalAsked | None:
    """Return what comes of withdrawing `rules`; None where it waits for a second person already.

    Whoever entered them may take that back alone for a while, if no other rules were changed since: then the
    rules are what they were before.
    """
    is_undone = (
        rules.is_newest
        and rules.by == asking.by
        and in_utc(asking.at) - rules.entered_at <= office.habits.undo
    )
    without = [each for each in entered if each.id != rules.id]
    if is_undone or not raises_a_cap(office.rules, entered, without, asking.at):
        return RulesWithdrawn(rules.id, rules.withdrawal_asked_by)
    return RulesWithdrawalAsked(rules.id) if rules.withdrawal_asked_by is None else None
