"""Where the people are, by floor and area."""

from dataclasses import replace

from kiosk.core.door_events import CountedOut
from kiosk.core.events import Corrected, CorrectedBecause
from kiosk.core.floors import AreaCount, FloorCount, by_floor
from kiosk.core.office import AreaId
from kiosk.gate.evacuation import evacuation
from tests.building import (
    BENEFITS,
    CASES,
    YOUTH,
    a_house,
    an_area,
    an_office,
    at,
    entered,
    wording,
)

GROUND, FIRST = wording("Erdgeschoss"), wording("1. Stock")
OFFICE = an_office(
    areas=[
        replace(an_area(BENEFITS), floor=FIRST),
        replace(an_area(YOUTH), floor=GROUND),
        replace(an_area(CASES), floor=FIRST),
    ]
)
NOON = at("12:00")


def test_people_are_counted_by_floor_with_the_overdue_apart() -> None:
    house = a_house(
        entered("a", 3, until=at("11:00")),
        entered("b", 2, until=at("12:30")),
        entered("c", 1, area=YOUTH, until=at("11:29")),
        Corrected(CASES, 2, CorrectedBecause.RECOUNT),
    )
    a, _, c = house.visits
    first, ground = by_floor(OFFICE, house, NOON)
    assert first == FloorCount(FIRST, (AreaCount(BENEFITS, 5, (a,)), AreaCount(CASES, 2, ())))
    assert ground == FloorCount(GROUND, (AreaCount(YOUTH, 1, (c,)),))
    assert (first.inside, first.unclear) == (7, 3)
    assert (ground.inside, ground.unclear) == (1, 1)


def test_an_empty_floor_is_shown() -> None:
    assert [floor.inside for floor in by_floor(OFFICE, a_house(), NOON)] == [0, 0]


def test_people_in_areas_that_the_office_no_longer_names_are_not_left_behind() -> None:
    removed, counted = AreaId("removed"), AreaId("counted")
    house = a_house(entered("a", 2, area=removed), Corrected(counted, 1, CorrectedBecause.RECOUNT))
    nowhere = by_floor(OFFICE, house, NOON)[-1]
    assert nowhere.floor is None
    assert [(area.area, area.inside) for area in nowhere.areas] == [(counted, 1), (removed, 2)]
    assert sum(floor.inside for floor in by_floor(OFFICE, house, NOON)) == house.inside


def test_who_is_counted_out_of_the_wrong_area_takes_nobody_away_from_another() -> None:
    house = a_house(entered("a", 1), CountedOut(CASES, 1))
    first = by_floor(OFFICE, house, NOON)[0]
    assert [(area.inside, area.left_too_often) for area in first.areas] == [(1, 0), (0, 1)]
    assert (first.inside, first.left_too_often) == (1, 1)
    counted = evacuation(OFFICE, house, NOON, is_current=True)
    assert (counted.inside, counted.unclear) == (1, 1)
