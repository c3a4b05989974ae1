"""The phone desk beside a door, for the demo: a process of its own."""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess

from kiosk.app.door_program import DoorProgram

_END_MS: Final = 8_000
"""Longer than a desk takes to carry out what was ordered last, and to close the ledger."""


class DeskProcess(QObject):
    """Opens `kiosk desk` in a process of its own, as on a PC of its own, as a companion of the door.

    A scanner that types is heard by the door's whole process, and would take the desk's keys for its own.
    """

    def __init__(self, office: Path) -> None:
        super().__init__()
        self._arguments = ["-P", "-m", "kiosk", "desk", "--office", str(office), "--windowed"]
        self.process = QProcess(self)
        self.process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)

    def begin(self, program: DoorProgram) -> None:
        """Open the desk; the door does not wait for it."""
        del program
        self.process.start(sys.executable, self._arguments)

    def end(self) -> None:
        """Close the desk, unless somebody did already, and wait until it has ended."""
        self.process.terminate()
        if not self.process.waitForFinished(_END_MS):
            self.process.kill()
            self.process.waitForFinished(_END_MS)
