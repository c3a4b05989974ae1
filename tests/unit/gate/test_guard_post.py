"""A guard's post: what each order comes to, with the ledger there and with the ledger away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.guard_view import KeptByHand, SignInWanted
from kiosk.core.orders import Admit
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, EMERGENCY, minutes
from tests.unit.gate.staffed_post import BERGER, TEN, StaffedPost, hire

WALK_IN = Admit(BENEFITS, 2, EMERGENCY)


@pytest.fixture
def staffed(tmp_path: Path) -> Iterator[StaffedPost]:
    def open_ledger() -> Ledger:
        return Ledger.open(f"sqlite:///{tmp_path}/ledger.sqlite", tmp_path / "key")

    ledger = open_ledger()
    hire(ledger, ledger.pin_key(tmp_path / "pins.key"))
    ledger.close()
    staffed = StaffedPost(open_ledger, tmp_path)
    yield staffed
    staffed.post.close(TEN)


def test_nothing_is_done_before_somebody_has_signed_in(staffed: StaffedPost) -> None:
    assert staffed.order(WALK_IN) == SignInWanted()
    staffed.sign_in()
    event = staffed.done(WALK_IN).event
    assert event.by == BERGER
    view = staffed.post.look(TEN)
    assert view.house is not None
    assert view.house.inside == 2
    assert view.can_be_undone == (event,)
    assert [each.event for each in view.recent] == [event]


def test_who_is_let_in_while_the_ledger_is_away_enters_it_once_when_it_is_back(
    staffed: StaffedPost,
) -> None:
    staffed.post.look(TEN)
    staffed.cut()
    assert staffed.order(WALK_IN) == KeptByHand(WALK_IN)
    view = staffed.post.look(TEN)
    assert view.house is not None
    assert (view.house.inside, view.is_current, view.kept) == (2, False, (WALK_IN,))
    view = staffed.restart()
    assert view.kept == (WALK_IN,)
    staffed.is_away = False
    view = staffed.post.look(TEN + minutes(1))
    assert view.house is not None
    assert (view.house.inside, view.is_current, view.kept) == (2, True, ())
