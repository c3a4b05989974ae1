"""The line is led with one tap for each number."""

from kiosk.core.orders import CallNumber, GiveNumber, PutNumberBack, SkipNumber
from kiosk.ui.panel.page import PageName
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import read, tap, tiles
from tests.ui.panel.states import BENEFITS, CALM, CASES, RECEPTION
from tests.ui.panel.states_of_count import LINE, ONLY_PASSED_OVER
from tests.ui.panel.taps import order_of


def test_each_number_is_called_skipped_or_put_back_with_one_tap(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LINE)
    assert order_of(panel, "line", "call_next") == CallNumber()
    assert order_of(panel, "line", "call:29") == CallNumber(29)
    assert order_of(panel, "line", "skip:27") == SkipNumber(27)
    assert order_of(panel, "line", "page_down", "page_down", "put_back:25") == PutNumberBack(25)


def test_a_number_that_is_called_is_not_called_again(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LINE)
    tap(panel, "line")
    assert not tiles(panel)["call:27"].isEnabled()
    assert tiles(panel)["call:29"].isEnabled()


def test_a_row_says_who_waits_for_what_and_since_when(make_panel: PanelMaker) -> None:
    panel = make_panel(view=LINE)
    tap(panel, "line")
    assert read(panel, "number:27") == "27"
    assert read(panel, "told:27") == (
        "1 person | Case management and integration, since 10:31\ncalled, place kept until 10:44"
    )
    tap(panel, "page_down")
    assert read(panel, "told:32").endswith("\nwithout an appointment")
    assert read(panel, "title") == "The line: 7 | 23 people"


def test_only_a_number_without_a_letter_is_let_in_here_with_its_area_and_party(
    make_panel: PanelMaker,
) -> None:
    panel = make_panel(view=LINE)
    tap(panel, "line", "page_down")
    assert "let_in:30" not in tiles(panel)
    tap(panel, "let_in:32")
    assert panel.open_page is PageName.ADMIT


def test_a_walk_in_gets_a_number_with_one_tap_for_an_area_of_this_door(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    assert order_of(panel, "line", "give_number:leistung") == GiveNumber(BENEFITS, 1)
    more = ("party_more", "party_more", "party_fewer")
    assert order_of(panel, "line", *more, "give_number:empfang") == GiveNumber(RECEPTION, 2)
    tap(panel, "line")
    assert not tiles(panel)["party_fewer"].isEnabled()
    assert "give_number:jugend" not in tiles(panel)
    assert f"give_number:{CASES}" in tiles(panel)


def test_whoever_did_not_come_can_be_put_back_also_while_nobody_waits(make_panel: PanelMaker) -> None:
    panel = make_panel(view=ONLY_PASSED_OVER)
    tap(panel, "line")
    assert read(panel, "title") == "Nobody is waiting in the line."
    assert "call_next" not in tiles(panel)
    assert order_of(panel, "put_back:25") == PutNumberBack(25)
