"""The choice of the language: each by its own name, large enough to be found at a glance."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import CAP_TEXT, REACH_MM, STRIP_MM, TARGET_GAP_MM
from kiosk.ui.touch_button import TouchButton

_HIGHEST_MM = 45.0
_GLOBE_MM = 60.0
_LEAST = 0.5
_STEP = 0.05


class LanguagePage(QWidget):
    """One tile for each language, in the order of the office's file whatever the direction of reading."""

    accessible_role: ClassVar = QAccessible.Role.Pane

    language_chosen = Signal(str)

    def __init__(self, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._look: Look | None = None
        self._tiles: dict[str, TouchButton] = {}
        self._globe = QRect()
        for language, name in languages.items():
            tile = TouchButton(self, name)
            tile.setCheckable(True)
            tile.clicked.connect(lambda _checked, chosen=language: self.language_chosen.emit(chosen))
            self._tiles[language] = tile

    def speak(self, language: str) -> None:
        """Show which language is spoken."""
        for each, tile in self._tiles.items():
            tile.setChecked(each == language)

    def lay_out(self, look: Look) -> None:
        """Take the sizes and the colours of the screen."""
        self._look = look
        for tile in self._tiles.values():
            tile.set_colours(look.colours)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the tiles anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        if self._look is None:
            return
        painter = QPainter(self)
        paper = self._look.colours.paper
        painter.fillRect(event.rect(), QColor(paper.ground))
        side = self._look.scale.target_px(_GLOBE_MM)
        if self._globe.height() > 2 * side:
            # A high screen has room above what is within reach.
            at = self._globe.center() - QPoint(side // 2, side // 2)
            painter.drawImage(at, pictogram("languages", side, paper.ink, paper.ground))
        painter.end()

    def _arrange(self) -> None:
        if self._look is None or not self._tiles:
            return
        gap = self._look.scale.target_px(TARGET_GAP_MM)
        columns = 3 if self.width() >= self.height() else 2
        rows = -(-len(self._tiles) // columns)
        margin = 2 * gap
        wide = (self.width() - 2 * margin - (columns - 1) * gap) // columns
        within_reach = min(self.height(), self._look.scale.target_px(REACH_MM - STRIP_MM))
        room = (within_reach - 2 * margin - (rows - 1) * gap) // rows
        high = min(room, self._look.scale.target_px(_HIGHEST_MM))
        free = self.height() - rows * high - (rows - 1) * gap
        top = max(free // 2, self.height() - within_reach + margin)
        self._globe = QRect(0, 0, self.width(), top)
        for place, tile in enumerate(self._tiles.values()):
            row, column = divmod(place, columns)
            tile.setGeometry(QRect(margin + column * (wide + gap), top + row * (high + gap), wide, high))
        self._write(wide)

    def _write(self, wide: int) -> None:
        """Write all names in the largest letters in which the longest fits its tile."""
        assert self._look is not None  # noqa: S101 - _arrange has looked
        share = 1.0
        while share > _LEAST:
            text_px = self._look.scale.font_px(CAP_TEXT * share)
            for tile in self._tiles.values():
                tile.set_text_px(text_px)
            if all(tile.sizeHint().width() <= wide for tile in self._tiles.values()):
                return
            share -= _STEP
