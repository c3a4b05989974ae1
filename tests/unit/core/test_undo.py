"""Taking back: what it does to the house, and when it is refused."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.door_events import CountedOut, LetIn, MaskExempted, PutBack, Reconciled, TurnedBack
from kiosk.core.events import (
    AdmissionStopped,
    Called,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Declined,
    Entered,
    Event,
    Exited,
    Happening,
    Settled,
    SettledBecause,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId
from kiosk.core.undo import can_be_undone, part_of, undo
from tests.building import (
    BENEFITS,
    CASES,
    EMERGENCY,
    MAIN_DOOR,
    NO_MASK,
    ROUND,
    YOUTH,
    at,
    entered,
    queued,
    wording,
)

TEN = at("10:00")
WITHIN = timedelta(minutes=10)
A = AppointmentId("a")
SEEN = SettledBecause.SEEN_LEAVING


def entry(name: str = "a", party: int = 2, *, from_line: int | None = None) -> Entered:
    return entered(name, party, from_line=from_line)


def let_in(name: str | None = "a", party: int = 2, *, from_line: int | None = None) -> LetIn:
    appointment = None if name is None else AppointmentId(name)
    visit = VisitId(name or "walk-in")
    return LetIn(visit, appointment, BENEFITS, party, at("10:30"), from_line, EMERGENCY, 0, None)


EXIT = Exited(VisitId("a"), A, BENEFITS, 2)
SETTLED = Settled(VisitId("a"), A, BENEFITS, 2, SEEN)
TURNED_BACK = TurnedBack(VisitId("a"), A, BENEFITS, 2, NO_MASK)
RECONCILED = Reconciled(VisitId("a"), A, BENEFITS, 2, CASES)
COUNTED_OUT = CountedOut(CASES, 2)
RECOUNTED = Corrected(BENEFITS, -1, CorrectedBecause.RECOUNT, ROUND)
SKIPPED = Uncalled(1, UncalledBecause.SKIPPED)
PUT_BACK = PutBack(1, A, BENEFITS, 1, None, TEN)
CALLED = Called(1, at("10:05"))
EXEMPT = MaskExempted(VisitId("a"))


class Day:
    """What happens one after the other; an entry bears the id of its visit, all else numbers."""

    def __init__(self, *happenings: Happening, when: datetime = TEN) -> None:
        self.events: list[Event] = []
        self._ids = count()
        self.happen(*happenings, when=when)

    def happen(self, *happenings: Happening, when: datetime = TEN) -> "Day":
        for what in happenings:
            number = next(self._ids)
            id_ = what.visit if isinstance(what, Entered | LetIn) else str(number)
            self.events.append(Event(EventId(id_), when, MAIN_DOOR, StaffId("guard"), what, None))
        return self

    @property
    def house(self) -> House:
        return fold(self.events)

    def undo(self, index: int = -1, now: datetime = TEN) -> tuple[Happening, ...] | NotDone:
        index %= len(self.events)
        earlier, later = self.events[:index], self.events[index + 1 :]
        return undo(self.events[index], earlier, later, self.house, now, WITHIN)

    def taken_back(self, index: int = -1, now: datetime = TEN) -> House:
        back = self.undo(index, now)
        assert not isinstance(back, NotDone), back
        self.happen(*back, when=now)
        return self.house


STORIES: dict[str, tuple[tuple[Happening, ...], Happening]] = {
    "an entry": ((), entry()),
    "an override": ((), let_in()),
    "a walk-in": ((), let_in(None)),
    "an entry from the line": ((queued(1, "a", 2, starts_at=TEN), queued(2, "b")), entry(from_line=1)),
    "an override from the line": ((queued(1, "b"), queued(2, "a", 2)), let_in(from_line=2)),
    "an exit": ((entry(),), EXIT),
    "an exit of who is exempt": ((entry(), EXEMPT), EXIT),
    "a settled visit": ((entry("b"), entry()), SETTLED),
    "a settled walk-in": (
        (let_in(None),),
        Settled(VisitId("walk-in"), None, BENEFITS, 2, SEEN),
    ),
    "a party turned back": ((let_in(),), TURNED_BACK),
    "a reconciled visit": ((entry(), COUNTED_OUT), RECONCILED),
    "people counted out": ((entry(),), COUNTED_OUT),
    "a recount": ((entry(),), RECOUNTED),
    "a number given to a walk-in": ((queued(1, "a"),), queued(2)),
    "a skipped number": ((queued(1, "a"), queued(2, "b")), SKIPPED),
    "a call": ((queued(1, "a"),), CALLED),
    "an exemption": ((entry(),), EXEMPT),
}


@pytest.mark.parametrize(("before", "what"), STORIES.values(), ids=STORIES)
def test_what_is_taken_back_leaves_the_house_as_it_was(
    before: tuple[Happening, ...], what: Happening
) -> None:
    day = Day(*before)
    house = day.house
    undone = day.happen(what).taken_back()
    assert set(undone.visits) == set(house.visits)
    # How long people usually stay is measured at exits, a letter that was let in may come again, and a number
    # that was given is not given a second time.
    other = replace(
        undone,
        visits=house.visits,
        stays=house.stays,
        missed=house.missed,
        last_number=house.last_number,
        latest_at=house.latest_at,
    )
    assert other == house


@pytest.mark.parametrize(("before", "what"), STORIES.values(), ids=STORIES)
def test_nothing_is_taken_back_twice(before: tuple[Happening, ...], what: Happening) -> None:
    day = Day(*before, what)
    target = len(day.events) - 1
    day.taken_back(target)
    # A skipped number that stands in the line again was put back, by whatever tap.
    expected = NotDone.SOMETHING_RESTS_ON_IT if what == SKIPPED else NotDone.ALREADY_UNDONE
    assert day.undo(target) is expected


@pytest.mark.parametrize(("before", "what"), STORIES.values(), ids=STORIES)
def test_an_undoing_is_not_undone_but_done_again(before: tuple[Happening, ...], what: Happening) -> None:
    day = Day(*before, what)
    day.taken_back()
    if what == SKIPPED:
        assert isinstance(day.undo(), tuple)
    else:
        target = len(before) + 1
        assert day.undo(target) is NotDone.CANNOT_BE_UNDONE


@pytest.mark.parametrize(("before", "what"), STORIES.values(), ids=STORIES)
def test_nothing_is_taken_back_that_is_longer_ago_or_of_another_day(
    before: tuple[Happening, ...], what: Happening
) -> None:
    day = Day(*before, what)
    assert isinstance(day.undo(now=TEN + WITHIN), tuple)
    assert day.undo(now=TEN + WITHIN + timedelta(seconds=1)) is NotDone.TOO_LONG_AGO
    # A clock that was set back since makes nothing younger.
    assert day.undo(now=TEN - WITHIN - timedelta(seconds=1)) is NotDone.TOO_LONG_AGO
    day.happen(DayEnded())
    assert day.undo(len(before)) is NotDone.SOMETHING_RESTS_ON_IT


RESTING: dict[str, tuple[tuple[Happening, ...], Happening, tuple[Happening, ...]]] = {
    "the visit ended": ((), entry(), (EXIT,)),
    "the visit was settled": ((), let_in(), (SETTLED,)),
    "the party came in anew": (
        (entry(),),
        EXIT,
        (replace(entered("a2"), appointment=A), Exited(VisitId("a2"), A, BENEFITS, 1)),
    ),
    "the party joined the line": ((entry(),), TURNED_BACK, (queued(1, "a"),)),
    "the people were found": ((entry(),), COUNTED_OUT, (RECONCILED,)),
    "the number was put back": ((queued(1, "a"),), SKIPPED, (PUT_BACK,)),
    "the party came in": ((queued(1, "a"),), SKIPPED, (entry(),)),
    "the party with the number came in": ((), queued(1), (let_in(None, from_line=1),)),
    "the number was passed over": ((), queued(1), (SKIPPED,)),
    "the called party came in": ((queued(1, "a"),), CALLED, (entry(from_line=1),)),
    "the called party was called again": ((queued(1, "a"),), CALLED, (Called(1, at("10:06")),)),
    "the exempt party left": ((entry(),), EXEMPT, (EXIT,)),
}


@pytest.mark.parametrize(("before", "what", "since"), RESTING.values(), ids=RESTING)
def test_nothing_is_taken_back_on_which_something_rests(
    before: tuple[Happening, ...], what: Happening, since: tuple[Happening, ...]
) -> None:
    day = Day(*before, what)
    target = len(day.events) - 1
    day.happen(*since)
    assert day.undo(target) is NotDone.SOMETHING_RESTS_ON_IT


def test_a_number_that_was_put_back_is_skipped_again_unless_it_was_called() -> None:
    day = Day(queued(1, "a"), SKIPPED, PUT_BACK)
    assert day.undo() == (SKIPPED,)
    day.happen(CALLED)
    assert day.undo(2) is NotDone.SOMETHING_RESTS_ON_IT


def test_a_number_is_taken_back_even_when_it_was_called_meanwhile() -> None:
    day = Day(queued(1), CALLED)
    house = day.taken_back(0)
    assert (house.line, house.passed_over) == ((), ())


@pytest.mark.parametrize("what", [entry(), let_in(), COUNTED_OUT, RECOUNTED])
def test_nothing_is_taken_back_from_an_area_that_was_recounted_since(
    what: Entered | LetIn | CountedOut | Corrected,
) -> None:
    day = Day(what)
    day.happen(replace(RECOUNTED, area=YOUTH))
    assert isinstance(day.undo(0), tuple)
    day.happen(replace(RECOUNTED, area=what.area, change=0))
    assert day.undo(0) is NotDone.RECOUNTED_SINCE


@pytest.mark.parametrize("area", [BENEFITS, CASES])
def test_a_reconciled_visit_rests_on_two_areas(area: AreaId) -> None:
    day = Day(entry(), COUNTED_OUT, RECONCILED, replace(RECOUNTED, area=area))
    assert day.undo(2) is NotDone.RECOUNTED_SINCE


def test_a_recount_that_was_itself_taken_back_stands_in_nobodys_way() -> None:
    day = Day(entry(), RECOUNTED)
    day.taken_back()
    assert isinstance(day.undo(0), tuple)


@pytest.mark.parametrize(
    "what",
    [
        Declined(A),
        AdmissionStopped(None, wording("Halt")),
        DayEnded(),
        Corrected(BENEFITS, 1, CorrectedBecause.DAY_ENDED),
    ],
)
def test_what_has_an_opposite_or_concerns_no_count_is_not_undone(what: Happening) -> None:
    assert Day(what).undo() is NotDone.CANNOT_BE_UNDONE


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ((entry(),), Settled(VisitId("a"), A, BENEFITS, 2, SettledBecause.DAY_ENDED)),
        ((queued(1, "a"),), CALLED),
        ((), queued(1, "a")),
        ((queued(1, "a"),), Uncalled(1, UncalledBecause.NOBODY_CAME)),
    ],
)
def test_what_time_alone_or_a_letter_brought_about_is_not_undone(
    before: tuple[Happening, ...], what: Happening
) -> None:
    day = Day(*before, what)
    target = replace(day.events[-1], by=None)
    assert undo(target, (), (), day.house, TEN, WITHIN) is NotDone.CANNOT_BE_UNDONE


def test_who_was_let_in_by_the_rules_may_come_again_however_late_and_who_was_not_may_not() -> None:
    assert Day(entry()).taken_back().missed == (A,)
    assert Day(let_in()).taken_back().missed == ()
    # Back in the line, the party has its place again and has missed nothing.
    assert Day(queued(1, "a"), entry(from_line=1)).taken_back().missed == ()


def test_an_entry_from_a_line_that_nobody_knows_is_a_fault_of_the_program() -> None:
    day = Day(queued(1, "a"), entry(from_line=1))
    with pytest.raises(ValueError, match="number 1"):
        undo(day.events[1], (), (), day.house, TEN, WITHIN)


def test_a_visit_whose_beginning_nobody_knows_is_a_fault_of_the_program() -> None:
    day = Day(entry(), EXIT)
    with pytest.raises(ValueError, match="visit a"):
        undo(day.events[1], (), (), day.house, TEN, WITHIN)


def test_an_exemption_that_was_withdrawn_before_the_exit_does_not_come_back_with_the_visit() -> None:
    day = Day(entry(), EXEMPT)
    day.taken_back()
    day.happen(EXIT)
    assert not day.taken_back().visits[0].mask_exempt


def test_the_panel_offers_what_can_be_taken_back_newest_first_and_each_tap_once() -> None:
    exempt = MaskExempted(VisitId("b"))
    day = Day(entry(), EXIT, entry("b"), exempt, Declined(A))
    assert [event.what for event in can_be_undone(day.events, day.house, TEN, WITHIN)] == [
        exempt,
        entry("b"),
        EXIT,
    ]
    day = Day(RECOUNTED, replace(RECOUNTED, area=YOUTH))
    of_one_tap = [day.events[0], replace(day.events[1], id=part_of(day.events[0].id, 2))]
    assert can_be_undone(of_one_tap, day.house, TEN, WITHIN) == (day.events[0],)
    assert can_be_undone([], EMPTY_HOUSE, TEN, WITHIN) == ()
