"""Pictures of a door's screen, taken while it runs."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk.app.door_program import DoorProgram

# An answer has come to rest on the screen by then; the camera's first picture has come by the second.
_PICTURE_AFTER_MS = 900
_FIRST_PICTURE_MS = 2500
_PICTURES_OF_EACH = 3
_IDLE = "idle"


class PictureTaker:
    """Leaves PNGs of the screen in a folder: of the idle screen, and of each reason a few answers."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made where there is none. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._taken: Counter[str] = Counter()
        self._subject = _IDLE
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._take)

    def begin(self, program: DoorProgram) -> None:
        """Take the first picture of the idle screen, and then one of each answer."""
        self._screen = program.screen
        program.answered.connect(lambda answer: self._take_soon(answer.verdict.reason.value))
        program.screen.answer_gone.connect(lambda: self._take_soon(_IDLE))
        self._take_soon(_IDLE, _FIRST_PICTURE_MS)

    def end(self) -> None:
        """Take no more pictures."""
        self._timer.stop()

    def _take_soon(self, subject: str, after_ms: int = _PICTURE_AFTER_MS) -> None:
        """Take a picture once the screen has come to rest, unless it changes again before."""
        self._subject = subject
        self._timer.start(after_ms)

    def _take(self) -> None:
        if self._taken[self._subject] < _PICTURES_OF_EACH:
            self._taken[self._subject] += 1
            name = f"{self._taken.total():03}-{self._subject}.png"
            self._screen.grab().save(str(self._folder / name))
