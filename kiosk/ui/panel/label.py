"""Words on the panel that are read and not tapped, in type as large as their place allows."""

from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.accessible import announce
from kiosk.ui.panel.fitting import Fitted, fitted
from kiosk.ui.panel.grid import corner_px
from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import HAIRLINE, PAPER, Tint

_LEAST: Final = 0.11
_MOST: Final = 0.42
_MOST_PX: Final = 64
_PICTURE: Final = 0.5


class Label(QWidget):
    """A few words and a smaller hint below them, on a ground of their own or on that of the page.

    `name` is for tests. `align` is Qt's AlignLeft, AlignRight or AlignHCenter. Taps go through it.
    """

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(
        self,
        parent: QWidget,
        name: str,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tint: Tint | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._align = align
        self._tint = tint
        self._text, self._hint = "", ""
        self._sizes: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """What is written."""
        return self._text

    @property
    def hint(self) -> str:
        """What stands below it."""
        return self._hint

    def set_words(self, text: str, hint: str = "") -> None:
        """Show `text`, which may be broken into lines, and `hint` in smaller type below it."""
        if (text, hint) != (self._text, self._hint):
            self._text, self._hint = text, hint
            self.setAccessibleName(f"{text}. {hint}" if hint else text)
            self.update()

    def announce(self) -> None:
        """Have it read aloud what is written, which came by itself."""
        announce(self, self.accessibleName())

    def set_tint(self, tint: Tint | None) -> None:
        """Stand on another ground; None: on that of the page."""
        if tint != self._tint:
            self._tint = tint
            self.update()

    def set_sizes(self, least: int, most: int) -> None:
        """Write in type between `least` and `most` pixels, whatever the height of the place."""
        self._sizes = (least, most)
        self.update()

    def overflows(self) -> bool:
        """Say whether the words do not fit at the smallest type."""
        return not self._fitted_in(self.rect()).fits

    def type_in(self, place: QRect) -> int:
        """Return the pixels of the type that these words would have in another place; 0: they do not fit."""
        there = self._fitted_in(place)
        return max((line.px for line in there.lines), default=0) if there.fits else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tint is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tint.ground))
            radius = corner_px(self)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        ink = (self._tint or PAPER).ink
        self._fitted_in(self.rect()).draw(painter, self._room_in(self.rect()), ink, self._align)
        painter.end()

    def _room_in(self, place: QRect) -> QRectF:
        padding = 0.0 if self._tint is None else min(place.width(), place.height()) * 0.1 + 2
        return QRectF(place).adjusted(padding, padding, -padding, -padding)

    def _fitted_in(self, place: QRect) -> Fitted:
        room = self._room_in(place)
        sizes = self._sizes or (round(place.height() * _LEAST), min(_MOST_PX, round(place.height() * _MOST)))
        return fitted(self._text, self._hint, (int(room.width()), int(room.height())), sizes)


class Picture(QWidget):
    """A pictogram that fills its place and stands for what the page asks."""

    accessible_role: ClassVar = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_picture(self, name: str) -> None:
        """Show another pictogram."""
        if name != self._name:
            self._name = name
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the pictogram."""
        side = round(min(self.width(), self.height()) * _PICTURE)
        painter = QPainter(self)
        place = ((self.width() - side) // 2, (self.height() - side) // 2)
        painter.drawImage(*place, pictogram(self._name, side, HAIRLINE, PAPER.ground))
        painter.end()
