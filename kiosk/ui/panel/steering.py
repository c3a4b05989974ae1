"""The panel by a real keyboard: Tab and arrows choose a tile, Enter presses it, Escape leads back.

Signs are typed on the tiles that bear them: a keyboard can do what a finger can, and nothing else. What a
scanner types does not come here (`kiosk.ui.wedge_filter`), but for a code of one sign with the Enter behind
it, which is too short to be told by: two keys as fast as a scanner's are dropped, whoever pressed them.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.scan.wedge import Keystroke, Rhythm, Typed
from kiosk.ui.panel.focus_ring import FocusRing
from kiosk.ui.panel.keyboard import DELETE, SHIFT, SPACE
from kiosk.ui.panel.tile import HoldTile, Tile
from kiosk.ui.panel.touches import Touches

_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DELETES: Final = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_ARROWS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_ASIDE: Final = 3
"""How much farther a tile is for each pixel that it lies beside an arrow's way."""

_SHORTCUT: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Steering(QObject):
    """Steers the tiles of `window` by what a person types; `used` tells of each key that did so."""

    used = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._ring = FocusRing(window)
        self._held: HoldTile | None = None
        self._touches = Touches(window)
        # A finger chooses for itself.
        self._touches.felt.connect(self._ring.leave)
        self._touches.install()

    def take(self, typed: Typed) -> None:
        """Do what these keys mean; keys for another window mean nothing here."""
        strokes = typed.keystrokes
        too_fast = any(then.at - this.at < Rhythm().mean_gap for this, then in pairwise(strokes))
        if too_fast or not self._window.isActiveWindow():
            return
        for stroke in strokes:
            if not Qt.KeyboardModifier(stroke.modifiers) & _SHORTCUT:
                self.used.emit()
                self._press(stroke)

    def lift(self) -> None:
        """End what lasts for as long as a key is held down."""
        held, self._held = self._held, None
        if held is not None and held.isDown():
            held.setDown(False)
            held.released.emit()

    def end(self) -> None:
        """Steer no more."""
        self._touches.remove()
        self._ring.leave()

    def _press(self, stroke: Keystroke) -> None:
        tiles = _in_reading_order(self._window)
        chosen = next((tile for tile in tiles if tile is QApplication.focusWidget()), None)
        key = Qt.Key(stroke.key)
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._choose(_beside(tiles, chosen, -1 if key is Qt.Key.Key_Backtab else 1))
        elif key in _ARROWS:
            self._choose(_towards(tiles, chosen, _ARROWS[key]) if chosen else _beside(tiles, None, 1))
        elif key is Qt.Key.Key_Escape:
            _click(tiles, "back")
        elif key in _DELETES:
            _click(tiles, f"key:{DELETE}")
        elif key is Qt.Key.Key_Space and _named(tiles, f"key:{SPACE}"):
            _click(tiles, f"key:{SPACE}")
        elif key in {*_ENTERS, Qt.Key.Key_Space}:
            self._press_tile(chosen)
        else:
            self._type(tiles, stroke.text)

    def _press_tile(self, tile: Tile | None) -> None:
        if isinstance(tile, HoldTile):
            self._held = tile
            tile.setDown(True)
            tile.pressed.emit()
        elif tile is not None:
            tile.click()

    def _type(self, tiles: Sequence[Tile], sign: str) -> None:
        tile = _named(tiles, f"key:{sign.lower()}") or self._on_the_other_board(sign)
        if tile is None or not sign:
            return
        if sign.isalpha() and tile.text() != sign:
            _click(tiles, f"key:{SHIFT}")
        tile.click()

    def _on_the_other_board(self, sign: str) -> Tile | None:
        """Return the tile of a sign that the panel has no room for beside the others."""
        for tile in self._window.findChildren(Tile, f"key:{sign.lower()}"):
            board = tile.parentWidget()
            if board is not None and board.isVisible() and tile.isEnabled():
                return tile
        return None

    def _choose(self, tile: Tile | None) -> None:
        if tile is not None:
            tile.setFocus(Qt.FocusReason.TabFocusReason)
            self._ring.surround(tile)


def _in_reading_order(window: QWidget) -> list[Tile]:
    """Return the tiles that can be pressed now, line by line."""

    def where(tile: Tile) -> tuple[int, int]:
        place = tile.mapTo(window, QPoint())
        return place.y(), place.x()

    tiles = (tile for tile in window.findChildren(Tile) if tile.isVisible() and tile.isEnabled())
    return sorted(tiles, key=where)


def _beside(tiles: Sequence[Tile], chosen: Tile | None, step: int) -> Tile | None:
    """Return the next tile, or the one before; after the last comes the first."""
    if not tiles:
        return None
    if chosen is None:
        return tiles[0 if step > 0 else -1]
    return tiles[(tiles.index(chosen) + step) % len(tiles)]


def _towards(tiles: Sequence[Tile], chosen: Tile, way: QPoint) -> Tile | None:
    """Return the nearest tile in the direction of an arrow; None where there is none."""
    start = _middle(chosen)

    def distance(tile: Tile) -> int | None:
        to = _middle(tile) - start
        along = to.x() * way.x() + to.y() * way.y()
        aside = abs(to.x() * way.y()) + abs(to.y() * way.x())
        return along + _ASIDE * aside if along > 0 else None

    far = [(far, place) for place, tile in enumerate(tiles) if (far := distance(tile)) is not None]
    return tiles[min(far)[1]] if far else None


def _middle(tile: Tile) -> QPoint:
    return tile.mapToGlobal(tile.rect().center())


def _named(tiles: Sequence[Tile], function: str) -> Tile | None:
    return next((tile for tile in tiles if tile.objectName() == function), None)


def _click(tiles: Sequence[Tile], function: str) -> None:
    tile = _named(tiles, function)
    if tile is not None:
        tile.click()
