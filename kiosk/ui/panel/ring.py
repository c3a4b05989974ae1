"""The bell of a panel: it rings every few seconds for as long as a visitor waits for help."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.sounds import Sound

if TYPE_CHECKING:
    from kiosk.ui.tones import Tones

_EVERY_MS: Final = 4000


class Ring(QObject):
    """Rings; the panel shows the same without it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tones: Tones | None = None
        self._again = QTimer(self, interval=_EVERY_MS)
        self._again.timeout.connect(self._strike)

    @property
    def is_ringing(self) -> bool:
        """Whether it rings now."""
        return self._again.isActive()

    def ring(self, *, wanted: bool) -> None:
        """Ring at once and again and again, or fall silent."""
        if wanted == self.is_ringing:
            return
        if wanted:
            self._again.start()
            self._strike()
        else:
            self._again.stop()

    def _strike(self) -> None:
        if self._tones is None:
            # Qt's multimedia takes a third of a second to load: most days it is not wanted.
            from kiosk.ui.tones import Tones  # noqa: PLC0415 - as the line above says

            self._tones = Tones((Sound.HELP,), self)
        self._tones.play(Sound.HELP)
