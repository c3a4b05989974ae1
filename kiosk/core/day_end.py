"""The end of the day: what is still open is settled, visibly, before the next day begins."""

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.core.events import (
    Corrected,
    CorrectedBecause,
    DayEnded,
    Happening,
    Settled,
    SettledBecause,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.help_events import HelpEnded, HelpEndedBecause
from kiosk.core.instant import is_over
from kiosk.core.occupancy import House


def day_is_over(house: House, now: datetime, zone: ZoneInfo) -> bool:
    """Say whether the latest event of the house lies on an earlier day of `zone` than `now` (aware)."""
    if house.latest_at is None:
        return False
    return is_over(house.latest_at.astimezone(zone).date(), now, zone)


def end_of_day(house: House) -> tuple[Happening, ...]:
    """Return what brings the house to nobody inside and nobody waiting, one event for each thing left open.

    A stop of admission stays: the staff lifts what the staff ordered.
    """
    settled = tuple(
        Settled(visit.id, visit.appointment, visit.area, visit.party, SettledBecause.DAY_ENDED)
        for visit in house.visits
    )
    uncalled = tuple(Uncalled(place.number, UncalledBecause.DAY_ENDED) for place in house.line)
    corrected = tuple(
        Corrected(area, -change, CorrectedBecause.DAY_ENDED) for area, change in house.corrections.items()
    )
    unanswered = tuple(
        HelpEnded(each.door, HelpEndedBecause.DAY_ENDED) for each in house.help_at if each.since is not None
    )
    return (*settled, *uncalled, *corrected, *unanswered, DayEnded())
