"""The real program, with somebody who looks on: `python watched_program.py SEEN.json COMMAND...`.

Again and again, everything that can be tapped on the guard's panel is written to SEEN.json with its place
on the screen, and what else is written there: a finger has to see where to tap. Nothing else is changed.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import qt
from kiosk.cli import main
from kiosk.ui.panel.tile import Tile
from kiosk.ui.panel.window import PanelWindow

_LOOK_INTERVAL_MS = 40


class Onlooker:
    """Writes down what is seen on the panel."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._looks = 0
        self._timer = QTimer(interval=_LOOK_INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        panels = [each for each in QApplication.topLevelWidgets() if isinstance(each, PanelWindow)]
        if not panels or not panels[0].isVisible():
            return
        self._looks += 1
        seen = [each for each in panels[0].findChildren(QWidget) if each.isVisible()]
        tiles = [each for each in seen if isinstance(each, Tile) and each.isEnabled()]
        told = {
            "look": self._looks,
            "page": panels[0].open_page.name,
            "tiles": {tile.objectName(): _middle(tile) for tile in tiles},
            "words": [each.accessibleName() for each in seen if each.accessibleName()],
        }
        unfinished = self._file.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(told), encoding="utf-8")
        unfinished.replace(self._file)


def _middle(tile: QWidget) -> tuple[int, int]:
    at = tile.mapToGlobal(QPoint(tile.width() // 2, tile.height() // 2))
    return at.x(), at.y()


def watched(file: Path) -> None:
    """Run the program with the arguments that are left, and with an onlooker as soon as it has windows."""
    make_application = qt.make_application
    onlookers: list[Onlooker] = []

    def make_watched() -> QApplication:
        application = make_application()
        onlookers.append(Onlooker(file))
        return application

    # Before the command imports what runs its windows, which happens only when it is called.
    setattr(qt, "make_application", make_watched)  # noqa: B010 - a function of a module is not to be assigned to
    main()


if __name__ == "__main__":
    seen_file = Path(sys.argv.pop(1))
    watched(seen_file)
