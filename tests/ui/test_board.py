"""The board at the reception: the page's numbers, live, and never an old one as if it were new."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app.board_program import BoardParts, BoardProgram
from kiosk.app.board_words import OLD_AFTER, board_view
from kiosk.app.running import Showing, run_board
from kiosk.clock import now_utc
from kiosk.core.door_report import DoorReport
from kiosk.core.events import AdmissionStopped, Happening
from kiosk.core.experience import experience
from kiosk.core.figures.attention import attention
from kiosk.core.figures.curve import CapStep, Step
from kiosk.core.figures.day import waits_in
from kiosk.core.figures.now import now_figures
from kiosk.core.forecast import DayAhead, forecast
from kiosk.core.lights import Light
from kiosk.core.trouble import Trouble
from kiosk.gate.passing_time import append_all
from kiosk.ui.board import Board, BoardView
from kiosk.web.course import Course, Usual
from kiosk.web.day import DayNews
from kiosk.web.news import NO_NEWS, News, Numbers
from kiosk.web.words import Words
from tests.building import (
    BERLIN,
    MAIN_DOOR,
    a_cap,
    a_house,
    an_office,
    at,
    entered,
    minutes,
    queued,
    wording,
)
from tests.patience import PATIENCE_MS
from tests.premises import Premises, make_premises

OFFICE = an_office(caps=(a_cap(25, benefits=10, youth=4),))
NOW = at("11:00")
GERMAN, ENGLISH = Words("de", BERLIN), Words("en", BERLIN)


def news(*happenings: Happening) -> News:
    house = a_house(*happenings)
    report = DoorReport(MAIN_DOOR, NOW, Light.GOOD, Light.GOOD, at("10:58"))
    figures = now_figures(OFFICE, house, [report], NOW)
    ahead = forecast(DayAhead(OFFICE, (), frozenset(), house, experience((), 0)), NOW)
    day = DayNews(
        made_at=NOW,
        course=Course(
            day=date(2021, 9, 20),
            opens_at=at("08:00"),
            closes_at=at("16:00"),
            steps=(Step(at("08:30"), 4), Step(at("09:30"), 12), Step(at("10:30"), house.inside)),
            caps=(CapStep(at("08:00"), 25), CapStep(at("13:00"), 10)),
            quarters=(),
            waits=(),
            ordinary=(Usual(at("09:00"), 6.0), Usual(at("15:00"), 9.5)),
        ),
        waited=waits_in(()),
        told={},
        ahead=ahead,
    )
    return News(Numbers(1, figures, attention(OFFICE, figures, ahead), day), NOW, None)


FULL = (
    entered("a", 9, until=at("12:00")),
    entered("b", 2, until=at("10:00")),
    entered("c", 3, until=at("12:00")),
    queued(1, party=2),
    AdmissionStopped(MAIN_DOOR, wording("Halt")),
)


def test_the_board_says_how_full_it_is_who_waits_and_what_is_to_be_done() -> None:
    view = board_view(OFFICE, news(*FULL), GERMAN, NOW)
    assert view.building is not None
    assert (view.building.figure, view.building.hint) == ("14 von 25", "davon 2 unklar")
    benefits = view.areas[0]
    assert benefits.figure == "14 von 10"
    assert "4 Personen über der Grenze" in benefits.hint
    assert view.line.startswith("2 Personen warten")
    assert view.stale == ""


def test_what_a_task_says_of_a_door_is_not_said_again_among_the_doors() -> None:
    held = board_view(OFFICE, news(*FULL), GERMAN, NOW)
    assert [task for task in held.tasks if "angehalten" in task] == [
        "Tür main: Der Einlass ist seit 10:00 angehalten."
    ]
    assert not any(door.startswith("Tür main:") for door in held.doors)
    everywhere = board_view(OFFICE, news(AdmissionStopped(None, wording("Halt"))), GERMAN, NOW)
    assert everywhere.doors[0] == "Tür main: Angehalten seit 10:00"


def test_the_board_speaks_english() -> None:
    view = board_view(OFFICE, news(), ENGLISH, NOW)
    assert view.building is not None
    assert view.building.figure == "0 of 25"


def test_the_course_of_the_day_stands_under_the_cap_that_changes() -> None:
    chart = board_view(OFFICE, news(*FULL), GERMAN, NOW).chart
    assert chart is not None
    assert chart.caps == ((0.0, 25), (0.625, 10))
    assert chart.steps[0] == (0.0, 0)
    assert chart.now == pytest.approx(3 / 8)
    assert chart.expected[0].x == pytest.approx(3 / 8)
    assert chart.expected[0].low <= chart.expected[0].people <= chart.expected[0].high
    assert chart.ordinary == ((0.125, 6.0), (0.875, 9.5))
    assert chart.hours == ((0.0, "08:00"), (0.25, "10:00"), (0.5, "12:00"), (0.75, "14:00"), (1.0, "16:00"))


@pytest.mark.parametrize("trouble", [*Trouble])
def test_an_old_number_is_never_shown_as_new(trouble: Trouble) -> None:
    fresh = news()
    assert board_view(OFFICE, fresh, GERMAN, NOW + OLD_AFTER).stale == ""
    for old, now in ((fresh, NOW + OLD_AFTER + minutes(1)), (replace(fresh, trouble=trouble), NOW)):
        assert board_view(OFFICE, old, GERMAN, now).stale != ""
    assert "11:00" in board_view(OFFICE, fresh, GERMAN, NOW + minutes(5)).stale


def test_before_the_first_number_the_board_says_that_there_is_none() -> None:
    waiting = board_view(OFFICE, NO_NEWS, GERMAN, NOW)
    assert (waiting.building, waiting.stale) == (None, "Verbindung wird hergestellt …")
    away = board_view(OFFICE, replace(NO_NEWS, trouble=Trouble.LEDGER), GERMAN, NOW)
    assert "noch keine Zahlen" in away.stale


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (800, 1280)])
def test_old_numbers_look_other_than_new_ones(qtbot: QtBot, size: tuple[int, int]) -> None:
    board = Board(OFFICE.name)
    qtbot.addWidget(board)
    board.resize(*size)
    board.show()
    board.show_view(BoardView("Amt", "11:00", ""))
    empty = board.grab().toImage()
    view = board_view(OFFICE, news(*FULL), GERMAN, NOW)
    board.show_view(view)
    new = board.grab().toImage()
    board.show_view(replace(view, stale="Seit 10:00 keine neuen Zahlen."))
    old = board.grab().toImage()
    assert len({bytes(each.constBits()) for each in (empty, new, old)}) == 3
    assert "Seit 10:00" in board.accessibleName()
    board.end()
    assert not board.isVisible()


@pytest.fixture
def premises(tmp_path_factory: pytest.TempPathFactory) -> Premises:
    return make_premises(tmp_path_factory.mktemp("board") / "office")


def test_the_board_follows_the_ledger_while_it_is_open_and_ends_its_thread(
    qtbot: QtBot, premises: Premises
) -> None:
    program = BoardProgram(BoardParts(premises.file(), "de"))
    qtbot.addWidget(program.window)
    program.start()
    try:
        qtbot.waitUntil(lambda: program.window.view.building is not None, timeout=PATIENCE_MS)
        with premises.ledger() as ledger, ledger.transaction() as transaction:
            append_all(
                transaction,
                [entered("x", 3, until=now_utc() + timedelta(hours=1))],
                now_utc(),
            )
        qtbot.waitUntil(
            lambda: program.window.view.building is not None and program.window.view.building.inside == 3,
            timeout=PATIENCE_MS,
        )
    finally:
        program.stop()


def test_the_board_runs_until_its_time_is_over(premises: Premises, qapp: QApplication) -> None:
    del qapp  # made by pytest-qt: the program uses the application that is there
    showing = Showing(windowed=True, ends_after=0.3)
    assert run_board(BoardParts(premises.file(), "en"), showing) == 0
