"""What the staff does with the line."""

from collections.abc import Callable

import pytest

from kiosk.core.door_events import PutBack
from kiosk.core.events import AdmissionStopped, Called, Happening, Uncalled, UncalledBecause
from kiosk.core.lead_line import call, put_back, skip
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from tests.building import (
    BENEFITS,
    YOUTH,
    a_cap,
    a_house,
    an_appointment,
    an_office,
    at,
    entered,
    queued,
    wording,
)

NOW = at("10:00")
OFFICE = an_office(caps=[a_cap(3, youth=1)])
SKIPPED = Uncalled(1, UncalledBecause.SKIPPED)


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
