"""The moving picture of what to do: a hand brings a letter under the camera and takes it away again."""

import math
from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

_SIDE: Final = 400.0
"""The drawing's own units along each side."""

_FRAME_MS: Final = 50
_COME, _STAY, _GO, _REST = 1.3, 2.2, 1.1, 0.9
"""Seconds of one round: the hand comes, stays, goes, and is away."""

_ROUND: Final = _COME + _STAY + _GO + _REST

_AWAY: Final = 235.0

_LIGHT, _DARK, _SHADE = QColor("#FFFFFF"), QColor("#06303D"), QColor("#C9D8DD")
_SKIN, _SKIN_EDGE, _SLEEVE = QColor("#E9B48C"), QColor("#B97F57"), QColor("#FFC933")

# A drawing of a code, not a code: seven modules wide with the three corners that everyone knows.
_CODE = (
    "111110101011111",
    "100010011010001",
    "101010110010101",
    "100010001010001",
    "111110101011111",
    "000000110000000",
    "101101011011010",
    "010011101001101",
    "110100110110010",
    "000000101101001",
    "111110011010110",
    "100010110101011",
    "101010101110100",
    "100010010011010",
    "111110110100101",
)


class HoldingPicture(QWidget):
    """Moves only while it is seen, and only where pictures may move."""

    accessible_role: ClassVar = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # The first look meets the hand where it matters.
        self._seconds = _COME + 0.3
        self._moving = True
        self._layers: tuple[QImage, QImage] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._move)

    def set_moving(self, *, moving: bool) -> None:
        """Move while seen, or stand still where the hand matters."""
        self._moving = moving
        if not moving:
            self._timer.stop()
            self._seconds = _COME + 0.3
            self.update()
        elif self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Begin to move."""
        if self._moving:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Stand still."""
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the camera and its light, and the letter where it is now."""
        side = min(self.width(), self.height())
        if side < 8:
            return
        ratio = self.devicePixelRatioF()
        still, moving = self._drawn(round(side * ratio))
        unit = side / _SIDE
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setClipRect(box)
        painter.drawImage(box, still)
        painter.drawImage(box.translated(0, self._offset() * unit), moving)
        if self._arrived():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(box.topLeft())
            painter.scale(unit, unit)
            _draw_brackets(painter)
        painter.end()

    def _move(self) -> None:
        before = (self._offset(), self._arrived())
        self._seconds = (self._seconds + _FRAME_MS / 1000) % _ROUND
        # Nothing is painted while the hand rests.
        if (self._offset(), self._arrived()) != before:
            self.update()

    def _offset(self) -> float:
        """How far below its place the letter is, in the drawing's units."""
        now = self._seconds
        if now < _COME:
            return _AWAY * (1 - _eased(now / _COME))
        if now < _COME + _STAY:
            return 0.0
        return _AWAY * _eased(min(1.0, (now - _COME - _STAY) / _GO))

    def _arrived(self) -> bool:
        return _COME + 0.3 <= self._seconds < _COME + _STAY

    def _drawn(self, side: int) -> tuple[QImage, QImage]:
        if self._layers is None or self._layers[0].width() != side:
            self._layers = (_layer(side, _draw_camera), _layer(side, _draw_hand_and_letter))
        return self._layers

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Return the drawing's own size."""
        return QSize(round(_SIDE), round(_SIDE))


def _eased(share: float) -> float:
    return (1 - math.cos(math.pi * share)) / 2


def _layer(side: int, draw: Callable[[QPainter], None]) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(side / _SIDE, side / _SIDE)
        draw(painter)
    return image


def _draw_camera(painter: QPainter) -> None:
    light = QColor(_LIGHT)
    light.setAlphaF(0.14)
    painter.setBrush(light)
    cone = QPainterPath(QPointF(172, 62))
    for x, y in ((228, 62), (352, 372), (48, 372)):
        cone.lineTo(x, y)
    cone.closeSubpath()
    painter.drawPath(cone)
    painter.setBrush(_LIGHT)
    painter.drawRoundedRect(QRectF(120, 8, 160, 58), 20, 20)
    painter.setBrush(_DARK)
    painter.drawEllipse(QPointF(200, 37), 20, 20)
    painter.setBrush(QColor("#2F7D93"))
    painter.drawEllipse(QPointF(200, 37), 11, 11)
    painter.setBrush(_LIGHT)
    painter.drawEllipse(QPointF(195, 32), 3.5, 3.5)


def _draw_hand_and_letter(painter: QPainter) -> None:
    painter.translate(206, 226)
    painter.rotate(-4)
    painter.translate(-206, -226)
    _draw_arm(painter)
    _draw_letter(painter)
    _draw_thumb(painter)


def _draw_arm(painter: QPainter) -> None:
    painter.setBrush(_SLEEVE)
    sleeve = QPainterPath(QPointF(238, 420))
    sleeve.lineTo(262, 352)
    sleeve.lineTo(338, 372)
    sleeve.lineTo(330, 420)
    sleeve.closeSubpath()
    painter.drawPath(sleeve)
    painter.setBrush(_SKIN)
    palm = QPainterPath(QPointF(266, 366))
    palm.cubicTo(262, 336, 240, 330, 236, 304)
    palm.lineTo(300, 262)
    palm.cubicTo(330, 268, 344, 300, 338, 334)
    palm.lineTo(330, 382)
    palm.closeSubpath()
    painter.drawPath(palm)


def _draw_letter(painter: QPainter) -> None:
    sheet = QRectF(116, 108, 178, 222)
    shadow = QColor("#000000")
    shadow.setAlphaF(0.18)
    painter.setBrush(shadow)
    painter.drawRoundedRect(sheet.translated(5, 7), 6, 6)
    painter.setBrush(_LIGHT)
    painter.drawRoundedRect(sheet, 6, 6)
    painter.setBrush(QColor("#0B4354"))
    painter.drawRoundedRect(QRectF(134, 126, 64, 10), 4, 4)
    painter.setBrush(_SHADE)
    for top, width in ((262, 124), (278, 138), (294, 92)):
        painter.drawRoundedRect(QRectF(134, top, width, 7), 3, 3)
    module = 100 / len(_CODE)
    painter.setBrush(_DARK)
    for y, row in enumerate(_CODE):
        for x, dark in enumerate(row):
            if dark == "1":
                painter.drawRect(QRectF(155 + x * module, 150 + y * module, module + 0.3, module + 0.3))


def _draw_thumb(painter: QPainter) -> None:
    painter.setBrush(_SKIN)
    painter.setPen(QPen(_SKIN_EDGE, 2.5))
    thumb = QPainterPath(QPointF(318, 330))
    thumb.cubicTo(300, 318, 284, 306, 272, 288)
    thumb.cubicTo(262, 270, 278, 256, 294, 268)
    thumb.cubicTo(310, 280, 326, 286, 336, 300)
    painter.drawPath(thumb)
    painter.setPen(Qt.PenStyle.NoPen)
    # The thumb's root runs into the hand without an edge.
    painter.drawEllipse(QPointF(322, 316), 17, 17)


def _draw_brackets(painter: QPainter) -> None:
    painter.translate(206, 226)
    painter.rotate(-4)
    painter.translate(-206, -226)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor("#FFC933"), 7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    left, top, right, bottom, arm = 143.0, 138.0, 267.0, 262.0, 24.0
    for x, y, inward_x, inward_y in (
        (left, top, arm, arm),
        (right, top, -arm, arm),
        (right, bottom, -arm, -arm),
        (left, bottom, arm, -arm),
    ):
        painter.drawPolyline([QPointF(x + inward_x, y), QPointF(x, y), QPointF(x, y + inward_y)])
