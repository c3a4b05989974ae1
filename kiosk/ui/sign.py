"""The sign of an answer: a shape with its pictogram, and around it how long the answer still stays."""

import math
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.core.verdict import Outcome
from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import Tint

_RING_MS = 100
_STILL_RING_MS = 2000
"""How often the ring is drawn anew; where nothing may move, so seldom that nobody sees it move."""


def shape_of(outcome: Outcome, box: QRectF) -> QPainterPath:
    """Return the shape that stands for `outcome` within `box`."""
    path = QPainterPath()
    match outcome:
        case Outcome.ADMITTED:
            path.addEllipse(box)
        case Outcome.LEFT:
            side = box.width() * 0.09
            path.addRoundedRect(box.adjusted(side, side, -side, -side), side * 1.6, side * 1.6)
        case Outcome.WAIT:
            path.addPolygon(_polygon(4, box, 0.0))
        case Outcome.REFUSED:
            path.addPolygon(_polygon(8, box, math.pi / 8))
        case Outcome.STAFF:
            path.addPolygon(_polygon(6, box, math.pi / 6))
    path.closeSubpath()
    return path


def _polygon(corners: int, box: QRectF, turned: float) -> QPolygonF:
    radius = box.width() / 2
    angles = [turned + 2 * math.pi * corner / corners for corner in range(corners)]
    return QPolygonF(
        [box.center() + QPointF(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]
    )


class Sign(QWidget):
    """The shape and its pictogram; a thin ring around them closes while the answer stays."""

    accessible_role: ClassVar = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome = Outcome.STAFF
        self._icon = "staff"
        self._tint = Tint("#000000", "#FFFFFF")
        self._left = 0.0
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._pass_time)
        self._step = 0.0

    def show_sign(self, outcome: Outcome, icon: str, tint: Tint) -> None:
        """Show the sign of an answer."""
        self._outcome, self._icon, self._tint = outcome, icon, tint
        self._left = 1.0
        self.update()

    def close_in(self, stays_ms: int, *, moving: bool) -> None:
        """Close the ring within `stays_ms`, from its beginning, smoothly or in a few steps."""
        self._tick.setInterval(_RING_MS if moving else _STILL_RING_MS)
        self._left = 1.0
        self._step = self._tick.interval() / stays_ms
        self._tick.start()
        self.update()

    def stop(self) -> None:
        """Let the time stand still while nobody sees the sign."""
        self._tick.stop()

    def _pass_time(self) -> None:
        self._left = max(0.0, self._left - self._step)
        if self._left == 0.0:
            self._tick.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the ring, the shape in the ink of the field, and the pictogram in its ground."""
        side = min(self.width(), self.height())
        thick = max(3.0, side * 0.014)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ring(painter, box.adjusted(thick, thick, -thick, -thick), thick)
        inner = side * 0.08
        shape = box.adjusted(inner, inner, -inner, -inner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tint.ink))
        painter.drawPath(shape_of(self._outcome, shape))
        share = 0.44 if self._outcome is Outcome.WAIT else 0.52
        icon = round(side * share)
        at = box.center() - QPointF(icon / 2, icon / 2)
        painter.drawImage(at, pictogram(self._icon, icon, self._tint.ground, self._tint.ink))
        painter.end()

    def _draw_ring(self, painter: QPainter, box: QRectF, thick: float) -> None:
        track = QColor(self._tint.ink)
        track.setAlphaF(0.25)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(track, thick / 2))
        painter.drawEllipse(box)
        pen = QPen(QColor(self._tint.ink), thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(self._left * 360 * 16))
