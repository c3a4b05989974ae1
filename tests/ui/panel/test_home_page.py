"""The first page fits doors of one area and of many, and says what a guard has to know at a glance."""

from dataclasses import replace

import pytest

from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.office import Area, AreaId
from kiosk.ui.panel.count_card import CountCard
from kiosk.ui.panel.home_page import newest_inside, newest_kept_out
from kiosk.ui.panel.label import Label
from kiosk.ui.panel.words import PANEL_LANGUAGES
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import faults, plain, tiles
from tests.ui.panel.states import (
    AREA_OVERRUN,
    CALM,
    CAME,
    FULL,
    HELP_ELSEWHERE,
    LATE,
    LOCKED,
    OVERRUN,
    SCREENS,
    TOO_LATE,
    UNKNOWN,
)
from tests.ui.screen_states import DOOR, OFFICE


def an_area(number: int) -> Area:
    area = OFFICE.areas[AreaId("fallmanagement")]
    return replace(area, id=AreaId(f"area-{number}"))


CROWDED = replace(OFFICE, areas={area.id: area for area in (*OFFICE.areas.values(), *map(an_area, range(4)))})


@pytest.mark.parametrize("language", PANEL_LANGUAGES)
@pytest.mark.parametrize("areas", [1, 2, 4, 5, 8])
def test_a_door_of_any_number_of_areas_fits_the_smallest_screen(
    make_panel: PanelMaker, areas: int, language: str
) -> None:
    size, px_per_mm = SCREENS[0]
    door = replace(DOOR, serves=frozenset(list(CROWDED.areas)[:areas]))
    panel = make_panel(size, language, view=OVERRUN, px_per_mm=px_per_mm, office=CROWDED, door=door)
    assert faults(panel, px_per_mm) == []
    assert len([each for each in tiles(panel) if each.startswith("left:")]) == min(areas, 6)


def test_who_is_above_the_cap_is_seen_until_it_is_worked_off(make_panel: PanelMaker) -> None:
    panel = make_panel(view=OVERRUN)
    card = panel.findChild(CountCard, "house")
    assert isinstance(card, CountCard)
    assert card.count.alarm
    assert card.count.words == "5 above the cap"
    assert plain(card.count.hint) == "7 unclear"
    panel.show_view(CALM)
    assert not card.count.alarm


def test_an_area_above_its_cap_is_told_as_one_while_the_building_has_room(make_panel: PanelMaker) -> None:
    card = make_panel(view=AREA_OVERRUN).findChild(CountCard, "house")
    assert isinstance(card, CountCard)
    assert card.count.alarm
    assert card.count.words == "One area: 1\u00a0above its cap"


@pytest.mark.parametrize("screen", SCREENS)
def test_a_call_for_help_from_a_door_of_a_long_name_is_in_large_type(
    make_panel: PanelMaker, screen: tuple[tuple[int, int], float]
) -> None:
    size, px_per_mm = screen
    panel = make_panel(size, "de", view=HELP_ELSEWHERE, px_per_mm=px_per_mm)
    words = panel.findChild(Label, "notice")
    assert isinstance(words, Label)
    assert "Jugendberatungszentrum" in words.text
    assert words.type_in(words.rect()) >= 0.03 * panel.height()


def test_the_line_is_shown_with_the_numbers_that_are_called(make_panel: PanelMaker) -> None:
    panel = make_panel(view=FULL)
    assert plain(tiles(panel)["call_next"].hint) == "10 waiting · called: 27, 28"


def test_the_scans_tell_verdict_reason_age_and_area(make_panel: PanelMaker) -> None:
    newest = tiles(make_panel(view=LATE))["scan:1"]
    assert newest.text() == "Too late"
    assert plain(newest.hint) == "12 s ago · for 10:15 · 2 people\nBenefits"


def test_let_in_overrides_the_newest_scan_unless_it_came_in() -> None:
    assert newest_kept_out(LATE) is TOO_LATE
    assert newest_kept_out(CALM) is None
    assert newest_kept_out(None) is None


def test_whoever_came_in_last_and_is_inside_still_can_be_turned_back(make_panel: PanelMaker) -> None:
    assert newest_inside(LATE) is CAME
    nobody = replace(LOCKED, recent=(UNKNOWN, CAME), house=EMPTY_HOUSE)
    assert newest_inside(nobody) is None
    panel = make_panel(view=nobody)
    assert not tiles(panel)["turn_back"].isEnabled()
