"""Waits of a quarter of an hour are those of the parties that joined the line in it and came in."""

from kiosk.core.events import Entered, Event, Happening, Queued
from kiosk.core.figures.day import waits_in
from kiosk.core.figures.waiting import QuarterWaits, waits_by_quarter
from kiosk.core.ids import EventId, VisitId
from tests.building import BENEFITS, MAIN_DOOR, at, minutes


def test_longest_wait_of_each_quarter_is_of_who_joined_the_line_in_it_and_came_in() -> None:
    told: list[tuple[str, Happening]] = [
        ("09:01", Queued(1, None, BENEFITS, 1, None)),
        ("09:14", Queued(2, None, BENEFITS, 1, None)),
        ("09:16", Queued(3, None, BENEFITS, 1, None)),
        ("09:17", Queued(4, None, BENEFITS, 1, None)),
        ("09:20", Entered(VisitId("a"), None, BENEFITS, 1, at("09:50"), 1)),
        ("09:40", Entered(VisitId("b"), None, BENEFITS, 1, at("10:10"), 2)),
        ("09:41", Entered(VisitId("c"), None, BENEFITS, 1, at("10:10"), 3)),
    ]
    events = [
        Event(EventId(f"{number}"), at(clock), MAIN_DOOR, None, what, None)
        for number, (clock, what) in enumerate(told)
    ]
    found = waits_by_quarter(events)
    assert found == (QuarterWaits(at("09:00"), 2, minutes(26)), QuarterWaits(at("09:15"), 1, minutes(25)))
    whole = waits_in(events)
    assert whole.parties == sum(each.parties for each in found)
    assert whole.longest == max(each.longest for each in found)
