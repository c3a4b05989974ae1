"""The free times, one a row, with how full the house is expected to be then."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from kiosk.core.desk_orders import Offer, Offered
from kiosk.core.office import Office
from kiosk.ui.desk.row_table import RowTable
from kiosk.ui.desk.told import day_in_short, fullness_of, fullness_told, is_nearly_full, length_told
from kiosk.ui.panel.words import Words
from kiosk.ui.theme import CARD, FULL, HAIRLINE, HOUSE, NEARLY_FULL, ROOM_LEFT

_HOUSE: Final = 4
_FULLNESS: Final = Qt.ItemDataRole.UserRole
_COLOUR: Final = Qt.ItemDataRole.UserRole + 1
_BAR: Final = 0.5
"""The share of its cell that the bar takes at the least."""
_WORDS_PX: Final = 190
"""The room of the words beside it: in a wide cell the bar takes all the rest."""


class FullnessCell(QStyledItemDelegate):
    """A bar as long as the house is full, and beside it the numbers and a word: never colour alone."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        tint = HOUSE if chosen else CARD
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(tint.ground))
        taken = max(rect.width() * _BAR, rect.width() - _WORDS_PX)
        bar = QRectF(rect.x() + 8, rect.center().y() - 6, taken - 16, 12)
        painter.setPen(QColor(HAIRLINE))
        painter.setBrush(QColor(CARD.ground))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(index.data(_COLOUR)))
        painter.drawRoundedRect(QRectF(bar.x(), bar.y(), bar.width() * index.data(_FULLNESS), 12), 3, 3)
        painter.setPen(QColor(tint.ink))
        words = QRectF(bar.right() + 10, rect.y(), rect.right() - bar.right() - 12, rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class TimesTable(RowTable):
    """What is offered. `turned` asks for later days (True) or earlier."""

    turned = Signal(bool)

    def __init__(self, office: Office, words: Words, parent: QWidget) -> None:
        headings = (
            words.translate("desk", "Day"),
            words.translate("desk", "Time"),
            words.translate("desk", "Length"),
            words.translate("desk", "Rooms free"),
            words.translate("desk", "House then"),
        )
        super().__init__(words.translate("desk", "Free times"), headings, (_HOUSE,), parent)
        self._office, self._words = office, words
        self.offer: Offer | None = None
        self.setItemDelegateForColumn(_HOUSE, FullnessCell(self))

    def show_offer(self, offer: Offer) -> None:
        """Show other times; what was chosen stays so where it is still free, else the first that fits is."""
        before = self.offered()
        self.offer = offer
        self.setRowCount(len(offer.times))
        for row, each in enumerate(offer.times):
            self._show_row(row, each)
        starts = [each.slot.starts_at for each in offer.times]
        fitting = [row for row, each in enumerate(offer.times) if each.house.fits]
        if before is not None and before.slot.starts_at in starts:
            self.selectRow(starts.index(before.slot.starts_at))
        elif offer.times:
            self.selectRow(fitting[0] if fitting else 0)

    def forget(self) -> None:
        """Show nothing: what is free is not known yet, or not any more."""
        self.offer = None
        self.setRowCount(0)

    def offered(self) -> Offered | None:
        """Return the time on which the choice stands."""
        row = self.currentRow()
        return None if self.offer is None or not 0 <= row < len(self.offer.times) else self.offer.times[row]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Turn to later or earlier days."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.turned.emit(True)
            case Qt.Key.Key_PageUp:
                self.turned.emit(False)
            case _:
                super().keyPressEvent(event)

    def _show_row(self, row: int, offered: Offered) -> None:
        words, slot, house = self._words, offered.slot, offered.house
        texts = (
            day_in_short(words, self._office, slot.starts_at),
            words.time_text(slot.starts_at),
            length_told(words, slot.length),
            str(len(slot.rooms)),
            fullness_told(words, house),
        )
        colour = NEARLY_FULL if is_nearly_full(house) else ROOM_LEFT if house.fits else FULL
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            item.setData(_FULLNESS, fullness_of(house))
            item.setData(_COLOUR, colour)
            self.setItem(row, column, item)
