"""A door learns that somebody comes to the visitor who called, once, and of no other end of a call."""

from collections.abc import Callable

import pytest

from kiosk.core.ids import EventId
from kiosk.gate.closing import close_day
from kiosk.gate.help_acts import answer_help, call_help, take_help_back
from kiosk.ledger.ledger import Ledger
from tests.building import SIDE_DOOR, an_office
from tests.unit.gate.door_panel import TEN, Panel


@pytest.fixture
def panel(ledger: Ledger) -> Panel:
    return Panel(ledger, an_office())


def answered(panel: Panel) -> bool:
    return panel.gate.help_was_answered(panel.gate.tick(TEN))


def answer(panel: Panel) -> None:
    answer_help(panel.ledger, panel.office, panel.tap(), panel.door)


def take_back(panel: Panel) -> None:
    take_help_back(panel.ledger, panel.office, panel.tap(), panel.door)


def end_day(panel: Panel) -> None:
    close_day(panel.ledger, panel.office, panel.tap())


@pytest.mark.parametrize(("end", "comes"), [(answer, True), (take_back, False), (end_day, False)])
@pytest.mark.parametrize("looked_before", [True, False])
def test_only_a_call_that_the_staff_has_taken_is_answered(
    panel: Panel, end: Callable[[Panel], None], *, comes: bool, looked_before: bool
) -> None:
    panel.gate.call_help(EventId("call"), TEN)
    if looked_before:
        assert not answered(panel)
    end(panel)
    assert answered(panel) is comes
    assert not answered(panel)


def test_a_call_that_was_answered_before_does_not_answer_the_next_one(panel: Panel) -> None:
    for number, (end, comes) in enumerate([(answer, True), (end_day, False)]):
        panel.gate.call_help(EventId(f"call {number}"), TEN)
        end(panel)
        assert answered(panel) is comes


def test_a_call_of_another_door_is_answered_there(panel: Panel) -> None:
    other = Panel(panel.ledger, panel.office, SIDE_DOOR)
    panel.gate.call_help(EventId("call"), TEN)
    call_help(panel.ledger, panel.office, other.tap(), SIDE_DOOR)
    answer(other)
    assert not answered(panel)
    take_back(panel)
    assert not answered(panel)
