"""People leave without a letter: a party by one tap more, and whose visit it was by the guard's own word."""

from dataclasses import replace
from typing import Final

from kiosk.core.ids import VisitId
from kiosk.core.orders import CountPeopleOut, EndCountedOut
from kiosk.ui.panel.counted_out import left_from, who_may_have_left
from kiosk.ui.panel.page import Opening, PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import (
    AWAY,
    BENEFITS,
    CASES,
    FULL_HOUSE,
    HOUSE,
    LATE,
    NOTHING_KNOWN,
    NOW,
    RECEPTION,
    opened,
    visit,
)
from tests.ui.panel.states_of_entry import COUNTED_OUT, MANY_COUNTED_OUT
from tests.ui.panel.taps import Tapped, broken_rules
from tests.ui.screen_states import OFFICE

RULES: Final = (
    Tapped(
        "a party that left is counted out of this door's first area by two taps",
        LATE,
        ("party_left", "left:3"),
        CountPeopleOut(RECEPTION, 3),
    ),
    Tapped(
        "another area is chosen before",
        LATE,
        ("party_left", "area:fallmanagement", "left:8"),
        CountPeopleOut(CASES, 8),
    ),
    Tapped(
        "while the database is away nobody has to sign in for that",
        AWAY,
        ("party_left", "left:2"),
        CountPeopleOut(RECEPTION, 2),
    ),
    Tapped(
        "people are counted out although nothing is known of the house",
        NOTHING_KNOWN,
        ("party_left", "left:1"),
        CountPeopleOut(RECEPTION, 1),
    ),
    Tapped(
        "a visit is ended by the people who were counted out of its area",
        COUNTED_OUT,
        ("party_left", "visit:visit-1"),
        EndCountedOut(VisitId("visit-1"), RECEPTION),
    ),
    Tapped(
        "the next visits are turned to",
        MANY_COUNTED_OUT,
        ("party_left", "page_down", "visit:visit-6"),
        EndCountedOut(VisitId("visit-6"), CASES),
    ),
)


def test_each_tap_gives_the_order_that_it_stands_for(make_panel: PanelMaker) -> None:
    assert broken_rules(make_panel(), RULES) == []


def test_no_visit_is_offered_while_nobody_was_counted_out_or_the_database_is_away(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=LATE)
    for view in (LATE, replace(COUNTED_OUT, is_current=False)):
        panel.show_view(view)
        opened(Opening(PageName.LEFT))(panel)
        assert [each for each in tiles(panel) if each.startswith("visit:")] == []


def test_the_tiles_of_areas_tell_who_is_inside_and_who_was_counted_out(make_panel: PanelMaker) -> None:
    panel = make_panel(view=COUNTED_OUT)
    tap(panel, "party_left")
    assert tiles(panel)["area:leistung"].hint == "6 inside\n2 gone without a letter"
    assert tiles(panel)["area:fallmanagement"].hint == "6 inside"


def test_a_visit_is_only_proposed_if_as_many_people_were_counted_out() -> None:
    house = replace(HOUSE, counted_out={BENEFITS: 1, CASES: 2})
    assert left_from(house, visit(1, BENEFITS)) == (BENEFITS, CASES)
    assert left_from(house, visit(1, BENEFITS, 2)) == (CASES,)
    assert left_from(house, visit(1, RECEPTION, 3)) == ()


def test_overdue_visits_are_proposed_first_then_those_of_the_areas_that_people_left() -> None:
    house = replace(FULL_HOUSE, counted_out={CASES: 4})
    (first, left), (second, _), *others = who_may_have_left(house, NOW, OFFICE.habits.overdue)
    assert (first, left) == (visit(16, CASES, 3, overdue=True), CASES)
    assert second == visit(15, BENEFITS, 4, overdue=True)
    own = [each.area == CASES for each, _ in others]
    assert own == sorted(own, reverse=True)
