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


def leaves_of(headline: Text, parts: Sequence[Block], room: QSize, marks_px: int, look: Look) -> list[Block]:
    """Return one leaf that holds everything, or as many as it takes; the first begins with the headline.

    Several have `marks_px` less of the height: there the marks tell which of them is seen.
    """
    whole = _leaf([headline], parts, look)
    if largest_unit(whole, room, look.full) >= look.least:
        return [whole]
    room = QSize(room.width(), room.height() - marks_px)
    leaves: list[tuple[list[Text], list[Block]]] = [([headline], [])]
    for part in parts:
        top, begun = leaves[-1]
        if (top or begun) and not _fits(top, [*begun, part], room, look.least):
            leaves.append(([], [part]))
        else:
            begun.append(part)
    return [_leaf(top, begun, look) for top, begun in leaves]


def _leaf(top: Sequence[Text], parts: Sequence[Block], look: Look) -> Block:
    blocks: list[Block] = [*top]
    if parts:
        inside = Column(parts, _GAP_MM)
        blocks.append(Panel(inside, look.colours.card, padding_mm=_PADDING_MM, rim=look.colours.rim))
    return Column(blocks, _GAP_MM)


def _fits(top: Sequence[Text], parts: Sequence[Block], room: QSize, unit: float) -> bool:
    """Say whether a leaf of these would fit, without making it."""
    gap, padding = round(_GAP_MM * unit), round(_PADDING_MM * unit)
    inside = room.width() - 2 * padding
    if any(part.breadth_at(unit) > inside for part in parts):
        return False
    heights = [part.height_at(inside, unit) for part in parts]
    heights += [text.height_at(room.width(), unit) for text in top]
    return sum(heights) + 2 * padding + gap * (len(heights) - 1) <= room.height()


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
