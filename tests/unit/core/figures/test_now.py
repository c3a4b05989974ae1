"""The house as a manager reads it."""

from datetime import timedelta

from kiosk.core.door_events import CountedOut
from kiosk.core.door_report import DoorReport
from kiosk.core.events import AdmissionStopped, Called, Corrected, CorrectedBecause, Entered
from kiosk.core.figures.now import Fullness, now_figures
from kiosk.core.fold import fold
from kiosk.core.ids import VisitId
from kiosk.core.lights import Light
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.office import AreaId
from tests.building import (
    BENEFITS,
    CASES,
    EXIT_DOOR,
    MAIN_DOOR,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    a_house,
    an_event,
    an_office,
    at,
    entered,
    minutes,
    queued,
    wording,
)


def test_the_building_and_each_area_are_told_with_what_is_unclear() -> None:
    house = a_house(entered("a", 2, until=at("09:20")), entered("b", area=YOUTH, until=at("11:00")))
    figures = now_figures(an_office(caps=[a_cap(4, youth=1)]), house, (), at("10:00"))
    assert figures.building == Fullness(None, 3, 4, 2)
    assert figures.areas == (
        Fullness(BENEFITS, 2, None, 2),
        Fullness(CASES, 0, None, 0),
        Fullness(YOUTH, 1, 1, 0),
    )
    assert [each.is_full for each in (figures.building, *figures.areas)] == [False, False, False, True]
    assert [each.free for each in (figures.building, *figures.areas)] == [1, None, None, 0]


def test_the_cap_is_the_one_that_holds_at_that_moment_and_what_is_above_it_is_told() -> None:
    office = an_office(caps=[a_cap(3), a_cap(1, since=at("12:00"))])
    house = a_house(entered("a", 2))
    before, after = (now_figures(office, house, (), at(clock)).building for clock in ("11:59", "12:00"))
    assert (before.cap, before.above, before.free) == (3, 0, 1)
    assert (after.cap, after.above, after.free) == (1, 1, -1)
    assert Fullness(BENEFITS, 2, None, 0).above == 0


def test_an_area_that_the_file_names_no_longer_is_told_while_somebody_is_counted_in_it() -> None:
    gone, left = AreaId("gone"), AreaId("left")
    house = a_house(
        Entered(VisitId("a"), None, gone, 2, at("11:00"), None),
        Corrected(left, 1, CorrectedBecause.RECOUNT),
        CountedOut(left, 1),
    )
    figures = now_figures(an_office(), house, (), at("10:00"))
    assert figures.areas[-1] == Fullness(gone, 2, None, 0)
    assert left not in {each.area for each in figures.areas}


def test_nobody_in_the_line_waits_for_no_time() -> None:
    line = now_figures(an_office(), EMPTY_HOUSE, (), at("10:00")).line
    assert (line.parties, line.people, line.numbers, line.called) == (0, 0, (), ())
    assert (line.longest_wait, line.last_waits) == (None, None)


def test_the_line_tells_who_waits_for_how_long_and_who_is_called() -> None:
    house = fold(
        [
            an_event(entered("inside", 3, until=at("10:30")), at("10:00"), name="1"),
            an_event(queued(1, "a", starts_at=at("10:00")), at("10:01"), name="2"),
            an_event(queued(2, "b", 2, starts_at=at("10:05")), at("10:02"), name="3"),
            an_event(Called(1, at("10:20")), at("10:10"), name="4"),
        ]
    )
    office = an_office(caps=[a_cap(3)])
    line = now_figures(office, house, (), at("10:12")).line
    assert (line.parties, line.people, line.numbers, line.called) == (2, 3, (2,), (1,))
    assert line.longest_wait == minutes(10)
    assert line.last_waits == minutes(18)


def test_a_door_is_told_with_its_stop_and_whether_its_program_is_heard() -> None:
    now = at("10:00")
    reports = [
        DoorReport(MAIN_DOOR, now - timedelta(seconds=3), Light.GOOD, Light.NOT_USED, None),
        DoorReport(SIDE_DOOR, now - minutes(2), Light.GOOD, Light.NOT_USED, None),
    ]
    house = a_house(AdmissionStopped(SIDE_DOOR, wording("Pause")), when=at("09:00"))
    doors = {each.door: each for each in now_figures(an_office(), house, reports, now).doors}
    assert [doors[each].is_heard for each in (MAIN_DOOR, SIDE_DOOR, EXIT_DOOR)] == [True, False, False]
    assert [doors[each].report for each in (MAIN_DOOR, SIDE_DOOR, EXIT_DOOR)] == [*reports, None]
    assert doors[MAIN_DOOR].stop is None
    assert doors[SIDE_DOOR].stop == house.stops[0]
