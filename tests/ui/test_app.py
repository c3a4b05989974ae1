"""A door as a running program, drawn into memory: its ledger, threads and pictures in a folder are real."""

import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.app import door_program, pictures
from kiosk.app.device_lights import DeviceLights
from kiosk.app.door_program import DoorParts, DoorProgram
from kiosk.app.pictures import PictureTaker
from kiosk.app.qt import make_application
from kiosk.app.running import Showing, run_door
from kiosk.clock import now_utc
from kiosk.core import door_report
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.lights import Light
from kiosk.core.office import DoorId
from kiosk.core.self_test import Device
from kiosk.core.test_letter import TEST_LETTER
from kiosk.core.verdict import Reason, Verdict
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.scan.camera import Camera, CameraError, open_camera
from kiosk.scan.opencv import cv2
from kiosk.workers import sweeper
from kiosk.workers.cameras import CameraHere
from tests.building import an_appointment
from tests.patience import PATIENCE_MS
from tests.premises import Premises, make_premises
from tests.unit.scan.pictures import letter

MAIN = DoorId("main")
PARTY_OF_TWO, ANOTHER_PARTY = Code(101), Code(202)
# Seconds after which a door ends by itself that should have been ended before.
LONG = 30.0


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    """An office for three people that expects two parties of two."""
    made = make_premises(tmp_path / "office", cap=3)
    guests = [an_appointment(name, now_utc(), party=2) for name in ("a", "b")]
    with made.ledger() as ledger:
        ledger.apply(AppointmentChanges(new=tuple(guests)))
        ledger.issue_letters(zip(guests, (PARTY_OF_TWO, ANOTHER_PARTY), strict=True), now_utc())
    return made


@pytest.fixture
def at_door(
    premises: Premises, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., "AtDoor"]]:
    """Opens doors, and closes them after the test. Their patience outlasts that of a busy machine's disk."""
    monkeypatch.setattr(door_program, "_ANSWER_PATIENCE_MS", PATIENCE_MS)
    opened: list[AtDoor] = []

    def open_door(*open_them: Callable[[], Camera]) -> "AtDoor":
        opened.append(AtDoor(premises, qtbot, open_them))
        return opened[-1]

    yield open_door
    for each in opened:
        each.program.stop()
        each.program.screen.close()


class AtDoor:
    """Someone who stands at the open door and notes every answer that the screen shows."""

    def __init__(self, premises: Premises, qtbot: QtBot, open_them: Sequence[Callable[[], Camera]]) -> None:
        self.premises = premises
        self.qtbot = qtbot
        file = premises.file()
        cameras = tuple(CameraHere(f"camera {place}", each) for place, each in enumerate(open_them))
        self.program = DoorProgram(DoorParts(file, file.office.doors[MAIN], cameras))
        self.shown: list[Reason] = []
        self.entered_when_shown: list[int] = []
        self._show = self.program.screen.show_answer
        self.program.screen.show_answer = self._note  # type: ignore[method-assign] # told to the test
        self.program.screen.resize(800, 600)
        self.program.screen.show()
        self.program.start()

    def _note(self, verdict: Verdict, letter_language: str | None = None) -> None:
        self.shown.append(verdict.reason)
        self.entered_when_shown.append(self.premises.reasons().count("admitted"))
        self._show(verdict, letter_language)

    def show_to_scanner(self, code: Code) -> None:
        self.program.screen.scanned.emit(code.text)

    def wait_for(self, *reasons: Reason) -> None:
        self.qtbot.wait_until(lambda: self.shown == list(reasons), timeout=PATIENCE_MS)


def test_scanner_of_the_door_is_heard_its_light_goes_on_and_the_test_letter_is_no_refusal(
    at_door: Callable[..., AtDoor],
) -> None:
    door = at_door()
    assert door.program.devices() == DeviceLights(Light.NOT_USED, Light.NOT_USED, ())
    door.program.screen.scanned.emit(TEST_LETTER)
    devices = door.program.devices()
    assert devices.scanner is Light.GOOD
    assert devices.test_reads is not None
    assert [(read.device, read.at is None) for read in devices.test_reads] == [(Device.SCANNER, False)]
    door.show_to_scanner(PARTY_OF_TWO)
    door.wait_for(Reason.ADMITTED)
    assert door.premises.reasons() == ["admitted"]


def test_door_tells_other_machines_how_its_devices_are(
    at_door: Callable[..., AtDoor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_report, "REPORT_EVERY", timedelta(0))
    door = at_door()
    door.program.screen.scanned.emit(TEST_LETTER)
    with door.premises.ledger() as ledger:
        door.qtbot.wait_until(
            lambda: [each.scanner for each in ledger.door_reports()] == [Light.GOOD], timeout=PATIENCE_MS
        )
        (report,) = ledger.door_reports()
    assert (report.door, report.camera) == (MAIN, Light.NOT_USED)
    assert report.last_good_scan_at is not None
    assert report.last_good_scan_at <= report.reported_at


def test_letter_before_the_camera_is_answered_on_the_screen_after_the_commit(
    at_door: Callable[..., AtDoor], tmp_path: Path
) -> None:
    film = tmp_path / "film"
    film.mkdir()
    for number, code in enumerate((PARTY_OF_TWO, ANOTHER_PARTY)):
        for copy in range(4):
            cv2.imwrite(str(film / f"{number}-{copy}.jpg"), letter(code.text))
    door = at_door(lambda: open_camera(str(film)))
    door.wait_for(Reason.ADMITTED, Reason.BUILDING_FULL)
    assert door.entered_when_shown == [1, 1]
    assert door.premises.reasons() == ["admitted", "building_full"]


def test_letter_that_two_cameras_see_is_one_scan_and_a_lost_camera_beside_them_is_no_trouble(
    at_door: Callable[..., AtDoor], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    picture = tmp_path / "letter.jpg"
    cv2.imwrite(str(picture), letter(PARTY_OF_TWO.text))

    def missing() -> Camera:
        raise CameraError("The camera does not answer", "device 7", "Plug it in.")

    def opened() -> Camera:
        return open_camera(str(picture), loop=True)

    door = at_door(missing, opened, opened)
    told: list[bool] = []
    door.program.screen.show_camera_trouble = told.append  # type: ignore[method-assign, assignment] # told to the test
    pictures: list[float] = []
    door.program.screen.show_frame = lambda *shown: pictures.append(shown[0].taken_at)  # type: ignore[method-assign] # told to the test
    door.wait_for(Reason.ADMITTED)
    door.qtbot.wait_until(lambda: len(told) >= 2 and len(pictures) >= 5, timeout=PATIENCE_MS)
    assert door.premises.reasons() == ["admitted"]
    assert not any(told)
    assert door.program.devices().camera is Light.WORKING_ON_IT
    assert "camera 0 is lost" in caplog.text


def test_usb_scanner_and_keypad_are_answered_at_a_door_without_a_camera(
    at_door: Callable[..., AtDoor],
) -> None:
    door = at_door()
    door.show_to_scanner(PARTY_OF_TWO)
    door.wait_for(Reason.ADMITTED)
    door.program.screen.code_typed.emit(ANOTHER_PARTY.short.text)
    door.wait_for(Reason.ADMITTED, Reason.BUILDING_FULL)


def test_camera_that_is_not_there_is_told_and_the_usb_scanner_works(
    at_door: Callable[..., AtDoor], qtbot: QtBot
) -> None:
    def missing() -> Camera:
        raise CameraError("The camera does not answer", "device 7", "Plug it in.")

    door = at_door(missing)
    told: list[bool] = []
    door.program.screen.show_camera_trouble = told.append  # type: ignore[method-assign, assignment] # told to the test
    qtbot.wait_until(lambda: True in told, timeout=PATIENCE_MS)
    door.show_to_scanner(PARTY_OF_TWO)
    door.wait_for(Reason.ADMITTED)


def test_answer_that_is_late_is_first_left_to_the_staff_and_shown_when_it_comes(
    at_door: Callable[..., AtDoor],
) -> None:
    door = at_door()
    door.show_to_scanner(ANOTHER_PARTY)
    door.wait_for(Reason.ADMITTED)
    door.program._patience.setInterval(150)
    # As a backup does: it holds the file for longer than the patience, and shorter than the ledger waits.
    with closing(sqlite3.connect(door.premises.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        door.show_to_scanner(PARTY_OF_TWO)
        door.wait_for(Reason.ADMITTED, Reason.OUT_OF_SERVICE)
        other.execute("ROLLBACK")
    door.wait_for(Reason.ADMITTED, Reason.OUT_OF_SERVICE, Reason.BUILDING_FULL)


def test_idle_screen_says_when_the_door_cannot_answer_and_when_it_can_again(
    at_door: Callable[..., AtDoor], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    out_of_reach = threading.Event()
    out_of_reach.set()
    real_open = Ledger.open

    def open_when_reached(url: str, key_file: Path) -> Ledger:
        if out_of_reach.is_set():
            raise LedgerUnreachableError("The ledger is out of reach.")
        return real_open(url, key_file)

    monkeypatch.setattr(Ledger, "open", open_when_reached)
    door = at_door()
    in_service: list[bool] = []
    door.program.screen.show_house = lambda view: in_service.append(view.in_service)  # type: ignore[method-assign] # told to the test
    qtbot.wait_until(lambda: in_service == [False], timeout=PATIENCE_MS)
    out_of_reach.clear()
    qtbot.wait_until(lambda: in_service[-1], timeout=PATIENCE_MS)


def test_stop_ends_every_thread_of_the_door(at_door: Callable[..., AtDoor], tmp_path: Path) -> None:
    before = set(threading.enumerate())
    picture = tmp_path / "letter.jpg"
    cv2.imwrite(str(picture), letter())
    door = at_door(lambda: open_camera(str(picture), loop=True))
    door.wait_for(Reason.DAMAGED_CODE)
    assert {thread.name for thread in set(threading.enumerate()) - before} == {"camera", "decoder", "gate"}
    door.program.stop()
    assert set(threading.enumerate()) == before


def test_leftovers_of_windows_are_cleared_away_in_the_thread_of_the_windows_alone(
    at_door: Callable[..., AtDoor], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sweeper, "_SWEEP_INTERVAL_MS", 50)
    at_door()
    cleared_in: list[threading.Thread] = []

    class Leftover:
        def __init__(self) -> None:
            self.itself = self  # nothing but Python's own search for circles finds it

        def __del__(self) -> None:
            cleared_in.append(threading.current_thread())

    def need_memory() -> None:
        Leftover()
        kept = [[number] for number in range(100_000)]
        assert len(kept) == 100_000

    elsewhere = threading.Thread(target=need_memory)
    elsewhere.start()
    elsewhere.join()
    assert cleared_in == []
    qtbot.wait_until(lambda: cleared_in == [threading.main_thread()], timeout=PATIENCE_MS)


class Beside:
    """A companion that does one thing when the door has opened, and notes its end."""

    def __init__(self, act: Callable[[DoorProgram], None] = lambda _: None) -> None:
        self.act = act
        self.told: list[str] = []

    def begin(self, program: DoorProgram) -> None:
        self.told.append("begin")
        self.act(program)

    def end(self) -> None:
        self.told.append("end")


def _parts(premises: Premises) -> DoorParts:
    file = premises.file()
    return DoorParts(file, file.office.doors[MAIN])


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM])
def test_door_is_ended_by_a_signal_even_before_its_loop_begins(
    premises: Premises, qtbot: QtBot, which: signal.Signals
) -> None:
    del qtbot
    before = signal.getsignal(which)
    companion = Beside(lambda _: os.kill(os.getpid(), which))
    begun = time.monotonic()
    assert run_door(_parts(premises), Showing(windowed=True, ends_after=LONG), [companion]) == 0
    assert time.monotonic() - begun < LONG
    assert companion.told == ["begin", "end"]
    assert signal.getsignal(which) is before


def test_door_is_ended_by_closing_its_window(premises: Premises, qtbot: QtBot) -> None:
    del qtbot
    companion = Beside(lambda program: QTimer.singleShot(200, program.screen.close))
    begun = time.monotonic()
    assert run_door(_parts(premises), Showing(windowed=True, ends_after=LONG), [companion]) == 0
    assert time.monotonic() - begun < LONG


def test_door_ends_by_itself_when_its_time_is_over(premises: Premises, qtbot: QtBot) -> None:
    del qtbot
    assert run_door(_parts(premises), Showing(windowed=True, ends_after=0.3)) == 0


def test_companions_end_in_turn_and_so_do_the_threads_when_one_of_them_fails(
    premises: Premises, qtbot: QtBot
) -> None:
    del qtbot

    def fail(_: DoorProgram) -> None:
        raise OSError("no room on the disk")

    good, bad = Beside(), Beside(fail)
    with pytest.raises(OSError, match="no room"):
        run_door(_parts(premises), Showing(windowed=True), [good, bad])
    assert good.told == ["begin", "end"]
    assert bad.told == ["begin"]


def test_pictures_are_left_of_the_idle_screen_and_of_each_answer(
    premises: Premises, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    monkeypatch.setattr(pictures, "_FIRST_PICTURE_MS", 200)
    folder = tmp_path / "deep" / "pictures"

    def come(program: DoorProgram) -> None:
        QTimer.singleShot(500, lambda: program.screen.scanned.emit(PARTY_OF_TWO.text))
        program.answered.connect(lambda _: QTimer.singleShot(1300, make_application().exit))

    showing = Showing(windowed=True, size=(640, 480), ends_after=20)
    assert run_door(_parts(premises), showing, [PictureTaker(folder), Beside(come)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["001-idle.png", "002-admitted.png"]
    idle, admitted = (QImage(str(folder / name)) for name in ("001-idle.png", "002-admitted.png"))
    assert idle.width() == admitted.width() == 640
    assert idle != admitted
