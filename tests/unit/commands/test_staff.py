"""What staff do from the command line, each of it recorded with its author."""

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
from kiosk.core.ids import StaffId
from kiosk.gate.door_acts import confirm_clock
from tests.premises import Entry, Premises
from tests.taps import a_tap
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


@pytest.mark.usefixtures("manager")
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


@pytest.mark.usefixtures("manager")
def test_stop_of_another_door_does_not_count_here(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("stop-admission", "--door", "side", "Pause")
    _scan(kiosk, "AZ-1")
    assert invited.reasons() == ["admitted"]


@pytest.mark.usefixtures("manager")
def test_message_without_english_is_shown_in_german(kiosk: Kiosk, invited: Premises) -> None:
    kiosk("stop-admission", "Wir lüften bis 10:30 Uhr.")
    (stopped,) = [each.what for each in invited.events() if isinstance(each.what, AdmissionStopped)]
    assert stopped.message.in_language("en") == "Wir lüften bis 10:30 Uhr."


def test_message_must_say_something(kiosk: Kiosk, invited: Premises) -> None:
    called = kiosk("stop-admission", "  ")
    assert called.exit_code == 2
    assert "the message is empty" in called.stderr
    assert invited.events() == []


@pytest.mark.usefixtures("invited", "manager")
def test_lifting_a_stop_that_does_not_hold_does_no_harm(kiosk: Kiosk) -> None:
    assert kiosk("resume-admission").stdout == "admission was not stopped at all doors\n"
    assert kiosk("verify").exit_code == 0


def test_end_of_the_day_settles_visibly_whoever_was_not_seen_leaving_and_prints_its_report(
    kiosk: Kiosk, invited: Premises, manager: StaffId
) -> None:
    _scan(kiosk, "AZ-1")
    _scan(kiosk, "AZ-2")
    told = kiosk("end-day").stdout.splitlines()
    assert told[0].startswith(f"the day is closed: {invited.today} ")
    in_words = [" ".join(line.split()) for line in told[1:-1]]
    assert in_words[:3] == [
        "came in with a letter 2 people",
        "settled without a scan 2 people (day ended 2)",
        "refused, or told to wait 1 time (building full 1)",
    ]
    assert in_words[3].startswith("most at once 2 people (at ")
    assert in_words[4:] == ["inside by the count at the end 2 people"]
    assert [type(event.what) for event in invited.events()][-3:] == [Settled, Uncalled, DayEnded]
    assert {event.by for event in invited.events()[-3:]} == {manager}
    assert kiosk("status").stdout.startswith("inside 0 of 3\n")
    assert kiosk("verify").exit_code == 0


@pytest.mark.usefixtures("invited", "manager")
def test_day_may_be_closed_twice(kiosk: Kiosk) -> None:
    kiosk("end-day")
    assert "most at once 0 people" in " ".join(kiosk("end-day").stdout.split())
    assert kiosk("verify").exit_code == 0


def test_an_act_needs_somebody_who_belongs_to_the_staff_and_may(
    kiosk: Kiosk, premises: Premises, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    nobody = kiosk("end-day")
    assert nobody.exit_code == 7
    assert "kiosk staff add --role admin" in nobody.stderr
    request.getfixturevalue("manager")
    monkeypatch.setenv("KIOSK_AS", "weber")
    forbidden = kiosk("stop-admission", "Pause")
    assert forbidden.exit_code == 7
    assert forbidden.stderr == "kiosk: weber is admin: this needs security or manager\n"
    monkeypatch.setenv("KIOSK_PIN", "not this one")
    refused = kiosk("confirm-clock")
    assert refused.exit_code == 7
    assert "do not belong together" in refused.stderr
    assert {type(event.what).__name__ for event in premises.events()} == {
        "StaffAdded",
        "SignedIn",
        "SignInRefused",
    }


@pytest.mark.usefixtures("manager")
def test_clock_behind_the_ledger_closes_no_day_by_itself_until_it_is_confirmed(
    kiosk: Kiosk, invited: Premises
) -> None:
    with invited.ledger() as ledger:
        # A clock that was set wrongly for a while.
        confirm_clock(ledger, invited.file().office, a_tap(now_utc() + timedelta(days=3)))
    for call in ("end-day", "scan --door main JC1"):
        called = kiosk(*call.split())
        assert called.exit_code == 4
        assert "kiosk confirm-clock" in called.output
    # A person's act counts whatever the clock shows.
    assert kiosk("stop-admission", "Pause").exit_code == 0
    assert kiosk("confirm-clock").stdout.startswith("the clock is taken to be right: ")
    assert kiosk("resume-admission").exit_code == kiosk("end-day").exit_code == 0
    assert ClockConfirmed in [type(event.what) for event in invited.events()]
    assert kiosk("verify").exit_code == 0
