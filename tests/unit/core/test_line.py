from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.events import AdmissionStopped, Called, Corrected, CorrectedBecause
from kiosk.core.line import (
    Due,
    Space,
    admissible,
    can_be_reached,
    ever_fits,
    people_ahead,
    served,
    space,
    turn,
)
from kiosk.core.occupancy import Place
from kiosk.core.office import AreaId
from tests.building import (
    BENEFITS,
    CASES,
    MAIN_DOOR,
    MONDAY,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    a_door,
    a_house,
    an_appointment,
    an_area,
    an_office,
    at,
    due,
    entered,
    hours,
    minutes,
    queued,
    wording,
)

NOW = at("10:00")


def a_place(
    number: int,
    starts_at: str | None = "10:00",
    party: int = 1,
    *,
    area: AreaId = BENEFITS,
    called: bool = False,
) -> Place:
    return Place(
        number=number,
        appointment=an_appointment(str(number)).id,
        area=area,
        party=party,
        due=None if starts_at is None else at(starts_at),
        arrived_at=at("09:30") + minutes(number / 60),
        kept_until=at("10:05") if called else None,
    )


def numbers(places: tuple[Place, ...]) -> list[int]:
    return [place.number for place in places]


def in_turn(
    *line: Place, free: int, awaited: tuple[Due, ...] = (), now: datetime = NOW, **areas: int
) -> list[int]:
    in_order = sorted(line, key=lambda place: place.rank)
    space_now = Space(free, {AreaId(area): left for area, left in areas.items()})
    return numbers(turn(in_order, space_now, awaited, now))


def awaited(name: str, starts_at: str, party: int = 1, *, area: AreaId = BENEFITS) -> Due:
    return due(an_appointment(name, at(starts_at), party=party, area=area))


def test_space_is_what_the_cap_leaves_in_the_building_and_in_each_area_with_a_cap() -> None:
    house = a_house(
        entered("a", 3), entered("b", 2, area=YOUTH), Corrected(CASES, 1, CorrectedBecause.RECOUNT)
    )
    free = space(house, a_cap(10, youth=2, cases=5))
    assert free == Space(4, {YOUTH: 0, CASES: 4})
    assert free.fits(BENEFITS, 4)
    assert not free.fits(BENEFITS, 5)
    assert not free.fits(YOUTH, 1)


def test_space_below_zero_admits_nobody() -> None:
    free = space(a_house(entered("a", 3)), a_cap(1))
    assert free.building == -2
    assert not free.fits(BENEFITS, 1)


def test_a_party_fits_at_some_time_unless_it_is_larger_than_a_cap() -> None:
    assert ever_fits(a_cap(4, youth=2), BENEFITS, 4)
    assert not ever_fits(a_cap(4, youth=2), BENEFITS, 5)
    assert not ever_fits(a_cap(4, youth=2), YOUTH, 3)


def test_as_many_come_in_as_fit_by_the_time_of_the_appointment_then_by_arrival() -> None:
    line = a_place(1, "10:00"), a_place(2, "09:50"), a_place(3, "10:00"), a_place(4, "09:50")
    assert in_turn(*line, free=3) == [2, 4, 1]


def test_a_large_party_at_the_head_is_not_overtaken_by_small_ones_behind() -> None:
    assert in_turn(a_place(1, party=3), a_place(2), free=2) == []


def test_who_waits_for_a_full_area_lets_others_pass_to_other_areas() -> None:
    assert in_turn(a_place(1, area=YOUTH), a_place(2), free=2, youth=0) == [2]


def test_a_large_party_that_waits_for_its_area_is_not_overtaken_on_the_way_there() -> None:
    line = a_place(1, party=2, area=YOUTH), a_place(2, party=1, area=YOUTH), a_place(3)
    assert in_turn(*line, free=5, youth=1) == [3]


def test_a_called_number_keeps_its_place_before_earlier_appointments() -> None:
    assert in_turn(a_place(1, "09:45"), a_place(2, "10:00", called=True), free=1) == [2]
    assert in_turn(a_place(1, "09:45"), a_place(2, "10:00", called=True), free=2) == [2, 1]


def test_nobody_passes_a_called_party_that_does_not_fit_any_more() -> None:
    assert in_turn(a_place(1), a_place(2, party=2, called=True), free=1) == []


def test_an_early_party_leaves_room_for_earlier_appointments_that_are_awaited() -> None:
    early = a_place(1, "10:10")
    assert in_turn(early, free=1, awaited=(awaited("x", "10:05"),)) == []
    assert in_turn(early, free=2, awaited=(awaited("x", "10:05"),)) == [1]
    assert in_turn(early, free=1, awaited=(awaited("x", "10:10"), awaited("y", "10:15"))) == [1]


def test_head_room_of_an_area_is_kept_in_this_area() -> None:
    early = a_place(1, "10:10", area=YOUTH), a_place(2, "10:12", area=YOUTH), a_place(3, "10:14")
    kept = (awaited("x", "10:05", area=YOUTH),)
    assert in_turn(*early, free=9, awaited=kept, youth=1) == [3]


def test_a_walk_in_leaves_room_for_every_awaited_appointment_and_holds_up_nobody_who_is_due() -> None:
    line = a_place(1, None), a_place(2, "09:55"), a_place(3, "09:56", area=YOUTH)
    assert in_turn(*line, free=2, awaited=(awaited("x", "10:05", 2),)) == [2, 3]


def test_a_walk_in_that_waits_for_room_in_its_area_alone_holds_up_nobody_who_is_due() -> None:
    line = a_place(1, None, area=YOUTH), a_place(2, "09:55", area=YOUTH)
    assert in_turn(*line, free=9, awaited=(awaited("x", "10:05", area=YOUTH),), youth=1) == [2]


def test_nothing_is_kept_from_a_party_whose_time_has_come() -> None:
    kept = (awaited("x", "09:58"), awaited("y", "10:05"))
    assert in_turn(a_place(1, "10:10"), free=1, awaited=kept, now=at("10:09")) == []
    assert in_turn(a_place(1, "10:10"), free=1, awaited=kept, now=at("10:10")) == [1]


def test_nothing_is_kept_from_a_party_that_was_called() -> None:
    assert in_turn(a_place(1, "10:10", called=True), free=1, awaited=(awaited("x", "10:05"),)) == [1]


def test_a_large_early_party_that_yields_is_not_overtaken_by_a_small_early_one() -> None:
    line = a_place(1, "10:10", party=2), a_place(2, "10:20", party=1)
    assert in_turn(*line, free=4, awaited=(awaited("x", "10:05", 3),)) == []


def test_a_large_early_party_that_yields_in_its_area_is_not_overtaken_on_the_way_there() -> None:
    line = a_place(1, "10:10", party=2, area=YOUTH), a_place(2, "10:20", party=1, area=YOUTH)
    assert in_turn(*line, free=9, awaited=(awaited("x", "10:05", area=YOUTH),), youth=2) == []


def test_people_ahead_are_the_parties_before_this_one() -> None:
    line = a_place(1, party=2), a_place(2, party=3), a_place(3)
    assert [people_ahead(line, place) for place in line] == [0, 2, 5]


# What an office adds: doors, hours, areas, the cap.


def test_an_area_can_be_reached_while_it_is_open_and_one_of_its_doors_is_not_stopped() -> None:
    office, stop = an_office(), AdmissionStopped(MAIN_DOOR, wording("Halt"))
    assert can_be_reached(office, a_house(), BENEFITS, NOW)
    assert not can_be_reached(office, a_house(), BENEFITS, at("16:00"))
    assert not can_be_reached(office, a_house(stop), BENEFITS, NOW)
    assert can_be_reached(office, a_house(stop), YOUTH, NOW)
    assert not can_be_reached(office, a_house(replace(stop, door=None)), YOUTH, NOW)


def test_an_area_behind_two_doors_can_be_reached_while_one_of_them_is_stopped() -> None:
    office = an_office(doors=[a_door(MAIN_DOOR), a_door(SIDE_DOOR)])
    stopped = a_house(AdmissionStopped(MAIN_DOOR, wording("Halt")))
    assert can_be_reached(office, stopped, BENEFITS, NOW)
    assert not can_be_reached(
        office, a_house(AdmissionStopped(SIDE_DOOR, wording("Halt")), house=stopped), BENEFITS, NOW
    )


def test_an_area_that_the_office_no_longer_has_cannot_be_reached() -> None:
    assert not can_be_reached(an_office(areas=[an_area(CASES)]), a_house(), BENEFITS, NOW)


def test_who_waits_for_a_closed_area_or_a_stopped_door_holds_up_nobody() -> None:
    lunch = hours("11:00-16:00")
    areas = an_area(BENEFITS), an_area(CASES, opening=lunch), an_area(YOUTH)
    office = an_office(areas=areas, caps=[a_cap(3)])
    house = a_house(
        queued(1, "a", 3, area=CASES, starts_at=at("09:50")),
        queued(2, "b", 3, area=YOUTH, starts_at=at("09:51")),
        queued(3, "c", 3, area=AreaId("removed"), starts_at=at("09:52")),
        queued(4, "d", 3, starts_at=at("09:53")),
        AdmissionStopped(SIDE_DOOR, wording("Halt")),
    )
    assert numbers(served(office, house, NOW)) == [4]
    assert numbers(admissible(office, house, (), NOW)) == [4]
    assert numbers(admissible(office, house, (), at("11:00"))) == [1]


def test_a_party_larger_than_a_lowered_cap_holds_up_nobody_and_has_its_turn_when_the_cap_rises() -> None:
    caps = a_cap(5), a_cap(2, since=at("10:00")), a_cap(5, since=at("11:00"))
    house = a_house(
        queued(1, "a", 3, starts_at=at("09:50")), queued(2, "b", 2, starts_at=at("09:55")), when=at("09:40")
    )
    assert numbers(admissible(an_office(caps=caps), house, (), at("09:59"))) == [1, 2]
    assert numbers(admissible(an_office(caps=caps), house, (), at("10:00"))) == [2]
    assert numbers(admissible(an_office(caps=caps), house, (), at("11:00"))) == [1, 2]


def test_a_called_party_larger_than_a_lowered_cap_holds_up_nobody() -> None:
    office = an_office(caps=[a_cap(5), a_cap(2, since=at("10:00"))])
    house = a_house(queued(1, "a", 3), Called(1, at("10:05")), queued(2, "b"), when=at("09:58"))
    assert numbers(admissible(office, house, (), at("10:00"))) == [2]


def test_no_head_room_is_kept_for_who_stands_in_the_line_already_even_at_a_stopped_door() -> None:
    office = an_office(caps=[a_cap(1)])
    house = a_house(
        queued(1, "a", area=YOUTH, starts_at=at("10:05")),
        queued(2, "b", starts_at=at("10:10")),
        AdmissionStopped(SIDE_DOOR, wording("Halt")),
    )
    waits_in_line = due(an_appointment("a", at("10:05"), area=YOUTH))
    assert numbers(admissible(office, house, [waits_in_line], NOW)) == [2]


@pytest.mark.parametrize(
    "never_comes",
    [
        due(an_appointment("x", at("10:05"), party=3)),
        due(an_appointment("x", at("10:05"), area=AreaId("removed"))),
    ],
)
def test_no_head_room_is_kept_for_who_could_not_come_in(never_comes: Due) -> None:
    office = an_office(caps=[a_cap(2)])
    house = a_house(queued(1, "a", 2, starts_at=at("10:10")))
    assert numbers(admissible(office, house, [never_comes], NOW)) == [1]


places = st.builds(
    a_place,
    st.integers(1, 99),
    st.none() | st.sampled_from(["09:46", "09:55", "10:00", "10:04", "10:09", "10:14"]),
    st.integers(1, 4),
    area=st.sampled_from([BENEFITS, CASES, YOUTH]),
    called=st.sampled_from([False, False, False, True]),
)
lines = st.lists(places, max_size=8, unique_by=lambda place: place.number).map(
    lambda line: tuple(sorted(line, key=lambda place: place.rank))
)
spaces = st.builds(
    lambda building, youth, cases: Space(building, {YOUTH: youth, CASES: cases}),
    st.integers(-1, 9),
    st.integers(-1, 5),
    st.integers(0, 5),
)
waits_for = st.builds(
    awaited,
    st.just("x"),
    st.sampled_from(["09:57", "10:03", "10:08"]),
    st.integers(1, 3),
    area=st.sampled_from([BENEFITS, YOUTH]),
)


@given(lines, spaces, st.lists(waits_for, max_size=3))
def test_all_whose_turn_it_is_fit_together(line: tuple[Place, ...], free: Space, kept: list[Due]) -> None:
    for place in turn(line, free, kept, NOW):
        assert free.fits(place.area, place.party)
        free = free.less(place.area, place.party)


@given(lines, spaces, st.lists(waits_for, max_size=3))
def test_nobody_overtakes_unfairly(line: tuple[Place, ...], free: Space, kept: list[Due]) -> None:
    """Who comes in passes only those who wait for another, full area, or yield where this one need not."""
    admitted = turn(line, free, kept, NOW)
    left = free
    for place in admitted:
        left = left.less(place.area, place.party)
    order = sorted(line, key=lambda place: place.kept_until is None)
    full: set[AreaId] = set()
    for index, passed in enumerate(order):
        if passed in admitted:
            continue
        if not left.area_fits(passed.area, passed.party):
            full.add(passed.area)
        yields = passed.kept_until is None and (passed.due is None or passed.due > NOW)
        for place in order[index + 1 :]:
            if place not in admitted:
                continue
            goes_elsewhere = place.area != passed.area and passed.area in full
            need_not_yield = place.due is not None and place.due <= NOW
            yields_in_its_area = place.area != passed.area and passed.area in free.areas
            assert goes_elsewhere or (yields and (need_not_yield or yields_in_its_area))


@given(lines, spaces)
def test_without_head_room_the_first_in_the_line_who_fits_is_never_left_standing(
    line: tuple[Place, ...], free: Space
) -> None:
    if line and all(free.fits(place.area, place.party) for place in line):
        assert turn(line, free, (), NOW)


def test_the_day_of_the_tests_is_a_monday() -> None:
    assert MONDAY.weekday() == 0
