"""Whether a ledger that failed is believed to work again."""

from datetime import timedelta

import pytest

from kiosk.gate.reach import Reach
from kiosk.ledger.errors import LedgerReadOnlyError
from kiosk.ledger.ledger import Ledger
from tests.building import at

TEN = at("10:00")


def fail(_: Ledger) -> None:
    raise LedgerReadOnlyError("The file cannot be written.")


@pytest.fixture
def reach(ledger: Ledger) -> Reach:
    """A ledger that could not be written at ten."""
    reach = Reach(lambda: ledger, lambda _: None)
    with pytest.raises(LedgerReadOnlyError):
        reach.write(TEN, fail)
    return reach


@pytest.mark.parametrize(
    ("later", "is_broken"),
    [
        (timedelta(seconds=29), True),
        (timedelta(seconds=30), False),
        (timedelta(seconds=-29), True),
        (timedelta(hours=-1), False),
    ],
)
def test_a_ledger_that_could_not_be_written_is_believed_after_a_while_whatever_the_clock_does(
    reach: Reach, later: timedelta, *, is_broken: bool
) -> None:
    assert reach.is_broken
    reach.read(TEN + later, lambda ledger: ledger.house())
    assert reach.is_broken is is_broken


def test_a_ledger_that_was_written_works(reach: Reach) -> None:
    reach.write(TEN, lambda ledger: ledger.house())
    assert not reach.is_broken
