"""Light on black and large letters: one touch each, until the next visitor; and all within reach."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui import control_texts
from kiosk.ui.colours import HIGH_CONTRAST, USUAL
from kiosk.ui.footer import Footer
from kiosk.ui.leaves import LEAF_MS
from kiosk.ui.theme import REACH_MM
from kiosk.ui.touch_button import TouchButton
from kiosk.ui.visitor_screen import VisitorScreen
from tests.patience import PATIENCE_MS
from tests.ui.conftest import ScreenMaker
from tests.ui.pixels import pixels_of
from tests.ui.screen_states import FULL_VIEW, VERDICTS, VIEW
from tests.ui.seen import button, buttons, place_on, texts, touch, words


def touch_contrast(screen: VisitorScreen) -> None:
    touch(screen, control_texts.contrast())


def touch_larger(screen: VisitorScreen) -> None:
    touch(screen, control_texts.larger())


def test_light_on_black_comes_and_goes_with_one_touch(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    touch_contrast(screen)
    assert screen.grab().toImage().pixelColor(3, 3).name().upper() == HIGH_CONTRAST.house.ground
    assert button(screen, control_texts.contrast()).isChecked()
    touch_contrast(screen)
    assert screen.grab().toImage().pixelColor(3, 3).name().upper() == USUAL.house.ground
    assert not button(screen, control_texts.contrast()).isChecked()


def test_larger_letters_are_larger_and_go_with_one_touch(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["damaged_code"])
    before = min(text.cap_px for text in texts(screen))
    touch_larger(screen)
    parts = [text for text in texts(screen) if not isinstance(text.parent(), Footer)]
    assert min(text.cap_px for text in parts) > 1.4 * before
    touch_larger(screen)
    assert min(text.cap_px for text in texts(screen)) == before


@pytest.mark.parametrize("wish", [touch_contrast, touch_larger])
def test_the_next_visitor_begins_with_the_usual_look(
    make_screen: ScreenMaker,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    wish: Callable[[VisitorScreen], None],
) -> None:
    monkeypatch.setattr("kiosk.ui.visitor_pages.LEAF_MS", 50)
    screen = make_screen(answer_seconds=0.05)
    wish(screen)
    look = screen._pages.look()
    with qtbot.waitSignal(screen.answer_gone, timeout=PATIENCE_MS):
        screen.show_answer(VERDICTS["left"])
        assert screen._pages.look() == look
    assert (screen._pages.look().colours, screen._pages.look().enlarged) == (USUAL, False)
    assert not any(each.isChecked() for each in buttons(screen))


@pytest.mark.parametrize("wish", [touch_contrast, touch_larger])
def test_a_look_that_was_touched_by_chance_goes_by_itself(
    make_screen: ScreenMaker,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    wish: Callable[[VisitorScreen], None],
) -> None:
    monkeypatch.setattr("kiosk.ui.wishes.UNUSED_MS", 50)
    screen = make_screen()
    wish(screen)
    qtbot.waitUntil(
        lambda: screen._pages.look().colours is USUAL and not screen._pages.look().enlarged,
        timeout=PATIENCE_MS,
    )


def test_an_answer_that_comes_back_has_the_look_of_now(make_screen: ScreenMaker) -> None:
    screen = make_screen(answer_seconds=600.0)
    screen.show_answer(VERDICTS["too_early"])
    screen.open_languages()
    touch_contrast(screen)
    touch(screen, control_texts.back())
    assert "Sie sind zu früh." in words(screen)
    assert screen.grab().toImage().pixelColor(3, 3).name().upper() == HIGH_CONTRAST.wait.ground


def test_leaves_turn_by_themselves_until_somebody_turns_them(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.answer_page.LEAF_MS", 50)
    screen = make_screen(answer_seconds=600.0)
    touch_larger(screen)
    screen.show_house(VIEW)
    screen.show_answer(VERDICTS["admitted"])
    assert "Raum 103" not in words(screen)
    qtbot.waitUntil(lambda: "Raum 103" in words(screen), timeout=PATIENCE_MS)
    touch(screen, control_texts.next_leaf())
    assert not screen._pages.answer._turning.isActive()
    seen = words(screen)
    touch(screen, control_texts.next_leaf())
    assert words(screen) != seen


def test_an_answer_on_leaves_stays_until_all_were_seen(make_screen: ScreenMaker) -> None:
    screen = make_screen(answer_seconds=8.0)
    screen.show_answer(VERDICTS["cancelled"])
    usual = screen._pages.time._timer.interval()
    touch_larger(screen)
    assert screen._pages.answer.leaves > 1
    leaves = LEAF_MS * (screen._pages.answer.leaves - 1)
    assert abs(screen._pages.time._timer.interval() - usual - leaves) < LEAF_MS


def test_an_answer_on_one_leaf_offers_no_next_one(make_screen: ScreenMaker) -> None:
    screen = make_screen((1920, 1080))
    screen.show_answer(VERDICTS["too_early"])
    assert control_texts.next_leaf() not in [each.accessibleName() for each in buttons(screen)]


def test_enlarged_numbers_that_are_called_take_turns_with_what_to_do(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    touch_larger(screen)
    screen.show_house(FULL_VIEW)
    assert "Halten Sie Ihren Brief" in words(screen)
    screen._pages.idle._take_turn()
    assert "27" in words(screen)
    assert "Halten Sie Ihren Brief" not in words(screen)
    screen._pages.idle._take_turn()
    assert "Halten Sie Ihren Brief" in words(screen)


@pytest.mark.parametrize(
    ("size", "px_per_mm"),
    [
        ((1080, 1920), 1080 / 681),  # 55 inch, upright
        ((1080, 1920), 1080 / 299),  # 24 inch, upright
        ((1920, 1080), 1920 / 1210),  # 55 inch
        ((800, 1280), 96 / 25.4),
    ],
)
def test_all_that_is_touched_is_within_reach(
    make_screen: ScreenMaker, size: tuple[int, int], px_per_mm: float
) -> None:
    screen = make_screen(size, px_per_mm=px_per_mm)
    highest = size[1] - REACH_MM * px_per_mm - 2
    for open_page in (screen.open_keypad, screen.open_languages):
        open_page()
        assert min(place_on(screen, each).top() for each in buttons(screen)) >= highest


@pytest.mark.parametrize(("picture", "turns"), [("back", True), ("next", True), ("keypad", False)])
def test_what_points_along_the_line_points_the_other_way_from_right_to_left(
    qtbot: QtBot, picture: str, *, turns: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    button = TouchButton(parent, picture=picture)
    button.resize(80, 80)
    button.set_text_px(40)
    drawn = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        button.setLayoutDirection(direction)
        drawn.append(pixels_of(button).astype(int))
    assert (np.abs(drawn[0] - drawn[1]).max() > 100) == turns
    # A pixel's edge may lie otherwise in the mirror.
    assert np.abs(drawn[0][:, ::-1] - drawn[1]).mean() < 4
