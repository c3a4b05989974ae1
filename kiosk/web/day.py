"""Today's events as the reader follows them, and what the pages tell of the day: so far, and from now on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.core.events import Event
from kiosk.core.figures.attendance import came_of
from kiosk.core.figures.day import Waits, waits_in
from kiosk.core.forecast import DayAhead, Forecast, forecast
from kiosk.core.instant import ends_of_day, in_utc
from kiosk.core.occupancy import House
from kiosk.core.office import Office
from kiosk.core.rule_events import RuleHappening
from kiosk.core.rule_history import RuleHistory, rule_history
from kiosk.core.tally import refusals
from kiosk.core.verdict import Reason
from kiosk.gate.past_days import DaysBefore
from kiosk.ledger.chain import RecordedEvent
from kiosk.ledger.ledger import Ledger
from kiosk.web.course import Course, Happened, course_of

_FORECAST_ANEW_AFTER = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class DayNews:
    """Today as it was seen at `made_at`: its course so far, who waited, and what is expected.

    `told` is how often visitors were refused or told to wait, by reason.
    """

    made_at: datetime
    course: Course
    waited: Waits
    told: Mapping[Reason, int]
    ahead: Forecast


class DayBook:
    """The events of the running day, and its appointments. One thread at a time."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._before = DaysBefore(office)
        self._day: date | None = None
        self._events: list[Event] = []
        self._about_rules: list[Event] = []
        self._history: RuleHistory = ()
        self._seq = 0
        self._ahead: tuple[date, Forecast] | None = None

    def hear(self, recorded: Sequence[RecordedEvent]) -> None:
        """Take events that were read already, as far as they follow on those that are known here."""
        new = [each for each in recorded if each.seq > self._seq]
        if self._day is None or not new or new[0].seq != self._seq + 1:
            return
        self._follow([each.event for each in new], self._day)
        self._seq = new[-1].seq

    def news(self, ledger: Ledger, seq: int, house: House, now: datetime) -> DayNews:
        """Return the day until event `seq`, after which the house is `house`, and what comes after `now`."""
        day = now.astimezone(self._office.time_zone).date()
        if day != self._day or seq < self._seq:
            self._read_anew(ledger, day, seq)
        elif seq > self._seq:
            since = ledger.events(self._seq)
            self._follow([each.event for each in since if each.seq <= seq], day)
        self._seq = seq
        return self._told(ledger, day, house, now)

    def _read_anew(self, ledger: Ledger, day: date, seq: int) -> None:
        # What is committed meanwhile is of the next news.
        about_rules = [each.event for each in ledger.rule_events() if each.seq <= seq]
        today = ledger.events_between(*self._ends_of(day))
        self._events = [each.event for each in today if each.seq <= seq]
        self._day, self._about_rules, self._history = day, about_rules, rule_history(about_rules)

    def _follow(self, events: Sequence[Event], day: date) -> None:
        start, end = self._ends_of(day)
        self._events += [each for each in events if start <= each.at < end]
        about_rules = [each for each in events if isinstance(each.what, RuleHappening)]
        if about_rules:
            self._about_rules += about_rules
            self._history = rule_history(self._about_rules)

    def _told(self, ledger: Ledger, day: date, house: House, now: datetime) -> DayNews:
        happened = Happened(day, self._events, house.inside)
        ordinary = self._before.ordinary(ledger, day)
        return DayNews(
            made_at=now,
            course=course_of(self._office, happened, self._history, ordinary),
            waited=waits_in(self._events),
            told=refusals(self._events),
            ahead=self._ahead_of(ledger, day, house, now),
        )

    def _ahead_of(self, ledger: Ledger, day: date, house: House, now: datetime) -> Forecast:
        """Return the forecast, made anew every few seconds: it costs more than all else, and hardly moves."""
        last = self._ahead
        if last is not None and last[0] == day and abs(now - last[1].now) < _FORECAST_ANEW_AFTER:
            return last[1]
        known = DayAhead(
            office=self._office,
            booked=ledger.appointments(*self._ends_of(day)),
            came=came_of(self._events),
            house=house,
            experience=self._before.experience(ledger, day),
        )
        ahead = forecast(known, now)
        self._ahead = day, ahead
        return ahead

    def _ends_of(self, day: date) -> tuple[datetime, datetime]:
        start, end = ends_of_day(day, self._office.time_zone)
        return in_utc(start), in_utc(end)
