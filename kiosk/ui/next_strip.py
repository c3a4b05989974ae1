"""The words for whoever holds up the next letter while an answer is being read."""

from typing import ClassVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui import answer_texts
from kiosk.ui.fonts import font
from kiosk.ui.look import Look
from kiosk.ui.theme import QUIET, Tint

_TYPE = 0.92
_SMALLEST = 0.62
"""The type's size in parts of the strip's height, and down to which it shrinks where it is too long."""


class NextStrip(QWidget):
    """One line at the lower edge of the answer, in the room that its margin leaves."""

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tint: Tint = QUIET
        self._waits = False
        self.hide()

    def show_waits(self, *, waits: bool) -> None:
        """Say it, or say nothing."""
        self._waits = waits
        self.setAccessibleName(answer_texts.next_letter_seen() if waits else "")
        self.setVisible(waits)
        self.raise_()
        self.update()

    def lay_out(self, place: QRect, look: Look) -> None:
        """Stand there, in the colours of now."""
        self._tint = look.colours.quiet
        self.setGeometry(place)
        self.show_waits(waits=self._waits)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the words in the middle."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._tint.ground))
        painter.setPen(QColor(self._tint.ink))
        painter.setLayoutDirection(self.layoutDirection())
        words = self.accessibleName()
        for share in (_TYPE, (_TYPE + _SMALLEST) / 2, _SMALLEST):
            painter.setFont(font(round(self.height() * share), bold=True))
            if painter.fontMetrics().horizontalAdvance(words) <= self.width():
                break
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
