"""House rules with the dates from which they hold and the law that they come from.

A rule holds from its date on until the next rule of its kind begins: tomorrow's ordinance is entered today
and switches by itself. Before the first date the first rule holds, so that a wrong date never lifts a limit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeVar

from kiosk.core.instant import in_utc


class MaskKind(Enum):
    """Which mask the house asks for."""

    NONE = "none"
    MEDICAL = "medical"
    FFP2 = "ffp2"


@dataclass(frozen=True, slots=True)
class CapRule:
    """How many people may be inside at once, in the building and in single areas (persons, zero or more)."""

    since: datetime
    building: int
    areas: Mapping[str, int]
    source: str


@dataclass(frozen=True, slots=True)
class MaskRule:
    """Which mask is worn inside; `off_at_desk`: behind the desk's screen it may come off.

    `exempt_below_age` is in years; `exempt_by_certificate`: a medical certificate exempts.
    """

    since: datetime
    kind: MaskKind
    off_at_desk: bool
    exempt_below_age: int
    exempt_by_certificate: bool
    source: str


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """The rules that hold at one moment."""

    cap: CapRule
    mask: MaskRule


@dataclass(frozen=True, slots=True)
class HouseRules:
    """All rules that the office has entered, each kind with one rule or more, in any order.

    Of two rules of a kind with the same date, the one entered last holds. Raises ValueError if a kind is
    missing or a date is naive.
    """

    caps: tuple[CapRule, ...]
    masks: tuple[MaskRule, ...]

    def __post_init__(self) -> None:
        if not self.caps or not self.masks:
            raise ValueError("house rules need at least one cap and one mask rule")
        for since in self.begins():
            in_utc(since)

    def at(self, now: datetime) -> RulesInForce:
        """Return the rules that hold at `now` (aware)."""
        return RulesInForce(cap=_latest(self.caps, now), mask=_latest(self.masks, now))

    def begins(self) -> list[datetime]:
        """Return when the rules begin, in no order."""
        return [rule.since for rule in self.caps] + [rule.since for rule in self.masks]


_Rule = TypeVar("_Rule", CapRule, MaskRule)


def _latest(rules: Sequence[_Rule], now: datetime) -> _Rule:
    now = in_utc(now)
    in_order = sorted(rules, key=lambda rule: in_utc(rule.since))
    begun = [rule for rule in in_order if in_utc(rule.since) <= now]
    return begun[-1] if begun else in_order[0]
