"""The threads of a door, and how they end: one reads the camera, one decodes, one speaks to the ledger.

Each worker is a thread around plain functions. What they find comes to the windows as Qt signals, which Qt
carries into the GUI's thread. Whoever starts a worker stops it, and `stop` waits until the thread has ended.
"""

import gc
import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import TypeAlias, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.core.ids import EventId
from kiosk.core.verdict import OUT_OF_SERVICE
from kiosk.gate.gate import Answer, Gate, Trouble
from kiosk.gate.passing_time import ClockError
from kiosk.ledger.errors import LedgerError
from kiosk.scan.camera import Camera
from kiosk.scan.camera_feed import CameraFeed, NewestFrame
from kiosk.scan.camera_watch import CameraState
from kiosk.scan.decode import Reader
from kiosk.scan.frame import Frame, Sighting
from kiosk.scan.presence import new_scan_id
from kiosk.scan.reading import Located, Reading
from kiosk.scan.turns import READING_SECONDS, Turn, Turns

# How long a worker waits for something to do before it looks whether it shall stop.
_POLL_SECONDS = 0.2
# How often the passing of time is looked at: kept places that lapse, a new day, what other doors did.
_TICK_SECONDS = 1.0
# A camera that hangs gives its thread back after two seconds; more is not waited for at the end.
_CAMERA_END_SECONDS = 4.0

_SWEEP_INTERVAL_MS = 10_000

_log = logging.getLogger(__name__)

Clock: TypeAlias = Callable[[], datetime]


class Sweeper(QObject):
    """Clears away Python's leftovers in the GUI's thread alone, from `start` to `stop`.

    Python does that in whatever thread needs memory at the moment. A window or a timer of Qt among the
    leftovers would then be destroyed in a thread that is not its own, which ends the program.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_SWEEP_INTERVAL_MS)
        self._timer.timeout.connect(gc.collect)

    def start(self) -> None:
        """Clear away from now on; what is there already is taken to stay, so that each turn is short."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Let Python do it again, once the threads have ended."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


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
    the screen, which takes it when it has time.
    """

    seen = Signal(str, float)
    looked = Signal()
    state_changed = Signal(object)

    def __init__(self, open_camera: Callable[[], Camera]) -> None:
        super().__init__()
        self._feed = CameraFeed(open_camera)
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

    def stop(self) -> None:
        """End both threads and wait for them; a camera that hangs is left behind, and the log says so."""
        self._stop.set()
        self._decoder_thread.join()
        self._camera_thread.join(_CAMERA_END_SECONDS)
        if self._camera_thread.is_alive():
            _log.warning("the camera did not answer while the program ended; its thread was left behind")

    def state(self) -> CameraState:
        """Return the camera's state now; may be asked by any thread."""
        return self._feed.state()

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
            reading = self._read(reader, frame)
            for sighting in reading.sightings:
                self.seen.emit(sighting.text, frame.taken_at)
            self._newest_look = Look(frame, reading.sightings, reading.unread)
            if not has_looked:
                has_looked = True
                self.looked.emit()

    def _read(self, reader: Reader, frame: Frame) -> Reading:
        try:
            return reader.read(frame)
        except Exception:  # noqa: BLE001 - one picture that no decoder was made for must not blind the door
            if not self._decoder_failed:
                _log.exception("a picture of the shape %s could not be looked at", frame.image.shape)
            self._decoder_failed = True
            return Reading()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A text is in view; most often the one that was there a moment ago."""

    text: str
    at: float


@dataclass(frozen=True, slots=True)
class _Typed:
    """A visitor typed a short code and sent it."""

    text: str


@dataclass(frozen=True, slots=True)
class _Stop:
    pass


_Job: TypeAlias = _Seen | _Typed | _Stop


class GateWorker(QObject):
    """Serialises all that touches the ledger in one thread, from the text in view to the committed answer.

    `reading` says that a physical scan has begun, `answered` carries its Answer. `ticked` carries the House
    after the time's own work, about once a second, and `troubled` a Trouble, or None when it is over.
    """

    reading = Signal()
    answered = Signal(object)
    ticked = Signal(object)
    troubled = Signal(object)

    def __init__(
        self,
        open_gate: Callable[[], Gate],
        close_gate: Callable[[], None],
        clock: Clock,
        *,
        reading_seconds: float = READING_SECONDS,
    ) -> None:
        """`open_gate` opens ledger and gate; while it raises LedgerError or ClockError, it is tried again.

        `reading_seconds` is how long the next scan waits after an answer that let somebody in or out.
        """
        super().__init__()
        self._open_gate = open_gate
        self._close_gate = close_gate
        self._clock = clock
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._turns = Turns(reading_seconds)
        self._gate: Gate | None = None
        self._trouble: Trouble | None = None
        self._thread = Thread(target=self._run, name="gate")

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Answer what was asked already, then end the thread and wait for it."""
        self._jobs.put(_Stop())
        self._thread.join()

    def see(self, text: str, at: float) -> None:
        """Tell that `text` is in view at the monotonic second `at`; one physical scan is answered once.

        Where the last answer let somebody in or out, the next waits until that can have been read.
        """
        self._jobs.put(_Seen(text, at))

    def take_typed(self, text: str) -> None:
        """Have a short code answered that a visitor typed and sent."""
        self._jobs.put(_Typed(text))

    def _run(self) -> None:
        next_tick = time.monotonic()
        try:
            while True:
                next_turn = self._turns.next_at
                job = self._next_job(next_tick if next_turn is None else min(next_tick, next_turn))
                match job:
                    case _Stop():
                        for turn in self._turns.rest():
                            self._take(turn)
                        return
                    case _Seen(text=text, at=at):
                        self._turns.see(text, at)
                    case _Typed(text=text):
                        self._answer(text, EventId(new_scan_id()))
                    case None:
                        if time.monotonic() >= next_tick:
                            self._tick()
                            next_tick = time.monotonic() + _TICK_SECONDS
                    case _ as never:
                        assert_never(never)
                turn_now = self._turns.take(time.monotonic())
                if turn_now is not None:
                    self._take(turn_now)
        finally:
            self._close_gate()

    def _next_job(self, until: float) -> _Job | None:
        try:
            return self._jobs.get(timeout=max(until - time.monotonic(), 0.0))
        except queue.Empty:
            return None

    def _take(self, turn: Turn) -> None:
        self._answer(turn.text, EventId(turn.scan), turn.away)

    def _answer(self, shown: str, scan: EventId, away: timedelta | None = None) -> None:
        self.reading.emit()
        gate = self._opened_gate()
        if gate is None:
            self.answered.emit(Answer(OUT_OF_SERVICE, None, self._trouble))
            return
        try:
            answer = gate.scan(shown, scan, self._clock(), away)
        except Exception:  # noqa: BLE001 - a fault of the program: the next letter is answered all the same
            _log.exception("the staff is asked, since the program failed")
            answer = Answer(OUT_OF_SERVICE, None, Trouble.PROGRAM)
        self._turns.answered(shown, answer.verdict.reason, time.monotonic())
        self._tell(answer.trouble)
        self.answered.emit(answer)

    def _tick(self) -> None:
        gate = self._opened_gate()
        if gate is None:
            return
        try:
            house = gate.tick(self._clock())
        except ClockError as error:
            self._tell(Trouble.CLOCK, error)
        except LedgerError as error:
            self._tell(Trouble.LEDGER, error)
        except Exception as error:  # noqa: BLE001 - as above: the door goes on, and says what is wrong
            self._tell(Trouble.PROGRAM, error)
        else:
            self._tell(None)
            self.ticked.emit(house)

    def _opened_gate(self) -> Gate | None:
        if self._gate is None:
            try:
                self._gate = self._open_gate()
            except LedgerError as error:
                self._tell(Trouble.LEDGER, error)
            except ClockError as error:
                self._tell(Trouble.CLOCK, error)
            except Exception as error:  # noqa: BLE001 - a door that nothing can open says so, and is tried again
                self._tell(Trouble.PROGRAM, error)
        return self._gate

    def _tell(self, trouble: Trouble | None, error: Exception | None = None) -> None:
        if trouble is self._trouble:
            return
        if error is not None:
            trace = error if trouble is Trouble.PROGRAM else None
            _log.error("the door asks the staff: %s", error, exc_info=trace)
        if trouble is None:
            _log.info("the door answers again")
        self._trouble = trouble
        self.troubled.emit(trouble)
