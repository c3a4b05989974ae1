"""Who may close the door's window: in full screen the program alone."""

import signal
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.app.companion import Companion
from kiosk.app.door_program import DoorParts, DoorProgram
from kiosk.app.running import Showing, run_door
from kiosk.core.office import DoorId
from tests.patience import PATIENCE_MS
from tests.premises import make_premises
from tests.ui.conftest import ScreenMaker
from tests.ui.test_wedge_filter import type_text


def test_window_manager_closes_no_full_screen(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    screen.showFullScreen()
    closed = screen.close()
    assert not closed
    assert screen.isVisible()
    # The scanner is still listened to.
    with qtbot.waitSignal(screen.scanned, timeout=PATIENCE_MS):
        type_text(screen, "JC1ABCDEFGH\r")
    screen.end()
    assert not screen.isVisible()


def test_window_manager_closes_a_window(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    assert screen.close()
    assert not screen.isVisible()


class _AltF4(Companion):
    """Closes the window as a window manager does, and sends the end of a service a moment later."""

    def __init__(self) -> None:
        self.visible_afterwards = False

    def begin(self, program: DoorProgram) -> None:
        self._program = program
        QTimer.singleShot(200, program, self._press)

    def _press(self) -> None:
        self._program.screen.close()
        self.visible_afterwards = self._program.screen.isVisible()
        QTimer.singleShot(200, self._program, lambda: signal.raise_signal(signal.SIGTERM))

    def end(self) -> None:
        """Nothing goes on."""


def test_door_in_full_screen_outlasts_alt_f4_and_ends_with_its_service(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot  # run_door needs Qt's application
    file = make_premises(tmp_path / "office", cap=3).file()
    press = _AltF4()
    parts = DoorParts(file, file.office.doors[DoorId("main")])
    assert run_door(parts, Showing(windowed=False, ends_after=20.0), [press]) == 0
    assert press.visible_afterwards
    assert not press._program.screen.isVisible()
