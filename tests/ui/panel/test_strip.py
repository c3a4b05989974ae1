"""The strip says what a guard has to know of the devices, and of the daily test only where it is wanted."""

import pytest

from kiosk.core.lights import Lights
from kiosk.ui.panel.strip import Strip
from kiosk.ui.panel.words import PANEL_LANGUAGES
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.states import HALF_TESTED, LIGHTS, NOT_TESTED, TESTED

TOLD = {
    "en": ("Test letter read 08:02", "Test letter: scanner missing", "Test letter not read today"),
    "de": ("Testbrief gelesen 08:02", "Testbrief: Scanner fehlt noch", "Testbrief heute nicht gelesen"),
}


@pytest.mark.parametrize("language", PANEL_LANGUAGES)
def test_the_daily_test_is_told_beside_the_last_scan(make_panel: PanelMaker, language: str) -> None:
    panel = make_panel(language=language)
    strip = panel.findChild(Strip)
    assert isinstance(strip, Strip)

    def said(lights: Lights) -> str:
        panel.show_lights(lights)
        return strip.said

    for lights, told in zip((TESTED, HALF_TESTED, NOT_TESTED), TOLD[language], strict=True):
        assert told in said(lights)
    assert "Test" not in said(LIGHTS)
