"""The threads of a door: what is told when, what is retried, and how everything ends."""

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.events import Entered
from kiosk.core.ids import EventId
from kiosk.core.occupancy import House
from kiosk.core.test_letter import TEST_LETTER
from kiosk.core.tries import TryLimit
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import Reason
from kiosk.gate.door_acts import confirm_clock
from kiosk.gate.gate import Answer, Gate
from kiosk.ledger import database
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.scan.camera import Camera, CameraError, open_camera
from kiosk.scan.camera_watch import CameraState
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2
from kiosk.workers import camera as camera_worker
from kiosk.workers import gate as gate_worker
from kiosk.workers.camera import CameraWorker
from kiosk.workers.gate import GateWorker
from tests.building import MAIN_DOOR, a_cap, an_appointment, an_office, at
from tests.patience import PATIENCE_MS
from tests.taps import a_tap
from tests.unit.scan.pictures import CODE, OTHER_CODE, letter

TEN = at("10:00")


class Door:
    """A gate worker on a real ledger, with letters; what it tells is noted in the thread that tells it."""

    def __init__(self, folder: Path) -> None:
        self.url, self.key = f"sqlite:///{folder / 'ledger.sqlite'}", folder / "key"
        self.file = folder / "ledger.sqlite"
        self.office = an_office(caps=[a_cap(2)])
        self.now = TEN
        self.answers: list[Answer] = []
        self.houses: list[House] = []
        self.troubles: list[Trouble | None] = []
        self.readings: list[None] = []
        self.open_gate: Callable[[], Gate] = self._open
        self.opened: list[Ledger] = []
        self.worker = self.new_worker(reading_seconds=0.0)
        self._names = count(1)

    def new_worker(self, reading_seconds: float) -> GateWorker:
        worker = GateWorker(
            self._open_somehow, self._close, lambda: self.now, reading_seconds=reading_seconds
        )
        direct = Qt.ConnectionType.DirectConnection
        worker.answered.connect(self.answers.append, direct)
        worker.ticked.connect(self.houses.append, direct)
        worker.troubled.connect(self.troubles.append, direct)
        worker.reading.connect(lambda: self.readings.append(None), direct)
        return worker

    def _open_somehow(self) -> Gate:
        return self.open_gate()

    def _open(self) -> Gate:
        self.opened.append(Ledger.open(self.url, self.key))
        return Gate(self.office, self.office.doors[MAIN_DOOR], self.opened[-1], TryLimit())

    def _close(self) -> None:
        for ledger in self.opened:
            ledger.close()

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        with closing(Ledger.open(self.url, self.key)) as ledger:
            yield ledger

    def invite(self, party: int = 1, starts_at: datetime = TEN) -> Code:
        number = next(self._names)
        appointment = an_appointment(f"guest {number}", starts_at, party=party)
        with self.ledger() as ledger:
            ledger.apply(AppointmentChanges(new=(appointment,)))
            ledger.issue_letters([(appointment, Code(number))], TEN)
        return Code(number)

    def entries(self) -> int:
        with self.ledger() as ledger:
            return sum(isinstance(recorded.event.what, Entered) for recorded in ledger.events())

    def reasons(self) -> list[Reason]:
        return [answer.verdict.reason for answer in self.answers]


@pytest.fixture
def door(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    del qtbot  # signals need Qt's application
    monkeypatch.setattr(gate_worker, "_TICK_SECONDS", 0.05)
    made = Door(tmp_path)
    yield made
    if made.worker._thread.is_alive():
        made.worker.stop()


def test_nobody_is_told_before_the_ledger_has_committed(door: Door, qtbot: QtBot) -> None:
    entries_when_told: list[int] = []
    door.worker.answered.connect(
        lambda _: entries_when_told.append(door.entries()), Qt.ConnectionType.DirectConnection
    )
    first, second = door.invite(), door.invite()
    door.worker.start()
    door.worker.see(first.text, 1.0)
    door.worker.see(second.text, 1.1)
    qtbot.wait_until(lambda: len(entries_when_told) == 2, timeout=PATIENCE_MS)
    assert entries_when_told == [1, 2]
    assert door.reasons() == [Reason.ADMITTED, Reason.ADMITTED]


def test_second_letter_of_the_same_picture_is_answered_when_the_first_answer_was_read(
    door: Door, qtbot: QtBot
) -> None:
    door.worker = door.new_worker(reading_seconds=0.5)
    told_at: list[float] = []
    door.worker.answered.connect(
        lambda _: told_at.append(time.monotonic()), Qt.ConnectionType.DirectConnection
    )
    first, second = door.invite(), door.invite()
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    shown_at = time.monotonic()
    for frame in range(3):
        door.worker.see(first.text, 5.0 + frame / 25)
        door.worker.see(second.text, 5.0 + frame / 25)
    qtbot.wait_until(lambda: len(told_at) == 2, timeout=PATIENCE_MS)
    # The first is told at once; how soon that is depends on what else the machine does.
    assert told_at[1] - shown_at >= 0.5
    assert door.reasons() == [Reason.ADMITTED, Reason.ADMITTED]
    assert door.entries() == 2


def test_poster_that_flickers_is_refused_and_recorded_once(door: Door) -> None:
    door.worker.start()
    for second in range(0, 120, 3):
        door.worker.see("https://example.org/poster", float(second))
    door.worker.stop()
    assert door.reasons() == [Reason.NOT_AN_INVITATION]
    with door.ledger() as ledger:
        assert len(list(ledger.events())) == 1


def test_letter_that_stays_in_view_is_answered_once_and_the_screen_told_that_it_is_read(
    door: Door,
) -> None:
    code = door.invite()
    door.worker.start()
    for frame in range(30):
        door.worker.see(code.text, 5.0 + frame / 25)
    door.worker.stop()
    assert door.reasons() == [Reason.ADMITTED]
    assert len(door.readings) == 1


def test_each_code_that_is_typed_is_answered(door: Door) -> None:
    code = door.invite()
    door.worker.start()
    door.worker.take_typed("ABCDEFGH")
    door.worker.take_typed("ABCDEFGH")
    door.worker.take_typed(code.short.text)
    door.worker.stop()
    assert len(door.reasons()) == 3
    assert door.reasons()[2] is Reason.ADMITTED


def test_what_was_asked_before_the_end_is_answered_and_recorded(door: Door) -> None:
    codes = [door.invite() for _ in range(3)]
    door.worker.start()
    for code in codes:
        door.worker.see(code.text, 1.0)
    door.worker.stop()
    assert door.reasons() == [Reason.ADMITTED, Reason.ADMITTED, Reason.BUILDING_FULL]
    assert door.entries() == 2
    assert not door.worker._thread.is_alive()


def test_ledger_that_cannot_be_opened_is_tried_again_while_the_staff_is_asked(
    door: Door, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    code = door.invite()
    failures = count(1)

    def fail_at_first() -> Gate:
        if next(failures) <= 3:
            raise LedgerUnreachableError("The ledger cannot be reached. Plug the disk in.")
        return door._open()

    door.open_gate = fail_at_first
    door.worker.see(code.text, 1.0)
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    door.worker.see(code.text, 9.0)
    door.worker.stop()
    assert door.reasons() == [Reason.OUT_OF_SERVICE, Reason.ADMITTED]
    assert door.answers[0].trouble is Trouble.LEDGER
    assert door.answers[0].house is None
    assert door.troubles == [Trouble.LEDGER, None]
    told = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert told == [("ERROR", "the door asks the staff: The ledger cannot be reached. Plug the disk in.")]


def test_locked_ledger_admits_nobody_and_its_return_is_told(
    door: Door, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", 0.05)
    caplog.set_level(logging.INFO)
    code = door.invite()
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    with closing(sqlite3.connect(door.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        door.worker.see(code.text, 1.0)
        qtbot.wait_until(lambda: bool(door.answers), timeout=PATIENCE_MS)
        other.execute("ROLLBACK")
    assert door.reasons() == [Reason.OUT_OF_SERVICE]
    qtbot.wait_until(lambda: door.troubles == [Trouble.LEDGER, None], timeout=PATIENCE_MS)
    door.worker.see(code.text, 9.0)
    door.worker.stop()
    assert door.reasons()[1:] == [Reason.ADMITTED]
    assert door.entries() == 1
    told = [record.getMessage() for record in caplog.records]
    assert any("is locked by another program" in line for line in told)
    assert told[-1] == "the door answers again"


def test_letter_shown_while_the_ledger_is_locked_gets_its_first_sign_and_then_its_answer(
    door: Door, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", 4 * PATIENCE_MS / 1000)
    code = door.invite()
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    with closing(sqlite3.connect(door.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        # Most likely the time's own work stands before the lock by now.
        qtbot.wait_until(lambda: door.worker._locked_since is not None, timeout=PATIENCE_MS)
        door.worker.see(code.text, 1.0)
        qtbot.wait_until(lambda: bool(door.readings), timeout=PATIENCE_MS)
        assert (door.answers, door.troubles) == ([], [])
        other.execute("ROLLBACK")
    qtbot.wait_until(lambda: bool(door.answers), timeout=PATIENCE_MS)
    door.worker.stop()
    assert door.reasons() == [Reason.ADMITTED]
    assert door.troubles == []


def test_ledger_that_stays_locked_is_told_though_nobody_comes(
    door: Door, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", 0.05)
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    with closing(sqlite3.connect(door.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        qtbot.wait_until(lambda: door.troubles == [Trouble.LEDGER], timeout=PATIENCE_MS)
        other.execute("ROLLBACK")
    qtbot.wait_until(lambda: door.troubles == [Trouble.LEDGER, None], timeout=PATIENCE_MS)
    door.worker.stop()


def test_clock_behind_the_ledger_admits_nobody_until_it_is_right(door: Door, qtbot: QtBot) -> None:
    code = door.invite()
    with door.ledger() as ledger:
        confirm_clock(ledger, door.office, a_tap(TEN + timedelta(hours=2)))
    door.worker.start()
    door.worker.see(code.text, 1.0)
    qtbot.wait_until(lambda: bool(door.answers), timeout=PATIENCE_MS)
    with door.ledger() as ledger:
        confirm_clock(ledger, door.office, a_tap(TEN))
    qtbot.wait_until(lambda: door.troubles == [Trouble.CLOCK, None], timeout=PATIENCE_MS)
    door.worker.see(code.text, 9.0)
    door.worker.stop()
    assert door.reasons() == [Reason.OUT_OF_SERVICE, Reason.ADMITTED]
    assert door.answers[0].trouble is Trouble.CLOCK


def test_scan_at_which_the_program_fails_asks_the_staff_and_does_not_block_the_next(
    door: Door, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    code = door.invite()
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    door.now = datetime(2021, 9, 20, 10, 0)  # noqa: DTZ001 - a time that cannot be, as a fault would give it
    door.worker.see(code.text, 1.0)
    qtbot.wait_until(lambda: bool(door.answers), timeout=PATIENCE_MS)
    door.now = TEN
    qtbot.wait_until(lambda: door.troubles == [Trouble.PROGRAM, None], timeout=PATIENCE_MS)
    door.worker.see(code.text, 9.0)
    door.worker.stop()
    assert door.reasons() == [Reason.OUT_OF_SERVICE, Reason.ADMITTED]
    assert door.answers[0].trouble is Trouble.PROGRAM
    assert any(record.exc_info for record in caplog.records)


def test_call_for_help_at_which_the_program_fails_does_not_end_the_door(door: Door, qtbot: QtBot) -> None:
    code = door.invite()
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    door.now = datetime(2021, 9, 20, 10, 0)  # noqa: DTZ001 - a time that cannot be, as a fault would give it
    told = [door.worker.help_called, door.worker.help_taken_back]
    with qtbot.wait_signals(told, timeout=PATIENCE_MS):
        door.worker.call_help(EventId("call"))
        door.worker.forget_help()
        door.worker.take_help_back(EventId("back"))
    door.now = TEN
    door.worker.see(code.text, 9.0)
    door.worker.stop()
    assert door.reasons() == [Reason.ADMITTED]


def test_fault_in_the_work_of_time_is_logged_with_its_place_in_the_program(
    door: Door, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with door.ledger() as ledger:
        confirm_clock(ledger, door.office, a_tap(TEN))
    door.now = datetime(2021, 9, 20, 10, 0)  # noqa: DTZ001 - a time that cannot be, as a fault would give it
    door.worker.start()
    qtbot.wait_until(lambda: door.troubles == [Trouble.PROGRAM], timeout=PATIENCE_MS)
    door.worker.stop()
    (failed,) = (record for record in caplog.records if record.levelname == "ERROR")
    assert failed.exc_info is not None
    assert failed.exc_info[1] is not None


def test_other_doors_are_noticed_while_nobody_scans(door: Door, qtbot: QtBot) -> None:
    code = door.invite(party=2)
    door.worker.start()
    qtbot.wait_until(lambda: bool(door.houses), timeout=PATIENCE_MS)
    assert door.houses[-1].inside == 0
    other = door._open()
    answer = other.scan(code.text, EventId("elsewhere"), TEN)
    assert answer.verdict.reason is Reason.ADMITTED
    qtbot.wait_until(lambda: door.houses[-1].inside == 2, timeout=PATIENCE_MS)


class StandIn:
    """A camera that gives pictures which the test has made, and then blocks or fails."""

    def __init__(self, *pictures: Image, then: Callable[[], object] = lambda: None) -> None:
        self.pictures = list(pictures)
        self.then = then
        self.finished = False

    def read(self) -> Image | None:
        if self.pictures:
            return self.pictures.pop(0)
        self.then()
        self.finished = True
        return None

    def close(self) -> None:
        self.finished = True


class Watched:
    """A camera worker, and what it told."""

    def __init__(self, open_it: Callable[[], Camera]) -> None:
        self.worker = CameraWorker(open_it)
        self.seen: list[tuple[str, float]] = []
        self.states: list[CameraState] = []
        direct = Qt.ConnectionType.DirectConnection
        self.worker.seen.connect(lambda text, taken_at: self.seen.append((text, taken_at)), direct)
        self.worker.state_changed.connect(self.states.append, direct)

    def texts(self) -> list[str]:
        return [text for text, _ in self.seen]


@contextmanager
def watching(open_it: Callable[[], Camera]) -> Iterator[Watched]:
    watched = Watched(open_it)
    watched.worker.start()
    try:
        yield watched
    finally:
        watched.worker.stop()


def test_texts_in_a_folder_of_pictures_are_told_in_order_and_the_test_letter_is_noted(
    tmp_path: Path, qtbot: QtBot
) -> None:
    for number, text in enumerate((CODE, TEST_LETTER, OTHER_CODE)):
        for copy in range(4):
            cv2.imwrite(str(tmp_path / f"{number}-{copy}.jpg"), letter(text))
    with watching(lambda: open_camera(str(tmp_path))) as watched:
        qtbot.wait_until(lambda: CameraState.FINISHED in watched.states, timeout=PATIENCE_MS)
    told = list(dict.fromkeys(watched.texts()))
    assert told == [CODE, OTHER_CODE]
    assert watched.worker.test_read_at is not None
    assert watched.worker.last_read_at is not None
    assert watched.worker.test_read_at < watched.worker.last_read_at
    assert watched.worker.error is None
    assert [at for _, at in watched.seen] == sorted(at for _, at in watched.seen)
    assert watched.states == [CameraState.OPENING, CameraState.LIVE, CameraState.FINISHED]


def test_screen_takes_the_newest_look_and_each_only_once(qtbot: QtBot) -> None:
    hold = Event()
    blank = np.full((720, 1280, 3), 90, dtype=np.uint8)
    with watching(lambda: StandIn(blank, blank, letter(), then=hold.wait)) as watched:
        qtbot.wait_until(lambda: bool(watched.seen), timeout=PATIENCE_MS)
        qtbot.wait_until(lambda: watched.worker._newest_look is not None, timeout=PATIENCE_MS)
        newest = watched.worker.take_look()
        assert watched.worker.take_look() is None
        hold.set()
    assert newest is not None
    assert newest.frame.number == 3
    assert [sighting.text for sighting in newest.sightings] == [CODE]


def test_camera_that_hangs_is_left_behind_with_a_line_in_the_log(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(camera_worker, "_CAMERA_END_SECONDS", 0.1)
    answer = Event()
    watched = Watched(lambda: StandIn(letter(), then=answer.wait))
    watched.worker.start()
    qtbot.wait_until(lambda: bool(watched.seen), timeout=PATIENCE_MS)
    watched.worker.stop()
    assert "its thread was left behind" in caplog.text
    assert watched.worker._camera_thread.is_alive()
    assert watched.worker._camera_thread.daemon
    assert not watched.worker._decoder_thread.is_alive()
    answer.set()


def test_camera_that_cannot_be_opened_is_lost_and_tried_again(qtbot: QtBot) -> None:
    tries = count(1)

    def open_at_the_second_try() -> Camera:
        if next(tries) == 1:
            raise CameraError("The camera does not answer", "device 0", "Plug it in.")
        return StandIn(letter())

    with watching(open_at_the_second_try) as watched:
        qtbot.wait_until(lambda: CameraState.LOST in watched.states, timeout=PATIENCE_MS)
        qtbot.wait_until(lambda: watched.texts() == [CODE], timeout=PATIENCE_MS)


@pytest.mark.parametrize("shape", [(0, 0, 3), (1, 1, 3), (4, 3000, 3)])
def test_picture_of_any_shape_does_not_blind_the_door(qtbot: QtBot, shape: tuple[int, ...]) -> None:
    odd = np.zeros(shape, dtype=np.uint8)
    waits = Event()

    class OddFirst(StandIn):
        def read(self) -> Image | None:
            if len(self.pictures) == 1:
                waits.wait(0.3)  # until the odd one has been looked at
            return super().read()

    with watching(lambda: OddFirst(odd, letter())) as watched:
        qtbot.wait_until(lambda: watched.texts() == [CODE], timeout=PATIENCE_MS)
