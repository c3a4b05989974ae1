"""An appointment that is cancelled or moved while its party waits holds no free place and is not called."""

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.core.appointment import Appointment
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.events import Called, Uncalled, UncalledBecause
from kiosk.core.ids import EventId
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Gate
from kiosk.gate.passing_time import tick
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, a_cap, an_appointment, an_office, at

OFFICE = an_office(caps=[a_cap(1)])
TEN = at("10:00")
INSIDE, FIRST, SECOND = (an_appointment(name) for name in ("inside", "first", "second"))
CODES = {"inside": Code(1), "first": Code(2), "second": Code(3)}


@pytest.fixture
def gate(ledger: Ledger) -> Gate:
    """A full house, and two parties in the line."""
    letters = [(each, CODES[each.id]) for each in (INSIDE, FIRST, SECOND)]
    ledger.apply(AppointmentChanges(new=(INSIDE, FIRST, SECOND)))
    ledger.issue_letters(letters, at("08:00"))
    gate = Gate(OFFICE, OFFICE.doors[MAIN_DOOR], ledger, TryLimit())
    assert show(gate, INSIDE, TEN) is Reason.ADMITTED
    assert show(gate, FIRST, at("10:01")) is Reason.BUILDING_FULL
    assert show(gate, SECOND, at("10:02")) is Reason.BUILDING_FULL
    return gate


def show(gate: Gate, appointment: Appointment, now: datetime) -> Reason:
    scan = EventId(f"{appointment.id} at {now}")
    return gate.scan(CODES[appointment.id].text, scan, now).verdict.reason


def after(ledger: Ledger, scans: int) -> list[object]:
    """Return what happened beside the first `scans` events."""
    return [recorded.event.what for recorded in ledger.events(scans)]


CHANGES = [
    AppointmentChanges(cancelled=(FIRST.id,)),
    AppointmentChanges(changed=(replace(FIRST, starts_at=at("15:00")),)),
]


@pytest.mark.parametrize("changes", CHANGES, ids=["cancelled", "moved"])
def test_place_of_a_changed_appointment_goes_to_the_next(
    gate: Gate, ledger: Ledger, changes: AppointmentChanges
) -> None:
    ledger.apply(changes)
    assert show(gate, INSIDE, at("10:10")) is Reason.LEFT
    given_up = Uncalled(1, UncalledBecause.APPOINTMENT_CHANGED)
    called = Called(2, at("10:10") + OFFICE.habits.keep_place)
    happened = after(ledger, 3)
    assert happened[0] == given_up
    assert happened[-1] == called
    assert show(gate, SECOND, at("10:11")) is Reason.ADMITTED
    assert ledger.verify().flaw is None


@pytest.mark.parametrize("changes", CHANGES, ids=["cancelled", "moved"])
def test_place_that_was_called_already_is_given_up_at_the_next_tick(
    gate: Gate, ledger: Ledger, changes: AppointmentChanges
) -> None:
    assert show(gate, INSIDE, at("10:10")) is Reason.LEFT
    ledger.apply(changes)
    house = tick(ledger, OFFICE, at("10:11"))
    assert [place.number for place in house.line] == [2]
    assert house.line[0].kept_until is not None
    told = show(gate, FIRST, at("10:12"))
    assert told is (Reason.CANCELLED if changes.cancelled else Reason.RESCHEDULED)


def test_places_of_appointments_that_did_not_change_stay(gate: Gate, ledger: Ledger) -> None:
    del gate
    ledger.apply(AppointmentChanges(changed=(replace(FIRST, party=2),)))
    assert [place.number for place in tick(ledger, OFFICE, at("10:11")).line] == [1, 2]


def test_who_missed_the_call_and_was_moved_then_comes_at_the_new_time(gate: Gate, ledger: Ledger) -> None:
    assert show(gate, INSIDE, at("10:10")) is Reason.LEFT
    tick(ledger, OFFICE, at("10:10") + OFFICE.habits.keep_place)
    assert FIRST.id in ledger.house().missed
    ledger.apply(AppointmentChanges(changed=(replace(FIRST, starts_at=at("15:00")),)))
    assert show(gate, FIRST, at("12:00")) is Reason.RESCHEDULED
