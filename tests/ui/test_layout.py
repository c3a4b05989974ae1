"""Every state fits at every size in every language: nothing is cut off or overlaps, all is large enough."""

from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ui.controls import Control
from kiosk.ui.theme import MM_PER_INCH, TARGET_GAP_MM, TARGET_MM
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.conftest import ScreenMaker
from tests.ui.screen_states import LANGUAGES, SIZES, STATES
from tests.ui.seen import buttons, place_on, texts, words
from tests.ui.sweep import in_every_state

# A capital H in millimetres. The least is of the longest way that the tests know; EN 301 549 asks for 7.3 mm
# at the 60 cm from which a hand reaches the screen, and what is told first is read from 1.5 m.
LEAST_CAP, LEAST_LARGEST_CAP = 4.9, 15.5
FULL_HD_24_INCH = 1920 / 531
AT_96_DPI = 96 / MM_PER_INCH


def faults(screen: VisitorScreen) -> list[str]:
    seen = [(text.text, place_on(screen, text)) for text in texts(screen)]
    seen += [(button.text() or "a key", place_on(screen, button)) for button in buttons(screen)]
    wrong = [f"{text.text!r} is cut off" for text in texts(screen) if text.overflows()]
    wrong += [f"{button.text()!r} does not fit" for button in buttons(screen) if button.overflows()]
    wrong += [f"{what!r} leaves the screen" for what, place in seen if not screen.rect().contains(place)]
    wrong += [
        f"{one!r} lies on {other!r}"
        for (one, place), (other, its_place) in combinations(seen, 2)
        if place.intersects(its_place)
    ]
    if not seen:
        wrong.append("nothing is shown")
    return wrong


@pytest.mark.parametrize("asked", [(), (Control.LARGER,)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_fits_its_place(
    make_screen: ScreenMaker, language: str, asked: tuple[Control, ...]
) -> None:
    wrong = {
        f"{state}: {each}"
        for state, screen in in_every_state(make_screen, SIZES, language, AT_96_DPI, *asked)
        for each in faults(screen)
    }
    assert wrong == set()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_letters_are_high_enough_on_a_screen_of_24_inch(
    make_screen: ScreenMaker, size: tuple[int, int]
) -> None:
    screen = make_screen(size, px_per_mm=FULL_HD_24_INCH)
    for state in (each for each in STATES if each.name.startswith(("idle", "admitted", "too", "building"))):
        screen._pages.to_idle()
        screen.show_camera_trouble(False)
        state.reach(screen)
        heights = [text.cap_px / FULL_HD_24_INCH for text in texts(screen)]
        assert min(heights) >= LEAST_CAP, (state.name, words(screen))
        assert max(heights) >= LEAST_LARGEST_CAP, (state.name, words(screen))


@pytest.mark.parametrize(
    ("size", "px_per_mm"),
    [
        ((1920, 1080), FULL_HD_24_INCH),
        ((1080, 1920), FULL_HD_24_INCH),
        ((1280, 800), AT_96_DPI),
        ((800, 1280), AT_96_DPI),
    ],
)
def test_every_key_and_button_is_20_mm_wide_and_high_with_4_mm_between(
    make_screen: ScreenMaker, size: tuple[int, int], px_per_mm: float
) -> None:
    screen = make_screen(size, px_per_mm=px_per_mm)
    screen.open_keypad()
    places = [place_on(screen, button) for button in buttons(screen)]
    assert len(places) == 32 + 2 + 5
    least, gap = TARGET_MM * px_per_mm - 1, int(TARGET_GAP_MM * px_per_mm) - 1
    for place in places:
        assert place.width() >= least
        assert place.height() >= least
    for one, other in combinations(places, 2):
        assert not one.adjusted(-gap, -gap, gap, gap).intersects(other)


def test_the_screen_follows_a_new_size(make_screen: ScreenMaker) -> None:
    screen = make_screen((1280, 800))
    screen.open_keypad()
    screen.resize(800, 1280)
    QApplication.processEvents()
    assert faults(screen) == []
