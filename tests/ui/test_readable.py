"""All that is written or drawn is high enough and stands out from its ground, in every language and look."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Final

import pytest
from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks import Picture
from kiosk.ui.controls import Control
from kiosk.ui.footer import Footer
from kiosk.ui.sign import Sign
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, CAP_SMALL
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.conftest import ScreenMaker
from tests.ui.pixels import contrast_in, pixels_of
from tests.ui.screen_states import LANGUAGES
from tests.ui.seen import buttons, place_on, texts
from tests.ui.sweep import in_every_state

# A screen of 24 inch, in few pixels: most of the test's time is to look at them.
SIZE: Final = (1152, 648)
MILLIMETRES: Final = QSizeF(531, 299)
PX_PER_MM: Final = SIZE[0] / MILLIMETRES.width()
ROUNDED: Final = 0.25
"""By how many millimetres a letter of whole pixels may be lower than was asked for."""

TEXT_CONTRAST, PICTOGRAM_CONTRAST = 7.0, 3.0
"""WCAG 2.2: 1.4.6 and 1.4.11."""

LOOKS: Final = ((), (Control.CONTRAST,), (Control.LARGER,))


@dataclass(frozen=True, slots=True)
class Part:
    """What is written or drawn at a place, on a field of one colour, and the least contrast of that."""

    name: str
    place: QRect
    field: str
    least: float


def parts_of(screen: VisitorScreen) -> list[Part]:
    """Return the texts, buttons and pictograms that are seen now."""
    field = (
        screen._pages.answer._ground
        if screen._pages.seen is screen._pages.answer
        else screen._pages.idle._field._ground
    )
    parts = [Part(text.text, place_on(screen, text), field, TEXT_CONTRAST) for text in texts(screen)]
    for button in buttons(screen):
        place = place_on(screen, button)
        # Without the rim, which has a contrast of its own.
        inside = place.adjusted(6, place.height() // 4, -6, -place.height() // 4)
        parts.append(Part(button.accessibleName(), inside, field, TEXT_CONTRAST))
    pictures: list[tuple[QWidget, str]] = [(each, each._name) for each in screen.findChildren(Picture)]
    pictures += [(each, each._icon) for each in screen.findChildren(Sign)]
    return parts + [
        Part(name, place_on(screen, each), field, PICTOGRAM_CONTRAST)
        for each, name in pictures
        if each.isVisible()
    ]


def too_faint(screen: VisitorScreen, seen_before: set[Part]) -> list[str]:
    """Return what has too little contrast, of what was not seen before."""
    new = [part for part in parts_of(screen) if part not in seen_before]
    if not new:
        return []
    seen_before.update(new)
    pixels = pixels_of(screen)
    measured = ((part, contrast_in(pixels, part.place)) for part in new)
    return [f"{part.name!r}: {found:.1f} to 1" for part, found in measured if found < part.least]


def too_low(screen: VisitorScreen, *, enlarged: bool) -> list[str]:
    """Return the texts whose letters are too low, by the size that the screen says of itself.

    0.7 degrees (EN 301 549, 5.1.4): 7.3 mm from where a hand reaches the screen, 18.3 mm from 1.5 m.
    """
    heights = [(text, text.cap_px / PX_PER_MM) for text in texts(screen)]
    return [
        f"{text.text!r}: {height:.1f} mm"
        for text, height in heights
        if height < (CAP_HEADLINE if enlarged and is_read_from_afar(screen, text) else CAP_SMALL) - ROUNDED
    ]


def is_read_from_afar(screen: VisitorScreen, text: Text) -> bool:
    """Say whether nobody has to touch the screen where a text stands."""
    return screen._pages.seen not in (screen._pages.keypad, screen._pages.languages) and not isinstance(
        text.parent(), Footer
    )


@pytest.fixture
def _on_a_screen_of_24_inch(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = SimpleNamespace(size=lambda: QSize(*SIZE), physicalSize=lambda: MILLIMETRES)
    monkeypatch.setattr("kiosk.ui.screens.screen_of", lambda _window: screen)


@pytest.mark.usefixtures("_on_a_screen_of_24_inch")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", LOOKS)
def test_every_text_is_high_enough_and_has_seven_to_one(
    make_screen: ScreenMaker, language: str, asked: tuple[Control, ...]
) -> None:
    seen_before: set[Part] = set()
    wrong = {
        f"{state}: {each}"
        for state, screen in in_every_state(make_screen, [SIZE], language, None, *asked)
        for each in too_faint(screen, seen_before) + too_low(screen, enlarged=Control.LARGER in asked)
    }
    assert wrong == set()
