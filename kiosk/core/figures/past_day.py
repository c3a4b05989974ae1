"""A day that is over: what its events and its appointments add up to, to be shown and to learn from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from kiosk.core.appointment import Appointment
from kiosk.core.events import Event
from kiosk.core.experience import Lesson
from kiosk.core.figures.attendance import Attendance, attendance, lesson
from kiosk.core.figures.day import DayFigures, day_figures
from kiosk.core.figures.ordinary import most_by_quarter


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day on which something happened, in numbers."""

    day: date
    figures: DayFigures
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class Taught:
    """What a day teaches: who came, for how long, and how many were inside at most in each of 96 quarters."""

    lesson: Lesson
    quarters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DaySum:
    """All that is known of a day that is over; numbers only, in which nobody can be found."""

    shown: PastDay
    taught: Taught


def day_sum(
    day: date, events: Sequence[Event], booked: Iterable[Appointment], zone: ZoneInfo
) -> DaySum | None:
    """Return what the events of `day` (`events_of_day`) and its appointments add up to; None without events.

    The ledger keeps what comes of it: who changes it, here or in what it calls, adds a migration that empties
    `day_sum`.
    """
    if not events:
        return None
    learnt = lesson(day, events, booked, zone)
    shown = PastDay(day, day_figures(events), attendance(learnt))
    return DaySum(shown, Taught(learnt, most_by_quarter(events, zone)))
