"""The course of the day on the board, drawn: who was inside, under which caps, what is usual and expected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kiosk.ui.board_pieces import AT_START, draw_card, write
from kiosk.ui.fonts import font
from kiosk.ui.theme import FULL, HAIRLINE, HOUSE, QUIET

_HEAD_ROOM = 1.15
_FAINT = 34


@dataclass(frozen=True, slots=True)
class Expected:
    """At a part of the day's width, how many people are expected, and between which numbers."""

    x: float
    people: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A day's course in parts of its width (0 to 1) and in people: steps, caps, what is usual and expected.

    `hours` are the marks below it.
    """

    steps: tuple[tuple[float, int], ...]
    caps: tuple[tuple[float, int], ...]
    expected: tuple[Expected, ...]
    ordinary: tuple[tuple[float, float], ...]
    now: float
    hours: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where a part of the day and a number of people lie."""

    box: QRectF
    most: float

    def point(self, x: float, people: float) -> QPointF:
        return QPointF(
            self.box.left() + x * self.box.width(),
            self.box.bottom() - people / self.most * self.box.height(),
        )

    def line(self, points: Iterable[tuple[float, float]]) -> QPolygonF:
        return QPolygonF([self.point(*each) for each in points])


def draw_chart(painter: QPainter, box: QRectF, chart: Chart, unit: float) -> None:
    """Draw the course of the day on a card."""
    draw_card(painter, box, unit)
    plot = _Plot(box.adjusted(2 * unit, 1.6 * unit, -2 * unit, -4 * unit), _most(chart))
    _draw_expected(painter, plot, chart, unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(HAIRLINE), 0.35 * unit))
    painter.drawPolyline(plot.line(chart.ordinary))
    _draw_inside(painter, plot, chart, unit)
    _draw_caps(painter, plot, chart, unit)
    painter.setPen(QPen(QColor(HAIRLINE), 1.5))
    painter.drawLine(plot.box.bottomLeft(), plot.box.bottomRight())
    for x, hour in chart.hours:
        middle = plot.box.left() + x * plot.box.width()
        below = QRectF(middle - 4 * unit, plot.box.bottom() + 0.4 * unit, 8 * unit, 3 * unit)
        # The first and the last hour end with the plot.
        below.moveLeft(min(max(below.left(), plot.box.left()), plot.box.right() - below.width()))
        align = Qt.AlignmentFlag.AlignHCenter if below.center().x() == middle else None
        if align is None:
            align = Qt.AlignmentFlag.AlignLeft if x < 0.5 else Qt.AlignmentFlag.AlignRight
        write(painter, below, hour, font(round(1.9 * unit)), QUIET.ink, align | Qt.AlignmentFlag.AlignVCenter)


def _most(chart: Chart) -> float:
    people = [each for _, each in (*chart.steps, *chart.caps, *chart.ordinary)]
    return max([1.0, *people, *(each.high for each in chart.expected)]) * _HEAD_ROOM


def _draw_expected(painter: QPainter, plot: _Plot, chart: Chart, unit: float) -> None:
    there = [(each.x, each.high) for each in chart.expected]
    back = [(each.x, each.low) for each in reversed(chart.expected)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faint(HOUSE.ground, 2 * _FAINT))
    painter.drawPolygon(plot.line([*there, *back]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(HOUSE.ground), 0.35 * unit, Qt.PenStyle.DotLine))
    painter.drawPolyline(plot.line((each.x, each.people) for each in chart.expected))


def _draw_inside(painter: QPainter, plot: _Plot, chart: Chart, unit: float) -> None:
    corners = _stairs(chart.steps, chart.now)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faint(HOUSE.ground, _FAINT))
    painter.drawPolygon(plot.line([*corners, (chart.now, 0), (chart.steps[0][0], 0)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(HOUSE.ground), 0.45 * unit))
    painter.drawPolyline(plot.line(corners))
    painter.setBrush(QColor(HOUSE.ground))
    painter.drawEllipse(plot.point(*corners[-1]), 0.8 * unit, 0.8 * unit)


def _draw_caps(painter: QPainter, plot: _Plot, chart: Chart, unit: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(FULL), 0.35 * unit))
    painter.drawPolyline(plot.line(_stairs(chart.caps, 1.0)))
    for x, cap in chart.caps:
        at = plot.point(x, cap)
        above = QRectF(at.x() + 0.3 * unit, at.y() - 2.8 * unit, 6 * unit, 2.6 * unit)
        write(painter, above, str(cap), font(round(2.1 * unit), bold=True), FULL, AT_START)


def _stairs(steps: Sequence[tuple[float, int]], until: float) -> list[tuple[float, float]]:
    """Return the corners of a line that stays level from each step to the next."""
    corners: list[tuple[float, float]] = []
    for x, people in steps:
        if corners:
            corners.append((x, corners[-1][1]))
        corners.append((x, people))
    return [*corners, (until, corners[-1][1])] if corners else []


def _faint(colour: str, strength: int) -> QColor:
    faint = QColor(colour)
    faint.setAlpha(strength)
    return faint
