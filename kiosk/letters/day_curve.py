"""The course of a day, drawn: how many were inside as a stepped line, under the cap that held."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kiosk.letters.day_sheet import DayCurve
from kiosk.letters.typesetting import Colour, Face

_LABELS: Final = 9.0
_BELOW: Final = 6.0
_FEWEST_LINES: Final = 4
_MARK: Final = Face(8, colour=Colour.QUIET)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page, in millimetres."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Field:
    """Where a share of the day and a number of people lie, in the painter's units."""

    box: QRectF
    most: int

    def x(self, share: float) -> float:
        return self.box.left() + share * self.box.width()

    def y(self, people: float) -> float:
        return self.box.bottom() - people / self.most * self.box.height()


def paint_curve(painter: QPainter, units: float, box: Box, curve: DayCurve) -> None:
    """Paint the curve into `box`; the painter has so many `units` to the millimetre."""
    inner = QRectF(
        (box.x + _LABELS) * units,
        box.y * units,
        (box.width - _LABELS) * units,
        (box.height - _BELOW) * units,
    )
    highest = max(
        (1, *(people for _, people in curve.steps), *(cap for _, cap in curve.caps if cap is not None))
    )
    every = _even_step(highest)
    field = _Field(inner, (highest // every + 1) * every)
    painter.setFont(_MARK.font())
    for people in range(0, field.most + 1, every):
        _line_across(painter, units, field, people)
    for share, hour in curve.hours:
        painter.setPen(_MARK.colour.paint)
        # The last one ends with the curve, so that nothing stands in the margin.
        is_last = share == 1
        left = field.x(share) - (20 if is_last else 10) * units
        below = QRectF(left, inner.bottom() + units, 20 * units, 5 * units)
        align = Qt.AlignmentFlag.AlignRight if is_last else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(below, align, hour)
    _paint_steps(painter, units, field, curve)
    _paint_caps(painter, units, field, curve)
    _legend(painter, units, box, curve)


def _even_step(highest: int) -> int:
    """Return how many people lie between two lines: 1, 2 or 5 times a power of ten, five lines or so."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if highest <= step * (_FEWEST_LINES + 2):
                return step
        power *= 10


def _line_across(painter: QPainter, units: float, field: _Field, people: int) -> None:
    y = field.y(people)
    painter.setPen(QPen(Colour.TINT.paint, 0.25 * units))
    painter.drawLine(QPointF(field.box.left(), y), QPointF(field.box.right(), y))
    painter.setPen(_MARK.colour.paint)
    before = QRectF(field.box.left() - _LABELS * units, y - 3 * units, (_LABELS - 2) * units, 6 * units)
    painter.drawText(before, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(people))


def _paint_steps(painter: QPainter, units: float, field: _Field, curve: DayCurve) -> None:
    points, before = [QPointF(field.x(0), field.y(0))], 0
    for share, people in curve.steps:
        points += [QPointF(field.x(share), field.y(before)), QPointF(field.x(share), field.y(people))]
        before = people
    points.append(QPointF(field.x(1), field.y(before)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Colour.TINT.paint)
    painter.drawPolygon(QPolygonF([*points, QPointF(field.x(1), field.y(0))]))
    painter.setPen(_inside_pen(units))
    painter.drawPolyline(QPolygonF(points))


def _paint_caps(painter: QPainter, units: float, field: _Field, curve: DayCurve) -> None:
    painter.setPen(_cap_pen(units))
    ends = [*(share for share, _ in curve.caps[1:]), 1.0]
    for (share, cap), end in zip(curve.caps, ends, strict=True):
        if cap is not None:
            painter.drawLine(QPointF(field.x(share), field.y(cap)), QPointF(field.x(end), field.y(cap)))


def _legend(painter: QPainter, units: float, box: Box, curve: DayCurve) -> None:
    """Write right above the curve which line is which."""
    right, y = (box.x + box.width) * units, (box.y - 5) * units
    capped = any(cap is not None for _, cap in curve.caps)
    for text, pen in ((curve.cap if capped else "", _cap_pen(units)), (curve.inside, _inside_pen(units))):
        if text:
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(_MARK.colour.paint)
            painter.drawText(
                QRectF(right - width - units, y - 3 * units, width + units, 6 * units),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                text,
            )
            painter.setPen(pen)
            left = right - width - 10 * units
            painter.drawLine(QPointF(left, y), QPointF(left + 7 * units, y))
            right = left - 6 * units


def _inside_pen(units: float) -> QPen:
    return QPen(Colour.ACCENT.paint, 0.45 * units)


def _cap_pen(units: float) -> QPen:
    return QPen(Colour.INK.paint, 0.4 * units, Qt.PenStyle.DashLine)
