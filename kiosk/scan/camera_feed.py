"""From a camera to the newest frame: the loop that a thread runs, and the slot that it fills."""

import logging
import time
from collections.abc import Callable
from threading import Condition, Event, Lock

from kiosk.scan.camera import Camera, CameraError
from kiosk.scan.camera_watch import CameraState, CameraWatch, Patience
from kiosk.scan.frame import Frame, Image

_log = logging.getLogger(__name__)


class NewestFrame:
    """A slot for one frame between camera and decoder: a slow taker gets the newest, never a queue."""

    def __init__(self) -> None:
        """Empty at first."""
        self._filled = Condition()
        self._frame: Frame | None = None

    def put(self, frame: Frame) -> None:
        """Lay the frame in the slot, in place of one that nobody took."""
        with self._filled:
            self._frame = frame
            self._filled.notify()

    def take(self, timeout: float) -> Frame | None:
        """The frame in the slot, which is empty afterwards; None if none came within `timeout` seconds."""
        with self._filled:
            self._filled.wait_for(lambda: self._frame is not None, timeout)
            frame, self._frame = self._frame, None
            return frame


class CameraFeed:
    """Opens a camera, reads it, notices when it fails, and opens it again, until told to stop.

    `run` belongs to one thread. `state` and `error` may be asked from any other: a `read()` that hangs
    cannot report itself, so a timer of the program asks.
    """

    def __init__(
        self,
        open_source: Callable[[], Camera],
        *,
        name: str = "the camera",
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`open_source` opens the camera or raises CameraError; `clock` gives monotonic seconds.

        `name` is what the log calls the camera.
        """
        self._open_source = open_source
        self._name = name
        self._clock = clock
        self._lock = Lock()
        self._watch = CameraWatch(patience)
        self._told: CameraState | None = None
        self._error: CameraError | None = None
        self._frames = 0

    def state(self) -> CameraState:
        """The camera's state at this moment."""
        with self._lock:
            return self._watch.state(self._clock())

    @property
    def error(self) -> CameraError | None:
        """Why the camera could not be opened or read the last time, if known; None once it is open."""
        with self._lock:
            return self._error

    def run(
        self, stop: Event, on_frame: Callable[[Frame], None], on_state: Callable[[CameraState], None]
    ) -> None:
        """Read until `stop` is set or the film is over. Both callbacks are called in this thread.

        Ends within the camera's own time limit for one read (about 2 s when a device hangs, else one
        frame), and has closed the camera when it returns.
        """
        self._tell(on_state)
        while not stop.is_set() and not self._is_over():
            self._read_until_it_fails(stop, on_frame, on_state)
            self._tell(on_state)
            self._wait_for_retry(stop)

    def _read_until_it_fails(
        self, stop: Event, on_frame: Callable[[Frame], None], on_state: Callable[[CameraState], None]
    ) -> None:
        with self._lock:
            self._watch.opening(self._clock())
        try:
            camera = self._open_source()
        except Exception as error:  # noqa: BLE001 - drivers fail in their own ways, and the thread has to go on
            self._note_failure(_named(error))
            return
        with self._lock:
            self._error = None
        try:
            while not stop.is_set() and (image := self._read(camera)) is not None:
                self._tell(on_state)
                self._frames += 1
                on_frame(Frame(image, self._clock(), self._frames))
        finally:
            camera.close()

    def _read(self, camera: Camera) -> Image | None:
        """The next picture; or None, after noting why there is none."""
        try:
            image = camera.read()
        except Exception as error:  # noqa: BLE001 - as above
            self._note_failure(_named(error))
            return None
        if image is None and not camera.finished:
            self._note_failure(None)
            return None
        with self._lock:
            if image is None:
                self._watch.finished()
            else:
                self._watch.frame_came(self._clock())
        return image

    def _note_failure(self, error: CameraError | None) -> None:
        with self._lock:
            self._error = error
            self._watch.failed(self._clock())

    def _wait_for_retry(self, stop: Event) -> None:
        with self._lock:
            retry_at = self._watch.retry_at
            delay = 0.0 if retry_at is None else retry_at - self._clock()
        if delay > 0:
            stop.wait(delay)

    def _is_over(self) -> bool:
        with self._lock:
            return self._watch.state(self._clock()) is CameraState.FINISHED

    def _tell(self, on_state: Callable[[CameraState], None]) -> None:
        state = self.state()
        if state is not self._told:
            if state is CameraState.LOST:
                _log.warning(
                    "%s is lost, and is tried again until it is there: %s",
                    self._name,
                    self.error or "no picture came",
                )
            elif self._told is CameraState.LOST:
                _log.info("%s is there again", self._name)
            self._told = state
            on_state(state)


def _named(error: Exception) -> CameraError:
    """Return the error of a camera as one that says what is wrong."""
    if isinstance(error, CameraError):
        return error
    return CameraError(
        "The camera failed", f"{type(error).__name__}: {error}", "Take another if it stays so."
    )
