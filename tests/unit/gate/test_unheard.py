"""A connection that breaks at a commit and stays broken: whether the scan counts is asked and told later."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.events import Entered
from kiosk.core.ids import EventId
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Gate
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction
from tests.building import MAIN_DOOR, an_appointment, an_office, at

TEN = at("10:00")
CODE = Code(1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def gate(ledger: Ledger) -> Gate:
    appointment = an_appointment("a")
    ledger.apply(AppointmentChanges(new=(appointment,)))
    ledger.issue_letters([(appointment, CODE)], at("09:00"))
    office = an_office()
    return Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())


def breaking(ledger: Ledger, *, after_the_commit: bool) -> Callable[[], object]:
    """Return a way into a transaction that breaks at its commit the first time, and never begins again."""
    real, first = ledger.transaction, iter([True])

    @contextmanager
    def transaction() -> Iterator[Transaction]:
        if not next(first, False):
            raise LedgerUnreachableError("The server does not answer.")
        with real() as begun:
            yield begun
            if not after_the_commit:
                raise LedgerUnreachableError("The connection broke.")
        raise LedgerUnreachableError("The connection broke.")

    return transaction


def show(gate: Gate, scan: str, now: datetime) -> Reason:
    return gate.scan(CODE.text, EventId(scan), now).verdict.reason


def entries(ledger: Ledger) -> int:
    return sum(isinstance(each.event.what, Entered) for each in ledger.events())


@pytest.mark.parametrize("tick_first", [lambda gate, now: gate.tick(now), lambda _gate, _now: None])
def test_entry_that_was_recorded_unheard_is_told_when_the_letter_is_shown_again(
    gate: Gate,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tick_first: Callable[[Gate, datetime], object],
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(ledger, "transaction", breaking(ledger, after_the_commit=True))
        assert show(gate, "one", TEN) is Reason.OUT_OF_SERVICE
        assert show(gate, "two", TEN + 30 * SECOND) is Reason.OUT_OF_SERVICE
    back = TEN + timedelta(minutes=10)
    tick_first(gate, back)
    assert show(gate, "three", back + SECOND) is Reason.ADMITTED
    assert "the scan one, whose commit nobody heard of, was recorded: admitted" in caplog.text
    flickers = gate.scan(CODE.text, EventId("flickers"), back + 5 * SECOND, away=3 * SECOND)
    assert flickers.verdict.reason is Reason.ADMITTED
    assert entries(ledger) == ledger.house().inside == 1
    assert show(gate, "four", back + timedelta(minutes=1)) is Reason.LEFT


def test_letter_means_leaving_again_some_minutes_after_its_entry_became_known(
    gate: Gate, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(ledger, "transaction", breaking(ledger, after_the_commit=True))
        assert show(gate, "one", TEN) is Reason.OUT_OF_SERVICE
    gate.tick(TEN + SECOND)
    assert show(gate, "two", TEN + timedelta(minutes=5)) is Reason.LEFT


def test_scan_that_was_not_recorded_is_answered_anew(
    gate: Gate, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(ledger, "transaction", breaking(ledger, after_the_commit=False))
        assert show(gate, "one", TEN) is Reason.OUT_OF_SERVICE
    gate.tick(TEN + SECOND)
    assert show(gate, "two", TEN + 2 * SECOND) is Reason.ADMITTED
    assert entries(ledger) == 1
