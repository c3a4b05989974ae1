"""House rules that are entered while doors are open: all doors switch in one moment, on either database."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime

import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.house_rules import MaskKind
from kiosk.core.ids import EventId, StaffId
from kiosk.core.rule_events import EnteredCap, EnteredMask
from kiosk.core.rule_orders import (
    ConfirmRules,
    ConfirmWithdrawal,
    EnterRules,
    RuleOrder,
    RulesNotDone,
    WithdrawRules,
)
from kiosk.core.rules_in_force import rules_at
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Gate
from kiosk.gate.rule_acts import change_rules
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.ledger import Ledger
from tests.building import (
    BENEFITS,
    EXIT_DOOR,
    MAIN_DOOR,
    SIDE_DOOR,
    a_cap,
    a_door,
    an_appointment,
    an_office,
    at,
)
from tests.contract.conftest import Store

OFFICE = an_office(doors=[a_door(door) for door in (MAIN_DOOR, SIDE_DOOR, EXIT_DOOR)], caps=[a_cap(3)])
FIRST, SECOND = StaffId("first"), StaffId("second")
FULL = Reason.BUILDING_FULL


@dataclass
class Doors:
    """Two doors, each with its own way to the ledger, and the manager's desk with a third."""

    gates: tuple[Gate, Gate]
    desk: Ledger
    scans: int = 0

    def scan(self, door: int, when: str) -> Reason:
        """Show the next letter at a door."""
        self.scans += 1
        scan = EventId(f"scan-{self.scans}")
        return self.gates[door].scan(Code(self.scans).text, scan, at(when)).verdict.reason

    def order(self, order: RuleOrder, when: str, by: StaffId = FIRST) -> Done | RulesNotDone:
        """Order something about the rules."""
        tap = Tap(EventId(f"{by}-{when}-{type(order).__name__}"), by, None, at(when))
        return change_rules(self.desk, OFFICE, tap, order)


@pytest.fixture
def doors(store: Store) -> Iterator[Doors]:
    with ExitStack() as opened:
        first, second, desk = (opened.enter_context(closing(store.open())) for _ in range(3))
        booked = [an_appointment(f"a{number}", at("10:00")) for number in range(1, 9)]
        desk.apply(AppointmentChanges(new=tuple(booked)))
        letters = ((each, Code(number)) for number, each in enumerate(booked, start=1))
        desk.issue_letters(letters, at("08:00"))
        gates = (
            Gate(OFFICE, OFFICE.doors[MAIN_DOOR], first, TryLimit()),
            Gate(OFFICE, OFFICE.doors[SIDE_DOOR], second, TryLimit()),
        )
        yield Doors(gates, desk)


def _lower(cap: int, since: str) -> EnterRules:
    mask = EnteredMask(MaskKind.FFP2, off_at_desk=True, exempt_below_age=6, exempt_by_certificate=True)
    return EnterRules(at(since), EnteredCap(cap, ((BENEFITS, cap),)), mask, "Verordnung Musterland § 3")


def _holds(ledger: Ledger, when: datetime) -> tuple[int, MaskKind]:
    rules = rules_at(OFFICE, ledger.house(), when)
    return rules.cap.building, rules.mask.kind


def test_lower_cap_and_another_mask_hold_at_their_time_at_all_doors(doors: Doors) -> None:
    assert isinstance(doors.order(_lower(2, "10:00"), "09:50"), Done)
    assert [doors.scan(0, "09:55"), doors.scan(1, "09:55")] == [Reason.ADMITTED] * 2
    # The third place of the file's rules is there until ten, and is gone then, without a restart.
    assert _holds(doors.desk, at("09:59")) == (3, MaskKind.MEDICAL)
    assert _holds(doors.desk, at("10:00")) == (2, MaskKind.FFP2)
    assert [doors.scan(0, "10:00"), doors.scan(1, "10:00")] == [FULL] * 2
    assert doors.desk.verify().flaw is None


def test_higher_cap_waits_for_a_second_person_who_confirms_it(doors: Doors) -> None:
    entered = doors.order(_lower(4, "09:56"), "09:50")
    assert isinstance(entered, Done)
    (rules,) = doors.desk.house().entered_rules
    assert [doors.scan(number % 2, "09:57") for number in range(3)] == [Reason.ADMITTED] * 3
    assert doors.scan(0, "09:58") is FULL
    assert doors.order(ConfirmRules(rules.id), "09:58") is RulesNotDone.SECOND_PERSON_IS_FIRST
    assert isinstance(doors.order(ConfirmRules(rules.id), "09:58", SECOND), Done)
    assert _holds(doors.desk, at("09:59"))[0] == 4


def test_rules_that_were_withdrawn_are_kept_with_their_history(doors: Doors) -> None:
    doors.order(_lower(2, "10:00"), "08:30")
    (rules,) = doors.desk.house().entered_rules
    # The cap would rise by it: it takes two.
    doors.order(WithdrawRules(rules.id), "09:51")
    assert _holds(doors.desk, at("10:00"))[0] == 2
    doors.order(ConfirmWithdrawal(rules.id), "09:52", SECOND)
    assert _holds(doors.desk, at("10:00")) == (3, MaskKind.MEDICAL)
    told = [(type(each.event.what).__name__, each.event.by) for each in doors.desk.events()]
    assert told == [
        ("RulesEntered", FIRST),
        ("RulesWithdrawalAsked", FIRST),
        ("RulesWithdrawn", SECOND),
    ]
    assert doors.desk.verify().flaw is None
