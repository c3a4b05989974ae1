"""What the staff does with the line."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kiosk.core.decide import Decision
from kiosk.core.door_events import PutBack
from kiosk.core.events import AdmissionStopped, Called, Happening, Queued, Uncalled, UncalledBecause
from kiosk.core.lead_line import call, give_number, put_back, skip
from kiosk.core.line import Due
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId
from kiosk.core.verdict import Reason, WaitForNumber
from tests.building import (
    BENEFITS,
    YOUTH,
    a_cap,
    a_house,
    an_appointment,
    an_office,
    at,
    due,
    entered,
    queued,
    wording,
)

NOW = at("10:00")
OFFICE = an_office(caps=[a_cap(3, youth=1)])
SKIPPED = Uncalled(1, UncalledBecause.SKIPPED)


def given(house: House, area: AreaId = BENEFITS, party: int = 1, due: tuple[Due, ...] = ()) -> Decision:
    decision = give_number(OFFICE, house, area, party, due, NOW)
    assert isinstance(decision, Decision)
    return decision


def test_a_walk_in_gets_the_next_number_and_is_told_how_many_are_before_it() -> None:
    house = a_house(entered("x", 3), queued(1, "a", 2, starts_at=at("09:50")))
    decision = given(house, party=2)
    assert decision.what == Queued(2, None, BENEFITS, 2, None)
    assert decision.verdict.reason is Reason.BUILDING_FULL
    step = decision.verdict.step
    assert isinstance(step, WaitForNumber)
    assert (step.number, step.ahead) == (2, 2)
    assert step.wait is not None
    assert [place.number for place in a_house(decision.what, house=house).line] == [1, 2]


def test_who_waits_for_a_full_area_and_who_yields_to_appointments_are_told_so() -> None:
    assert given(a_house(entered("x", area=YOUTH)), YOUTH).verdict.reason is Reason.AREA_FULL
    about_to_come = due(an_appointment("b", at("10:05"), party=3))
    yields = given(a_house(), due=(about_to_come,)).verdict
    assert yields.reason is Reason.NOT_YOUR_TURN
    # Who is about to come goes in first, and stays for half an hour.
    assert isinstance(yields.step, WaitForNumber)
    assert yields.step.wait == timedelta(minutes=30)


def test_walk_ins_wait_for_one_another_and_for_all_who_are_awaited() -> None:
    house = a_house(entered("x", 3, until=at("10:10")), queued(1, party=3), when=at("09:40"))
    waits = [
        given(house, party=3, due=due_).verdict.step
        for due_ in ((), (due(an_appointment("b", at("10:05"))),))
    ]
    # Each visit takes half an hour; who came at 09:40 leaves at 10:10.
    assert waits == [
        WaitForNumber(2, 3, timedelta(minutes=40)),
        WaitForNumber(2, 3, timedelta(minutes=70)),
    ]


def test_a_number_is_given_though_the_area_cannot_be_reached_now_and_nobody_knows_for_how_long() -> None:
    step = given(a_house(AdmissionStopped(None, wording("Halt")))).verdict.step
    assert step == WaitForNumber(1, 0, None)


def test_nobody_waits_for_an_area_that_is_not_there_or_for_more_places_than_there_are() -> None:
    assert give_number(OFFICE, a_house(), AreaId("roof"), 1, (), NOW) is NotDone.UNKNOWN_AREA
    assert give_number(OFFICE, a_house(), YOUTH, 2, (), NOW) is NotDone.PARTY_ABOVE_CAP
    with pytest.raises(ValueError, match="one person or more"):
        give_number(OFFICE, a_house(), YOUTH, 0, (), NOW)


def test_the_first_in_the_line_is_called_and_has_the_usual_time_to_come() -> None:
    house = a_house(queued(1, "a", starts_at=at("10:05")), queued(2, "b", starts_at=at("10:00")))
    assert call(OFFICE, house, NOW) == Called(2, at("10:05"))


def test_a_number_may_be_called_out_of_turn() -> None:
    assert call(OFFICE, a_house(queued(1, "a"), queued(2, "b")), NOW, 2) == Called(2, at("10:05"))


def test_who_does_not_fit_is_passed_for_one_who_does() -> None:
    house = a_house(entered("x", 2), queued(1, "a", 2), queued(2, "b"))
    assert call(OFFICE, house, NOW) == Called(2, at("10:05"))


@pytest.mark.parametrize(
    ("before", "number", "refused"),
    [
        ((), None, NotDone.NOBODY_TO_CALL),
        ((queued(1, "a"), Called(1, at("10:05"))), None, NotDone.NOBODY_TO_CALL),
        ((queued(1, "a"),), 2, NotDone.NOBODY_TO_CALL),
        ((queued(1, "a"), AdmissionStopped(None, wording("Halt"))), None, NotDone.NOBODY_TO_CALL),
        ((entered("x", 3), queued(1, "a")), None, NotDone.NO_ROOM),
        ((entered("x", area=YOUTH), queued(1, "a", area=YOUTH)), None, NotDone.NO_ROOM),
        ((queued(1, "a", 3), Called(1, at("10:05")), queued(2, "b")), None, NotDone.NO_ROOM),
    ],
)
def test_nobody_is_called_above_the_cap_or_to_where_one_cannot_go(
    before: tuple[Happening, ...], number: int | None, refused: NotDone
) -> None:
    assert call(OFFICE, a_house(*before), NOW, number) is refused


@pytest.mark.parametrize("because", [UncalledBecause.SKIPPED, UncalledBecause.NOBODY_CAME])
def test_a_number_that_was_passed_over_is_put_back_where_it_stood(because: UncalledBecause) -> None:
    line = a_house(
        queued(1, "a", 2, starts_at=at("10:00")), queued(2, "b", starts_at=at("10:05")), when=at("09:50")
    )
    passed_over = a_house(Called(1, at("10:05")), Uncalled(1, because), house=line, when=at("09:55"))
    assert [place.number for place in passed_over.line] == [2]
    assert passed_over.missed == (an_appointment("a").id,)

    assert put_back(passed_over, 2) is NotDone.NOT_PASSED_OVER
    again = put_back(passed_over, 1)
    assert again == PutBack(1, an_appointment("a").id, BENEFITS, 2, at("10:00"), at("09:50"))
    back = a_house(again, house=passed_over)
    assert back.line == line.line
    assert (back.missed, back.passed_over) == ((), ())


def test_a_walk_in_is_put_back_too() -> None:
    line = a_house(queued(1))
    again = put_back(a_house(SKIPPED, house=line), 1)
    assert isinstance(again, PutBack)
    back = a_house(SKIPPED, again, house=line)
    assert back.line == line.line
    assert back.passed_over == ()


GONE: dict[str, Callable[[House], House]] = {
    "stands in the line": lambda line: line,
    "came in": lambda line: a_house(SKIPPED, entered("a"), house=line),
    "joined the line again": lambda line: a_house(SKIPPED, queued(2, "a"), house=line),
    "day ended": lambda line: a_house(Uncalled(1, UncalledBecause.DAY_ENDED), house=line),
}


@pytest.mark.parametrize("went", GONE.values(), ids=GONE)
def test_a_number_that_was_not_passed_over_or_no_longer_counts_is_not_put_back(
    went: Callable[[House], House],
) -> None:
    assert put_back(went(a_house(queued(1, "a"))), 1) is NotDone.NOT_PASSED_OVER


def test_a_number_is_skipped_called_or_not() -> None:
    line = a_house(queued(1, "a"))
    assert skip(line, 1) == SKIPPED
    assert skip(a_house(Called(1, at("10:05")), house=line), 1) == SKIPPED
    assert skip(line, 2) is NotDone.NOT_IN_LINE
