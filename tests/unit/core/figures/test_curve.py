"""The course of a day."""

from dataclasses import replace
from datetime import datetime

from kiosk.core.door_events import CountedOut, EntryWithdrawn, Reconciled, VisitReopened
from kiosk.core.events import Corrected, CorrectedBecause, Declined, Event, Exited, Happening
from kiosk.core.figures.curve import (
    CapStep,
    Change,
    Quarter,
    Step,
    caps_over,
    changes_of,
    quarters,
    step_curve,
)
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, VisitId
from tests.building import (
    BENEFITS,
    CASES,
    YOUTH,
    a_cap,
    a_mask_rule,
    an_event,
    an_office,
    at,
    entered,
    house_rules,
)


def _left(name: str, party: int = 1) -> Exited:
    return Exited(VisitId(name), None, BENEFITS, party)


def _day(*happened: tuple[str, Happening]) -> list[Event]:
    return [an_event(what, at(clock), name=str(number)) for number, (clock, what) in enumerate(happened)]


def test_the_curve_steps_where_the_number_changes_and_ends_at_the_fold() -> None:
    events = _day(
        ("08:01", entered("a", 2)),
        ("08:02", Declined(None)),
        ("08:05", entered("b", area=CASES)),
        ("08:30", _left("a", 2)),
        ("09:00", Corrected(YOUTH, 3, CorrectedBecause.RECOUNT)),
    )
    house = fold(events)
    assert step_curve(events, house.inside) == (
        Step(at("08:01"), 2),
        Step(at("08:05"), 3),
        Step(at("08:30"), 1),
        Step(at("09:00"), 4),
    )
    assert step_curve(events, house.inside_area(CASES), CASES) == (Step(at("08:05"), 1),)
    assert step_curve([], 7) == ()


def test_who_was_counted_out_elsewhere_changes_both_areas() -> None:
    reopened = VisitReopened(
        EventId("1"),
        VisitId("a"),
        None,
        BENEFITS,
        2,
        at("08:00"),
        at("09:00"),
        mask_exempt=False,
        left_from=CASES,
    )
    assert changes_of(reopened) == (Change(BENEFITS, 2), Change(CASES, -2))
    assert changes_of(replace(reopened, left_from=None)) == (Change(BENEFITS, 2),)
    assert changes_of(Reconciled(VisitId("a"), None, BENEFITS, 2, CASES)) == (
        Change(BENEFITS, -2),
        Change(CASES, 2),
    )


def test_what_was_recorded_late_stands_where_it_happened() -> None:
    events = _day(("08:10", entered("a")), ("08:05", entered("b", 2)))
    assert step_curve(events, 3) == (Step(at("08:05"), 2), Step(at("08:10"), 3))


def test_quarters_count_who_came_and_left_and_not_what_was_taken_back() -> None:
    events = _day(
        ("08:00", entered("a", 2)),
        ("08:14", entered("b")),
        ("08:14", EntryWithdrawn(EventId("1"), VisitId("b"), None, BENEFITS, 1, came_in_time=False)),
        ("08:15", _left("a", 2)),
        ("08:59", CountedOut(CASES, 3)),
        ("09:00", Corrected(CASES, 3, CorrectedBecause.RECOUNT)),
    )
    assert quarters(events) == (
        Quarter(at("08:00"), 2, 0),
        Quarter(at("08:15"), 0, 2),
        Quarter(at("08:45"), 0, 3),
    )


def test_caps_are_told_from_the_beginning_on_and_where_they_change() -> None:
    def caps(since: datetime, until: datetime) -> tuple[CapStep, ...]:
        return caps_over(rules, since, until)

    rules = house_rules(a_cap(25), a_cap(25, since=at("09:00")), a_cap(20, since=at("10:00"), cases=4))
    assert caps(at("08:00"), at("16:00")) == (CapStep(at("08:00"), 25), CapStep(at("10:00"), 20))
    assert caps(at("11:00"), at("16:00")) == (CapStep(at("11:00"), 20),)
    assert caps_over(rules, at("08:00"), at("16:00"), CASES) == (
        CapStep(at("08:00"), None),
        CapStep(at("10:00"), 4),
    )
    assert caps(at("08:00"), at("10:00")) == (CapStep(at("08:00"), 25),)


def test_a_rule_on_masks_changes_no_cap() -> None:
    office = an_office()
    assert a_mask_rule().since in {rule.since for rule in office.rules.masks}
    assert caps_over(office.rules, at("00:00"), at("23:00")) == (CapStep(at("00:00"), 25),)
