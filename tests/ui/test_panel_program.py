"""The panel as a running program: its window, its thread and a real ledger."""

import gc
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import panel_program
from kiosk.app.device_lights import DeviceLights
from kiosk.app.panel_program import PanelParts, PanelProgram, lights_of, reported
from kiosk.clock import now_utc
from kiosk.core.code import Badge
from kiosk.core.door_report import DoorReport
from kiosk.core.ids import StaffId
from kiosk.core.lights import Light
from kiosk.core.rights import Role
from kiosk.core.self_test import Device, ReadBy, SelfTest
from kiosk.core.staff import Pin
from kiosk.core.trouble import Trouble
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.ui.panel.page import PageName
from kiosk.ui.panel.print import OnPaper
from tests.building import MAIN_DOOR
from tests.patience import PATIENCE_MS
from tests.premises import Premises, make_premises
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import CALM, NOW
from tests.ui.panel.states_of_count import REPORT

ADMIN, GUARD, PIN, BADGE = StaffId("1"), StaffId("11"), Pin("271828"), Badge(7)


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    premises = make_premises(tmp_path / "office")
    file = premises.file()
    with premises.ledger() as ledger:
        key = ledger.pin_key(file.pin_key_file)
        newcomers = ((ADMIN, Role.ADMIN, None, None), (GUARD, Role.SECURITY, BADGE, ADMIN))
        for staff, role, badge, by in newcomers:
            add_member(ledger, key, Newcomer(staff, "", role), Credentials(PIN, badge), by, now_utc())
    return premises


@pytest.fixture
def panel(premises: Premises, qtbot: QtBot) -> Iterator[PanelProgram]:
    file = premises.file()
    program = PanelProgram(PanelParts(file, file.office.doors[MAIN_DOOR], "en", devices=None))
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.window.show()
    program.start()
    qtbot.waitUntil(lambda: "left:benefits" in tiles(program.window), timeout=PATIENCE_MS)
    yield program
    program.stop()
    program.window.end()


def _typed(pin: Pin) -> tuple[str, ...]:
    return (*(f"key:{digit}" for digit in pin.digits), "key:enter")


def test_who_shows_a_badge_types_only_the_pin_and_what_was_tapped_before_is_done(
    panel: PanelProgram, premises: Premises, qtbot: QtBot
) -> None:
    tap(panel.window, "left:benefits")
    panel.show_scanned(BADGE.text)
    with qtbot.waitSignal(panel.acted, timeout=PATIENCE_MS):
        tap(panel.window, *_typed(PIN))
    counted = premises.events()[-1]
    assert (type(counted.what).__name__, counted.by) == ("CountedOut", GUARD)


def test_a_badge_that_stays_in_view_is_shown_to_the_panel_once(panel: PanelProgram) -> None:
    # A camera reads it in every frame: whoever goes back would meet the page of the PIN again at once.
    panel.show_badge(BADGE)
    tap(panel.window, "back")
    panel.show_badge(BADGE)
    assert panel.window.open_page is PageName.HOME


def test_a_letter_that_the_panels_own_scanner_reads_lets_nobody_in(
    panel: PanelProgram, premises: Premises
) -> None:
    before = len(premises.events())
    panel.show_scanned("JC1 no letter at all \x1b[A")
    assert panel.window.open_page in {PageName.HOME, PageName.SIGN_IN}
    assert len(premises.events()) == before


def test_lights_of_a_door_elsewhere_are_what_its_program_reports_and_unknown_while_it_is_off() -> None:
    report = DoorReport(MAIN_DOOR, NOW, Light.BROKEN, Light.GOOD, None)

    def seen_after(seconds: float) -> DeviceLights:
        return reported(replace(CALM, report=report, now=NOW + timedelta(seconds=seconds)))

    assert seen_after(5) == DeviceLights(Light.BROKEN, Light.GOOD)
    assert seen_after(60) == DeviceLights(Light.UNKNOWN, Light.UNKNOWN)
    assert reported(CALM) == DeviceLights(Light.UNKNOWN, Light.UNKNOWN)


def test_a_panel_says_how_the_daily_test_is_where_the_office_wants_it_and_it_can_know(
    premises: Premises, qtbot: QtBot
) -> None:
    file, now = premises.file(), now_utc()
    told: list[SelfTest | None] = []
    for daily_test, reads in ((True, (ReadBy(Device.CAMERA, now),)), (False, ()), (True, None)):
        devices = partial(DeviceLights, Light.GOOD, Light.NOT_USED, reads)
        parts = PanelParts(replace(file, daily_test=daily_test), file.office.doors[MAIN_DOOR], "en", devices)
        program = PanelProgram(parts)
        qtbot.addWidget(program.window)
        program.window.show_lights = lambda lights: told.append(lights.self_test)  # type: ignore[method-assign] # told to the test
        program._on_view(CALM)
    assert told == [SelfTest(now, ()), None, None]


@pytest.fixture
def notes(panel: PanelProgram, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the panel has said."""
    notes: list[str] = []
    monkeypatch.setattr(panel.window, "show_note", lambda text, _good: notes.append(text))
    return notes


def test_a_panel_goes_on_while_a_printer_is_waited_for(
    panel: PanelProgram, notes: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = threading.Event()

    def printing_slowly(*_: object) -> OnPaper:
        answer.wait(PATIENCE_MS / 1000)
        return OnPaper("Hall")

    monkeypatch.setattr(panel_program, "print_out", printing_slowly)
    panel.window.print_wanted.emit(REPORT)
    assert notes == ["One moment …"]
    answer.set()
    qtbot.waitUntil(lambda: len(notes) == 2, timeout=PATIENCE_MS)
    assert notes[1] == "Sent to the printer Hall"


def test_after_a_page_that_fails_the_next_one_is_printed(
    panel: PanelProgram,
    notes: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    pages = iter(range(2))

    def printing(*_: object) -> OnPaper:
        if next(pages) == 0:
            raise RuntimeError("a fault")
        return OnPaper("Hall")

    monkeypatch.setattr(panel_program, "print_out", printing)
    for _ in range(2):
        panel.window.print_wanted.emit(REPORT)
    qtbot.waitUntil(lambda: "Sent to the printer Hall" in notes, timeout=PATIENCE_MS)
    assert "a page was not printed" in caplog.text


@pytest.mark.parametrize(
    ("trouble", "lights"),
    [
        (None, (Light.GOOD, Light.GOOD)),
        (Trouble.CLOCK, (Light.GOOD, Light.BROKEN)),
        (Trouble.LEDGER, (Light.BROKEN, Light.UNKNOWN)),
    ],
)
def test_nobody_vouches_for_the_clock_while_the_database_is_away(
    trouble: Trouble | None, lights: tuple[Light, Light]
) -> None:
    assert lights_of(replace(CALM, trouble=trouble)) == lights


def test_leftovers_of_windows_are_cleared_away_by_no_thread_of_the_panel(panel: PanelProgram) -> None:
    assert panel.window.isVisible()
    assert not gc.isenabled()
