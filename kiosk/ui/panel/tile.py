"""The tiles of the panel: large, for gloves; pressed by fingers only, and once by each press."""

from enum import Enum
from typing import ClassVar, Final, assert_never

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.panel.fitting import Fitted, fitted
from kiosk.ui.panel.grid import corner_px
from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import ADMITTED, CARD, HOUSE, KEY, REFUSED, WAIT, Tint

BOUNCE_MS: Final = 250
"""A second press so soon after the first is a finger that trembled, or a panel that was struck."""

HOLD_MS: Final = 1000
"""How long a tile has to be held whose act is not to be met by mistake."""

SETTLE_MS: Final = 400
"""For how long a tile takes no press after it has moved by itself: nobody can have meant it there yet."""

_HOLD_STEP_MS: Final = 40
_PADDING: Final = 0.08
_ICON: Final = 0.42
_STACKED_ICON: Final = 0.4
_STACKED_BELOW: Final = 1.9
_SMALLEST_TYPE: Final = 0.1
_OFF: Final = Tint("#F0F1F2", "#55606A")


class Tone(Enum):
    """What kind of act a tile stands for; its words say the same."""

    PLAIN = "plain"
    YES = "yes"
    NO = "no"
    ALARM = "alarm"
    CHOSEN = "chosen"
    QUIET = "quiet"


def tint_of_tone(tone: Tone) -> Tint:
    """Return the colours of a kind of tile."""
    match tone:
        case Tone.PLAIN:
            return KEY
        case Tone.YES:
            return ADMITTED
        case Tone.NO:
            return REFUSED
        case Tone.ALARM:
            return WAIT
        case Tone.CHOSEN:
            return HOUSE
        case Tone.QUIET:
            return CARD
        case _ as never:
            assert_never(never)


class Tile(QAbstractButton):
    """A pictogram, a few words and a smaller hint below them, in type as large as the tile allows.

    `function` names what the tile is for, in tests and for those who read the screen aloud. `picture` names a
    pictogram, "" shows none.
    """

    largest_type: ClassVar = 0.24
    """The share of the tile's height that its type has where there is room for it."""

    bounce_ms: ClassVar = BOUNCE_MS
    """How soon after a press the next one is taken."""

    def __init__(
        self, parent: QWidget, function: str, text: str = "", picture: str = "", tone: Tone = Tone.PLAIN
    ) -> None:
        super().__init__(parent)
        self.setObjectName(function)
        # A touch takes no focus. Keys press nothing by themselves: `kiosk.ui.panel.steering` presses.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._picture, self._tone, self._hint = picture, tone, ""
        self._since_press = QElapsedTimer()
        self.set_words(text)

    def set_words(self, text: str, hint: str = "") -> None:
        """Show `text`, which may be broken into lines, and `hint` in smaller type below it."""
        if (text, hint) != (self.text(), self._hint):
            self.setText(text)
            self._hint = hint
            self.update()
        self.say_as(f"{text}. {hint}" if hint else text)

    def say_as(self, spoken: str) -> None:
        """Tell those who do not see the tile what it says, or what its pictogram means."""
        # Whatever else, a tile has a name: that of what it is for.
        self.setAccessibleName(spoken or self.objectName())

    @property
    def hint(self) -> str:
        """What stands below the words."""
        return self._hint

    def set_tone(self, tone: Tone) -> None:
        """Stand for another kind of act."""
        if tone is not self._tone:
            self._tone = tone
            # Only a tile that was chosen once is one that can be.
            self.setCheckable(self.isCheckable() or tone is Tone.CHOSEN)
            self.setChecked(tone is Tone.CHOSEN)
            self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's spelling
        """Leave it to the page what is chosen: a press alone chooses nothing."""

    def set_picture(self, picture: str) -> None:
        """Show another pictogram."""
        if picture != self._picture:
            self._picture = picture
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Take the press, unless the finger has only trembled."""
        if self._since_press.isValid() and self._since_press.elapsed() < self.bounce_ms:
            event.accept()
            return
        self._since_press.restart()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Leave the key to nobody: it is a scanner's, and what a code holds presses no tile."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Leave the key to nobody."""
        event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's spelling
        """Return the size that it has: its place is given by the page."""
        return self.size()

    def overflows(self) -> bool:
        """Say whether the words do not fit at the smallest type."""
        return not self._fitted().fits

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the tile as it is now."""
        tint = self._tint_at_rest() if self.isEnabled() else _OFF
        if self.isDown() and self.isEnabled():
            tint = Tint(HOUSE.ground, HOUSE.ink) if tint != HOUSE else Tint(HOUSE.ink, HOUSE.ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = corner_px(self)
        painter.setBrush(QColor(tint.ground))
        painter.setPen(QPen(QColor(HOUSE.ground if self.isEnabled() else _OFF.ink), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        self._draw_progress(painter, tint)
        self._draw_content(painter, tint)
        painter.end()

    def _tint_at_rest(self) -> Tint:
        return tint_of_tone(self._tone)

    def _draw_progress(self, painter: QPainter, tint: Tint) -> None:
        """Draw how far an act has got; a plain tile acts at once."""

    def _draw_content(self, painter: QPainter, tint: Tint) -> None:
        icon = self._icon_px()
        room = self._words_room()
        beside = bool(icon and self.text()) and not self._is_stacked()
        if icon:
            x = self._padding() if beside else (self.width() - icon) / 2
            y = self._padding() if self._is_stacked() else (self.height() - icon) / 2
            painter.drawImage(round(x), round(y), pictogram(self._picture, icon, tint.ink, tint.ground))
        align = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignHCenter
        self._fitted().draw(painter, room, tint.ink, align)
        if self._tone is Tone.CHOSEN:
            # Not by colour alone: what is chosen has a second rim.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tint.ink), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(6, 6, -6, -6))

    def _padding(self) -> float:
        return min(self.height(), self.width()) * _PADDING + 2

    def _icon_px(self) -> int:
        if not self._picture:
            return 0
        if self._is_stacked():
            return round(self.height() * _STACKED_ICON)
        share = _ICON if self.text() else 0.7
        return round(min(self.height() * share, self.width() * (0.3 if self.text() else 0.7)))

    def _is_stacked(self) -> bool:
        """Say whether the pictogram stands above the words: beside them a narrow tile has no room for it."""
        return bool(self._picture and self.text()) and self.width() < self.height() * _STACKED_BELOW

    def _words_room(self) -> QRectF:
        padding, icon = self._padding(), self._icon_px()
        if self._is_stacked():
            top = padding + icon
            return QRectF(padding, top, self.width() - 2 * padding, self.height() - top - padding / 2)
        left = padding + (icon + padding if icon else 0)
        return QRectF(left, padding, self.width() - left - padding, self.height() - 2 * padding)

    def _fitted(self) -> Fitted:
        room = self._words_room()
        return fitted(self.text(), self._hint, (int(room.width()), int(room.height())), self._sizes())

    def _sizes(self) -> tuple[int, int]:
        """Return the least and the largest type, in pixels."""
        side = min(self.height(), self.width())
        return round(side * _SMALLEST_TYPE), round(side * self.largest_type)


class SettlingTile(Tile):
    """A tile that may come to a place by itself while a finger is on its way there."""

    _since_moved: QElapsedTimer | None = None

    def settle(self) -> None:
        """Take no press for a moment."""
        self._since_moved = QElapsedTimer()
        self._since_moved.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Take the press, unless the tile has only just come to this place."""
        if self._since_moved is not None and self._since_moved.elapsed() < SETTLE_MS:
            event.accept()
            return
        super().mousePressEvent(event)


class HoldTile(Tile):
    """A tile that acts only when it was held for a second, and shows how far that has got.

    `held` tells that it was; a short tap only says, by its hint, that it has to be held.
    """

    held = Signal()

    def __init__(
        self, parent: QWidget, function: str, text: str = "", picture: str = "", tone: Tone = Tone.PLAIN
    ) -> None:
        super().__init__(parent, function, text, picture, tone)
        self._since = QElapsedTimer()
        self._step = QTimer(self, interval=_HOLD_STEP_MS)
        self._step.timeout.connect(self._on_step)
        self.pressed.connect(self._begin)
        self.released.connect(self._end)

    def _begin(self) -> None:
        self._since.start()
        self._step.start()

    def _end(self) -> None:
        self._step.stop()
        self._since.invalidate()
        self.update()

    def _on_step(self) -> None:
        if self._since.isValid() and self._since.elapsed() >= HOLD_MS:
            self._end()
            # Up before the answer: a page that changes under the finger must not press one of its own tiles.
            self.setDown(False)
            self.held.emit()
        self.update()

    def _draw_progress(self, painter: QPainter, tint: Tint) -> None:
        if not self._since.isValid():
            return
        share = min(1.0, self._since.elapsed() / HOLD_MS)
        bar = max(6.0, self.height() * 0.09)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ink))
        painter.drawRect(QRectF(4, self.height() - bar - 4, (self.width() - 8) * share, bar))
