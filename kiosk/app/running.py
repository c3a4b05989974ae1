"""Shows a door's window and runs it until it is ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer

from kiosk.app.companion import Companion
from kiosk.app.door_program import DoorParts, DoorProgram
from kiosk.app.qt import end_on_signals, make_application


@dataclass(frozen=True, slots=True)
class Showing:
    """How a door's window is shown. `ends_after` is in seconds; None: until somebody ends it."""

    windowed: bool
    ends_after: float | None = None
    size: tuple[int, int] = (1280, 800)


def run_door(parts: DoorParts, showing: Showing, companions: Sequence[Companion] = ()) -> int:
    """Run one door until a signal ends it, its time is over or its window is closed; return the exit code.

    In full screen, closing the window does nothing.
    """
    application = make_application()
    with end_on_signals(application):
        program = DoorProgram(parts)
        if showing.ends_after is not None:
            QTimer.singleShot(round(showing.ends_after * 1000), program, application.exit)
        if showing.windowed:
            program.screen.resize(*showing.size)
            program.screen.show()
        else:
            # Where no window manager runs, nobody else gives the window the size of the screen.
            program.screen.setGeometry(program.screen.screen().geometry())
            program.screen.setCursor(Qt.CursorShape.BlankCursor)
            program.screen.showFullScreen()
        begun: list[Companion] = []
        try:
            program.start()
            for companion in companions:
                companion.begin(program)
                begun.append(companion)
            return application.exec()
        finally:
            for companion in reversed(begun):
                companion.end()
            program.stop()
            program.screen.end()
