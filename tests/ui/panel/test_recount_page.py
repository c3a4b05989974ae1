"""The true number of each area is typed, the difference is seen, and the reason enters it."""

from kiosk.core.office import ReasonId
from kiosk.core.orders import EnterRecount
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import BENEFITS, CALM, RECEPTION
from tests.ui.panel.taps import order_of

RECOUNT = ("count", "recount")


def test_the_reason_enters_what_was_typed_and_nothing_else(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    order = order_of(panel, *RECOUNT, "key:5", "area:leistung", "key:1", "key:0", "reason:routine")
    assert order == EnterRecount({RECEPTION: 5, BENEFITS: 10}, ReasonId("routine"))
    assert order_of(panel, *RECOUNT, "key:0", "reason:alarm") == EnterRecount(
        {RECEPTION: 0}, ReasonId("alarm")
    )


def test_no_reason_can_be_given_before_a_number_was_typed(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    tap(panel, *RECOUNT)
    assert not tiles(panel)["reason:routine"].isEnabled()
    tap(panel, "key:7")
    assert tiles(panel)["reason:routine"].isEnabled()
    tap(panel, "key:delete")
    assert not tiles(panel)["reason:routine"].isEnabled()


def test_the_difference_is_seen_as_it_is_typed(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    tap(panel, *RECOUNT)
    seen = [tiles(panel)["area:empfang"].text()]
    for key in ("key:1", "key:2", "key:clear", "key:3", "key:clear", "key:0", "key:2"):
        tap(panel, key)
        seen.append(tiles(panel)["area:empfang"].text())
    name = "Reception (entrance zone)\nso far 3"
    assert seen == [
        name,
        f"{name} · counted 1 (–2)",
        f"{name} · counted 12 (+9)",
        name,
        f"{name} · counted 3 (±0)",
        name,
        f"{name} · counted 0 (–3)",
        f"{name} · counted 2 (–1)",
    ]


def test_a_number_has_four_figures_at_most(make_panel: PanelMaker) -> None:
    panel = make_panel(view=CALM)
    order = order_of(panel, *RECOUNT, *("key:9",) * 6, "reason:other")
    assert order == EnterRecount({RECEPTION: 9999}, ReasonId("other"))
