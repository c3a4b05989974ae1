"""What a manager orders at a browser: who may, as the staff stands now, and what every door does by it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.core.events import AdmissionStopped
from kiosk.core.ids import EventId, RulesId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import ResumeAdmission, StopAdmission
from kiosk.core.rights import Role
from kiosk.core.rule_events import EnteredCap, RulesConfirmed, RulesEntered
from kiosk.core.rule_orders import ConfirmRules, EnterRules, RulesNotDone
from kiosk.core.staff import PERSON_LIMIT, Member
from kiosk.core.tries import Tries
from kiosk.core.verdict import Reason
from kiosk.gate.desk import carry_out_for
from kiosk.gate.rule_acts import change_rules
from kiosk.gate.tap import Done
from kiosk.ledger.ledger import Ledger
from tests.building import SIDE_DOOR, YOUTH, a_cap, an_appointment, an_office, at, minutes, wording
from tests.unit.gate.door_panel import TEN, Panel, code_of

KRAMER, LINDE, BERGER = StaffId("kramer"), StaffId("linde"), StaffId("berger")
OFFICE = an_office(caps=(a_cap(1),))
NOON = at("12:00")


@pytest.fixture
def staffed_ledger(ledger: Ledger) -> Ledger:
    roles = {KRAMER: Role.MANAGER, LINDE: Role.MANAGER, BERGER: Role.SECURITY}
    with ledger.transaction() as transaction:
        for staff, role in roles.items():
            member = Member(staff, "", role, Tries(PERSON_LIMIT), disabled=False, created_at=at("07:00"))
            transaction.staff.add(member, "no hash")
    return ledger


def enter(building: int) -> EnterRules:
    return EnterRules(NOON, EnteredCap(building, ()), None, "Verordnung")


def test_a_cap_that_two_managers_agree_on_switches_at_its_time_at_every_door(staffed_ledger: Ledger) -> None:
    doors = [Panel(staffed_ledger, OFFICE), Panel(staffed_ledger, OFFICE, SIDE_DOOR)]
    doors[0].book(
        an_appointment("one", NOON), an_appointment("two", NOON), an_appointment("three", NOON, area=YOUTH)
    )
    assert doors[0].show(code_of("one"), NOON - minutes(2)).verdict.reason is Reason.ADMITTED
    entered = carry_out_for(staffed_ledger, OFFICE, KRAMER, enter(2), EventId("rules"), TEN)
    assert isinstance(entered, Done)
    assert isinstance(entered.event.what, RulesEntered)
    before = NOON - minutes(1)
    assert doors[1].show(code_of("three"), before).verdict.reason is Reason.BUILDING_FULL
    confirm = ConfirmRules(RulesId("rules"))
    confirmed = carry_out_for(staffed_ledger, OFFICE, LINDE, confirm, EventId("agreed"), before)
    assert isinstance(confirmed, Done)
    assert confirmed.event.what == RulesConfirmed(RulesId("rules"))
    still_full = doors[0].show(code_of("two"), NOON - timedelta(seconds=1))
    assert still_full.verdict.reason in {Reason.BUILDING_FULL, Reason.NOT_YOUR_TURN}
    assert doors[1].show(code_of("three"), NOON).verdict.reason is Reason.ADMITTED
    full = doors[0].show(code_of("two"), NOON + minutes(1)).verdict.reason
    assert full is Reason.BUILDING_FULL
    assert staffed_ledger.verify().flaw is None


def test_the_same_tap_again_enters_rules_once(staffed_ledger: Ledger) -> None:
    for _ in range(2):
        done = carry_out_for(staffed_ledger, OFFICE, KRAMER, enter(1), EventId("rules"), TEN)
        assert isinstance(done, Done)
        assert [each.id for each in done.house.entered_rules] == ["rules"]


def test_what_is_not_done_about_the_rules_is_told_by_its_reason(staffed_ledger: Ledger) -> None:
    order = ConfirmRules(RulesId("nothing"))
    answer = carry_out_for(staffed_ledger, OFFICE, KRAMER, order, EventId("tap"), TEN)
    assert answer is RulesNotDone.UNKNOWN_RULES
    assert list(staffed_ledger.events()) == []


def test_who_may_not_changes_no_rules_and_holds_no_door(staffed_ledger: Ledger) -> None:
    assert carry_out_for(staffed_ledger, OFFICE, BERGER, enter(1), EventId("1"), TEN) is NotDone.NOT_ALLOWED
    nobody = StaffId("nobody")
    assert carry_out_for(staffed_ledger, OFFICE, nobody, enter(1), EventId("2"), TEN) is NotDone.NOT_ALLOWED
    with staffed_ledger.transaction() as transaction:
        transaction.staff.disable(KRAMER)
    stop = StopAdmission(None, wording("Halt"))
    assert carry_out_for(staffed_ledger, OFFICE, KRAMER, stop, EventId("3"), TEN) is NotDone.NOT_ALLOWED
    assert list(staffed_ledger.events()) == []


def test_a_manager_holds_all_doors_and_opens_them_again(staffed_ledger: Ledger) -> None:
    message = wording("Probealarm")
    stopped = carry_out_for(
        staffed_ledger, OFFICE, KRAMER, StopAdmission(None, message), EventId("stop"), TEN
    )
    assert isinstance(stopped, Done)
    assert (stopped.event.what, stopped.event.by) == (AdmissionStopped(None, message), KRAMER)
    resumed = carry_out_for(staffed_ledger, OFFICE, KRAMER, ResumeAdmission(None), EventId("go"), TEN)
    assert isinstance(resumed, Done)
    assert resumed.house.stops == ()
    again = carry_out_for(staffed_ledger, OFFICE, KRAMER, ResumeAdmission(None), EventId("go on"), TEN)
    assert again is NotDone.NOT_STOPPED


def test_nobody_changes_rules_unnamed(staffed_ledger: Ledger) -> None:
    tap = replace(Panel(staffed_ledger, OFFICE).tap(), by=None)
    with pytest.raises(ValueError, match="signed in"):
        change_rules(staffed_ledger, OFFICE, tap, enter(1))
