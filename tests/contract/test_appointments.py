"""Appointments, their letters, and the people's names apart from them."""

import traceback
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.decide import Invitation
from kiosk.core.events import Exited, Happening, Settled, SettledBecause
from kiosk.core.ids import VisitId
from kiosk.core.line import Due
from kiosk.core.person import Company, Need, Person
from kiosk.ledger.book import LetterId
from kiosk.ledger.errors import CodeTakenError, LedgerMisuseError, OutdatedChangesError
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, BERLIN, an_appointment, an_event, at, entered, minutes
from tests.contract.conftest import Store

NOON = at("12:00")
CODE = Code(12345)
SOMEBODY = Person("Erika Muster", "erika@example.org")


def book(ledger: Ledger, *appointments: Appointment) -> None:
    ledger.apply(AppointmentChanges(new=appointments))


def happen(ledger: Ledger, *happenings: Happening, when: str = "10:00") -> None:
    with ledger.transaction() as transaction:
        for number, what in enumerate(happenings):
            transaction.append(an_event(what, at(when), name=f"{when} {number}"))


def invitation(ledger: Ledger, code: Code = CODE) -> Invitation | None:
    with ledger.transaction() as transaction:
        by_short_code = transaction.invitation(code.short)
        assert transaction.invitation(code) == by_short_code
        return by_short_code


def due(ledger: Ledger, since: str, until: str) -> list[AppointmentId]:
    with ledger.transaction() as transaction:
        return [each.appointment for each in transaction.due(at(since), at(until))]


def test_an_appointment_comes_back_as_it_was_booked_with_its_time_in_utc(ledger: Ledger) -> None:
    whole = replace(an_appointment("a", at("10:00").astimezone(BERLIN), party=3), language="tr", room=None)
    book(ledger, whole)
    assert ledger.appointments(at("10:00"), at("10:01")) == (whole,)
    assert ledger.by_external_id(["list-a", "list-b"]) == {"list-a": whole}


def test_the_appointments_of_a_time_are_ordered_and_end_before_its_end(ledger: Ledger) -> None:
    book(ledger, *(an_appointment(name, at(name)) for name in ("11:00", "09:00", "12:00", "10:00")))
    assert [each.id for each in ledger.appointments(at("09:00"), at("12:00"))] == ["09:00", "10:00", "11:00"]


def test_a_long_list_is_looked_up_at_once(ledger: Ledger) -> None:
    book(ledger, *(an_appointment(str(number)) for number in range(1200)))
    assert len(ledger.by_external_id([f"list-{number}" for number in range(1200)])) == 1200
    assert ledger.by_external_id([]) == {}


def test_an_import_makes_moves_and_cancels(ledger: Ledger) -> None:
    book(ledger, an_appointment("stays"), an_appointment("moves"), an_appointment("goes"))
    moved = an_appointment("moves", NOON)
    ledger.apply(
        AppointmentChanges(
            new=(an_appointment("comes"),), changed=(moved,), cancelled=(AppointmentId("goes"),)
        )
    )
    known = ledger.by_external_id(["list-stays", "list-moves", "list-goes", "list-comes"])
    assert known["list-stays"] == an_appointment("stays")
    assert known["list-moves"] == moved
    assert known["list-goes"] == an_appointment("goes", status=AppointmentStatus.CANCELLED)
    assert known["list-comes"] == an_appointment("comes")


@pytest.mark.parametrize(
    "outdated",
    [
        AppointmentChanges(new=(replace(an_appointment("new"), external_id="list-a"),)),
        AppointmentChanges(changed=(an_appointment("unknown"),)),
        AppointmentChanges(cancelled=(AppointmentId("unknown"),)),
    ],
)
def test_an_import_that_somebody_overtook_changes_nothing(
    ledger: Ledger, outdated: AppointmentChanges
) -> None:
    book(ledger, an_appointment("a"))
    with pytest.raises(OutdatedChangesError, match="Import it again"):
        ledger.apply(replace(outdated, people={AppointmentId("a"): Person("Erika Muster", None)}))
    with pytest.raises(OutdatedChangesError):
        ledger.apply(
            AppointmentChanges(
                new=(an_appointment("b"),), changed=(an_appointment("unknown"),), cancelled=outdated.cancelled
            )
        )
    assert ledger.appointments(at("00:00"), at("23:59")) == (an_appointment("a"),)
    assert ledger.person_of(AppointmentId("a")) is None


def test_an_appointment_takes_whole_seconds(ledger: Ledger) -> None:
    odd = replace(an_appointment(), duration=timedelta(seconds=1.5))
    with pytest.raises(ValueError, match="whole seconds"):
        book(ledger, odd)


def test_a_letter_leads_to_its_appointment_by_both_its_codes(ledger: Ledger) -> None:
    appointment = an_appointment("a", NOON)
    book(ledger, appointment)
    ledger.issue_letters([(appointment, CODE)], at("08:00"))
    assert invitation(ledger) == Invitation(appointment, printed_for=NOON, entered=False, last_left_at=None)
    assert invitation(ledger, Code(54321)) is None


def test_a_letter_tells_the_time_that_was_printed_though_the_appointment_moved(ledger: Ledger) -> None:
    appointment = an_appointment("a", NOON)
    book(ledger, appointment)
    ledger.issue_letters([(appointment, CODE)], at("08:00"))
    moved = replace(appointment, starts_at=at("13:00"))
    ledger.apply(AppointmentChanges(changed=(moved,)))
    assert invitation(ledger) == Invitation(moved, printed_for=NOON, entered=False, last_left_at=None)


@pytest.mark.parametrize(
    "leaving",
    [
        Exited(VisitId("a"), AppointmentId("a"), BENEFITS, 1),
        Settled(VisitId("a"), AppointmentId("a"), BENEFITS, 1, SettledBecause.SEEN_LEAVING),
    ],
)
def test_a_letter_tells_whether_its_party_came_and_when_it_left_last(
    ledger: Ledger, leaving: Happening
) -> None:
    appointment = an_appointment("a")
    book(ledger, appointment, an_appointment("b"))
    ledger.issue_letters([(appointment, CODE)], at("08:00"))
    happen(ledger, entered("b"), when="09:58")
    assert invitation(ledger) == Invitation(appointment, appointment.starts_at, False, None)
    happen(ledger, entered("a"), when="10:00")
    assert invitation(ledger) == Invitation(appointment, appointment.starts_at, True, None)
    happen(ledger, leaving, when="10:20")
    assert invitation(ledger) == Invitation(appointment, appointment.starts_at, True, at("10:20"))
    happen(ledger, entered("a"), when="10:30")
    happen(ledger, leaving, when="10:40")
    assert invitation(ledger) == Invitation(appointment, appointment.starts_at, True, at("10:40"))


def test_a_lost_letter_is_worthless_and_a_new_one_takes_its_place(ledger: Ledger) -> None:
    appointment = an_appointment("a")
    book(ledger, appointment)
    ledger.issue_letters([(appointment, CODE)], at("08:00"))
    (lost,) = ledger.letters_of(appointment.id)
    assert ledger.revoke_letter(lost.id, at("09:00"))
    assert not ledger.revoke_letter(lost.id, at("09:30"))
    assert not ledger.revoke_letter(LetterId(lost.id + 1), at("09:30"))
    assert invitation(ledger) is None
    ledger.issue_letters([(appointment, Code(2))], at("09:01"))
    assert invitation(ledger, Code(2)) is not None
    first, second = ledger.letters_of(appointment.id)
    assert (first.issued_at, first.revoked_at) == (at("08:00"), at("09:00"))
    assert (second.issued_at, second.revoked_at) == (at("09:01"), None)
    assert first.printed_for == second.printed_for == appointment.starts_at


def test_no_two_letters_bear_the_same_code(ledger: Ledger) -> None:
    appointment = an_appointment("a")
    book(ledger, appointment)
    ledger.issue_letters([(appointment, CODE)], at("08:00"))
    with pytest.raises(CodeTakenError, match="other codes"):
        ledger.issue_letters([(appointment, Code(1)), (appointment, CODE)], at("08:00"))
    assert len(ledger.letters_of(appointment.id)) == 1
    ledger.issue_letters([], at("08:00"))
    assert len(ledger.letters_of(appointment.id)) == 1


def test_codes_are_nowhere_in_the_database(sqlite_store: Store) -> None:
    ledger = sqlite_store.open()
    book(ledger, an_appointment("a"))
    ledger.issue_letters([(an_appointment("a"), CODE)], at("08:00"))
    ledger.close()
    content = sqlite_store.file.read_bytes()
    assert CODE.text.encode() not in content
    assert CODE.short.text.encode() not in content
    assert CODE.secret.to_bytes(16) not in content


def test_due_are_those_who_are_booked_for_now_and_never_came(ledger: Ledger) -> None:
    times = ["09:59", "10:00", "10:10", "10:20", "10:30", "10:31"]
    book(ledger, *(an_appointment(time, at(time), party=2) for time in times))
    assert due(ledger, "10:00", "10:30") == ["10:00", "10:10", "10:20", "10:30"]
    ledger.apply(AppointmentChanges(cancelled=(AppointmentId("10:10"),)))
    happen(ledger, entered("10:20"), Exited(VisitId("10:20"), AppointmentId("10:20"), BENEFITS, 1))
    assert due(ledger, "10:00", "10:30") == ["10:00", "10:30"]
    with ledger.transaction() as transaction:
        first, _ = transaction.due(at("10:00"), at("10:30"))
        assert first == Due(AppointmentId("10:00"), BENEFITS, 2, at("10:00"))
        transaction.append(an_event(entered("10:00"), at("10:01"), name="scan"))
        assert [each.appointment for each in transaction.due(at("10:00"), at("10:30"))] == ["10:30"]


def forget_before(ledger: Ledger, start: datetime) -> int:
    with ledger.transaction() as transaction:
        return transaction.people.forget_before(start)


def test_names_are_kept_for_the_letter_and_go_without_the_ledger_noticing(ledger: Ledger) -> None:
    monday, tuesday = an_appointment("a"), an_appointment("b", at("10:00") + minutes(24 * 60))
    erika, max_ = Person("Erika Muster", "erika@example.org"), Person("Max Muster", None)
    ledger.apply(AppointmentChanges(new=(monday, tuesday), people={monday.id: erika, tuesday.id: max_}))
    assert ledger.person_of(monday.id) == erika
    ledger.apply(AppointmentChanges(people={monday.id: replace(erika, name="Erika Beispiel")}))
    assert ledger.person_of(monday.id) == Person("Erika Beispiel", "erika@example.org")
    happen(ledger, entered("a"))
    assert forget_before(ledger, tuesday.starts_at) == 1
    assert forget_before(ledger, tuesday.starts_at) == 0
    assert ledger.person_of(monday.id) is None
    assert ledger.person_of(tuesday.id) == max_
    assert ledger.house().inside == 1
    assert ledger.verify().flaw is None


def test_all_that_is_known_of_a_person_is_kept_and_goes_as_one(ledger: Ledger) -> None:
    appointment = an_appointment("a")
    known = Person(
        None,
        "erika@example.org",
        "Musterweg 1\n00000 Musterstadt",
        frozenset({Need.LARGE_PRINT, Need.STEP_FREE}),
        frozenset({Company.INTERPRETER}),
        by_mail=True,
    )
    ledger.apply(AppointmentChanges(new=(appointment,), people={appointment.id: known}))
    assert ledger.person_of(appointment.id) == known
    assert forget_before(ledger, NOON) == 1
    assert ledger.person_of(appointment.id) is None


def test_deleted_names_are_wiped_from_the_file_too(sqlite_store: Store) -> None:
    ledger = sqlite_store.open()
    appointment = an_appointment("a")
    ledger.apply(
        AppointmentChanges(new=(appointment,), people={appointment.id: Person("Erika Muster", None)})
    )
    assert b"Erika Muster" in sqlite_store.file.read_bytes()
    forget_before(ledger, NOON)
    ledger.close()
    assert b"Erika Muster" not in sqlite_store.file.read_bytes()


def test_no_name_is_in_what_a_failure_leaves_in_the_log(ledger: Ledger) -> None:
    with pytest.raises(LedgerMisuseError) as raised:
        ledger.apply(AppointmentChanges(people={AppointmentId("nobody"): SOMEBODY}))
    assert "Muster" not in "".join(traceback.format_exception(raised.value))
