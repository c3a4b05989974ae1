"""The house rules that were entered while the program runs, as the events about them leave them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from kiosk.core.house_rules import CapRule, MaskRule
from kiosk.core.ids import RulesId, StaffId
from kiosk.core.instant import in_utc
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


@dataclass(frozen=True, slots=True)
class EnteredRules:
    """Rules that were entered by `by` and not withdrawn. All times are in UTC.

    `confirmed_by` is who consented to what is higher in their cap, `withdrawal_asked_by` who wants to
    withdraw them where that takes a second person. `is_newest`: nothing was changed about any entered rules
    since these were entered.
    """

    id: RulesId
    by: StaffId | None
    entered_at: datetime
    since: datetime
    cap: EnteredCap | None
    mask: EnteredMask | None
    source: str
    confirmed_by: StaffId | None = None
    withdrawal_asked_by: StaffId | None = None
    is_newest: bool = True

    @property
    def cap_rule(self) -> CapRule | None:
        """The cap as a rule like those of the office's file, None where these rules have none."""
        if self.cap is None:
            return None
        return CapRule(self.since, self.cap.building, dict(self.cap.areas), self.source)

    @property
    def mask_rule(self) -> MaskRule | None:
        """The mask as a rule like those of the office's file, None where these rules have none."""
        mask = self.mask
        if mask is None:
            return None
        return MaskRule(
            since=self.since,
            kind=mask.kind,
            off_at_desk=mask.off_at_desk,
            exempt_below_age=mask.exempt_below_age,
            exempt_by_certificate=mask.exempt_by_certificate,
            source=self.source,
        )


def rules_after(
    entered: Sequence[EnteredRules], what: RuleHappening, by: StaffId | None, at: datetime
) -> tuple[EnteredRules, ...]:
    """Return the entered rules after `what` was done by `by`, in the order in which they were entered.

    Raises ValueError where it concerns rules that are not there.
    """
    before = tuple(replace(each, is_newest=False) for each in entered)
    match what:
        case RulesEntered():
            new = EnteredRules(
                id=what.rules,
                by=by,
                entered_at=in_utc(at),
                since=in_utc(what.since),
                cap=what.cap,
                mask=what.mask,
                source=what.source,
            )
            return (*before, new)
        case RulesConfirmed(rules=rules):
            return _with(before, replace(_found(before, rules), confirmed_by=by))
        case RulesWithdrawalAsked(rules=rules):
            return _with(before, replace(_found(before, rules), withdrawal_asked_by=by))
        case RulesKept(rules=rules):
            return _with(before, replace(_found(before, rules), withdrawal_asked_by=None))
        case RulesWithdrawn(rules=rules):
            gone = _found(before, rules)
            return tuple(each for each in before if each is not gone)
        case _ as never:
            assert_never(never)


def rules_named(entered: Sequence[EnteredRules], rules: RulesId) -> EnteredRules | None:
    """Return the entered rules of this id, None if there are none or they are withdrawn."""
    return next((each for each in entered if each.id == rules), None)


def _found(entered: Sequence[EnteredRules], rules: RulesId) -> EnteredRules:
    found = rules_named(entered, rules)
    if found is None:
        raise ValueError(f"the rules {rules} were not entered, or are withdrawn")
    return found


def _with(entered: Sequence[EnteredRules], changed: EnteredRules) -> tuple[EnteredRules, ...]:
    return tuple(changed if each.id == changed.id else each for each in entered)
