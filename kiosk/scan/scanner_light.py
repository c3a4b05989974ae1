"""The scanner's light: whether the USB scanner of a door is there, and when it was heard last."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from threading import Lock

from kiosk.core.test_letter import ReadTestLetter


class ScannerError(Exception):
    """A scanner could not be opened or read: `what` happened, `where`, and the `mend`."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        """Three short sentences or parts of one, for the log and for the guard's panel."""
        super().__init__(f"{what}: {where}. {mend}")
        self.what = what
        self.where = where
        self.mend = mend


class ScannerState(Enum):
    """What the guard's panel says of the scanner."""

    NOT_USED = "not_used"
    """It types like any keyboard and was never heard: nobody can tell whether there is one."""
    WAITING = "waiting"
    """It is there, and was not heard yet."""
    HEARD = "heard"
    LOST = "lost"
    """It cannot be opened, or its cable was pulled; it is looked for again and again."""


@dataclass(frozen=True, slots=True)
class ScannerLight:
    """The state of a door's scanner, and what is known of it. `error` says why it is lost."""

    state: ScannerState
    heard_at: datetime | None = None
    error: ScannerError | None = None
    test: ReadTestLetter | None = None
    tested_at: datetime | None = None


class ScannerWatch:
    """Follows one scanner; may be told and asked by any thread."""

    def __init__(self, state: ScannerState) -> None:
        """Begin with NOT_USED for one that cannot be seen, with LOST for one that has to be opened first."""
        self._lock = Lock()
        self._light = ScannerLight(state)

    def light(self) -> ScannerLight:
        """The light at this moment."""
        with self._lock:
            return self._light

    def heard(self, at: datetime, test: ReadTestLetter | None) -> None:
        """Note that a text came; `test` if it was that of the test letter."""
        with self._lock:
            self._light = replace(self._light, state=ScannerState.HEARD, heard_at=at, error=None)
            if test is not None:
                self._light = replace(self._light, test=test, tested_at=at)

    def found(self) -> None:
        """Note that the scanner was opened."""
        with self._lock:
            heard = self._light.heard_at is not None
            state = ScannerState.HEARD if heard else ScannerState.WAITING
            self._light = replace(self._light, state=state, error=None)

    def lost(self, error: ScannerError) -> None:
        """Note that the scanner is gone, or could not be opened."""
        with self._lock:
            self._light = replace(self._light, state=ScannerState.LOST, error=error)
