"""The ring around the tile that a keyboard has chosen: two colours, so that it is seen on every ground."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import CALL, CARD

_WIDE: Final = 5
"""Pixels of each of the two lines; the ring lies in the gaps between the tiles, and on the tile's rim."""

_MOVES: Final = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class FocusRing(QWidget):
    """Lies around one tile of `window` and goes with it; touches go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tile: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, tile: QWidget) -> None:
        """Lie around this tile from now on."""
        self.leave()
        self._tile = tile
        tile.installEventFilter(self)
        tile.destroyed.connect(self.leave)
        self._follow(tile)
        self.show()

    def leave(self) -> None:
        """Be seen no more."""
        tile, self._tile = self._tile, None
        if tile is not None:
            tile.removeEventFilter(self)
            tile.destroyed.disconnect(self.leave)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Go with the tile, and go away with it."""
        if isinstance(watched, QWidget) and watched is self._tile:
            if event.type() in _MOVES:
                self._follow(watched)
            elif event.type() is QEvent.Type.Hide:
                self.leave()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw a dark line and a bright one within it."""
        painter = QPainter(self)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, colour in enumerate((CARD.ink, CALL.ground)):
            inset = _WIDE * (place + 0.5)
            painter.setPen(QPen(QColor(colour), _WIDE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()

    def _follow(self, tile: QWidget) -> None:
        place = tile.rect().translated(tile.mapTo(self._window, tile.rect().topLeft()))
        self.setGeometry(place.adjusted(-_WIDE, -_WIDE, _WIDE, _WIDE))
        self.raise_()
