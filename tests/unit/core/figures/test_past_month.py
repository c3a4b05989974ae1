"""A month is the sum of its days, and says which of them was the busiest."""

from datetime import timedelta

from kiosk.core.events import Corrected, CorrectedBecause, Event
from kiosk.core.figures.past_day import PastDay, day_sum
from kiosk.core.figures.past_month import months_of, off_by_door
from tests.building import BENEFITS, BERLIN, MONDAY, an_appointment, at, entered
from tests.told_day import Told
from tests.unit.core.figures.test_day import exit_of, let_in


def a_past_day(days_later: int, party: int, *, found: int = 0) -> PastDay:
    """Return a day on which a party stays for an hour, and one of three is let in above a cap of two."""
    day = MONDAY + timedelta(days=days_later)
    told = Told()
    told(at("09:00", day), entered("a", party))
    told(at("09:10", day), let_in("b", 3, above=1))
    told(at("09:20", day), Corrected(BENEFITS, found, CorrectedBecause.RECOUNT))
    told(at("10:00", day), exit_of("a", party))
    added = day_sum(day, told.events, [an_appointment("a", at("09:00", day)), an_appointment("away")], BERLIN)
    assert added is not None
    return added.shown


def test_a_month_adds_up_its_days() -> None:
    days = [a_past_day(0, 2, found=-2), a_past_day(1, 4), a_past_day(2, 3, found=1), a_past_day(11, 1)]
    september, october = months_of(days)
    assert (september.first, september.last, september.days) == (days[0].day, days[2].day, 3)
    assert september.busiest is days[1]
    assert (september.entries, september.let_in, september.above_cap) == (18, 9, 3)
    assert (september.stays, september.mean_stay) == (3, timedelta(hours=1))
    came = september.attendance
    assert (came.booked, came.early, came.on_time, came.late, came.away) == (6, 0, 3, 0, 3)
    assert september.off == {"main": 3}
    assert (october.days, october.off) == (1, {})


def test_a_month_in_which_nobody_was_seen_leaving_has_no_mean_stay() -> None:
    told = Told()
    told("09:00", entered("a"))
    added = day_sum(MONDAY, told.events, [], BERLIN)
    assert added is not None
    (month,) = months_of([added.shown])
    assert month.mean_stay is None


def test_no_days_are_no_months() -> None:
    assert months_of([]) == ()
    assert off_by_door([]) == {}


def test_a_day_without_events_adds_up_to_nothing() -> None:
    events: list[Event] = []
    assert day_sum(MONDAY, events, [an_appointment("a")], BERLIN) is None
