"""The pictograms of the way sketch, drawn with the painter's pen in a square of one unit, y down."""

from typing import Final, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kiosk.core.office import WayStep
from kiosk.letters.typesetting import Colour

_STROKE: Final = 0.075


def paint_step(painter: QPainter, step: WayStep, x: float, y: float, side: float) -> None:
    """Paint the pictogram of `step` on its tile, which is `side` wide, with the top left corner at x, y."""
    painter.save()
    painter.translate(x, y)
    painter.scale(side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Colour.TINT.paint)
    painter.drawRoundedRect(QRectF(0, 0, 1, 1), 0.12, 0.12)
    pen = QPen(Colour.ACCENT.paint, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_strokes(step))
    painter.restore()


def _strokes(step: WayStep) -> QPainterPath:
    match step:
        case WayStep.STRAIGHT:
            return _lines(((0.5, 0.8), (0.5, 0.2)), ((0.3, 0.4), (0.5, 0.2), (0.7, 0.4)))
        case WayStep.LEFT:
            return _turn(towards=0.2)
        case WayStep.RIGHT:
            return _turn(towards=0.8)
        case WayStep.STAIRS_UP:
            return _stairs(arrow=((0.2, 0.48), (0.46, 0.22)), head=((0.28, 0.2), (0.48, 0.2), (0.48, 0.4)))
        case WayStep.STAIRS_DOWN:
            return _stairs(arrow=((0.48, 0.2), (0.22, 0.46)), head=((0.2, 0.28), (0.2, 0.48), (0.4, 0.48)))
        case WayStep.LIFT:
            return _lift()
        case WayStep.DOOR:
            return _door()
        case WayStep.WAITING_AREA:
            return _chair()
        case WayStep.COUNTER:
            return _counter()
        case _ as never:
            assert_never(never)


def _lines(*runs: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for start, *others in runs:
        path.moveTo(QPointF(*start))
        for point in others:
            path.lineTo(QPointF(*point))
    return path


def _turn(towards: float) -> QPainterPath:
    """An arrow that comes from below and turns to the side at the height of its head."""
    inwards = 0.19 if towards < 0.5 else -0.19  # noqa: PLR2004 - the middle of the square
    tail = 0.5 + inwards
    path = _lines(
        ((towards + inwards, 0.2), (towards, 0.39), (towards + inwards, 0.58)), ((towards, 0.39), (0.5, 0.39))
    )
    path.quadTo(QPointF(tail, 0.39), QPointF(tail, 0.58))
    path.lineTo(QPointF(tail, 0.8))
    return path


def _stairs(arrow: tuple[tuple[float, float], ...], head: tuple[tuple[float, float], ...]) -> QPainterPath:
    steps = (
        (0.16, 0.8),
        (0.34, 0.8),
        (0.34, 0.64),
        (0.5, 0.64),
        (0.5, 0.48),
        (0.66, 0.48),
        (0.66, 0.32),
        (0.84, 0.32),
    )
    return _lines(steps, arrow, head)


def _lift() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.2, 0.17, 0.6, 0.66), 0.04, 0.04)
    path.addPath(_lines(((0.36, 0.44), (0.5, 0.3), (0.64, 0.44)), ((0.36, 0.56), (0.5, 0.7), (0.64, 0.56))))
    return path


def _door() -> QPainterPath:
    path = _lines(((0.16, 0.82), (0.84, 0.82)), ((0.28, 0.82), (0.28, 0.18), (0.72, 0.18), (0.72, 0.82)))
    path.addEllipse(QPointF(0.59, 0.52), 0.015, 0.015)
    return path


def _chair() -> QPainterPath:
    return _lines(
        ((0.34, 0.18), (0.34, 0.82)), ((0.34, 0.54), (0.7, 0.54), (0.7, 0.82)), ((0.34, 0.24), (0.34, 0.54))
    )


def _counter() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0.5, 0.3), 0.11, 0.11)
    path.moveTo(0.29, 0.64)
    path.cubicTo(QPointF(0.29, 0.46), QPointF(0.71, 0.46), QPointF(0.71, 0.64))
    path.addPath(
        _lines(((0.16, 0.66), (0.84, 0.66)), ((0.24, 0.66), (0.24, 0.82)), ((0.76, 0.66), (0.76, 0.82)))
    )
    return path


def paint_chevron(painter: QPainter, x: float, y: float, ahead: float) -> None:
    """Paint the small arrow head between two tiles, with its middle at x, y.

    `ahead` is how wide the tiles are; below zero it points to the left.
    """
    pen = QPen(Colour.ACCENT.paint, _STROKE * abs(ahead))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    back, tip, up = x - 0.07 * ahead, x + 0.07 * ahead, 0.14 * abs(ahead)
    painter.drawPolyline([QPointF(back, y - up), QPointF(tip, y), QPointF(back, y + up)])
