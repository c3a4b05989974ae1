"""A day at a door and its panel leaves the name of somebody who came nowhere when it is over."""

import logging
from datetime import timedelta

import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.ids import EventId
from kiosk.core.orders import CountPeopleOut, SearchBookings
from kiosk.core.person import Need, Person
from kiosk.core.tries import TryLimit
from kiosk.gate.gate import Gate
from tests.building import BENEFITS, an_appointment
from tests.unit.gate.staffed_post import TEN, StaffedPost

SEEDED = ("Xanthippe", "xanthippe@post.example", "Irrweg")
CODE = Code(4711)
NEXT_DAY = TEN + timedelta(days=1)


def test_a_name_is_in_no_file_no_answer_and_no_log_when_its_day_is_over(
    staffed: StaffedPost, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    comes = an_appointment("comes", TEN)
    person = Person("Xanthippe Probe", "xanthippe@post.example", "Irrweg 7", frozenset({Need.STEP_FREE}))
    shown: list[object] = []
    with staffed.ledger() as ledger:
        ledger.apply(AppointmentChanges(new=(comes,), people={comes.id: person}))
        ledger.issue_letters([(comes, CODE)], TEN)
        gate = Gate(
            staffed.office, staffed.office.doors[staffed.door], ledger, TryLimit(5, timedelta(seconds=30))
        )
        shown.append(gate.scan(CODE.text, EventId("scan"), TEN))
        staffed.sign_in()
        shown.append(staffed.answer(SearchBookings("xanthippe")))
        staffed.cut()
        shown.append(staffed.answer(CountPeopleOut(BENEFITS, 1)))
        staffed.is_away = False
        shown.append(staffed.restart())
        assert any(b"Xanthippe" in each.read_bytes() for each in staffed.folder.rglob("*") if each.is_file())
        shown.append(gate.tick(NEXT_DAY))
        shown.append(staffed.post.look(NEXT_DAY))
        assert ledger.verify().flaw is None
    files = [each for each in staffed.folder.rglob("*") if each.is_file()]
    assert any(each.parent.name == "panel" for each in files)
    assert [each.name for each in files if any(name.encode() in each.read_bytes() for name in SEEDED)] == []
    # Windows draw what they are handed here, and ask nobody.
    assert not any(name in repr(each) for each in shown for name in SEEDED)
    assert not any(name.casefold() in caplog.text.casefold() for name in SEEDED)
