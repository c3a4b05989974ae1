"""The journal of a panel: what was acknowledged is there after any crash, and what was not is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.events import SettledBecause
from kiosk.core.ids import EventId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import (
    Admit,
    AnswerHelp,
    CallNumber,
    CloseDay,
    ConfirmClock,
    CountPeopleOut,
    EndCountedOut,
    EnterRecount,
    ExemptFromMask,
    GiveNumber,
    Order,
    PutNumberBack,
    ResumeAdmission,
    SearchBookings,
    SendBack,
    SettleVisit,
    SkipNumber,
    StopAdmission,
    TakeBack,
)
from kiosk.core.trouble import Trouble
from kiosk.gate.journal import Became, Journal, JournalError, Noted
from kiosk.gate.tap import Tap
from kiosk.gate.written_orders import order_from_json, order_to_json
from tests.building import BENEFITS, CASES, EMERGENCY, MAIN_DOOR, NO_MASK, ROUND, SIDE_DOOR, wording
from tests.unit.gate.staffed_post import BERGER, TEN

VISIT, SCAN = VisitId("visit"), EventId("scan")
OUT = CountPeopleOut(CASES, 2)
ORDERS: tuple[Order, ...] = (
    Admit(BENEFITS, 2, EMERGENCY),
    Admit(BENEFITS, 2, EMERGENCY, AppointmentId("a"), SCAN, 7),
    SendBack(VISIT, NO_MASK),
    OUT,
    EndCountedOut(VISIT, CASES),
    SettleVisit(VISIT, SettledBecause.SEEN_LEAVING),
    ExemptFromMask(VISIT),
    EnterRecount({BENEFITS: 0, CASES: 12}, ROUND),
    TakeBack(SCAN),
    StopAdmission(MAIN_DOOR, wording("Größere Übung ⚠", "Drill")),
    StopAdmission(None, wording("Halt")),
    ResumeAdmission(None),
    CallNumber(),
    CallNumber(3),
    SkipNumber(3),
    PutNumberBack(3),
    GiveNumber(BENEFITS, 2),
    SearchBookings(""),
    CloseDay(),
    AnswerHelp(MAIN_DOOR),
    ConfirmClock(),
)


def tap(name: str) -> Tap:
    return Tap(EventId(name), BERGER, MAIN_DOOR, TEN)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal(tmp_path, MAIN_DOOR)
    opened.open()
    yield opened
    opened.close()


def file_in(folder: Path) -> Path:
    return folder / "panel-main.1.journal"


def reopened(journal: Journal, folder: Path) -> tuple[Noted, ...]:
    """Return what the next start finds."""
    journal.close()
    after = Journal(folder, MAIN_DOOR)
    after.open()
    after.close()
    return after.noted


def test_every_order_is_written_as_it_is_and_read_as_it_was() -> None:
    assert {type(order) for order in ORDERS} == set(get_args(Order))
    for order in ORDERS:
        assert order_from_json(order_to_json(order)) == order


@pytest.mark.parametrize("written", [None, [], {}, {"kind": "unknown"}, {"kind": "admit"}, {"kind": []}])
def test_what_is_no_order_is_refused_without_repeating_it(written: object) -> None:
    with pytest.raises(ValueError, match="no order of the staff"):
        order_from_json(written)


def test_what_was_noted_is_there_after_a_crash_in_order_and_what_is_over_is_not(
    journal: Journal, tmp_path: Path
) -> None:
    for number, order in enumerate(ORDERS):
        journal.note(tap(str(number)), order)
    journal.keep(tap("3"), OUT)
    journal.refuse(EventId("3"), NotDone.UNKNOWN_AREA)
    nobody = Tap(EventId("by hand"), None, None, TEN)
    journal.keep(nobody, OUT)
    journal.keep(tap("broken"), OUT)
    journal.refuse(EventId("broken"), Trouble.PROGRAM)
    for number in range(3):
        journal.over(EventId(str(number)))
    journal.over(EventId("unknown"))
    found = reopened(journal, tmp_path)
    assert found == journal.noted
    assert found[0] == Noted(tap("3"), OUT, Became.REFUSED, NotDone.UNKNOWN_AREA)
    assert found[-2:] == (
        Noted(nobody, OUT, Became.KEPT),
        Noted(tap("broken"), OUT, Became.REFUSED, Trouble.PROGRAM),
    )
    assert len(found) == len(ORDERS) - 3 + 2


def test_whatever_the_last_line_was_torn_at_all_before_it_is_there(journal: Journal, tmp_path: Path) -> None:
    journal.keep(tap("first"), OUT)
    whole = file_in(tmp_path).stat().st_size
    journal.keep(tap("second"), OUT)
    journal.close()
    content = file_in(tmp_path).read_bytes()
    for length in (*range(whole, len(content) - 1, 9), len(content) - 1):
        file_in(tmp_path).write_bytes(content[:length] + b"\0" * (length % 3))
        after = Journal(tmp_path, MAIN_DOOR)
        after.open()
        assert [each.tap.id for each in after.noted] == ["first"]
        assert file_in(tmp_path).read_bytes() == content[:whole]
        after.close()
    assert not list(tmp_path.glob("*.damaged"))


@pytest.mark.parametrize(("name", "left"), [("second", ["first", "third"]), ("third", ["first", "second"])])
def test_a_damaged_line_is_kept_aside_and_said_and_hides_none_of_the_others(
    journal: Journal, tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, left: list[str]
) -> None:
    for each in ("first", "second", "third"):
        journal.keep(tap(each), OUT)
    journal.close()
    content = file_in(tmp_path).read_bytes()
    damaged = content.replace(f'"tap": "{name}"'.encode(), b'"tap": "Second"')
    file_in(tmp_path).write_bytes(damaged)
    assert [each.tap.id for each in reopened(journal, tmp_path)] == left
    (aside,) = tmp_path.glob("*.damaged")
    assert aside.read_bytes() == damaged
    assert "1 lines of" in caplog.text


def test_a_journal_with_nothing_left_to_remember_is_empty(journal: Journal, tmp_path: Path) -> None:
    for number in range(300):
        journal.note(tap(str(number)), OUT)
        journal.over(EventId(str(number)))
    assert file_in(tmp_path).stat().st_size < 70_000
    assert reopened(journal, tmp_path) == ()
    assert file_in(tmp_path).stat().st_size == 0


def test_each_door_and_each_panel_has_a_file_of_its_own(tmp_path: Path) -> None:
    journals = [Journal(tmp_path, MAIN_DOOR) for _ in range(9)]
    journals.append(Journal(tmp_path, SIDE_DOOR))
    for journal in journals:
        journal.open()
    assert len(list(tmp_path.iterdir())) == 10
    too_many = Journal(tmp_path, MAIN_DOOR)
    with pytest.raises(JournalError, match="9 panels of the door main"):
        too_many.open()
    for journal in journals:
        journal.close()


def test_what_was_taken_over_before_the_power_went_stays_as_it_has_become(
    journal: Journal, tmp_path: Path
) -> None:
    beside = Journal(tmp_path, MAIN_DOOR)
    beside.open()
    beside.keep(tap("left"), OUT)
    beside.close()
    (of_beside,) = (each for each in tmp_path.iterdir() if each != file_in(tmp_path))
    left = of_beside.read_bytes()
    journal.close()
    journal.open()
    journal.refuse(EventId("left"), NotDone.UNKNOWN_AREA)
    # The file of the other panel was not emptied any more.
    of_beside.write_bytes(left)
    assert [each.became for each in reopened(journal, tmp_path)] == [Became.REFUSED]
    assert of_beside.read_bytes() == b""


def test_a_closed_journal_opens_itself_for_the_next_tap(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    journal.keep(tap("first"), OUT)
    assert [each.tap.id for each in reopened(journal, tmp_path)] == ["first"]


def test_only_its_owner_reads_the_journal(journal: Journal, tmp_path: Path) -> None:
    journal.note(tap("first"), OUT)
    assert file_in(tmp_path).stat().st_mode & 0o077 == 0
