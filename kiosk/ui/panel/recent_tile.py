"""One of the last scans: what the visitor was told, how long ago, and where they wanted to go."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import Recent
from kiosk.core.verdict import Outcome
from kiosk.ui.panel.fitting import Fitted, fitted
from kiosk.ui.panel.tile import Tile
from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import CARD, Tint, tint_of

_HEADLINE: Final = 0.52
"""How much of a large tile's height the pictogram and the verdict take."""


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

    def overflows(self) -> bool:
        """Say whether the words do not fit at the smallest type."""
        return not all(fit.fits for _, fit in self._places())

    def _tint_at_rest(self) -> Tint:
        return tint_of(self._outcome) if self._large else CARD

    def _icon_px(self) -> int:
        return round(self.height() * (0.36 if self._large else 0.56))

    def _sign(self) -> QRectF:
        """Return the field of the pictogram."""
        if self._large:
            return QRectF(0, 0, self._icon_px() + 3 * self._padding(), self.height() * _HEADLINE)
        return QRectF(4, 4, self._icon_px() + 2 * self._padding(), self.height() - 8)

    def _places(self) -> tuple[tuple[QRectF, Fitted], ...]:
        padding, sign, wide, high = self._padding(), self._sign(), self.width(), self.height()
        if not self._large:
            left = sign.right() + padding
            room = QRectF(left, padding, wide - left - padding, high - 2 * padding)
            return ((room, self._fit(self.text(), self.hint, room, 0.1, 0.24)),)
        head = QRectF(sign.right(), padding, wide - sign.right() - padding, sign.height() - padding)
        rest = QRectF(1.5 * padding, sign.bottom(), wide - 3 * padding, high - sign.bottom() - padding)
        return (
            (head, self._fit(self.text(), "", head, 0.08, 0.17)),
            (rest, self._fit("", self.hint, rest, 0.07, 0.14)),
        )

    def _fit(self, words: str, hint: str, room: QRectF, least: float, most: float) -> Fitted:
        sizes = (round(self.height() * least), round(self.height() * most))
        return fitted(words, hint, (int(room.width()), int(room.height())), sizes)

    def _draw_content(self, painter: QPainter, tint: Tint) -> None:
        icon, sign = self._icon_px(), self._sign()
        ground = tint if self._large or self.isDown() else tint_of(self._outcome)
        if not self._large:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground.ground))
            painter.drawRoundedRect(sign, 4, 4)
        image = pictogram(self._picture, icon, ground.ink, ground.ground)
        place = sign.center()
        painter.drawImage(round(place.x() - icon / 2), round(place.y() - icon / 2), image)
        for room, fit in self._places():
            fit.draw(painter, room, tint.ink, Qt.AlignmentFlag.AlignLeft)
