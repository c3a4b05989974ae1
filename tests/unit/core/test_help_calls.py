"""Calls for help: one rings at a door at a time, none is refused, and a hand that plays comes to an end."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.audit import is_act_of_staff
from kiosk.core.day_end import end_of_day
from kiosk.core.events import DayEnded, Happening
from kiosk.core.fold import after
from kiosk.core.help_calls import (
    MOST_TAKEN_BACK,
    TAKEN_BACK_WITHIN,
    HelpAtDoor,
    answer_help,
    call_help,
    may_take_back,
    take_help_back,
)
from kiosk.core.help_events import HelpCalled, HelpEnded, HelpEndedBecause
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import DoorId
from tests.building import MAIN_DOOR, SIDE_DOOR, a_house, an_event, at, minutes

ANSWERED = HelpEnded(MAIN_DOOR, HelpEndedBecause.ANSWERED)
TAKEN_BACK = HelpEnded(MAIN_DOOR, HelpEndedBecause.TAKEN_BACK)
NINE = at("09:00")


def test_a_call_rings_at_its_door_until_somebody_goes_there() -> None:
    house = a_house(HelpCalled(MAIN_DOOR), when=NINE)
    assert house.help_at_door(MAIN_DOOR) == HelpAtDoor(MAIN_DOOR, NINE)
    assert house.help_at_door(SIDE_DOOR).since is None
    assert a_house(ANSWERED, house=house) == EMPTY_HOUSE


def test_a_second_touch_changes_nothing_and_a_call_that_is_over_cannot_be_ended() -> None:
    calling, quiet = HelpAtDoor(MAIN_DOOR, NINE), HelpAtDoor(MAIN_DOOR, None)
    assert call_help(quiet) == HelpCalled(MAIN_DOOR)
    assert call_help(calling) is NotDone.HELP_CALLED_ALREADY
    assert answer_help(calling) == ANSWERED
    assert answer_help(quiet) is NotDone.NO_HELP_CALLED
    assert take_help_back(calling, NINE) == TAKEN_BACK
    assert take_help_back(quiet, NINE) is NotDone.NO_HELP_CALLED


@pytest.mark.parametrize("what", [(HelpCalled(MAIN_DOOR), HelpCalled(MAIN_DOOR)), (ANSWERED,), (TAKEN_BACK,)])
def test_what_cannot_follow_raises(what: tuple[Happening, ...]) -> None:
    with pytest.raises(ValueError, match="help was called"):
        a_house(*what)


def test_whoever_plays_with_the_button_can_take_back_no_more_until_the_staff_has_been_there() -> None:
    house = a_house(*(HelpCalled(MAIN_DOOR), TAKEN_BACK) * MOST_TAKEN_BACK, HelpCalled(MAIN_DOOR), when=NINE)
    here = house.help_at_door(MAIN_DOOR)
    assert not may_take_back(here, NINE)
    assert take_help_back(here, NINE) is NotDone.HELP_IS_COMING
    assert take_help_back(here, NINE + TAKEN_BACK_WITHIN + minutes(1)) == TAKEN_BACK
    assert take_help_back(here, NINE - TAKEN_BACK_WITHIN - minutes(1)) == TAKEN_BACK, "the clock was set back"
    assert may_take_back(a_house(ANSWERED, house=house).help_at_door(MAIN_DOOR), NINE)


def test_a_call_says_nothing_of_the_time_at_which_the_house_is() -> None:
    house = a_house(DayEnded(), when=NINE)
    assert a_house(HelpCalled(MAIN_DOOR), when=NINE + timedelta(days=400), house=house).latest_at == NINE


def test_the_end_of_the_day_ends_the_calls_visibly() -> None:
    house = a_house(HelpCalled(SIDE_DOOR), HelpCalled(MAIN_DOOR), TAKEN_BACK, when=NINE)
    ended = end_of_day(house)
    assert ended == (HelpEnded(SIDE_DOOR, HelpEndedBecause.DAY_ENDED), DayEnded())
    assert a_house(*ended, house=house).help_at == ()


def test_only_whoever_takes_a_call_is_of_the_staff() -> None:
    assert is_act_of_staff(an_event(ANSWERED))
    assert not is_act_of_staff(an_event(TAKEN_BACK))
    assert not is_act_of_staff(an_event(HelpCalled(MAIN_DOOR)))


def _touched(house: House, door: DoorId, how: str, now: datetime) -> Happening | NotDone:
    here = house.help_at_door(door)
    if how == "call":
        return call_help(here)
    return answer_help(here) if how == "answer" else take_help_back(here, now)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([MAIN_DOOR, SIDE_DOOR]),
            st.sampled_from(["call", "take back", "answer"]),
            st.integers(0, 240),
        ),
        max_size=60,
    )
)
def test_whatever_is_touched_the_calls_are_what_was_reckoned_by_hand(
    touches: list[tuple[DoorId, str, int]],
) -> None:
    house, now = EMPTY_HOUSE, NINE
    calling: set[DoorId] = set()
    taken_back: dict[DoorId, list[datetime]] = {MAIN_DOOR: [], SIDE_DOOR: []}
    for door, how, seconds in touches:
        now += timedelta(seconds=seconds)
        what = _touched(house, door, how, now)
        assert isinstance(what, HelpCalled) == (how == "call" and door not in calling)
        if not isinstance(what, NotDone):
            house = after(house, an_event(what, now))
            (calling.add if how == "call" else calling.remove)(door)
            if how == "take back":
                taken_back[door].append(now)
            if how == "answer":
                taken_back[door].clear()
        assert {each.door for each in house.help_at if each.since is not None} == calling
        assert house.inside == 0
    for times in taken_back.values():
        for first, last in zip(times, times[MOST_TAKEN_BACK:], strict=False):
            assert last - first > TAKEN_BACK_WITHIN
