"""A text of the panel that is only read: as large as its place allows, within bounds."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.fonts import font
from kiosk.ui.theme import PAPER, Scale, Tint

_SHARE_OF_LARGEST = 0.45
_ROUNDING = 0.18
_STEP = 0.94


class Caption(QWidget):
    """Words that are broken into lines, in the largest type between two sizes that its place holds.

    `cap_mm` is the height of a capital H in millimetres, at most; at least it is `least` of that. With a
    `tint` it stands on a field of that colour, else on the page's ground.
    """

    def __init__(
        self,
        parent: QWidget,
        cap_mm: float,
        *,
        least: float = _SHARE_OF_LARGEST,
        bold: bool = False,
        centred: bool = False,
        tint: Tint | None = None,
    ) -> None:
        super().__init__(parent)
        self._cap_mm, self._least, self._bold = cap_mm, least, bold
        self._tint = tint
        self._flags = (
            Qt.TextFlag.TextWordWrap
            | Qt.AlignmentFlag.AlignVCenter
            | (Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        )
        self._text = ""
        self._scale = Scale(4.0, 4.0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        """What is written."""
        return self._text

    def set_text(self, text: str) -> None:
        """Write something else."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def set_tint(self, tint: Tint | None) -> None:
        """Stand on a field of another colour, or on the page's ground."""
        if tint != self._tint:
            self._tint = tint
            self.update()

    def put(self, place: QRect, scale: Scale) -> None:
        """Stand in `place`, on a screen of this scale."""
        self._scale = scale
        self.setGeometry(place)
        self.update()

    def cap_mm(self) -> float:
        """Return the height of a capital H as it is written, in millimetres of type."""
        return self._cap_mm * abs(self._size_px()) / self._scale.font_px(self._cap_mm)

    def overflows(self) -> bool:
        """Say whether the words do not fit at the smallest type."""
        return self._size_px() < 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the field, if there is one, and the words."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tint is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tint.ground))
            radius = min(self.width(), self.height()) * _ROUNDING
            painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setPen(QColor((self._tint or PAPER).ink))
        painter.setFont(font(abs(self._size_px()), bold=self._bold))
        painter.drawText(self._room(), int(self._flags), self._text)
        painter.end()

    def _room(self) -> QRect:
        if self._tint is None:
            return self.rect()
        padding = round(min(self.width(), self.height()) * _ROUNDING * 0.7)
        return self.rect().adjusted(padding, padding // 2, -padding, -padding // 2)

    def _size_px(self) -> int:
        """Return the largest type that fits; below zero, the smallest, where not even that fits."""
        room, size = self._room(), self._scale.font_px(self._cap_mm)
        smallest = max(1, round(size * self._least))
        while size >= smallest:
            if self._fits(size, room):
                return size
            size = min(size - 1, round(size * _STEP))
        return smallest if self._fits(smallest, room) else -smallest

    def _fits(self, size: int, room: QRect) -> bool:
        metrics = QFontMetrics(font(size, bold=self._bold))
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 0), int(self._flags), self._text)
        return needed.width() <= room.width() and needed.height() <= room.height()
