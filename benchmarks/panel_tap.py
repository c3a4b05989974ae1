"""From a tap on the guard's panel to its answer on the screen, on a new ledger and one of two million events.

The real window is drawn in memory at both sizes, with the real thread and the real ledger behind it. A guard
lets somebody in, takes it back, counts somebody out and takes that back, over and over; the two ledgers take
turns. Time runs from the finger's release until the window that shows the answer is drawn, which is after the
commit. How long opening a page takes is measured too: it asks nobody.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections import deque
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.ledger import large_ledger, next_morning, open_ledger
from benchmarks.machine import machine
from kiosk.clock import new_name
from kiosk.core.guard_view import Answered, Recorded, SignedInAs
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.gate.guard_post import GuardPost
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ui.panel.tile import BOUNCE_MS, SETTLE_MS, Tile
from kiosk.ui.panel.window import PanelWindow
from kiosk.workers.staff import StaffWorker
from tests.building import BENEFITS, EMERGENCY, MAIN_DOOR, an_office

GOAL_MS = 100.0
FLAT = 1.2
WARMING_UP = 3
SIZES = ((1280, 800), (1920, 1080))
_PIN = Pin("271828")
_PATIENCE_SECONDS = 10.0
# One guard after another: the names are new at each run, so that a kept ledger can be used again.
_NAME_LENGTH = 12


class Panel:
    """The panel of a door on the ledger in a folder, with a guard signed in."""

    def __init__(self, name: str, folder: Path, size: tuple[int, int]) -> None:
        self.name = f"{name}, {size[0]}x{size[1]}"
        self.taps: list[float] = []
        self.pages: list[float] = []
        office = an_office()
        with_ledger = open_ledger(folder)
        self.events = with_ledger.health().events
        self._now = next_morning(with_ledger.house())
        key = with_ledger.pin_key(folder / "pins.key")
        admin, guard = (StaffId(f"{role}{new_name()[-_NAME_LENGTH:]}") for role in "ag")
        known = [each.id for each in with_ledger.staff() if each.role is Role.ADMIN]
        by = known[0] if known else None
        if by is None:
            add_member(
                with_ledger, key, Newcomer(admin, "", Role.ADMIN), Credentials(_PIN, None), None, self._now
            )
            by = admin
        add_member(
            with_ledger, key, Newcomer(guard, "", Role.SECURITY), Credentials(_PIN, None), by, self._now
        )
        with_ledger.close()
        door = office.doors[MAIN_DOOR]
        self._window = PanelWindow(office, door, px_per_mm=3.78, clock=lambda: self._now)
        self._worker = StaffWorker(
            lambda: GuardPost(
                office,
                door,
                lambda: open_ledger(folder),
                lambda ledger: ledger.pin_key(folder / "pins.key"),
                folder,
            ),
            lambda: self._now,
        )
        self._window.ordered.connect(self._worker.carry_out)
        self._window.touched.connect(self._worker.touched)
        self._worker.viewed.connect(self._window.show_view)
        self._worker.answered.connect(self._window.show_answered)
        self._worker.signed_in.connect(self._window.show_signed_in)
        # After the window's own slots: when one of these has a value, the window was told.
        self._answered: deque[object] = deque()
        self._signed_in: deque[object] = deque()
        self._worker.answered.connect(self._answered.append)
        self._worker.signed_in.connect(self._signed_in.append)
        self._window.resize(*size)
        self._window.show()
        self._worker.start()
        self._worker.sign_in(guard, _PIN)
        answer = self._next(self._signed_in)
        if not isinstance(answer, SignedInAs):
            raise TypeError(f"the guard was not signed in: {answer}")

    def stop(self) -> None:
        """End the thread and the window."""
        self._worker.stop()
        self._window.end()

    def go_round(self) -> None:
        """Let somebody in and take it back, count somebody out and take that back."""
        self._open("without_letter")
        for tile in (f"reason:{EMERGENCY}", "undo_last", f"left:{BENEFITS}", "undo_last"):
            self._act(tile)

    def _open(self, tile: str) -> None:
        began = self._tap(tile)
        QApplication.processEvents()
        self.pages.append(1e3 * (perf_counter() - began))

    def _act(self, tile: str) -> None:
        began = self._tap(tile)
        answered = self._next(self._answered)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.taps.append(1e3 * (perf_counter() - began))
        if not isinstance(answered, Answered) or not isinstance(answered.result, Recorded):
            raise TypeError(f"the tap on {tile} was not recorded: {answered}")

    def _tap(self, name: str) -> float:
        """Tap a tile, and return when the finger was up again."""
        self._now += timedelta(seconds=1)
        # Sooner no tile would take it, least of all one that came with the last answer.
        QTest.qWait(max(BOUNCE_MS, SETTLE_MS) + 50)
        tile = next(
            each for each in self._window.findChildren(Tile, name) if each.isVisible() and each.isEnabled()
        )
        QTest.mousePress(tile, Qt.MouseButton.LeftButton)
        began = perf_counter()
        QTest.mouseRelease(tile, Qt.MouseButton.LeftButton)
        return began

    def _next(self, heard: deque[object]) -> object:
        """Wait for the next value of a signal, which may have come already."""
        until = perf_counter() + _PATIENCE_SECONDS
        while not heard:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if perf_counter() > until:
                raise TimeoutError("the panel has not answered")
        return heard.popleft()


def report(panels: Sequence[Panel]) -> None:
    """Print what the taps took."""
    for panel in panels:
        taps, pages = (sorted(each) for each in (panel.taps, panel.pages))
        p99 = statistics.quantiles(taps, n=100, method="inclusive")[98]
        print(
            f"{panel.name:<28} {panel.events:>9,} events: {len(taps)} taps, drawn after "
            f"{statistics.median(taps):.1f} ms, p99 {p99:.0f} (goal {GOAL_MS:.0f}), longest {taps[-1]:.0f}; "
            f"page opened after {statistics.median(pages):4.1f} ms, longest {pages[-1]:4.1f} ms"
        )


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=60, help="of four acts each, for each ledger and size")
    parser.add_argument("--events", type=int, default=2_000_000, help="how many the large ledger holds")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()), help="on the disk to measure"
    )
    wishes = parser.parse_args()
    application = QApplication([])
    large = large_ledger(wishes.folder, wishes.events)
    new = Path(tempfile.mkdtemp(dir=wishes.folder))
    print(machine())
    try:
        for size in SIZES:
            panels = [Panel("new ledger", new, size), Panel("large ledger", large, size)]
            for turn in range(WARMING_UP + wishes.rounds):
                for panel in panels:
                    panel.go_round()
                    if turn < WARMING_UP:
                        panel.taps.clear()
                        panel.pages.clear()
            for panel in panels:
                panel.stop()
            report(panels)
            one, other = (statistics.median(panel.taps) for panel in panels)
            print(f"large against new: x {other / one:.2f} (flat is up to {FLAT})")
    finally:
        shutil.rmtree(new, ignore_errors=True)
        application.quit()


if __name__ == "__main__":
    main()
