"""From the camera's frame to the committed verdict, through the program's own workers, without a window.

Letters are held before the simulated camera; the frames are rendered beforehand and come at 25 a second. Two
doors take turns, one on a new ledger and one on a ledger with two million events (made once by
benchmarks/ledger.py, and kept). Time runs from the moment at which the frame that was read is handed to the
decoder until the answer is told, which is after the commit. The visitors come in and leave again, about a
dozen are always inside; each letter is another one.
"""

import argparse
import queue
import secrets
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import new_name

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from benchmarks.ledger import BETWEEN_VISITORS, large_ledger, next_morning, open_ledger
from benchmarks.machine import machine
from kiosk.core.appointment import Appointment
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Answer, Gate
from kiosk.letters.letter import Letter
from kiosk.letters.picture import letter_picture
from kiosk.scan.frame import Image
from kiosk.scan.simulated_camera import SimulatedCamera
from kiosk.workers.camera import CameraWorker
from kiosk.workers.gate import GateWorker
from tests.building import MAIN_DOOR, an_appointment, an_office, habits

GOAL_MS = 33.0
FLAT = 1.2
INSIDE = 12
WARMING_UP = 20
_FRAME_SECONDS = 1 / 25
_ANSWER_SECONDS = 2.0
_ARRIVED, _GONE = 0.7, 1.6
_DPI = 150


class Replay:
    """A `Camera` that gives the pictures of its queue, 25 a second, and otherwise waits for more."""

    def __init__(self) -> None:
        self._pictures: queue.SimpleQueue[Image | None] = queue.SimpleQueue()
        self.finished = False

    def show(self, pictures: Sequence[Image]) -> None:
        """Give these after those that wait already."""
        for picture in pictures:
            self._pictures.put(picture)

    def forget(self) -> None:
        """Give none of those that still wait."""
        while not self._pictures.empty():
            self._pictures.get()

    def read(self) -> Image | None:
        """The next picture; None after `close`."""
        time.sleep(_FRAME_SECONDS)
        picture = self._pictures.get()
        self.finished = picture is None
        return picture

    def close(self) -> None:
        """No more pictures."""
        self._pictures.put(None)


@dataclass(frozen=True, slots=True, eq=False)
class HeldUp:
    """A letter and its pictures while it is held before the camera; the first one shows the empty foyer."""

    appointment: Appointment
    code: Code
    pictures: tuple[Image, ...]


class Door:
    """One door of the program on the ledger in a folder, with a clock of its own day."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.milliseconds: list[float] = []
        self.unread = 0
        self._ledger = open_ledger(folder)
        self.events = self._ledger.health().events
        # Visits of minutes take seconds here: a letter that comes back so soon is a new scan all the same.
        self._office = an_office(custom=habits(same_scan=0))
        self._now = next_morning(self._ledger.house())
        self._answers: queue.SimpleQueue[tuple[Answer, float]] = queue.SimpleQueue()
        self._seen_at: dict[str, float] = {}
        self._camera = Replay()
        self._camera_worker = CameraWorker(lambda: self._camera)
        # Nobody reads the answers here: the next letter does not wait for that.
        self._gate_worker = GateWorker(self._gate, self._ledger.close, lambda: self._now, reading_seconds=0.0)
        direct = Qt.ConnectionType.DirectConnection
        self._camera_worker.seen.connect(self._note, direct)
        self._camera_worker.seen.connect(self._gate_worker.see, direct)
        self._gate_worker.answered.connect(
            lambda answer: self._answers.put((answer, time.monotonic())), direct
        )
        self._gate_worker.start()
        self._camera_worker.start()

    def stop(self) -> None:
        """End both workers."""
        self._camera.close()
        self._camera_worker.stop()
        self._gate_worker.stop()

    def expect(self, held: HeldUp) -> None:
        """Give the letter's appointment a time that is now, and let the letter be known."""
        now = an_appointment(held.appointment.id, self._now)
        self._ledger.apply(AppointmentChanges(new=(now,)))
        self._ledger.issue_letters([(now, held.code)], self._now)

    def scan(self, held: HeldUp, pictures: Sequence[Image]) -> Reason | None:
        """Hold the letter up; return what its visitor was told, or None if no picture of it was read."""
        self._now += BETWEEN_VISITORS / 2
        self._seen_at.clear()
        self._camera.show(pictures)
        try:
            answer, at = self._answers.get(timeout=_ANSWER_SECONDS)
        except queue.Empty:
            self.unread += 1
            return None
        finally:
            self._camera.forget()
        self.milliseconds.append(1e3 * (at - self._seen_at[held.code.text]))
        return answer.verdict.reason

    def _gate(self) -> Gate:
        return Gate(self._office, self._office.doors[MAIN_DOOR], self._ledger, TryLimit())

    def _note(self, text: str, taken_at: float) -> None:
        self._seen_at.setdefault(text, taken_at)


class Foyer:
    """Renders letters as people hold them, one after another."""

    def __init__(self) -> None:
        self._camera = SimulatedCamera(seed=2021, paced=False)
        self._office = an_office()

    def next_letter(self) -> HeldUp:
        """Draw a letter of a new appointment and hold it up."""
        appointment, code = an_appointment(new_name()), Code(secrets.randbits(CODE_BITS))
        letter = Letter(self._office, appointment, code, written_on=appointment.starts_at.date())
        empty = self._picture()
        self._camera.show(letter_picture(letter, _DPI), hold_for=_GONE - _ARRIVED - 0.5, pause=0.0)
        pictures = []
        while self._camera.pages_left:
            pictures.append(self._picture())
        first, last = (round(seconds / _FRAME_SECONDS) for seconds in (_ARRIVED + 0.1, _GONE - 0.5))
        return HeldUp(appointment, code, (empty, *pictures[first:last]))

    def _picture(self) -> Image:
        picture = self._camera.read()
        if picture is None:
            raise RuntimeError("the simulated camera has ended")
        return picture


def run(doors: Sequence[Door], scans: int) -> None:
    """Let visitors come and go at all doors in turn until each has answered as many scans."""
    foyer = Foyer()
    inside: deque[HeldUp] = deque()
    for number in range(scans + WARMING_UP):
        if number == WARMING_UP:
            for door in doors:
                door.milliseconds.clear()
        leaving = len(inside) > INSIDE
        held = inside.popleft() if leaving else foyer.next_letter()
        told = set()
        for door in doors if number % 2 else reversed(doors):
            if not leaving:
                door.expect(held)
            told.add(door.scan(held, held.pictures))
        expected = Reason.LEFT if leaving else Reason.ADMITTED
        if told - {expected, None}:
            raise RuntimeError(f"a visitor was told {told} in place of {expected}")
        if not leaving and None not in told:
            inside.append(held)
        print(f"\r{number + 1} of {scans + WARMING_UP} scans", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def report(door: Door) -> None:
    """Print the door's row."""
    cuts = statistics.quantiles(door.milliseconds, n=100, method="inclusive")
    print(
        f"{door.name:24} {len(door.milliseconds):7} {cuts[49]:7.1f} {cuts[94]:7.1f} {cuts[98]:7.1f} "
        f"{max(door.milliseconds):7.1f} {door.unread:7}"
    )


def main() -> None:
    """Measure both doors and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scans", type=int, default=300, help="how many are measured at each door")
    parser.add_argument("--events", type=int, default=2_000_000, help="how many the large ledger holds")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()), help="on the disk to measure"
    )
    arguments = parser.parse_args()
    application = QGuiApplication(["scan_to_verdict", "-platform", "offscreen"])
    large = large_ledger(arguments.folder, arguments.events)
    print(machine())
    with tempfile.TemporaryDirectory(prefix="kiosk-benchmark-", dir=arguments.folder) as folder:
        doors = [Door("new ledger", Path(folder)), Door(f"{arguments.events:,} events", large)]
        try:
            run(doors, arguments.scans)
        finally:
            for door in doors:
                door.stop()
    titles = "".join(f" {title:>7}" for title in ("scans", "p50", "p95", "p99", "max", "unread"))
    print(f"\n{'frame to verdict, ms':24}{titles}")
    for door in doors:
        report(door)
    new, old = (statistics.median(door.milliseconds) for door in doors)
    print(
        f"the goal is a p99 under {GOAL_MS:.0f} ms; large against new (p50): x {old / new:.2f}, goal {FLAT}"
    )
    application.quit()


if __name__ == "__main__":
    main()
