"""How late a timer of 10 ms is in the window's thread, while letters are scanned and the camera is shown.

The real program runs without a display, at both sizes of the screen, on the demo's office. Its camera replays
frames at 25 a second that were rendered beforehand, since a real camera renders nothing either; they come as
JPEG, as from a webcam, and are decoded in the camera's thread. Every beat of 10 ms counts, also those that
the timer left out because the thread was busy: of a pause of 40 ms, three beats are 10, 20 and 30 ms late.
The same timer is measured beside it in a thread that has nothing to do, and while letters come that are hard
to read or cannot be read: the reader then works for its whole budget, and the screen guides the hand. With
`--cameras 2` the door has two cameras, each of which shows other frames of the film.
"""

import argparse
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.hand import HeldUp, Trouble
from benchmarks.machine import machine
from kiosk.app.door_program import DoorParts, DoorProgram
from kiosk.clock import now_utc
from kiosk.core.office import DoorId
from kiosk.demo.day import Guest, Part
from kiosk.demo.stage import Stage, set_stage
from kiosk.gate.gate import Answer
from kiosk.letters.picture import letter_picture
from kiosk.scan.frame import Image, coloured
from kiosk.scan.opencv import cv2
from kiosk.scan.simulated_camera import SimulatedCamera
from kiosk.workers.cameras import CameraHere

GOAL_MS = 10.0
BEAT_MS = 10
SIZES = ((1280, 800), (1920, 1080))
_PER_SECOND = 25
_HOLD, _PAUSE = 1.3, 2.0
_DPI = 150
_JPEG_QUALITY = 92
_STRENGTHS = (0.6, 0.8, 1.0)
_SHOWN = range(8, 78)
_SETTLING_SECONDS = 3
_QUIET_SECONDS = 10
# Who comes, in turn: somebody leaves, somebody comes in, and somebody is told something else.
_PARTS = (
    Part.INSIDE,
    Part.ON_TIME,
    Part.TOO_EARLY,
    Part.ON_TIME,
    Part.INSIDE,
    Part.WRONG_DAY,
    Part.CANCELLED,
)


class Film:
    """A `Camera` that shows the same frames again and again, 25 a second."""

    def __init__(self, frames: Sequence[NDArray[np.uint8]]) -> None:
        """`frames` are JPEG files."""
        self._frames = itertools.cycle(frames)
        self._due = time.monotonic()
        self.finished = False

    def read(self) -> Image | None:
        """The next picture, when it is due."""
        self._due = max(self._due + 1 / _PER_SECOND, time.monotonic())
        time.sleep(max(0.0, self._due - time.monotonic()))
        return np.asarray(cv2.imdecode(next(self._frames), cv2.IMREAD_COLOR), dtype=np.uint8)

    def close(self) -> None:
        """Nothing has to be let go."""


class Beat(QObject):
    """A timer of 10 ms that notes how late each of its beats is, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    def begin(self) -> None:
        """Count from now on."""
        self.late.clear()
        self._last = perf_counter()

    def stop(self) -> None:
        """End the timer."""
        self._timer.stop()

    def _note(self) -> None:
        now = perf_counter()
        since = 1e3 * (now - self._last)
        self._last = now
        late = since - BEAT_MS
        self.late.append(max(late, 0.0))
        while (late := late - BEAT_MS) > 0:
            self.late.append(late)


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured at one size."""

    what: str
    late: list[float]
    answers: int


def guests_of(stage: Stage) -> list[Guest]:
    """Who comes to the door, in the order of `_PARTS`, until somebody of a part is missing."""
    waiting = {part: iter([guest for guest in stage.guests if guest.part is part]) for part in _PARTS}
    guests: list[Guest] = []
    for part in itertools.cycle(_PARTS):
        guest = next(waiting[part], None)
        if guest is None:
            return guests
        guests.append(guest)
    return guests


def film_of(stage: Stage, seconds: float) -> list[NDArray[np.uint8]]:
    """Render the visitors who come in `seconds`."""
    camera = SimulatedCamera(seed=2021, paced=False)
    frames: list[NDArray[np.uint8]] = []
    for guest in guests_of(stage):
        if len(frames) > seconds * _PER_SECOND:
            break
        page = letter_picture(stage.sent[guest.external_id].letter, _DPI)
        camera.show(page, hold_for=_HOLD, pause=_PAUSE)
        while camera.pages_left:
            _, frame = cv2.imencode(
                ".jpg", np.asarray(camera.read()), [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY]
            )
            frames.append(np.asarray(frame, dtype=np.uint8))
    return frames


def hard_film(seconds: float) -> list[NDArray[np.uint8]]:
    """Render letters of strangers, each with one trouble, ever harder."""
    frames: list[NDArray[np.uint8]] = []
    for seed, (strength, trouble) in enumerate(itertools.product(_STRENGTHS, Trouble)):
        if len(frames) > seconds * _PER_SECOND:
            break
        held = HeldUp(trouble, strength, seed)
        for number in _SHOWN:
            picture = coloured(held.frame(number))
            _, frame = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
            frames.append(np.asarray(frame, dtype=np.uint8))
    return frames


def wait(application: QApplication, seconds: float) -> None:
    """Let the event loop run."""
    QTimer.singleShot(round(1e3 * seconds), application.quit)
    application.exec()


def at_rest(application: QApplication) -> Result:
    """Measure the timer where nothing else happens."""
    beat = Beat()
    wait(application, 0.5)
    beat.begin()
    wait(application, _QUIET_SECONDS)
    beat.stop()
    return Result("nothing else", beat.late, 0)


def scanning(
    what: str,
    application: QApplication,
    stage: Stage,
    frames: Sequence[NDArray[np.uint8]],
    size: tuple[int, int],
    seconds: float,
    cameras: int,
) -> Result:
    """Measure the timer in the program at one size of the screen."""
    door = stage.office_file.office.doors[DoorId("haupteingang")]
    begins = [len(frames) * place // cameras for place in range(cameras)]
    here = tuple(
        CameraHere(f"from {begin}", partial(Film, [*frames[begin:], *frames[:begin]])) for begin in begins
    )
    program = DoorProgram(DoorParts(stage.office_file, door, here))
    program.screen.resize(*size)
    program.screen.show()
    answers: list[Answer] = []
    program.answered.connect(answers.append)
    program.start()
    beat = Beat()
    try:
        wait(application, _SETTLING_SECONDS)
        beat.begin()
        answers.clear()
        wait(application, seconds)
    finally:
        beat.stop()
        program.stop()
        program.screen.close()
    return Result(f"{what}, {size[0]} x {size[1]}", beat.late, len(answers))


def report(result: Result) -> None:
    """Print one row."""
    cuts = statistics.quantiles(result.late, n=1000, method="inclusive")
    figures = "".join(f" {cuts[place]:7.2f}" for place in (499, 949, 989, 998))
    print(f"{result.what:26} {len(result.late):7}{figures} {max(result.late):7.1f} {result.answers:7}")


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--seconds", type=float, default=60.0, help="for how long, at each size (default: 60)"
    )
    parser.add_argument("--cameras", type=int, default=1, help="at the door (default: 1)")
    wishes = parser.parse_args()
    seconds: float = wishes.seconds
    application = QApplication(["gui_timer", "-platform", "offscreen"])
    application.setQuitOnLastWindowClosed(False)
    print(machine())
    with tempfile.TemporaryDirectory(prefix="kiosk-benchmark-") as folder:
        stage = set_stage(Path(folder), now_utc(), lambda _: None)
        films = {"scanning": film_of(stage, seconds), "hard to read": hard_film(seconds)}
        results = [
            at_rest(application),
            *(
                scanning(what, application, stage, frames, size, seconds, wishes.cameras)
                for what, frames in films.items()
                for size in SIZES
            ),
        ]
    titles = "".join(f" {title:>7}" for title in ("beats", "p50", "p95", "p99", "p99.9", "max", "answers"))
    print(f"\n{'lateness, ms':26}{titles}")
    for result in results:
        report(result)
    print(f"the goal is a p99 under {GOAL_MS:.0f} ms")


if __name__ == "__main__":
    main()
