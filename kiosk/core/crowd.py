"""A crowd of people each of whom is inside by a chance of their own, and how many that makes.

How many are inside is a sum of parties, each there by its own chance (a Poisson-binomial sum, with parties
for weights), and of people who walk in at a rate (an M_t/G/infinity queue: S. Eick, W. Massey, W. Whitt, "The
physics of the M_t/G/infinity queue", Operations Research 41, 1993). Its mean and variance are exact sums;
between them it is taken for a normal one, which holds well from ten parties on. The cap cuts it off: whoever
finds it full waits, and is not inside.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from statistics import NormalDist

from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.entered_rules import EnteredRules
from kiosk.core.experience import Experience
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId, Office
from kiosk.core.presence import QUARTER, Likely, Presences, WalkIns
from kiosk.core.rules_in_force import in_force

STEP = timedelta(minutes=5)

LIKELY_FULL = 0.5
"""From this chance on it is said to be full."""

_STANDARD = NormalDist()
# Nine times of ten it is fewer than this many deviations above the mean.
_NINE_OF_TEN = _STANDARD.inv_cdf(0.9)


@dataclass(frozen=True, slots=True)
class Expected:
    """How many people are expected inside at `at`.

    `people` is the mean; in one case of ten each there are fewer than `low`, and more than `high`. `full` is
    the chance (0 to 1) that nobody more may come in, and `over` that somebody has to wait. Both are 0 where
    `cap` is None, since no cap holds for the area.
    """

    at: datetime
    cap: int | None
    people: float
    low: float
    high: float
    full: float
    over: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who may be inside. `inside_now` counts whatever the cap is; `unevenness`: see Experience."""

    inside_now: tuple[Likely, ...]
    likely: tuple[Likely, ...]
    walk_ins: tuple[WalkIns, ...]
    unevenness: float

    def of(self, area: AreaId | None) -> "Crowd":
        """Return those of one area; None: all of them."""
        if area is None:
            return self
        return replace(
            self,
            inside_now=tuple(each for each in self.inside_now if each.area == area),
            likely=tuple(each for each in self.likely if each.area == area),
            walk_ins=tuple(each for each in self.walk_ins if each.area == area),
        )

    def expected(self, at: datetime, cap: int | None) -> Expected:
        """Return how many of them are expected inside at `at`, where `cap` holds."""
        staying, mean, variance = 0.0, 0.0, 0.0
        for each in self.inside_now:
            chance = each.chance(at)
            staying += each.people * chance
            variance += each.people**2 * chance * (1 - chance)
        for each in self.likely:
            chance = each.chance(at)
            mean += each.people * chance
            variance += each.people**2 * chance * (1 - chance)
        walked = sum(each.people(at) for each in self.walk_ins)
        mean += staying + walked
        deviation = (variance + walked * self.unevenness) ** 0.5
        low, high = mean - _NINE_OF_TEN * deviation, mean + _NINE_OF_TEN * deviation
        if cap is None:
            return Expected(at, None, mean, max(low, 0.0), high, 0.0, 0.0)
        # Who is inside already may stay, also where a lower cap begins to hold.
        most = max(cap, staying)
        return Expected(
            at=at,
            cap=cap,
            people=_cut_off(mean, deviation, most),
            low=min(max(low, 0.0), most),
            high=min(high, most),
            full=_chance_above(mean, deviation, cap - 0.5),
            over=_chance_above(mean, deviation, cap + 0.5),
        )


def standing(booked: Iterable[Appointment]) -> Iterator[Appointment]:
    """Give the appointments that still stand."""
    return (each for each in booked if each.status is AppointmentStatus.BOOKED)


def walk_ins(
    office: Office, experience: Experience, presences: Presences, at: datetime, now: datetime | None
) -> Iterator[WalkIns]:
    """Give who walks in while it is open on the day of `at`; where `now` is given, from then on."""
    day = at.astimezone(office.time_zone).date()
    for area in office.areas.values():
        coming: dict[datetime, float] = {}
        for quarter, people in enumerate(experience.walk_ins.get(area.id, ())):
            clock = time(quarter // 4, quarter % 4 * 15)
            begins = in_utc(datetime.combine(day, clock, tzinfo=office.time_zone))
            share = 1.0 if now is None else _share_after(now, begins)
            if people and share and area.hours.is_open(begins + QUARTER / 2, office.time_zone):
                coming[begins] = people * share
        yield presences.walk_ins(area, coming)


def _share_after(now: datetime, begins: datetime) -> float:
    """Return which share of the quarter of an hour from `begins` on is still to come."""
    return min(max((begins + QUARTER - now) / QUARTER, 0.0), 1.0)


def times_after(start: datetime, end: datetime, step: timedelta = STEP) -> Iterator[datetime]:
    """Give the times after `start` on full steps of the clock, `end` the last of them."""
    seconds = step.total_seconds()
    at = datetime.fromtimestamp((start.timestamp() // seconds + 1) * seconds, tz=start.tzinfo)
    while at < end:
        yield at
        at += step
    if start < end:
        yield end


def cap_at(
    office: Office, area: AreaId | None, at: datetime, entered: Sequence[EnteredRules] = ()
) -> int | None:
    """Return the cap of the building or of an area at `at`, None where none holds.

    `entered` are the rules that were entered beside those of the office's file.
    """
    cap = in_force(office.rules, entered, at).cap
    return cap.building if area is None else cap.areas.get(area)


def _chance_above(mean: float, deviation: float, limit: float) -> float:
    if not deviation:
        return float(mean > limit)
    return _STANDARD.cdf((mean - limit) / deviation)


def _cut_off(mean: float, deviation: float, most: float) -> float:
    """Return the mean of a normal number of which everything above `most` is `most`."""
    if not deviation:
        return min(mean, most)
    above = (mean - most) / deviation
    return mean - (mean - most) * _STANDARD.cdf(above) - deviation * _STANDARD.pdf(above)
