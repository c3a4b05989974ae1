"""The keypad that somebody leaves without a word, because the letter can be read after all."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.verdict import AskStaff, Reason, Verdict
from kiosk.ui import keypad_page
from tests.ui.conftest import ScreenMaker
from tests.ui.seen import button


def test_a_keypad_that_was_left_for_a_letter_takes_no_answer_away_and_keeps_no_sign(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keypad_page, "UNUSED_MS", 100)
    screen = make_screen(answer_seconds=600.0)
    gone: list[None] = []
    screen.answer_gone.connect(lambda: gone.append(None))
    screen.open_keypad()
    button(screen, "A").click()
    screen.show_reading()
    screen.show_answer(Verdict(Reason.ALREADY_USED, AskStaff()))
    qtbot.wait(300)
    assert not gone
    assert screen._pages.keypad.typing.signs == ""
