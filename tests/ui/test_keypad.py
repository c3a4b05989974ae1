"""The keypad: a short code is typed, a mistyped one is told at once, and nothing stays behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.core.code import ALPHABET, SHORT_SYMBOLS, ShortCode
from kiosk.ui.keypad import Entry, Typing, key_grid
from tests.patience import PATIENCE_MS
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import VERDICTS
from tests.ui.seen import button, buttons, words

CODE = ShortCode(123_456_789).text


def mistyped(code: str) -> str:
    return code[:-1] + ALPHABET[(ALPHABET.index(code[-1]) + 1) % len(ALPHABET)]


@given(st.integers(0, 2**35 - 1))
def test_every_printed_code_is_complete_and_a_wrong_last_sign_is_mistyped(number: int) -> None:
    code = ShortCode(number).text
    assert Typing(code).entry is Entry.COMPLETE
    assert Typing(mistyped(code)).entry is Entry.MISTYPED
    assert Typing(code[:-1]).entry is Entry.UNFINISHED


@given(st.text(ALPHABET, max_size=20))
def test_no_more_than_eight_signs_are_taken(signs: str) -> None:
    typing = Typing()
    for sign in signs:
        typing = typing.with_sign(sign)
    assert typing.signs == signs[:SHORT_SYMBOLS]
    assert typing.without_last().signs == typing.signs[:-1]


@pytest.mark.parametrize(
    ("room", "columns", "expected"),
    [((1900, 600), (12, 9), 12), ((760, 760), (6, 4), 6), ((500, 900), (6, 4), 4), ((900, 600), (12, 9), 9)],
)
def test_the_grid_with_the_largest_keys_is_taken(
    room: tuple[int, int], columns: tuple[int, ...], expected: int
) -> None:
    grid = key_grid(36, columns, room, 76, 16)
    assert grid.columns == expected
    assert (grid.width, grid.height) <= room
    assert grid.key <= round(76 * 1.9)


def test_a_code_is_sent_as_soon_as_it_is_complete(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    screen.open_keypad()
    for sign in CODE[:-1]:
        button(screen, sign).click()
    with qtbot.waitSignal(screen.code_typed, timeout=PATIENCE_MS) as sent:
        button(screen, CODE[-1]).click()
    assert sent.args == [CODE]
    assert "Moment, bitte." in words(screen)


def test_a_mistyped_code_is_told_and_not_sent(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    screen.open_keypad()
    with qtbot.assertNotEmitted(screen.code_typed):
        for sign in mistyped(CODE):
            button(screen, sign).click()
    assert "Dieser Code stimmt nicht." in words(screen)


def test_a_mistyped_sign_can_be_taken_back(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    screen.open_keypad()
    for sign in mistyped(CODE):
        button(screen, sign).click()
    with qtbot.waitSignal(screen.code_typed, timeout=PATIENCE_MS):
        button(screen, "Letztes Zeichen löschen").click()
        assert "stimmt nicht" not in words(screen)
        button(screen, CODE[-1]).click()


def test_all_signs_can_be_taken_back(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.open_keypad()
    for sign in "123":
        button(screen, sign).click()
    button(screen, "Alles löschen").click()
    assert screen._pages.keypad.typing == Typing()


def test_there_is_a_key_for_each_sign_of_the_alphabet(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.open_keypad()
    assert [each.text() for each in buttons(screen) if len(each.text()) == 1] == list(ALPHABET)


def test_the_keypad_closes_when_nobody_uses_it(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.keypad_page.UNUSED_MS", 50)
    screen = make_screen()
    screen.open_keypad()
    button(screen, "7").click()
    qtbot.waitUntil(lambda: "Halten Sie Ihren Brief" in words(screen), timeout=PATIENCE_MS)
    assert screen._pages.keypad.typing == Typing()


def test_the_way_back_leads_to_the_idle_page(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    button(screen, "Code eintippen").click()
    button(screen, "7").click()
    button(screen, "Zurück").click()
    assert "Halten Sie Ihren Brief" in words(screen)
    assert screen._pages.keypad.typing == Typing()


def test_an_answer_closes_the_keypad(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.open_keypad()
    button(screen, "7").click()
    screen.show_answer(VERDICTS["admitted"])
    assert "Raum 103" in words(screen)
    assert screen._pages.keypad.typing == Typing()


def test_a_paused_keypad_takes_no_code_until_the_pause_is_over(
    make_screen: ScreenMaker, qtbot: QtBot
) -> None:
    screen = make_screen()
    screen.show_keypad_pause(0.3)
    screen.open_keypad()
    assert "Zu viele Versuche" in words(screen)
    with qtbot.assertNotEmitted(screen.code_typed):
        for sign in CODE:
            button(screen, sign).click()
    qtbot.waitUntil(lambda: "Tippen Sie" in words(screen), timeout=PATIENCE_MS)
    with qtbot.waitSignal(screen.code_typed, timeout=PATIENCE_MS):
        for sign in CODE:
            button(screen, sign).click()


def test_a_pause_of_minutes_is_told_in_minutes(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_keypad_pause(90.0)
    screen.open_keypad()
    assert "1:30" in words(screen)


def test_a_pause_takes_no_answer_away(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.keypad_page.UNUSED_MS", 50)
    screen = make_screen()
    screen.show_answer(VERDICTS["unknown_code_paused"])
    screen.show_keypad_pause(0.05)
    with qtbot.assertNotEmitted(screen.answer_gone, wait=200):
        pass
