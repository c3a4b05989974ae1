"""The visits and the waits of a day, put together from its events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from kiosk.core.appointment import AppointmentId
from kiosk.core.door_events import (
    EntryWithdrawn,
    LetIn,
    NumberWithdrawn,
    PutBack,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.events import Entered, Event, Exited, Queued, Settled
from kiosk.core.ids import VisitId
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId


class EndedBy(Enum):
    """What ended a visit."""

    EXIT = "exit"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit of a day; `left_at` and `ended_by` are None where nothing had ended it when the day was over.

    `waited_since` is when its party joined the line, None if it did not wait.
    """

    id: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    entered_at: datetime
    expected_end: datetime
    waited_since: datetime | None
    left_at: datetime | None = None
    ended_by: EndedBy | None = None

    @property
    def came_at(self) -> datetime:
        """When the party was at the door."""
        return self.waited_since or self.entered_at


@dataclass(frozen=True, slots=True)
class PastWait:
    """A party that stood in the line; `ended_at` is when it came in, None if it never did."""

    number: int
    appointment: AppointmentId | None
    area: AreaId
    party: int
    due: datetime | None
    since: datetime
    ended_at: datetime | None = None


def visits_of(events: Iterable[Event]) -> tuple[PastVisit, ...]:
    """Return the visits that began in these events of one day, without those that were taken back."""
    events = tuple(events)
    waits = {wait.number: wait for wait in waits_of(events)}
    visits: dict[VisitId, PastVisit] = {}
    for event in events:
        match event.what:
            case Entered() | LetIn() as begun:
                visits[begun.visit] = _begun(begun, in_utc(event.at), waits)
            case Exited(visit=visit) if visit in visits:
                visits[visit] = replace(visits[visit], left_at=in_utc(event.at), ended_by=EndedBy.EXIT)
            case Settled(visit=visit) | Reconciled(visit=visit) if visit in visits:
                visits[visit] = replace(visits[visit], left_at=in_utc(event.at), ended_by=EndedBy.STAFF)
            case TurnedBack(visit=visit) | EntryWithdrawn(visit=visit):
                visits.pop(visit, None)
            case VisitReopened() as again:
                visits[again.visit] = _reopened(again, visits.get(again.visit))
            case _:
                pass
    return tuple(visits.values())


def waits_of(events: Iterable[Event]) -> tuple[PastWait, ...]:
    """Return who stood in the line in these events of one day, by the number that was given.

    After the staff has ended a day, numbers begin anew: the later one of the same number is told.
    """
    waits: dict[int, PastWait] = {}
    for event in events:
        match event.what:
            case Queued(number=number) as queued:
                due = None if queued.due is None else in_utc(queued.due)
                waits[number] = PastWait(
                    number, queued.appointment, queued.area, queued.party, due, in_utc(event.at)
                )
            case Entered(from_line=int(number)) | LetIn(from_line=int(number)) if number in waits:
                waits[number] = replace(waits[number], ended_at=in_utc(event.at))
            case PutBack(number=number) if number in waits:
                waits[number] = replace(waits[number], ended_at=None)
            case NumberWithdrawn(number=number):
                waits.pop(number, None)
            case _:
                pass
    return tuple(waits.values())


def _begun(begun: Entered | LetIn, at: datetime, waits: Mapping[int, PastWait]) -> PastVisit:
    wait = None if begun.from_line is None else waits.get(begun.from_line)
    return PastVisit(
        id=begun.visit,
        appointment=begun.appointment,
        area=begun.area,
        party=begun.party,
        entered_at=at,
        expected_end=in_utc(begun.expected_end),
        waited_since=None if wait is None else wait.since,
    )


def _reopened(again: VisitReopened, before: PastVisit | None) -> PastVisit:
    if before is not None:
        return replace(before, left_at=None, ended_by=None)
    return PastVisit(
        id=again.visit,
        appointment=again.appointment,
        area=again.area,
        party=again.party,
        entered_at=in_utc(again.entered_at),
        expected_end=in_utc(again.expected_end),
        waited_since=None,
    )
