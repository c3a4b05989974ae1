"""How full the house is, as a bar of one piece for each person that it holds."""

from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from kiosk.ui.blocks import Block
from kiosk.ui.colours import Colours
from kiosk.ui.idle_texts import Fullness, fullness

_MOST_PIECES = 40


class FullnessBar(Block):
    """A piece for each place, filled for each person; one single bar where the places are too many."""

    def __init__(self, inside: int, cap: int, height_mm: float, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self._inside, self._cap, self._height_mm = inside, cap, height_mm

    def breadth_at(self, unit: float) -> int:
        """Return the least width: a bar can be drawn at any."""
        return round(self._height_mm * unit)

    def height_at(self, width: int, unit: float) -> int:  # noqa: ARG002 - a bar is as high at any width
        """Return the bar's height."""
        return round(self._height_mm * unit)

    def arrange(self, unit: float) -> None:
        """Keep the place: the bar fills it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the pieces in the direction of reading."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        filled = QColor(_filling(fullness(self._inside, self._cap), self._colours))
        pieces = self._cap if 0 < self._cap <= _MOST_PIECES else 1
        gap = self.width() / pieces * 0.22 if pieces > 1 else 0.0
        wide = (self.width() - gap * (pieces - 1)) / pieces
        for piece in range(pieces):
            box = QRectF(piece * (wide + gap), 0, wide, self.height()).adjusted(1, 1, -1, -1)
            share = self._share() if pieces == 1 else float(piece < self._inside)
            self._draw_piece(painter, box, share, filled)
        painter.end()

    def _share(self) -> float:
        return min(1.0, max(0.0, self._inside / self._cap)) if self._cap else 1.0

    def _draw_piece(self, painter: QPainter, box: QRectF, share: float, filled: QColor) -> None:
        radius = min(box.width(), box.height()) * 0.3
        painter.setPen(QPen(QColor(self._colours.hairline), 1.5))
        painter.setBrush(QColor(self._colours.card.ground))
        painter.drawRoundedRect(box, radius, radius)
        if share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(filled)
            painter.drawRoundedRect(
                QRectF(box.left(), box.top(), box.width() * share, box.height()), radius, radius
            )


def _filling(word: Fullness, colours: Colours) -> str:
    match word:
        case Fullness.ROOM_LEFT:
            return colours.room_left
        case Fullness.NEARLY_FULL:
            return colours.nearly_full
        case Fullness.FULL:
            return colours.full
        case _ as never:
            assert_never(never)
