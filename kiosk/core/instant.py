"""Moments in time, reckoned in UTC.

Python compares and subtracts two times of one zone by the clock at the wall, which shows an hour twice in
autumn and leaves one out in spring. The core therefore takes every time to UTC before it reckons with it.
"""

from datetime import UTC, datetime


def in_utc(moment: datetime) -> datetime:
    """Return the same moment in UTC. Raises ValueError for a naive time, which names no moment."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} bears no time zone: it names no moment")
    return moment.astimezone(UTC)
