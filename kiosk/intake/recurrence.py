"""Recurring events: when their appointments are, within a year to come (RFC 5545, 3.3.10 and 3.8.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import product

from dateutil.rrule import rrulebase, rrulestr
from icalendar import vRecur

from kiosk.intake.cells import CellError, quoted

LOOKED_AHEAD = timedelta(days=366)
MOST_OF_A_SERIES = 1000

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_SET_FREQUENCIES = ("MONTHLY", "YEARLY")
_PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Window:
    """From when until before when (both aware) the appointments of a series are looked at."""

    start: datetime
    end: datetime

    def holds(self, at: datetime) -> bool:
        """Say whether an appointment at this time is looked at."""
        return self.start <= at < self.end


def planned(
    start: datetime,
    rules: Sequence[str],
    more: Sequence[datetime | date],
    fewer: Sequence[datetime | date],
    window: Window,
) -> list[datetime]:
    """Return when an event that begins at `start` (aware) recurs within the window, in UTC, in order.

    `rules` are the texts of its RRULEs, `more` and `fewer` its RDATEs and EXDATEs. It recurs by the clock of
    the zone of `start`, in summer and winter. Raises CellError.
    """
    zone = start.tzinfo
    local = start.replace(tzinfo=None)
    found = {start.astimezone(UTC)}
    last = window.end.astimezone(zone).replace(tzinfo=None)
    for text in rules:
        for at in _rule(text, local, zone):
            if at > last:
                break
            found.add(at.replace(tzinfo=zone).astimezone(UTC))
            if len(found) > _most_since(local, window, zone):
                raise CellError(_TOO_MANY)
    found |= {_at(each, start) for each in more}
    found -= {_at(each, start) for each in fewer}
    in_window = sorted(each for each in found if window.holds(each))
    if len(in_window) > MOST_OF_A_SERIES:
        raise CellError(_TOO_MANY)
    return in_window


_TOO_MANY = f"it recurs more than {MOST_OF_A_SERIES} times a year: give each room or desk a series of its own"


def _most_since(local: datetime, window: Window, zone: tzinfo | None) -> int:
    years = max(0, window.end.astimezone(zone).year - local.year)
    return MOST_OF_A_SERIES * (years + 1)


def _rule(text: str, local: datetime, zone: tzinfo | None) -> rrulebase:
    try:
        parts = vRecur.from_ical(text.strip())
    except ValueError:
        raise CellError(f"write a rule such as FREQ=WEEKLY;COUNT=4, not {quoted(text)}") from None
    frequency = str(next(iter(parts.get("FREQ", ())), ""))
    unknown = [name for name in parts if name not in _PARTS]
    if frequency not in _FREQUENCIES or unknown:
        what = f"FREQ={frequency}" if frequency not in _FREQUENCIES else unknown[0]
        raise CellError(
            f"{quoted(what)} cannot be read here: appointments recur by {', '.join(_FREQUENCIES)}, "
            f"with {', '.join(_PARTS[1:])}"
        )
    if "BYSETPOS" in parts and frequency not in _SET_FREQUENCIES:
        raise CellError(f"BYSETPOS can be read with {' and '.join(_SET_FREQUENCIES)} only")
    if int(next(iter(parts.get("INTERVAL", (1,))))) < 1:
        raise CellError("INTERVAL is 1 or more")
    _refuse_no_day(parts)
    for until in parts.get("UNTIL", ()):
        # The library compares with what it reckons with: times of the clock at the wall.
        parts["UNTIL"] = [_wall_clock(until, zone)]
    try:
        rule: rrulebase = rrulestr(parts.to_ical().decode(), dtstart=local)
    except (ValueError, TypeError, OverflowError):
        raise CellError(f"write a rule such as FREQ=WEEKLY;COUNT=4, not {quoted(text)}") from None
    return rule


def _refuse_no_day(parts: vRecur) -> None:
    """Refuse 30 February and the like: it would be searched for until the end of the calendar."""
    days = [int(day) for day in parts.get("BYMONTHDAY", ())]
    months = [int(month) for month in parts.get("BYMONTH", range(1, 13))]
    if not all(1 <= month <= len(_LONGEST_MONTHS) for month in months):
        raise CellError("BYMONTH is from 1 to 12")
    longest = [_LONGEST_MONTHS[month - 1] for month in months]
    if days and not any(1 <= abs(day) <= length for day, length in product(days, longest)):
        raise CellError("BYMONTHDAY names no day that there is in these months")


def _wall_clock(until: datetime | date, zone: tzinfo | None) -> datetime:
    if not isinstance(until, datetime):
        return datetime.combine(until, time(23, 59, 59))
    return until if until.tzinfo is None else until.astimezone(zone).replace(tzinfo=None)


def _at(each: datetime | date, start: datetime) -> datetime:
    """Return a time in UTC; of a day, the time at which the event is held."""
    if isinstance(each, datetime):
        return each.astimezone(UTC)
    return datetime.combine(each, start.time(), tzinfo=start.tzinfo).astimezone(UTC)
