"""A simulated day at the door: appointments, arrivals around them, stays as they come, and what was told."""

import heapq
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.decide import Facts, Invitation, decide, lapsed_calls, new_calls
from kiosk.core.events import Called, Entered, Event, Exited, Happening, Queued
from kiosk.core.fold import after
from kiosk.core.ids import EventId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId, Office
from kiosk.core.verdict import WaitForNumber
from tests.building import (
    BENEFITS,
    CASES,
    YOUTH,
    a_cap,
    a_door,
    an_appointment,
    an_area,
    an_office,
    at,
    due,
    habits,
    minutes,
)

STAYS = {BENEFITS: 30.0, CASES: 40.0, YOUTH: 20.0}
CAP = 12


@dataclass(frozen=True)
class Wait:
    """One party's wait in the line, in minutes: what was told when it joined, and how long it took."""

    told: float
    real: float
    people_ahead: int


def an_office_to_queue_at() -> Office:
    return an_office(
        areas=[an_area(area, usual_stay=stay) for area, stay in STAYS.items()],
        doors=[a_door(serves=STAYS)],
        caps=[a_cap(CAP, youth=4)],
        custom=habits(head_room=10, keep_place=3),
    )


def the_days_appointments(chance: random.Random, every: float) -> list[Appointment]:
    """Return appointments from 08:15 to 15:30, one every `every` minutes, most of them of one person."""
    appointments = []
    for number in range(int(440 / every)):
        area: AreaId = chance.choices(tuple(STAYS), weights=(4, 3, 2))[0]
        starts_at = at("08:15") + minutes(5 * round(number * every / 5))
        party = chance.choices((1, 2, 3, 4), weights=(70, 18, 8, 4))[0]
        appointments.append(
            an_appointment(str(number), starts_at, area=area, party=party, duration=STAYS[area])
        )
    return appointments


class SimulatedDay:
    """Runs one day: people come around the time of their appointment, and two minutes after a call."""

    def __init__(self, seed: int, *, every: float = 4.0) -> None:
        self.chance = random.Random(seed)
        self.office = an_office_to_queue_at()
        self.appointments = {each.id: each for each in the_days_appointments(self.chance, every)}
        self.house: House = EMPTY_HOUSE
        self.ids = count()
        self.waits: list[Wait] = []
        self._joined: dict[int, tuple[datetime, WaitForNumber]] = {}
        self._agenda: list[tuple[datetime, int, AppointmentId | None]] = []
        self._came: set[AppointmentId] = set()

    def run(self) -> list[Wait]:
        for appointment in self.appointments.values():
            lateness = min(max(self.chance.gauss(-5, 6), -14.5), 14.5)
            self._plan(appointment.starts_at + minutes(lateness), appointment.id)
        for minute in range(8 * 60):
            self._plan(at("08:00") + minutes(minute), None)
        while self._agenda:
            now, _, name = heapq.heappop(self._agenda)
            for lapsed in lapsed_calls(self.office, self.house, now):
                self._record(lapsed, now)
            if name is not None:
                self._show_letter(name, now)
            self._call(now)
        return self.waits

    def _plan(self, when: datetime, name: AppointmentId | None) -> None:
        heapq.heappush(self._agenda, (when, next(self.ids), name))

    def _record(self, what: Happening, now: datetime) -> None:
        event = Event(EventId(str(next(self.ids))), now, None, None, what, None)
        self.house = after(self.house, event)

    def _show_letter(self, name: AppointmentId, now: datetime) -> None:
        appointment = self.appointments[name]
        invitation = Invitation(appointment, appointment.starts_at, entered=False, last_left_at=None)
        awaited = [due(each) for each in self.appointments.values() if self._is_awaited(each, now)]
        facts = Facts(
            self.office, next(iter(self.office.doors.values())), invitation, self.house, tuple(awaited)
        )
        decision = decide(facts, EventId(str(next(self.ids))), now)
        self._record(decision.what, now)
        step = decision.verdict.step
        match decision.what:
            case Queued(number=number) if isinstance(step, WaitForNumber):
                self._joined[number] = now, step
            case Entered(area=area):
                self._came.add(name)
                # Stays vary as they do at desks: many shorter than usual, a few much longer.
                stay = self.chance.lognormvariate(-0.125, 0.5) * STAYS[area]
                self._plan(now + minutes(max(stay, 2)), name)
            case Exited():
                pass
            case other:
                # Who is still in the line when it closes goes home.
                assert now >= at("16:00"), other

    def _is_awaited(self, appointment: Appointment, now: datetime) -> bool:
        kept = self.office.habits
        return (
            now - kept.grace <= appointment.starts_at <= now + kept.head_room
            and appointment.id not in self._came
        )

    def _call(self, now: datetime) -> None:
        awaited = [due(each) for each in self.appointments.values() if self._is_awaited(each, now)]
        for called in new_calls(self.office, self.house, awaited, now):
            self._record(called, now)
            self._answer_call(called, now)

    def _answer_call(self, called: Called, now: datetime) -> None:
        place = next(each for each in self.house.line if each.number == called.number)
        joined_at, step = self._joined.pop(called.number)
        told = (step.wait or timedelta(0)) / minutes(1)
        self.waits.append(Wait(told, (now - joined_at) / minutes(1), step.ahead))
        assert place.appointment is not None
        self._plan(now + minutes(2), place.appointment)
