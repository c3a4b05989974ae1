"""The time of the answer that is seen: as long as it takes, by the camera and by touch."""

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.scan.frame import Frame
from kiosk.scan.movement import Movement
from kiosk.scan.reading import Reading
from kiosk.ui.stay import Stay

_LEAST_MS: Final = 1


class AnswerTime(QObject):
    """Runs while an answer is seen; `over` tells that its time is over.

    `kept_until` carries the monotonic second up to which somebody has wished for it: until then the next
    letter waits.
    """

    over = Signal()
    kept_until = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stay: Stay | None = None
        self._movement = Movement()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    def begin(self, usual_ms: int) -> None:
        """Begin with an answer that stays for so long where nobody needs it for longer."""
        self._stay = Stay(time.monotonic(), usual_ms / 1000)
        self._wait()

    def wish_more(self) -> int:
        """Let it stay longer, and return for how many milliseconds from now."""
        if self._stay is None:
            return 0
        now = time.monotonic()
        self.kept_until.emit(self._stay.wish_more(now))
        self._wait()
        return round(self._stay.left(now) * 1000)

    def see(self, frame: Frame, reading: Reading) -> None:
        """Look whether somebody is there still: a letter in view, or something that moves."""
        if self._stay is None:
            return
        moves = self._movement.see(frame.image, frame.taken_at)
        if moves or reading.sightings or reading.unread:
            self._stay.see_somebody(frame.taken_at)

    def stop(self) -> None:
        """End the time: another page is seen."""
        self._stay = None
        self._timer.stop()
        self._movement.forget()

    def _look(self) -> None:
        if self._stay is not None and self._stay.left(time.monotonic()) > 0:
            self._wait()
        else:
            self.over.emit()

    def _wait(self) -> None:
        if self._stay is not None:
            self._timer.start(max(_LEAST_MS, round(self._stay.left(time.monotonic()) * 1000)))
