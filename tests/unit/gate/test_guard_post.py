"""A guard's post: who may give an order, what comes of it, and what the panel shows then."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.day_report import DayReport
from kiosk.core.door_events import LetIn
from kiosk.core.events import AdmissionStopped, SettledBecause
from kiosk.core.guard_view import (
    Booking,
    Failed,
    Found,
    Recorded,
    SecondPersonWanted,
    SignedInAs,
    SignInWanted,
)
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import (
    Admit,
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
from kiosk.core.rights import Role
from kiosk.core.sign_in import PANEL_LIMIT, Refusal
from kiosk.core.staff import Pin
from kiosk.core.staff_events import RefusedBecause
from kiosk.core.tries import TryLimit
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Gate
from kiosk.gate.staff_acts import disable_member
from tests.building import (
    BENEFITS,
    EMERGENCY,
    MAIN_DOOR,
    NO_MASK,
    ROUND,
    YOUTH,
    an_appointment,
    minutes,
    wording,
)
from tests.unit.gate.door_panel import code_of
from tests.unit.gate.staffed_post import BERGER, MEIER, PINS, TEN, WEBER, StaffedPost

ALONE = Admit(BENEFITS, 1, EMERGENCY)
TWO = Admit(BENEFITS, 2, EMERGENCY)
FIVE = Admit(BENEFITS, 5, EMERGENCY)
WRONG = Pin("000000")
SECOND = timedelta(seconds=1)


def test_nothing_is_done_before_somebody_has_signed_in(staffed: StaffedPost) -> None:
    assert staffed.order(TWO) == SignInWanted()
    assert staffed.order(CallNumber()) == SignInWanted()
    staffed.sign_in()
    event = staffed.done(TWO)
    assert (event.by, event.door, event.at) == (BERGER, MAIN_DOOR, TEN)
    view = staffed.post.look(TEN)
    assert view.signed_in == SignedInAs(BERGER, Role.SECURITY)
    assert view.house is not None
    assert view.house.inside == 2
    assert view.can_be_undone == (event,)
    assert [each.event for each in view.recent] == [event]
    assert (view.is_current, view.trouble, view.kept, view.refused, view.unseen) == (True, None, (), (), None)


def test_the_panel_locks_itself_and_by_a_tap(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.post.touched(TEN + minutes(0.9))
    assert staffed.post.look(TEN + minutes(1.8)).signed_in is not None
    assert staffed.order(TWO, TEN + minutes(2)) == SignInWanted()
    staffed.sign_in(now=TEN + minutes(2))
    staffed.post.lock()
    assert staffed.post.look(TEN + minutes(2)).signed_in is None


def test_every_order_is_carried_out(staffed: StaffedPost) -> None:
    staffed.sign_in(MEIER)
    with staffed.ledger() as ledger:
        ledger.apply(AppointmentChanges(new=(an_appointment("a", TEN, party=2),)))
    visits = [VisitId(staffed.done(ALONE).id) for _ in range(3)]
    seen = SettledBecause.SEEN_LEAVING
    orders: tuple[tuple[Order, str], ...] = (
        (ExemptFromMask(visits[0]), "MaskExempted"),
        (SendBack(visits[0], NO_MASK), "TurnedBack"),
        (SettleVisit(visits[1], seen), "Settled"),
        (CountPeopleOut(BENEFITS), "CountedOut"),
        (EndCountedOut(visits[2], BENEFITS), "Reconciled"),
        (EnterRecount({BENEFITS: 2}, ROUND), "Corrected"),
        (StopAdmission(None, wording("Halt")), "AdmissionStopped"),
        (ResumeAdmission(None), "AdmissionResumed"),
        (GiveNumber(BENEFITS, 1), "Queued"),
        (SkipNumber(1), "Uncalled"),
        (PutNumberBack(1), "PutBack"),
        (CallNumber(1), "Called"),
        (Admit(BENEFITS, 1, EMERGENCY, number=1), "LetIn"),
        (ConfirmClock(), "ClockConfirmed"),
    )
    for order, kind in orders:
        assert type(staffed.done(order).what).__name__ == kind
    assert staffed.house().inside == 3
    last = staffed.post.look(TEN).can_be_undone[0]
    assert type(staffed.done(TakeBack(last.id)).what).__name__ == "EntryWithdrawn"
    found = staffed.order(SearchBookings("12:00"))
    assert found == Found((), 0)
    found = staffed.order(SearchBookings("10:00"))
    assert found == Found((Booking(AppointmentId("a"), TEN, BENEFITS, 2, is_inside=False, number=None),), 1)
    report = staffed.order(CloseDay())
    assert isinstance(report, DayReport)
    assert report.still_inside == 2


@pytest.mark.parametrize(
    ("who", "order"), [(WEBER, ALONE), (BERGER, ConfirmClock()), (WEBER, SearchBookings("10:00"))]
)
def test_who_has_not_the_right_is_told_so_and_nothing_is_done(
    staffed: StaffedPost, who: StaffId, order: Order
) -> None:
    staffed.sign_in(who)
    assert staffed.order(order) is NotDone.NOT_ALLOWED
    assert staffed.happened() == []


def test_who_is_disabled_meanwhile_does_nothing_more_and_the_panel_locks(staffed: StaffedPost) -> None:
    staffed.sign_in()
    with staffed.ledger() as ledger:
        disable_member(ledger, BERGER, WEBER, TEN)
    assert staffed.order(ALONE) is NotDone.NOT_ALLOWED
    assert staffed.post.look(TEN).signed_in is None
    refused = staffed.post.sign_in(BERGER, PINS[BERGER], TEN)
    assert refused == Refusal(RefusedBecause.DISABLED, None)


def test_a_panel_pauses_after_five_wrong_pins_whoever_they_belong_to(staffed: StaffedPost) -> None:
    tried = (BERGER, MEIER, WEBER, StaffId("nobody"), BERGER)
    assert len(tried) == PANEL_LIMIT.wrong_tries
    for who in tried:
        assert isinstance(staffed.post.sign_in(who, WRONG, TEN), Refusal)
    pause = PANEL_LIMIT.first_pause
    assert staffed.post.look(TEN).paused == pause
    assert staffed.post.sign_in(MEIER, PINS[MEIER], TEN) == Refusal(RefusedBecause.PAUSED, pause)
    staffed.sign_in(MEIER, TEN + pause)
    assert staffed.post.look(TEN + pause).paused is None


def test_above_the_cap_a_second_person_consents_and_the_panel_stays_the_first_ones(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    assert staffed.order(FIVE, tap="five") == SecondPersonWanted()
    assert staffed.happened() == []
    assert staffed.post.confirm(MEIER, WRONG, TEN).result == Refusal(RefusedBecause.WRONG_PIN, None)
    assert staffed.post.confirm(WEBER, PINS[WEBER], TEN).result is NotDone.NOT_ALLOWED
    refused = staffed.post.confirm(BERGER, PINS[BERGER], TEN).result
    assert refused is NotDone.SECOND_PERSON_IS_FIRST
    answered = staffed.post.confirm(MEIER, PINS[MEIER], TEN)
    assert (answered.tap, answered.order) == ("five", FIVE)
    assert isinstance(answered.result, Recorded)
    what = answered.result.event.what
    assert isinstance(what, LetIn)
    assert (answered.result.event.by, what.confirmed_by, what.above_cap) == (BERGER, MEIER, 1)
    assert staffed.post.look(TEN).signed_in == SignedInAs(BERGER, Role.SECURITY)


def test_an_order_waits_for_a_second_person_until_it_is_forgotten_or_another_comes(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    forgetting: tuple[Callable[[], object], ...] = (
        staffed.post.forget_waiting,
        lambda: staffed.order(CallNumber()),
        staffed.sign_in,
        staffed.post.lock,
    )
    for forget in forgetting:
        assert staffed.order(FIVE) == SecondPersonWanted()
        forget()
        with pytest.raises(ValueError, match="no order waits"):
            staffed.post.confirm(MEIER, PINS[MEIER], TEN)
    staffed.sign_in()
    assert staffed.order(FIVE) == SecondPersonWanted()
    too_late = staffed.post.confirm(MEIER, PINS[MEIER], TEN + minutes(2))
    assert too_late.result == SignInWanted()


def test_wrong_pins_of_a_second_person_count_for_the_panel_too(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.order(FIVE)
    for _ in range(PANEL_LIMIT.wrong_tries):
        staffed.post.confirm(MEIER, WRONG, TEN)
    paused = Refusal(RefusedBecause.PAUSED, PANEL_LIMIT.first_pause)
    assert staffed.post.confirm(MEIER, PINS[MEIER], TEN).result == paused


def test_a_tap_that_comes_twice_counts_once_and_another_on_the_same_visit_is_told_that_it_is_over(
    staffed: StaffedPost,
) -> None:
    staffed.sign_in()
    entry = staffed.done(ALONE, tap="in")
    assert staffed.done(ALONE, tap="in") == entry
    assert staffed.house().inside == 1
    visit = VisitId(entry.id)
    staffed.done(SettleVisit(visit, SettledBecause.SEEN_LEAVING))
    assert staffed.order(SendBack(visit, NO_MASK)) is NotDone.NOT_INSIDE


def test_the_last_scans_are_shown_with_what_is_known_of_their_letters_and_no_names(
    staffed: StaffedPost,
) -> None:
    booked = an_appointment("a", TEN + minutes(60), party=2)
    with staffed.ledger() as ledger:
        ledger.apply(AppointmentChanges(new=(booked,)))
        ledger.issue_letters([(booked, code_of("a"))], TEN)
        gate = Gate(staffed.office, staffed.office.doors[MAIN_DOOR], ledger, TryLimit())
        gate.scan(code_of("a").text, EventId("early"), TEN)
        gate.scan("https://amt.example", EventId("poster"), TEN + SECOND)
        view = staffed.post.look(TEN + SECOND)
        poster, early = view.recent
        assert early.event.answer is not None
        assert early.event.answer.reason is Reason.TOO_EARLY
        assert (early.appointment, early.area, early.party) == (booked.id, BENEFITS, 2)
        assert early.starts_at == booked.starts_at
        assert (poster.appointment, poster.area, poster.party, poster.starts_at) == (None, None, None, None)
        assert view.last_good_scan == TEN
        gate.scan(code_of("a").text, EventId("in time"), TEN + minutes(50))
    view = staffed.post.look(TEN + minutes(50))
    assert [each.event.id for each in view.recent] == ["in time", "poster", "early"]
    assert [each.id for each in view.can_be_undone] == ["in time"]
    assert staffed.post.look(TEN + minutes(61)).can_be_undone == ()


def test_what_was_done_at_another_door_is_taken_back_there(staffed: StaffedPost) -> None:
    staffed.sign_in()
    staffed.done(Admit(YOUTH, 1, EMERGENCY))
    elsewhere = StaffedPost(staffed.open_ledger, staffed.folder, door=staffed.office.doors["side"].id)  # type: ignore[index]  # a name
    view = elsewhere.post.look(TEN)
    assert view.house is not None
    assert (view.house.inside, view.recent, view.can_be_undone) == (1, (), ())
    elsewhere.post.close(TEN)


def test_a_fault_of_the_program_is_said_and_the_panel_goes_on(staffed: StaffedPost) -> None:
    staffed.sign_in()
    assert staffed.order(Admit(BENEFITS, 0, EMERGENCY)) == Failed(Trouble.PROGRAM)
    assert staffed.done(StopAdmission(None, wording("Halt"))).what == AdmissionStopped(None, wording("Halt"))
