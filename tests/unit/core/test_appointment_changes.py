from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges, ListedAppointment, plan_changes
from kiosk.core.office import AreaId, RoomId
from kiosk.core.person import Person

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


def plan(listed: Sequence[ListedAppointment], known: Mapping[str, Appointment]) -> AppointmentChanges:
    numbers = count(len(known) + 1)
    return plan_changes(listed, known, TODAY, lambda: AppointmentId(f"new-{next(numbers)}"))


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
