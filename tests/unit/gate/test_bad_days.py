"""The guard's post on bad days: nothing is lost, nothing counts twice, and the guard is told what holds."""

import errno
import resource
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.core.door_events import CountedOut, LetIn
from kiosk.core.events import AdmissionStopped
from kiosk.core.guard_view import (
    Failed,
    KeptByHand,
    LastTap,
    NotKept,
    RefusedByHand,
    SecondPersonWanted,
    SignInWanted,
    Unseen,
)
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.office import AreaId, ReasonId
from kiosk.core.orders import (
    Admit,
    CallNumber,
    CountPeopleOut,
    EnterRecount,
    ResumeAdmission,
    SearchBookings,
    StopAdmission,
)
from kiosk.core.trouble import Trouble
from kiosk.gate.carry_out import carry_out
from kiosk.ledger.database import durability_of
from kiosk.ledger.errors import LedgerMisuseError, LedgerUnavailableError
from tests.building import BENEFITS, CASES, EMERGENCY, ROUND, minutes, wording
from tests.unit.gate.staffed_post import BERGER, MEIER, PINS, TEN, LossyLedger, StaffedPost

TWO = Admit(BENEFITS, 2, EMERGENCY)
OUT = CountPeopleOut(BENEFITS)
STOP = StopAdmission(None, wording("Halt"))
HALF_A_MINUTE_LATER = TEN + minutes(0.5)
LATER, MUCH_LATER = TEN + minutes(1), TEN + minutes(5)

_LOG_IS_AHEAD = durability_of(sqlite3.sqlite_version_info).journal_mode == "wal"


class KilledError(BaseException):
    """Ends the program in the midst of a tap, as nothing that is caught does."""


def test_who_is_let_in_while_the_ledger_is_away_enters_it_once_when_it_is_back(
    staffed: StaffedPost,
) -> None:
    staffed.post.look(TEN)
    staffed.cut()
    assert staffed.order(TWO) == KeptByHand(TWO)
    assert staffed.order(OUT) == KeptByHand(OUT)
    assert staffed.order(CallNumber()) == SignInWanted()
    view = staffed.post.look(TEN)
    assert view.house is not None
    assert (view.house.inside, view.is_current, view.trouble) == (1, False, Trouble.LEDGER)
    assert staffed.restart(LATER).kept == (TWO, OUT)
    staffed.is_away = False
    view = staffed.post.look(MUCH_LATER)
    assert view.house is not None
    assert (view.house.inside, view.is_current, view.trouble, view.kept) == (1, True, None, ())
    assert [each.entered_at for each in view.house.visits] == [TEN]
    staffed.restart(MUCH_LATER)
    assert [type(what) for what in staffed.happened()] == [LetIn, CountedOut]


def test_who_is_signed_in_when_the_ledger_goes_stands_in_what_is_kept(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.cut()
    assert staffed.order(STOP) == Failed(Trouble.LEDGER)
    assert staffed.order(TWO) == KeptByHand(TWO)
    staffed.is_away = False
    staffed.post.look(LATER)
    with staffed.ledger() as ledger:
        assert ledger.last_events(1)[0].event.by == BERGER


def test_the_cap_keeps_nobody_out_who_is_inside_already_and_the_next_order_comes_after_them(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    staffed.cut()
    for _ in range(3):
        assert staffed.order(TWO) == KeptByHand(TWO)
    staffed.is_away = False
    staffed.post._reach.close()
    assert staffed.order(STOP) != Failed(Trouble.LEDGER)
    assert [type(what) for what in staffed.happened()] == [LetIn, LetIn, LetIn, AdmissionStopped]
    assert staffed.order(TWO) == SecondPersonWanted()


def test_a_second_person_who_cannot_be_asked_keeps_nobody_out(staffed: StaffedPost) -> None:
    staffed.sign_in()
    five = Admit(BENEFITS, 5, EMERGENCY)
    assert staffed.order(five, tap="five") == SecondPersonWanted()
    staffed.cut()
    assert staffed.post.confirm(MEIER, PINS[MEIER], TEN).result == KeptByHand(five)
    staffed.is_away = False
    assert staffed.house(LATER).inside == 5


def test_an_answer_that_was_lost_on_the_way_counts_once(staffed: StaffedPost) -> None:
    staffed.sign_in()
    LossyLedger.answers_to_lose = 1
    staffed.done(STOP)
    LossyLedger.answers_to_lose = 2
    assert staffed.order(TWO) == KeptByHand(TWO)
    LossyLedger.answers_to_lose = 2
    staffed.post.look(LATER)
    assert staffed.house(MUCH_LATER).inside == 2
    assert [type(what) for what in staffed.happened()] == [AdmissionStopped, LetIn]


def test_an_empty_ledger_in_the_place_of_one_whose_disk_is_gone_takes_nothing(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    staffed.done(TWO)
    staffed.post.look(TEN)
    staffed.post._reach.close()
    file = staffed.folder / "ledger.sqlite"
    file.rename(staffed.folder / "unmounted")
    assert staffed.order(TWO) == KeptByHand(TWO)
    view = staffed.post.look(LATER)
    assert (view.trouble, view.kept) == (Trouble.LEDGER, (TWO,))
    (staffed.folder / "unmounted").replace(file)
    assert staffed.house(MUCH_LATER).inside == 4
    assert [type(what) for what in staffed.happened()] == [LetIn, LetIn]


@pytest.mark.skipif(_LOG_IS_AHEAD, reason="only with a rollback journal does SQLite notice it")
def test_a_file_that_was_moved_takes_nothing_and_its_copy_takes_what_was_kept(
    staffed: StaffedPost, tmp_path: Path
) -> None:
    staffed.sign_in()
    staffed.done(TWO)
    file = tmp_path / "ledger.sqlite"
    file.rename(tmp_path / "elsewhere")
    assert staffed.order(TWO) == KeptByHand(TWO)
    shutil.copyfile(tmp_path / "elsewhere", file)
    view = staffed.post.look(LATER)
    assert view.house is not None
    assert (view.house.inside, view.is_by_hand, view.kept) == (4, False, ())


def test_what_had_failed_and_was_recorded_all_the_same_is_said_when_the_ledger_is_back(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    LossyLedger.answers_to_lose = 2
    assert staffed.order(STOP) == Failed(Trouble.LEDGER)
    assert staffed.post.look(LATER).unseen == Unseen(STOP, LastTap.RECORDED)
    staffed.sign_in(now=LATER)
    staffed.order(CallNumber(), LATER)
    assert staffed.post.look(LATER).unseen is None


def test_what_nobody_was_told_yet_outlasts_the_next_tap(staffed: StaffedPost) -> None:
    staffed.sign_in()
    LossyLedger.answers_to_lose = 2
    staffed.order(STOP)
    staffed.done(ResumeAdmission(None))
    assert staffed.post.look(TEN).unseen == Unseen(STOP, LastTap.RECORDED)


def test_the_same_tap_again_after_its_answer_was_lost_is_answered_and_nothing_is_left_to_tell(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    LossyLedger.answers_to_lose = 2
    assert staffed.order(STOP, tap="stop") == Failed(Trouble.LEDGER)
    staffed.done(STOP, tap="stop")
    assert staffed.post.look(TEN).unseen is None
    assert [type(what) for what in staffed.happened()] == [AdmissionStopped]


def test_a_fault_of_the_program_keeps_nobody_out_either(
    staffed: StaffedPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("A fault of the program.")

    staffed.sign_in()
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.gate.guard_post.carry_out", fails)
        assert staffed.order(TWO) == KeptByHand(TWO)
        assert staffed.order(STOP) == Failed(Trouble.PROGRAM)
    assert staffed.house().inside == 2


def test_an_evacuation_counts_nobody_twice_whose_answer_was_lost(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.done(TWO)
    staffed.post.look(TEN)
    LossyLedger.answers_to_lose = 4
    assert staffed.order(OUT) == KeptByHand(OUT)
    assert staffed.post.evacuation(LATER).inside == 1
    staffed.post.look(LATER)
    staffed.is_away = True
    staffed.restart(MUCH_LATER)
    LossyLedger.answers_to_lose = 0
    assert staffed.post.evacuation(MUCH_LATER).inside == 1


def test_what_had_failed_and_was_not_recorded_was_said_already(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.cut()
    assert staffed.order(STOP) == Failed(Trouble.LEDGER)
    staffed.is_away = False
    assert staffed.post.look(LATER).unseen is None


@pytest.mark.parametrize("is_recorded", [False, True])
def test_a_tap_in_whose_midst_the_program_was_killed_is_told_at_the_next_start(
    staffed: StaffedPost, monkeypatch: pytest.MonkeyPatch, *, is_recorded: bool
) -> None:
    staffed.sign_in()

    def killed(*arguments: object) -> None:
        if is_recorded:
            carry_out(*arguments)  # type: ignore[arg-type]  # as they were given
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr("kiosk.gate.guard_post.carry_out", killed)
        with pytest.raises(KilledError):
            staffed.order(TWO)
    became = LastTap.RECORDED if is_recorded else LastTap.NOT_RECORDED
    for _ in range(2):
        view = staffed.restart()
        assert view.unseen == Unseen(TWO, became)
        assert view.house is not None
        assert view.house.inside == 2 * is_recorded
    assert staffed.post.look(LATER).unseen == Unseen(TWO, became)
    staffed.sign_in(now=LATER)
    staffed.done(STOP, LATER)
    assert staffed.post.look(LATER + minutes(0.01)).unseen is None
    assert staffed.restart(MUCH_LATER).unseen == Unseen(STOP, LastTap.RECORDED)


@pytest.mark.parametrize("looked_at", [LATER, TEN - minutes(1)], ids=["later", "a clock that was set back"])
def test_an_answer_that_was_drawn_is_not_told_again(staffed: StaffedPost, looked_at: datetime) -> None:
    staffed.sign_in()
    staffed.done(STOP)
    staffed.post.look(looked_at)
    assert staffed.restart(looked_at).unseen is None


def test_what_is_long_ago_is_told_to_nobody(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.done(STOP)
    assert staffed.restart(TEN + minutes(61)).unseen is None


def test_what_was_typed_to_search_for_somebody_is_on_no_disk(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.order(SearchBookings("Musterfrau"))
    assert staffed.restart().unseen == Unseen(SearchBookings(""), LastTap.RECORDED)
    for file in (staffed.folder / "panel").iterdir():
        assert b"Musterfrau" not in file.read_bytes()


def test_what_the_ledger_refuses_for_good_is_shown_until_somebody_sets_it_aside(
    staffed: StaffedPost,
) -> None:
    staffed.cut()
    for order in (TWO, Admit(CASES, 1, EMERGENCY), OUT):
        assert staffed.order(order) == KeptByHand(order)
    areas = {area: each for area, each in staffed.office.areas.items() if area != CASES}
    staffed.office = replace(staffed.office, areas=areas)
    staffed.is_away = False
    view = staffed.restart(LATER)
    assert view.house is not None
    assert (view.house.inside, view.kept) == (1, ())
    (refused,) = view.refused
    assert refused == RefusedByHand(
        EventId("tap 2 at main"), Admit(CASES, 1, EMERGENCY), TEN, NotDone.UNKNOWN_AREA
    )
    assert staffed.restart(LATER).refused == (refused,)
    staffed.post.set_aside(EventId("another"))
    staffed.post.set_aside(refused.tap)
    assert staffed.restart(LATER).refused == ()


def test_one_that_the_program_cannot_record_keeps_out_none_that_come_after_it(
    staffed: StaffedPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    staffed.cut()
    for order in (TWO, OUT):
        staffed.order(order)
    staffed.is_away = False

    def fails(*_: object) -> None:
        raise LedgerMisuseError("A fault of the program.")

    monkeypatch.setattr("kiosk.gate.by_hand.let_in", fails)
    view = staffed.restart(LATER)
    assert [each.because for each in view.refused] == [Trouble.PROGRAM]
    assert [type(what) for what in staffed.happened()] == [CountedOut]


def test_what_the_office_does_not_know_is_not_kept_either(staffed: StaffedPost) -> None:
    staffed.cut()
    nowhere = Admit(AreaId("nowhere"), 1, EMERGENCY)
    assert staffed.order(nowhere) is NotDone.UNKNOWN_AREA
    assert staffed.order(Admit(BENEFITS, 1, ReasonId("whim"))) is NotDone.UNKNOWN_REASON
    assert staffed.order(Admit(BENEFITS, 0, EMERGENCY)) == Failed(Trouble.PROGRAM)
    assert staffed.post.look(LATER).kept == ()


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_takes_nothing_more_is_said_and_the_order_is_neither_kept_nor_half_kept(
    staffed: StaffedPost,
) -> None:
    staffed.cut()
    assert staffed.order(TWO) == KeptByHand(TWO)
    (journal,) = (staffed.folder / "panel").glob("*.journal")
    with full_disk(journal.stat().st_size + 20):
        assert staffed.order(OUT) == NotKept(OUT)
    assert staffed.restart(LATER).kept == (TWO,)
    with full_disk(journal.stat().st_size + 20):
        assert staffed.order(OUT) == NotKept(OUT)
    assert staffed.order(OUT) == KeptByHand(OUT)
    staffed.is_away = False
    assert staffed.house(MUCH_LATER).inside == 1


def test_what_was_written_but_not_for_sure_is_not_kept(
    staffed: StaffedPost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    staffed.cut()
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.gate.journal.os.fsync", fails)
        assert staffed.order(TWO) == NotKept(TWO)
    assert staffed.restart(LATER).kept == ()


def test_without_a_folder_for_its_journal_the_panel_works_and_keeps_nothing(staffed: StaffedPost) -> None:
    staffed.post.close(TEN)
    (staffed.folder / "panel").rename(staffed.folder / "moved")
    (staffed.folder / "panel").write_text("This is no folder.")
    staffed.post = staffed.make()
    staffed.sign_in()
    staffed.done(STOP)
    staffed.cut()
    assert staffed.order(TWO) == NotKept(TWO)


def test_an_evacuation_is_counted_after_a_restart_without_the_ledger_and_with_what_was_done_by_hand(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    staffed.done(TWO)
    count = staffed.post.evacuation(TEN)
    assert (count.inside, count.is_current, count.known_at) == (2, True, TEN)
    staffed.cut()
    staffed.order(Admit(CASES, 1, EMERGENCY))
    staffed.restart(LATER)
    count = staffed.post.evacuation(TEN + minutes(90))
    assert (count.inside, count.unclear, count.is_current) == (3, 3, False)


def test_where_nothing_was_ever_known_nobody_can_be_counted(staffed: StaffedPost) -> None:
    staffed.cut()
    assert staffed.post.look(TEN).house is None
    with pytest.raises(LedgerUnavailableError, match="Count by hand"):
        staffed.post.evacuation(TEN)


def test_a_damaged_file_of_the_last_known_house_is_no_house(staffed: StaffedPost) -> None:
    staffed.post.look(TEN)
    file = staffed.folder / "panel" / "panel-main.house"
    file.write_bytes(file.read_bytes()[:-5])
    staffed.is_away = True
    assert staffed.restart(LATER).house is None


def test_a_clock_that_was_set_back_keeps_no_guard_from_acting(staffed: StaffedPost) -> None:
    staffed.sign_in(MEIER)
    staffed.done(TWO, TEN)
    early = TEN - minutes(30)
    assert staffed.order(OUT, early) == SignInWanted()
    staffed.sign_in(MEIER, early)
    view = staffed.post.look(early)
    assert (view.trouble, view.is_current) == (Trouble.CLOCK, True)
    assert type(staffed.done(OUT, early).what) is CountedOut
    staffed.cut()
    assert staffed.order(OUT, early) == KeptByHand(OUT)
    staffed.is_away = False
    assert staffed.house(early + minutes(1)).inside == 0


def test_a_clock_that_jumps_ahead_keeps_no_guard_from_acting(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.done(TWO)
    tomorrow = TEN + minutes(24 * 60)
    assert staffed.order(STOP, tomorrow) == SignInWanted()
    staffed.sign_in(now=tomorrow)
    staffed.done(TWO, tomorrow)
    assert staffed.house(tomorrow).inside == 2


def test_what_was_done_by_hand_while_the_clock_was_ahead_ends_no_day_and_stops_no_clock(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    staffed.done(TWO)
    staffed.cut()
    assert staffed.order(TWO, TEN + minutes(24 * 60)) == KeptByHand(TWO)
    staffed.is_away = False
    view = staffed.post.look(LATER)
    assert view.house is not None
    assert (view.house.inside, view.trouble, view.kept) == (4, None, ())
    assert [each.entered_at for each in view.house.visits] == [TEN, LATER]


def test_what_was_done_by_hand_while_the_clock_was_behind_was_done_after_all_that_was_seen(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    staffed.done(TWO)
    staffed.done(EnterRecount({BENEFITS: 3}, ROUND), HALF_A_MINUTE_LATER)
    staffed.post.look(HALF_A_MINUTE_LATER)
    staffed.cut()
    assert staffed.order(TWO, TEN - minutes(30)) == KeptByHand(TWO)
    staffed.is_away = False
    assert staffed.house(MUCH_LATER).inside == 5


def test_two_panels_of_one_door_keep_their_own_and_the_next_start_finds_what_both_have_left(
    staffed: StaffedPost, tmp_path: Path
) -> None:
    second = StaffedPost(staffed.open_ledger, tmp_path, is_away=True)
    staffed.cut()
    assert staffed.order(TWO, tap="first") == KeptByHand(TWO)
    assert second.order(OUT, tap="second") == KeptByHand(OUT)
    assert (staffed.post.look(TEN).kept, second.post.look(TEN).kept) == ((TWO,), (OUT,))
    second.kill()
    assert staffed.restart(LATER).kept == (TWO, OUT)
    assert second.restart(LATER).kept == ()
    staffed.is_away = second.is_away = False
    assert staffed.house(MUCH_LATER).inside == second.house(MUCH_LATER).inside == 1
    second.post.close(MUCH_LATER)
