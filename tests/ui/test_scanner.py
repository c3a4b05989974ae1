"""The scanner of a door: heard in its own way, its light in view. The serial port is a pseudo-terminal."""

import os
import pty
import tty
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.app.device_lights import light_of_scanner
from kiosk.app.panel_program import PanelParts, PanelProgram
from kiosk.app.qt import make_application
from kiosk.app.running import Showing, run_panel
from kiosk.core.code import Badge
from kiosk.core.door_devices import GrabbedScanner, KeyboardScanner, SerialScanner
from kiosk.core.lights import Light
from kiosk.core.test_letter import TEST_LETTER, Keys
from kiosk.scan import serial_text
from kiosk.scan.scanner_light import ScannerState, ScannerWatch
from kiosk.workers import scanner
from kiosk.workers.scanner import ScannerWorker
from tests.building import MAIN_DOOR
from tests.patience import PATIENCE_MS
from tests.premises import make_premises
from tests.unit.scan.pictures import CODE, OTHER_CODE

NOON = datetime(2021, 9, 20, 12, tzinfo=UTC)


class Cable:
    """A serial port that can be plugged in and pulled out, under a name that stays."""

    def __init__(self, name: Path) -> None:
        self.name = name
        self._ours = -1

    def plug_in(self) -> None:
        self._ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self.name.symlink_to(os.ttyname(theirs))
        os.close(theirs)

    def pull_out(self) -> None:
        self.name.unlink()
        os.close(self._ours)

    def send(self, raw: bytes) -> None:
        os.write(self._ours, raw)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    yield (made := Cable(tmp_path / "ttyACM0"))
    if made.name.is_symlink():
        made.pull_out()


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "_RETRY_MS", 20)


@pytest.fixture
def _long_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two parts of a text be one also on a machine that does something else in between."""
    monkeypatch.setattr(serial_text, "PAUSE", 1.0)


@pytest.mark.usefixtures("_long_pause")
def test_scanner_at_a_serial_port_is_heard_lost_and_found_again(
    qtbot: QtBot, cable: Cable, caplog: pytest.LogCaptureFixture
) -> None:
    worker = ScannerWorker(SerialScanner(str(cable.name)), lambda: NOON)
    texts: list[str] = []
    worker.scanned.connect(texts.append)
    worker.start()
    qtbot.wait_until(lambda: worker.light().error is not None, timeout=PATIENCE_MS)
    assert worker.light().state is ScannerState.LOST
    assert "it is not there" in str(worker.light().error)
    cable.plug_in()
    qtbot.wait_until(lambda: worker.light().state is ScannerState.WAITING, timeout=PATIENCE_MS)
    cable.send(CODE[:10].encode())
    qtbot.wait(5)
    cable.send(CODE[10:].encode() + b"\r\n")
    qtbot.wait_until(lambda: texts == [CODE], timeout=PATIENCE_MS)
    assert worker.light().heard_at == NOON
    cable.pull_out()
    qtbot.wait_until(lambda: worker.light().state is ScannerState.LOST, timeout=PATIENCE_MS)
    qtbot.wait(60)
    assert len([each for each in caplog.records if each.levelname == "WARNING"]) <= 3
    cable.plug_in()
    qtbot.wait_until(lambda: worker.light().state is ScannerState.HEARD, timeout=PATIENCE_MS)
    cable.send(bytes(range(128)) + b"X\r")
    qtbot.wait_until(lambda: len(texts) == 2, timeout=PATIENCE_MS)
    assert texts[1] == "".join(map(chr, range(128))) + "X"
    worker.stop()


def test_scans_at_a_serial_port_that_are_read_late_and_as_one_are_each_a_scan(
    qtbot: QtBot, cable: Cable
) -> None:
    worker = ScannerWorker(SerialScanner(str(cable.name)), lambda: NOON)
    texts: list[str] = []
    worker.scanned.connect(texts.append)
    cable.plug_in()
    worker.start()
    # Nothing is read until the test waits: the program is busy meanwhile.
    cable.send(f"{CODE}\r\n".encode())
    cable.send(f"{TEST_LETTER}\r\n".encode())
    cable.send(f"{OTHER_CODE}\r\n{CODE[:9]}".encode())
    qtbot.wait_until(lambda: texts == [CODE, OTHER_CODE], timeout=PATIENCE_MS)
    assert worker.light().tested_at == NOON
    cable.send(f"{CODE[9:]}\r\n".encode())
    qtbot.wait_until(lambda: texts == [CODE, OTHER_CODE, CODE], timeout=PATIENCE_MS)
    worker.stop()


def test_test_letter_tells_how_the_scanner_types_and_goes_no_further(qtbot: QtBot) -> None:
    worker = ScannerWorker(KeyboardScanner(), lambda: NOON)
    worker.start()
    assert worker.light().state is ScannerState.NOT_USED
    with qtbot.assertNotEmitted(worker.scanned):
        worker.hear(TEST_LETTER.translate(str.maketrans("YZ-", "ZYß")).lower())
    light = worker.light()
    assert (light.state, light.tested_at) == (ScannerState.HEARD, NOON)
    assert light.test is not None
    assert (light.test.keys, light.test.case_turned) == (Keys.AMERICAN_TO_GERMAN, True)
    with qtbot.waitSignal(worker.scanned, timeout=PATIENCE_MS) as told:
        worker.hear(CODE)
    assert told.args == [CODE]
    assert worker.light().tested_at == NOON
    worker.stop()


def test_scanner_that_shall_be_grabbed_and_is_not_there_is_lost_with_its_name(qtbot: QtBot) -> None:
    worker = ScannerWorker(GrabbedScanner("No Such Scanner"))
    worker.start()
    qtbot.wait_until(lambda: worker.light().error is not None, timeout=PATIENCE_MS)
    assert worker.light().state is ScannerState.LOST
    assert "No Such Scanner" in str(worker.light().error)
    worker.stop()


@pytest.mark.parametrize(
    ("state", "light"),
    [
        (ScannerState.NOT_USED, Light.NOT_USED),
        (ScannerState.WAITING, Light.GOOD),
        (ScannerState.HEARD, Light.GOOD),
        (ScannerState.LOST, Light.BROKEN),
    ],
)
def test_each_state_has_its_light(state: ScannerState, light: Light) -> None:
    assert light_of_scanner(state) is light


def test_panel_on_a_machine_of_its_own_hears_its_own_scanner_and_no_test_letter(
    qtbot: QtBot, cable: Cable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    heard: list[str] = []

    def note(_: PanelProgram, text: str) -> None:
        heard.append(text)
        make_application().exit()

    hear, found = ScannerWorker.hear, ScannerWatch.found

    def find_and_scan(watch: ScannerWatch) -> None:
        found(watch)
        cable.send(f"{TEST_LETTER}\r".encode())

    def hear_and_scan_again(worker: ScannerWorker, text: str) -> None:
        hear(worker, text)
        if text == TEST_LETTER:
            # Only now: of a machine that is busy for long, two scans would be one text.
            cable.send(f"{Badge(7).text}\r".encode())

    monkeypatch.setattr(PanelProgram, "show_scanned", note)
    monkeypatch.setattr(ScannerWatch, "found", find_and_scan)
    monkeypatch.setattr(ScannerWorker, "hear", hear_and_scan_again)
    QTimer.singleShot(50, cable.plug_in)
    file = make_premises(tmp_path / "office").file()
    parts = PanelParts(file, file.office.doors[MAIN_DOOR], "en", devices=None)
    scanner_here = SerialScanner(str(cable.name))
    assert run_panel(parts, Showing(windowed=True, ends_after=PATIENCE_MS / 1000), scanner_here) == 0
    assert heard == [Badge(7).text]
