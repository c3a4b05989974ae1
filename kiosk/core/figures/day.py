"""A day in numbers, running or over: folded from its events, the same whoever asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.door_events import CountedOut, LetIn, TurnedBack
from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    Entered,
    Event,
    Exited,
    ExitUnmatched,
    Settled,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.figures.curve import step_curve
from kiosk.core.figures.ordinary import people_after
from kiosk.core.figures.visits import EndedBy, PastVisit, visits_of, waits_of
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.core.tally import added_up, refusals
from kiosk.core.undo import undone_by


@dataclass(frozen=True, slots=True)
class Waits:
    """The line of a day, in parties: how many came in from it, how long they waited, and who gave up."""

    parties: int
    total: timedelta
    longest: timedelta
    gave_up: int

    @property
    def mean(self) -> timedelta | None:
        """How long a party waited on average; None where nobody did."""
        return self.total / self.parties if self.parties else None


@dataclass(frozen=True, slots=True)
class Recounted:
    """What the recounts of an area at one door found: `change` altogether, and how far `off` they were.

    `door` is empty where the recount was made at no door. Two recounts of +2 and -2 have changed nothing, and
    found the number wrong by 4.
    """

    door: str
    area: AreaId
    times: int
    change: int
    off: int


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What happened on a day; all numbers but `told`, `visits`, `stays` and `undone` are of people.

    What was taken back counts as if it had not been. `came` were let in by their letters, `let_in` by the
    staff, by reason, `above_cap` of them above a cap. `left` showed their letter at an exit, `counted_out`
    did not, and `settled` were ended by the staff. `told` is how often visitors were refused or told to wait,
    by reason. `most_inside` were inside at once, first at `most_at`; `still_inside` at the day's end.
    `stays` visits were seen to end by a letter, and took `stay_total` together.
    """

    came: int
    let_in: Mapping[ReasonId, int]
    above_cap: int
    turned_back: Mapping[ReasonId, int]
    left: int
    counted_out: int
    settled: int
    unmatched_exits: int
    told: Mapping[str, int]
    undone: int
    recounts: tuple[Recounted, ...]
    most_inside: int
    most_at: datetime | None
    still_inside: int
    visits: int
    stays: int
    stay_total: timedelta
    waits: Waits

    @property
    def mean_stay(self) -> timedelta | None:
        """How long a visit took on average; None where none was measured."""
        return self.stay_total / self.stays if self.stays else None

    @property
    def entries(self) -> int:
        """How many people came in."""
        return self.came + sum(self.let_in.values())


def day_figures(events: Sequence[Event]) -> DayFigures:
    """Return the figures of these events of one day (`events_of_day`), in the order of the ledger."""
    undone = undone_by(events)
    kept = [event.what for event in events if event.id not in undone]
    visits = visits_of(events)
    still_inside = people_after(events)
    curve = step_curve(events, still_inside)
    peak = max(curve, key=lambda step: step.inside, default=None)
    stays = [stay for visit in visits if (stay := _measured(visit)) is not None]
    return DayFigures(
        came=sum(what.party for what in kept if isinstance(what, Entered)),
        let_in=added_up((what.because, what.party) for what in kept if isinstance(what, LetIn)),
        above_cap=sum(what.above_cap for what in kept if isinstance(what, LetIn)),
        turned_back=added_up((what.because, what.party) for what in kept if isinstance(what, TurnedBack)),
        left=sum(what.party for what in kept if isinstance(what, Exited)),
        counted_out=sum(what.party for what in kept if isinstance(what, CountedOut)),
        settled=sum(what.party for what in kept if isinstance(what, Settled)),
        unmatched_exits=sum(what.party for what in kept if isinstance(what, ExitUnmatched)),
        told={reason.value: times for reason, times in refusals(events).items()},
        undone=len(undone),
        recounts=_recounts([event for event in events if event.id not in undone]),
        most_inside=0 if peak is None else max(peak.inside, 0),
        most_at=None if peak is None or peak.inside <= 0 else peak.at,
        still_inside=still_inside,
        visits=len(visits),
        stays=len(stays),
        stay_total=sum(stays, timedelta(0)),
        waits=waits_in(events),
    )


def _measured(visit: PastVisit) -> timedelta | None:
    """Return how long a visit took; None where nobody saw its end, or the clock was set meanwhile."""
    if visit.ended_by is not EndedBy.EXIT or visit.left_at is None or visit.left_at < visit.entered_at:
        return None
    return visit.left_at - visit.entered_at


def _recounts(events: Iterable[Event]) -> tuple[Recounted, ...]:
    found: dict[tuple[DoorId | None, AreaId], list[int]] = {}
    for event in events:
        if isinstance(event.what, Corrected) and event.what.because is CorrectedBecause.RECOUNT:
            found.setdefault((event.door, event.what.area), []).append(event.what.change)
    return tuple(
        Recounted(door or "", area, len(changed), sum(changed), sum(abs(each) for each in changed))
        for (door, area), changed in found.items()
    )


def waits_in(events: Sequence[Event]) -> Waits:
    """Return how those who stood in the line in these events of one day waited."""
    waited = [wait.ended_at - wait.since for wait in waits_of(events) if wait.ended_at is not None]
    gave_up = sum(
        1
        for event in events
        if isinstance(event.what, Uncalled) and event.what.because is UncalledBecause.NOBODY_CAME
    )
    return Waits(len(waited), sum(waited, timedelta(0)), max(waited, default=timedelta(0)), gave_up)
