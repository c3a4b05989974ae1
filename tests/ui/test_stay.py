"""An answer stays for as long as it takes: by touch, by whoever is in front of it, and never for ever."""

from time import monotonic

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.scan.frame import Frame, Image
from kiosk.scan.movement import Movement
from kiosk.scan.reading import Reading
from kiosk.ui.answer_time import AnswerTime
from kiosk.ui.next_strip import NextStrip
from kiosk.ui.stay import (
    LINGERS_SECONDS,
    MORE_SECONDS,
    MOST_BY_PRESENCE_SECONDS,
    MOST_WISHED_SECONDS,
    Stay,
)
from tests.patience import PATIENCE_MS
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import VERDICTS, VIEW, camera_picture
from tests.ui.seen import buttons, touch, words


def test_an_answer_that_nobody_needs_for_longer_stays_for_its_usual_time() -> None:
    answer = Stay(100.0, 12.0)
    assert answer.left(100.0) == 12.0
    assert answer.left(111.5) == 0.5
    assert answer.left(112.0) == answer.left(500.0) == 0.0


def test_more_time_is_half_a_minute_from_the_touch_on_and_three_minutes_at_most() -> None:
    answer = Stay(100.0, 12.0)
    assert answer.wish_more(105.0) == 105.0 + MORE_SECONDS
    assert answer.wish_more(130.0) == 130.0 + MORE_SECONDS
    assert answer.wish_more(270.0) == 100.0 + MOST_WISHED_SECONDS
    assert answer.left(100.0 + MOST_WISHED_SECONDS) == 0.0


def test_whoever_stands_there_keeps_it_a_little_longer_and_the_next_one_does_not_read_it_for_ever() -> None:
    answer = Stay(100.0, 12.0)
    answer.see_somebody(101.0)
    assert answer.left(101.0) == 11.0
    for second in range(101, 200):
        answer.see_somebody(float(second))
    assert answer.left(100.0 + MOST_BY_PRESENCE_SECONDS - LINGERS_SECONDS) == LINGERS_SECONDS
    assert answer.left(100.0 + MOST_BY_PRESENCE_SECONDS) == 0.0


@given(
    usual=st.floats(8.0, 600.0),
    asks=st.lists(st.tuples(st.floats(0.0, 60.0), st.booleans()), max_size=40),
)
def test_whatever_is_asked_it_never_stays_for_less_than_its_usual_time_nor_beyond_its_bounds(
    usual: float, asks: list[tuple[float, bool]]
) -> None:
    answer, now = Stay(0.0, usual), 0.0
    for passes, wishes in asks:
        before = now + answer.left(now)
        now += passes
        if wishes:
            answer.wish_more(now)
        else:
            answer.see_somebody(now)
        assert now + answer.left(now) >= min(before, max(usual, MOST_WISHED_SECONDS)) - 1e-6
        assert now + answer.left(now) <= max(usual, MOST_WISHED_SECONDS, now) + 1e-6
    assert Stay(0.0, usual).left(7.99) > 0.0


def a_foyer(brightness: int = 120) -> Image:
    rows = np.linspace(0, 60, 720)[:, None, None] + brightness
    picture = np.broadcast_to(rows, (720, 1280, 3)) + np.random.default_rng(7).normal(0, 4, (720, 1280, 3))
    return picture.clip(0, 255).astype(np.uint8)


def with_hand(picture: Image, left: int) -> Image:
    held = picture.copy()
    held[200:520, left : left + 260] = (90, 120, 200)
    return held


def moved(*pictures: Image, apart: float = 0.5) -> bool:
    movement = Movement()
    seen = [movement.see(picture, place * apart) for place, picture in enumerate(pictures)]
    return seen[-1]


def test_a_hand_that_is_held_up_moves_and_an_empty_foyer_does_not() -> None:
    foyer = a_foyer()
    assert not moved(foyer)
    assert not moved(foyer, foyer)
    assert moved(foyer, with_hand(foyer, 300))
    assert moved(with_hand(foyer, 300), with_hand(foyer, 420))
    assert moved(foyer[:, :, 0], with_hand(foyer, 300)[:, :, 0])


def test_a_lamp_that_goes_on_and_a_camera_that_opens_its_eye_are_nobody() -> None:
    assert not moved(a_foyer(120), a_foyer(160))


def test_pictures_that_follow_closely_tell_the_same_and_one_that_is_forgotten_nothing() -> None:
    foyer, movement = a_foyer(), Movement()
    movement.see(foyer, 0.0)
    assert movement.see(with_hand(foyer, 300), 0.5)
    assert movement.see(with_hand(foyer, 300), 0.6)
    movement.forget()
    assert not movement.see(with_hand(foyer, 600), 1.2)


def test_a_letter_in_view_keeps_the_answer_and_an_empty_picture_does_not(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    over: list[str] = []
    for name, reading in (("read", camera_picture()[1]), ("empty", Reading())):
        answer = AnswerTime()
        answer.over.connect(lambda name=name: over.append(name))
        answer.begin(300)
        with monkeypatch.context() as patch:
            patch.setattr("kiosk.ui.stay.LINGERS_SECONDS", 3600.0)
            answer.see(Frame(a_foyer(), monotonic(), 1), reading)
        qtbot.wait(400)
        answer.stop()
        answer.see(Frame(a_foyer(), monotonic(), 1), reading)
    assert over == ["empty"]


def test_more_time_is_offered_with_an_answer_alone_and_lets_the_next_letter_wait(
    make_screen: ScreenMaker, qtbot: QtBot
) -> None:
    screen = make_screen(answer_seconds=0.3)
    screen.show_house(VIEW)
    assert "Mehr Zeit" not in [each.accessibleName() for each in buttons(screen)]
    screen.show_answer(VERDICTS["admitted"])
    with qtbot.waitSignal(screen.answer_kept, timeout=PATIENCE_MS) as kept:
        touch(screen, "Mehr Zeit")
    assert kept.args is not None
    assert kept.args[0] > monotonic() + MORE_SECONDS - 10
    qtbot.wait(700)
    assert "Bitte kommen Sie herein." in words(screen)
    with qtbot.waitSignal(screen.answer_gone, timeout=PATIENCE_MS):
        touch(screen, "Code eintippen")


def test_whoever_holds_up_the_next_letter_is_told_that_it_was_seen(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    screen.show_answer(VERDICTS["admitted"])
    strip = screen.findChild(NextStrip)
    assert isinstance(strip, NextStrip)
    assert not strip.isVisible()
    screen.show_next_waits(waits=True)
    assert strip.isVisible()
    assert "Brief wurde erkannt" in strip.accessibleName()
    screen.show_next_waits(waits=False)
    assert not strip.isVisible()
    touch(screen, "Code eintippen")
    touch(screen, "Zurück")
    screen.show_next_waits(waits=True)
    assert "Moment" in words(screen)
