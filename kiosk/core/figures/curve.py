"""The course of a day: how many were inside when, who came and left in each quarter of an hour, and the caps.

What is told here comes from what each event changes, and not from the fold: two ways to the same numbers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.core.door_events import (
    CountedOut,
    CountRestored,
    EntryWithdrawn,
    LetIn,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.events import Corrected, Entered, Event, Exited, Happening, Settled
from kiosk.core.house_rules import CapRule, HouseRules
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId
from kiosk.core.rule_history import RuleHistory, known_at, known_over
from kiosk.core.rules_in_force import in_force
from kiosk.core.undo import undone_by

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Change:
    """So many people more in an area, below zero fewer."""

    area: AreaId
    people: int


@dataclass(frozen=True, slots=True)
class Step:
    """From `at` on (UTC) so many people were inside."""

    at: datetime
    inside: int


@dataclass(frozen=True, slots=True)
class CapStep:
    """From `at` on (UTC) this cap held; None: none did."""

    at: datetime
    cap: int | None


@dataclass(frozen=True, slots=True)
class Quarter:
    """The quarter of an hour from `at` on (UTC): how many people came in and went out."""

    at: datetime
    entered: int
    left: int


def changes_of(what: Happening) -> tuple[Change, ...]:
    """Return what one happening changes in the count of the areas."""
    match what:
        case Entered(area=area, party=party) | LetIn(area=area, party=party):
            return (Change(area, party),)
        case (
            Exited(area=area, party=party)
            | Settled(area=area, party=party)
            | TurnedBack(area=area, party=party)
            | EntryWithdrawn(area=area, party=party)
            | CountedOut(area=area, party=party)
        ):
            return (Change(area, -party),)
        case VisitReopened(area=area, party=party, left_from=left_from):
            back = () if left_from is None else (Change(left_from, -party),)
            return (Change(area, party), *back)
        case Reconciled(area=area, party=party, left_from=left_from):
            return (Change(area, -party), Change(left_from, party))
        case Corrected(area=area, change=change) | CountRestored(area=area, change=change):
            return (Change(area, change),)
        case _:
            return ()


def step_curve(events: Iterable[Event], inside_after: int, area: AreaId | None = None) -> tuple[Step, ...]:
    """Return how many were inside from each event on that changed it, in the order of time.

    `inside_after` is the number after the last of `events`. What was recorded late stands where it happened.
    Without an event that changed anything there is no step.
    """
    moves = sorted(((in_utc(event.at), _people(event, area)) for event in events), key=lambda move: move[0])
    inside = inside_after - sum(people for _, people in moves)
    steps: list[Step] = []
    for at, people in moves:
        if people:
            inside += people
            steps.append(Step(at, inside))
    return tuple(steps)


def _people(event: Event, area: AreaId | None) -> int:
    return sum(each.people for each in changes_of(event.what) if area in (None, each.area))


def quarters(events: Sequence[Event]) -> tuple[Quarter, ...]:
    """Return each quarter of an hour in which somebody came in or went out, in order.

    What was taken back counts as if it had not been. Nobody goes out by a recount, or by the end of the day.
    """
    undone = undone_by(events)
    entered: Counter[datetime] = Counter()
    left: Counter[datetime] = Counter()
    for event in events:
        if event.id in undone:
            continue
        match event.what:
            case Entered(party=party) | LetIn(party=party):
                entered[quarter_of(event.at)] += party
            case Exited(party=party) | CountedOut(party=party) | TurnedBack(party=party):
                left[quarter_of(event.at)] += party
            case _:
                pass
    return tuple(Quarter(at, entered[at], left[at]) for at in sorted(entered | left))


def caps_over(
    rules: HouseRules,
    start: datetime,
    end: datetime,
    area: AreaId | None = None,
    history: RuleHistory = (),
) -> tuple[CapStep, ...]:
    """Return the caps that hold in [start, end): the first from `start` on, a step for each other one.

    `history` has what was entered beside the office's file. A cap holds as it was known then: it changes
    where a rule begins, and where one was entered, confirmed or withdrawn. What is still to come is as it is
    known last.
    """
    known = known_over(history, start, end)
    begins = {in_utc(since) for since in rules.begins()} | {
        each.since for knew in known for each in knew.entered
    }
    moments = {knew.since for knew in known} | {at for at in begins if in_utc(start) < at < in_utc(end)}
    steps: list[CapStep] = []
    for at in sorted(moments):
        cap = _cap_in(in_force(rules, known_at(known, at), at).cap, area)
        if not steps or cap != steps[-1].cap:
            steps.append(CapStep(at, cap))
    return tuple(steps)


def _cap_in(cap: CapRule, area: AreaId | None) -> int | None:
    return cap.building if area is None else cap.areas.get(area)


def quarter_of(at: datetime) -> datetime:
    """Return when the quarter of an hour of a moment begins (UTC)."""
    begin = datetime(1970, 1, 1, tzinfo=UTC)
    return begin + (in_utc(at) - begin) // QUARTER * QUARTER
