"""Who of those invited came, and when; and what a day teaches the forecast."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.events import Event
from kiosk.core.experience import NEVER, THOUSANDTHS, Lesson
from kiosk.core.figures.visits import PastVisit, visits_of, waits_of
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId

PUNCTUAL = timedelta(minutes=5)
"""Who comes up to this much before or after the time of the appointment is on time."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """The appointments of a day that stood: how many there were, and whose parties came, when, or not at all.

    Early and late is by `PUNCTUAL`, at the first time that the letter was shown and answered.
    """

    booked: int
    early: int
    on_time: int
    late: int

    @property
    def away(self) -> int:
        """How many appointments nobody came to."""
        return self.booked - self.early - self.on_time - self.late


def attendance(lesson: Lesson) -> Attendance:
    """Return who of those invited came that day, as its lesson tells."""
    edge = PUNCTUAL.total_seconds()
    early = sum(1 for late in lesson.lateness if late < -edge)
    late = sum(1 for late in lesson.lateness if late > edge)
    return Attendance(lesson.booked, early, len(lesson.lateness) - early - late, late)


def came_of(events: Iterable[Event]) -> frozenset[AppointmentId]:
    """Return the appointments whose parties came in or stood in the line in these events of one day.

    Who gave up waiting has come. Whose entry was taken back, or who was turned back at the door, has not:
    their letter still lets them in, and a place is kept for them.
    """
    events = tuple(events)
    came = {visit.appointment for visit in visits_of(events)} | {
        wait.appointment for wait in waits_of(events)
    }
    return frozenset(each for each in came if each is not None)


def lesson(day: date, events: Sequence[Event], appointments: Iterable[Appointment], zone: ZoneInfo) -> Lesson:
    """Return what a day that is over teaches by its events and its appointments."""
    standing = {each.id: each for each in appointments if each.status is AppointmentStatus.BOOKED}
    visits = sorted(visits_of(events), key=lambda visit: visit.entered_at)
    first: dict[AppointmentId, datetime] = {}
    for wait in waits_of(events):
        if wait.appointment is not None:
            first[wait.appointment] = min(first.get(wait.appointment, wait.since), wait.since)
    shares: defaultdict[AreaId, list[int]] = defaultdict(list)
    stays: defaultdict[AreaId, list[int]] = defaultdict(list)
    walk_ins: defaultdict[AreaId, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    came: set[AppointmentId] = set()
    squared = 0
    for visit in visits:
        booked = None if visit.appointment is None else standing.get(visit.appointment)
        if booked is None:
            stays[visit.area].append(_seconds(visit))
        else:
            shares[visit.area].append(_share(visit, booked))
        if booked is None or booked.id in came:
            local = visit.came_at.astimezone(zone)
            walk_ins[visit.area][local.hour * 4 + local.minute // 15] += visit.party
            squared += visit.party**2
        else:
            came.add(booked.id)
            first[booked.id] = min(first.get(booked.id, visit.came_at), visit.came_at)
    lateness = [
        int((at - in_utc(standing[each].starts_at)).total_seconds())
        for each, at in first.items()
        if each in standing
    ]
    return Lesson(
        day=day,
        booked=len(standing),
        away=len(standing) - len(lateness),
        lateness=tuple(sorted(lateness)),
        shares=_in_order(shares),
        stays=_in_order(stays),
        walk_ins={area: tuple(sorted(people.items())) for area, people in walk_ins.items()},
        squared=squared,
    )


def _seconds(visit: PastVisit) -> int:
    if visit.left_at is None:
        return NEVER
    return max(int((visit.left_at - visit.entered_at).total_seconds()), 0)


def _share(visit: PastVisit, booked: Appointment) -> int:
    """Return how long a visit took, in thousandths of the planned time, from when it could begin."""
    if visit.left_at is None:
        return NEVER
    lasted = visit.left_at - (visit.expected_end - booked.duration)
    return max(int(lasted / booked.duration * THOUSANDTHS), 0)


def _in_order(lengths: Mapping[AreaId, list[int]]) -> dict[AreaId, tuple[int, ...]]:
    # In order, nobody can be found again by who came before whom.
    return {area: tuple(sorted(measured)) for area, measured in lengths.items()}
