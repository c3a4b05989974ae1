"""While the ledger takes nothing, each tile of the panel works or says that it does not."""

from collections.abc import Iterator

import pytest

from kiosk.core.guard_view import GuardView
from kiosk.core.orders import Admit, CountPeopleOut, Order
from kiosk.ui.panel.page import Opening, PageName
from kiosk.ui.panel.tile import HoldTile
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tiles
from tests.ui.panel.states import AWAY, AWAY_SIGNED_IN, CAME, FULL, LATE, ONLY_READ, TOO_LATE, opened
from tests.ui.panel.taps import Heard, begin

ACTS_OF_HOME = {"call_next", "turn_back", "booking", "line", "hold", "count", "undo"}
PAGES = (
    Opening(PageName.HOME),
    Opening(PageName.ADMIT),
    Opening(PageName.SEND_BACK),
    Opening(PageName.SCAN, CAME),
    Opening(PageName.SCAN, TOO_LATE),
    Opening(PageName.BOOKING),
    Opening(PageName.LEFT),
    Opening(PageName.HOLD),
    Opening(PageName.LINE),
    Opening(PageName.COUNT),
    Opening(PageName.RECOUNT),
    Opening(PageName.UNDO),
)


def given_by_each_tile(panel: PanelWindow, view: GuardView) -> Iterator[tuple[str, Order]]:
    """Tap every tile of every page, and give the orders of each."""
    given = Heard(panel).given
    for page in PAGES:
        begin(panel, view)
        opened(page)(panel)
        for name in [each for each in tiles(panel) if each != "back" and not each.startswith("key:")]:
            begin(panel, view)
            opened(page)(panel)
            given.clear()
            tile = tiles(panel)[name]
            if isinstance(tile, HoldTile) and tile.isEnabled():
                tile.held.emit()
            else:
                tile.click()
            yield from ((f"{page.page.value}: {name}", order) for order in given)


@pytest.mark.parametrize("view", [AWAY_SIGNED_IN, ONLY_READ], ids=["away", "only read"])
def test_no_tile_gives_an_order_that_the_ledger_would_not_take(
    make_panel: PanelMaker, view: GuardView
) -> None:
    given = dict(given_by_each_tile(make_panel(view=view), view))
    assert {
        name: order for name, order in given.items() if not isinstance(order, Admit | CountPeopleOut)
    } == {}
    assert any(isinstance(order, Admit) for order in given.values())
    assert any(isinstance(order, CountPeopleOut) for order in given.values())


@pytest.mark.parametrize("view", [AWAY, AWAY_SIGNED_IN, ONLY_READ], ids=["locked", "away", "only read"])
def test_the_first_page_says_on_each_tile_that_needs_the_ledger_why_it_does_nothing(
    make_panel: PanelMaker, view: GuardView
) -> None:
    panel = make_panel(view=view)
    grey = {name: tile for name, tile in tiles(panel).items() if not tile.isEnabled()}
    assert grey.keys() == ACTS_OF_HOME
    assert all(tile.hint.endswith("no database") for tile in grey.values())
    panel.show_view(LATE)
    assert all(tile.isEnabled() and "database" not in tile.hint for tile in tiles(panel).values())


def test_a_page_that_is_open_when_the_ledger_goes_away_says_so_on_its_tiles(make_panel: PanelMaker) -> None:
    panel = make_panel(view=FULL)
    opened(Opening(PageName.LINE))(panel)
    assert tiles(panel)["skip:29"].isEnabled()
    panel.show_view(ONLY_READ)
    assert not tiles(panel)["skip:29"].isEnabled()
    assert tiles(panel)["skip:29"].hint == "no database"
