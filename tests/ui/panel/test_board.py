"""Lists that change under the finger: a press acts on what it was meant for, or on nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.core.orders import Order
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states_of_count import LINE


@pytest.fixture
def given() -> list[Order]:
    return []


def test_a_press_on_a_number_that_leaves_the_line_calls_no_other(
    make_panel: PanelMaker, given: list[Order]
) -> None:
    panel = make_panel(view=LINE)
    panel.ordered.connect(lambda _, order: given.append(order))
    tap(panel, "line")
    skip = tiles(panel)["skip:27"]
    QTest.mousePress(skip, Qt.MouseButton.LeftButton)
    assert LINE.house is not None
    panel.show_view(replace(LINE, house=replace(LINE.house, line=LINE.house.line[1:])))
    assert "skip:27" not in tiles(panel)
    QTest.mouseRelease(skip, Qt.MouseButton.LeftButton)
    assert given == []


def test_what_has_just_moved_by_itself_takes_no_press_for_a_moment(
    make_panel: PanelMaker, given: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.panel.tile.SETTLE_MS", 3_600_000)
    panel = make_panel(view=LINE)
    panel.ordered.connect(lambda _, order: given.append(order))
    tap(panel, "line")
    assert LINE.house is not None
    panel.show_view(replace(LINE, house=replace(LINE.house, line=LINE.house.line[1:])))
    tap(panel, "skip:28")
    assert given == []
    monkeypatch.setattr("kiosk.ui.panel.tile.SETTLE_MS", 0)
    tap(panel, "skip:28")
    assert len(given) == 1


def test_what_the_guard_turns_to_works_at_once(make_panel: PanelMaker, given: list[Order]) -> None:
    panel = make_panel(view=LINE)
    panel.ordered.connect(lambda _, order: given.append(order))
    tap(panel, "line", "page_down", "skip:30")
    assert len(given) == 1


def test_lists_are_turned_page_by_page_and_not_past_their_ends(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LINE)
    tap(panel, "line")
    assert not tiles(panel)["page_up"].isEnabled()
    seen = []
    for _ in range(3):
        seen += [each.removeprefix("skip:") for each in tiles(panel) if each.startswith("skip:")]
        seen += [each.removeprefix("put_back:") for each in tiles(panel) if each.startswith("put_back:")]
        tap(panel, "page_down")
    assert seen == ["27", "28", "29", "30", "31", "32", "104", "25"]
    assert not tiles(panel)["page_down"].isEnabled()
    tap(panel, "page_up")
    assert "skip:30" in tiles(panel)


def test_a_page_that_was_left_begins_at_the_first_again(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LINE)
    tap(panel, "line", "page_down", "back", "line")
    assert "skip:27" in tiles(panel)
