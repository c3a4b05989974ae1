"""A USB scanner that types, kept from everybody else: the events of its keys, as Linux gives them (evdev).

What is grabbed reaches no window and no console, whatever a QR code makes the scanner type. Its keys are
taken for those of an American keyboard, as scanners leave the factory, whatever the computer's own is; Caps
Lock of the computer does not touch them.
"""

import logging
import os
import select
import struct
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from typing import Final

from kiosk.scan.evdev_keys import AMERICAN, CONTROL_KEYS, SHIFT_KEYS
from kiosk.scan.scanner_light import ScannerError
from kiosk.scan.wedge import Keystroke, Rhythm, Scanned, Wedge

if sys.platform != "win32":
    import fcntl

_EVENT: Final = struct.Struct("llHHi")
"""struct input_event of linux/input.h: two numbers of its time, type, code, value."""

_SYNCHRONISATION, _KEY = 0, 1
_EVENTS_DROPPED = 3
_UP, _DOWN = 0, 1
_GRAB = 0x40044590
"""EVIOCGRAB of linux/input.h."""

# Nobody else types on it, so a slow scanner is let be slow.
_RHYTHM = Rhythm(mean_gap=0.090, longest_gap=0.090)
_POLL_SECONDS = 0.2
_RETRY_SECONDS = 1.0
_BYTES_AT_ONCE = 64 * _EVENT.size

_log = logging.getLogger(__name__)


class KeyEvents:
    """Turns the bytes of one device into keystrokes. Not thread-safe."""

    def __init__(self) -> None:
        """No key is down."""
        self._rest = b""
        self._held: set[int] = set()

    def feed(self, raw: bytes, at: float) -> list[Keystroke]:
        """The keys that went down in these bytes, which came at `at`; half an event waits for its rest."""
        raw = self._rest + raw
        whole = len(raw) - len(raw) % _EVENT.size
        self._rest = raw[whole:]
        strokes = []
        for _, _, type_, code, value in _EVENT.iter_unpack(raw[:whole]):
            if type_ == _SYNCHRONISATION and code == _EVENTS_DROPPED:
                self._held.clear()
            elif type_ == _KEY and value == _UP:
                self._held.discard(code)
            elif type_ == _KEY and value == _DOWN:
                self._held.add(code)
                if code not in SHIFT_KEYS | CONTROL_KEYS:
                    strokes.append(Keystroke(self._text(code), at, code))
        return strokes

    def _text(self, code: int) -> str:
        plain, shifted = AMERICAN.get(code, ("", ""))
        character = shifted if self._held & SHIFT_KEYS else plain
        if self._held & CONTROL_KEYS and "@" <= character.upper() <= "_":
            return chr(ord(character.upper()) - ord("@"))
        return character


def grab(descriptor: int) -> None:
    """Keep the events of this device from everybody else, until it is closed. Raises OSError."""
    fcntl.ioctl(descriptor, _GRAB, 1)


class GrabbedKeys:
    """Finds a scanner by its name, grabs it and reads it, and finds it again when it was unplugged."""

    def __init__(
        self,
        name: str,
        *,
        devices: Path = Path("/dev/input"),
        described: Path = Path("/sys/class/input"),
        take_hold: Callable[[int], None] = grab,
        retry_seconds: float = _RETRY_SECONDS,
    ) -> None:
        """`name` is a part of the device's own name, or its path; see `GrabbedScanner`."""
        self._name = name
        self._devices = devices
        self._described = described
        self._take_hold = take_hold
        self._retry_seconds = retry_seconds
        self._told: str | None = None

    def run(
        self,
        stop: Event,
        on_text: Callable[[str], None],
        on_found: Callable[[], None],
        on_lost: Callable[[ScannerError], None],
    ) -> None:
        """Read until `stop` is set. The callbacks are called in this thread."""
        while not stop.is_set():
            try:
                with ExitStack() as open_devices:
                    descriptors = self._open(open_devices)
                    self._told = None
                    _log.info("the scanner %s is there", self._name)
                    on_found()
                    self._read(descriptors, stop, on_text)
            except ScannerError as error:
                if str(error) != self._told:
                    self._told = str(error)
                    _log.warning("the scanner is lost, and is looked for until it is there: %s", error)
                on_lost(error)
            stop.wait(self._retry_seconds)

    def _open(self, open_devices: ExitStack) -> list[int]:
        if sys.platform != "linux":
            raise ScannerError("Scanners are grabbed on Linux only", self._name, "Use --scanner keyboard.")
        descriptors = []
        for path in self._paths():
            try:
                descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
                open_devices.callback(os.close, descriptor)
                self._take_hold(descriptor)
            except PermissionError as error:
                mend = "Add the user to the group input (usermod -aG input USER) and log in again."
                raise ScannerError("The scanner may not be read by this user", str(path), mend) from error
            except OSError as error:
                mend = "Does another program hold it?"
                what = f"The scanner cannot be grabbed ({error.strerror})"
                raise ScannerError(what, str(path), mend) from error
            descriptors.append(descriptor)
        return descriptors

    def _paths(self) -> Sequence[Path]:
        """All devices of that name: a scanner may be a keyboard and some buttons at once."""
        if self._name.startswith("/"):
            paths = [Path(self._name)]
            found = [each for each in paths if each.exists()]
        else:
            named = {each: self._name_of(each) for each in sorted(self._devices.glob("event*"))}
            found = [each for each, name in named.items() if self._name.casefold() in name.casefold()]
        if found:
            return found
        there = sorted({self._name_of(each) for each in self._devices.glob("event*")} - {""})
        mend = f"There are: {', '.join(there)}." if there else "Is it plugged in?"
        raise ScannerError("There is no such scanner", self._name, mend)

    def _name_of(self, device: Path) -> str:
        try:
            return (self._described / device.name / "device" / "name").read_text(errors="replace").strip()
        except OSError:  # unplugged at this moment
            return ""

    def _read(self, descriptors: Sequence[int], stop: Event, on_text: Callable[[str], None]) -> None:
        wedge = Wedge(_RHYTHM)
        keys = {each: KeyEvents() for each in descriptors}
        while not stop.is_set():
            due = wedge.due_at
            wait = _POLL_SECONDS if due is None else max(due - time.monotonic(), 0.0)
            ready, _, _ = select.select(descriptors, [], [], min(wait, _POLL_SECONDS))
            strokes = [
                stroke
                for descriptor in ready
                for stroke in keys[descriptor].feed(self._bytes(descriptor), time.monotonic())
            ]
            for heard in [*map(wedge.press, strokes), wedge.pause(time.monotonic())]:
                if isinstance(heard, Scanned):
                    on_text(heard.text)

    def _bytes(self, descriptor: int) -> bytes:
        try:
            raw = os.read(descriptor, _BYTES_AT_ONCE)
        except OSError:
            raw = b""
        if not raw:
            raise ScannerError("The scanner was unplugged", self._name, "Plug it in again.")
        return raw
