"""What the phone desk is answered, and what is in the ledger then."""

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.core.appointment import AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.desk_events import Booked, CalledOff, Moved
from kiosk.core.desk_orders import (
    Agreed,
    Book,
    CallOff,
    Change,
    FullThen,
    Move,
    NotAgreed,
    OrderLetter,
    SlotTaken,
    Undo,
    Wish,
)
from kiosk.core.ids import EventId
from kiosk.core.office import AreaId, Asked, DeskHabits, RoomId
from kiosk.core.person import Person
from kiosk.gate.forgetting import forget_by_order
from kiosk.gate.tap import Tap
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, an_appointment, an_event, at, entered, minutes
from tests.desk_calls import (
    ANNA,
    BELA,
    CALLED_AT,
    GUARD,
    ROOM_1,
    ROOM_2,
    Calls,
    a_call,
    desk_office,
    hire_desks,
    when,
)
from tests.unit.gate.staffed_post import LossyLedger

ERIKA = Person("Erika Muster", "0340 123")


@pytest.fixture
def calls(ledger: Ledger) -> Calls:
    hire_desks(ledger)
    return Calls(ledger, desk_office())


def test_a_call_becomes_an_appointment_in_the_first_free_room_and_is_recorded_with_who(calls: Calls) -> None:
    made = calls.agreed(a_call(party=2, person=ERIKA)).appointment
    assert (made.area, made.room, made.starts_at, made.duration, made.party) == (
        BENEFITS,
        ROOM_1,
        at("09:00"),
        minutes(30),
        2,
    )
    assert made.external_id.startswith("T-")
    assert calls.ledger.person_of(made.id) == ERIKA
    (event,) = calls.events()
    assert event.by == ANNA
    assert event.what == Booked(made.id, BENEFITS, ROOM_1, at("09:00"), 2, knowingly_full=False)


def test_no_event_of_the_desk_bears_a_name(calls: Calls) -> None:
    made = calls.agreed(a_call(person=ERIKA))
    changed = calls.agreed(Change(made.appointment, 1, "de", replace(ERIKA, name="Erika Beispiel")))
    calls.agreed(CallOff(changed.appointment))
    assert "Erika" not in repr(calls.events())
    assert "Erika" not in repr(changed)
    assert "Erika" not in repr(a_call(person=ERIKA))


def test_the_next_call_at_that_time_gets_the_other_room_and_the_third_is_told(calls: Calls) -> None:
    rooms = [calls.agreed(a_call()).appointment.room for _ in range(2)]
    assert rooms == [ROOM_1, ROOM_2]
    assert calls.ask(a_call()) == SlotTaken(())
    assert len(calls.booked()) == 2


def test_a_room_can_be_asked_for(calls: Calls) -> None:
    assert calls.agreed(a_call(room=ROOM_2)).appointment.room == ROOM_2
    assert calls.ask(a_call(room=ROOM_2)) == SlotTaken(())
    assert calls.ask(a_call(room=RoomId("gone"))) is NotAgreed.NOT_A_SLOT


@pytest.mark.parametrize("clock", ["09:10", "07:30", "10:00"])
def test_only_the_offices_times_are_booked(calls: Calls, clock: str) -> None:
    assert calls.ask(a_call(clock)) is NotAgreed.NOT_A_SLOT
    assert calls.ask(Book(when("09:00", length=45), 1, "de", None)) is NotAgreed.NOT_A_SLOT
    assert calls.events() == []


def test_what_is_over_is_not_booked(calls: Calls) -> None:
    assert calls.ask(a_call("09:00"), at("09:00")) is NotAgreed.PAST


def test_an_area_that_the_office_does_not_have_is_not_booked(calls: Calls) -> None:
    elsewhere = replace(when(), area=AreaId("gone"))
    assert calls.ask(Book(elsewhere, 1, "de", None)) is NotAgreed.UNKNOWN_AREA


def test_an_area_without_rooms_has_one_place(ledger: Ledger) -> None:
    hire_desks(ledger)
    office = desk_office()
    bare = replace(office.areas[BENEFITS], rooms=())
    calls = Calls(ledger, replace(office, areas={BENEFITS: bare}))
    assert calls.agreed(a_call()).appointment.room is None
    assert calls.ask(a_call()) == SlotTaken(())


def test_a_full_house_warns_and_is_booked_knowingly(calls: Calls) -> None:
    calls.agreed(a_call(party=3))
    warned = calls.ask(a_call(party=2))
    assert isinstance(warned, FullThen)
    assert (warned.wanted.slot.starts_at, warned.wanted.house.people) == (at("09:00"), 3)
    calls.agreed(a_call(party=2, full=True))
    last = calls.events()[-1].what
    assert isinstance(last, Booked)
    assert last.knowingly_full


def test_only_who_may_book_books(ledger: Ledger) -> None:
    hire_desks(ledger)
    guard = Calls(ledger, desk_office(), GUARD)
    assert guard.ask(a_call()) is NotAgreed.NOT_ALLOWED
    with ledger.transaction() as transaction:
        transaction.staff.disable(ANNA)
    assert Calls(ledger, desk_office()).ask(a_call()) is NotAgreed.NOT_ALLOWED


def test_what_the_office_requires_is_asked_for_and_what_it_never_asks_for_is_not_kept(ledger: Ledger) -> None:
    hire_desks(ledger)
    asks = replace(desk_office(), desk=DeskHabits(Asked.REQUIRED, Asked.NEVER))
    calls = Calls(ledger, asks)
    assert calls.ask(a_call()) is NotAgreed.NAME_WANTED
    made = calls.agreed(a_call(person=ERIKA))
    assert ledger.person_of(made.appointment.id) == Person("Erika Muster")
    assert calls.ask(Change(made.appointment, 1, "de", None)) is NotAgreed.NAME_WANTED


def test_the_same_tap_books_once(calls: Calls) -> None:
    first = calls.agreed(a_call(), tap="one")
    assert calls.agreed(a_call(), tap="one") == first
    assert calls.booked() == [first.appointment]


def test_a_wish_whose_answer_was_lost_counts_once(ledger: Ledger) -> None:
    hire_desks(ledger)
    lossy = LossyLedger(ledger._database, ledger._key, ledger._clock)
    calls = Calls(lossy, desk_office())
    LossyLedger.answers_to_lose = 1
    made = calls.agreed(a_call())
    LossyLedger.answers_to_lose = 1
    moved = calls.agreed(Move(made.appointment, when("08:00")))
    assert moved.before == made.appointment
    LossyLedger.answers_to_lose = 1
    calls.agreed(Undo(moved))
    assert calls.kinds() == ["Booked", "Moved", "AgreementUndone"]
    assert calls.booked() == [made.appointment]


def test_an_appointment_moves_to_a_free_time_and_leaves_its_own(calls: Calls) -> None:
    made = calls.agreed(a_call("09:00", room=ROOM_1, person=ERIKA)).appointment
    moved = calls.agreed(Move(made, when("09:30"))).appointment
    assert moved == replace(made, starts_at=at("09:30"))
    assert calls.ledger.person_of(made.id) == ERIKA
    assert calls.events()[-1].what == Moved(
        made.id, BENEFITS, ROOM_1, at("09:00"), at("09:30"), 1, knowingly_full=False
    )
    calls.agreed(a_call("09:00", room=ROOM_1))


def test_an_appointment_does_not_stand_in_its_own_way(calls: Calls) -> None:
    made = calls.agreed(a_call("09:00", room=ROOM_1, party=4)).appointment
    assert calls.agreed(Move(made, when("09:00", ROOM_2))).appointment.room == ROOM_2


def test_an_appointment_does_not_move_to_where_it_cannot_be(calls: Calls) -> None:
    made = calls.agreed(a_call("09:00")).appointment
    calls.agreed(a_call("09:30", room=ROOM_1, party=4))
    assert isinstance(calls.ask(Move(made, when("09:30"))), FullThen)
    assert calls.ask(Move(made, when("09:30", ROOM_1))) == SlotTaken(())
    assert calls.ask(Move(made, when("09:10"))) is NotAgreed.NOT_A_SLOT
    assert calls.ask(Move(made, when("08:00")), at("08:10")) is NotAgreed.PAST


def test_a_cancelled_appointment_frees_its_place_and_is_left_alone(calls: Calls) -> None:
    made = calls.agreed(a_call(room=ROOM_1)).appointment
    gone = calls.agreed(CallOff(made)).appointment
    assert gone.status is AppointmentStatus.CANCELLED
    assert calls.events()[-1].what == CalledOff(made.id)
    calls.agreed(a_call(room=ROOM_1))
    assert calls.ask(CallOff(gone)) is NotAgreed.UNKNOWN_APPOINTMENT
    assert calls.ask(Move(replace(made, id=an_appointment("x").id), when())) is NotAgreed.UNKNOWN_APPOINTMENT


def test_an_appointment_whose_party_is_inside_stays_as_it_is(calls: Calls) -> None:
    made = calls.agreed(a_call())
    with calls.ledger.transaction() as transaction:
        transaction.append(an_event(entered(made.appointment.id), at("07:05")))
    for order in (CallOff(made.appointment), Move(made.appointment, when("09:30")), Undo(made)):
        assert calls.ask(order) is NotAgreed.ALREADY_INSIDE


def test_another_letter_is_recorded_and_changes_nothing(calls: Calls) -> None:
    made = calls.agreed(a_call())
    ordered = calls.agreed(OrderLetter(made.appointment))
    assert (ordered.appointment, ordered.before) == (made.appointment, made.appointment)
    assert calls.kinds() == ["Booked", "LetterOrdered"]
    assert calls.ask(Undo(ordered)) is NotAgreed.CANNOT_BE_UNDONE


def test_a_booking_that_is_undone_is_cancelled_and_its_name_goes_at_once(calls: Calls) -> None:
    made = calls.agreed(a_call(person=ERIKA))
    undone = calls.agreed(Undo(made))
    assert undone.appointment.status is AppointmentStatus.CANCELLED
    assert calls.ledger.person_of(made.appointment.id) is None
    assert calls.ask(Undo(undone)) is NotAgreed.CANNOT_BE_UNDONE


def test_a_move_that_is_undone_gives_the_old_time_back_unless_it_is_taken(calls: Calls) -> None:
    made = calls.agreed(a_call("09:00", room=ROOM_1))
    moved = calls.agreed(Move(made.appointment, when("09:30")))
    calls.agreed(Undo(moved))
    assert calls.booked() == [made.appointment]
    again = calls.agreed(Move(made.appointment, when("09:30")))
    calls.agreed(a_call("09:00", room=ROOM_1))
    assert calls.ask(Undo(again)) is NotAgreed.TAKEN_MEANWHILE


def test_a_cancellation_that_is_undone_stands_again_unless_its_time_is_taken(calls: Calls) -> None:
    made = calls.agreed(a_call(room=ROOM_1, person=ERIKA))
    gone = calls.agreed(CallOff(made.appointment))
    calls.agreed(Undo(gone))
    assert calls.booked() == [made.appointment]
    assert calls.ledger.person_of(made.appointment.id) == ERIKA
    again = calls.agreed(CallOff(made.appointment))
    calls.agreed(a_call(room=ROOM_1))
    assert calls.ask(Undo(again)) is NotAgreed.TAKEN_MEANWHILE


@pytest.mark.parametrize("by_time", [False, True])
@pytest.mark.parametrize("act", ["move", "cancel", "change", "clear"])
def test_who_was_deleted_is_not_brought_back_by_an_undo(calls: Calls, act: str, *, by_time: bool) -> None:
    made = calls.agreed(a_call(room=ROOM_1, person=ERIKA)).appointment
    orders: dict[str, Wish] = {
        "move": Move(made, when("09:30")),
        "cancel": CallOff(made),
        "change": Change(made, 2, "de", replace(ERIKA, name="Erika Beispiel")),
        "clear": Change(made, 2, "de", None),
    }
    agreed = calls.agreed(orders[act])
    tap = Tap(EventId("purge"), ANNA, None, CALLED_AT)
    forget_by_order(calls.ledger, tap, at("12:00") if by_time else made.id)
    calls.agreed(Undo(agreed))
    assert calls.booked() == [made]
    assert calls.ledger.person_of(made.id) is None


def test_a_deletion_of_others_leaves_what_an_undo_gives_back(calls: Calls) -> None:
    made = calls.agreed(a_call(person=ERIKA)).appointment
    changed = calls.agreed(Change(made, 1, "de", None))
    those: tuple[AppointmentId | datetime, ...] = (AppointmentId("another"), made.starts_at)
    for others in those:
        forget_by_order(calls.ledger, Tap(EventId(f"purge {others}"), ANNA, None, CALLED_AT), others)
    calls.agreed(Undo(changed))
    assert calls.ledger.person_of(made.id) == ERIKA


def test_an_act_is_undone_by_who_did_it_and_soon(calls: Calls) -> None:
    made = calls.agreed(a_call())
    assert Calls(calls.ledger, calls.office, BELA).ask(Undo(made)) is NotAgreed.CANNOT_BE_UNDONE
    assert calls.ask(Undo(made), at("07:11")) is NotAgreed.TOO_LONG_AGO
    unknown = Agreed(EventId("nothing"), made.appointment, None)
    assert calls.ask(Undo(unknown)) is NotAgreed.CANNOT_BE_UNDONE


def test_a_tap_that_is_recorded_of_something_else_tells_nothing(calls: Calls) -> None:
    with calls.ledger.transaction() as transaction:
        transaction.append(an_event(entered("somebody"), name="tap"))
    assert calls.ask(a_call(), tap="tap") is NotAgreed.UNKNOWN_APPOINTMENT


def test_the_offices_own_list_may_hold_what_the_desk_would_not_offer(calls: Calls) -> None:
    listed = replace(an_appointment("l", at("09:10")), room=ROOM_1)
    calls.ledger.apply(AppointmentChanges(new=(listed,)))
    assert calls.agreed(a_call("09:00")).appointment.room == ROOM_2
