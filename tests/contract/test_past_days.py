"""A day that is over is told the same by its figures, by its report, and by its events."""

from datetime import timedelta

import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.day_end import end_of_day
from kiosk.core.day_report import day_report
from kiosk.core.experience import experience
from kiosk.core.figures.attendance import Attendance
from kiosk.gate.past_days import DaysBefore, figures_of, known_day, past_days
from kiosk.ledger.ledger import Ledger
from tests.building import MONDAY, an_appointment, an_event, an_office, at
from tests.contract.test_events import append, entry, exit_of

OFFICE = an_office()
TUESDAY = MONDAY + timedelta(days=1)


def a_day_that_ended_by_itself(ledger: Ledger) -> None:
    """Two came, one left in time, and the other was settled when the next day began."""
    booked = [an_appointment(name) for name in ("a", "b", "away")]
    ledger.apply(AppointmentChanges(new=tuple(booked)))
    append(ledger, entry("a", 2), entry("b"), exit_of("a", 2))
    closing = at("07:00", TUESDAY)
    for number, what in enumerate(end_of_day(ledger.house())):
        append(ledger, an_event(what, closing, name=f"end-{number}"))
    append(ledger, an_event(entry("c").what, at("09:00", TUESDAY), name="c"))


def test_a_day_is_told_as_its_report_tells_it(ledger: Ledger) -> None:
    a_day_that_ended_by_itself(ledger)
    monday, tuesday = past_days(ledger, OFFICE, MONDAY, TUESDAY)
    report = day_report([each.event for each in ledger.events() if each.event.id != "c"])
    figures = monday.figures
    assert (monday.day, tuesday.day) == (MONDAY, TUESDAY)
    assert (figures.came, figures.left) == (report.came, report.left) == (3, 2)
    assert (figures.most_inside, figures.still_inside) == (report.most_inside, report.still_inside) == (3, 1)
    assert figures.mean_stay == timedelta(minutes=20)
    assert monday.attendance == Attendance(booked=3, early=0, on_time=2, late=0)
    assert tuesday.figures.still_inside == ledger.house().inside == 1


def test_the_figures_of_a_day_are_the_same_from_its_sum_and_from_its_events(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_day_that_ended_by_itself(ledger)
    monday = known_day(ledger, OFFICE, MONDAY)
    from_events = figures_of(ledger, OFFICE, monday)
    assert ledger.day_sums(OFFICE.time_zone).keep(MONDAY)
    monkeypatch.setattr("kiosk.gate.past_days.day_sum", None)
    assert from_events is not None
    assert figures_of(ledger, OFFICE, monday) == from_events


def test_a_day_without_events_has_no_figures(ledger: Ledger) -> None:
    assert figures_of(ledger, OFFICE, known_day(ledger, OFFICE, MONDAY)) is None


def test_days_without_events_are_left_out(ledger: Ledger) -> None:
    assert list(past_days(ledger, OFFICE, MONDAY, TUESDAY)) == []


def test_the_days_before_teach_what_comes_and_are_read_once(ledger: Ledger) -> None:
    before = DaysBefore(OFFICE)
    assert before.experience(ledger, MONDAY) == experience((), 0)
    assert before.ordinary(ledger, MONDAY) is None
    a_day_that_ended_by_itself(ledger)
    assert before.experience(ledger, MONDAY).days == 0
    a_week_later = MONDAY + timedelta(days=7)
    assert before.experience(ledger, a_week_later).days == 2
    assert before.experience(ledger, a_week_later).away == 2 / 13
    ordinary = before.ordinary(ledger, a_week_later)
    assert ordinary is not None
    assert (ordinary[39], ordinary[40], ordinary[95]) == (0, 3, 1)
