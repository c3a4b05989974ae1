"""The manager's page beside a door: started as a process of its own, and started again when it ends."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from kiosk.app.door_program import DoorProgram

_FIRST_PAUSE_MS = 1_000
_LONGEST_PAUSE_MS = 60_000
# Longer than the page takes to end its streams and close the ledger.
_END_MS = 8_000

_log = logging.getLogger(__name__)


class PageProcess(QObject):
    """Keeps `kiosk serve` running on a port of this machine, as a companion of a door.

    The page ends with its standard input, so that it does not outlive a door that was killed. One that ends
    by itself is started again after a second, then after two, four and so on, until it has run for a minute.
    """

    def __init__(self, office: Path, port: int) -> None:
        super().__init__()
        self._arguments = ["-P", "-m", "kiosk", "serve", "--office", str(office), "--port", str(port)]
        self._pause_ms = _FIRST_PAUSE_MS
        self._is_ending = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
        self._process.finished.connect(self._start_later)
        self._process.errorOccurred.connect(self._on_error)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._start)
        self._works = QTimer(self, singleShot=True, interval=_LONGEST_PAUSE_MS)
        self._works.timeout.connect(self._on_works)

    def begin(self, program: DoorProgram) -> None:
        """Start the page; the door does not wait for it."""
        del program
        self._start()

    def end(self) -> None:
        """End the page, and wait until it has ended."""
        self._is_ending = True
        self._again.stop()
        self._works.stop()
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_END_MS):
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    def _start(self) -> None:
        self._process.start(sys.executable, [*self._arguments, "--ends-with-input"])
        self._works.start()

    def _start_later(self) -> None:
        if self._is_ending:
            return
        self._works.stop()
        _log.warning("the manager's page has ended; it is started again in %d s", self._pause_ms // 1000)
        self._again.start(self._pause_ms)
        self._pause_ms = min(2 * self._pause_ms, _LONGEST_PAUSE_MS)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # Of every other error the process has begun, and its end is told.
        if error is QProcess.ProcessError.FailedToStart:
            self._start_later()

    def _on_works(self) -> None:
        self._pause_ms = _FIRST_PAUSE_MS
