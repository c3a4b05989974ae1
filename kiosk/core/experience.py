"""What earlier days teach the forecast: who stays away, who comes when, and for how long people stay.

A day leaves a `Lesson`, which holds numbers only: no visit and no appointment can be found in it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from types import MappingProxyType

from kiosk.core.office import AreaId
from kiosk.core.quantiles import Quantiles, quantiles

QUARTERS = 96
"""How many quarters of an hour the wall clock shows in a day."""

NEVER = -1
"""Stands in a lesson for the length of a visit that nobody ended before the day did."""

THOUSANDTHS = 1000

# Fewer days of one weekday say less about those who come without an appointment than all days do.
_ENOUGH_OF_A_WEEKDAY = 3
# One in ten is assumed to stay away, as if ten appointments had shown it, until many more have been measured.
_ASSUMED_AWAY = 1
_ASSUMED_BOOKED = 10
# Until it is measured: most come ten minutes early to five minutes late (seconds), and stay as planned.
_ASSUMED_LATENESS = Quantiles((-600.0, -480.0, -360.0, -240.0, -120.0, 0.0, 120.0, 300.0))
_ASSUMED_SHARES = Quantiles((0.5, 0.7, 0.85, 1.0, 1.1, 1.25, 1.5, 2.0))


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one day teaches.

    `booked` are the appointments that stood, `away` those of them whose parties never came. `lateness` are
    the seconds from the start of an appointment until its letter was first shown, below zero for early ones.
    `shares` are how long visits with an appointment lasted, in thousandths of the planned time, from its
    start on; `stays` the seconds that visits without one lasted; each by area. `walk_ins` are by area the
    quarters of the wall clock (0 to 95) in which people came in without an appointment or once more, and how
    many. `squared` is the sum of the squares of those parties.
    """

    day: date
    booked: int
    away: int
    lateness: tuple[int, ...]
    shares: Mapping[AreaId, tuple[int, ...]]
    stays: Mapping[AreaId, tuple[int, ...]]
    walk_ins: Mapping[AreaId, tuple[tuple[int, int], ...]]
    squared: int


@dataclass(frozen=True, slots=True)
class Experience:
    """What `days` days taught, for one weekday.

    `away` is the chance (0 to 1) that a party stays away. `lateness` is in seconds after the start. `shares`
    are visits with an appointment as shares of their planned time, `stays` those without in seconds; an area
    that is missing there was never measured. `walk_ins` are the people expected in each of 96 quarters of the
    wall clock, and `unevenness` is how much more their number varies than if each came alone (1 or more).
    """

    days: int
    away: float
    lateness: Quantiles
    shares: Mapping[AreaId, Quantiles]
    stays: Mapping[AreaId, Quantiles]
    walk_ins: Mapping[AreaId, tuple[float, ...]]
    unevenness: float

    def shares_of(self, area: AreaId) -> Quantiles:
        """Return how visits to `area` last, as shares of their planned time; assumed until it is measured."""
        return self.shares.get(area, _ASSUMED_SHARES)


def experience(lessons: Iterable[Lesson], weekday: int) -> Experience:
    """Return what these days taught for a `weekday` (0 is Monday); of none, what is assumed."""
    lessons = tuple(lessons)
    alike = tuple(each for each in lessons if each.day.weekday() == weekday)
    walked = alike if len(alike) >= _ENOUGH_OF_A_WEEKDAY else lessons
    booked = sum(each.booked for each in lessons) + _ASSUMED_BOOKED
    lateness = [float(late) for each in lessons for late in each.lateness]
    return Experience(
        days=len(lessons),
        away=(sum(each.away for each in lessons) + _ASSUMED_AWAY) / booked,
        lateness=quantiles(lateness) if lateness else _ASSUMED_LATENESS,
        shares=_measured((each.shares for each in lessons), THOUSANDTHS),
        stays=_measured((each.stays for each in lessons), 1),
        walk_ins=_walk_ins(walked),
        unevenness=_unevenness(walked),
    )


def _measured(of_days: Iterable[Mapping[AreaId, tuple[int, ...]]], parts: int) -> Mapping[AreaId, Quantiles]:
    lengths: defaultdict[AreaId, list[float]] = defaultdict(list)
    for of_day in of_days:
        for area, measured in of_day.items():
            lengths[area].extend(inf if each == NEVER else each / parts for each in measured)
    return MappingProxyType({area: quantiles(measured) for area, measured in lengths.items()})


def _walk_ins(lessons: tuple[Lesson, ...]) -> Mapping[AreaId, tuple[float, ...]]:
    people: defaultdict[AreaId, Counter[int]] = defaultdict(Counter)
    for each in lessons:
        for area, came in each.walk_ins.items():
            people[area].update(dict(came))
    return MappingProxyType(
        {
            area: tuple(came[quarter] / len(lessons) for quarter in range(QUARTERS))
            for area, came in people.items()
        }
    )


def _unevenness(lessons: tuple[Lesson, ...]) -> float:
    """Return the mean square of a party by the mean: of parties of two, the number varies twice as much."""
    people = sum(number for each in lessons for came in each.walk_ins.values() for _, number in came)
    return sum(each.squared for each in lessons) / people if people else 1.0
