"""How good the forecast would have been on days that are over, against two guesses that cost nothing.

"As now" says that as many people will be inside as are inside now, "as last week" that it goes as it went on
the same weekday a week before. A forecast that does not beat both is not worth its place on the page.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import takewhile

from kiosk.core.appointment import Appointment
from kiosk.core.events import Event
from kiosk.core.experience import Lesson, experience
from kiosk.core.figures.attendance import came_of, lesson
from kiosk.core.figures.curve import step_curve
from kiosk.core.figures.ordinary import people_after
from kiosk.core.fold import fold
from kiosk.core.forecast import DayAhead, forecast
from kiosk.core.occupancy import House
from kiosk.core.office import Office
from kiosk.core.rule_events import RuleHappening
from kiosk.core.rule_history import RuleHistory, known_at

EVERY = timedelta(minutes=30)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day that is over: its events, in order, and the appointments that stood."""

    day: date
    events: tuple[Event, ...]
    booked: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One look ahead: how many were inside, and what was said of it; the band is from `low` to `high`."""

    inside: int
    forecast: float
    low: float
    high: float
    as_now: int
    as_last_week: int


@dataclass(frozen=True, slots=True)
class Backtest:
    """Mean absolute errors in people, over `looks` looks ahead; `held`: how often the band did (0 to 1)."""

    looks: int
    forecast: float
    as_now: float
    as_last_week: float
    held: float


def backtest(
    office: Office, days: Sequence[KnownDay], learnt_from: timedelta, history: RuleHistory = ()
) -> Backtest | None:
    """Return how good the forecast was on those of `days`, in order, that have a week before; None: none.

    It knows of each moment only what was known then, also of the entered rules, whose `history` this is, and
    learns from the days of `learnt_from` before.
    """
    lessons = [lesson(each.day, each.events, each.booked, office.time_zone) for each in days]
    curves = {each.day: _Curve(each.events) for each in days}
    compared = [
        look
        for each in days
        if each.day - _WEEK in curves and _stands_alone(each.events)
        for look in _looks(
            office,
            each,
            [taught for taught in lessons if each.day - learnt_from <= taught.day < each.day],
            curves,
            history,
        )
    ]
    if not compared:
        return None
    return Backtest(
        looks=len(compared),
        forecast=_mean([abs(look.forecast - look.inside) for look in compared]),
        as_now=_mean([abs(look.as_now - look.inside) for look in compared]),
        as_last_week=_mean([abs(look.as_last_week - look.inside) for look in compared]),
        held=_mean([look.low - 0.5 <= look.inside <= look.high + 0.5 for look in compared]),
    )


def _looks(
    office: Office,
    each: KnownDay,
    lessons: Sequence[Lesson],
    curves: Mapping[date, "_Curve"],
    history: RuleHistory,
) -> Iterator[Compared]:
    """Give what is said at every half hour of the day, of every half hour that is still to come."""
    taught = experience(lessons, each.day.weekday())
    for now in _moments(each.events):
        before = _known_at(now, each.events)
        house = replace(_house_after(before), entered_rules=known_at(history, now))
        known = DayAhead(office, each.booked, came_of(before), house, taught)
        for step in forecast(known, now, step=EVERY).steps[1:]:
            # By the clock at the wall, a week ago is a week ago also where the clocks changed meanwhile.
            week_ago = step.at.astimezone(office.time_zone) - _WEEK
            yield Compared(
                inside=curves[each.day].at(step.at),
                forecast=step.people,
                low=step.low,
                high=step.high,
                as_now=house.inside,
                as_last_week=curves[each.day - _WEEK].at(week_ago),
            )


def _stands_alone(events: Sequence[Event]) -> bool:
    """Say whether the events of a day follow on an empty house.

    After a clock was set to another day, the exits of one day may be in the other.
    """
    try:
        _house_after(events)
    except ValueError:
        return False
    return True


def _house_after(events: Iterable[Event]) -> House:
    """Return the house after a day's events, those about rules left out: they follow on other days."""
    return fold(event for event in events if not isinstance(event.what, RuleHappening))


def _known_at(now: datetime, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return what was recorded by `now`, in the ledger's order.

    Where a clock was set back, what follows bears an earlier time, and was not known then.
    """
    return tuple(takewhile(lambda event: event.at <= now, events))


def _moments(events: Sequence[Event]) -> Iterator[datetime]:
    times = [event.at for event in events]
    at, last = min(times, default=None), max(times, default=None)
    while at is not None and last is not None and at < last:
        yield at
        at += EVERY


class _Curve:
    """How many were inside at any time of a day."""

    def __init__(self, events: Sequence[Event]) -> None:
        steps = step_curve(events, people_after(events))
        self._times = [step.at for step in steps]
        self._inside = [step.inside for step in steps]

    def at(self, moment: datetime) -> int:
        """Return how many were inside at `moment` (aware)."""
        steps = bisect_right(self._times, moment)
        return self._inside[steps - 1] if steps else 0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
