"""The house rules as a list to read: those of the office's file and the entered ones, and how each stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.core.entered_rules import EnteredRules
from kiosk.core.events import Event
from kiosk.core.house_rules import CapRule, MaskRule
from kiosk.core.ids import StaffId
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import House
from kiosk.core.office import Office
from kiosk.core.rule_history import withdrawn_rules
from kiosk.core.rules_in_force import in_force, rules_at, waits_for_second


class RuleState(Enum):
    """How rules stand at a time: not begun, holding, with others in their place, or withdrawn."""

    COMES = "comes"
    HOLDS = "holds"
    OVER = "over"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ListedRules:
    """Rules with how they stand; `cap` or `mask` is None where they leave that as it is.

    `entered` is None for rules of the office's file. `waits`: something in their cap is higher than what else
    would hold, and counts only when a second person has confirmed it. `withdrawn_by` and `withdrawn_at` (UTC)
    are None for rules that are not withdrawn.
    """

    since: datetime
    cap: CapRule | None
    mask: MaskRule | None
    source: str
    state: RuleState
    entered: EnteredRules | None = None
    waits: bool = False
    withdrawn_by: StaffId | None = None
    withdrawn_at: datetime | None = None


def listed_rules(office: Office, house: House, now: datetime) -> tuple[ListedRules, ...]:
    """Return all rules that are not withdrawn, by the date from which they hold.

    Of the same date, the file's stand before entered ones.
    """
    every = (*_written(office, house, now), *_entered(office, house, now))
    return tuple(sorted(every, key=lambda each: in_utc(each.since)))


def listed_withdrawn(events: Iterable[Event]) -> tuple[ListedRules, ...]:
    """Return the rules that were withdrawn, in that order, from the `events` about rules."""
    return tuple(
        ListedRules(
            since=each.rules.since,
            cap=each.rules.cap_rule,
            mask=each.rules.mask_rule,
            source=each.rules.source,
            state=RuleState.WITHDRAWN,
            entered=each.rules,
            withdrawn_by=each.by,
            withdrawn_at=each.at,
        )
        for each in withdrawn_rules(events)
    )


def area_caps(cap: CapRule, office: Office) -> tuple[tuple[str, int], ...]:
    """Return the caps of the areas in the office's own order; areas that it has no longer come last."""
    places: dict[str, int] = {area: place for place, area in enumerate(office.areas)}
    return tuple(sorted(cap.areas.items(), key=lambda each: places.get(each[0], len(places))))


def _written(office: Office, house: House, now: datetime) -> Iterator[ListedRules]:
    holding = rules_at(office, house, now)
    for cap in office.rules.caps:
        state = _state(cap.since, now, holds=cap == holding.cap)
        yield ListedRules(cap.since, cap, None, cap.source, state)
    for mask in office.rules.masks:
        state = _state(mask.since, now, holds=mask == holding.mask)
        yield ListedRules(mask.since, None, mask, mask.source, state)


def _entered(office: Office, house: House, now: datetime) -> Iterator[ListedRules]:
    for each in house.entered_rules:
        yield ListedRules(
            since=each.since,
            cap=each.cap_rule,
            mask=each.mask_rule,
            source=each.source,
            state=_state(each.since, now, holds=_makes_a_difference(office, house, each, now)),
            entered=each,
            waits=waits_for_second(office, house, each, now),
        )


def _makes_a_difference(office: Office, house: House, rules: EnteredRules, now: datetime) -> bool:
    holding = rules_at(office, house, now)
    if holding.cap == rules.cap_rule or holding.mask == rules.mask_rule:
        return True
    others = [each for each in house.entered_rules if each.id != rules.id]
    return in_force(office.rules, others, now).cap != holding.cap


def _state(since: datetime, now: datetime, *, holds: bool) -> RuleState:
    if holds:
        return RuleState.HOLDS
    return RuleState.COMES if in_utc(since) > in_utc(now) else RuleState.OVER
