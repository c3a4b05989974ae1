"""How full an ordinary day is, by quarters of an hour of the clock at the wall."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.core.events import Event
from kiosk.core.experience import QUARTERS
from kiosk.core.figures.curve import changes_of, step_curve


def most_by_quarter(events: Sequence[Event], zone: ZoneInfo) -> tuple[int, ...]:
    """Return how many were inside at most in each of the day's 96 quarters, of the events of one day."""
    most = [0] * QUARTERS
    inside, reached = 0, 0
    for step in step_curve(events, people_after(events)):
        quarter = _quarter(step.at, zone)
        for between in range(reached + 1, quarter + 1):
            most[between] = inside
        # Where the clocks were set back, a quarter comes twice.
        reached = max(reached, quarter)
        inside = step.inside
        most[quarter] = max(most[quarter], inside)
    most[reached + 1 :] = [inside] * (QUARTERS - reached - 1)
    return tuple(most)


def people_after(events: Iterable[Event]) -> int:
    """Return how many are inside after the events of one day, which begins with nobody inside."""
    return sum(change.people for event in events for change in changes_of(event.what))


def ordinary(days: Sequence[tuple[int, ...]]) -> tuple[float, ...] | None:
    """Return how many were inside on average in each quarter of these days; None for no days."""
    if not days:
        return None
    return tuple(sum(each[quarter] for each in days) / len(days) for quarter in range(QUARTERS))


def _quarter(at: datetime, zone: ZoneInfo) -> int:
    local = at.astimezone(zone)
    return local.hour * 4 + local.minute // 15
