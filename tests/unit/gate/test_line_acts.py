"""What the staff does with the line, on a real ledger."""

import pytest

from kiosk.core.door_events import CallWithdrawn, PutBack
from kiosk.core.events import Called, Uncalled, UncalledBecause
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.verdict import Reason
from kiosk.gate.door_acts import undo
from kiosk.gate.line_acts import call, put_back, skip
from kiosk.ledger.ledger import Ledger
from tests.building import a_cap, an_office, at, habits
from tests.unit.gate.door_panel import TEN, Panel, code_of, succeeded


@pytest.fixture
def panel(ledger: Ledger) -> Panel:
    """A panel beside a door before which one party waits for a place that is kept for an appointment."""
    panel = Panel(ledger, an_office(caps=[a_cap(2)], custom=habits(head_room=10, early=30)))
    panel.invite("due", at("10:05"), party=2)
    panel.show(panel.invite("waits", at("10:20")))
    assert [place.kept_until for place in panel.house.line] == [None]
    return panel


def test_the_staff_may_give_a_place_that_is_kept_and_take_the_call_back(panel: Panel) -> None:
    done = succeeded(call(panel.ledger, panel.office, panel.tap()))
    assert done.event.what == Called(1, at("10:05"))
    assert call(panel.ledger, panel.office, panel.tap()) is NotDone.NOBODY_TO_CALL
    back = succeeded(undo(panel.ledger, panel.office, panel.tap(), done.event.id))
    assert back.event.what == CallWithdrawn(done.event.id, 1)
    assert [place.kept_until for place in back.house.line] == [None]


def test_a_called_number_is_admitted_by_its_letter(panel: Panel) -> None:
    call(panel.ledger, panel.office, panel.tap(), 1)
    (place,) = panel.house.line
    assert place.appointment is not None
    from_line = panel.gate.scan(code_text(panel), EventId("comes"), at("10:01"))
    assert from_line.verdict.reason is Reason.ADMITTED


def code_text(panel: Panel) -> str:
    (place,) = panel.house.line
    assert place.appointment is not None
    return code_of(place.appointment).text


def test_a_skipped_number_is_put_back_where_it_stood_by_one_of_two_panels(panel: Panel) -> None:
    line = panel.house.line
    skipped = succeeded(skip(panel.ledger, panel.office, panel.tap(), 1))
    assert skipped.event.what == Uncalled(1, UncalledBecause.SKIPPED)
    assert skip(panel.ledger, panel.office, panel.tap(), 1) is NotDone.NOT_IN_LINE
    back = succeeded(put_back(panel.ledger, panel.office, panel.tap(), 1))
    assert isinstance(back.event.what, PutBack)
    assert back.house.line == line
    assert put_back(panel.ledger, panel.office, panel.tap(), 1) is NotDone.NOT_PASSED_OVER
    assert panel.ledger.verify().flaw is None


def test_a_skipped_party_that_comes_after_all_joins_the_line_again_however_late_it_is(panel: Panel) -> None:
    text = code_text(panel)
    skip(panel.ledger, panel.office, panel.tap(), 1)
    panel.let_in(2, at("10:01"))
    answer = panel.gate.scan(text, EventId("comes"), at("10:59"))
    assert answer.verdict.reason is Reason.BUILDING_FULL
    assert panel.house.passed_over == ()


def test_a_doubled_tap_calls_one_number(panel: Panel) -> None:
    tap = panel.tap(TEN)
    first = succeeded(call(panel.ledger, panel.office, tap))
    assert succeeded(call(panel.ledger, panel.office, tap)).event == first.event
    assert panel.kinds().count("Called") == 1
