"""When an area is open: hours for each weekday, exceptions for single days, and public holidays.

Hours are wall-clock times of the office's time zone, so that both clock changes need no special case:
08:00 is when the clock at the wall says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.core.instant import in_utc

SEARCHED_DAYS = 366


@dataclass(frozen=True, slots=True)
class Span:
    """Open from `start` until just before `end`, wall-clock times of one day."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"a span must end after it starts, not {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """`weekly` maps a weekday (0 = Monday) to its spans; a weekday that is missing is closed.

    `exceptions` stands before `holidays`, and both stand before `weekly`: an exception without spans closes a
    day, one with spans opens it even on a public holiday. `holidays` maps a date to the name of the holiday.
    """

    weekly: Mapping[int, tuple[Span, ...]]
    exceptions: Mapping[date, tuple[Span, ...]]
    holidays: Mapping[date, str]

    def on(self, day: date) -> tuple[Span, ...]:
        """Return the spans in which it is open on `day`, in order; none when it is closed."""
        if day in self.exceptions:
            given = self.exceptions[day]
        elif day in self.holidays:
            given = ()
        else:
            given = self.weekly.get(day.weekday(), ())
        return tuple(sorted(given, key=lambda span: span.start))

    def is_open(self, now: datetime, zone: ZoneInfo) -> bool:
        """Say whether it is open at `now` (aware); the minute at which a span ends is closed."""
        local = in_utc(now).astimezone(zone)
        return any(span.start <= local.time() < span.end for span in self.on(local.date()))

    def next_opening(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """Return when it opens next after `now` (aware, in `zone`); None if it stays closed for a year."""
        now = in_utc(now)
        first_day = now.astimezone(zone).date()
        for ahead in range(SEARCHED_DAYS):
            day = first_day + timedelta(days=ahead)
            for span in self.on(day):
                # By way of UTC: an opening in the hour that the clock leaves out in spring comes after it.
                opening = in_utc(datetime.combine(day, span.start, tzinfo=zone))
                if opening > now:
                    return opening.astimezone(zone)
        return None
