"""An admitted party is turned back: only one that is inside, the newest unless another is chosen."""

from dataclasses import replace
from typing import Final

from kiosk.core.ids import VisitId
from kiosk.core.office import ReasonId
from kiosk.core.orders import SendBack
from kiosk.ui.panel.page import Opening, PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import read, tap, tiles
from tests.ui.panel.states import (
    CALM,
    CAME,
    CAME_VISIT,
    CASES,
    EMPTY,
    GUARD,
    HOUSE,
    LATE,
    TOO_LATE,
    WENT,
    entered,
    opened,
    visit,
)
from tests.ui.panel.taps import Heard, Tapped, broken_rules

NO_MASK: Final = ReasonId("no_mask")
EARLIER: Final = entered(90, CASES, 3)
EARLIER_VISIT: Final = replace(visit(90, CASES, 3), id=VisitId("event-90"))
BOTH_INSIDE: Final = replace(
    LATE,
    recent=(TOO_LATE, CAME, EARLIER, WENT),
    house=replace(HOUSE, visits=(*HOUSE.visits, EARLIER_VISIT)),
)
ONLY_EARLIER_INSIDE: Final = replace(
    BOTH_INSIDE,
    house=replace(HOUSE, visits=(*(each for each in HOUSE.visits if each != CAME_VISIT), EARLIER_VISIT)),
)
SHOWN_AGAIN: Final = replace(TOO_LATE, appointment=CAME.appointment)

RULES: Final = (
    Tapped(
        "the newest party that is inside is turned back by two taps",
        CALM,
        ("turn_back", "reason:no_mask"),
        SendBack(CAME_VISIT.id, NO_MASK),
    ),
    Tapped(
        "a party that was not let in since does not stand in the way of the one before",
        BOTH_INSIDE,
        ("turn_back", "reason:no_mask"),
        SendBack(CAME_VISIT.id, NO_MASK),
    ),
    Tapped(
        "another party is chosen before the reason",
        BOTH_INSIDE,
        ("turn_back", "party:event-90", "reason:conduct"),
        SendBack(EARLIER_VISIT.id, ReasonId("conduct")),
    ),
    Tapped(
        "who has left meanwhile is passed over",
        ONLY_EARLIER_INSIDE,
        ("turn_back", "reason:no_mask"),
        SendBack(EARLIER_VISIT.id, NO_MASK),
    ),
    Tapped(
        "the scan that the page was opened about is chosen",
        BOTH_INSIDE,
        ("reason:no_mask",),
        SendBack(EARLIER_VISIT.id, NO_MASK),
        PageName.SEND_BACK,
        EARLIER,
    ),
    Tapped(
        "a letter that is shown again leads to the visit that it began",
        replace(BOTH_INSIDE, recent=(SHOWN_AGAIN, EARLIER)),
        ("reason:no_mask",),
        SendBack(CAME_VISIT.id, NO_MASK),
        PageName.SEND_BACK,
        SHOWN_AGAIN,
    ),
    Tapped(
        "also where the page was opened about the scan that began it",
        replace(BOTH_INSIDE, recent=(EARLIER, SHOWN_AGAIN, CAME)),
        ("reason:no_mask",),
        SendBack(CAME_VISIT.id, NO_MASK),
        PageName.SEND_BACK,
        CAME,
    ),
)


def test_each_tap_gives_the_order_that_it_stands_for(make_panel: PanelMaker) -> None:
    assert broken_rules(make_panel(), RULES) == []


def test_the_page_says_who_is_turned_back(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    opened(Opening(PageName.SEND_BACK))(panel)
    assert read(panel, "whom") == "Turn back: appointment 10:15, Benefits, 2 people | Tap the reason."


def test_a_party_that_comes_in_meanwhile_is_not_turned_back_in_place_of_another(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=CALM)
    given = Heard(panel).given
    tap(panel, "turn_back")
    later = replace(visit(3, CASES), id=VisitId("event-2"))
    panel.show_view(
        replace(
            CALM,
            recent=(entered(2, CASES, 1), *CALM.recent),
            house=replace(HOUSE, visits=(*HOUSE.visits, later)),
        )
    )
    tap(panel, "reason:no_mask")
    assert given == [SendBack(CAME_VISIT.id, NO_MASK)]


def test_who_has_left_meanwhile_is_not_replaced_by_another(make_panel: PanelMaker) -> None:
    panel = make_panel(view=BOTH_INSIDE)
    tap(panel, "turn_back")
    panel.show_view(ONLY_EARLIER_INSIDE)
    assert "not inside any more" in read(panel, "whom")
    assert [each for each in tiles(panel) if each.startswith("reason:")] == []


def test_nobody_can_be_turned_back_who_is_not_inside(make_panel: PanelMaker) -> None:
    panel = make_panel(view=replace(EMPTY, recent=(CAME, WENT), signed_in=GUARD))
    opened(Opening(PageName.SEND_BACK, CAME))(panel)
    assert [each for each in tiles(panel) if each.startswith("reason:")] == []
    assert "Nobody who came in" in read(panel, "whom")
