"""Every state of the panel fits every screen in both languages, with targets for gloves."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ui.panel.words import PANEL_LANGUAGES
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import faults
from tests.ui.panel.states import SCREENS, STATES
from tests.ui.panel.states_of_count import STATES_OF_COUNT
from tests.ui.panel.states_of_entry import STATES_OF_ENTRY
from tests.ui.panel.taps import begin


@pytest.mark.parametrize("language", PANEL_LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_state_fits_with_targets_of_20_mm_and_4_mm_between(
    make_panel: PanelMaker, screen: tuple[tuple[int, int], float], language: str
) -> None:
    size, px_per_mm = screen
    panel = make_panel(size, language, px_per_mm=px_per_mm)
    wrong = []
    for state in (*STATES, *STATES_OF_COUNT, *STATES_OF_ENTRY):
        panel.show_lights(state.lights)
        begin(panel, state.view)
        state.reach(panel)
        wrong += [f"{state.name}: {each}" for each in faults(panel, px_per_mm)]
    assert wrong == []
    QApplication.processEvents()
