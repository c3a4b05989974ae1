"""The rules by which a tap goes its way: who is asked for a PIN, and one order at a time is under way."""

import pytest

from kiosk.core.ids import EventId
from kiosk.core.orders import Order, StopAdmission
from kiosk.ui.panel.course import HOME, SIGN_IN, Course, Tapped
from kiosk.ui.panel.page import Opening, PageName
from tests.ui.panel.states import ADMIT, GUARD, ONE_LEFT
from tests.ui.screen_states import MESSAGE

STOP = StopAdmission(None, MESSAGE)
FOR_EVERYONE = {PageName.HOME, PageName.SCAN, PageName.EVACUATION, PageName.REPORT}
BY_HAND = {PageName.ADMIT, PageName.LEFT}


def tapped(order: Order, name: str = "tap") -> Tapped:
    return Tapped(EventId(name), order)


@pytest.mark.parametrize("page", [each for each in PageName if each is not PageName.SIGN_IN])
@pytest.mark.parametrize("ledger_away", [False, True])
def test_what_only_shows_is_for_everyone_and_what_acts_takes_a_pin(
    page: PageName, *, ledger_away: bool
) -> None:
    course = Course(ledger_away=ledger_away)
    without_pin = page in FOR_EVERYONE or (ledger_away and page in BY_HAND)
    assert course.open(Opening(page)) == (Opening(page) if without_pin else SIGN_IN)
    assert Course(signed_in=GUARD).open(Opening(page)) == Opening(page)


@pytest.mark.parametrize(
    ("order", "by_hand"), [(ADMIT, True), (ONE_LEFT, True), (STOP, False)], ids=["admit", "left", "stop"]
)
def test_while_the_ledger_is_away_people_pass_without_a_pin_and_nothing_else_does(
    order: Order, *, by_hand: bool
) -> None:
    assert Course(ledger_away=True).give(tapped(order)) == (tapped(order) if by_hand else SIGN_IN)
    assert Course().give(tapped(order)) == SIGN_IN


def test_the_tap_goes_on_to_where_it_wanted_to_go_and_only_once() -> None:
    course = Course()
    course.open(Opening(PageName.LINE))
    assert course.sign_in(GUARD) == Opening(PageName.LINE)
    assert course.sign_in(GUARD) == HOME


def test_the_last_tap_before_the_pin_counts() -> None:
    course = Course()
    course.open(Opening(PageName.LINE))
    course.give(tapped(STOP))
    assert course.sign_in(GUARD) == tapped(STOP)


def test_one_order_at_a_time_is_under_way() -> None:
    course = Course(signed_in=GUARD)
    assert course.give(tapped(STOP, "first")) == tapped(STOP, "first")
    assert course.give(tapped(ONE_LEFT, "second")) is None
    course.end()
    assert course.give(tapped(ONE_LEFT, "third")) == tapped(ONE_LEFT, "third")


def test_an_order_whose_session_has_ended_is_given_again_as_the_same_tap() -> None:
    course = Course(signed_in=GUARD)
    course.give(tapped(STOP))
    assert course.ask_again() == SIGN_IN
    assert course.sign_in(GUARD) == tapped(STOP)


def test_whoever_goes_back_drops_what_waited_for_a_pin() -> None:
    course = Course(signed_in=GUARD)
    course.give(tapped(ADMIT))
    course.ask_second_person(ADMIT)
    assert course.go_back()
    assert course.under_way is None
    assert not course.go_back()


def test_an_order_on_its_way_outlives_the_way_back() -> None:
    course = Course(signed_in=GUARD)
    course.give(tapped(STOP))
    assert not course.go_back()
    assert course.under_way == tapped(STOP)


def test_a_panel_that_locks_itself_is_noticed_once() -> None:
    course = Course(signed_in=GUARD)
    assert not course.holds(None)
    assert course.holds(None)
    assert course.holds(GUARD)
