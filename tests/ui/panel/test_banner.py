"""What the first page says comes by itself: a finger on its way to something else presses nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tiles
from tests.ui.panel.states import LATE, STOPPED
from tests.ui.panel.taps import Heard


def test_a_tile_that_has_just_appeared_takes_no_press_for_a_moment(
    make_panel: PanelMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.panel.tile.SETTLE_MS", 3_600_000)
    panel = make_panel(view=LATE)
    heard = Heard(panel)
    panel.show_view(STOPPED)
    QTest.mouseClick(tiles(panel)["resume"], Qt.MouseButton.LeftButton)
    assert heard.given == []
    monkeypatch.setattr("kiosk.ui.panel.tile.SETTLE_MS", 0)
    tiles(panel)["resume"]._since_press.invalidate()
    QTest.mouseClick(tiles(panel)["resume"], Qt.MouseButton.LeftButton)
    assert len(heard.given) == 1
