"""The answer: one colour field with its sign and sentence, and one card with the next step."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.core.verdict import Verdict
from kiosk.ui.answer_texts import told
from kiosk.ui.blocks import Column, Text, largest_unit
from kiosk.ui.sign import Sign
from kiosk.ui.step_card import CardMaker
from kiosk.ui.theme import CAP_HEADLINE, STAFF, Scale, tint_of


class AnswerPage(QWidget):
    """Draws one verdict, and nothing once it is forgotten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        headline = Text(answer.sentence, CAP_HEADLINE, tint.ink, bold=True, centred=maker.portrait)
        self._words = Column([headline, maker.card(verdict.step)], 9.0)
        self._words.setParent(self)
        self._words.show()
        self._arrange()
        self.update()

    def forget(self) -> None:
        """Draw nothing of the last answer any more."""
        self._sign.stop()
        if self._words is not None:
            self._words.hide()
            self._words.setParent(None)
            self._words.deleteLater()
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
        width, height = self.width(), self.height()
        margin = round(min(width, height) * 0.06)
        if width >= height:
            side = round(min(height * 0.62, width * 0.30))
            sign = QRect(margin, (height - side) // 2, side, side)
            left = sign.right() + 1 + round(margin * 1.1)
            words = QRect(left, margin, width - left - margin, height - 2 * margin)
        else:
            side = round(min(height * 0.25, width * 0.5))
            sign = QRect((width - side) // 2, margin, side, side)
            top = sign.bottom() + 1 + margin // 2
            words = QRect(margin, top, width - 2 * margin, height - top - margin)
        self._sign.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), sign))
        unit = largest_unit(self._words, QSize(words.width(), words.height()), self._scale.type_)
        self._words.place(words, unit)
