"""The cameras of a door as one: whichever sees a letter, and as long as one of them lives."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.clock import now_utc
from kiosk.scan.camera import Camera
from kiosk.scan.camera_watch import CameraState
from kiosk.scan.one_by_one import OneByOne
from kiosk.scan.reading import Reading
from kiosk.scan.shown_camera import ShownCamera
from kiosk.workers.camera import CameraWorker, Look

_IN_TROUBLE = frozenset({CameraState.STALLED, CameraState.LOST})


@dataclass(frozen=True, slots=True)
class CameraHere:
    """A camera of this door: what the log calls it, and how it is opened."""

    name: str
    open: Callable[[], Camera]


class Cameras(QObject):
    """Reads all cameras of one door, none or several, from `start` to `stop`.

    `seen` and `looked` are those of its cameras (see CameraWorker), in the threads of their decoders. One
    decodes at a time, so that decoding takes one core at most, and the screen has the other.
    """

    seen = Signal(str, float)
    looked = Signal()

    def __init__(self, cameras: Sequence[CameraHere], clock: Callable[[], datetime] = now_utc) -> None:
        super().__init__()
        turn = OneByOne()
        self._workers = tuple(CameraWorker(each.open, clock, name=each.name, turn=turn) for each in cameras)
        self._shown = ShownCamera(len(self._workers))
        self._down: set[int] = set()
        for worker in self._workers:
            worker.seen.connect(self.seen, Qt.ConnectionType.DirectConnection)
            worker.looked.connect(self.looked, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Start all threads."""
        for worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """End all threads and wait for them; cameras that hang are left behind."""
        for worker in self._workers:
            worker.end_soon()
        for worker in self._workers:
            worker.stop()

    def states(self) -> tuple[CameraState, ...]:
        """Return how each camera is now; may be asked by any thread, as the two below."""
        return tuple(worker.state() for worker in self._workers)

    @property
    def last_read_at(self) -> datetime | None:
        """When one of them read a QR code for the last time."""
        return max((at for worker in self._workers if (at := worker.last_read_at)), default=None)

    @property
    def test_read_at(self) -> datetime | None:
        """Since when all of them have read the test letter; None as long as one has not, or there is none."""
        times = [at for worker in self._workers if (at := worker.test_read_at)]
        return min(times) if times and len(times) == len(self._workers) else None

    def are_in_trouble(self) -> bool:
        """Say whether none of them gives pictures. Asked by one thread, about twice a second.

        One that is opened again counts as lost until its first picture comes, not only while nobody tries.
        """
        states = self.states()
        for camera, state in enumerate(states):
            if state in _IN_TROUBLE:
                self._down.add(camera)
            elif state is not CameraState.OPENING:
                self._down.discard(camera)
        waited_for = [camera for camera, state in enumerate(states) if state is not CameraState.FINISHED]
        return bool(waited_for) and self._down.issuperset(waited_for)

    def take_look(self) -> Look | None:
        """Return the newest look of the camera that is to be shown, if it was not taken yet."""
        looks = [worker.take_look() for worker in self._workers]
        for camera, look in enumerate(looks):
            if look is not None:
                self._shown.saw(camera, Reading(look.sightings, look.unread), look.frame.taken_at)
        if not looks:
            return None
        lives = [state is CameraState.LIVE for state in self.states()]
        return looks[self._shown.choose(lives, time.monotonic())]
