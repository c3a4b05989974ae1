"""Clearing away Python's leftovers in the one thread where that is safe."""

import gc
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer

_SWEEP_INTERVAL_MS: Final = 10_000


class Sweeper(QObject):
    """Clears away Python's leftovers in the GUI's thread alone, from `start` to `stop`.

    Python does that in whatever thread needs memory at the moment. A window or a timer of Qt among the
    leftovers would then be destroyed in a thread that is not its own, which ends the program.
    """

    # A door and a panel may run in one program: the first begins, the last to end leaves all as it was.
    _running: ClassVar = 0
    _was_enabled: ClassVar = True

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_SWEEP_INTERVAL_MS)
        self._timer.timeout.connect(gc.collect)
        self._runs = False

    def start(self) -> None:
        """Clear away from now on; what is there already is taken to stay, so that each turn is short."""
        if self._runs:
            return
        self._runs = True
        if not Sweeper._running:
            Sweeper._was_enabled = gc.isenabled()
            gc.disable()
            gc.freeze()
        Sweeper._running += 1
        self._timer.start()

    def stop(self) -> None:
        """Let Python do it again, once the threads have ended; twice, or before a start, changes nothing."""
        if not self._runs:
            return
        self._runs = False
        self._timer.stop()
        Sweeper._running -= 1
        if not Sweeper._running:
            gc.unfreeze()
            if Sweeper._was_enabled:
                gc.enable()
