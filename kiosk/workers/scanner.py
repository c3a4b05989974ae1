"""The USB scanner of a door: listened to in its own way, found again when it was unplugged."""

import logging
import math
import time
from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread
from typing import Protocol, assert_never

from PySide6.QtCore import QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtSerialPort import QSerialPort

from kiosk.clock import now_utc
from kiosk.core.door_devices import GrabbedScanner, KeyboardScanner, Scanner, SerialScanner
from kiosk.core.test_letter import as_test_letter
from kiosk.scan.evdev import GrabbedKeys
from kiosk.scan.scanner_light import ScannerError, ScannerLight, ScannerState, ScannerWatch
from kiosk.scan.serial_text import SerialText

# Scanners at a serial port leave the factory with this; one that is made by USB does not mind.
_BAUD = 9600
_RETRY_MS = 1000

_log = logging.getLogger(__name__)


class _Listener(Protocol):
    """A way to listen to a scanner."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


class ScannerWorker(QObject):
    """Listens to the scanner of one door from `start` to `stop`; `scanned` carries each text that it sent.

    What scans like a keyboard is told by `hear`, from the window in which it types: at any door, since a
    scanner that could not be grabbed types there too. The text of the test letter is noted in the light and
    goes no further. Start, stop and `hear` belong to the GUI's thread.
    """

    scanned = Signal(str)

    def __init__(self, scanner: Scanner, clock: Callable[[], datetime] = now_utc) -> None:
        super().__init__()
        self._clock = clock
        self._listener: _Listener | None
        match scanner:
            case KeyboardScanner():
                self._watch = ScannerWatch(ScannerState.NOT_USED)
                self._listener = None
            case GrabbedScanner(name):
                self._watch = ScannerWatch(ScannerState.LOST)
                grabbed = GrabbedKeysListener(GrabbedKeys(name), self._watch)
                grabbed.read.connect(self.hear)
                self._listener = grabbed
            case SerialScanner(port):
                self._watch = ScannerWatch(ScannerState.LOST)
                serial = SerialListener(port, self._watch)
                serial.read.connect(self.hear)
                self._listener = serial
            case _ as never:
                assert_never(never)

    def start(self) -> None:
        """Begin to look for the scanner."""
        if self._listener is not None:
            self._listener.start()

    def stop(self) -> None:
        """Let go of the scanner, and wait for what listens to it."""
        if self._listener is not None:
            self._listener.stop()

    def light(self) -> ScannerLight:
        """The scanner's light at this moment; may be asked by any thread."""
        return self._watch.light()

    def hear(self, text: str) -> None:
        """Take a text that the scanner sent."""
        test = as_test_letter(text)
        self._watch.heard(self._clock(), test)
        if test is None:
            self.scanned.emit(text)
        else:
            _log.info(
                "the scanner read the test letter: %s, case turned: %s", test.keys.value, test.case_turned
            )


class GrabbedKeysListener(QObject):
    """The thread that reads a scanner that is grabbed."""

    read = Signal(str)

    def __init__(self, keys: GrabbedKeys, watch: ScannerWatch) -> None:
        super().__init__()
        self._stop = Event()
        self._thread = Thread(
            target=keys.run, args=(self._stop, self.read.emit, watch.found, watch.lost), name="scanner"
        )

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stop.set()
        self._thread.join()


class SerialListener(QObject):
    """Reads a serial port in the GUI's thread, and opens it again and again while it is not there."""

    read = Signal(str)

    def __init__(self, name: str, watch: ScannerWatch) -> None:
        super().__init__()
        self._watch = watch
        self._text = SerialText()
        self._told: str | None = None
        self._port = QSerialPort(name, self)
        self._port.setBaudRate(_BAUD)
        self._port.readyRead.connect(self._on_bytes)
        # Not at once: a port must not be closed while it is telling of its failure.
        self._port.errorOccurred.connect(self._on_error, Qt.ConnectionType.QueuedConnection)
        self._pause = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._on_pause)
        self._retry = QTimer(self, interval=_RETRY_MS)
        self._retry.timeout.connect(self._open)

    def start(self) -> None:
        """Open the port, now or as soon as it is there."""
        self._retry.start()
        self._open()

    def stop(self) -> None:
        """Close the port."""
        self._retry.stop()
        self._pause.stop()
        if self._port.isOpen():
            self._port.close()

    def _open(self) -> None:
        if not self._port.isOpen() and self._port.open(QIODevice.OpenModeFlag.ReadOnly):
            self._told = None
            _log.info("the scanner at %s is there", self._port.portName())
            self._watch.found()

    def _on_bytes(self) -> None:
        self._tell(self._text.receive(bytes(self._port.readAll().data()), time.monotonic()))

    def _on_pause(self) -> None:
        self._tell(self._text.pause(time.monotonic()))

    def _tell(self, texts: tuple[str, ...]) -> None:
        due = self._text.due_at
        if due is not None:
            self._pause.start(max(0, math.ceil((due - time.monotonic()) * 1000)))
        for text in texts:
            self.read.emit(text)

    def _on_error(self, error: QSerialPort.SerialPortError) -> None:
        if error in (QSerialPort.SerialPortError.NoError, QSerialPort.SerialPortError.NotOpenError):
            return
        what = f"The scanner's port cannot be {'read' if self._port.isOpen() else 'opened'}"
        lost = ScannerError(
            f"{what} ({_reason(error)})",
            self._port.portName(),
            "Is it plugged in, used by another program, or is this user not in the group dialout?",
        )
        if self._port.isOpen():
            self._port.close()
        self._watch.lost(lost)
        if str(lost) != self._told:
            self._told = str(lost)
            _log.warning("the scanner is lost, and is looked for until it is there: %s", lost)


def _reason(error: QSerialPort.SerialPortError) -> str:
    match error:
        case QSerialPort.SerialPortError.DeviceNotFoundError:
            return "it is not there"
        case QSerialPort.SerialPortError.PermissionError:
            return "it is in use, or not allowed"
        case QSerialPort.SerialPortError.ResourceError:
            return "it was unplugged"
        case _:
            return error.name
