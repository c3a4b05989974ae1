"""A language that the office adds: it is chosen and read on the screen; what is missing is in German."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from kiosk.core.office import AreaId, RoomId
from kiosk.core.verdict import AskStaff, ComeBackAt, GoTo, Reason, Verdict, WaitForNumber
from kiosk.languages.own import OwnLanguage, read_own
from kiosk.ui.language import Language, as_quoted
from kiosk.ui.visitor_screen import VisitorScreen
from tests.polish import POLISH
from tests.ui.screen_states import DOOR, MESSAGE, OFFICE, VERDICTS, VIEW, local
from tests.ui.seen import choose_language, texts, words


def _own(source: str, tag: str) -> tuple[OwnLanguage]:
    return (read_own(source, tag),)


@pytest.fixture
def screen(qtbot: QtBot) -> VisitorScreen:
    office = replace(OFFICE, languages=(*OFFICE.languages, "pl"))
    screen = VisitorScreen(office, DOOR, camera=True, own_languages=_own(POLISH, "pl"))
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    screen._tones_begin.stop()
    screen.show_house(VIEW)
    return screen


def test_a_visitor_chooses_the_offices_own_language_and_reads_it(screen: VisitorScreen) -> None:
    choose_language(screen, "Polski")
    screen.show_answer(Verdict(Reason.ADMITTED, GoTo(AreaId("leistung"), RoomId("104"))))
    assert "Proszę wejść." in words(screen)
    screen.show_answer(Verdict(Reason.TOO_LATE, AskStaff()))
    assert "Sie sind zu spät." in words(screen)
    screen.close()


def test_a_name_of_signs_that_have_none_keeps_no_door_closed(qtbot: QtBot) -> None:
    own = _own("== language ==\nname: \ue000lbisch\ncustoms: de_DE\n", "qya")
    screen = VisitorScreen(replace(OFFICE, languages=("de", "qya")), DOOR, camera=True, own_languages=own)
    qtbot.addWidget(screen)
    screen.close()


def test_the_answer_to_a_letter_in_the_offices_own_language_is_in_it(screen: VisitorScreen) -> None:
    screen.show_answer(Verdict(Reason.TOO_EARLY, ComeBackAt(local(10, 15))), "pl")
    assert "Przyszli Państwo za wcześnie." in words(screen)
    assert "o 10:15" in words(screen)
    screen.close()


@pytest.mark.parametrize(
    ("ahead", "told"),
    [(1, "1 osoba przed Państwem"), (3, "3 osoby przed Państwem"), (12, "12 osób przed Państwem")],
)
def test_words_follow_their_number_as_the_language_has_it(
    screen: VisitorScreen, ahead: int, told: str
) -> None:
    screen.show_answer(Verdict(Reason.BUILDING_FULL, WaitForNumber(27, ahead, timedelta(minutes=10))), "pl")
    assert told in words(screen)
    screen.close()


@pytest.mark.usefixtures("qapp")
def test_the_customs_are_those_that_the_file_names() -> None:
    language = Language(own=_own("== language ==\nname: Elbisch\ncustoms: fa_IR\n", "qya"))
    assert language.names_of(["de", "qya", "xx"]) == {"de": "Deutsch", "qya": "Elbisch"}
    language.speak("qya")
    assert language.time_text(local(10, 5)) == "۱۰:۰۵"  # noqa: RUF001 - Farsi's own digits
    language.speak("xx")
    assert language.now == "de"
    language.stop()


@pytest.mark.usefixtures("qapp")
def test_an_office_may_say_a_shipped_text_otherwise() -> None:
    own = _own("== screen: answer ==\nPlease come in. = Do come in.\n", "en")
    language = Language(own=own)
    language.speak("en")
    assert QCoreApplication.translate("answer", "Please come in.") == "Do come in."
    assert QCoreApplication.translate("answer", "You are too late.") == "You are too late."
    language.speak("de")
    assert QCoreApplication.translate("answer", "Please come in.") == "Bitte kommen Sie herein."
    language.stop()


@pytest.mark.usefixtures("qapp")
def test_a_phone_number_keeps_its_order_among_words_from_the_right() -> None:
    language = Language()
    assert as_quoted("0123 / 4567") == "0123 / 4567"
    language.speak("ar")
    assert as_quoted("0123 / 4567") == "\N{FIRST STRONG ISOLATE}0123 / 4567\N{POP DIRECTIONAL ISOLATE}"
    language.stop()


def test_a_text_that_the_office_gives_in_german_alone_is_written_from_left_to_right(
    screen: VisitorScreen,
) -> None:
    screen.show_answer(VERDICTS["admission_stopped"], "ar")
    directions = {text.text: text._layout.textOption().textDirection() for text in texts(screen)}
    message = MESSAGE.in_language("de")
    assert directions.pop(message) is Qt.LayoutDirection.LeftToRight
    assert set(directions.values()) == {Qt.LayoutDirection.RightToLeft}
    screen.close()
