"""The picture of a day as shapes: paths on a plot of 1000 by 1000, and labels at shares of its sides.

The page stretches the plot to any screen, and writes the labels in its own size beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.core.crowd import Expected
from kiosk.core.figures.curve import QUARTER, Step
from kiosk.web.course import Course

SIDE = 1000.0
_LEAST_TOP = 4
_HEAD_ROOM = 1.15
_MOST_LINES = 5
_HOUR = timedelta(hours=1)
_HOURS_APART = (1, 2, 3, 4, 6)
# On a phone more hours than that run into one another.
_MOST_HOURS = 10
_NICE = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
# So near to each other, in per cent of the height, two labels cannot be read.
_APART = 9


@dataclass(frozen=True, slots=True)
class Label:
    """A line of the grid: where it lies in per cent from the left or the top, and what it stands for."""

    place: float
    value: datetime | int


@dataclass(frozen=True, slots=True)
class CapMark:
    """Where a cap begins, in per cent from the left and the top, and how many it allows."""

    x: float
    y: float
    cap: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A quarter of an hour: how high its bars are, of 500 up and 500 down."""

    x: float
    width: float
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class DayChart:
    """All shapes of a day; `now` and `inside` are per cent from the left and the top, None out of hours.

    `lines` are the grid, without those whose numbers a cap would cover. `waits` are bars upwards, 1000 high
    at `longest_wait`.
    """

    curve: str
    under: str
    caps: str
    band: str
    mean: str
    ordinary: str
    replayed: str
    hours: tuple[Label, ...]
    lines: tuple[Label, ...]
    marks: tuple[CapMark, ...]
    now: float | None
    inside: float | None
    bars: tuple[Bar, ...]
    most_in_a_quarter: int
    waits: tuple[Bar, ...]
    longest_wait: timedelta


@dataclass(frozen=True, slots=True)
class Beside:
    """What is drawn beside the course of a day: what is expected from now on, or another day in its place."""

    ahead: tuple[Expected, ...] = ()
    replayed: tuple[Step, ...] = ()


_NOTHING = Beside()


class _Plot:
    """Where a time and a number lie on the plot."""

    def __init__(self, course: Course, beside: Beside) -> None:
        self._start = course.opens_at
        self._span = max(course.closes_at - course.opens_at, QUARTER)
        numbers = [step.inside for step in (*course.steps, *beside.replayed)]
        numbers += [each.cap for each in course.caps if each.cap is not None]
        numbers += [round(each.high) for each in beside.ahead]
        numbers += [round(each.people) for each in course.ordinary]
        self.top = max([_LEAST_TOP, *numbers]) * _HEAD_ROOM
        # A count below zero is wrong, and stays visible.
        self.bottom = min([0, *numbers])

    def x(self, at: datetime) -> float:
        return round(min(max((at - self._start) / self._span, 0.0), 1.0) * SIDE, 1)

    def y(self, number: float) -> float:
        return round((self.top - number) / (self.top - self.bottom) * SIDE, 1)


def day_chart(course: Course, zone: ZoneInfo, now: datetime | None, beside: Beside = _NOTHING) -> DayChart:
    """Return the picture of a day at `now`; None: the day is over, and is drawn to its end."""
    plot = _Plot(course, beside)
    is_open = now is not None and course.opens_at <= now <= course.closes_at
    until = course.closes_at if now is None else min(max(now, course.opens_at), course.closes_at)
    before = round(beside.ahead[0].people) if beside.ahead and not course.steps else 0
    steps = [(course.opens_at, before), *((step.at, step.inside) for step in course.steps)]
    caps = [(step.at, step.cap) for step in course.caps if step.cap is not None]
    marks = tuple(CapMark(plot.x(at) / 10, plot.y(cap) / 10, cap) for at, cap in caps)
    curve = _stairs(plot, steps, until)
    replayed = [(course.opens_at, 0), *((step.at, step.inside) for step in beside.replayed)]
    longest = max((each.longest for each in course.waits), default=timedelta(0))
    most = max((max(each.entered, each.left) for each in course.quarters), default=0)
    return DayChart(
        curve=curve,
        under=f"{curve}V{plot.y(0)}H{plot.x(course.opens_at)}Z",
        caps=_stairs(plot, caps, course.closes_at),
        band=_band(plot, beside.ahead),
        mean=_line(plot, ((each.at, each.people) for each in beside.ahead)),
        ordinary=_line(plot, ((each.at, each.people) for each in course.ordinary)),
        replayed=_stairs(plot, replayed, course.closes_at) if beside.replayed else "",
        hours=tuple(_hours(course, plot, zone)),
        lines=tuple(_lines(plot, marks)),
        marks=marks,
        now=plot.x(now) / 10 if now is not None and is_open else None,
        inside=plot.y(steps[-1][1]) / 10 if is_open else None,
        bars=tuple(_bars(course, plot, max(most, 1))),
        most_in_a_quarter=most,
        waits=tuple(_waits(course, plot, longest)),
        longest_wait=longest,
    )


def _stairs(plot: _Plot, steps: Sequence[tuple[datetime, int]], until: datetime) -> str:
    """Return steps as a path; of those in one thousandth of the width the highest and the last are drawn."""
    if not steps:
        return ""
    columns: dict[int, list[int]] = {}
    for at, number in steps[1:]:
        columns.setdefault(round(plot.x(at)), []).append(number)
    path = f"M{plot.x(steps[0][0])} {plot.y(steps[0][1])}"
    for x, numbers in columns.items():
        highest = f"V{plot.y(max(numbers))}" if max(numbers) != numbers[-1] else ""
        path += f"H{x}{highest}V{plot.y(numbers[-1])}"
    return f"{path}H{plot.x(until)}"


def _line(plot: _Plot, points: Iterable[tuple[datetime, float]]) -> str:
    return "".join(
        f"{'L' if number else 'M'}{plot.x(at)} {plot.y(value)}" for number, (at, value) in enumerate(points)
    )


def _band(plot: _Plot, steps: Sequence[Expected]) -> str:
    if len(steps) <= 1:
        return ""
    there = _line(plot, ((each.at, each.high) for each in steps))
    back = "".join(f"L{plot.x(each.at)} {plot.y(each.low)}" for each in reversed(steps))
    return f"{there}{back}Z"


def _hours(course: Course, plot: _Plot, zone: ZoneInfo) -> Iterable[Label]:
    local = course.opens_at.astimezone(zone)
    at = course.opens_at - timedelta(minutes=local.minute, seconds=local.second)
    hours = (course.closes_at - course.opens_at) / _HOUR
    apart = next((each for each in _HOURS_APART if hours / each <= _MOST_HOURS), _HOURS_APART[-1])
    while at <= course.closes_at:
        if at >= course.opens_at and at.astimezone(zone).hour % apart == 0:
            yield Label(plot.x(at) / 10, at)
        at += _HOUR


def _lines(plot: _Plot, marks: Sequence[CapMark]) -> Iterable[Label]:
    apart = next((each for each in _NICE if plot.top / each <= _MOST_LINES), round(plot.top / _MOST_LINES))
    for number in range(0, int(plot.top) + 1, apart):
        place = plot.y(number) / 10
        if not any(abs(place - mark.y) < _APART and mark.x < _APART for mark in marks):
            yield Label(place, number)


def _bars(course: Course, plot: _Plot, most: int) -> Iterable[Bar]:
    for each in course.quarters:
        x, width = _column(plot, each.at)
        yield Bar(
            x,
            width,
            round(each.entered / most * SIDE / 2, 1),
            round(each.left / most * SIDE / 2, 1),
        )


def _waits(course: Course, plot: _Plot, longest: timedelta) -> Iterable[Bar]:
    for each in course.waits:
        share = each.longest / longest if longest else 0.0
        yield Bar(*_column(plot, each.at), round(share * SIDE, 1), 0.0)


def _column(plot: _Plot, at: datetime) -> tuple[float, float]:
    """Return from where, and how wide, the bar of a quarter of an hour stands, with a gap to the next."""
    start, end = plot.x(at), plot.x(at + QUARTER)
    gap = (end - start) * 0.1
    return round(start + gap, 1), round(end - start - 2 * gap, 1)
