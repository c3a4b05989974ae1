"""What was known of the entered rules at each moment of the past, and which of them were withdrawn.

The house knows the entered rules as they stand now. On a day that is over others held: a rule that was
withdrawn since, and none that was entered or confirmed only later. The events tell it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from operator import attrgetter
from typing import TypeAlias

from kiosk.core.entered_rules import EnteredRules, rules_after
from kiosk.core.events import Event
from kiosk.core.ids import StaffId
from kiosk.core.instant import in_utc
from kiosk.core.rule_events import RuleHappening, RulesWithdrawn

_Entered: TypeAlias = tuple[EnteredRules, ...]


@dataclass(frozen=True, slots=True)
class KnownRules:
    """From `since` on (UTC) these were the entered rules."""

    since: datetime
    entered: tuple[EnteredRules, ...]


RuleHistory: TypeAlias = tuple[KnownRules, ...]
"""What was known after each event about rules, by time; before the first nothing had been entered."""


@dataclass(frozen=True, slots=True)
class WithdrawnRules:
    """Entered rules as they stood when `by` withdrew them at `at` (UTC)."""

    rules: EnteredRules
    by: StaffId | None
    at: datetime


def rule_history(events: Iterable[Event]) -> RuleHistory:
    """Return the history that `events` tell, all of the ledger or all about rules, in its order.

    Where a clock was set back, an event bears a later time than one that was recorded after it. The rules
    were known in the ledger's order all the same: it counts from that earlier time on.
    """
    followed = [(in_utc(event.at), entered) for event, _, entered in _followed(events)]
    since = list(accumulate((at for at, _ in reversed(followed)), min))[::-1]
    return tuple(KnownRules(at, entered) for at, (_, entered) in zip(since, followed, strict=True))


def known_at(history: RuleHistory, moment: datetime) -> tuple[EnteredRules, ...]:
    """Return the entered rules as they were known at `moment` (aware), with what happened in it."""
    known = bisect_right(history, in_utc(moment), key=attrgetter("since"))
    return history[known - 1].entered if known else ()


def known_over(history: RuleHistory, start: datetime, end: datetime) -> RuleHistory:
    """Return what was known in [start, end): at `start`, and after each event since then."""
    start, end = in_utc(start), in_utc(end)
    later = (each for each in history if start < each.since < end)
    return (KnownRules(start, known_at(history, start)), *later)


def withdrawn_rules(events: Iterable[Event]) -> tuple[WithdrawnRules, ...]:
    """Return the rules that were withdrawn, in the order in which they were, from the same events."""
    return tuple(
        WithdrawnRules(gone, event.by, in_utc(event.at))
        for event, before, _ in _followed(events)
        if isinstance(event.what, RulesWithdrawn)
        for gone in before
        if gone.id == event.what.rules
    )


def _followed(events: Iterable[Event]) -> Iterator[tuple[Event, _Entered, _Entered]]:
    """Give each event about rules, with the entered rules before and after it."""
    entered: _Entered = ()
    for event in events:
        if isinstance(event.what, RuleHappening):
            before, entered = entered, rules_after(entered, event.what, event.by, event.at)
            yield event, before, entered
