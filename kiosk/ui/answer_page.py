"""The answer: one colour field with its sign and sentence, and the next step on a card."""

from typing import ClassVar

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.core.verdict import Verdict
from kiosk.ui.accessible import announce
from kiosk.ui.answer_texts import told
from kiosk.ui.blocks import Block, discard, largest_unit
from kiosk.ui.leaves import LEAF_MS, LeafMarks, leaves_of
from kiosk.ui.look import Look
from kiosk.ui.next_strip import NextStrip
from kiosk.ui.sign import Sign
from kiosk.ui.step_card import CardMaker
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, STAFF

_MARKS_MM = 10.0
_SIGN_BESIDE = 0.27
_SMALL_SIGN_BESIDE = 0.16
_SIGN_ABOVE = (0.14, 0.36)
_SMALL_SIGN_ABOVE = (0.13, 0.13)
"""The sign's side in parts of the page, for usual and for enlarged writing."""
_STRIP = 0.8
"""How much of the lower margin says that the next letter was seen: it stays apart from the card above it."""


class AnswerPage(QWidget):
    """Draws one verdict, and nothing once it is forgotten."""

    accessible_role: ClassVar = QAccessible.Role.Pane

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ground = STAFF.ground
        self._ink = STAFF.ink
        self._sign = Sign(self)
        self._marks = LeafMarks(self)
        self._leaves: list[Block] = []
        self._seen = 0
        self._next = NextStrip(self)
        self._turning = QTimer(self, interval=LEAF_MS)
        self._turning.timeout.connect(self._turn)

    @property
    def leaves(self) -> int:
        """On how many leaves the answer is told."""
        return len(self._leaves)

    def show_verdict(self, verdict: Verdict, maker: CardMaker) -> None:
        """Draw `verdict` in place of what was drawn before."""
        self.forget()
        tint, answer = maker.look.colours.of(verdict.outcome), told(verdict.reason)
        self._ground, self._ink = tint.ground, tint.ink
        self._sign.show_sign(verdict.outcome, answer.icon, tint)
        headline = Text(answer.sentence, CAP_HEADLINE, tint.ink, bold=True, centred=maker.portrait, least=0.6)
        self._arrange(headline, maker.parts(verdict.step), maker.look)
        announce(self, answer.sentence)
        self.update()

    def begin(self, stays_ms: int, *, moving: bool) -> None:
        """Let the ring close in `stays_ms`, and the leaves turn by themselves until somebody turns them."""
        self._sign.close_in(stays_ms, moving=moving)
        if len(self._leaves) > 1:
            self._turning.start()

    def stay(self, stays_ms: int, *, moving: bool) -> None:
        """Let the ring close anew, in `stays_ms`: somebody needs more time."""
        self._sign.close_in(max(1, stays_ms), moving=moving)

    def show_next_waits(self, *, waits: bool) -> None:
        """Say below the answer that the next letter was seen, or say it no more."""
        self._next.show_waits(waits=waits)

    def turn_by_hand(self) -> None:
        """Show the next leaf, and leave the turning to the visitor from now on."""
        self._turning.stop()
        self._turn()

    def forget(self) -> None:
        """Draw nothing of the last answer any more."""
        self._sign.stop()
        self._turning.stop()
        for leaf in self._leaves:
            discard(leaf)
        self._leaves, self._seen = [], 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the colour field."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._ground))
        painter.end()

    def _turn(self) -> None:
        self._show_leaf((self._seen + 1) % max(1, len(self._leaves)))

    def _show_leaf(self, place: int) -> None:
        self._seen = place
        for each, leaf in enumerate(self._leaves):
            leaf.setVisible(each == place)
        self._marks.show_marks(len(self._leaves), place, self._ink)

    def _arrange(self, headline: Text, parts: list[Block], look: Look) -> None:
        # Their direction is the page's, and so is how they are broken into lines.
        for block in (headline, *parts):
            block.setParent(self)
        margin = round(min(self.width(), self.height()) * 0.05)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        strip = round(margin * _STRIP)
        self._next.lay_out(QRect(0, self.height() - strip, self.width(), strip), look)
        beside = self.width() >= self.height()
        words = _beside(room, margin, look)[1] if beside else _above(room, margin, 0, look)[1]
        marks = round(_MARKS_MM * look.full)
        self._leaves = leaves_of(headline, parts, words.size(), marks, look)
        if len(self._leaves) == 1:
            marks = 0
        words.setHeight(words.height() - marks)
        for leaf in self._leaves:
            leaf.setParent(self)
        units = [largest_unit(leaf, words.size(), look.full) for leaf in self._leaves]
        room.setHeight(room.height() - marks)
        if beside:
            sign, words = _beside(room, margin, look)
        else:
            pairs = zip(self._leaves, units, strict=True)
            needed = max(leaf.height_at(words.width(), unit) for leaf, unit in pairs)
            sign, words = _above(room, margin, needed, look)
        self._put(self._sign, sign)
        for leaf, unit in zip(self._leaves, units, strict=True):
            leaf.place(words, unit)
        self._put(self._marks, QRect(words.left(), room.bottom() + 1, words.width(), marks))
        self._show_leaf(0)

    def _put(self, part: QWidget, rect: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))


def _beside(room: QRect, margin: int, look: Look) -> tuple[QRect, QRect]:
    """Return the places of the sign and of the words beside it."""
    share = _SMALL_SIGN_BESIDE if look.enlarged else _SIGN_BESIDE
    side = round(min(room.height() * 0.7, room.width() * share))
    sign = QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)
    left = sign.right() + 1 + round(margin * 1.1)
    return sign, QRect(left, room.top(), room.right() + 1 - left, room.height())


def _above(room: QRect, margin: int, needed: int, look: Look) -> tuple[QRect, QRect]:
    """Return the places of the sign and of the words below it, which need `needed` pixels of height.

    The sign is as large as the words leave it room, within bounds; both stand in the middle.
    """
    shares = _SMALL_SIGN_ABOVE if look.enlarged else _SIGN_ABOVE
    least, most = (round(min(room.height() * share, room.width() * 0.7)) for share in shares)
    gap = margin // 2
    needed = min(needed or room.height(), room.height() - least - gap)
    side = min(most, room.height() - needed - gap)
    top = room.top() + (room.height() - side - gap - needed) // 2
    sign = QRect(room.left() + (room.width() - side) // 2, top, side, side)
    return sign, QRect(room.left(), sign.bottom() + 1 + gap, room.width(), needed)
