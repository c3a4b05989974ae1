"""What the first page says for a while, with the tile that takes it back, tries it again or takes it away."""

from typing import ClassVar, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import Answered, RefusedByHand
from kiosk.ui.panel.grid import gap_px
from kiosk.ui.panel.label import Label
from kiosk.ui.panel.notices import Notice, NoticeTile
from kiosk.ui.panel.tile import SettlingTile
from kiosk.ui.theme import ADMITTED, REFUSED, Scale

_TILE: Final = 0.34
_LEAST_TYPE, _MOST_TYPE = 0.019, 0.036

_WORTH: Final = 1.25
"""How much larger the words have to become for the tile to go below them."""


class Banner(QWidget):
    """Words, and a tile beside them where there is something to do about it."""

    accessible_role: ClassVar = QAccessible.Role.Pane

    ordered = Signal(object)
    try_again = Signal(object)
    set_aside = Signal(str)
    noted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Label(self, "notice", align=Qt.AlignmentFlag.AlignLeft)
        self._tile = SettlingTile(self, "understood")
        self._scale = Scale(4.0, 4.0)
        self._shown: NoticeTile | None = None
        self._under_finger: NoticeTile | None = None
        self._tile.pressed.connect(self._on_pressed)
        self._tile.clicked.connect(self._on_clicked)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Say something; None: say nothing."""
        self.setVisible(notice is not None)
        if notice is None:
            self._words.set_words("")
            return
        self._words.set_tint(ADMITTED if notice.note.good else REFUSED)
        is_new = notice.note.text != self._words.text
        self._words.set_words(notice.note.text, notice.note.hint)
        if is_new:
            self._words.announce()
        if notice.tile is not None:
            if self._tile.isHidden() or notice.tile != self._shown:
                # A scan may have stood here a moment ago, and a finger may be on its way to that.
                self._tile.settle()
            self._tile.setObjectName(notice.tile.function)
            self._tile.set_words(notice.tile.text)
            self._tile.say_as(f"{notice.tile.text}: {notice.note.text}")
        self._tile.setVisible(notice.tile is not None)
        self._shown = notice.tile
        self._arrange()

    def place(self, place: QRect, scale: Scale) -> None:
        """Stand there."""
        self._scale = scale
        self.setGeometry(place)
        self._arrange()

    def _arrange(self) -> None:
        height = self.window().height()
        self._words.set_sizes(round(height * _LEAST_TYPE), round(height * _MOST_TYPE))
        if self._shown is None:
            self._words.setGeometry(self.rect())
            return
        side, gap = self._scale.target_px(), gap_px(self._scale) // 2
        wide, high = (max(side, round(all_of_it * _TILE)) for all_of_it in (self.width(), self.height()))
        words = self.rect().adjusted(0, 0, -wide - gap, 0)
        above = self.rect().adjusted(0, 0, 0, -high - gap)
        # A long name of a door has no room beside a tile.
        if self._words.type_in(above) > self._words.type_in(words) * _WORTH:
            words, tile = above, QRect(0, self.height() - high, self.width(), high)
        else:
            tile = QRect(self.width() - wide, 0, wide, self.height())
        self._words.setGeometry(words)
        self._tile.setGeometry(tile)

    def _on_pressed(self) -> None:
        self._under_finger = self._shown

    def _on_clicked(self) -> None:
        # What is said changes by itself: the tap means what stood there when the finger came down.
        tile = self._under_finger
        if tile is None:
            return
        if tile.act is None:
            self.noted.emit()
        elif isinstance(tile.act, Answered):
            self.try_again.emit(tile.act)
        elif isinstance(tile.act, RefusedByHand):
            self.set_aside.emit(tile.act.tap)
        else:
            self.ordered.emit(tile.act)
