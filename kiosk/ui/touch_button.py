"""A button for fingers in gloves; no key ever presses it, since keys are what a scanner types."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.colours import USUAL, Colours
from kiosk.ui.fonts import font
from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import Tint

_ICON_SHARE = 1.25
_PADDING_SHARE = 0.5
_POINTING = frozenset({"back", "next"})
"""Pictograms that point along a line of text: the other way in Arabic and Farsi."""


class TouchButton(QAbstractButton):
    """A pictogram, a word or both on a ground with round corners.

    `picture` names a pictogram, "" shows none; a button that is `checked` shows that it is chosen.
    """

    def __init__(self, parent: QWidget, text: str = "", picture: str = "") -> None:
        super().__init__(parent)
        self._picture = picture
        self._text_px = 16
        self._colours = USUAL
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(text)

    def set_words(self, text: str, *, spoken: str = "") -> None:
        """Show `text`; `spoken` tells those who do not see what a pictogram means."""
        self.setText(text)
        self.setAccessibleName(spoken or text)
        self.update()

    def set_picture(self, picture: str) -> None:
        """Show another pictogram."""
        self._picture = picture
        self.update()

    def set_colours(self, colours: Colours) -> None:
        """Be drawn in these."""
        self._colours = colours
        self.update()

    def set_text_px(self, text_px: int) -> None:
        """Write in letters of this size."""
        self._text_px = text_px
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Return the room that word and pictogram need."""
        width = round(2 * _PADDING_SHARE * self._text_px) + self._words_width()
        if self._picture:
            width += self._icon_px() + (self._gap() if self.text() else 0)
        return QSize(width, round(self._text_px * 1.6))

    def overflows(self) -> bool:
        """Say whether word and pictogram do not fit."""
        return self.sizeHint().width() > self.width() + 1 or self._text_px * 1.2 > self.height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the button as it is now: at rest, pressed or chosen."""
        colours = self._colours
        tint = colours.pressed if self.isDown() or self.isChecked() else colours.key
        if not self.isEnabled():
            tint = colours.resting
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min(self.height(), self.width()) * 0.2
        painter.setBrush(QColor(tint.ground))
        painter.setPen(QPen(QColor(colours.edge), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        self._draw_content(painter, tint)
        painter.end()

    def _draw_content(self, painter: QPainter, tint: Tint) -> None:
        icon = self._icon_px() if self._picture else 0
        gap = self._gap() if icon and self.text() else 0
        used = icon + gap + self._words_width()
        left = (self.width() - used) / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if icon:
            at = left + used - icon if mirrored else left
            image = pictogram(self._picture, icon, tint.ink, tint.ground)
            if mirrored and self._picture in _POINTING:
                image = image.flipped(Qt.Orientation.Horizontal)
            painter.drawImage(round(at), (self.height() - icon) // 2, image)
        painter.setFont(font(self._text_px, bold=True))
        painter.setPen(QColor(tint.ink))
        words = QRectF(left + (0 if mirrored else icon + gap), 0, self._words_width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self.text())

    def _words_width(self) -> int:
        return QFontMetrics(font(self._text_px, bold=True)).horizontalAdvance(self.text())

    def _icon_px(self) -> int:
        return round(self._text_px * _ICON_SHARE)

    def _gap(self) -> int:
        return self._text_px // 2
