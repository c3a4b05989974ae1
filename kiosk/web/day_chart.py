"""The picture of a day as shapes: paths on a plot of 1000 by 1000, and labels at shares of its sides.

The page stretches the plot to any screen, and writes the labels in its own size beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.core.figures.curve import QUARTER
from kiosk.web.day import DayNews

SIDE = 1000.0
_LEAST_TOP = 4
_HEAD_ROOM = 1.15
_MOST_LINES = 5
_HOUR = timedelta(hours=1)
_NICE = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True, slots=True)
class Label:
    """A line of the grid: where it lies in per cent from the left or the top, and what it stands for."""

    place: float
    value: datetime | int


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

    `cap_label` is where the newest cap is written, per cent from the top.
    """

    curve: str
    under: str
    caps: str
    band: str
    mean: str
    hours: tuple[Label, ...]
    lines: tuple[Label, ...]
    now: float | None
    inside: float | None
    cap_label: float | None
    bars: tuple[Bar, ...]
    most_in_a_quarter: int


class _Plot:
    """Where a time and a number lie on the plot."""

    def __init__(self, day: DayNews) -> None:
        self._start = day.opens_at
        self._span = max(day.closes_at - day.opens_at, QUARTER)
        numbers = [step.inside for step in day.steps]
        numbers += [each.cap for each in day.caps if each.cap is not None]
        numbers += [round(each.high) for each in day.ahead.steps]
        self.top = max([_LEAST_TOP, *numbers]) * _HEAD_ROOM
        # A count below zero is wrong, and stays visible.
        self.bottom = min([0, *numbers])

    def x(self, at: datetime) -> float:
        return round(min(max((at - self._start) / self._span, 0.0), 1.0) * SIDE, 1)

    def y(self, number: float) -> float:
        return round((self.top - number) / (self.top - self.bottom) * SIDE, 1)


def day_chart(day: DayNews, now: datetime, zone: ZoneInfo) -> DayChart:
    """Return the picture of a day at `now`."""
    plot = _Plot(day)
    is_open = day.opens_at <= now <= day.closes_at
    until = min(max(now, day.opens_at), day.closes_at)
    steps = [(day.opens_at, _before(day)), *((step.at, step.inside) for step in day.steps)]
    caps = [(step.at, step.cap) for step in day.caps if step.cap is not None]
    curve = _stairs(plot, steps, until)
    most = max((max(each.entered, each.left) for each in day.quarters), default=0)
    return DayChart(
        curve=curve,
        under=f"{curve}V{plot.y(0)}H{plot.x(day.opens_at)}Z",
        caps=_stairs(plot, caps, day.closes_at),
        band=_band(plot, day),
        mean=_line(plot, ((each.at, each.people) for each in day.ahead.steps)),
        hours=tuple(_hours(day, plot, zone)),
        lines=tuple(_lines(plot)),
        now=plot.x(now) / 10 if is_open else None,
        inside=plot.y(steps[-1][1]) / 10 if is_open else None,
        cap_label=plot.y(caps[-1][1]) / 10 if caps else None,
        bars=tuple(_bars(day, plot, max(most, 1))),
        most_in_a_quarter=most,
    )


def _before(day: DayNews) -> int:
    """Return how many were inside before the first step: mostly nobody."""
    return 0 if day.steps else round(day.ahead.steps[0].people)


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


def _band(plot: _Plot, day: DayNews) -> str:
    steps = day.ahead.steps
    if len(steps) == 1:
        return ""
    there = _line(plot, ((each.at, each.high) for each in steps))
    back = "".join(f"L{plot.x(each.at)} {plot.y(each.low)}" for each in reversed(steps))
    return f"{there}{back}Z"


def _hours(day: DayNews, plot: _Plot, zone: ZoneInfo) -> Iterable[Label]:
    local = day.opens_at.astimezone(zone)
    at = day.opens_at - timedelta(minutes=local.minute, seconds=local.second)
    while at <= day.closes_at:
        if at >= day.opens_at:
            yield Label(plot.x(at) / 10, at)
        at += _HOUR


def _lines(plot: _Plot) -> Iterable[Label]:
    apart = next((each for each in _NICE if plot.top / each <= _MOST_LINES), round(plot.top / _MOST_LINES))
    for number in range(0, int(plot.top) + 1, apart):
        yield Label(plot.y(number) / 10, number)


def _bars(day: DayNews, plot: _Plot, most: int) -> Iterable[Bar]:
    for each in day.quarters:
        start, end = plot.x(each.at), plot.x(each.at + QUARTER)
        gap = (end - start) * 0.1
        yield Bar(
            round(start + gap, 1),
            round(end - start - 2 * gap, 1),
            round(each.entered / most * SIDE / 2, 1),
            round(each.left / most * SIDE / 2, 1),
        )
