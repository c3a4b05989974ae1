from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import (
    AppointmentChanges,
    ChangeKind,
    Known,
    ListedAppointment,
    Revision,
    in_series,
    kind_of_change,
    plan_changes,
    series_of,
)
from kiosk.core.office import AreaId, RoomId
from kiosk.core.person import Need, Person

TODAY = datetime(2021, 9, 20, tzinfo=UTC)
NINE = datetime(2021, 9, 20, 9, 0, tzinfo=UTC)
LISTED = ListedAppointment(
    external_id="A-1",
    area=AreaId("benefits"),
    room=RoomId("101"),
    starts_at=NINE,
    duration=timedelta(minutes=30),
    party=1,
    status=AppointmentStatus.BOOKED,
    language="de",
    person=None,
)
CANCELLED = replace(LISTED, status=AppointmentStatus.CANCELLED)
KNOWN = LISTED.under(AppointmentId("known"))
SOMEBODY = Person("Erika Beispiel", None)


def plan(
    listed: Sequence[ListedAppointment],
    known: Mapping[str, Appointment],
    people: Mapping[AppointmentId, Person] | None = None,
    revisions: Mapping[str, int] | None = None,
    series: Sequence[Revision] = (),
) -> AppointmentChanges:
    numbers = count(len(known) + 1)
    return plan_changes(
        listed,
        Known(known, people or {}, revisions or {}),
        lambda: AppointmentId(f"new-{next(numbers)}"),
        today=TODAY,
        people_since=TODAY,
        whole_series=series,
    )


def applied(known: Mapping[str, Appointment], changes: AppointmentChanges) -> dict[str, Appointment]:
    """Do what the ledger does with changes."""
    written = {each.external_id: each for each in (*known.values(), *changes.changed, *changes.new)}
    return {
        external_id: replace(each, status=AppointmentStatus.CANCELLED)
        if each.id in changes.cancelled
        else each
        for external_id, each in written.items()
    }


def test_an_appointment_that_nobody_knows_is_new_under_an_id_of_its_own() -> None:
    assert plan([LISTED], {}) == AppointmentChanges(new=(LISTED.under(AppointmentId("new-1")),))


def test_an_appointment_that_is_as_known_changes_nothing() -> None:
    assert plan([LISTED], {"A-1": KNOWN}) == AppointmentChanges()


def test_an_appointment_that_differs_keeps_its_id() -> None:
    moved = replace(LISTED, starts_at=NINE + timedelta(hours=1))
    assert plan([moved], {"A-1": KNOWN}) == AppointmentChanges(changed=(moved.under(KNOWN.id),))


def test_a_cancellation_changes_nothing_but_the_status() -> None:
    assert plan([replace(CANCELLED, party=4)], {"A-1": KNOWN}) == AppointmentChanges(cancelled=(KNOWN.id,))


def test_an_appointment_that_is_cancelled_already_stays_as_it_is() -> None:
    known = replace(KNOWN, status=AppointmentStatus.CANCELLED)
    assert plan([replace(CANCELLED, party=4)], {"A-1": known}) == AppointmentChanges()


def test_a_cancelled_appointment_that_nobody_knows_is_left_out() -> None:
    assert plan([CANCELLED], {}) == AppointmentChanges()


def test_a_cancelled_appointment_may_be_booked_again() -> None:
    known = replace(KNOWN, status=AppointmentStatus.CANCELLED)
    assert plan([LISTED], {"A-1": known}) == AppointmentChanges(changed=(KNOWN,))


def test_people_come_with_appointments_of_today_and_later_only() -> None:
    today = replace(LISTED, person=SOMEBODY, starts_at=TODAY)
    yesterday = replace(today, external_id="A-0", starts_at=TODAY - timedelta(seconds=1))
    assert plan([yesterday, today], {"A-1": KNOWN}).people == {KNOWN.id: SOMEBODY}


def test_an_external_id_that_is_listed_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="'A-1' is listed twice"):
        plan([LISTED, replace(LISTED, party=2)], {})


LISTS = st.lists(
    st.builds(
        replace,
        st.just(LISTED),
        external_id=st.sampled_from(["A-1", "A-2", "A-3", "A-4"]),
        party=st.integers(1, 3),
        status=st.sampled_from(AppointmentStatus),
    ),
    unique_by=lambda each: each.external_id,
)


@given(LISTS, LISTS)
def test_a_list_that_was_applied_changes_nothing_more(
    before: list[ListedAppointment], listed: list[ListedAppointment]
) -> None:
    known = applied({}, plan(before, {}))
    assert plan(listed, applied(known, plan(listed, known))) == AppointmentChanges()


def test_a_name_that_is_known_already_is_not_written_again() -> None:
    listed = replace(LISTED, person=SOMEBODY)
    assert plan([listed], {"A-1": KNOWN}, {KNOWN.id: SOMEBODY}) == AppointmentChanges()
    other = Person("Max Beispiel", None)
    assert plan([listed], {"A-1": KNOWN}, {KNOWN.id: other}).people == {KNOWN.id: SOMEBODY}


def test_what_a_list_does_not_tell_of_a_person_stays_as_known() -> None:
    known = Person("Erika Muster", "0000 1", address="Weg 1", needs=frozenset({Need.LARGE_PRINT}))
    listed = replace(LISTED, person=Person("Erika Beispiel", None))
    expected = replace(known, name="Erika Beispiel")
    assert plan([listed], {"A-1": KNOWN}, {KNOWN.id: known}).people == {KNOWN.id: expected}


FIRST, SECOND = Revision("A-1", 1), Revision("A-1", 2)
LATER = replace(LISTED, starts_at=NINE + timedelta(hours=1))


def test_the_number_of_a_state_is_remembered_once() -> None:
    assert plan([replace(LISTED, revision=FIRST)], {"A-1": KNOWN}).revisions == {"A-1": 1}
    assert (
        plan([replace(LISTED, revision=FIRST)], {"A-1": KNOWN}, revisions={"A-1": 1}) == AppointmentChanges()
    )


def test_an_older_state_that_comes_late_changes_nothing() -> None:
    changes = plan([replace(LATER, revision=FIRST)], {"A-1": KNOWN}, revisions={"A-1": 2})
    assert changes == AppointmentChanges(outdated=("A-1",))


def test_a_newer_state_and_the_same_one_again_are_taken() -> None:
    for number in (1, 2):
        changes = plan([replace(LATER, revision=SECOND)], {"A-1": KNOWN}, revisions={"A-1": number})
        assert changes.changed == (LATER.under(KNOWN.id),)


def test_an_appointment_that_was_changed_by_itself_is_not_set_back_by_an_older_state_of_its_series() -> None:
    id_ = in_series("A", NINE)
    listed = replace(LISTED, external_id=id_, revision=Revision("A", 1))
    assert plan([listed], {}, revisions={id_: 2}).outdated == (id_,)
    assert plan([listed], {}, revisions={"A": 2}).outdated == (id_,)


def a_series(*days: int) -> dict[str, Appointment]:
    """Return what is known of the series A, which begins some days after today each time."""
    times = [NINE + timedelta(days=each) for each in days]
    listed = [replace(LISTED, external_id=in_series("A", at), starts_at=at) for at in times]
    return {each.external_id: each.under(AppointmentId(each.external_id)) for each in listed}


def test_what_a_series_holds_no_more_is_cancelled_from_today_on() -> None:
    known = a_series(-1, 0, 7)
    kept = replace(LISTED, external_id=in_series("A", NINE))
    changes = plan([kept], known, series=[Revision("A", 1)])
    assert changes.cancelled == (AppointmentId(in_series("A", NINE + timedelta(days=7))),)
    assert changes.revisions == {"A": 1}


def test_an_entry_that_was_cancelled_has_nothing_more_and_is_cancelled_once() -> None:
    changes = plan([], {"A-1": KNOWN}, series=[SECOND])
    assert changes.cancelled == (KNOWN.id,)
    gone = {"A-1": replace(KNOWN, status=AppointmentStatus.CANCELLED)}
    assert plan([], gone, revisions={"A-1": 2}, series=[SECOND]) == AppointmentChanges()


def test_a_cancellation_that_is_older_than_what_is_known_cancels_nothing() -> None:
    assert plan([], {"A-1": KNOWN}, revisions={"A-1": 2}, series=[FIRST]) == AppointmentChanges()


def test_an_invitation_that_comes_after_its_cancellation_is_not_booked() -> None:
    cancelled = plan([], {}, series=[SECOND])
    assert cancelled == AppointmentChanges(revisions={"A-1": 2})
    late = plan([replace(LISTED, revision=FIRST)], {}, revisions=cancelled.revisions)
    assert late == AppointmentChanges(outdated=("A-1",))


def test_an_appointment_that_stands_alone_is_its_own_series() -> None:
    assert series_of("A-1") == "A-1"
    assert series_of(in_series("A#1", NINE)) == "A#1"


def test_a_change_is_a_move_a_new_booking_or_something_else() -> None:
    for moved in (
        replace(KNOWN, starts_at=NINE + timedelta(hours=1)),
        replace(KNOWN, room=None),
        replace(KNOWN, area=AreaId("youth")),
    ):
        assert kind_of_change(KNOWN, moved) is ChangeKind.MOVED
    assert kind_of_change(KNOWN, replace(KNOWN, party=2)) is ChangeKind.OTHERWISE
    gone = replace(KNOWN, status=AppointmentStatus.CANCELLED)
    assert kind_of_change(gone, KNOWN) is ChangeKind.BOOKED_AGAIN
