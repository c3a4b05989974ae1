"""Today's events as the reader follows them, and what the pages tell of the day: so far, and from now on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.core.events import Event
from kiosk.core.figures.attendance import came_of
from kiosk.core.figures.curve import CapStep, Quarter, Step, caps_over, quarters, step_curve
from kiosk.core.forecast import DayAhead, Forecast, forecast
from kiosk.core.instant import ends_of_day, in_utc
from kiosk.core.occupancy import House
from kiosk.core.office import Office
from kiosk.core.tally import refusals
from kiosk.core.verdict import Reason
from kiosk.gate.past_days import DaysBefore
from kiosk.ledger.ledger import Ledger

_FORECAST_ANEW_AFTER = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class DayNews:
    """A day from `opens_at` to `closes_at`: who was inside when, under which caps, and what is expected.

    The two are wide enough for everything that happened. `told` is how often visitors were refused or told to
    wait, by reason.
    """

    made_at: datetime
    day: date
    opens_at: datetime
    closes_at: datetime
    steps: tuple[Step, ...]
    caps: tuple[CapStep, ...]
    quarters: tuple[Quarter, ...]
    told: Mapping[Reason, int]
    ahead: Forecast


class DayBook:
    """The events of the running day, and its appointments. One thread at a time."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._before = DaysBefore(office)
        self._day: date | None = None
        self._events: list[Event] = []
        self._seq = 0
        self._ahead: tuple[date, Forecast] | None = None

    def news(self, ledger: Ledger, seq: int, house: House, now: datetime) -> DayNews:
        """Return the day until event `seq`, after which the house is `house`, and what comes after `now`."""
        day = now.astimezone(self._office.time_zone).date()
        start, end = self._ends_of(day)
        if day != self._day or seq < self._seq:
            # What is committed meanwhile is of the next news.
            today = (each.event for each in ledger.events_between(start, end) if each.seq <= seq)
            self._day, self._events = day, list(today)
        else:
            since = ledger.events(self._seq)
            self._events += [each.event for each in since if each.seq <= seq and start <= each.event.at < end]
        self._seq = seq
        return self._told(ledger, day, house, now)

    def _told(self, ledger: Ledger, day: date, house: House, now: datetime) -> DayNews:
        start, end = self._ends_of(day)
        office, events = self._office, self._events
        steps = step_curve(events, house.inside)
        opens_at, closes_at = _hours_of(office, day, start, end)
        opens_at = min([opens_at, *(step.at for step in steps[:1])])
        closes_at = max([closes_at, *(step.at for step in steps[-1:])])
        return DayNews(
            made_at=now,
            day=day,
            opens_at=opens_at,
            closes_at=closes_at,
            steps=steps,
            caps=caps_over(office.rules, opens_at, closes_at, entered=house.entered_rules),
            quarters=quarters(events),
            told=refusals(events),
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


def _hours_of(office: Office, day: date, start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Return when the first area opens and the last closes; the whole day where none does."""
    spans = [span for area in office.areas.values() for span in area.hours.on(day)]
    if not spans:
        return start, end
    zone = office.time_zone
    opens = datetime.combine(day, min(span.start for span in spans), tzinfo=zone)
    closes = datetime.combine(day, max(span.end for span in spans), tzinfo=zone)
    return in_utc(opens), in_utc(closes)
