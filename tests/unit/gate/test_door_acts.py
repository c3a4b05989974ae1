"""What the staff does at the door, on a real ledger: what is recorded, and what visitors meet then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from typing import TypeAlias

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.door_events import CountedOut, EntryWithdrawn, LetIn, Reconciled, TurnedBack, VisitReopened
from kiosk.core.events import Corrected, CorrectedBecause, Entered, Settled, SettledBecause
from kiosk.core.ids import EventId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.office import AreaId, ReasonId
from kiosk.core.verdict import STAFF_DECIDES, GoTo, Reason
from kiosk.gate.door_acts import (
    LettingIn,
    count_out,
    exempt_from_mask,
    let_in,
    reconcile,
    recount,
    resume,
    settle,
    stop,
    turn_back,
    undo,
)
from kiosk.gate.passing_time import CLOCK_TOLERANCE
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.errors import LedgerBusyError, LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction
from tests.building import (
    BENEFITS,
    CASES,
    DESK_AGREES,
    EMERGENCY,
    MAIN_DOOR,
    NO_MASK,
    ROUND,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    an_appointment,
    an_office,
    at,
    minutes,
    wording,
)
from tests.unit.gate.door_panel import GUARD, MANAGER, TEN, Panel, code_of, succeeded

A = AppointmentId("a")
WALK_IN = LettingIn(BENEFITS, 2, EMERGENCY)
SEEN = SettledBecause.SEEN_LEAVING
Result: TypeAlias = Done | NotDone


@pytest.fixture
def panel(ledger: Ledger) -> Panel:
    return Panel(ledger, an_office(caps=[a_cap(4)]))


def test_a_late_visitor_is_let_in_and_the_act_says_who_did_it_why_and_where(panel: Panel) -> None:
    letter = panel.invite("a")
    assert panel.show(letter, at("10:40")).verdict.reason is Reason.TOO_LATE
    tap = panel.tap(at("10:41"))
    whom = LettingIn(BENEFITS, 1, DESK_AGREES, appointment=A)
    done = succeeded(let_in(panel.ledger, panel.office, tap, whom))
    assert done.house.inside == panel.house.inside == 1
    assert (done.event.by, done.event.door, done.event.at) == (GUARD, MAIN_DOOR, at("10:41"))
    assert isinstance(done.event.what, LetIn)
    assert done.event.answer is not None
    assert done.event.answer.step == GoTo(BENEFITS, an_appointment("a").room)
    assert panel.show(letter, at("11:00")).verdict.reason is Reason.LEFT
    assert panel.house.inside == 0
    assert panel.ledger.verify().flaw is None


def test_nobody_is_let_in_by_an_appointment_that_is_not_there(panel: Panel) -> None:
    whom = LettingIn(BENEFITS, 1, DESK_AGREES, appointment=AppointmentId("nobody"))
    assert let_in(panel.ledger, panel.office, panel.tap(), whom) is NotDone.UNKNOWN_APPOINTMENT


def test_a_number_above_the_cap_needs_a_second_person_and_what_was_refused_is_not_recorded(
    panel: Panel,
) -> None:
    panel.let_in(3)
    tap = panel.tap()
    assert let_in(panel.ledger, panel.office, tap, WALK_IN) is NotDone.NEEDS_SECOND_PERSON
    assert len(panel.events()) == 1
    confirmed = LettingIn(BENEFITS, 2, EMERGENCY, confirmed_by=MANAGER)
    what = succeeded(let_in(panel.ledger, panel.office, tap, confirmed)).event.what
    assert isinstance(what, LetIn)
    assert (what.above_cap, what.confirmed_by) == (1, MANAGER)


def test_scans_admit_nobody_until_the_overrun_is_worked_off(panel: Panel) -> None:
    overrun = panel.let_in(5)
    letter = panel.invite("a")
    assert panel.show(letter).verdict.reason is Reason.BUILDING_FULL
    settle(panel.ledger, panel.office, panel.tap(), overrun, SEEN)
    assert panel.show(letter).verdict.reason is Reason.ADMITTED


def test_an_entry_made_by_hand_is_counted_when_the_ledger_is_back_though_its_time_is_past(
    panel: Panel,
) -> None:
    panel.let_in(4, at("10:30"))
    by_hand = LettingIn(BENEFITS, 1, EMERGENCY, went_in=True)
    tap = panel.tap(at("10:10"))
    for _ in range(2):
        assert succeeded(let_in(panel.ledger, panel.office, tap, by_hand)).house.inside == 5
    assert panel.house.visits[-1].entered_at == at("10:10")
    assert panel.house.latest_at == at("10:30")


# Each act, given a visit that is inside: for what holds of all of them.
ACTS: dict[str, Callable[[Panel, Tap, VisitId], Result]] = {
    "let in": lambda panel, tap, _: let_in(panel.ledger, panel.office, tap, WALK_IN),
    "turn back": lambda panel, tap, visit: turn_back(panel.ledger, panel.office, tap, visit, NO_MASK),
    "count out": lambda panel, tap, _: count_out(panel.ledger, panel.office, tap, BENEFITS),
    "reconcile": lambda panel, tap, visit: reconcile(panel.ledger, panel.office, tap, visit),
    "settle": lambda panel, tap, visit: settle(panel.ledger, panel.office, tap, visit, SEEN),
    "exempt": lambda panel, tap, visit: exempt_from_mask(panel.ledger, panel.office, tap, visit),
    "recount": lambda panel, tap, _: recount(panel.ledger, panel.office, tap, {BENEFITS: 0, CASES: 2}, ROUND),
    "undo": lambda panel, tap, visit: undo(panel.ledger, panel.office, tap, EventId(visit)),
    "stop": lambda panel, tap, _: stop(panel.ledger, panel.office, tap, None, wording("Halt")),
    "resume": lambda panel, tap, _: resume(panel.ledger, panel.office, tap, SIDE_DOOR),
}
ON_A_VISIT = ("turn back", "reconcile", "settle", "exempt", "undo")


@pytest.fixture
def visit(panel: Panel) -> VisitId:
    """A party of one inside, beside one person who was counted out and a stop at the side door."""
    visit = panel.let_in()
    count_out(panel.ledger, panel.office, panel.tap(), BENEFITS)
    stop(panel.ledger, panel.office, panel.tap(), SIDE_DOOR, wording("Halt"))
    return visit


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_doubled_tap_counts_once_and_is_answered_alike(
    panel: Panel, visit: VisitId, act: Callable[[Panel, Tap, VisitId], Result]
) -> None:
    tap = panel.tap()
    first = succeeded(act(panel, tap, visit))
    recorded = panel.events()
    again = succeeded(act(panel, tap, visit))
    assert again.event == first.event
    assert panel.events() == recorded
    assert recorded[3].id == tap.id
    assert all(event.by == GUARD and event.door == MAIN_DOOR for event in recorded)
    assert panel.ledger.verify().flaw is None


@pytest.mark.parametrize("first", ON_A_VISIT)
@pytest.mark.parametrize("second", ON_A_VISIT)
def test_of_two_panels_that_act_on_a_visit_the_second_is_told_and_nothing_counts_twice(
    panel: Panel, visit: VisitId, first: str, second: str
) -> None:
    panel.let_in()
    succeeded(ACTS[first](panel, panel.tap(), visit))
    inside = panel.house.inside
    result = ACTS[second](panel, panel.tap(TEN + timedelta(seconds=1)), visit)
    if first == "exempt":
        expected = NotDone.ALREADY_EXEMPT if second == "exempt" else None
    elif second == "undo":
        expected = NotDone.ALREADY_UNDONE if first == "undo" else NotDone.SOMETHING_RESTS_ON_IT
    else:
        expected = NotDone.NOT_INSIDE
    if expected is None:
        succeeded(result)
    else:
        assert result is expected
        assert panel.house.inside == inside
    assert panel.ledger.verify().flaw is None


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_clock_that_cannot_be_right_keeps_no_guard_from_acting(
    panel: Panel, visit: VisitId, act: Callable[[Panel, Tap, VisitId], Result]
) -> None:
    behind = TEN - CLOCK_TOLERANCE - timedelta(seconds=1)
    succeeded(act(panel, panel.tap(behind), visit))
    assert panel.house.latest_at == TEN


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_ledger_that_cannot_be_had_is_the_callers_to_tell(
    panel: Panel,
    visit: VisitId,
    act: Callable[[Panel, Tap, VisitId], Result],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def locked() -> None:
        raise LedgerBusyError("The ledger is locked.")

    monkeypatch.setattr(panel.ledger, "transaction", locked)
    with pytest.raises(LedgerBusyError):
        act(panel, panel.tap(), visit)


def test_a_tap_whose_commit_nobody_heard_of_counts_once(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, tries = panel.ledger.transaction, count()

    @contextmanager
    def breaks_once() -> Iterator[Transaction]:
        with begin() as transaction:
            yield transaction
        if next(tries) == 0:
            raise LedgerUnreachableError("The server does not answer.")

    monkeypatch.setattr(panel.ledger, "transaction", breaks_once)
    assert succeeded(count_out(panel.ledger, panel.office, panel.tap(), BENEFITS)).house.inside == -1


# Turned back, counted out, settled.


def test_a_party_that_was_turned_back_is_let_in_by_its_letter_when_it_comes_again_in_time(
    panel: Panel,
) -> None:
    letter = panel.invite("a")
    panel.show(letter)
    (visit,) = panel.house.visits
    done = succeeded(turn_back(panel.ledger, panel.office, panel.tap(), visit.id, NO_MASK))
    assert done.event.what == TurnedBack(visit.id, A, BENEFITS, 1, NO_MASK)
    assert panel.house.inside == 0
    assert panel.show(letter, at("10:05")).verdict.reason is Reason.ADMITTED


def test_a_party_that_was_turned_back_may_come_again_late_as_long_as_one_who_left(panel: Panel) -> None:
    letter = panel.invite("a")
    panel.show(letter)
    turn_back(panel.ledger, panel.office, panel.tap(), panel.house.visits[0].id, NO_MASK)
    long_after = TEN + panel.office.habits.re_entry + minutes(1)
    assert panel.show(letter, long_after).verdict.reason is Reason.TOO_LATE
    assert panel.show(letter, TEN + panel.office.habits.re_entry).verdict.reason is Reason.ADMITTED


def test_who_is_turned_back_is_given_a_reason_of_the_list(panel: Panel, visit: VisitId) -> None:
    result = turn_back(panel.ledger, panel.office, panel.tap(), visit, ReasonId("removed"))
    assert result is NotDone.UNKNOWN_REASON


def test_people_who_leave_without_a_letter_lower_the_count_and_end_no_visit(panel: Panel) -> None:
    panel.let_in(3)
    done = succeeded(count_out(panel.ledger, panel.office, panel.tap(), BENEFITS, 2))
    assert done.event.what == CountedOut(BENEFITS, 2)
    assert (done.house.inside, len(done.house.visits)) == (1, 1)
    assert done.house.counted_out == {BENEFITS: 2}


def test_a_reconciled_visit_is_not_counted_out_twice(panel: Panel) -> None:
    first, second = panel.let_in(2), panel.let_in(2)
    count_out(panel.ledger, panel.office, panel.tap(), BENEFITS, 2)
    done = succeeded(reconcile(panel.ledger, panel.office, panel.tap(), first))
    assert done.event.what == Reconciled(first, None, BENEFITS, 2, BENEFITS)
    assert (done.house.inside, done.house.counted_out, done.house.corrections) == (2, {}, {})
    again = reconcile(panel.ledger, panel.office, panel.tap(), second)
    assert again is NotDone.TOO_FEW_COUNTED_OUT


def test_people_who_were_counted_out_of_the_wrong_area_are_reconciled_with_their_visit(
    panel: Panel,
) -> None:
    visit = panel.let_in(2)
    count_out(panel.ledger, panel.office, panel.tap(), YOUTH, 2)
    assert reconcile(panel.ledger, panel.office, panel.tap(), visit) is NotDone.TOO_FEW_COUNTED_OUT
    house = succeeded(reconcile(panel.ledger, panel.office, panel.tap(), visit, YOUTH)).house
    assert [house.inside_area(area) for area in (BENEFITS, YOUTH)] == [0, 0]


def test_nobody_is_counted_out_of_an_area_that_there_is_not(panel: Panel) -> None:
    result = count_out(panel.ledger, panel.office, panel.tap(), AreaId("removed"))
    assert result is NotDone.UNKNOWN_AREA
    with pytest.raises(ValueError, match="one person or more"):
        count_out(panel.ledger, panel.office, panel.tap(), BENEFITS, 0)


@pytest.mark.parametrize("end", [settle, reconcile])
def test_a_visit_that_was_settled_or_reconciled_has_left_and_may_come_back_for_a_while(
    panel: Panel, end: Callable[..., Result]
) -> None:
    letter = panel.invite("a")
    panel.show(letter)
    count_out(panel.ledger, panel.office, panel.tap(), BENEFITS)
    how = (SEEN,) if end is settle else ()
    succeeded(end(panel.ledger, panel.office, panel.tap(at("10:20")), panel.house.visits[0].id, *how))
    assert panel.show(letter, at("11:20")).verdict.reason is Reason.READMITTED
    assert panel.show(letter, at("11:30")).verdict.reason is Reason.LEFT
    assert panel.show(letter, at("12:31")).verdict.reason is Reason.ALREADY_USED


def test_an_exempt_visit_shows_it(panel: Panel, visit: VisitId) -> None:
    house = succeeded(exempt_from_mask(panel.ledger, panel.office, panel.tap(), visit)).house
    assert [each.mask_exempt for each in house.visits] == [True]


def test_whoever_makes_room_by_the_panel_lets_the_next_number_be_called(panel: Panel) -> None:
    visit = panel.let_in(4)
    panel.show(panel.invite("a"))
    house = succeeded(settle(panel.ledger, panel.office, panel.tap(), visit, SEEN)).house
    assert house.line[0].kept_until == at("10:05")


# Recounts and undoing.


def test_a_recount_corrects_each_area_and_is_taken_back_as_a_whole(panel: Panel) -> None:
    panel.let_in(2)
    tap = panel.tap(name="recount")
    truth = {BENEFITS: 1, CASES: 2, YOUTH: 0}
    house = succeeded(recount(panel.ledger, panel.office, tap, truth, ROUND)).house
    assert {area: house.inside_area(area) for area in truth} == truth
    assert panel.happened()[1:] == [
        Corrected(BENEFITS, -1, CorrectedBecause.RECOUNT, ROUND),
        Corrected(CASES, 2, CorrectedBecause.RECOUNT, ROUND),
        Corrected(YOUTH, 0, CorrectedBecause.RECOUNT, ROUND),
    ]
    house = succeeded(undo(panel.ledger, panel.office, panel.tap(), tap.id)).house
    assert {area: house.inside_area(area) for area in truth} == {BENEFITS: 2, CASES: 0, YOUTH: 0}
    assert panel.kinds()[-3:] == ["CountRestored"] * 3
    assert undo(panel.ledger, panel.office, panel.tap(), tap.id) is NotDone.ALREADY_UNDONE


def test_a_recount_without_an_area_or_a_reason_is_none(panel: Panel) -> None:
    with pytest.raises(ValueError, match="one area or more"):
        recount(panel.ledger, panel.office, panel.tap(), {}, ROUND)
    result = recount(panel.ledger, panel.office, panel.tap(), {BENEFITS: 1}, ReasonId("removed"))
    assert result is NotDone.UNKNOWN_REASON


def test_an_entry_that_was_taken_back_never_was_and_its_letter_admits_again(panel: Panel) -> None:
    letter = panel.invite("a")
    panel.show(letter)
    (visit,) = panel.house.visits
    done = succeeded(undo(panel.ledger, panel.office, panel.tap(), EventId(visit.id)))
    expected = EntryWithdrawn(EventId(visit.id), visit.id, A, BENEFITS, 1, came_in_time=True)
    assert done.event.what == expected
    assert done.house.inside == 0
    # It came in time, and is not held to the time again.
    answer = panel.show(letter, at("10:40"))
    assert answer.verdict.reason is Reason.ADMITTED


def test_an_override_that_was_taken_back_leaves_the_letter_as_late_as_it_was(panel: Panel) -> None:
    letter = panel.invite("a")
    visit = panel.let_in(1, at("10:40"), appointment="a")
    undo(panel.ledger, panel.office, panel.tap(at("10:41")), EventId(visit))
    assert panel.show(letter, at("10:42")).verdict.reason is Reason.TOO_LATE


def test_an_entry_from_the_line_that_was_taken_back_gives_the_number_its_place_again(panel: Panel) -> None:
    full, first, second = panel.let_in(4), panel.invite("a"), panel.invite("b")
    panel.show(first, at("10:01"))
    panel.show(second, at("10:02"))
    line = panel.house.line
    settle(panel.ledger, panel.office, panel.tap(at("10:03")), full, SEEN)
    panel.let_in(4, at("10:03"))
    visit = panel.let_in(1, at("10:03"), appointment="a")
    assert [place.number for place in panel.house.line] == [2]
    house = succeeded(undo(panel.ledger, panel.office, panel.tap(at("10:04")), EventId(visit))).house
    assert [(place.number, place.arrived_at) for place in house.line] == [
        (place.number, place.arrived_at) for place in line
    ]


def test_an_exit_that_was_taken_back_leaves_the_party_inside_as_before(panel: Panel) -> None:
    letter = panel.invite("a", party=2)
    panel.show(letter)
    exempt_from_mask(panel.ledger, panel.office, panel.tap(), panel.house.visits[0].id)
    before = panel.house.visits
    assert panel.show(letter, at("10:20")).verdict.reason is Reason.LEFT
    exit_ = panel.events()[-1]
    done = succeeded(undo(panel.ledger, panel.office, panel.tap(at("10:21")), exit_.id))
    assert isinstance(done.event.what, VisitReopened)
    assert done.house.visits == before
    assert panel.show(letter, at("10:30")).verdict.reason is Reason.LEFT
    assert panel.show(letter, at("11:40")).verdict.reason is Reason.ALREADY_USED


def test_a_party_whose_turning_back_was_taken_back_has_used_its_letter(panel: Panel) -> None:
    letter = panel.invite("a")
    panel.show(letter)
    turned = turn_back(panel.ledger, panel.office, panel.tap(), panel.house.visits[0].id, NO_MASK)
    undo(panel.ledger, panel.office, panel.tap(), succeeded(turned).event.id)
    assert panel.show(letter, at("10:10")).verdict.reason is Reason.LEFT
    assert panel.show(letter, at("10:12")).verdict.reason is Reason.READMITTED


def test_the_visitor_is_told_of_what_the_staff_took_back_only_where_it_is_a_visit(panel: Panel) -> None:
    visit = panel.let_in()
    counted = succeeded(count_out(panel.ledger, panel.office, panel.tap(), BENEFITS))
    back = succeeded(undo(panel.ledger, panel.office, panel.tap(), counted.event.id))
    assert back.event.answer is None
    back = succeeded(undo(panel.ledger, panel.office, panel.tap(), EventId(visit)))
    assert back.event.answer == STAFF_DECIDES


def test_nothing_is_taken_back_that_was_never_recorded(panel: Panel) -> None:
    assert undo(panel.ledger, panel.office, panel.tap(), EventId("never")) is NotDone.UNKNOWN_EVENT


def test_what_is_not_undone_in_time_stays(panel: Panel) -> None:
    visit = EventId(panel.let_in())
    late = panel.tap(TEN + panel.office.habits.undo + timedelta(seconds=1))
    assert undo(panel.ledger, panel.office, late, visit) is NotDone.TOO_LONG_AGO


def test_a_stop_is_lifted_by_one_of_two_panels(panel: Panel) -> None:
    stop(panel.ledger, panel.office, panel.tap(), MAIN_DOOR, wording("Übung"))
    assert panel.show(panel.invite("a")).verdict.reason is Reason.ADMISSION_STOPPED
    assert resume(panel.ledger, panel.office, panel.tap(), None) is NotDone.NOT_STOPPED
    assert succeeded(resume(panel.ledger, panel.office, panel.tap(), MAIN_DOOR)).house.stops == ()
    assert resume(panel.ledger, panel.office, panel.tap(), MAIN_DOOR) is NotDone.NOT_STOPPED


# A letter that lies before the camera while the staff acts.


def lie(panel: Panel, name: str, when: str) -> Reason:
    """Let the camera see the letter again that was never taken away."""
    text, moment = code_of(name).text, panel.office.habits.same_scan
    scan = EventId(f"lying {name} {when}")
    return panel.gate.scan(text, scan, at(when), away=moment).verdict.reason


def test_a_letter_that_lies_there_while_its_party_is_let_in_does_not_lead_out(panel: Panel) -> None:
    panel.show(panel.invite("a"), at("10:40"))
    panel.let_in(1, at("10:41"), appointment="a")
    assert lie(panel, "a", "10:45") is Reason.ADMITTED
    assert panel.house.inside == 1


def test_a_letter_that_lies_there_does_not_turn_round_what_the_staff_did(panel: Panel) -> None:
    for name, act in {"a": "undo", "c": "turn back", "d": "settle"}.items():
        panel.show(panel.invite(name))
        visit = panel.house.visits[-1].id
        succeeded(ACTS[act](panel, panel.tap(at("10:01")), visit))
        assert lie(panel, name, "10:02") is Reason.STAFF_DECIDES
        assert panel.house.inside == 0


def test_a_letter_that_is_shown_anew_after_the_staff_acted_is_decided_anew(panel: Panel) -> None:
    letter = panel.invite("a")
    panel.show(letter)
    turn_back(panel.ledger, panel.office, panel.tap(), panel.house.visits[0].id, NO_MASK)
    assert panel.show(letter, TEN + timedelta(seconds=5)).verdict.reason is Reason.ADMITTED


def test_a_settled_visit_is_told_apart_from_one_that_entered(panel: Panel) -> None:
    panel.show(panel.invite("a"))
    visit = panel.house.visits[0].id
    because = SettledBecause.NOT_FOUND_INSIDE
    settle(panel.ledger, panel.office, panel.tap(), visit, because)
    entered, settled = panel.happened()
    assert isinstance(entered, Entered)
    assert settled == Settled(visit, A, BENEFITS, 1, because)
