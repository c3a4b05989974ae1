"""`kiosk past`: days that are over, in numbers."""

import csv
from datetime import timedelta

import pytest

from kiosk.clock import now_utc
from kiosk.core.door_events import LetIn
from kiosk.core.events import Corrected, CorrectedBecause, Entered, Exited, Happening, Queued
from kiosk.core.ids import VisitId
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.gate.passing_time import append_all
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk

BENEFITS = AreaId("benefits")


@pytest.fixture
def yesterday(kiosk: Kiosk, premises: Premises) -> str:
    """A day on which somebody waited, one was let in by hand, and the number was wrong by two."""
    premises.write_list(Entry("AZ-1", minutes=-24 * 60 + 10), Entry("AZ-2", minutes=-24 * 60))
    kiosk("appointments", "import", "termine.csv")
    began = now_utc() - timedelta(days=1)
    with premises.ledger() as ledger:
        name = ledger.by_external_id(["AZ-1"])["AZ-1"].id
        a, b = VisitId("a"), VisitId("b")
        told: list[tuple[int, Happening]] = [
            (0, Queued(1, name, BENEFITS, 1, began)),
            (10, Entered(a, name, BENEFITS, 1, began + timedelta(minutes=30), 1)),
            (12, LetIn(b, None, BENEFITS, 2, began, None, ReasonId("emergency"), 1, None)),
            (20, Corrected(BENEFITS, -2, CorrectedBecause.RECOUNT)),
            (40, Exited(a, name, BENEFITS, 1)),
        ]
        for minute, what in told:
            with ledger.transaction() as transaction:
                append_all(transaction, [what], began + timedelta(minutes=minute), door=DoorId("main"))
    return f"{began.astimezone(premises.file().office.time_zone):%Y-%m-%d}"


def test_a_day_is_told_in_a_few_lines(kiosk: Kiosk, yesterday: str) -> None:
    lines = kiosk("past", "--from", yesterday).stdout.splitlines()
    assert lines[0].startswith(f"{yesterday}  most inside 3 at ")
    assert lines[0].endswith("3 came in")
    assert lines[1:] == [
        "  2 let in by the staff, 1 of them above the cap",
        "  a visit took 30 minutes on average",
        "  2 appointments: 1 early, 0 on time, 0 late, 1 not used",
        "  1 party waited, 10 minutes on average, 10 at most",
        "  recounts found the number wrong by: main 2",
    ]


def test_a_spreadsheet_gets_a_row_for_each_day(kiosk: Kiosk, yesterday: str, premises: Premises) -> None:
    printed = kiosk("past", "--from", yesterday, "--to", premises.today, "--csv").stdout
    (row,) = csv.DictReader(printed.splitlines())
    assert (row["day"], row["most_inside"], row["entries"], row["still_inside"]) == (yesterday, "3", "3", "0")
    assert (row["longest_wait_minutes"], row["recounts_off_by_door"], row["away"]) == ("10", "main 2", "1")


def test_a_day_that_is_not_over_is_told_so_far(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1"))
    kiosk("appointments", "import", "termine.csv")
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [Corrected(BENEFITS, 2, CorrectedBecause.RECOUNT)], now_utc())
    first, *lines = kiosk("past", "--from", premises.today).stdout.splitlines()
    assert first.startswith(f"{premises.today}  so far: most inside 2 at ")
    assert lines == [
        "  1 appointment: 0 early, 0 on time, 0 late, 1 not used so far",
        "  recounts found the number wrong by: no door 2",
        "  2 inside by the count now",
    ]


def test_a_spreadsheet_tells_nobody_away_who_may_still_come(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1"))
    kiosk("appointments", "import", "termine.csv")
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [Corrected(BENEFITS, 2, CorrectedBecause.RECOUNT)], now_utc())
    printed = kiosk("past", "--from", premises.today, "--csv").stdout
    (row,) = csv.DictReader(printed.splitlines())
    assert (row["booked"], row["away"]) == ("1", "")


def test_who_is_left_inside_at_the_end_is_told(kiosk: Kiosk, premises: Premises) -> None:
    began = now_utc() - timedelta(days=1)
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [Corrected(BENEFITS, 2, CorrectedBecause.RECOUNT)], began)
    lines = kiosk("past", "--from", f"{began.astimezone(premises.file().office.time_zone):%Y-%m-%d}")
    assert lines.stdout.splitlines()[1:] == [
        "  recounts found the number wrong by: no door 2",
        "  2 inside by the count at the end",
    ]


def test_a_number_that_the_recounts_found_right_is_told_as_that(kiosk: Kiosk, premises: Premises) -> None:
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [Corrected(BENEFITS, 0, CorrectedBecause.RECOUNT)], now_utc())
    told = kiosk("past", "--from", premises.today).stdout.splitlines()
    assert "  recounts found the number right" in told


def test_days_without_anything_are_said_to_be_so(kiosk: Kiosk) -> None:
    assert kiosk("past", "--from", "2021-09-20").stdout == "nothing happened on these days\n"


def test_days_are_given_in_order(kiosk: Kiosk) -> None:
    result = kiosk("past", "--from", "2021-09-20", "--to", "2021-09-19")
    assert result.exit_code == 2
    assert "lies before" in result.stderr
