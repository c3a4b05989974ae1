"""An office after five years: two million events on its workdays, half of its visits by appointment.

The days are invented and alike; what matters is how many events and appointments there are. The office is
kept for the next run, and so are the sums of its days.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.ledger import fill, make_once
from kiosk.clock import new_name
from kiosk.core.appointment import Appointment
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import (
    Called,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Declined,
    Entered,
    Event,
    Exited,
    Happening,
    Queued,
    Settled,
    SettledBecause,
)
from kiosk.core.ids import EventId, VisitId
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId
from kiosk.core.verdict import AskStaff, Goodbye, GoTo, Reason, Verdict
from kiosk.ledger.version import SCHEMA_VERSION
from tests.building import an_appointment
from tests.premises import Premises, make_premises
from tests.staffed_premises import BENEFITS, MAIN, make_staffed

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 9, 21, 11, 0, tzinfo=ZONE)
"""A Monday on which the office has been open for three hours."""

YEARS = 5
WORKDAYS = 5
_WORKDAYS_A_YEAR = 261
_EVENTS_A_VISIT = 2.0
_CAP = 80
_AREAS = (BENEFITS, AreaId("youth"))
_OPEN_FOR = timedelta(hours=8)
_DAYS_AT_ONCE = 10

_Told = tuple[datetime, Happening, Verdict | None]


@dataclass
class Day:
    """One day: what happens on it until `until`, and who is booked for it."""

    chance: random.Random
    day: date
    until: datetime
    booked: list[Appointment] = field(default_factory=list)
    stays: list[Entered] = field(default_factory=list)

    def events(self, visits: int, stayed: list[Entered]) -> Iterator[Event]:
        """Give its events, beginning with those that settle who `stayed` the day before."""
        opens = in_utc(datetime.combine(self.day, time(8), tzinfo=ZONE))
        for left in stayed:
            what = Settled(left.visit, left.appointment, left.area, left.party, SettledBecause.DAY_ENDED)
            yield _event(opens, what, None)
        yield _event(opens, DayEnded(), None)
        told = [each for number in range(visits) for each in self._visit(opens, number)]
        told += [(opens + _OPEN_FOR / 2, Corrected(BENEFITS, 1, CorrectedBecause.RECOUNT), None)]
        told += [(opens + _OPEN_FOR * 0.9, Corrected(BENEFITS, -1, CorrectedBecause.RECOUNT), None)]
        for at, what, answer in sorted(told, key=lambda each: each[0]):
            if at <= self.until:
                yield _event(at, what, answer)

    def _visit(self, opens: datetime, number: int) -> Iterator[_Told]:
        chance, area = self.chance, self.chance.choice(_AREAS)
        at = opens + chance.triangular(0, 0.9, 0.3) * _OPEN_FOR
        party = chance.choices((1, 2, 3), (7, 2, 1))[0]
        appointment = None
        if number % 2:
            rounded = at.replace(minute=at.minute // 10 * 10, second=0, microsecond=0)
            booked = an_appointment(new_name(), rounded + timedelta(minutes=10), area=area, party=party)
            self.booked.append(booked)
            appointment = booked.id
            if chance.random() < 0.1:  # noqa: PLR2004 - one in ten stays away
                return
        waits = chance.random() < 0.03  # noqa: PLR2004 - three in a hundred stand in the line
        if waits:
            yield at, Queued(number + 1, appointment, area, party, None), None
            at += timedelta(minutes=chance.randrange(2, 12))
            yield at, Called(number + 1, at + timedelta(minutes=3)), None
        elif chance.random() < 0.05:  # noqa: PLR2004 - one in twenty shows the letter too early first
            yield at - timedelta(minutes=9), Declined(appointment), Verdict(Reason.TOO_EARLY, AskStaff())
        stay = timedelta(minutes=chance.gammavariate(4, 6))
        visit = VisitId(new_name())
        entered = Entered(visit, appointment, area, party, at + stay, number + 1 if waits else None)
        yield at + timedelta(seconds=20), entered, Verdict(Reason.ADMITTED, GoTo(area, None))
        if chance.random() < 0.99:  # noqa: PLR2004 - one in a hundred is not seen leaving
            gone = Exited(visit, appointment, area, party)
            yield at + stay + timedelta(seconds=30), gone, Verdict(Reason.LEFT, Goodbye())
        else:
            self.stays.append(entered)


def _event(at: datetime, what: Happening, answer: Verdict | None) -> Event:
    name = what.visit if isinstance(what, Entered) else new_name()
    return Event(EventId(name), at, MAIN, None, what, answer)


def after_five_years(folder: Path, events: int) -> Premises:
    """Return the office with so many events, made in `folder` where it is not there yet."""
    office = folder / f"kiosk-five-years-{SCHEMA_VERSION}-{events}"
    make_once(office, lambda unfinished: _make(unfinished, events))
    return _with_file(office)


def _with_file(folder: Path) -> Premises:
    """Write the office's file anew: what it may say changes more often than the ledger's schema."""
    premises = make_premises(folder, cap=_CAP)
    file = premises.office.read_text(encoding="utf-8") + "\n[web]\nwall = true\n"
    for written, wanted in (
        (f'"{premises.file().office.time_zone.key}"', f'"{ZONE.key}"'),
        ("00:00-23:59", "08:00-16:00"),
        ("since = 2021-09-16", "since = 2020-01-01"),
    ):
        file = file.replace(written, wanted)
    premises.office.write_text(file, encoding="utf-8")
    return premises


def _make(folder: Path, events: int) -> None:
    make_staffed(folder, cap=_CAP)
    premises = _with_file(folder)
    visits = round(events / (YEARS * _WORKDAYS_A_YEAR) / _EVENTS_A_VISIT)
    days = list(_days())
    with premises.ledger() as ledger:
        newest = ledger.newest()
    fill(premises.database, newest, _happened(days, visits))
    with premises.ledger() as ledger:
        for first in range(0, len(days), _DAYS_AT_ONCE):
            booked = [each for day in days[first : first + _DAYS_AT_ONCE] for each in day.booked]
            ledger.apply(AppointmentChanges(new=tuple(booked)))


def _days() -> Iterator[Day]:
    day = NOW.date() - timedelta(days=365 * YEARS)
    while day <= NOW.date():
        if day.weekday() < WORKDAYS:
            yield Day(random.Random(day.toordinal()), day, in_utc(NOW))
        day += timedelta(days=1)


def _happened(days: list[Day], visits: int) -> Iterator[Event]:
    stayed: list[Entered] = []
    for day in days:
        yield from day.events(visits, stayed)
        stayed = day.stays
