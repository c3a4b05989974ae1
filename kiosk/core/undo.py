"""Taking back what was done a moment ago: by new events, and only while nothing rests on it.

What is taken back by its opposite, a stop by resuming, is not undone here; nor is an undoing itself: what was
taken back in error is done again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias, assert_never

from kiosk.core.appointment import AppointmentId
from kiosk.core.door_events import (
    CallWithdrawn,
    CountedOut,
    CountRestored,
    EntryWithdrawn,
    LetIn,
    MaskExempted,
    MaskExemptionWithdrawn,
    NumberWithdrawn,
    PutBack,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.events import (
    Called,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Entered,
    Event,
    Exited,
    Happening,
    Queued,
    Settled,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.ids import EventId
from kiosk.core.instant import in_utc
from kiosk.core.lead_line import put_back, skip
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId

Begun: TypeAlias = Entered | LetIn
Ended: TypeAlias = Exited | Settled | TurnedBack | Reconciled
_Undoable: TypeAlias = (
    Begun | Ended | CountedOut | Corrected | Queued | Called | Uncalled | PutBack | MaskExempted
)
_Undoing: TypeAlias = (
    EntryWithdrawn | VisitReopened | CountRestored | NumberWithdrawn | CallWithdrawn | MaskExemptionWithdrawn
)


_PART = "/"


def part_of(tap: EventId, number: int) -> EventId:
    """Return the id of the `number`-th event (2 or more) of one tap; the first bears the tap's own."""
    return EventId(f"{tap}{_PART}{number}")


def undo(
    target: Event,
    story: Sequence[Event],
    later: Sequence[Event],
    house: House,
    now: datetime,
    within: timedelta,
) -> tuple[Happening, ...] | NotDone:
    """Return what takes `target` back at `now`, or why it cannot be.

    `later` are all events after it, oldest first. `story` are the events before it that this rests on: those
    of its visit from the entry on, and of the number in the line under which an entry waited.
    """
    what = _undoable(target)
    if what is None:
        return NotDone.CANNOT_BE_UNDONE
    since = _Since()
    for event in reversed(later):
        since.take(event)
    return _why_not(target, since, house, now, within) or _taken_back(target.id, what, story, house)


@dataclass(slots=True)
class _Since:
    """What happened after an event, as far as that keeps it from being taken back.

    It is told backwards, so that for a row of events it is reckoned once and not for each of them anew.
    """

    undone: set[EventId] = field(default_factory=set)
    recounted: set[AreaId] = field(default_factory=set)
    entered: set[AppointmentId | None] = field(default_factory=set)
    day_has_ended: bool = False

    def take(self, event: Event) -> None:
        """Take in what happened just before all that was taken in already."""
        what = event.what
        if isinstance(what, _Undoing):
            self.undone.add(what.undoes)
        elif isinstance(what, DayEnded):
            self.day_has_ended = True
        elif event.id in self.undone:
            return
        elif isinstance(what, Corrected):
            self.recounted.add(what.area)
        elif isinstance(what, Begun):
            self.entered.add(what.appointment)


def _why_not(target: Event, since: _Since, house: House, now: datetime, within: timedelta) -> NotDone | None:
    """Return why `target` cannot be taken back at `now`, None if it can.

    The rules, in the order in which they are checked; the first that applies is told:

    1. It is nothing that can be undone. 2. It was undone before. 3. It is longer ago than `within`.
    4. Its day has ended, its visit went on, its party has joined the line or come in anew, its number was
       dealt with, or the people that it counted out have been found among the visits.
    5. Its area was recounted since: the recount found the true number, whatever came before.
    """
    what = _undoable(target)
    if what is None:
        return NotDone.CANNOT_BE_UNDONE
    if target.id in since.undone:
        return NotDone.ALREADY_UNDONE
    if abs(in_utc(now) - in_utc(target.at)) > within:
        return NotDone.TOO_LONG_AGO
    if since.day_has_ended or not _still_stands(what, since, house):
        return NotDone.SOMETHING_RESTS_ON_IT
    return NotDone.RECOUNTED_SINCE if _areas(what) & since.recounted else None


def can_be_undone(
    events: Sequence[Event], house: House, now: datetime, within: timedelta
) -> tuple[Event, ...]:
    """Return those of the latest `events` that can be taken back, newest first, one for each tap.

    `events` are in order, and nothing has happened after the last of them.
    """
    since, found = _Since(), []
    for event in reversed(events):
        if _PART not in event.id and _why_not(event, since, house, now, within) is None:
            found.append(event)
        since.take(event)
    return tuple(found)


def undone_by(events: Iterable[Event]) -> frozenset[EventId]:
    """Return the ids of what these events took back."""
    return frozenset(event.what.undoes for event in events if isinstance(event.what, _Undoing))


def _undoable(target: Event) -> _Undoable | None:
    """Return what happened, if it is of a kind that the staff takes back: nothing that time alone did."""
    match target.what:
        case Entered() | LetIn() | Exited() | TurnedBack() | Reconciled() as what:
            return what
        case CountedOut() | PutBack() | MaskExempted() as what:
            return what
        case Settled() | Called() | Queued() as what:
            # A letter that was given its number may simply not come: only the staff errs with a number.
            return None if target.by is None else what
        case Uncalled(because=UncalledBecause.SKIPPED) as what:
            return what
        case Corrected(because=CorrectedBecause.RECOUNT) as what:
            return what
        case _:
            return None


def _still_stands(what: _Undoable, since: _Since, house: House) -> bool:
    match what:
        case Entered(visit=visit) | LetIn(visit=visit):
            return house.visit(visit) is not None
        case Exited() | Settled() | TurnedBack() | Reconciled():
            return house.visit(what.visit) is None and not _came_again(what.appointment, since, house)
        case CountedOut(area=area, party=party):
            return house.counted_out.get(area, 0) >= party
        case Corrected():
            return True
        case Queued(number=number):
            return house.place(number) is not None
        case Called(number=number, until=until):
            place = house.place(number)
            return place is not None and place.kept_until == in_utc(until)
        case Uncalled(number=number):
            return any(place.number == number for place in house.passed_over)
        case PutBack(number=number):
            place = house.place(number)
            return place is not None and place.kept_until is None
        case MaskExempted(visit=visit):
            exempt = house.visit(visit)
            return exempt is not None and exempt.mask_exempt
        case _ as never:
            assert_never(never)


def _came_again(appointment: AppointmentId | None, since: _Since, house: House) -> bool:
    if appointment is None:
        return False
    return appointment in since.entered or house.place_of(appointment) is not None


def _areas(what: _Undoable) -> frozenset[AreaId]:
    """Return the areas whose count was changed."""
    match what:
        case Reconciled(area=area, left_from=left_from):
            return frozenset({area, left_from})
        case Entered() | LetIn() | Exited() | Settled() | TurnedBack() | CountedOut() | Corrected():
            return frozenset({what.area})
        case Queued() | Called() | Uncalled() | PutBack() | MaskExempted():
            return frozenset()
        case _ as never:
            assert_never(never)


def _taken_back(
    undoes: EventId, what: _Undoable, story: Sequence[Event], house: House
) -> tuple[Happening, ...] | NotDone:
    match what:
        case Entered() | LetIn():
            return _entry_withdrawn(undoes, what, story)
        case Exited() | Settled() | TurnedBack() | Reconciled():
            return (_visit_reopened(undoes, what, story),)
        case CountedOut(area=area, party=party):
            return (CountRestored(undoes, area, party, counted_out=party),)
        case Corrected(area=area, change=change):
            return (CountRestored(undoes, area, -change, counted_out=0),)
        case Queued(number=number):
            return (NumberWithdrawn(undoes, number),)
        case Called(number=number):
            return (CallWithdrawn(undoes, number),)
        case MaskExempted(visit=visit):
            return (MaskExemptionWithdrawn(undoes, visit),)
        case Uncalled(number=number):
            return _unless_not_done(put_back(house, number))
        case PutBack(number=number):
            return _unless_not_done(skip(house, number))
        case _ as never:
            assert_never(never)


def _unless_not_done(decided: Happening | NotDone) -> tuple[Happening, ...] | NotDone:
    return decided if isinstance(decided, NotDone) else (decided,)


def _entry_withdrawn(undoes: EventId, begun: Begun, story: Sequence[Event]) -> tuple[Happening, ...]:
    withdrawn = EntryWithdrawn(
        undoes=undoes,
        visit=begun.visit,
        appointment=begun.appointment,
        area=begun.area,
        party=begun.party,
        came_in_time=isinstance(begun, Entered) or begun.from_line is not None,
    )
    if begun.from_line is None:
        return (withdrawn,)
    for event in story:
        if isinstance(event.what, Queued) and event.what.number == begun.from_line:
            queued = event.what
            stood = PutBack(
                queued.number, queued.appointment, queued.area, queued.party, queued.due, event.at
            )
            return withdrawn, stood
    raise ValueError(f"nobody knows how number {begun.from_line} came into the line")


def _visit_reopened(undoes: EventId, ended: Ended, story: Sequence[Event]) -> VisitReopened:
    notes = [
        event.what
        for event in story
        if isinstance(event.what, MaskExempted | MaskExemptionWithdrawn) and event.what.visit == ended.visit
    ]
    for event in story:
        if isinstance(event.what, Begun) and event.what.visit == ended.visit:
            return VisitReopened(
                undoes=undoes,
                visit=ended.visit,
                appointment=ended.appointment,
                area=ended.area,
                party=ended.party,
                entered_at=event.at,
                expected_end=event.what.expected_end,
                mask_exempt=bool(notes) and isinstance(notes[-1], MaskExempted),
                left_from=ended.left_from if isinstance(ended, Reconciled) else None,
            )
    raise ValueError(f"nobody knows how visit {ended.visit} began")
