"""`kiosk status`, `events` and `verify`: the count, what happened, and whether the two agree."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from kiosk.clock import now_utc
from kiosk.core.code import Code
from kiosk.core.events import Declined
from kiosk.core.office import DoorId, Wording
from kiosk.gate.door_acts import stop
from kiosk.gate.passing_time import append_all
from tests.premises import Entry, Premises
from tests.taps import a_tap
from tests.unit.commands.conftest import Kiosk

CODES = {"AZ-1": Code(101), "AZ-2": Code(202), "AZ-3": Code(303)}


@pytest.fixture
def busy(kiosk: Kiosk, premises: Premises) -> Premises:
    """The office with two inside, two in the line, and two scans that were refused; six events in all."""
    premises.write_list(
        Entry("AZ-1", party=2, name="Xanthippe Probeperson"),
        Entry("AZ-2", party=2, minutes=-1),
        Entry("AZ-3", party=1, area="youth"),
    )
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    with premises.ledger() as ledger:
        known = ledger.by_external_id(list(CODES))
        ledger.issue_letters([(known[id_], code) for id_, code in CODES.items()], now_utc())
    premises.write_list(Entry("AZ-3", party=1, area="youth", status="abgesagt"))
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    texts = [CODES[id_].text for id_ in ("AZ-1", "AZ-2", "AZ-3")]
    assert kiosk("scan", "--door", "main", *texts, "https://www.example.org").exit_code == 0
    with premises.ledger() as ledger:
        message = Wording((("de", "Feueralarm"), ("en", "Fire drill")))
        stop(ledger, premises.file().office, a_tap(now_utc()), DoorId("side"), message)
    return premises


def _events(kiosk: Kiosk, *options: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in kiosk("events", "--json", *options).stdout.splitlines()]


def test_status_of_a_new_office_is_an_empty_house(kiosk: Kiosk) -> None:
    assert kiosk("status").stdout == ("inside 0 of 3\n  Leistung: 0\n  Jugend: 0\nwaiting outside: nobody\n")


@pytest.mark.usefixtures("busy")
def test_status_tells_who_is_inside_who_waits_and_what_is_stopped(kiosk: Kiosk) -> None:
    lines = kiosk("status").stdout.splitlines()
    assert lines[:4] == ["inside 2 of 3", "  Leistung: 2", "  Jugend: 0", "waiting outside: 1"]
    assert lines[4].startswith("admission is stopped at side since ")


@pytest.mark.usefixtures("busy")
def test_status_for_programs_holds_the_same(kiosk: Kiosk) -> None:
    status = json.loads(kiosk("status", "--json").stdout)
    assert (status["inside"], status["cap"], status["unclear"], status["unmatched_exits"]) == (2, 3, 0, 0)
    assert status["areas"] == {
        "benefits": {"inside": 2, "cap": None},
        "youth": {"inside": 0, "cap": None},
    }
    (place,) = status["line"]
    assert (place["number"], place["party"], place["kept_until"]) == (1, 2, None)
    (stop,) = status["stops"]
    assert (stop["door"], stop["message"]["texts"]) == ("side", [["de", "Feueralarm"], ["en", "Fire drill"]])


@pytest.mark.usefixtures("busy")
def test_events_are_told_in_order_with_what_visitors_were_told(kiosk: Kiosk) -> None:
    events = _events(kiosk)
    assert [event["seq"] for event in events] == [1, 2, 3, 4, 5, 6]
    assert [event["what"]["kind"] for event in events] == [
        "rules_changed",
        "entered",
        "queued",
        "declined",
        "declined",
        "admission_stopped",
    ]
    answers = [event["answer"]["reason"] for event in events if event["answer"]]
    assert answers == ["admitted", "building_full", "cancelled", "not_an_invitation"]
    assert {len(event["hash"]) for event in events} == {64}
    assert len({event["id"] for event in events}) == 6
    assert {event["door"] for event in events} == {None, "main"}


@pytest.mark.usefixtures("busy")
def test_events_as_text_stand_on_a_line_each(kiosk: Kiosk) -> None:
    lines = kiosk("events").stdout.splitlines()
    assert len(lines) == 6
    assert lines[1].split()[3:] == ["main", "Entered", "admitted"]
    assert lines[5].split()[3:] == ["-", "AdmissionStopped"]


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--last", 2], [5, 6]),
        (["--last", 99], [1, 2, 3, 4, 5, 6]),
        (["--since", 4], [5, 6]),
        (["--since", 6], []),
        (["--since", 4, "--last", 1], [6]),
        (["--since", 5, "--last", 3], [6]),
    ],
)
def test_events_may_be_the_last_ones_or_those_after_a_number(
    kiosk: Kiosk, options: list[object], expected: list[int]
) -> None:
    assert [event["seq"] for event in _events(kiosk, *options)] == expected


@pytest.mark.usefixtures("busy")
def test_neither_names_nor_codes_stand_in_what_is_told(kiosk: Kiosk) -> None:
    told = kiosk("events", "--json").output + kiosk("events").output + kiosk("status", "--json").output
    assert "anthippe" not in told
    assert [code for code in CODES.values() if code.text in told or code.short.text in told] == []


@pytest.mark.usefixtures("busy")
def test_ledger_that_holds_is_said_to_hold(kiosk: Kiosk) -> None:
    called = kiosk("verify")
    assert called.exit_code == 0
    assert called.stdout == "the ledger holds: 6 events, unbroken, 2 people inside\n"


def test_ledger_that_was_tampered_with_is_found_out_at_its_event(kiosk: Kiosk, busy: Premises) -> None:
    with closing(sqlite3.connect(busy.database)) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("UPDATE event SET body = replace(body, 'benefits', 'youth') WHERE seq = 2")
        connection.commit()
    called = kiosk("verify")
    assert called.exit_code == 1
    assert "the ledger does not hold at event 2 (broken_chain)" in called.stderr
    assert "go on with the last backup" in called.stderr


def test_a_sum_that_differs_from_its_day_is_named_and_made_anew_on_wish(
    kiosk: Kiosk, premises: Premises
) -> None:
    now = now_utc()
    today = now.astimezone(premises.file().office.time_zone).date()
    days = [today - timedelta(days=before) for before in (2, 1)]
    with premises.ledger() as ledger:
        for before in (2, 1, 0):
            with ledger.transaction() as transaction:
                append_all(transaction, [Declined(None)], now - timedelta(days=before))
    assert kiosk("verify", "--renew-sums").stdout.startswith("the sums of 2 days were made anew\n")
    with closing(sqlite3.connect(premises.database)) as connection:
        connection.execute("UPDATE day_sum SET shown = NULL WHERE day = ?", [f"{days[0]}"])
        connection.commit()
    called = kiosk("verify")
    assert called.exit_code == 1
    assert f"the sums of 1 day are not what they add up to: {days[0]}. Make them anew: " in called.stderr
    assert kiosk("verify", "--renew-sums").exit_code == 0
    assert kiosk("verify").stdout == "the ledger holds: 3 events, unbroken, 0 people inside\n"


@pytest.mark.skipif(os.name != "posix", reason="files there have no such mode")
def test_key_file_that_others_may_read_is_refused(kiosk: Kiosk, busy: Premises) -> None:
    busy.file().key_file.chmod(0o644)
    assert kiosk("verify").exit_code == 4
