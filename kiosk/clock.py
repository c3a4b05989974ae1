"""The clock of the running program: everything that decides is told the time, and this is who tells it."""

from datetime import UTC, datetime


def now_utc() -> datetime:
    """Return the time of this machine."""
    return datetime.now(UTC)
