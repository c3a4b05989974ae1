"""The answer: one colour field with its sign and sentence, and one card with the next step."""

from typing import ClassVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.core.verdict import Verdict
from kiosk.ui.answer_texts import told
from kiosk.ui.blocks import Column, discard, largest_unit
from kiosk.ui.sign import Sign
from kiosk.ui.step_card import CardMaker
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, STAFF, Scale, tint_of


class AnswerPage(QWidget):
    """Draws one verdict, and nothing once it is forgotten."""

    accessible_role: ClassVar = QAccessible.Role.Pane

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ground = STAFF.ground
        self._sign = Sign(self)
        self._words: Column | None = None
        self._scale: Scale | None = None

    def show_verdict(self, verdict: Verdict, maker: CardMaker, scale: Scale, stays_ms: int) -> None:
        """Draw `verdict` in place of what was drawn before; its ring closes in `stays_ms`."""
        self.forget()
        tint, answer = tint_of(verdict.outcome), told(verdict.reason)
        self._ground, self._scale = tint.ground, scale
        self._sign.show_sign(verdict.outcome, answer.icon, tint, stays_ms)
        headline = Text(answer.sentence, CAP_HEADLINE, tint.ink, bold=True, centred=maker.portrait, least=0.6)
        self._words = Column([headline, maker.card(verdict.step)], 7.0)
        self._words.setParent(self)
        self._words.show()
        self._arrange()
        self.update()

    def forget(self) -> None:
        """Draw nothing of the last answer any more."""
        self._sign.stop()
        if self._words is not None:
            discard(self._words)
            self._words = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the answer anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the colour field."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._ground))
        painter.end()

    def _arrange(self) -> None:
        if self._words is None or self._scale is None:
            return
        margin = round(min(self.width(), self.height()) * 0.05)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        if self.width() >= self.height():
            sign, words = self._side_by_side(room, round(margin * 1.1))
        else:
            sign, words = self._one_above_the_other(room, margin // 2)
        self._sign.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), sign))
        self._words.place(words, largest_unit(self._words, words.size(), self._scale.type_))

    def _side_by_side(self, room: QRect, gap: int) -> tuple[QRect, QRect]:
        side = round(min(room.height() * 0.7, room.width() * 0.31))
        sign = QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)
        left = sign.right() + 1 + gap
        return sign, QRect(left, room.top(), room.right() + 1 - left, room.height())

    def _one_above_the_other(self, room: QRect, gap: int) -> tuple[QRect, QRect]:
        """Make the sign as large as the words leave it room, within bounds; both stand in the middle."""
        assert self._words is not None  # noqa: S101 - _arrange has looked
        assert self._scale is not None  # noqa: S101 - as above
        least, most = round(room.height() * 0.17), round(min(room.height() * 0.36, room.width() * 0.7))
        unit = largest_unit(self._words, QSize(room.width(), room.height() - least - gap), self._scale.type_)
        needed = min(self._words.height_at(room.width(), unit), room.height() - least - gap)
        side = min(most, room.height() - needed - gap)
        top = room.top() + (room.height() - side - gap - needed) // 2
        sign = QRect(room.left() + (room.width() - side) // 2, top, side, side)
        return sign, QRect(room.left(), sign.bottom() + 1 + gap, room.width(), needed)
