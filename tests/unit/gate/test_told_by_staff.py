"""What the staff does at a panel is told at the door too, once, and never over a later scan."""

import pytest

from kiosk.core.verdict import GoTo, Reason, Verdict
from kiosk.gate.door_acts import LettingIn, let_in
from kiosk.gate.tap import Done
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, EMERGENCY, SIDE_DOOR, an_office, minutes
from tests.unit.gate.door_panel import TEN, Panel


@pytest.fixture
def panel(ledger: Ledger) -> Panel:
    panel = Panel(ledger, an_office())
    panel.let_in()
    assert panel.gate.told_by_staff(panel.gate.tick(TEN), TEN) is None, "that is past"
    return panel


def test_who_is_let_in_at_the_panel_is_told_so_at_the_door_once(panel: Panel) -> None:
    panel.let_in()
    house = panel.gate.tick(TEN)
    assert panel.gate.told_by_staff(house, TEN) == Verdict(Reason.ADMITTED, GoTo(BENEFITS, None))
    assert panel.gate.told_by_staff(house, TEN) is None
    assert panel.gate.told_by_staff(panel.gate.tick(TEN), TEN) is None


def test_a_later_scan_is_not_overruled_by_what_the_staff_did_before(panel: Panel) -> None:
    panel.let_in()
    panel.gate.scan("no invitation", panel.tap().id, TEN)
    assert panel.gate.told_by_staff(panel.gate.tick(TEN), TEN) is None


def test_what_is_done_at_another_door_is_not_told_here(panel: Panel) -> None:
    other = Panel(panel.ledger, panel.office, SIDE_DOOR)
    other.let_in()
    assert panel.gate.told_by_staff(panel.gate.tick(TEN), TEN) is None


@pytest.mark.parametrize(("later", "scanned"), [(5, False), (0.5, True)])
def test_who_went_in_by_hand_before_is_told_to_nobody_who_stands_here_now(
    panel: Panel, later: float, *, scanned: bool
) -> None:
    # Recorded when the ledger was back: after a while, or after a scan that came later at the door.
    now = TEN + minutes(later)
    if scanned:
        panel.gate.scan("no invitation", panel.tap().id, now)
    whom = LettingIn(BENEFITS, 1, EMERGENCY, went_in=True)
    assert isinstance(let_in(panel.ledger, panel.office, panel.tap(), whom), Done)
    assert panel.gate.told_by_staff(panel.gate.tick(now), now) is None
