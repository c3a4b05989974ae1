"""Which events belong to a day of the office."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    DayEnded,
    Event,
    Settled,
    SettledBecause,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.help_events import HelpEnded, HelpEndedBecause


def events_of_day(events: Iterable[Event], day: date, zone: ZoneInfo) -> tuple[Event, ...]:
    """Return those of `events` that belong to this day of the office, in their order.

    What ended a day by itself was recorded when the next one began, and belongs to neither: the people whom
    it settled were inside until then.
    """
    return tuple(
        event for event in events if event.at.astimezone(zone).date() == day and not _ended_by_itself(event)
    )


def _ended_by_itself(event: Event) -> bool:
    if event.by is not None:
        return False
    match event.what:
        case DayEnded():
            return True
        case Settled(because=because):
            return because is SettledBecause.DAY_ENDED
        case Corrected(because=because):
            return because is CorrectedBecause.DAY_ENDED
        case Uncalled(because=because):
            return because is UncalledBecause.DAY_ENDED
        case HelpEnded(because=because):
            return because is HelpEndedBecause.DAY_ENDED
        case _:
            return False
