"""A live camera in a process of its own, since a read that hangs in a driver cannot be ended in a thread.

The pictures come through a pair of sockets. At 1280 x 720 one costs two milliseconds of processor, both sides
together: 0.3 more than through shared memory (benchmarks/camera_process.py), which would have to be named,
sized, guarded and cleared away. The process is no child of `multiprocessing`, which at the end of the program
waits for its children for ever.

What goes to the process: a line of JSON, then nothing; the end of that pipe, which comes with the end of this
program too, ends the process. What comes from it: the messages of `kiosk.scan.camera_child`.
"""

import json
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import assert_never

import numpy as np

from kiosk.core.door_devices import CameraWishes
from kiosk.scan.camera_capture import LiveCamera, device_path
from kiosk.scan.camera_child import HEADER, Kind
from kiosk.scan.camera_source import Camera, CameraError, Device, LiveSource, NetworkStream, Pipe
from kiosk.scan.frame import Image

OPEN_SECONDS = 5.0
"""Cheap cameras take up to three seconds from being opened to their first picture."""

SILENCE_SECONDS = 2.0
"""A camera that gives no picture for so long hangs."""

_END_SECONDS = 0.5
_CHILD = (sys.executable, "-P", "-m", "kiosk.scan.camera_child")

_log = logging.getLogger(__name__)


def open_live_camera(source: LiveSource, spec: str, wishes: CameraWishes) -> Camera:
    """Open the camera `source`, written as `spec`. Raises CameraError.

    On Windows it is read in this process: a read that hangs there leaves its thread behind.
    """
    if os.name != "posix":
        camera = LiveCamera(source, wishes)
        _tell_unmet(source, camera.unmet)
        return camera
    if isinstance(source, Device) and sys.platform == "linux" and not device_path(source).exists():
        # A cable that is pulled: not worth a new process at each try.
        raise CameraError(
            "There is no such camera",
            str(source),
            "Is it plugged in? `kiosk camera list` names those that are.",
        )
    return ProcessCamera(source, spec, wishes)


class ProcessCamera:
    """A camera that another process reads. `read` and `close` belong to one thread."""

    finished = False

    def __init__(
        self,
        source: LiveSource,
        spec: str,
        wishes: CameraWishes,
        *,
        open_seconds: float = OPEN_SECONDS,
        silence_seconds: float = SILENCE_SECONDS,
    ) -> None:
        """Start the process and wait until the camera gives pictures. Raises CameraError."""
        self._source = source
        self._silence_seconds = silence_seconds
        self._closed = False
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - this program itself
                [*_CHILD, str(theirs.fileno())],
                stdin=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                # Ctrl-C is for the door, which then ends this process.
                start_new_session=True,
                # It finds the program where this one has found it.
                env=os.environ | {"PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
            )
        try:
            # Not as an argument, which everybody on this computer can read: an address may hold a password.
            self._write_line({"spec": spec, "wishes": asdict(wishes)})
            told = json.loads(self._payload_of(Kind.OPEN, open_seconds))
        except BaseException:
            self.close()
            raise
        _tell_unmet(source, told["unmet"])

    def read(self) -> Image | None:
        """The next picture. Raises CameraError when there is none, after two seconds at the latest."""
        until = time.monotonic() + self._silence_seconds
        kind, rows, columns, channels = self._header(until)
        if kind is Kind.FAILED:
            raise self._failure(self._bytes(rows, until))
        pixels = np.empty((rows, columns, channels), dtype=np.uint8)
        self._fill(pixels.data.cast("B"), until)
        return pixels

    def close(self) -> None:
        """End the process; one that hangs in a driver is left to the system, which ends it when it can."""
        if self._closed:
            return
        self._closed = True
        self._ours.close()
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            try:
                self._process.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                _log.warning("the process %d of a camera that hangs was left behind", self._process.pid)

    def _write_line(self, values: object) -> None:
        if self._process.stdin is not None:
            try:
                self._process.stdin.write(json.dumps(values).encode() + b"\n")
                self._process.stdin.flush()
            except BrokenPipeError as error:
                raise self._ended() from error

    def _payload_of(self, wanted: Kind, seconds: float) -> bytes:
        until = time.monotonic() + seconds
        kind, length, _, _ = self._header(until)
        payload = self._bytes(length, until)
        if kind is not wanted:
            raise self._failure(payload)
        return payload

    def _header(self, until: float) -> tuple[Kind, int, int, int]:
        kind, first, second, third = HEADER.unpack(self._bytes(HEADER.size, until))
        return Kind(kind), first, second, third

    def _bytes(self, length: int, until: float) -> bytes:
        received = bytearray(length)
        self._fill(memoryview(received), until)
        return bytes(received)

    def _fill(self, view: memoryview, until: float) -> None:
        while view:
            # At least a moment: what is there already is taken, however late it is.
            self._ours.settimeout(max(until - time.monotonic(), 0.001))
            try:
                count = self._ours.recv_into(view)
            except TimeoutError:
                raise CameraError("The camera hangs", str(self._source), _mend(self._source)) from None
            except OSError as error:
                raise self._ended() from error
            if count == 0:
                raise self._ended()
            view = view[count:]

    def _failure(self, payload: bytes) -> CameraError:
        told = json.loads(payload)
        return CameraError(told["what"], told["where"], told["mend"])

    def _ended(self) -> CameraError:
        return CameraError(
            "The process that reads the camera has ended", str(self._source), "It is started again by itself."
        )


def _mend(source: LiveSource) -> str:
    match source:
        case Device():
            return "Pull its cable and plug it in again if it stays so."
        case NetworkStream():
            return "Are it and its network on? It is tried again by itself."
        case Pipe():
            return "Does the program that writes into it still run?"
        case _:
            assert_never(source)


def _tell_unmet(source: LiveSource, unmet: Sequence[str]) -> None:
    for sentence in unmet:
        _log.warning("the camera does not do all that is wished, %s: %s", source, sentence)
