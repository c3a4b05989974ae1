"""One of the last scans: what is offered is what can be done, and each is one tap."""

from dataclasses import replace
from typing import Final

from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import VisitId
from kiosk.core.office import ReasonId
from kiosk.core.orders import Admit, EndCountedOut, ExemptFromMask, SendBack, TakeBack
from kiosk.ui.panel.page import Opening, PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import faults, read, tiles
from tests.ui.panel.states import (
    AWAY,
    BENEFITS,
    CALM,
    CAME,
    CAME_VISIT,
    CASES,
    FULL,
    HOUSE,
    LATE,
    LOCKED,
    TOO_LATE,
    WENT,
    opened,
    recent,
)
from tests.ui.panel.states_of_entry import COUNTED_OUT
from tests.ui.panel.taps import Tapped, begin, broken_rules
from tests.ui.screen_states import OFFICE, VERDICTS

COUNTED_OUT_ELSEWHERE: Final = replace(CALM, house=replace(HOUSE, counted_out={BENEFITS: 1, CASES: 2}))
EXEMPT: Final = replace(
    CALM,
    house=replace(
        HOUSE,
        visits=tuple(replace(each, mask_exempt=each.id == CAME_VISIT.id) for each in HOUSE.visits),
    ),
)

RULES: Final = (
    Tapped(
        "a scan that was refused leads to the reasons to let in all the same",
        LATE,
        ("scan:1", "let_in", "reason:too_late"),
        Admit(BENEFITS, 2, ReasonId("too_late"), TOO_LATE.appointment, overrides=TOO_LATE.event.id),
    ),
    Tapped(
        "a scan that let its party in leads to the reasons to turn back",
        CALM,
        ("scan:1", "turn_back", "reason:no_mask"),
        SendBack(CAME_VISIT.id, ReasonId("no_mask")),
    ),
    Tapped(
        "the mask is noted for the visit, without a reason",
        CALM,
        ("scan:1", "exempt_from_mask"),
        ExemptFromMask(CAME_VISIT.id),
    ),
    Tapped("what the scan did is taken back", CALM, ("scan:1", "undo"), TakeBack(CAME.event.id)),
    Tapped(
        "an exit by mistake is taken back",
        CALM,
        ("scan:3", "undo"),
        TakeBack(WENT.event.id),
    ),
    Tapped(
        "the visit of a party that was counted out is ended",
        COUNTED_OUT,
        ("scan:2", "counted_out:leistung"),
        EndCountedOut(VisitId("event-40"), BENEFITS),
    ),
    Tapped(
        "also where it was counted out of another area",
        COUNTED_OUT_ELSEWHERE,
        ("scan:1", "counted_out:fallmanagement"),
        EndCountedOut(VisitId("event-40"), CASES),
    ),
)


def test_each_tap_gives_the_order_that_it_stands_for(make_panel: PanelMaker) -> None:
    assert broken_rules(make_panel(), RULES) == []


def test_only_what_can_be_done_is_offered(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LATE)
    for view, scan, offered in (
        (LATE, TOO_LATE, {"let_in"}),
        (CALM, CAME, {"turn_back", "exempt_from_mask", "undo"}),
        (CALM, WENT, {"undo"}),
        (replace(CALM, can_be_undone=()), WENT, set()),
        (replace(CALM, is_current=False), CAME, set()),
        (AWAY, TOO_LATE, {"let_in"}),
        (
            COUNTED_OUT_ELSEWHERE,
            CAME,
            {"turn_back", "exempt_from_mask", "undo", "counted_out:fallmanagement"},
        ),
    ):
        begin(panel, view)
        opened(Opening(PageName.SCAN, scan))(panel)
        assert set(tiles(panel)) - {"back"} == offered


def test_the_page_shows_how_things_stand_also_to_who_is_not_signed_in(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LOCKED)
    opened(Opening(PageName.SCAN, CAME))(panel)
    assert read(panel, "whom").startswith("Let in: appointment 10:15, Benefits, 2 people | 40 s ago · inside")
    panel.show_view(replace(LOCKED, house=replace(HOUSE, visits=())))
    assert "not inside" in read(panel, "whom")
    panel.show_view(replace(LOCKED, recent=()))
    assert "too long ago" in read(panel, "gone")


def test_an_exemption_is_noted_once(make_panel: PanelMaker) -> None:
    panel = make_panel(view=EXEMPT)
    opened(Opening(PageName.SCAN, CAME))(panel)
    assert not tiles(panel)["exempt_from_mask"].isEnabled()
    assert tiles(panel)["exempt_from_mask"].hint == "is noted"


def test_nobody_is_exempt_from_a_mask_that_nobody_has_to_wear(make_panel: PanelMaker) -> None:
    none = replace(OFFICE.rules.masks[0], kind=MaskKind.NONE)
    office = replace(OFFICE, rules=replace(OFFICE.rules, masks=(none,)))
    panel = make_panel(view=CALM, office=office)
    opened(Opening(PageName.SCAN, CAME))(panel)
    assert "exempt_from_mask" not in tiles(panel)


def test_every_answer_has_room_on_the_least_screen_in_german(make_panel: PanelMaker) -> None:
    panel = make_panel(language="de", view=FULL)
    for name in VERDICTS:
        scan = recent(TOO_LATE.event.what, 500, name, CASES, 12)
        for page in (PageName.SCAN, PageName.ADMIT):
            begin(panel, replace(FULL, recent=(scan,)))
            opened(Opening(page, scan))(panel)
            assert faults(panel, 5.9) == [], (name, page)
