"""One held tap says how many are where; it is read from three metres, and says how old it is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.ui.panel.label import Label
from kiosk.ui.panel.page import PageName
from kiosk.ui.theme import CAP_HEIGHT
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import read, tap
from tests.ui.panel.states import AWAY, CALM, FULL, NOTHING_KNOWN, NOW, SCREENS
from tests.ui.panel.states_of_count import UNCLEAR, evacuation
from tests.ui.panel.taps import hold

LEAST_CAP_MM = 10.0
"""A sign in such letters is read from 3 m (1:300, ISO 3864-1)."""


def test_it_shows_what_is_known_at_once_and_then_what_the_ledger_says(
    make_panel: PanelMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = make_panel(view=FULL)
    wanted: list[bool] = []
    panel.evacuation_wanted.connect(lambda: wanted.append(True))
    monkeypatch.setattr("kiosk.ui.panel.tile.HOLD_MS", 60)
    hold(panel, "evacuation")
    assert wanted == [True]
    assert panel.open_page is PageName.EVACUATION
    assert read(panel, "inside") == "27"
    panel.show_evacuation(evacuation(UNCLEAR))
    assert read(panel, "inside") == "42"


def test_floors_areas_and_unclear_people_are_told_apart(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNCLEAR)
    panel._on_evacuation()
    assert [read(panel, f"floor_inside:{row}") for row in range(5)] == ["6", "6", "13", "14", "3"]
    assert read(panel, "floor:2") == "1st floor | Benefits: 13 (7 unclear)"
    assert read(panel, "floor_unclear:2") == "7 | unclear"
    assert read(panel, "unclear").startswith("23 of them unclear")
    assert read(panel, "state") == "Evacuation: current, as of 10:42"


def test_an_old_state_says_so_in_plain_words(make_panel: PanelMaker) -> None:
    panel = make_panel(view=AWAY)
    panel._on_evacuation()
    panel.show_evacuation(evacuation(FULL, is_current=False))
    assert read(panel, "state") == (
        "NOT CURRENT: as of 10:12, 30 min ago | "
        "The database cannot be reached. People may have come or left since."
    )


def test_a_count_that_is_some_minutes_old_says_so(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNCLEAR)
    panel._on_evacuation()
    panel.show_evacuation(evacuation(UNCLEAR))
    panel.show_view(replace(CALM, now=NOW + timedelta(minutes=3)))
    assert read(panel, "state") == "Evacuation: as of 10:42, 3 min ago"
    assert read(panel, "inside") == "42"


def test_where_nothing_is_known_it_says_what_to_do(make_panel: PanelMaker) -> None:
    panel = make_panel(view=NOTHING_KNOWN)
    panel._on_evacuation()
    assert "Search all rooms" in read(panel, "nothing")


def test_its_numbers_are_read_from_three_metres_on_every_screen(make_panel: PanelMaker) -> None:
    for size, px_per_mm in SCREENS:
        panel = make_panel(size, view=FULL, px_per_mm=px_per_mm)
        panel._on_evacuation()
        QApplication.processEvents()
        for name in ("inside", *(f"floor_inside:{row}" for row in range(4))):
            (label,) = panel.findChildren(Label, name)
            cap = label.type_in(label.rect()) * CAP_HEIGHT / px_per_mm
            assert cap >= LEAST_CAP_MM, (size, px_per_mm, name)


def test_what_is_shown_is_what_is_printed(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNCLEAR)
    printed: list[object] = []
    panel.print_wanted.connect(printed.append)
    panel._on_evacuation()
    panel.show_evacuation(evacuation(UNCLEAR))
    tap(panel, "print")
    assert printed == [evacuation(UNCLEAR)]
