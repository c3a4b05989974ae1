"""What is done by hand: whenever nobody can sign in, and entered once, whatever happened meanwhile."""

import pytest

from kiosk.core.guard_view import Failed, KeptByHand
from kiosk.core.orders import Admit, CountPeopleOut
from kiosk.core.trouble import Trouble
from kiosk.ledger.errors import LedgerFullError, LedgerUnavailableError
from tests.building import BENEFITS, EMERGENCY, minutes
from tests.unit.gate.staffed_post import BERGER, PINS, TEN, LossyLedger, StaffedPost

TWO = Admit(BENEFITS, 2, EMERGENCY)
OUT = CountPeopleOut(BENEFITS)


def test_a_ledger_that_can_only_be_read_takes_no_pin_and_asks_for_none(
    staffed: StaffedPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: LossyLedger) -> None:
        raise LedgerFullError("The disk is full.")

    staffed.post.look(TEN)
    with monkeypatch.context() as patch:
        patch.setattr(LossyLedger, "transaction", full)
        assert staffed.post.sign_in(BERGER, PINS[BERGER], TEN) == Failed(Trouble.LEDGER)
        view = staffed.post.look(TEN + minutes(1) / 4)
        assert (view.is_current, view.trouble, view.is_by_hand) == (True, Trouble.LEDGER, True)
        assert staffed.order(TWO, TEN + minutes(1) / 4) == KeptByHand(TWO)
    assert not staffed.post.look(TEN + minutes(1)).is_by_hand
    assert staffed.house(TEN + minutes(1)).inside == 2


def test_who_went_in_by_hand_is_not_taken_for_all_who_are_inside(staffed: StaffedPost) -> None:
    staffed.cut()
    assert staffed.order(TWO) == KeptByHand(TWO)
    assert staffed.post.look(TEN).house is None
    with pytest.raises(LedgerUnavailableError, match="Count by hand"):
        staffed.post.evacuation(TEN)
    staffed.is_away = False
    assert staffed.house(TEN + minutes(1)).inside == 2
