"""The figures of a day are what its events say, by whichever way they are added up."""

from collections.abc import Iterable
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appointment import AppointmentId, AppointmentStatus
from kiosk.core.day_end import end_of_day
from kiosk.core.door_events import (
    CountedOut,
    EntryWithdrawn,
    LetIn,
    NumberWithdrawn,
    PutBack,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    DayEnded,
    Declined,
    Entered,
    Event,
    Exited,
    ExitUnmatched,
    Settled,
    SettledBecause,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.experience import NEVER
from kiosk.core.figures.attendance import Attendance, attendance, came_of, lesson
from kiosk.core.figures.curve import changes_of, step_curve
from kiosk.core.figures.day import Recounted, day_figures
from kiosk.core.figures.of_day import events_of_day
from kiosk.core.figures.ordinary import most_by_quarter, ordinary
from kiosk.core.figures.visits import EndedBy, visits_of, waits_of
from kiosk.core.fold import after, fold
from kiosk.core.help_events import HelpEnded, HelpEndedBecause
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.verdict import Reason
from tests.building import (
    BENEFITS,
    BERLIN,
    CASES,
    DESK_AGREES,
    MAIN_DOOR,
    MONDAY,
    NO_MASK,
    an_appointment,
    at,
    entered,
    minutes,
    queued,
)
from tests.told_day import Told, random_day

GUARD = StaffId("guard")


def let_in(name: str, party: int = 1, *, above: int = 0, from_line: int | None = None) -> LetIn:
    return LetIn(VisitId(name), None, BENEFITS, party, at("10:30"), from_line, DESK_AGREES, above, None)


def exit_of(name: str, party: int = 1) -> Exited:
    return Exited(VisitId(name), AppointmentId(name), BENEFITS, party)


def settled(name: str, party: int = 1, because: SettledBecause = SettledBecause.SEEN_LEAVING) -> Settled:
    return Settled(VisitId(name), AppointmentId(name), BENEFITS, party, because)


def reopened(name: str, *, left_from: bool = False) -> VisitReopened:
    return VisitReopened(
        EventId(f"{name}-out"),
        VisitId(name),
        AppointmentId(name),
        BENEFITS,
        1,
        at("09:00"),
        at("09:30"),
        mask_exempt=False,
        left_from=CASES if left_from else None,
    )


def a_full_day() -> list[Event]:
    """Return a day on which everything happened that the figures tell."""
    told = Told()
    told("08:50", Declined(AppointmentId("z")), reason=Reason.TOO_LATE)
    told("08:58", entered("a", 2))
    told("09:00", queued(1, "b", 1, starts_at=at("09:00")), reason=Reason.BUILDING_FULL)
    told("09:05", queued(2, None, 3), reason=Reason.BUILDING_FULL)
    told("09:10", entered("b", 1, from_line=1))
    told("09:12", let_in("c", 3, above=1), name="c", by=GUARD)
    told("09:20", exit_of("a", 2))
    told("09:30", CountedOut(BENEFITS, 1), name="out", by=GUARD)
    told("09:31", Corrected(BENEFITS, 2, CorrectedBecause.RECOUNT), by=GUARD)
    told("09:32", Corrected(BENEFITS, -1, CorrectedBecause.RECOUNT), by=GUARD)
    told("09:33", Corrected(CASES, 0, CorrectedBecause.RECOUNT), by=GUARD, door=None)
    told("09:40", Uncalled(2, UncalledBecause.NOBODY_CAME))
    told("09:45", let_in("d"), name="d", by=GUARD)
    told("09:46", EntryWithdrawn(EventId("d"), VisitId("d"), None, BENEFITS, 1, came_in_time=False), by=GUARD)
    told("09:50", entered("e"))
    told("09:51", TurnedBack(VisitId("e"), AppointmentId("e"), BENEFITS, 1, NO_MASK), by=GUARD)
    told("09:55", settled("c", 3), by=GUARD)
    told("10:00", ExitUnmatched(AppointmentId("q"), BENEFITS, 2))
    return told.events


def test_a_day_is_added_up() -> None:
    figures = day_figures(a_full_day())
    assert (figures.came, figures.let_in, figures.above_cap) == (4, {DESK_AGREES: 3}, 1)
    assert (figures.entries, figures.left, figures.counted_out, figures.settled) == (7, 2, 1, 3)
    assert (figures.turned_back, figures.unmatched_exits, figures.undone) == ({NO_MASK: 1}, 2, 1)
    assert figures.told == {"too_late": 1, "building_full": 2}
    assert (figures.most_inside, figures.most_at) == (6, at("09:12"))
    assert (figures.still_inside, figures.visits) == (1, 3)
    assert (figures.stays, figures.mean_stay) == (1, minutes(22))


def test_recounts_tell_by_door_how_far_the_number_was_off() -> None:
    assert day_figures(a_full_day()).recounts == (
        Recounted(MAIN_DOOR, BENEFITS, 2, 1, 3),
        Recounted("", CASES, 1, 0, 0),
    )


def test_waits_are_those_of_parties_that_came_in() -> None:
    waits = day_figures(a_full_day()).waits
    assert (waits.parties, waits.mean, waits.longest, waits.gave_up) == (1, minutes(10), minutes(10), 1)


def test_a_day_without_events_is_all_zero() -> None:
    figures = day_figures([])
    assert (figures.entries, figures.most_inside, figures.most_at, figures.still_inside) == (0, 0, None, 0)
    assert figures.mean_stay is None
    assert figures.waits.mean is None


def test_a_count_below_zero_is_no_peak_and_stays_in_view() -> None:
    told = Told()
    told("09:00", CountedOut(BENEFITS, 2))
    figures = day_figures(told.events)
    assert (figures.most_inside, figures.most_at, figures.still_inside) == (0, None, -2)


def test_a_stay_of_a_clock_that_was_set_is_not_measured() -> None:
    told = Told()
    told("09:00", entered("a"))
    told("08:30", exit_of("a"))
    assert day_figures(told.events).stays == 0


def test_quarters_tell_the_most_who_were_inside() -> None:
    told = Told()
    told("09:01", entered("a", 2))
    told("09:14", entered("b", 1))
    told("09:40", exit_of("a", 2))
    told("09:50", exit_of("b", 1))
    most = most_by_quarter(told.events, BERLIN)
    assert most[35:41] == (0, 3, 3, 3, 1, 0)
    assert sum(most[40:]) == 0


def test_who_is_still_inside_is_so_until_the_end_of_the_day() -> None:
    told = Told()
    told("09:01", entered("a", 2))
    assert most_by_quarter(told.events, BERLIN) == (0,) * 36 + (2,) * 60


def test_an_ordinary_day_is_the_mean_of_its_like() -> None:
    assert ordinary([(2,) * 96, (4,) * 96]) == (3.0,) * 96
    assert ordinary([]) is None


def test_what_ended_the_day_before_by_itself_belongs_to_no_day() -> None:
    told = Told()
    told("00:00", settled("y", because=SettledBecause.DAY_ENDED))
    told("00:00", Uncalled(7, UncalledBecause.DAY_ENDED))
    told("00:00", Corrected(BENEFITS, 1, CorrectedBecause.DAY_ENDED))
    told("00:00", HelpEnded(MAIN_DOOR, HelpEndedBecause.DAY_ENDED))
    told("00:00", DayEnded())
    told("09:00", entered("a"))
    told("09:10", settled("a", because=SettledBecause.DAY_ENDED), by=GUARD)
    told("09:20", Corrected(BENEFITS, 1, CorrectedBecause.RECOUNT))
    told("09:30", settled("b", because=SettledBecause.SEEN_LEAVING))
    told("09:40", Uncalled(8, UncalledBecause.SKIPPED))
    told("09:50", HelpEnded(MAIN_DOOR, HelpEndedBecause.ANSWERED))
    told(at("09:00") + timedelta(days=1), entered("c"))
    assert [event.id for event in events_of_day(told.events, MONDAY, BERLIN)] == [
        f"event-{number}" for number in range(6, 12)
    ]


def test_a_visit_that_was_reopened_goes_on() -> None:
    told = Told()
    told("09:00", entered("a"))
    told("09:20", exit_of("a"), name="a-out")
    told("09:21", reopened("a"), by=GUARD)
    (visit,) = visits_of(told.events)
    assert (visit.left_at, visit.ended_by) == (None, None)
    told("09:40", Reconciled(VisitId("a"), None, BENEFITS, 1, CASES), by=GUARD)
    (visit,) = visits_of(told.events)
    assert (visit.left_at, visit.ended_by) == (at("09:40"), EndedBy.STAFF)


def test_a_visit_of_the_day_before_that_is_reopened_is_known_by_what_it_says() -> None:
    told = Told()
    told("09:21", exit_of("unknown"))
    told("09:21", settled("unknown"))
    told("09:21", reopened("a"), by=GUARD)
    (visit,) = visits_of(told.events)
    assert (visit.entered_at, visit.came_at, visit.party) == (at("09:00"), at("09:00"), 1)


def test_a_number_that_was_taken_back_never_stood_in_the_line() -> None:
    told = Told()
    told("09:00", queued(1, "a"))
    told("09:01", NumberWithdrawn(EventId("event-1"), 1))
    told("09:01", NumberWithdrawn(EventId("event-1"), 9))
    told("09:02", queued(2, "b", starts_at=at("09:15")))
    told("09:05", entered("b", from_line=2), name="b")
    told("09:05", entered("c", from_line=77), name="c")
    told("09:06", PutBack(2, AppointmentId("b"), BENEFITS, 1, at("09:15"), at("09:02")))
    told("09:06", PutBack(78, AppointmentId("d"), BENEFITS, 1, at("09:15"), at("09:02")))
    (wait,) = waits_of(told.events)
    assert (wait.number, wait.since, wait.ended_at, wait.due) == (2, at("09:02"), None, at("09:15"))


def test_who_came_is_inside_or_in_the_line() -> None:
    told = Told()
    told("09:00", queued(1, "a"))
    told("09:00", queued(2, None))
    told("09:00", entered("b"))
    assert came_of(told.events) == {"a", "b"}


def test_who_gave_up_waiting_has_come_and_who_was_turned_back_is_still_expected() -> None:
    told = Told()
    told("09:00", queued(1, "gave-up"))
    told("09:05", queued(2, "taken-back"), name="mistake")
    told("09:06", NumberWithdrawn(EventId("mistake"), 2), by=GUARD)
    told("09:10", Uncalled(1, UncalledBecause.NOBODY_CAME))
    told("09:20", entered("turned-back"))
    told(
        "09:21",
        TurnedBack(VisitId("turned-back"), AppointmentId("turned-back"), BENEFITS, 1, NO_MASK),
        by=GUARD,
    )
    assert came_of(told.events) == {"gave-up"}


def test_a_day_teaches_who_came_when_and_for_how_long() -> None:
    told = Told()
    told("09:50", entered("early", until=at("10:30")))
    told("10:10", queued(1, "late"))
    told("10:20", entered("late", 2, from_line=1, until=at("10:50")))
    told("10:25", queued(2, "gave-up"))
    told("10:26", queued(3, None))
    told("10:30", exit_of("early"))
    told("10:40", Entered(VisitId("again"), AppointmentId("early"), BENEFITS, 1, at("11:10"), None))
    told("11:05", exit_of("late", 2))
    told("11:10", LetIn(VisitId("walk"), None, CASES, 3, at("12:00"), None, DESK_AGREES, 0, None))
    told("11:20", Exited(VisitId("walk"), None, CASES, 3))
    told("11:30", LetIn(VisitId("stays"), None, CASES, 1, at("12:00"), None, DESK_AGREES, 0, None))
    booked = [
        *(an_appointment(name) for name in ("early", "late", "gave-up", "away")),
        an_appointment("off", status=AppointmentStatus.CANCELLED),
    ]
    taught = lesson(MONDAY, told.events, booked, BERLIN)
    assert (taught.booked, taught.away, taught.lateness) == (4, 1, (-600, 600, 1500))
    assert taught.shares == {BENEFITS: (NEVER, 1000, 1500)}
    assert taught.stays == {CASES: (NEVER, 600)}
    assert taught.walk_ins == {BENEFITS: ((42, 1),), CASES: ((44, 3), (46, 1))}
    assert taught.squared == 11
    assert attendance(taught) == Attendance(booked=4, early=1, on_time=0, late=2)
    assert attendance(taught).away == 1


def by_steps(events: Iterable[Event]) -> tuple[House, int]:
    """Fold the events, and return the house with the most who were inside after one of them."""
    house, most = EMPTY_HOUSE, 0
    for event in events:
        house = after(house, event)
        most = max(most, house.inside)
    return house, most


@given(st.integers(0, 10_000))
def test_every_way_of_adding_up_gives_the_count_of_the_fold(seed: int) -> None:
    events = random_day(seed)
    house, most = by_steps(events)
    figures = day_figures(events)
    assert (figures.still_inside, figures.most_inside) == (house.inside, most)
    for area in (BENEFITS, CASES):
        curve = step_curve(events, house.inside_area(area), area)
        assert sum(
            each.people for event in events for each in changes_of(event.what) if each.area == area
        ) == (curve[-1].inside if curve else 0)
    assert max(most_by_quarter(events, BERLIN)) == most
    assert {visit.id for visit in visits_of(events) if visit.left_at is None} == {
        visit.id for visit in house.visits
    }
    left_open = enumerate(end_of_day(house))
    closed = [Event(EventId(f"end-{n}"), at("18:00"), None, None, what, None) for n, what in left_open]
    assert fold(closed, house).inside == house.inside + sum(
        change.people for event in closed for change in changes_of(event.what)
    )
