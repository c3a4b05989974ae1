"""The window of a door: it hears the scanner while it is seen, and stays open until the door ends."""

from typing import ClassVar

from PySide6.QtGui import QAccessible, QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.wedge_filter import WedgeFilter


class DoorWindow(QWidget):
    """In full screen only `end` closes it: a scanner may send Alt+F4, and so may somebody with a keyboard."""

    accessible_role: ClassVar = QAccessible.Role.Window

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.keys = WedgeFilter(self)
        self._ends = False

    def end(self) -> None:
        """Close the window for good, in full screen too."""
        self._ends = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's spelling
        """Begin to listen to the scanner."""
        self.keys.install()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's spelling
        """Leave the keys to others."""
        self.keys.remove()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Stay open in full screen, unless the door ends."""
        if self.isFullScreen() and not self._ends:
            event.ignore()
            return
        self.keys.remove()
        super().closeEvent(event)
