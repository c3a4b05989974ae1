import pytest

from kiosk.core.office import Direction, RoomId, Wording
from tests.building import (
    BENEFITS,
    CASES,
    EXIT_DOOR,
    MAIN_DOOR,
    SIDE_DOOR,
    YOUTH,
    a_door,
    an_area,
    an_office,
    wording,
)


def test_a_wording_is_read_in_german_where_a_language_is_missing() -> None:
    assert wording("Guten Tag", "Good day").in_language("en") == "Good day"
    assert wording("Guten Tag", "Good day").in_language("uk") == "Guten Tag"


def test_a_wording_without_german_is_refused() -> None:
    with pytest.raises(ValueError, match="'de'"):
        Wording((("en", "Good day"),))


def test_a_room_is_found_in_its_area_only() -> None:
    area = an_area(BENEFITS)
    assert area.room(RoomId("benefits-1")) == area.rooms[0]
    assert area.room(RoomId("cases-1")) is None


def test_the_doors_into_an_area_are_those_that_serve_it_and_let_people_in() -> None:
    office = an_office(
        doors=[
            a_door(EXIT_DOOR, direction=Direction.OUT),
            a_door(SIDE_DOOR, direction=Direction.IN),
            a_door(MAIN_DOOR),
        ]
    )
    assert [door.id for door in office.doors_into(BENEFITS)] == [SIDE_DOOR, MAIN_DOOR]
    assert [door.id for door in office.doors_into(CASES)] == [SIDE_DOOR, MAIN_DOOR]
    assert office.doors_into(YOUTH) == ()
