"""Which house rules hold at a time: those of the office's file, and those that were entered since.

Of the rules of a kind (cap, mask) that have begun, the one of the latest date holds; of the same date, an
entered one before the file's, and of two entered ones the one entered last. An entered cap that no second
person confirmed counts only where it is lower than what would hold without it, whatever the file says: so
nobody alone ever raises a cap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from kiosk.core.entered_rules import EnteredRules
from kiosk.core.house_rules import CapRule, HouseRules, RulesInForce
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import House
from kiosk.core.office import Office


def rules_at(office: Office, house: House, now: datetime) -> RulesInForce:
    """Return the rules that hold at `now` (aware), as far as they are known in `house`."""
    return in_force(office.rules, house.entered_rules, now)


def in_force(written: HouseRules, entered: Iterable[EnteredRules], now: datetime) -> RulesInForce:
    """Return the rules that hold at `now` (aware): `written` in the file, or entered in this order."""
    now = in_utc(now)
    begun = [each for each in entered if in_utc(each.since) <= now]
    masks = [each.mask_rule for each in begun if each.mask_rule is not None]
    mask = replace(written, masks=(*written.masks, *masks)).at(now).mask
    return RulesInForce(_cap_in_force(written.caps, begun, now), mask)


def _cap_in_force(written: Sequence[CapRule], begun: Iterable[EnteredRules], now: datetime) -> CapRule:
    ground = [(rule, True) for rule in written if in_utc(rule.since) <= now]
    entered = [(rule, each.confirmed_by is not None) for each in begun if (rule := each.cap_rule) is not None]
    holding = min(written, key=_begins)
    for rule, holds_in_full in sorted((*ground, *entered), key=lambda step: _begins(step[0])):
        holding = rule if holds_in_full else _lower_of(holding, rule)
    return holding


def _begins(rule: CapRule) -> datetime:
    return in_utc(rule.since)


def _lower_of(holding: CapRule, entered: CapRule) -> CapRule:
    """Return the lower numbers of both; `holding` itself where nothing in `entered` is lower."""
    areas = {
        area: min(rule.areas[area] for rule in (holding, entered) if area in rule.areas)
        for area in (*holding.areas, *entered.areas)
    }
    lower = replace(entered, building=min(holding.building, entered.building), areas=areas)
    return lower if (lower.building, lower.areas) != (holding.building, holding.areas) else holding


def as_written(written: HouseRules, entered: Sequence[EnteredRules]) -> HouseRules:
    """Return the rules that hold at each time as if all of them stood in the file.

    From the first begin of any rule on, `as_written(...).at(now)` is `in_force(..., now)`.
    """
    begins = sorted({in_utc(since) for since in (*written.begins(), *(each.since for each in entered))})
    held = [(since, in_force(written, entered, since)) for since in begins]
    return HouseRules(
        caps=tuple(replace(rules.cap, since=since) for since, rules in held),
        masks=tuple(replace(rules.mask, since=since) for since, rules in held),
    )


def is_higher(cap: CapRule, than: CapRule) -> bool:
    """Say whether `cap` lets more people into the building, or into an area, than the other does."""
    return cap.building > than.building or any(
        area not in cap.areas or cap.areas[area] > most for area, most in than.areas.items()
    )


def moments_of_change(
    written: HouseRules, entered: Iterable[EnteredRules], after: datetime
) -> tuple[datetime, ...]:
    """Return when rules begin after `after` (aware), each time once, in order."""
    begins = {in_utc(since) for since in (*written.begins(), *(each.since for each in entered))}
    return tuple(sorted(since for since in begins if since > in_utc(after)))


def raises_a_cap(
    written: HouseRules, before: Sequence[EnteredRules], after: Sequence[EnteredRules], now: datetime
) -> bool:
    """Say whether a cap is higher by `after` than by `before`, at `now` or at any time from then on."""
    moments = (now, *moments_of_change(written, (*before, *after), now))
    return any(
        is_higher(in_force(written, after, moment).cap, in_force(written, before, moment).cap)
        for moment in moments
    )


def waits_for_second(office: Office, house: House, rules: EnteredRules, now: datetime) -> bool:
    """Say whether something in these rules of `house` holds only when a second person has confirmed them."""
    if rules.confirmed_by is not None or rules.cap is None:
        return False
    confirmed = tuple(
        replace(each, confirmed_by=each.by) if each.id == rules.id else each for each in house.entered_rules
    )
    return raises_a_cap(office.rules, house.entered_rules, confirmed, now)
