"""The live picture of the camera, mirrored like a bathroom mirror, with each code framed that is found."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.scan.frame import Corners, Image
from kiosk.scan.reading import Reading
from kiosk.ui.theme import CALL, HOUSE

_USUAL_RATIO = 16 / 9
_FINEST_SAMPLING = 0.8


class CameraView(QWidget):
    """Shows the newest picture; keeps none before it."""

    accessible_role: ClassVar = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._surround = HOUSE.ground
        self._picture: QImage | None = None
        self._read: list[QPolygonF] = []
        self._unread: list[QPolygonF] = []
        self._frame_size = QSize(16, 9)

    def set_surround(self, ground: str) -> None:
        """Let the round corners end in this colour."""
        self._surround = ground
        self.update()

    @property
    def ratio(self) -> float:
        """Width by height of the camera's pictures."""
        return self._frame_size.width() / self._frame_size.height() if self._picture else _USUAL_RATIO

    def show_frame(self, image: Image, reading: Reading) -> None:
        """Show `image` (blue, green, red); a code that was read is framed, at others the corners are."""
        height, width = image.shape[:2]
        self._frame_size = QSize(width, height)
        # Every second or third pixel is enough for a small picture, and half the work of a fine scaling.
        step = max(1, int(width / max(1.0, self.width() * _FINEST_SAMPLING)))
        mirrored = np.ascontiguousarray(image[::step, ::-step])
        rows, columns = mirrored.shape[:2]
        shared = QImage(mirrored.data, columns, rows, mirrored.strides[0], QImage.Format.Format_BGR888)
        self._picture = shared.convertToFormat(QImage.Format.Format_RGB32)

        def mirrored_share(corners: Corners) -> QPolygonF:
            return QPolygonF([QPointF(1 - x / width, y / height) for x, y in corners])

        self._read = [mirrored_share(each.corners) for each in reading.sightings]
        self._unread = [mirrored_share(each.corners) for each in reading.unread]
        self.update()

    def forget(self) -> None:
        """Show no picture any more."""
        self._picture, self._read, self._unread = None, [], []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the picture, the frames of codes, and the round corners over both."""
        painter = QPainter(self)
        if self._picture is None:
            painter.fillRect(self.rect(), QColor("#06303D"))
        else:
            painter.drawImage(self.rect(), self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for corners in self._unread:
            self._draw_lines(painter, [_at_corner(self._around(corners), place) for place in range(4)])
        for corners in self._read:
            outline = self._around(corners)
            self._draw_lines(painter, [[*outline, outline[0]]])
        self._draw_rim(painter)
        painter.end()

    def _around(self, corners: QPolygonF) -> list[QPointF]:
        """The corners of a frame around a code, in pixels of the widget."""
        placed = [QPointF(each.x() * self.width(), each.y() * self.height()) for each in corners.toList()]
        middle = QPointF(
            sum(each.x() for each in placed) / len(placed), sum(each.y() for each in placed) / len(placed)
        )
        return [middle + (each - middle) * 1.18 for each in placed]

    def _draw_lines(self, painter: QPainter, lines: Sequence[Sequence[QPointF]]) -> None:
        thick = max(4.0, self.width() * 0.012)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Light on dark: seen on every paper and before every background.
        for colour, width in ((QColor("#06303D"), thick * 2), (QColor(CALL.ground), thick)):
            pen = QPen(colour, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for line in lines:
                painter.drawPolyline(QPolygonF(list(line)))

    def _draw_rim(self, painter: QPainter) -> None:
        radius = min(self.width(), self.height()) * 0.06
        box = QRectF(self.rect())
        corners = QPainterPath()
        corners.addRect(box)
        inner = QPainterPath()
        inner.addRoundedRect(box, radius, radius)
        painter.fillPath(corners.subtracted(inner), QColor(self._surround))


def _at_corner(outline: Sequence[QPointF], place: int) -> list[QPointF]:
    """The bracket at one corner of a frame: from there a quarter of the way to both of its neighbours."""
    corner, before, after = outline[place], outline[place - 1], outline[(place + 1) % len(outline)]
    return [corner + (before - corner) * 0.25, corner, corner + (after - corner) * 0.25]


def fitted(ratio: float, room: QRect) -> QRect:
    """Return the largest place of `ratio` in the middle of `room`."""
    width = min(room.width(), round(room.height() * ratio))
    height = round(width / ratio)
    return QRect(
        room.left() + (room.width() - width) // 2, room.top() + (room.height() - height) // 2, width, height
    )
