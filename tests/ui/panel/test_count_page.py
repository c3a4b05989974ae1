"""Unclear visits are settled with one tap each, floor by floor."""

import pytest

from kiosk.core.events import SettledBecause
from kiosk.core.guard_view import Answered, Recorded
from kiosk.core.ids import EventId, VisitId
from kiosk.core.orders import CloseDay, EndCountedOut, SettleVisit
from kiosk.ui.panel.page import PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import plain, read, tap, tiles
from tests.ui.panel.states import BENEFITS, CALM
from tests.ui.panel.states_of_count import REPORT, UNCLEAR, UNDOABLE
from tests.ui.panel.taps import hold, order_of


def test_a_visit_has_left_or_is_not_found_or_was_counted_out(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNCLEAR)
    name = VisitId("visit-52")
    assert order_of(panel, "count", f"has_left:{name}") == SettleVisit(name, SettledBecause.SEEN_LEAVING)
    assert order_of(panel, "count", f"not_found:{name}") == SettleVisit(name, SettledBecause.NOT_FOUND_INSIDE)
    assert order_of(panel, "count", f"was_counted_out:{name}") == EndCountedOut(name, BENEFITS)


def test_a_visit_of_more_people_than_were_counted_out_is_not_offered_as_one_of_them(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=UNCLEAR)
    tap(panel, "count")
    assert "has_left:visit-53" in tiles(panel)
    assert "was_counted_out:visit-53" not in tiles(panel)


def test_all_unclear_visits_are_met_floor_by_floor_with_times_and_without_names(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=UNCLEAR)
    tap(panel, "count")
    assert read(panel, "title") == "Unclear visits: 10"
    assert read(panel, "visit:visit-53") == (
        "Ground floor | Reception (entrance zone), 3 people\ncame 09:12, expected until 09:42"
    )
    floors = []
    for _ in range(3):
        visits = [each.removeprefix("has_left:") for each in tiles(panel) if each.startswith("has_left:")]
        floors += [read(panel, f"visit:{visit}").split(" | ")[0] for visit in visits]
        tap(panel, "page_down")
    assert floors == sorted(floors, key=list(dict.fromkeys(floors)).index)
    assert len(floors) == 10


def test_the_page_stays_while_visits_are_settled_one_after_the_other(make_panel: PanelMaker) -> None:
    panel = make_panel(view=UNCLEAR)
    given: list[EventId] = []
    panel.ordered.connect(lambda name, _: given.append(name))
    tap(panel, "count", "has_left:visit-53")
    order = SettleVisit(VisitId("visit-53"), SettledBecause.SEEN_LEAVING)
    panel.show_answered(Answered(given[0], order, Recorded(UNDOABLE[6])))
    assert panel.open_page is PageName.COUNT


def test_the_day_is_ended_by_holding_for_a_second_and_leads_to_its_report(
    make_panel: PanelMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = make_panel(view=UNCLEAR)
    given: list[tuple[EventId, object]] = []
    panel.ordered.connect(lambda name, order: given.append((name, order)))
    tap(panel, "count")
    assert plain(tiles(panel)["end_of_day"].hint) == "hold for 1 second\nsettles: inside 42, line 10"
    tap(panel, "end_of_day")
    assert given == []
    monkeypatch.setattr("kiosk.ui.panel.tile.HOLD_MS", 60)
    hold(panel, "end_of_day")
    ((name, order),) = given
    assert order == CloseDay()
    panel.show_answered(Answered(name, CloseDay(), REPORT))
    assert panel.open_page is PageName.REPORT


def test_where_nothing_is_unclear_the_recount_is_offered(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    tap(panel, "count")
    assert "recount" in read(panel, "nothing")
    tap(panel, "recount")
    assert panel.open_page is PageName.RECOUNT
