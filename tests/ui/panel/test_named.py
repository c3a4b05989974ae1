"""Those who do not see the panel are told what every tile is, and each tile from all others of its page."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

import kiosk
from kiosk.ui.panel.words import PANEL_LANGUAGES
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import parts, tiles
from tests.ui.panel.states import STATES
from tests.ui.panel.states_of_count import STATES_OF_COUNT
from tests.ui.panel.states_of_entry import STATES_OF_ENTRY
from tests.ui.panel.taps import begin

FONTS = Path(kiosk.__file__).parent / "resources" / "fonts"
ALIKE = ("visit", "has_left", "not_found", "was_counted_out")
"""Two visits of as many people, to the same area at the same time, are told apart by nobody."""


@pytest.mark.parametrize("language", PANEL_LANGUAGES)
def test_every_tile_has_a_name_for_people_that_no_other_tile_of_its_page_has(
    make_panel: PanelMaker, language: str
) -> None:
    panel = make_panel(language=language)
    wrong = []
    for state in (*STATES, *STATES_OF_COUNT, *STATES_OF_ENTRY):
        begin(panel, state.view)
        state.reach(panel)
        names = {function: tile.accessibleName() for function, tile in tiles(panel).items()}
        how_many = Counter(names.values())
        wrong += [
            f"{state.name}: {function} is called {name!r}"
            for function, name in names.items()
            if not name.strip() or name == function or (how_many[name] > 1 and not function.startswith(ALIKE))
        ]
    assert wrong == []


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("language", PANEL_LANGUAGES)
def test_every_sign_on_the_panel_is_in_the_fonts_that_come_with_it(
    make_panel: PanelMaker, language: str, weight: str
) -> None:
    panel, signs = make_panel(language=language), set[str]()
    for state in (*STATES, *STATES_OF_COUNT, *STATES_OF_ENTRY):
        begin(panel, state.view)
        state.reach(panel)
        signs.update("".join(part.accessibleName() for part in parts(panel)))
    shipped = [QRawFont(str(path), 20.0) for path in sorted(FONTS.glob(f"*-{weight}.ttf"))]
    assert {each for each in signs if not any(font.supportsCharacter(ord(each)) for font in shipped)} <= {
        "\n"
    }
