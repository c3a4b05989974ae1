"""While nobody scans: what to do, how full it is, which numbers are called, and what is wrong."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.core.help_calls import HelpTold
from kiosk.core.office import Direction
from kiosk.scan.frame import Frame
from kiosk.scan.reading import Reading
from kiosk.ui import control_texts
from kiosk.ui.camera_view import CameraView
from kiosk.ui.fullness_bar import FullnessBar
from kiosk.ui.holding_picture import HoldingPicture
from kiosk.ui.idle_texts import Fullness, fullness
from kiosk.ui.visitor_screen import VisitorScreen
from tests.patience import PATIENCE_MS
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import (
    DOOR,
    FULL_VIEW,
    MESSAGE,
    OFFICE,
    TOO_DARK,
    TOO_SMALL,
    VERDICTS,
    VIEW,
    camera_picture,
    local,
    unread_picture,
)
from tests.ui.seen import button, buttons, choose_language, languages_button, touch, words


@pytest.mark.parametrize(
    ("inside", "cap", "word"),
    [
        (0, 25, Fullness.ROOM_LEFT),
        (19, 25, Fullness.ROOM_LEFT),
        (20, 25, Fullness.NEARLY_FULL),
        (24, 25, Fullness.NEARLY_FULL),
        (25, 25, Fullness.FULL),
        (27, 25, Fullness.FULL),
        (0, 0, Fullness.FULL),
        (-1, 25, Fullness.ROOM_LEFT),
    ],
)
def test_there_is_a_word_for_how_full_it_is(inside: int, cap: int, word: Fullness) -> None:
    assert fullness(inside, cap) is word


def test_the_house_is_told_in_number_bar_and_word(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(VIEW)
    for part in ("Es ist noch Platz", "18 von 25 Personen", "medizinische Maske", "08:00 bis 16:00 Uhr"):
        assert part in words(screen)
    assert [bar for bar in screen.findChildren(FullnessBar) if bar.isVisible()]


def test_a_count_that_may_be_off_says_so(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(replace(VIEW, unclear=2))
    assert "Etwa 18 von 25 Personen" in words(screen)


def test_a_count_below_zero_is_nobody(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(replace(VIEW, inside=-1))
    assert "0 von 25 Personen" in words(screen)


def test_called_numbers_are_seen(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(FULL_VIEW)
    for part in ("Jetzt an der Reihe", "27", "28", "31", "14 Personen warten draußen"):
        assert part in words(screen)
    screen.show_house(VIEW)
    assert "Jetzt an der Reihe" not in words(screen)


@pytest.mark.parametrize(
    ("direction", "said"),
    [(Direction.IN, "Wenn Sie kommen."), (Direction.OUT, "Wenn Sie gehen."), (Direction.BOTH, "und wenn")],
)
def test_a_door_says_on_which_way_the_letter_is_held(
    make_screen: ScreenMaker, direction: Direction, said: str
) -> None:
    assert said in words(make_screen(door=replace(DOOR, direction=direction)))


def test_a_door_without_a_camera_names_the_scanner(make_screen: ScreenMaker) -> None:
    screen = make_screen(camera=False)
    assert "unter den Scanner" in words(screen)
    assert not [view for view in screen.findChildren(CameraView) if view.isVisible()]


def test_a_closed_door_says_when_it_opens_and_how_to_leave(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(replace(VIEW, open_now=False, hours_today=(), opens_next=local(13, 0)))
    for part in ("geschlossen", "heute um 13:00 Uhr", "Sie gehen?", "Heute geschlossen"):
        assert part in words(screen)


def test_a_closed_exit_still_lets_people_out(make_screen: ScreenMaker) -> None:
    screen = make_screen(door=replace(DOOR, direction=Direction.OUT))
    screen.show_house(replace(VIEW, open_now=False))
    assert "Halten Sie Ihren Brief" in words(screen)


def test_a_stop_shows_the_staffs_message(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(replace(VIEW, stopped=MESSAGE))
    assert MESSAGE.in_language("de") in words(screen)


def test_a_door_out_of_service_sends_to_the_staff(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_house(replace(VIEW, in_service=False))
    assert "Unser Personal hilft Ihnen." in words(screen)


def test_a_dead_camera_is_told_with_the_ways_that_are_left(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_camera_trouble(True)
    assert "Die Kamera ist gerade gestört." in words(screen)
    assert "Personal" in words(screen)
    screen.show_camera_trouble(False)
    assert "Halten Sie Ihren Brief" in words(screen)


def camera_view(screen: VisitorScreen) -> CameraView:
    (view,) = screen.findChildren(CameraView)
    return view


def test_the_picture_is_mirrored_and_the_code_is_framed(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    image = np.zeros((360, 640, 3), dtype=np.uint8)
    image[:, :320] = (0, 0, 255)
    screen.show_frame(Frame(image, 0.0, 1), Reading())
    view = camera_view(screen)
    drawn = view.grab().toImage()
    middle = view.height() // 2
    assert drawn.pixelColor(view.width() - 30, middle).red() > 200
    assert drawn.pixelColor(30, middle).red() < 50
    screen.show_frame(Frame(image, 0.1, 2), camera_picture()[1])
    assert view.grab().toImage() != drawn


@pytest.mark.parametrize("shape", [(480, 640), (1080, 1920), (90, 160), (720, 1281), (1280, 720)])
def test_pictures_of_every_size_are_drawn(make_screen: ScreenMaker, shape: tuple[int, int]) -> None:
    screen = make_screen()
    screen.show_frame(Frame(np.full((*shape, 3), 128, dtype=np.uint8), 0.0, 1), Reading())
    view = camera_view(screen)
    assert view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2).red() == 128
    assert view.width() / view.height() == pytest.approx(shape[1] / shape[0], rel=0.03)


def test_no_picture_of_the_one_before_is_kept(make_screen: ScreenMaker) -> None:
    screen = make_screen(answer_seconds=60)
    screen.show_frame(*camera_picture())
    screen.show_answer(VERDICTS["left"])
    screen.show_frame(*camera_picture())
    assert camera_view(screen)._picture is None


def test_the_hand_moves_while_it_is_seen_only(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    (hand,) = screen.findChildren(HoldingPicture)
    assert hand._timer.isActive()
    screen.show_answer(VERDICTS["left"])
    assert not hand._timer.isActive()


def test_the_hand_comes_and_goes(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    (hand,) = screen.findChildren(HoldingPicture)
    seen = set()
    for _ in range(120):
        hand._move()
        seen.add(round(hand._offset()))
    assert {0, 235} <= seen
    assert len(seen) > 20


def test_notes_take_turns_with_the_hours(make_screen: ScreenMaker) -> None:
    screen = make_screen((1920, 1080))
    screen.show_house(VIEW)
    note = OFFICE.notes[0].in_language("de")
    assert note not in words(screen)
    screen._pages.idle._take_turn()
    assert note in words(screen)
    assert "Heute geöffnet" not in words(screen)
    for _ in OFFICE.notes:
        screen._pages.idle._take_turn()
    assert "Heute geöffnet" in words(screen)


@pytest.mark.parametrize(("offered", "choose"), [(("de", "en"), touch), (OFFICE.languages, choose_language)])
def test_the_language_is_switched_by_touch_and_falls_back_to_german(
    make_screen: ScreenMaker,
    qtbot: QtBot,
    offered: tuple[str, ...],
    choose: Callable[[VisitorScreen, str], None],
) -> None:
    screen = make_screen((1920, 1080), answer_seconds=0.05, office=replace(OFFICE, languages=offered))
    choose(screen, "English")
    assert "Hold your letter under the camera." in words(screen)
    with qtbot.waitSignal(screen.answer_gone, timeout=PATIENCE_MS):
        screen.show_answer(VERDICTS["too_early"])
        assert "You are too early." in words(screen)
    assert "Halten Sie Ihren Brief" in words(screen)


def test_the_language_that_is_spoken_is_shown_as_chosen(make_screen: ScreenMaker) -> None:
    screen = make_screen((1920, 1080), office=replace(OFFICE, languages=("de", "en")))
    button(screen, "English").click()
    assert [each.text() for each in buttons(screen) if each.isChecked()] == ["English"]
    many = make_screen()
    choose_language(many, "Türkçe")
    many.open_languages()
    assert [each.text() for each in buttons(many) if each.isChecked()] == ["Türkçe"]


def test_the_way_to_the_languages_names_some_in_scripts_of_their_own(make_screen: ScreenMaker) -> None:
    assert languages_button(make_screen((1920, 1080))).text() == "Leichte Sprache · Українська · العربية"


def test_the_way_to_the_languages_never_names_the_one_that_is_spoken(make_screen: ScreenMaker) -> None:
    screen = make_screen((1920, 1080))
    for name in (*screen._pages.spoken.values(), "Deutsch"):
        choose_language(screen, name)
        named = languages_button(screen).text().split(" · ")
        assert name not in named
        assert len(named) >= 2


def test_an_answer_is_in_the_language_of_its_letter_and_the_next_one_in_its_own(
    make_screen: ScreenMaker,
) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["too_early"], "tr")
    assert "Çok erken geldiniz." in words(screen)
    screen.show_reading()
    screen.show_answer(VERDICTS["too_early"], "uk")
    assert "Ви прийшли зарано." in words(screen)
    screen.show_reading()
    screen.show_answer(VERDICTS["too_early"], "xx")
    assert "Sie sind zu früh." in words(screen)


def test_a_language_that_was_touched_goes_before_that_of_the_letter(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    choose_language(screen, "Русский")
    screen.show_reading()
    screen.show_answer(VERDICTS["too_early"], "tr")
    assert "Вы пришли слишком рано." in words(screen)


def test_a_language_that_was_touched_is_not_that_of_the_next_letter(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    choose_language(screen, "Русский")
    screen.show_reading()
    screen.show_answer(VERDICTS["damaged_code"])
    screen.show_reading()  # the same letter, held again
    screen.show_answer(VERDICTS["too_early"], "tr")
    assert "Вы пришли слишком рано." in words(screen)
    screen.show_reading()
    screen.show_answer(VERDICTS["too_early"], "tr")
    assert "Çok erken geldiniz." in words(screen)


def test_a_language_that_was_touched_beside_a_call_for_help_goes_by_itself(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.wishes.UNUSED_MS", 50)
    screen = make_screen((1920, 1080), office=replace(OFFICE, languages=("de", "en")))
    touch(screen, "Hilfe holen")
    screen.show_help(HelpTold.COMING, may_take_back=True)
    touch(screen, "English")
    assert "Help is coming." in words(screen)
    touch(screen, "Back")
    qtbot.waitUntil(lambda: "Halten Sie Ihren Brief" in words(screen), timeout=PATIENCE_MS)


def test_whoever_looks_for_a_language_comes_back_to_the_answer(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    screen.show_answer(VERDICTS["too_early"])
    choose_language(screen, "فارسی")
    assert "زود آمده‌اید." in words(screen)
    languages_button(screen).click()
    button(screen, "بازگشت").click()
    assert "زود آمده‌اید." in words(screen)


def test_the_way_to_the_languages_touched_twice_still_leads_back(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    languages_button(screen).click()
    languages_button(screen).click()
    button(screen, "Zurück").click()
    assert "Halten Sie Ihren Brief" in words(screen)


def test_languages_that_were_opened_from_the_keypad_go_by_themselves(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.wishes.UNUSED_MS", 50)
    screen = make_screen()
    screen.open_keypad()
    languages_button(screen).click()
    qtbot.waitUntil(lambda: "Halten Sie Ihren Brief" in words(screen), timeout=PATIENCE_MS)


def test_a_keypad_that_was_left_for_a_language_still_goes_by_itself(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.keypad_page.UNUSED_MS", 50)
    screen = make_screen()
    screen.open_keypad()
    choose_language(screen, "English")
    assert "Type the short code from your letter." in words(screen)
    qtbot.waitUntil(lambda: "Halten Sie Ihren Brief" in words(screen), timeout=PATIENCE_MS)


def test_a_language_that_was_chosen_by_chance_goes_by_itself(
    make_screen: ScreenMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.wishes.UNUSED_MS", 50)
    screen = make_screen()
    choose_language(screen, "English")
    qtbot.waitUntil(lambda: "Halten Sie Ihren Brief" in words(screen), timeout=PATIENCE_MS)


def test_an_office_of_one_language_offers_no_choice(make_screen: ScreenMaker) -> None:
    screen = make_screen(office=replace(OFFICE, languages=("de",)))
    assert control_texts.languages() not in [each.accessibleName() for each in buttons(screen)]


def test_the_page_mirrors_for_languages_that_read_from_right_to_left(make_screen: ScreenMaker) -> None:
    screen = make_screen((1280, 800))
    screen.show_house(VIEW)
    globe = languages_button(screen)
    assert globe.geometry().left() < 50
    screen.choose_language("ar")
    assert globe.geometry().right() > screen.width() - 50
    assert camera_view(screen).mapTo(screen, camera_view(screen).rect().center()).x() > screen.width() * 0.4
    # A guard's panel beside it reads on from left to right.
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_code_that_is_found_and_not_read_is_framed_otherwise_than_one_that_is_read(
    make_screen: ScreenMaker,
) -> None:
    screen = make_screen()
    frame, read = camera_picture()
    pictures = []
    for reading in (Reading(), read, unread_picture(TOO_SMALL, 0.0)[1]):
        screen.show_frame(frame, reading)
        pictures.append(camera_view(screen).grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_the_hand_is_guided_in_words_and_in_a_pictogram(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    (hand,) = screen.findChildren(HoldingPicture)
    for tenth in range(10):
        screen.show_frame(*unread_picture(TOO_SMALL, tenth / 10))
    assert "Bitte etwas näher heran." in words(screen)
    assert not hand.isVisible()
    screen.show_frame(*camera_picture(at=1.0))
    assert "Halten Sie Ihren Brief" in words(screen)
    assert hand.isVisible()


def test_the_next_visitor_begins_without_the_hint_of_the_one_before(make_screen: ScreenMaker) -> None:
    screen = make_screen()
    for tenth in range(10):
        screen.show_frame(*unread_picture(TOO_DARK, tenth / 10))
    assert "Es ist zu dunkel." in words(screen)
    screen.show_answer(VERDICTS["left"])
    screen._pages.to_idle()
    assert "Es ist zu dunkel." not in words(screen)
