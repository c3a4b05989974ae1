"""One of the last scans: what the visitor was told, how long ago, and where they wanted to go."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import Recent
from kiosk.core.verdict import Outcome
from kiosk.ui.panel.tile import Tile
from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import CARD, Tint, tint_of


class RecentTile(Tile):
    """A tile in the colours of the verdict; `large` fills it with them, else they stand at its left.

    `chosen` carries the scan that was shown when the finger came down: another may have taken its place
    before the finger was lifted.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, function: str, *, large: bool) -> None:
        super().__init__(parent, function)
        self._large = large
        self._recent: Recent | None = None
        self._under_finger: Recent | None = None
        self._outcome = Outcome.STAFF
        self.pressed.connect(self._on_pressed)
        self.clicked.connect(self._on_clicked)

    @property
    def recent(self) -> Recent | None:
        """The scan that is shown."""
        return self._recent

    def show_recent(self, recent: Recent, picture: str, words: str, hint: str) -> None:
        """Show a scan; `picture` is the pictogram of what the visitor was told."""
        self._recent = recent
        self._outcome = Outcome.STAFF if recent.event.answer is None else recent.event.answer.outcome
        self.set_picture(picture)
        self.set_words(words, hint)

    def _on_pressed(self) -> None:
        self._under_finger = self._recent

    def _on_clicked(self) -> None:
        if self._under_finger is not None:
            self.chosen.emit(self._under_finger)

    def _tint_at_rest(self) -> Tint:
        return tint_of(self._outcome) if self._large else CARD

    def _is_stacked(self) -> bool:
        return False

    def _icon_px(self) -> int:
        return round(self.height() * (0.4 if self._large else 0.56))

    def _words_room(self) -> QRectF:
        left = self._sign_width() + self._padding()
        return QRectF(left, self._padding(), self.width() - left - self._padding(), self._words_height())

    def _sizes(self) -> tuple[int, int]:
        least, most = super()._sizes()
        return (round(least * 0.55), round(most * 0.8)) if self._large else (least, most)

    def _words_height(self) -> float:
        return self.height() - 2 * self._padding()

    def _sign_width(self) -> float:
        return self._icon_px() + 2 * self._padding()

    def _draw_content(self, painter: QPainter, tint: Tint) -> None:
        icon = self._icon_px()
        ground = tint if self._large or self.isDown() else tint_of(self._outcome)
        if not self._large:
            field = QRectF(4, 4, self._sign_width() - 4, self.height() - 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground.ground))
            painter.drawRoundedRect(field, 4, 4)
        x = (self._sign_width() - icon) / 2 + (0 if self._large else 2)
        image = pictogram(self._picture, icon, ground.ink, ground.ground)
        painter.drawImage(round(x), round((self.height() - icon) / 2), image)
        self._fitted().draw(painter, self._words_room(), tint.ink, Qt.AlignmentFlag.AlignLeft)
