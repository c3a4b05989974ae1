"""What staff do from the command line, each of it recorded."""

from datetime import timedelta

import pytest

from kiosk.clock import now_utc
from kiosk.core.code import Code
from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    ClockConfirmed,
    DayEnded,
    Settled,
    Uncalled,
)
from kiosk.gate.acts import confirm_clock
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk

CODES = {"AZ-1": Code(101), "AZ-2": Code(202)}


@pytest.fixture
def invited(kiosk: Kiosk, premises: Premises) -> Premises:
    premises.write_list(Entry("AZ-1", party=2), Entry("AZ-2", party=2))
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    with premises.ledger() as ledger:
        known = ledger.by_external_id(list(CODES))
        ledger.issue_letters([(known[id_], code) for id_, code in CODES.items()], now_utc())
    return premises


def _scan(kiosk: Kiosk, id_: str) -> None:
    assert kiosk("scan", "--door", "main", CODES[id_].text).exit_code == 0


@pytest.mark.parametrize(("door", "where"), [((), "all doors"), (("--door", "main"), "main")])
def test_stop_lets_nobody_in_until_it_is_lifted(
    kiosk: Kiosk, invited: Premises, door: tuple[str, ...], where: str
) -> None:
    assert kiosk("stop-admission", *door, "Pause").stdout == f"admission is stopped at {where}\n"
    _scan(kiosk, "AZ-1")
    assert kiosk("resume-admission", *door).stdout == f"admission is resumed at {where}\n"
    _scan(kiosk, "AZ-1")
    assert invited.reasons() == ["admission_stopped", "admitted"]
    happened = [type(event.what) for event in invited.events()]
    assert happened.count(AdmissionStopped) == happened.count(AdmissionResumed) == 1


def test_stop_of_another_door_does_not_count_here(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("stop-admission", "--door", "side", "Pause")
    _scan(kiosk, "AZ-1")
    assert invited.reasons() == ["admitted"]


def test_message_without_english_is_shown_in_german(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("stop-admission", "Wir lüften bis 10:30 Uhr.")
    (stopped,) = [each.what for each in invited.events() if isinstance(each.what, AdmissionStopped)]
    assert stopped.message.in_language("en") == "Wir lüften bis 10:30 Uhr."


def test_message_must_say_something(kiosk: Kiosk, invited: Premises) -> None:
    called = kiosk("stop-admission", "  ")
    assert called.exit_code == 2
    assert "the message is empty" in called.stderr
    assert invited.events() == []


@pytest.mark.usefixtures("invited")
def test_lifting_a_stop_that_does_not_hold_does_no_harm(kiosk: Kiosk) -> None:
    assert kiosk("resume-admission").exit_code == 0
    assert kiosk("verify").exit_code == 0


def test_end_of_the_day_settles_visibly_whoever_was_not_seen_leaving(kiosk: Kiosk, invited: Premises) -> None:
    _scan(kiosk, "AZ-1")
    _scan(kiosk, "AZ-2")
    called = kiosk("end-day")
    told = "the day is closed: 1 visits settled without a scan (2 people), 1 numbers withdrawn. "
    assert called.stdout.startswith(told)
    assert [type(event.what) for event in invited.events()][-3:] == [Settled, Uncalled, DayEnded]
    assert kiosk("status").stdout.startswith("inside 0 of 3\n")
    assert kiosk("verify").exit_code == 0


@pytest.mark.usefixtures("invited")
def test_day_may_be_closed_twice(kiosk: Kiosk) -> None:
    kiosk("end-day")
    assert kiosk("end-day").stdout.startswith("the day is closed: 0 visits settled")
    assert kiosk("verify").exit_code == 0


@pytest.mark.parametrize(
    "call", ["stop-admission Pause", "resume-admission", "end-day", "scan --door main JC1"]
)
def test_clock_behind_the_ledger_is_named_with_its_mend_and_may_be_confirmed(
    kiosk: Kiosk, invited: Premises, call: str
) -> None:
    with invited.ledger() as ledger:
        confirm_clock(ledger, now_utc() + timedelta(days=3))  # a clock that was set wrongly for a while
    called = kiosk(*call.split())
    assert called.exit_code == 4
    assert "kiosk confirm-clock" in called.output
    assert kiosk("confirm-clock").stdout.startswith("the clock is taken to be right: ")
    assert kiosk(*call.split()).exit_code == 0
    assert ClockConfirmed in [type(event.what) for event in invited.events()]
    assert kiosk("verify").exit_code == 0
