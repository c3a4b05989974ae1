"""The gate on a real ledger: what is answered, what is recorded, and that the two are one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.events import Declined, Entered, Exited, Uncalled, UncalledBecause
from kiosk.core.ids import EventId
from kiosk.core.office import DoorId, Office
from kiosk.core.person import Person
from kiosk.core.tries import TryLimit
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import AskStaff, GoTo, Reason, WaitForNumber
from kiosk.gate.applied_rules import apply_rules
from kiosk.gate.closing import close_day
from kiosk.gate.door_acts import LettingIn, confirm_clock, let_in, resume, stop, turn_back
from kiosk.gate.gate import Answer, Gate
from kiosk.gate.passing_time import CLOCK_TOLERANCE, ClockError, tick
from kiosk.gate.tap import Done
from kiosk.ledger.errors import LedgerBusyError, LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from tests.building import (
    BENEFITS,
    DESK_AGREES,
    EXIT_DOOR,
    MAIN_DOOR,
    NO_MASK,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    an_appointment,
    an_office,
    at,
    habits,
    minutes,
    wording,
)
from tests.taps import a_tap

LIMIT = TryLimit(wrong_tries=3, first_pause=timedelta(seconds=30))
NINE = at("09:00")
TEN = at("10:00")


def locked() -> None:
    raise LedgerBusyError("The ledger is locked.")


class Entrance:
    """A door of a small office, with letters to show there."""

    def __init__(self, ledger: Ledger, office: Office, door: DoorId = MAIN_DOOR) -> None:
        self.ledger = ledger
        self.office = office
        self.gate = Gate(office, office.doors[door], ledger, LIMIT)
        self._scans = count(1)

    def invite(self, name: str, starts_at: datetime = TEN, party: int = 1) -> Code:
        appointment = an_appointment(name, starts_at, party=party)
        return self.invite_to(appointment)

    def invite_to(self, appointment: Appointment) -> Code:
        code = Code(int.from_bytes(appointment.id.encode(), "big"))
        self.ledger.apply(AppointmentChanges(new=(appointment,)))
        self.ledger.issue_letters([(appointment, code)], NINE)
        return code

    def show(self, code: Code, now: datetime, scan: str | None = None) -> Answer:
        return self.show_text(code.text, now, scan)

    def show_text(self, text: str | bytes, now: datetime, scan: str | None = None) -> Answer:
        return self.gate.scan(text, EventId(scan or f"scan {next(self._scans)} at {id(self)}"), now)

    def happened(self) -> list[object]:
        return [recorded.event.what for recorded in self.ledger.events()]


@pytest.fixture
def entrance(ledger: Ledger) -> Entrance:
    return Entrance(ledger, an_office(caps=[a_cap(2)]))


def test_the_letters_that_lie_at_a_door_are_remembered_up_to_a_number(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.gate.gate._LYING_AT_ONCE", 2)
    for name in ("a", "b", "c"):
        entrance.show(entrance.invite(name), TEN)
    assert list(entrance.gate._lying) == ["b", "c"]


def test_an_invited_party_is_let_in_and_counted(entrance: Entrance) -> None:
    answer = entrance.show(entrance.invite("a", party=2), TEN)
    assert answer.verdict.reason is Reason.ADMITTED
    assert answer.verdict.step == GoTo(BENEFITS, an_appointment("a").room)
    assert answer.house is not None
    assert answer.house.inside == entrance.ledger.house().inside == 2
    assert entrance.ledger.verify().flaw is None


def test_a_retry_of_the_same_scan_is_answered_alike_and_counts_once(entrance: Entrance) -> None:
    code = entrance.invite("a")
    first = entrance.show(code, TEN, scan="one")
    again = entrance.show(code, TEN + timedelta(minutes=5), scan="one")
    assert again.verdict == first.verdict
    assert entrance.ledger.house().inside == 1
    assert len(entrance.happened()) == 1


def test_a_letter_left_before_the_camera_does_not_lead_out_again(entrance: Entrance) -> None:
    code = entrance.invite("a")
    first = entrance.show(code, TEN)
    lying_there = entrance.show(code, TEN + entrance.office.habits.same_scan)
    assert lying_there.verdict == first.verdict
    assert entrance.ledger.house().inside == 1


def test_a_letter_that_lies_before_the_camera_for_minutes_does_not_lead_out_again(entrance: Entrance) -> None:
    code = entrance.invite("a")
    moment = entrance.office.habits.same_scan
    first = entrance.show(code, TEN)
    for back in range(1, 4):
        answer = entrance.gate.scan(code.text, EventId(f"{back}"), TEN + 5 * back * moment, away=moment)
        assert answer.verdict == first.verdict
    assert entrance.ledger.house().inside == 1
    longer = moment + timedelta(seconds=1)
    taken_away = entrance.gate.scan(code.text, EventId("4"), TEN + 20 * moment, away=longer)
    assert taken_away.verdict.reason is Reason.LEFT


def test_a_clock_that_is_set_back_a_little_lets_no_letter_that_lies_there_lead_out(
    entrance: Entrance,
) -> None:
    code = entrance.invite("a")
    first = entrance.show(code, TEN)
    assert entrance.show(code, TEN - CLOCK_TOLERANCE).verdict == first.verdict
    assert entrance.ledger.house().inside == 1


@pytest.mark.parametrize("acts", ["let in", "turned back"])
def test_a_panel_whose_clock_is_ahead_a_little_lets_no_letter_that_lies_there_turn_round(
    entrance: Entrance, acts: str
) -> None:
    code, ahead = entrance.invite("a", TEN + minutes(120)), TEN + timedelta(seconds=50)
    assert entrance.show(code, TEN).verdict.reason is Reason.TOO_EARLY
    tap = replace(a_tap(ahead), door=MAIN_DOOR)
    whom = LettingIn(BENEFITS, 1, DESK_AGREES, AppointmentId("a"))
    assert isinstance(let_in(entrance.ledger, entrance.office, tap, whom), Done)
    if acts == "turned back":
        (visit,) = entrance.ledger.house().visits
        sent = turn_back(entrance.ledger, entrance.office, replace(tap, id=EventId("2")), visit.id, NO_MASK)
        assert isinstance(sent, Done)
    seconds = timedelta(seconds=3)
    inside = entrance.ledger.house().inside
    again = entrance.gate.scan(code.text, EventId("again"), TEN + seconds, away=seconds)
    assert again.verdict.reason is (Reason.ADMITTED if acts == "let in" else Reason.STAFF_DECIDES)
    assert entrance.ledger.house().inside == inside


def test_a_letter_left_at_an_exit_though_its_entry_is_not_known_counts_once(ledger: Ledger) -> None:
    exit_ = Entrance(ledger, an_office(), EXIT_DOOR)
    code = exit_.invite("a", party=2)
    for when in (TEN, TEN + timedelta(seconds=5), TEN + exit_.office.habits.same_scan):
        assert exit_.show(code, when).verdict.reason is Reason.LEFT
    assert ledger.house().unmatched_exits == 2
    exit_.show(code, TEN + minutes(30))
    assert ledger.house().unmatched_exits == 4


def test_a_letter_that_was_not_answered_for_trouble_leads_out_when_it_is_shown_again(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = entrance.invite("a")
    entrance.show(code, TEN)
    later = TEN + timedelta(minutes=30)
    with monkeypatch.context() as trouble:
        trouble.setattr(entrance.ledger, "transaction", locked)
        assert entrance.show(code, later).verdict.reason is Reason.OUT_OF_SERVICE
    seconds = timedelta(seconds=4)
    answer = entrance.gate.scan(code.text, EventId("again"), later + seconds, away=seconds)
    assert answer.verdict.reason is Reason.LEFT


def test_a_letter_that_is_inside_means_leaving(entrance: Entrance) -> None:
    code = entrance.invite("a")
    entrance.show(code, TEN)
    answer = entrance.show(code, TEN + timedelta(minutes=20))
    assert answer.verdict.reason is Reason.LEFT
    assert entrance.ledger.house().inside == 0


def test_a_letter_at_another_door_is_another_scan_at_once(ledger: Ledger) -> None:
    office = an_office()
    entrance, exit_ = Entrance(ledger, office), Entrance(ledger, office, EXIT_DOOR)
    code = entrance.invite("a")
    entrance.show(code, TEN)
    assert exit_.show(code, TEN + timedelta(seconds=5)).verdict.reason is Reason.LEFT
    assert ledger.house().inside == 0


def test_whoever_finds_the_house_full_gets_a_number_and_is_called_by_an_exit(entrance: Entrance) -> None:
    inside, waits = entrance.invite("a", party=2), entrance.invite("b")
    entrance.show(inside, TEN)
    answer = entrance.show(waits, TEN)
    assert answer.verdict.reason is Reason.BUILDING_FULL
    assert isinstance(answer.verdict.step, WaitForNumber)
    assert answer.verdict.step.number == 1

    left = entrance.show(inside, TEN + timedelta(minutes=20))
    assert left.house is not None
    assert left.house.line[0].kept_until == TEN + timedelta(minutes=25)

    called = entrance.show(waits, TEN + timedelta(minutes=21))
    assert called.verdict.reason is Reason.ADMITTED
    assert entrance.ledger.house().line == ()


def test_whoever_waits_is_let_in_by_the_same_letter_a_moment_after_the_call(entrance: Entrance) -> None:
    inside, waits = entrance.invite("a", party=2), entrance.invite("b")
    entrance.show(inside, TEN)
    entrance.show(waits, TEN + timedelta(minutes=10))
    entrance.show(inside, TEN + timedelta(minutes=10, seconds=1))
    answer = entrance.show(waits, TEN + timedelta(minutes=10, seconds=2))
    assert answer.verdict.reason is Reason.ADMITTED


def test_a_called_number_that_does_not_come_makes_room_for_the_next(entrance: Entrance) -> None:
    inside = entrance.invite("a", party=2)
    absent, next_ = entrance.invite("b", party=2), entrance.invite("c", party=2)
    entrance.show(inside, TEN)
    entrance.show(absent, TEN)
    entrance.show(next_, TEN)
    gone = TEN + timedelta(minutes=20)
    entrance.show(inside, gone)
    assert [place.kept_until is not None for place in entrance.ledger.house().line] == [True, False]

    house = entrance.gate.tick(gone + entrance.office.habits.keep_place)
    assert [place.number for place in house.line] == [2]
    assert house.line[0].kept_until is not None
    assert Uncalled(1, UncalledBecause.NOBODY_CAME) in entrance.happened()


def test_a_tick_with_nothing_to_do_records_nothing(entrance: Entrance) -> None:
    entrance.show(entrance.invite("a"), TEN)
    assert entrance.gate.tick(TEN + timedelta(minutes=1)).inside == 1
    assert len(entrance.happened()) == 1


def test_two_doors_share_one_cap(ledger: Ledger) -> None:
    office = an_office(caps=[a_cap(1)])
    main, side = Entrance(ledger, office), Entrance(ledger, office, SIDE_DOOR)
    for_main, for_side = main.invite("a"), side.invite_to(an_appointment("y", TEN, area=YOUTH))
    assert main.show(for_main, TEN).verdict.reason is Reason.ADMITTED
    assert side.show(for_side, TEN).verdict.reason is Reason.BUILDING_FULL


@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        ("https://www.example.org/offer", Reason.NOT_AN_INVITATION),
        (b"\xff\x00\x1b[2J", Reason.NOT_AN_INVITATION),
        (Code(7).text[:-1] + "0", Reason.DAMAGED_CODE),
        (Code(7).text, Reason.UNKNOWN_CODE),
    ],
)
def test_what_is_no_letter_is_refused_and_recorded_without_its_text(
    entrance: Entrance, tmp_path: Path, shown: str | bytes, reason: Reason
) -> None:
    assert entrance.show_text(shown, TEN).verdict.reason is reason
    assert entrance.happened() == [Declined(None)]
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert (shown if isinstance(shown, bytes) else shown.encode()) not in stored


def test_every_answer_is_recorded_with_its_event(entrance: Entrance) -> None:
    code = entrance.invite("a")
    answers = [entrance.show(code, now).verdict for now in (NINE, TEN, at("10:30"), at("12:00"))]
    assert [verdict.reason for verdict in answers] == [
        Reason.TOO_EARLY,
        Reason.ADMITTED,
        Reason.LEFT,
        Reason.ALREADY_USED,
    ]
    recorded = [each.event for each in entrance.ledger.events()]
    assert [event.answer for event in recorded] == answers
    assert [event.door for event in recorded] == [MAIN_DOOR] * 4


def test_a_short_code_is_as_good_as_the_code_itself(entrance: Entrance) -> None:
    answer = entrance.show_text(entrance.invite("a").short.printed, TEN)
    assert answer.verdict.reason is Reason.ADMITTED


def test_guessing_short_codes_is_paused_even_for_a_right_one(entrance: Entrance) -> None:
    right = entrance.invite("a").short.text
    for guess in range(LIMIT.wrong_tries - 1):
        assert entrance.show_text(Code(guess).short.text, TEN).pause is None
    last_free = entrance.show_text(Code(99).short.text, TEN)
    assert last_free.pause == LIMIT.first_pause

    in_the_pause = entrance.show_text(right, TEN + timedelta(seconds=29))
    assert in_the_pause.verdict.reason is Reason.UNKNOWN_CODE
    assert in_the_pause.verdict.step == AskStaff()
    assert in_the_pause.pause == timedelta(seconds=1)
    assert entrance.show_text(right, TEN + timedelta(seconds=30)).verdict.reason is Reason.ADMITTED


def test_a_letter_is_let_in_while_short_codes_are_paused(entrance: Entrance) -> None:
    code = entrance.invite("a")
    for guess in range(LIMIT.wrong_tries):
        entrance.show_text(Code(guess).short.text, TEN)
    assert entrance.show(code, TEN).verdict.reason is Reason.ADMITTED


def test_a_right_short_code_forgives_the_wrong_ones_before(entrance: Entrance) -> None:
    right = entrance.invite("a").short.text
    for guess in range(LIMIT.wrong_tries - 1):
        entrance.show_text(Code(guess).short.text, TEN)
    entrance.show_text(right, TEN)
    assert entrance.show_text(Code(99).short.text, TEN).pause is None


def test_a_clock_behind_the_ledger_asks_the_staff_and_records_nothing(entrance: Entrance) -> None:
    first, second = entrance.invite("a"), entrance.invite("b")
    entrance.show(first, TEN)
    answer = entrance.show(second, TEN - CLOCK_TOLERANCE - timedelta(seconds=1))
    assert answer.verdict.reason is Reason.OUT_OF_SERVICE
    assert answer.trouble is Trouble.CLOCK
    assert len(entrance.happened()) == 1


def test_a_clock_behind_the_ledger_is_noticed_while_nobody_scans(entrance: Entrance) -> None:
    entrance.show(entrance.invite("a"), TEN)
    with pytest.raises(ClockError, match="confirm-clock"):
        entrance.gate.tick(TEN - CLOCK_TOLERANCE - timedelta(seconds=1))


def test_clocks_of_two_machines_may_differ_by_a_little(entrance: Entrance) -> None:
    first, second = entrance.invite("a"), entrance.invite("b")
    entrance.show(first, TEN)
    assert entrance.show(second, TEN - CLOCK_TOLERANCE).verdict.reason is Reason.ADMITTED


def test_a_confirmed_clock_decides_again(entrance: Entrance) -> None:
    code = entrance.invite("a")
    close_day(entrance.ledger, entrance.office, a_tap(TEN + timedelta(days=400)))
    with pytest.raises(ClockError, match="confirm-clock"):
        entrance.gate.tick(TEN)
    tap = a_tap(TEN)
    done = confirm_clock(entrance.ledger, entrance.office, tap)
    assert confirm_clock(entrance.ledger, entrance.office, tap) == done
    assert entrance.show(code, TEN).verdict.reason is Reason.ADMITTED


def test_the_first_scan_of_a_day_settles_the_day_before(entrance: Entrance) -> None:
    next_day = TEN + timedelta(days=1)
    stayed, comes = entrance.invite("a", party=2), entrance.invite("b", next_day, party=2)
    entrance.show(stayed, TEN)
    assert entrance.show(comes, next_day).verdict.reason is Reason.ADMITTED
    kinds = [type(what).__name__ for what in entrance.happened()]
    assert kinds == ["Entered", "Settled", "DayEnded", "Entered"]
    assert entrance.ledger.verify().flaw is None


def test_a_tick_after_midnight_settles_the_day_without_a_scan(entrance: Entrance) -> None:
    entrance.show(entrance.invite("a"), TEN)
    assert tick(entrance.ledger, entrance.office, TEN + timedelta(days=1)).inside == 0


def test_names_are_deleted_when_the_day_of_the_appointment_is_over(entrance: Entrance) -> None:
    last_minute = at("23:59")
    over, comes = an_appointment("over", TEN), an_appointment("comes", TEN + timedelta(days=1))
    erika, max_ = Person("Erika Muster", None), Person("Max Muster", None)
    entrance.ledger.apply(AppointmentChanges(new=(over, comes), people={over.id: erika, comes.id: max_}))
    entrance.gate.tick(last_minute)
    assert entrance.ledger.person_of(over.id) == erika
    # A scan may be the first to see the new day: the names go all the same.
    entrance.show_text("https://www.example.org", last_minute + timedelta(minutes=1))
    entrance.gate.tick(last_minute + timedelta(minutes=1))
    assert entrance.ledger.person_of(over.id) is None
    assert entrance.ledger.person_of(comes.id) == max_


def test_names_that_could_not_be_deleted_are_deleted_by_a_later_tick(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = an_appointment("over", TEN - timedelta(days=1))
    entrance.ledger.apply(AppointmentChanges(new=(over,), people={over.id: Person("Erika Muster", None)}))

    def locked_too() -> None:
        raise LedgerBusyError("The ledger is locked.")

    with monkeypatch.context() as trouble:
        trouble.setattr(entrance.ledger, "wipe_deleted", locked_too)
        with pytest.raises(LedgerBusyError):
            entrance.gate.tick(TEN)
    entrance.gate.tick(TEN)
    assert entrance.ledger.person_of(over.id) is None


def test_stopped_admission_keeps_people_out_and_lets_them_leave(entrance: Entrance) -> None:
    inside, comes = entrance.invite("a"), entrance.invite("b")
    entrance.show(inside, TEN)
    stop(entrance.ledger, entrance.office, a_tap(TEN), None, wording("Übung"))
    assert entrance.show(comes, TEN).verdict.reason is Reason.ADMISSION_STOPPED
    assert entrance.show(inside, TEN + timedelta(minutes=5)).verdict.reason is Reason.LEFT
    resume(entrance.ledger, entrance.office, a_tap(TEN + timedelta(minutes=6)), None)
    assert entrance.show(comes, TEN + timedelta(minutes=6)).verdict.reason is Reason.ADMITTED


def test_resumed_admission_calls_whoever_waits(ledger: Ledger) -> None:
    entrance = Entrance(ledger, an_office(caps=[a_cap(1)]))
    inside, waits = entrance.invite("a"), entrance.invite("b")
    entrance.show(inside, TEN)
    entrance.show(waits, TEN)
    stop(ledger, entrance.office, a_tap(TEN), None, wording("Übung"))
    entrance.show(inside, TEN + timedelta(minutes=5))
    assert ledger.house().line[0].kept_until is None
    resume(ledger, entrance.office, a_tap(TEN + timedelta(minutes=6)), None)
    assert ledger.house().line[0].kept_until is not None


def test_whoever_was_called_before_the_door_was_held_keeps_the_place(entrance: Entrance) -> None:
    inside, waits = entrance.invite("a", party=2), entrance.invite("b")
    entrance.show(inside, TEN)
    assert entrance.show(waits, TEN).verdict.reason is Reason.BUILDING_FULL
    entrance.show(inside, TEN + minutes(5))
    held = stop(entrance.ledger, entrance.office, a_tap(TEN + minutes(6)), MAIN_DOOR, wording("Halt"))
    assert isinstance(held, Done)
    assert entrance.show(waits, TEN + minutes(7)).verdict.reason is Reason.ADMISSION_STOPPED
    entrance.gate.tick(TEN + minutes(40))
    assert isinstance(resume(entrance.ledger, entrance.office, a_tap(TEN + minutes(41)), MAIN_DOOR), Done)
    (place,) = entrance.ledger.house().line
    assert (place.number, place.kept_until) == (1, TEN + minutes(41) + entrance.office.habits.keep_place)
    assert entrance.show(waits, TEN + minutes(42)).verdict.reason is Reason.ADMITTED
    assert entrance.ledger.verify().flaw is None


def test_house_rules_are_recorded_when_they_change_and_only_then(entrance: Entrance) -> None:
    for digest, now in [("one", NINE), ("one", TEN), ("two", TEN)]:
        apply_rules(entrance.ledger, entrance.office, digest, "{}", now)
    assert len(entrance.happened()) == 2
    assert entrance.ledger.house().rules_digest == "two"


def test_a_full_or_locked_ledger_lets_nobody_in_and_goes_on_afterwards(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = entrance.invite("a")
    with monkeypatch.context() as trouble:
        trouble.setattr(entrance.ledger, "transaction", locked)
        answer = entrance.show(code, TEN)
    assert answer.verdict.reason is Reason.OUT_OF_SERVICE
    assert answer.trouble is Trouble.LEDGER
    assert answer.house is None
    assert entrance.happened() == []
    assert entrance.show(code, TEN).verdict.reason is Reason.ADMITTED


def test_nothing_is_answered_that_the_ledger_could_not_commit(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = entrance.invite("a")
    real = entrance.ledger.transaction

    @contextmanager
    def full_at_the_commit() -> Iterator[object]:
        with real() as transaction:
            yield transaction
            raise LedgerBusyError("The disk is full.")

    with monkeypatch.context() as trouble:
        trouble.setattr(entrance.ledger, "transaction", full_at_the_commit)
        assert entrance.show(code, TEN).verdict.reason is Reason.OUT_OF_SERVICE
    assert entrance.ledger.house().inside == 0


def test_a_scan_whose_commit_nobody_heard_of_is_answered_as_it_was_recorded(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = entrance.invite("a")
    real, losses = entrance.ledger.transaction, iter([True])

    @contextmanager
    def lost_after_the_commit() -> Iterator[object]:
        with real() as transaction:
            yield transaction
        if next(losses, False):
            raise LedgerUnreachableError("The connection broke.")

    monkeypatch.setattr(entrance.ledger, "transaction", lost_after_the_commit)
    answer = entrance.show(code, TEN)
    assert answer.verdict.reason is Reason.ADMITTED
    assert answer.trouble is None
    assert len(entrance.happened()) == 1


def test_a_ledger_that_stays_out_of_reach_asks_the_staff(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = entrance.invite("a")

    def out_of_reach() -> None:
        raise LedgerUnreachableError("The server does not answer.")

    monkeypatch.setattr(entrance.ledger, "transaction", out_of_reach)
    assert entrance.show(code, TEN).trouble is Trouble.LEDGER


def test_places_are_kept_for_appointments_that_are_due(ledger: Ledger) -> None:
    office = an_office(caps=[a_cap(1)], custom=habits(early=15, head_room=10))
    entrance = Entrance(ledger, office)
    due, early = entrance.invite("due", at("10:00")), entrance.invite("early", at("10:08"))
    assert entrance.show(early, at("09:58")).verdict.reason is Reason.NOT_YOUR_TURN
    assert entrance.show(due, at("10:01")).verdict.reason is Reason.ADMITTED


def test_exits_and_entries_carry_the_visit_that_they_belong_to(entrance: Entrance) -> None:
    code = entrance.invite("a")
    entrance.show(code, TEN)
    entrance.show(code, TEN + timedelta(minutes=20))
    entry, exit_ = entrance.happened()
    assert isinstance(entry, Entered)
    assert isinstance(exit_, Exited)
    assert entry.visit == exit_.visit


def test_a_trial_answers_and_leaves_no_trace(entrance: Entrance) -> None:
    code = entrance.invite("a")
    tomorrow = TEN + timedelta(days=1)
    entrance.show(code, TEN)
    before = entrance.happened()
    assert entrance.gate.would_answer(code.text, tomorrow).verdict.reason is Reason.WRONG_DAY
    assert entrance.happened() == before
    assert entrance.ledger.house().inside == 1
    assert entrance.ledger.house().latest_at == TEN
