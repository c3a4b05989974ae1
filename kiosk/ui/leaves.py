"""What does not fit on one leaf in letters that are high enough is told on several, one after the other."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks import Block, Column, Panel, largest_unit
from kiosk.ui.look import Look
from kiosk.ui.text_block import Text

LEAF_MS: Final = 7000
"""How long each leaf is seen before the next one, unless somebody turns them by hand."""

_GAP_MM: Final = 6.0
_PADDING_MM: Final = 7.0


def leaves_of(headline: Text, parts: Sequence[Block], room: QSize, look: Look) -> list[Block]:
    """Return one leaf that holds everything, or as many as it takes; the first begins with the headline."""
    whole = _leaf(headline, parts, look)
    if largest_unit(whole, room, look.full) >= look.least:
        return [whole]
    leaves: list[Block] = []
    begun: list[Block] = []
    top: Text | None = headline
    for part in parts:
        longer = _leaf(top, [*begun, part], look)
        if (begun or top is not None) and not _fits(longer, room, look.least):
            leaves.append(_leaf(top, begun, look))
            begun, top = [], None
        begun.append(part)
    return [*leaves, _leaf(top, begun, look)]


def _leaf(headline: Text | None, parts: Sequence[Block], look: Look) -> Block:
    card = look.colours.card
    blocks: list[Block] = [] if headline is None else [headline]
    if parts:
        inside = Column(parts, _GAP_MM)
        blocks.append(Panel(inside, card, padding_mm=_PADDING_MM, rim=look.colours.rim))
    return Column(blocks, _GAP_MM)


def _fits(leaf: Block, room: QSize, unit: float) -> bool:
    return leaf.breadth_at(unit) <= room.width() and leaf.height_at(room.width(), unit) <= room.height()


class LeafMarks(QWidget):
    """One mark for each leaf, that of the leaf which is seen filled; nothing where there is only one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count, self._seen, self._ink = 0, 0, "#000000"

    def show_marks(self, count: int, seen: int, ink: str) -> None:
        """Mark the leaf `seen` of `count`."""
        self._count, self._seen, self._ink = count, seen, ink
        self.setVisible(count > 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the marks in the direction of reading, in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() * 0.36
        step = self.height() * 1.4
        begin = (self.width() - step * (self._count - 1)) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(QPen(QColor(self._ink), max(2.0, radius * 0.3)))
        for place in range(self._count):
            filled = QColor(self._ink) if place == self._seen else Qt.GlobalColor.transparent
            painter.setBrush(filled)
            painter.drawEllipse(QPointF(begin + place * step, self.height() / 2), radius, radius)
        painter.end()
