"""What the staff does at a panel is told at the door too, once, and never over a later scan."""

import pytest

from kiosk.core.verdict import GoTo, Reason, Verdict
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, SIDE_DOOR, an_office
from tests.unit.gate.door_panel import TEN, Panel


@pytest.fixture
def panel(ledger: Ledger) -> Panel:
    panel = Panel(ledger, an_office())
    panel.let_in()
    assert panel.gate.told_by_staff(panel.gate.tick(TEN)) is None, "that is past"
    return panel


def test_who_is_let_in_at_the_panel_is_told_so_at_the_door_once(panel: Panel) -> None:
    panel.let_in()
    house = panel.gate.tick(TEN)
    assert panel.gate.told_by_staff(house) == Verdict(Reason.ADMITTED, GoTo(BENEFITS, None))
    assert panel.gate.told_by_staff(house) is None
    assert panel.gate.told_by_staff(panel.gate.tick(TEN)) is None


def test_a_later_scan_is_not_overruled_by_what_the_staff_did_before(panel: Panel) -> None:
    panel.let_in()
    panel.gate.scan("no invitation", panel.tap().id, TEN)
    assert panel.gate.told_by_staff(panel.gate.tick(TEN)) is None


def test_what_is_done_at_another_door_is_not_told_here(panel: Panel) -> None:
    other = Panel(panel.ledger, panel.office, SIDE_DOOR)
    other.let_in()
    assert panel.gate.told_by_staff(panel.gate.tick(TEN)) is None
