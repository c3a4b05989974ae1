"""Moments in time, reckoned in UTC.

Python compares and subtracts two times of one zone by the clock at the wall, which shows an hour twice in
autumn and leaves one out in spring. The core therefore takes every time to UTC before it reckons with it.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def in_utc(moment: datetime) -> datetime:
    """Return the same moment in UTC. Raises ValueError for a naive time, which names no moment."""
    if moment.tzinfo is UTC:
        return moment  # as nearly all are: whatever was recorded is
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} bears no time zone: it names no moment")
    return moment.astimezone(UTC)


def is_over(day: date, now: datetime, zone: ZoneInfo) -> bool:
    """Say whether a day ended before `now` (aware) by the clock of `zone`."""
    return day < now.astimezone(zone).date()


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return when a day begins by the clock of `zone`."""
    return datetime.combine(day, time(), tzinfo=zone)


def ends_of_day(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the midnights, by the clock of `zone`, at which a day begins and ends.

    They are 23 to 25 hours apart in most zones; 22 to 27 in some, and not at all where a day was left out.
    """
    return midnight(day, zone), midnight(day + timedelta(days=1), zone)
