"""The threads of a camera: one reads it, one decodes what it saw."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from kiosk.clock import now_utc
from kiosk.core.test_letter import as_test_letter
from kiosk.scan.camera import Camera, CameraError
from kiosk.scan.camera_feed import CameraFeed, NewestFrame
from kiosk.scan.camera_watch import CameraState
from kiosk.scan.frame import Frame, Sighting
from kiosk.scan.one_by_one import OneByOne
from kiosk.scan.reader import Reader
from kiosk.scan.reading import Located, Reading

# How long the decoder waits for a frame before it looks whether it shall stop.
_POLL_SECONDS = 0.2
# A camera that hangs gives its thread back after two seconds; more is not waited for at the end.
_CAMERA_END_SECONDS = 4.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One frame, what was read in it, and what was found in it and not read."""

    frame: Frame
    sightings: tuple[Sighting, ...]
    unread: tuple[Located, ...] = ()


class CameraWorker(QObject):
    """Reads a camera and decodes its frames, always the newest.

    `seen` carries each text that was read and the monotonic second at which its frame was taken, for as long
    as the code is in view. `looked` tells that the first frame was decoded. The newest look is laid down for
    the screen, which takes it when it has time. The test letter is noted, and is not told as a text.
    """

    seen = Signal(str, float)
    looked = Signal()
    state_changed = Signal(object)

    def __init__(
        self,
        open_camera: Callable[[], Camera],
        clock: Callable[[], datetime] = now_utc,
        *,
        name: str = "the camera",
        turn: OneByOne | None = None,
    ) -> None:
        """`name` is what the log calls the camera; the decoders of several at one door share a `turn`."""
        super().__init__()
        self._clock = clock
        self._name = name
        self._turn = turn or OneByOne()
        self._last_read_at: datetime | None = None
        self._test_read_at: datetime | None = None
        self._feed = CameraFeed(open_camera, name=name)
        self._newest = NewestFrame()
        self._newest_look: Look | None = None
        self._decoder_failed = False
        self._stop = Event()
        # A device driver may hang for good: its thread must not keep the program from ending.
        self._camera_thread = Thread(target=self._read_camera, name="camera", daemon=True)
        self._decoder_thread = Thread(target=self._decode, name="decoder")

    def start(self) -> None:
        """Start both threads."""
        self._decoder_thread.start()
        self._camera_thread.start()

    def end_soon(self) -> None:
        """Let both threads end, without waiting for them."""
        self._stop.set()

    def stop(self) -> None:
        """End both threads and wait for them; a camera that hangs is left behind, and the log says so."""
        self.end_soon()
        self._decoder_thread.join()
        self._camera_thread.join(_CAMERA_END_SECONDS)
        if self._camera_thread.is_alive():
            _log.warning("%s did not answer while the program ended; its thread was left behind", self._name)

    def state(self) -> CameraState:
        """Return the camera's state now; may be asked by any thread."""
        return self._feed.state()

    @property
    def error(self) -> CameraError | None:
        """Why the camera is lost, as far as is known; may be asked by any thread, as the two below."""
        return self._feed.error

    @property
    def last_read_at(self) -> datetime | None:
        """When a QR code was read for the last time, be it anybody's: until then the camera's way worked."""
        return self._last_read_at

    @property
    def test_read_at(self) -> datetime | None:
        """When the test letter was read for the last time."""
        return self._test_read_at

    def take_look(self) -> Look | None:
        """Return the newest look that was not taken yet."""
        look, self._newest_look = self._newest_look, None
        return look

    def _read_camera(self) -> None:
        self._feed.run(self._stop, self._newest.put, self.state_changed.emit)

    def _decode(self) -> None:
        reader = Reader()
        has_looked = False
        while not self._stop.is_set():
            frame = self._newest.take(_POLL_SECONDS)
            if frame is None:
                continue
            with self._turn:
                # While another camera's frame was decoded, a newer one may have come.
                frame = self._newest.take(0) or frame
                reading = self._read(reader, frame)
            for sighting in reading.sightings:
                self._tell(sighting.text, frame.taken_at)
            self._newest_look = Look(frame, reading.sightings, reading.unread)
            if not has_looked:
                has_looked = True
                self.looked.emit()

    def _tell(self, text: str, at: float) -> None:
        self._last_read_at = self._clock()
        if as_test_letter(text) is None:
            self.seen.emit(text, at)
        else:
            self._test_read_at = self._last_read_at

    def _read(self, reader: Reader, frame: Frame) -> Reading:
        try:
            return reader.read(frame)
        except Exception:  # noqa: BLE001 - one picture that no decoder was made for must not blind the door
            if not self._decoder_failed:
                _log.exception("a picture of the shape %s could not be looked at", frame.image.shape)
            self._decoder_failed = True
            return Reading()
