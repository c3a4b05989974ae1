"""What the staff does with the line, on a real ledger."""

from datetime import timedelta

import pytest

from kiosk.core.door_events import CallWithdrawn, LetIn, NumberWithdrawn, PutBack
from kiosk.core.events import Called, Queued, Uncalled, UncalledBecause
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.verdict import Reason, WaitForNumber
from kiosk.gate.door_acts import LettingIn, let_in, undo
from kiosk.gate.line_acts import call, give_number, put_back, skip
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, EMERGENCY, a_cap, an_office, at, habits
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


def test_a_walk_in_waits_under_a_number_comes_in_under_it_and_that_is_taken_back(panel: Panel) -> None:
    tap = panel.tap()
    given = succeeded(give_number(panel.ledger, panel.office, tap, BENEFITS, 1))
    assert given.event.what == Queued(2, None, BENEFITS, 1, None)
    assert given.event.answer is not None
    # Nobody who stands there was due before the walk-in came; the two who are due at 10:05 will go first.
    assert given.event.answer.step == WaitForNumber(2, 0, timedelta(minutes=30))
    assert succeeded(give_number(panel.ledger, panel.office, tap, BENEFITS, 1)).event == given.event

    line = panel.house.line
    entry = succeeded(
        let_in(panel.ledger, panel.office, panel.tap(), LettingIn(BENEFITS, 1, EMERGENCY, number=2))
    )
    assert isinstance(entry.event.what, LetIn)
    assert (entry.event.what.from_line, entry.event.what.appointment) == (2, None)
    assert [place.number for place in entry.house.line] == [1]
    assert succeeded(undo(panel.ledger, panel.office, panel.tap(), entry.event.id)).house.line == line

    withdrawn = succeeded(undo(panel.ledger, panel.office, panel.tap(), given.event.id))
    assert withdrawn.event.what == NumberWithdrawn(given.event.id, 2)
    assert [place.number for place in withdrawn.house.line] == [1]
    assert undo(panel.ledger, panel.office, panel.tap(), given.event.id) is NotDone.ALREADY_UNDONE
    assert panel.ledger.verify().flaw is None


def test_a_number_that_was_given_to_a_letter_lets_its_appointment_in(panel: Panel) -> None:
    (place,) = panel.house.line
    entry = succeeded(
        let_in(panel.ledger, panel.office, panel.tap(), LettingIn(BENEFITS, 1, EMERGENCY, number=1))
    )
    assert isinstance(entry.event.what, LetIn)
    assert (entry.event.what.from_line, entry.event.what.appointment) == (1, place.appointment)
    assert entry.house.line == ()


def test_a_number_that_can_be_called_at_once_is_called(panel: Panel) -> None:
    given = succeeded(give_number(panel.ledger, an_office(caps=[a_cap(9)]), panel.tap(), BENEFITS, 1))
    assert {place.number: place.kept_until for place in given.house.line} == {1: at("10:05"), 2: at("10:05")}


def test_a_doubled_tap_calls_one_number(panel: Panel) -> None:
    tap = panel.tap(TEN)
    first = succeeded(call(panel.ledger, panel.office, tap))
    assert succeeded(call(panel.ledger, panel.office, tap)).event == first.event
    assert panel.kinds().count("Called") == 1
