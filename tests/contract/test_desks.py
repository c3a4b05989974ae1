"""Several phone desks on one ledger: a place is given once, whoever asks at the same time."""

import threading
from collections import Counter
from dataclasses import replace

from kiosk.core.appointment import AppointmentStatus
from kiosk.core.code import Code
from kiosk.core.desk_orders import (
    Agreed,
    Agreement,
    CallOff,
    Change,
    FullThen,
    Move,
    NotAgreed,
    SlotTaken,
    Undo,
    When,
)
from kiosk.core.ids import EventId
from kiosk.core.office import Office, RoomId
from kiosk.core.person import Company, Need, Person
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import ComeBackAt, GoTo, Reason, UseDoor, Verdict
from kiosk.gate.gate import Gate
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, SIDE_DOOR, YOUTH, at, minutes
from tests.contract.conftest import Store
from tests.desk_calls import ANNA, BELA, ROOM_1, ROOM_2, Calls, a_call, desk_office, hire_desks, when

DESKS = 8


def all_at_once(store: Store, office: Office, *, full: bool = False) -> list[Agreement]:
    """Let eight desks, each with a connection of its own, book the same time at once."""
    ready = threading.Barrier(DESKS)
    answers: list[Agreement] = []

    def call(number: int) -> None:
        ledger = store.open()
        calls = Calls(ledger, office, ANNA if number % 2 else BELA)
        ready.wait()
        answers.append(calls.ask(a_call(full=full), tap=f"call {number}"))
        ledger.close()

    threads = [threading.Thread(target=call, args=(number,)) for number in range(DESKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_desks_that_book_the_last_place_at_once_one_gets_it_and_the_others_are_told(
    ledger: Ledger, store: Store
) -> None:
    hire_desks(ledger)
    office = desk_office(ROOM_1)
    answers = all_at_once(store, office)
    assert Counter(type(answer) for answer in answers) == {Agreed: 1, SlotTaken: DESKS - 1}
    (appointment,) = Calls(ledger, office).booked()
    assert appointment.room == ROOM_1
    assert ledger.verify().flaw is None


def test_desks_that_book_one_time_at_once_get_rooms_of_their_own(ledger: Ledger, store: Store) -> None:
    hire_desks(ledger)
    office = desk_office(*(RoomId(f"benefits-{number}") for number in range(3)))
    answers = all_at_once(store, office)
    given = [answer.appointment.room for answer in answers if isinstance(answer, Agreed)]
    assert sorted(str(room) for room in given) == ["benefits-0", "benefits-1", "benefits-2"]
    assert sum(isinstance(answer, SlotTaken) for answer in answers) == DESKS - 3


def test_desks_that_book_at_once_are_warned_as_soon_as_the_house_would_be_full(
    ledger: Ledger, store: Store
) -> None:
    hire_desks(ledger)
    office = desk_office(*(RoomId(f"benefits-{number}") for number in range(DESKS)))
    answers = all_at_once(store, office)
    assert Counter(type(answer) for answer in answers) == {Agreed: 4, FullThen: DESKS - 4}


def test_a_person_is_kept_with_all_that_was_told_and_follows_a_change(ledger: Ledger) -> None:
    hire_desks(ledger)
    calls = Calls(ledger, desk_office())
    erika = Person(
        "Erika Muster",
        "erika@example.org",
        needs=frozenset({Need.LARGE_PRINT}),
        company=frozenset({Company.INTERPRETER}),
        by_mail=True,
    )
    made = calls.agreed(a_call(person=erika, party=2))
    assert ledger.person_of(made.appointment.id) == erika
    on_paper = replace(erika, by_mail=False)
    changed = calls.agreed(Change(made.appointment, 1, "en", on_paper))
    assert ledger.person_of(made.appointment.id) == on_paper
    assert ledger.appointment(made.appointment.id) == replace(made.appointment, party=1, language="en")
    calls.agreed(Undo(changed))
    assert ledger.person_of(made.appointment.id) == erika
    assert calls.booked() == [made.appointment]


def test_an_old_letter_answers_that_the_appointment_was_moved_or_cancelled_at_the_desk(
    ledger: Ledger,
) -> None:
    hire_desks(ledger)
    calls = Calls(ledger, desk_office())
    made = calls.agreed(a_call("08:00"))
    old = Code(12345)
    ledger.issue_letters([(made.appointment, old)], at("07:00"))
    gate = Gate(calls.office, calls.office.doors[MAIN_DOOR], ledger, TryLimit())
    moved = calls.agreed(Move(made.appointment, when("09:30")))
    told = gate.scan(old.text, EventId("scan 1"), at("08:00")).verdict
    assert told == Verdict(Reason.RESCHEDULED, ComeBackAt(at("09:30")))
    calls.agreed(CallOff(moved.appointment))
    assert gate.scan(old.text, EventId("scan 2"), at("08:01")).verdict.reason is Reason.CANCELLED


def test_an_old_letter_of_an_appointment_that_moved_to_another_area_leads_there_by_its_door(
    ledger: Ledger,
) -> None:
    hire_desks(ledger)
    calls = Calls(ledger, desk_office())
    made = calls.agreed(a_call("08:00"))
    old = Code(12345)
    ledger.issue_letters([(made.appointment, old)], at("07:00"))
    main, side = (
        Gate(calls.office, calls.office.doors[door], ledger, TryLimit()) for door in (MAIN_DOOR, SIDE_DOOR)
    )
    youth = When(YOUTH, None, at("10:00"), minutes(30))
    moved = calls.agreed(Move(made.appointment, youth)).appointment
    assert (moved.area, moved.room) == (YOUTH, RoomId("youth-1"))

    def told(gate: Gate, clock: str) -> Verdict:
        return gate.scan(old.text, EventId(f"{id(gate)} at {clock}"), at(clock)).verdict

    assert told(main, "08:00") == Verdict(Reason.RESCHEDULED, ComeBackAt(at("10:00")))
    assert told(main, "09:50") == Verdict(Reason.WRONG_DOOR, UseDoor(SIDE_DOOR))
    assert told(side, "09:52") == Verdict(Reason.ADMITTED, GoTo(YOUTH, RoomId("youth-1")))


def test_what_another_desk_has_changed_is_not_changed_unseen(ledger: Ledger, store: Store) -> None:
    hire_desks(ledger)
    anna = Calls(ledger, desk_office())
    made = anna.agreed(a_call())
    other = store.open()
    bela = Calls(other, anna.office, BELA)
    moved = bela.agreed(Move(made.appointment, when("08:00", ROOM_2)))
    assert anna.ask(CallOff(made.appointment)) is NotAgreed.CHANGED_MEANWHILE
    assert anna.ask(Undo(made)) is NotAgreed.CHANGED_MEANWHILE
    anna.agreed(CallOff(moved.appointment))
    (appointment,) = anna.booked()
    assert appointment == replace(moved.appointment, status=AppointmentStatus.CANCELLED)
    other.close()
