"""What was done by hand and is recorded late counts once, whatever was counted meanwhile."""

import pytest

from kiosk.core.door_events import CountedOut, CountRestored, LetIn
from kiosk.core.events import Corrected, CorrectedBecause, DayEnded, Event, Happening
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.late_entry import counted_already, day_has_ended
from tests.building import BENEFITS, CASES, EMERGENCY, ROUND, a_house, an_event, an_office, at, entered
from tests.building import minutes as minutes_of

ZONE = an_office().time_zone
TAP = EventId("by hand")
THREE_INSIDE = a_house(entered("a", 3))
TWO_CAME = LetIn(VisitId(TAP), None, BENEFITS, 2, at("10:30"), None, EMERGENCY, 0, None)
TWO_LEFT = CountedOut(BENEFITS, 2)
RECOUNT = an_event(Corrected(BENEFITS, 0, CorrectedBecause.RECOUNT, ROUND), at("10:05"), name="recount")


def inside_after(what: Happening, *since: Event, day_is_over: bool = False) -> int:
    happenings = (what, *counted_already(what, TAP, since, day_is_over=day_is_over))
    events = [an_event(each, at("10:00"), name=f"{TAP}{n}") for n, each in enumerate(happenings)]
    return fold(events, THREE_INSIDE).inside


@pytest.mark.parametrize(("what", "change"), [(TWO_CAME, 2), (TWO_LEFT, -2)], ids=["came", "left"])
def test_a_late_entry_changes_the_count_unless_it_was_counted_meanwhile(what: Happening, change: int) -> None:
    elsewhere = an_event(Corrected(CASES, 0, CorrectedBecause.RECOUNT, ROUND), at("10:05"))
    by_the_day = an_event(Corrected(BENEFITS, 0, CorrectedBecause.DAY_ENDED), at("10:05"))
    undone = an_event(CountRestored(RECOUNT.id, BENEFITS, 0, counted_out=0), at("10:06"), name="undone")
    assert inside_after(what) == 3 + change
    assert inside_after(what, elsewhere, by_the_day) == 3 + change
    assert inside_after(what, RECOUNT, undone) == 3 + change
    assert inside_after(what, RECOUNT) == 3
    assert inside_after(what, day_is_over=True) == 3


def test_nothing_else_is_counted_anew() -> None:
    assert counted_already(DayEnded(), TAP, [RECOUNT], day_is_over=True) == ()


@pytest.mark.parametrize(
    ("minutes", "by", "ended"),
    [
        (30, None, False),
        (30, StaffId("101"), True),
        (24 * 60, None, True),
        (24 * 60, StaffId("101"), True),
    ],
)
def test_by_itself_a_day_ends_when_the_next_has_begun_and_by_the_staff_at_once(
    minutes: float, by: StaffId | None, *, ended: bool
) -> None:
    # The first event of a morning ends the day before: who came just before it is of the new day.
    event = Event(EventId("end"), at("07:25") + minutes_of(minutes), None, by, DayEnded(), None)
    assert day_has_ended(at("07:25"), [event], ZONE) is ended
    assert not day_has_ended(at("07:25"), [], ZONE)
