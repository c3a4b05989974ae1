"""Weeks at a door, made by a process of which the forecast knows nothing.

People come by buses, every twenty minutes, and wait inside for a desk: each area has few, which serve one
party after the other, so that one long talk makes all behind it stay longer. How many stay away depends on
the weather of the day. Some come without an appointment, most of them after opening; some talks are long;
one in fifty is not seen leaving.
"""

import random
from datetime import date, datetime, timedelta

from kiosk.core.appointment import Appointment
from kiosk.core.backtest import KnownDay
from kiosk.core.door_events import LetIn
from kiosk.core.events import Entered, Event, Exited, Happening
from kiosk.core.ids import EventId, VisitId
from kiosk.core.office import AreaId, Office
from tests.building import (
    BENEFITS,
    CASES,
    DESK_AGREES,
    MAIN_DOOR,
    a_cap,
    an_appointment,
    an_area,
    an_office,
    at,
    hours,
    minutes,
)

DESKS = {BENEFITS: 5, CASES: 3}
TALKS = {BENEFITS: 25.0, CASES: 40.0}
WORKDAYS = 5


def an_office_with_desks() -> Office:
    areas = [an_area(area, opening=hours("08:00-16:00"), usual_stay=TALKS[area]) for area in DESKS]
    return an_office(areas=areas, caps=[a_cap(60)])


def simulated_weeks(seed: int, first: date, weeks: int) -> list[KnownDay]:
    """Return the workdays of so many weeks from the Monday `first` on."""
    chance = random.Random(seed)
    days = (first + timedelta(days=7 * week + day) for week in range(weeks) for day in range(WORKDAYS))
    return [simulated_day(chance, day) for day in days]


def simulated_day(chance: random.Random, day: date) -> KnownDay:
    rain = chance.random()
    # Benefits are asked for at the beginning of the month and of the week.
    busy = (1.2 if day.day < 6 else 0.9) * (1.15 if day.weekday() == 0 else 0.95)
    coming: list[tuple[datetime, AreaId, Appointment | None]] = []
    booked = []
    for number in range(int(90 * busy)):
        area = chance.choices((BENEFITS, CASES), weights=(3, 1))[0]
        starts_at = at("08:00", day) + minutes(10 * round(chance.triangular(0, 42, 12)))
        each = an_appointment(
            f"{day}-{number}", starts_at, area=area, duration=TALKS[area], party=_party(chance)
        )
        booked.append(each)
        if chance.random() > 0.05 + 0.25 * rain:
            coming.append((max(_bus_before(chance, starts_at, rain), at("08:00", day)), area, each))
    for _ in range(int(chance.triangular(5, 30, 12))):
        area = chance.choices((BENEFITS, CASES), weights=(4, 1))[0]
        coming.append((at("08:00", day) + minutes(min(chance.expovariate(1 / 110), 450)), area, None))
    return KnownDay(day, tuple(_served(chance, coming)), tuple(booked))


def _party(chance: random.Random) -> int:
    return chance.choices((1, 2, 3, 4), weights=(70, 18, 8, 4))[0]


def _bus_before(chance: random.Random, starts_at: datetime, rain: float) -> datetime:
    """Return when somebody arrives who took one of the last buses, or missed it."""
    bus = timedelta(minutes=starts_at.minute % 20 + 3)
    missed = chance.random() < 0.12 + 0.1 * rain
    return starts_at - bus + (minutes(20) if missed else minutes(0)) + minutes(chance.gauss(0, 1.5))


def _served(chance: random.Random, coming: list[tuple[datetime, AreaId, Appointment | None]]) -> list[Event]:
    opens_at = min(came_at for came_at, _, _ in coming)
    free = {area: [opens_at] * desks for area, desks in DESKS.items()}
    told: list[tuple[datetime, int, Happening]] = []
    for number, (came_at, area, booked) in enumerate(sorted(coming, key=lambda each: each[0])):
        desk = free[area].index(min(free[area]))
        begins = max(came_at, free[area][desk], came_at if booked is None else booked.starts_at)
        talk = TALKS[area] * (0.6 + chance.weibullvariate(0.3, 0.8))
        free[area][desk] = begins + minutes(talk * 0.6)
        visit = VisitId(f"{came_at:%F}-{number}")
        party = _party(chance) if booked is None else booked.party
        if booked is None:
            end = came_at + minutes(TALKS[area])
            told.append((came_at, number, LetIn(visit, None, area, party, end, None, DESK_AGREES, 0, None)))
        else:
            end = max(came_at, booked.starts_at) + booked.duration
            told.append((came_at, number, Entered(visit, booked.id, area, party, end, None)))
        if chance.random() > 0.02:
            gone = Exited(visit, None if booked is None else booked.id, area, party)
            told.append((begins + minutes(talk), number, gone))
    in_order = sorted(told, key=lambda each: each[:2])
    return [
        Event(EventId(f"{when:%F}-{place}"), when, MAIN_DOOR, None, what, None)
        for place, (when, _, what) in enumerate(in_order)
    ]
