"""`kiosk audit`: what the staff did on a day, and nothing that visitors did."""

import csv
from datetime import date, timedelta

import pytest

from kiosk.clock import now_utc
from kiosk.core.code import Code
from kiosk.core.events import Entered, Event, Settled, SettledBecause
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.office import AreaId, DoorId, Wording
from kiosk.core.staff_events import RefusedBecause, SignInRefused
from kiosk.gate.door_acts import stop
from kiosk.gate.passing_time import append_all
from tests.premises import Entry, Premises
from tests.taps import a_tap
from tests.unit.commands.conftest import Kiosk

CODE = Code(101)


@pytest.fixture
def busy(kiosk: Kiosk, premises: Premises) -> Premises:
    """An office with a visitor, an admin, a stop at one door, and a try to sign in at a panel."""
    premises.write_list(Entry("AZ-1"))
    kiosk("appointments", "import", "termine.csv")
    with premises.ledger() as ledger:
        known = ledger.by_external_id(["AZ-1"])
        ledger.issue_letters([(known["AZ-1"], CODE)], now_utc())
    kiosk("scan", "--door", "main", CODE.text)
    kiosk("staff", "add", "--role", "admin", "--id", "weber")
    with premises.ledger() as ledger:
        side, message = DoorId("side"), Wording((("de", 'Pause, "kurz"'),))
        stop(ledger, premises.file().office, a_tap(now_utc()), side, message)
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        refused = SignInRefused(StaffId("weber"), RefusedBecause.WRONG_PIN)
        append_all(transaction, [refused], now_utc(), door=DoorId("main"))
    return premises


def test_each_act_stands_on_a_line_with_time_person_and_reason(kiosk: Kiosk, busy: Premises) -> None:
    lines = kiosk("audit", "--day", busy.today).stdout.splitlines()
    assert [line.split("  ")[0][:10] for line in lines] == [busy.today] * 4
    told = [" ".join(line[19:].split()) for line in lines]
    assert told == [
        "- rules changed",
        "- staff added staff weber, role admin",
        'guard admission stopped door side, Pause, "kurz"',
        "- sign in refused door main, staff weber, wrong pin",
    ]


def test_a_spreadsheet_gets_the_same(kiosk: Kiosk, busy: Premises) -> None:
    rows = list(csv.DictReader(kiosk("audit", "--day", busy.today, "--csv").stdout.splitlines()))
    assert list(rows[0]) == ["time", "person", "act", "door", "details", "reason", "event"]
    assert [row["act"] for row in rows] == [
        "rules changed",
        "staff added",
        "admission stopped",
        "sign in refused",
    ]
    stopped = rows[2]
    assert (stopped["door"], stopped["reason"], stopped["person"]) == ("side", 'Pause, "kurz"', "guard")
    numbers = [int(row["event"]) for row in rows]
    assert numbers == [1, 3, 4, 5]


def test_what_leads_to_other_events_stands_in_the_spreadsheet_alone(kiosk: Kiosk, premises: Premises) -> None:
    settled = Settled(VisitId("v-7"), None, AreaId("benefits"), 2, SettledBecause.SEEN_LEAVING)
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        entered = Entered(VisitId("v-7"), None, AreaId("benefits"), 2, now_utc(), None)
        append_all(transaction, [entered, settled], now_utc(), by=StaffId("berger"))
    text = kiosk("audit", "--day", premises.today).stdout.splitlines()[-1]
    assert text.endswith("area benefits, party 2, seen leaving")
    assert "visit v-7, area benefits, party 2" in kiosk("audit", "--day", premises.today, "--csv").stdout


def test_person_who_acted_is_named_by_id(kiosk: Kiosk, premises: Premises) -> None:
    at = now_utc()
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        what = SignInRefused(None, RefusedBecause.UNKNOWN)
        transaction.append(Event(EventId("tap"), at, None, StaffId("berger"), what, None))
    assert "  berger  " in kiosk("audit", "--day", premises.today).stdout


def test_day_is_that_of_the_office(kiosk: Kiosk, busy: Premises) -> None:
    before = date.fromisoformat(busy.today) - timedelta(days=1)
    after = date.fromisoformat(busy.today) + timedelta(days=1)
    for day in (before, after):
        assert kiosk("audit", "--day", day).stdout == "the staff did nothing on this day\n"


def test_what_is_no_day_is_a_wrong_call(kiosk: Kiosk) -> None:
    called = kiosk("audit", "--day", "yesterday")
    assert called.exit_code == 2
    assert "write it as 2021-09-20" in called.stderr
