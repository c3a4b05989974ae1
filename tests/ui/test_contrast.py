"""All that is written or drawn stands out from its ground, by the screen's own pixels (WCAG 2.2)."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.blocks import Picture
from kiosk.ui.controls import Control
from kiosk.ui.sign import Sign
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.conftest import ScreenMaker
from tests.ui.pixels import contrast_in, pixels_of
from tests.ui.screen_states import LANGUAGES
from tests.ui.seen import buttons, place_on, texts
from tests.ui.sweep import in_every_state

# A screen of 15 inch, in few pixels: half of the test's time is to look at them.
SIZE, PX_PER_MM = (960, 600), 960 / 330

LOOKS = ((), (Control.CONTRAST,), (Control.LARGER,))


def too_faint(screen: VisitorScreen, seen_before: set[object]) -> list[str]:
    """Return the texts below 7:1 and the pictograms below 3:1 that are seen now, and were not seen before."""
    new = [part for part in parts_of(screen) if part not in seen_before]
    if not new:
        return []
    seen_before.update(new)
    seen = pixels_of(screen)
    measured = ((part, contrast_in(seen, part.place)) for part in new)
    return [f"{part.name!r}: {found:.1f}" for part, found in measured if found < part.least]


@dataclass(frozen=True, slots=True)
class Part:
    """What is written or drawn at a place, on a field of one colour, and the least contrast of that."""

    name: str
    place: QRect
    field: str
    least: float


def parts_of(screen: VisitorScreen) -> list[Part]:
    field = screen._answer._ground if screen._page is screen._answer else screen._idle._field._ground
    parts = [Part(text.text, place_on(screen, text), field, 7.0) for text in texts(screen)]
    for button in buttons(screen):
        place = place_on(screen, button)
        # Without the rim, which has a contrast of its own.
        inside = place.adjusted(6, place.height() // 4, -6, -place.height() // 4)
        parts.append(Part(button.accessibleName(), inside, field, 7.0))
    pictures: list[tuple[QWidget, str]] = [(each, each._name) for each in screen.findChildren(Picture)]
    pictures += [(each, each._icon) for each in screen.findChildren(Sign)]
    parts += [Part(name, place_on(screen, each), field, 3.0) for each, name in pictures if each.isVisible()]
    return parts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", LOOKS)
def test_every_text_has_seven_to_one_and_every_pictogram_three_to_one(
    make_screen: ScreenMaker, language: str, asked: tuple[Control, ...]
) -> None:
    seen_before: set[object] = set()
    wrong = [
        f"{state}: {each}"
        for state, screen in in_every_state(make_screen, [SIZE], language, PX_PER_MM, *asked)
        for each in too_faint(screen, seen_before)
    ]
    assert wrong == []
