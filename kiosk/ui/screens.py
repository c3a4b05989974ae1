"""Which screen a window stands on, asked in a way that leaves the screen alive."""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Scale, px_per_mm, scale_for


def screen_of(window: QWidget) -> QScreen:
    """Return the screen under the middle of the window, or the first one where it lies outside of all.

    Never `window.screen()`: PySide makes the screen that it returns a child of the window, and a window that
    Python's search for circles clears away then takes the real screen with it. The next window that asks Qt
    about its screen ends the program (seen with PySide6 6.11 as a segmentation fault).
    """
    middle = window.mapToGlobal(window.rect().center())
    return QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()


def scale_on_screen(window: QWidget, known_px_per_mm: float | None) -> Scale:
    """Return the scale of a window by what its screen says of its size, or by the density that is known."""
    if known_px_per_mm is not None:
        return scale_for(window.size(), known_px_per_mm)
    screen = screen_of(window)
    return scale_for(window.size(), px_per_mm(screen.size(), screen.physicalSize()))
