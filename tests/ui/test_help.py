"""'Get help' at the door: what the visitor is told at each step, and what the ledger holds of it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import door_help
from kiosk.app.door_program import DoorParts, DoorProgram
from kiosk.app.panel_program import PanelParts, PanelProgram
from kiosk.app.running import join
from kiosk.clock import now_utc
from kiosk.core.help_calls import HelpTold
from kiosk.core.help_events import HelpCalled, HelpEnded, HelpEndedBecause
from kiosk.core.ids import EventId
from kiosk.core.office import DoorId
from kiosk.core.tries import TryLimit
from kiosk.gate import help_acts
from kiosk.gate.closing import close_day
from kiosk.gate.gate import Gate
from kiosk.gate.tap import Tap
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ui import help_page
from kiosk.ui.visitor_screen import VisitorScreen
from kiosk.workers.bell import Bell
from tests.building import MAIN_DOOR, an_office, at, minutes
from tests.patience import PATIENCE_MS
from tests.premises import Premises, make_premises
from tests.ui.conftest import ScreenMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.screen_states import VERDICTS, VIEW
from tests.ui.seen import touch, words

MAIN = DoorId("main")
CALLED, ANSWERED = HelpCalled(MAIN), HelpEnded(MAIN, HelpEndedBecause.ANSWERED)
TAKEN_BACK = HelpEnded(MAIN, HelpEndedBecause.TAKEN_BACK)


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    return make_premises(tmp_path / "office")


@pytest.fixture
def door(premises: Premises, qtbot: QtBot) -> Iterator[DoorProgram]:
    file = premises.file()
    program = DoorProgram(DoorParts(file, file.office.doors[MAIN]))
    qtbot.addWidget(program.screen)
    program.screen.resize(1280, 800)
    program.screen.show()
    program.screen._tones_begin.stop()
    with qtbot.waitSignal(program.ready, timeout=PATIENCE_MS):
        program.start()
    yield program
    program.stop()
    program.screen.end()


@pytest.fixture
def panel(premises: Premises, qtbot: QtBot, door: DoorProgram) -> Iterator[PanelProgram]:
    file = premises.file()
    program = PanelProgram(PanelParts(file, file.office.doors[MAIN], "en", devices=door.devices))
    join(door, program)
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.window.show()
    program.start()
    yield program
    program.stop()
    program.window.end()


@pytest.fixture
def unreachable(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let no call for help reach the ledger, until what is returned is called."""
    call = help_acts.call_help

    def fail(*_: object) -> None:
        raise LedgerUnreachableError("The cable is out.")

    monkeypatch.setattr(help_acts, "call_help", fail)
    return lambda: monkeypatch.setattr(help_acts, "call_help", call)


def answered(screen: VisitorScreen) -> str:
    return words(screen._pages.answer)


def happened(premises: Premises) -> list[object]:
    return [each.what for each in premises.events() if isinstance(each.what, HelpCalled | HelpEnded)]


def test_help_comes_after_the_commit_and_is_on_the_way_when_the_panel_says_so(
    door: DoorProgram, panel: PanelProgram, premises: Premises, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_help, "_ON_THE_WAY_MS", 60_000)
    touch(door.screen, "Hilfe holen")
    assert "Hilfe kommt." not in words(door.screen)
    qtbot.waitUntil(lambda: "Hilfe kommt." in words(door.screen), timeout=PATIENCE_MS)
    assert happened(premises) == [CALLED]
    qtbot.waitUntil(lambda: "answer_help" in tiles(panel.window), timeout=PATIENCE_MS)
    tap(panel.window, "answer_help")
    qtbot.waitUntil(lambda: "Jetzt kommt jemand zu Ihnen." in words(door.screen), timeout=PATIENCE_MS)
    assert happened(premises) == [CALLED, ANSWERED]


def test_whoever_needs_no_help_any_more_takes_the_call_back_and_a_second_touch_calls_once(
    door: DoorProgram, premises: Premises, qtbot: QtBot
) -> None:
    touch(door.screen, "Hilfe holen")
    qtbot.waitUntil(lambda: "Hilfe kommt." in words(door.screen), timeout=PATIENCE_MS)
    touch(door.screen, "Zurück")
    touch(door.screen, "Hilfe kommt")
    touch(door.screen, "Keine Hilfe nötig")
    qtbot.waitUntil(lambda: "Hilfe kommt." not in words(door.screen), timeout=PATIENCE_MS)
    assert happened(premises) == [CALLED, TAKEN_BACK]
    touch(door.screen, "Hilfe holen")
    qtbot.waitUntil(lambda: "Hilfe kommt." in words(door.screen), timeout=PATIENCE_MS)


def test_a_call_that_the_days_end_closes_is_told_no_more_and_nobody_is_said_to_come(
    door: DoorProgram, premises: Premises, qtbot: QtBot
) -> None:
    touch(door.screen, "Hilfe holen")
    qtbot.waitUntil(lambda: "Hilfe kommt." in words(door.screen), timeout=PATIENCE_MS)
    with premises.ledger() as ledger:
        close_day(ledger, premises.file().office, Tap(EventId("end"), None, MAIN, now_utc()))
    qtbot.waitUntil(lambda: "Hilfe kommt." not in words(door.screen), timeout=PATIENCE_MS)
    assert "Jetzt kommt jemand" not in words(door.screen)
    assert "Halten Sie" in words(door.screen)
    assert happened(premises) == [CALLED, HelpEnded(MAIN, HelpEndedBecause.DAY_ENDED)]


def test_without_ledger_and_panel_the_visitor_is_told_where_to_go_and_the_call_follows(
    door: DoorProgram, premises: Premises, qtbot: QtBot, unreachable: Callable[[], None]
) -> None:
    touch(door.screen, "Hilfe holen")
    qtbot.waitUntil(lambda: "niemanden rufen" in words(door.screen), timeout=PATIENCE_MS)
    assert "0000/123456" in words(door.screen)
    assert happened(premises) == []
    unreachable()
    qtbot.waitUntil(lambda: "Hilfe kommt." in words(door.screen), timeout=PATIENCE_MS)
    assert happened(premises) == [CALLED]


def test_without_the_ledger_the_panel_of_this_machine_rings_all_the_same(
    door: DoorProgram,
    panel: PanelProgram,
    premises: Premises,
    qtbot: QtBot,
    unreachable: Callable[[], None],
) -> None:
    qtbot.waitUntil(
        lambda: "lock" in tiles(panel.window) or "sign_in" in tiles(panel.window), timeout=PATIENCE_MS
    )
    touch(door.screen, "Hilfe holen")
    qtbot.waitUntil(lambda: "answer_help" in tiles(panel.window), timeout=PATIENCE_MS)
    assert "Hilfe kommt." in words(door.screen)
    tap(panel.window, "answer_help")
    qtbot.waitUntil(lambda: "Jetzt kommt jemand zu Ihnen." in words(door.screen), timeout=PATIENCE_MS)
    unreachable()
    assert "answer_help" not in tiles(panel.window)
    assert happened(premises) == []


def test_a_call_that_waits_for_the_ledger_is_given_up_after_two_minutes_and_recorded_once(
    premises: Premises, unreachable: Callable[[], None]
) -> None:
    bell, ten = Bell(), at("10:00")
    office = an_office()
    with premises.ledger() as ledger:
        gate = Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())
        assert not bell.ring(None, EventId("first"), ten)
        assert not bell.go_on(gate, ten)
        unreachable()
        assert not bell.go_on(gate, ten + minutes(3))
        assert not bell.go_on(gate, ten)
        assert bell.ring(gate, EventId("second"), ten)
        assert not bell.go_on(gate, ten + timedelta(seconds=1))
        assert not bell.take_back(None, EventId("third"), ten)
        assert bell.take_back(gate, EventId("third"), ten)
        assert not bell.ring(None, EventId("fourth"), ten)
        assert bell.take_back(None, EventId("fifth"), ten)
        bell.forget()
        assert len(list(ledger.events())) == 2


def test_help_is_offered_on_every_page_and_leads_back_to_the_answer(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    screen.show_answer(VERDICTS["admitted"])
    told = answered(screen)
    touch(screen, "Hilfe holen")
    screen.show_help(HelpTold.COMING, may_take_back=False)
    assert "Hilfe kommt." in words(screen)
    touch(screen, "Zurück")
    assert answered(screen) == told
    screen.open_keypad()
    touch(screen, "Hilfe kommt")
    screen.show_help(HelpTold.NOTHING, may_take_back=True)
    touch(screen, "Zurück")
    touch(screen, "Hilfe holen")


def test_the_page_of_help_goes_by_itself_and_outlasts_the_answer(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_page, "STAYS_MS", 60)
    screen = make_screen()
    screen.show_house(VIEW)
    screen.show_answer(VERDICTS["admitted"])
    touch(screen, "Hilfe holen")
    screen.show_help(HelpTold.COMING, may_take_back=True)
    screen._pages.end_answer()
    assert "Hilfe kommt." in words(screen)
    screen._pages.help._stay.start(60)
    qtbot.waitUntil(lambda: "Hilfe kommt." not in words(screen), timeout=PATIENCE_MS)
    assert "Halten Sie" in words(screen)


def test_somebody_on_the_way_is_told_on_the_idle_page_and_not_in_an_answer(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    screen.show_help(HelpTold.ON_THE_WAY, may_take_back=True)
    assert "Jetzt kommt jemand" in words(screen)
    screen.show_answer(VERDICTS["admitted"])
    screen.show_help(HelpTold.ON_THE_WAY, may_take_back=True)
    assert "Jetzt kommt jemand" not in words(screen)
