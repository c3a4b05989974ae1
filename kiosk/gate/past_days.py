"""The days that are over, read from the ledger: their figures, and what they teach of the days to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.core.backtest import KnownDay
from kiosk.core.events import Event
from kiosk.core.experience import Experience, Lesson, experience
from kiosk.core.figures.of_day import events_of_day
from kiosk.core.figures.ordinary import ordinary
from kiosk.core.figures.past_day import PastDay, day_sum
from kiosk.core.instant import ends_of_day
from kiosk.core.office import Office
from kiosk.core.rule_history import RuleHistory, rule_history
from kiosk.ledger.ledger import Ledger

LEARNT_FROM = timedelta(days=28)
"""The forecast learns from so long before: habits change with the season."""


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What the days before `day` were like: what each teaches, and the quarters of those of its weekday."""

    day: date
    lessons: tuple[Lesson, ...]
    alike: tuple[tuple[int, ...], ...]


class DaysBefore:
    """What the days before one day teach; read once for a day, and remembered."""

    def __init__(self, office: Office) -> None:
        """Learn how it goes in this office."""
        self._office = office
        self._learnt: _Learnt | None = None

    def experience(self, ledger: Ledger, day: date) -> Experience:
        """Return what the days before `day` taught for its weekday. Raises LedgerError."""
        return experience(self.lessons(ledger, day), day.weekday())

    def lessons(self, ledger: Ledger, day: date) -> tuple[Lesson, ...]:
        """Return what each of the days before `day` taught, for any weekday. Raises LedgerError."""
        return self._before(ledger, day).lessons

    def ordinary(self, ledger: Ledger, day: date) -> tuple[float, ...] | None:
        """Return how many were inside on average in each quarter of such a weekday; None: none is known."""
        return ordinary(self._before(ledger, day).alike)

    def _before(self, ledger: Ledger, day: date) -> _Learnt:
        if self._learnt is None or self._learnt.day != day:
            days = ledger.day_sums(self._office.time_zone)
            taught = tuple(days.taught(day - LEARNT_FROM, day - timedelta(days=1)))
            lessons = tuple(each.lesson for each in taught)
            alike = tuple(each.quarters for each in taught if each.lesson.day.weekday() == day.weekday())
            self._learnt = _Learnt(day, lessons, alike)
        return self._learnt


def past_days(ledger: Ledger, office: Office, first: date, last: date) -> Iterator[PastDay]:
    """Give the days from `first` to `last` on which something happened. Raises LedgerError."""
    return ledger.day_sums(office.time_zone).shown(first, last)


def figures_of(ledger: Ledger, office: Office, known: KnownDay) -> PastDay | None:
    """Return a day in numbers; None for a day without events. Raises LedgerError."""
    kept = ledger.day_sums(office.time_zone).kept(known.day)
    if kept is not None:
        return kept
    added = day_sum(known.day, known.events, known.booked, office.time_zone)
    return None if added is None else added.shown


def known_day(ledger: Ledger, office: Office, day: date) -> KnownDay:
    """Return a day with its events and its appointments. Raises LedgerError."""
    return KnownDay(day, _events(ledger, office, day), ledger.appointments(*_bounds(office, day)))


def known_rules(ledger: Ledger) -> RuleHistory:
    """Return what was known of the entered rules at each moment. Raises LedgerError."""
    return rule_history(each.event for each in ledger.rule_events())


def known_days(ledger: Ledger, office: Office, first: date, last: date) -> Iterator[KnownDay]:
    """Give the days from `first` to `last` on which something happened. Raises LedgerError."""
    days = (known_day(ledger, office, each) for each in _days(first, last))
    return (each for each in days if each.events)


def _events(ledger: Ledger, office: Office, day: date) -> tuple[Event, ...]:
    recorded = ledger.events_between(*_bounds(office, day))
    return events_of_day((each.event for each in recorded), day, office.time_zone)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _bounds(office: Office, day: date) -> tuple[datetime, datetime]:
    return ends_of_day(day, office.time_zone)
