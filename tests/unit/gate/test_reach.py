"""Whether a ledger that failed is believed to work again."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.core.events import Declined
from kiosk.gate.reach import Reach
from kiosk.ledger.errors import LedgerLostError, LedgerReadOnlyError, LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from tests.building import an_event, at

TEN = at("10:00")


def fail(_: Ledger) -> None:
    raise LedgerReadOnlyError("The file cannot be written.")


@pytest.fixture
def reach(ledger: Ledger) -> Reach:
    """A ledger that could not be written at ten."""
    reach = Reach(lambda: ledger)
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


def test_what_is_opened_again_has_to_be_the_ledger_of_before(tmp_path: Path) -> None:
    file, key = tmp_path / "ledger.sqlite", tmp_path / "letters.key"
    reach = Reach(lambda: Ledger.open(f"sqlite:///{file}", key))

    def count(name: str) -> int:
        return reach.read(TEN, lambda ledger: recorded(ledger, name))

    assert count("first") == 1
    earlier = file.read_bytes()
    assert count("second") == 2
    later = file.read_bytes()
    reach.close()
    file.write_bytes(earlier)
    with pytest.raises(LedgerUnreachableError, match="not the one that this program has known"):
        count("third")
    file.unlink()
    key.rename(tmp_path / "key")
    with pytest.raises(LedgerLostError):
        count("third")
    assert not file.exists()
    assert not key.exists()
    (tmp_path / "key").rename(key)
    file.write_bytes(later)
    assert count("third") == 3
    reach.close()


def recorded(ledger: Ledger, name: str) -> int:
    """Record something, and return how many events there are."""
    with ledger.transaction() as transaction:
        transaction.append(an_event(Declined(None), name=name))
    return ledger.newest().seq
