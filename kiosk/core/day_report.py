"""The day in numbers: what the end of the day leaves for anyone to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.core.door_events import CountedOut, LetIn, Reconciled, TurnedBack
from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    Entered,
    Event,
    Exited,
    ExitUnmatched,
    Settled,
    SettledBecause,
)
from kiosk.core.fold import after
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.office import AreaId, ReasonId
from kiosk.core.rule_events import RuleHappening
from kiosk.core.tally import added_up, refusals
from kiosk.core.undo import undone_by
from kiosk.core.verdict import Reason


@dataclass(frozen=True, slots=True)
class DayReport:
    """What happened from the first event of a day until it was closed; all numbers but `told` are of people.

    What was taken back counts as if it had not been, and `undone` is how often that was. `came` are those let
    in by their letters, `let_in` those by the staff, by reason, and `above_cap` those of them who came above
    a cap. `left` showed their letter at the exit, `counted_out` did not; `reconciled` are those of the latter
    whose visits were found. `settled` are visits that ended otherwise, by why. `recounted` is what recounts
    added to an area or took away. `told` is how often visitors were refused or told to wait, by reason.
    `most_inside` were inside at once, at `most_at`; `still_inside` by the count when the day was closed.
    """

    began_at: datetime
    ended_at: datetime
    came: int
    let_in: Mapping[ReasonId, int]
    above_cap: int
    turned_back: Mapping[ReasonId, int]
    left: int
    counted_out: int
    reconciled: int
    settled: Mapping[SettledBecause, int]
    unmatched_exits: int
    recounted: Mapping[AreaId, int]
    told: Mapping[Reason, int]
    undone: int
    most_inside: int
    most_at: datetime
    still_inside: int


def day_report(events: Sequence[Event]) -> DayReport:
    """Return the report of the events of one day, in order, its end among them.

    The day before was closed by the event before them. Raises ValueError for no events.
    """
    if not events:
        raise ValueError("a day begins with an event")
    undone = undone_by(events)
    kept = [event.what for event in events if event.id not in undone]
    let_in = [what for what in kept if isinstance(what, LetIn)]
    settled = [what for what in kept if isinstance(what, Settled)]
    corrected = [what for what in kept if isinstance(what, Corrected)]
    most_inside, most_at = _most_inside(events)
    return DayReport(
        began_at=in_utc(events[0].at),
        ended_at=in_utc(events[-1].at),
        came=sum(what.party for what in kept if isinstance(what, Entered)),
        let_in=added_up((what.because, what.party) for what in let_in),
        above_cap=sum(what.above_cap for what in let_in),
        turned_back=added_up((what.because, what.party) for what in kept if isinstance(what, TurnedBack)),
        left=sum(what.party for what in kept if isinstance(what, Exited)),
        counted_out=sum(what.party for what in kept if isinstance(what, CountedOut)),
        reconciled=sum(what.party for what in kept if isinstance(what, Reconciled)),
        settled=added_up((what.because, what.party) for what in settled),
        unmatched_exits=sum(what.party for what in kept if isinstance(what, ExitUnmatched)),
        recounted=added_up(
            (what.area, what.change) for what in corrected if what.because is CorrectedBecause.RECOUNT
        ),
        told=refusals(events),
        undone=len(undone),
        most_inside=most_inside,
        most_at=most_at,
        still_inside=_still_inside(events),
    )


def _still_inside(events: Sequence[Event]) -> int:
    """Return how many people the closing itself, the last of `events`, has settled.

    Of what was recorded late, the day before may have been over as well: that is of another time.
    """
    closing = [event.what for event in events if event.at == events[-1].at]
    people = sum(
        what.party
        for what in closing
        if isinstance(what, Settled) and what.because is SettledBecause.DAY_ENDED
    )
    return people - sum(
        what.change
        for what in closing
        if isinstance(what, Corrected) and what.because is CorrectedBecause.DAY_ENDED
    )


def _most_inside(events: Sequence[Event]) -> tuple[int, datetime]:
    # A day that was closed leaves nobody inside: the next one begins with an empty house.
    house, most, most_at = EMPTY_HOUSE, 0, events[0].at
    for event in events:
        if isinstance(event.what, RuleHappening):
            continue  # it may concern rules that were entered on an earlier day, and changes no number
        house = after(house, event)
        if house.inside > most:
            most, most_at = house.inside, event.at
    return most, in_utc(most_at)
