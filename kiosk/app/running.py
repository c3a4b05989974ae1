"""Shows the windows of a door, of a panel or of both, and runs them until they are ended."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app.board_program import BoardParts, BoardProgram
from kiosk.app.companion import Companion
from kiosk.app.desk_program import DeskParts, DeskProgram
from kiosk.app.door_program import DoorParts, DoorProgram
from kiosk.app.panel_program import PanelParts, PanelProgram
from kiosk.app.qt import end_on_signals, make_application
from kiosk.core.door_devices import Scanner
from kiosk.ui.screens import screen_of
from kiosk.ui.wedge_filter import WedgeFilter
from kiosk.workers.scanner import ScannerWorker


class ScreenError(Exception):
    """There is no such screen; the message says which there are."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How a window is shown: in full screen, on the screen of this name (None: the first), or `windowed`.

    `ends_after` is in seconds; None: until somebody ends it.
    """

    windowed: bool
    ends_after: float | None = None
    size: tuple[int, int] = (1280, 800)
    screen: str | None = None


@dataclass(frozen=True, slots=True)
class PanelShowing:
    """How a panel beside a door is shown, in which language; `keys`: a real keyboard steers it, too."""

    showing: Showing
    language: str
    keys: bool = False


class _Program(Protocol):
    def start(self) -> None: ...

    def stop(self) -> None: ...


def run_door(parts: DoorParts, showing: Showing, companions: Sequence[Companion] = ()) -> int:
    """Run one door until a signal ends it, its time is over or its window is closed; return the exit code.

    In full screen, closing the window does nothing. Raises ScreenError.
    """
    application = make_application()
    with end_on_signals(application), ExitStack() as ending:
        program = DoorProgram(parts)
        _end_after(showing, application, ending)
        _show(program.screen, showing)
        ending.callback(program.screen.end)
        _begin(program, ending)
        _accompany(program, companions, ending)
        return application.exec()


def run_door_with_panel(
    parts: DoorParts,
    showing: Showing,
    wishes: PanelShowing,
    companions: Sequence[Companion] = (),
) -> int:
    """Run one door with the guard's panel beside it, as `run_door` does. Raises ScreenError."""
    application = make_application()
    with end_on_signals(application), ExitStack() as ending:
        door = DoorProgram(parts, takes_badges=True)
        panel_parts = PanelParts(parts.office_file, parts.door, wishes.language, door.devices, wishes.keys)
        panel = PanelProgram(panel_parts)
        panel.hear_keys(door.screen.keys)
        join(door, panel)
        _end_after(showing, application, ending)
        for window, how in ((panel.window, wishes.showing), (door.screen, showing)):
            _show(window, how)
            ending.callback(window.end)
        for program in (panel, door):
            _begin(program, ending)
        _accompany(door, companions, ending)
        return application.exec()


def join(door: DoorProgram, panel: PanelProgram) -> None:
    """Let a door and the panel beside it know of each other what the ledger does not tell them."""
    panel.acted.connect(door.look)
    door.badge_shown.connect(panel.show_badge)
    door.help.has_panel = True
    door.help.rings_here.connect(panel.window.show_help_here)
    panel.window.help_taken.connect(door.help.taken)


def run_panel(parts: PanelParts, showing: Showing, scanner: Scanner) -> int:
    """Run a panel alone with its own scanner, as `run_door` does. Raises ScreenError.

    What is typed at the speed of a scanner is heard as well, whatever `scanner` is.
    """
    application = make_application()
    with end_on_signals(application), ExitStack() as ending:
        panel = PanelProgram(parts)
        heard = ScannerWorker(scanner)
        heard.scanned.connect(panel.show_scanned)
        keys = WedgeFilter(panel)
        keys.scanned.connect(heard.hear)
        panel.hear_keys(keys)
        keys.install()
        ending.callback(keys.remove)
        _end_after(showing, application, ending)
        _show(panel.window, showing)
        ending.callback(panel.window.end)
        for program in (panel, heard):
            _begin(program, ending)
        return application.exec()


def run_desk(parts: DeskParts, showing: Showing) -> int:
    """Run a phone desk until its window is closed or a signal ends it; return the exit code.

    It fills the screen beside what else stands there: whoever sits at it uses other programs, too.
    """
    application = make_application()
    with end_on_signals(application), ExitStack() as ending:
        desk = DeskProgram(parts)
        _end_after(showing, application, ending)
        desk.window.resize(*showing.size)
        (desk.window.show if showing.windowed else desk.window.showMaximized)()
        ending.callback(desk.window.close)
        _begin(desk, ending)
        return application.exec()


def run_board(parts: BoardParts, showing: Showing) -> int:
    """Run the board at the reception, as `run_door` does. Raises ScreenError."""
    application = make_application()
    with end_on_signals(application), ExitStack() as ending:
        board = BoardProgram(parts)
        _end_after(showing, application, ending)
        _show(board.window, showing)
        ending.callback(board.window.end)
        _begin(board, ending)
        return application.exec()


def _begin(program: _Program, ending: ExitStack) -> None:
    # Registered first: a program that fails while it starts is stopped, too.
    ending.callback(program.stop)
    program.start()


def _accompany(program: DoorProgram, companions: Sequence[Companion], ending: ExitStack) -> None:
    for companion in companions:
        companion.begin(program)
        ending.callback(companion.end)


def _end_after(showing: Showing, application: QApplication, ending: ExitStack) -> None:
    if showing.ends_after is None:
        return
    timer = QTimer(singleShot=True, interval=round(showing.ends_after * 1000))
    timer.timeout.connect(application.exit)
    timer.start()
    # An application outlives its windows: a timer of its own would end whatever runs in it later.
    ending.callback(timer.stop)


def _show(window: QWidget, showing: Showing) -> None:
    if showing.windowed:
        window.resize(*showing.size)
        window.show()
        return
    screen = screen_of(window) if showing.screen is None else screen_named(showing.screen)
    # Where no window manager runs, nobody else gives the window the size of the screen.
    window.setGeometry(screen.geometry())
    window.setCursor(Qt.CursorShape.BlankCursor)
    window.showFullScreen()


def screen_named(name: str) -> QScreen:
    """Return the screen of this name. Raises ScreenError."""
    screens = QGuiApplication.screens()
    for screen in screens:
        if screen.name() == name:
            return screen
    there = ", ".join(f"{each.name()} ({each.size().width()}x{each.size().height()})" for each in screens)
    raise ScreenError(f"there is no screen {name!r}; there are: {there}")


def other_screen(panel: str) -> str:
    """Return the screen that is left for the visitors beside the panel's. Raises ScreenError."""
    taken = screen_named(panel).name()
    for screen in QGuiApplication.screens():
        if screen.name() != taken:
            return screen.name()
    raise ScreenError(
        f"{taken!r} is the only screen: connect a second one, or try the panel in a window: --panel window"
    )
