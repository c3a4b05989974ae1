"""What the visitor in front of the screen has asked for by touch: it goes when the visitor goes."""

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ui.colours import HIGH_CONTRAST, USUAL
from kiosk.ui.look import Look
from kiosk.ui.theme import Scale

UNUSED_MS = 45_000
"""For how long a wish stays that was touched while nobody scans."""


class Wishes(QObject):
    """The wishes of one visitor; `over` tells that nobody came to use them."""

    over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language: str | None = None
        self.enlarged = False
        self.high_contrast = False
        self._unused = QTimer(self, singleShot=True, interval=UNUSED_MS)
        self._unused.timeout.connect(self.over)

    def look(self, scale: Scale, *, moving: bool) -> Look:
        """Return the look that is wished, on a screen of this scale."""
        colours = HIGH_CONTRAST if self.high_contrast else USUAL
        return Look(scale, colours, enlarged=self.enlarged, moving=moving)

    def wait_for_use(self) -> None:
        """Begin to wait anew for whoever has the wishes."""
        self._unused.start()

    def use(self) -> None:
        """Keep the wishes until they are forgotten: somebody is there."""
        self._unused.stop()

    def forget(self) -> None:
        """Begin with the next visitor, who has asked for nothing."""
        self._unused.stop()
        self.language = None
        self.enlarged = self.high_contrast = False
