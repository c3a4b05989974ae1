"""Notices each touch of a window, whatever lies under the finger, and leaves it to that."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.all_windows import hear_all_windows, leave_all_windows


class Touches(QObject):
    """Tells of each touch of `window` from `install` to `remove`."""

    felt = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last = 0

    def install(self) -> None:
        """Begin to feel touches."""
        hear_all_windows(self)

    def remove(self) -> None:
        """Feel no more touches."""
        leave_all_windows(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Notice a press, once, and let it through."""
        if (
            event.type() is QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and watched.window() is self._window
            # A press goes from the part under the finger up to the window: it is one touch.
            and event.timestamp() != self._last
        ):
            self._last = event.timestamp()
            self.felt.emit()
        return False
