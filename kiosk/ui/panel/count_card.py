"""How many people are inside, of how many: a figure that is read from two metres, words and a bar."""

from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.fonts import font
from kiosk.ui.idle_texts import Fullness, fullness
from kiosk.ui.panel.fitting import Fitted, fitted
from kiosk.ui.panel.grid import corner_px
from kiosk.ui.theme import CARD, FULL, HAIRLINE, NEARLY_FULL, REFUSED, ROOM_LEFT, Tint

_COLOURS: Final = {
    Fullness.ROOM_LEFT: ROOM_LEFT,
    Fullness.NEARLY_FULL: NEARLY_FULL,
    Fullness.FULL: FULL,
}
_BAR: Final = 0.12
_PADDING: Final = 0.1

_FIGURE: Final = 0.56
_LOW_FIGURE: Final = 0.46
"""How much of the width the figure takes, beside the words and beside the bar."""

_NAME: Final = 0.56
_TALL_WORDS: Final = 0.36
"""How much of the height the words take where they stand on top: of a low card, and of a tall one."""

_TALL: Final = 0.5
"""A card that is higher than this part of its width is tall."""

_MOST_TYPE: Final = 46


@dataclass(frozen=True, slots=True)
class Count:
    """What a card shows: `inside` of `cap` people (None: no cap of its own, or not known), words, a hint.

    `inside` is None where it is not known. `alarm`: the hint must be seen.
    """

    words: str
    inside: int | None
    cap: int | None
    hint: str = ""
    alarm: bool = False


class CountCard(QWidget):
    """The words at the left, the figure at the right, the bar below; where it is tall, all below each other.

    One that is `low` has the words on top, and the bar beside the figure below them.
    """

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget, name: str, *, low: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._low = low
        self._count = Count("", None, None)

    @property
    def count(self) -> Count:
        """What is shown."""
        return self._count

    def show_count(self, count: Count) -> None:
        """Show other numbers."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{count.words}: {self._figure()} {count.hint}")
            self.update()

    def overflows(self) -> bool:
        """Say whether words or figure do not fit."""
        return not (self._words().fits and self._figure_fitted().fits)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = self._tint()
        radius = corner_px(self)
        painter.setPen(QPen(QColor(HAIRLINE), 1))
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._words().draw(painter, self._words_room(), tint.ink, Qt.AlignmentFlag.AlignLeft)
        self._draw_figure(painter, tint)
        if self._count.inside is not None and self._count.cap:
            self._draw_bar(painter, tint, self._count.inside, self._count.cap)
        painter.end()

    def _tint(self) -> Tint:
        return REFUSED if self._count.alarm else CARD

    def _figure(self) -> str:
        inside = "?" if self._count.inside is None else str(self._count.inside)
        return inside if self._count.cap is None else f"{inside} / {self._count.cap}"

    def _draw_figure(self, painter: QPainter, tint: Tint) -> None:
        fit, room = self._figure_fitted(), self._figure_room()
        inside, slash, cap = self._figure().partition(" / ")
        px = fit.lines[0].px
        small = round(px * 0.6)
        rest = f" {slash.strip()} {cap}" if slash else ""
        wide = QFontMetricsF(font(small)).horizontalAdvance(rest)
        metrics = QFontMetricsF(font(px, bold=True))
        left = room.right() - wide - metrics.horizontalAdvance(inside)
        baseline = room.center().y() + metrics.capHeight() / 2
        painter.setPen(QColor(tint.ink))
        painter.setFont(font(px, bold=True))
        painter.drawText(round(left), round(baseline), inside)
        painter.setFont(font(small))
        painter.drawText(round(room.right() - wide), round(baseline), rest)

    def _draw_bar(self, painter: QPainter, tint: Tint, inside: int, cap: int) -> None:
        bar = self._bar_room()
        high = bar.height()
        filled = QRectF(bar)
        filled.setWidth(bar.width() * min(1.0, max(0.0, inside / cap)))
        painter.setPen(QPen(QColor(tint.ink if self._count.alarm else HAIRLINE), 1.5))
        painter.setBrush(QColor(tint.ground))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ink if self._count.alarm else _COLOURS[fullness(inside, cap)]))
        if inside > 0:
            painter.drawRoundedRect(filled, high / 2, high / 2)

    def _room(self) -> QRectF:
        pad = min(self.height(), self.width()) * _PADDING
        return QRectF(self.rect()).adjusted(pad, pad * 0.7, -pad, -pad * 0.7)

    def _bar_room(self) -> QRectF:
        room, high = self._room(), min(self.height(), self.width()) * _BAR
        if self._low:
            figure = self._figure_room()
            wide = room.width() - figure.width() - high
            return QRectF(room.left(), figure.center().y() - high / 2, wide, high)
        return QRectF(room.left(), room.bottom() - high, room.width(), high)

    def _words_room(self) -> QRectF:
        room = self._room()
        if self._low:
            return room.adjusted(0, 0, 0, -room.height() * (1 - _NAME))
        if self._is_tall():
            return room.adjusted(0, 0, 0, -room.height() * (1 - _TALL_WORDS))
        return room.adjusted(0, 0, -room.width() * (_FIGURE + 0.02), -self._bar_room().height())

    def _figure_room(self) -> QRectF:
        room = self._room()
        if self._low:
            return room.adjusted(room.width() * (1 - _LOW_FIGURE), room.height() * _NAME, 0, 0)
        if self._is_tall():
            return room.adjusted(0, room.height() * _TALL_WORDS, 0, -2 * self._bar_room().height())
        return room.adjusted(room.width() * (1 - _FIGURE), 0, 0, -self._bar_room().height())

    def _is_tall(self) -> bool:
        return self.height() > self.width() * _TALL

    def _side(self) -> float:
        return min(self.height(), self.width() * _TALL)

    def _words(self) -> Fitted:
        room = self._words_room()
        sizes = (round(self._side() * 0.09), min(_MOST_TYPE, round(self._side() * 0.2)))
        return fitted(self._count.words, self._count.hint, (int(room.width()), int(room.height())), sizes)

    def _figure_fitted(self) -> Fitted:
        room = self._figure_room()
        sizes = (round(self._side() * 0.2), round(room.height() * 0.95))
        # In one line, and measured as if all of it were large: so it has some air.
        text = self._figure().replace(" ", "")
        return fitted(text, "", (int(room.width()), int(room.height() * 1.2)), sizes)
