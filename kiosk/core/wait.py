"""How long who stands in the line will wait: the line is served as it will be, exit by exit."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from kiosk.core.instant import in_utc
from kiosk.core.line import Due, Space, turn
from kiosk.core.occupancy import House, Place, Visit
from kiosk.core.office import Area, AreaId

# For an area that the office's file no longer names while people are in it.
_ASSUMED_STAY = timedelta(minutes=30)
# A visit that is past its usual length is taken to last for this share of that length from now on.
_OVERTIME_SHARE = 0.25


def usual_stays(areas: Mapping[AreaId, Area], house: House) -> dict[AreaId, timedelta]:
    """Return how long a visit to each area usually takes: as measured, else as the office expects."""
    return {area.id: house.stays.get(area.id, area.usual_stay) for area in areas.values()}


def awaited_places(awaited: Iterable[Due], now: datetime) -> tuple[Place, ...]:
    """Return the places that who is still to come will have in the line, under numbers below zero."""
    return tuple(
        Place(
            number=-number,
            appointment=each.appointment,
            area=each.area,
            party=each.party,
            due=in_utc(each.starts_at),
            arrived_at=now,
            kept_until=None,
        )
        for number, each in enumerate(awaited, start=1)
    )


def estimate_wait(
    number: int,
    house: House,
    free: Space,
    usual_stays: Mapping[AreaId, timedelta],
    now: datetime,
) -> timedelta | None:
    """Estimate how long the place of `number` waits until it may come in; None where nobody would make room.

    Each visit is taken to end when the usual stay of its area is over, and a visit that lasts longer to end
    a quarter of that stay from now. Whoever comes in from the line leaves again after the usual stay.
    Who is awaited counts where the caller has put those places into the line.
    """
    leaving = [
        (_expected_exit(visit, usual_stays.get(visit.area, _ASSUMED_STAY), now), visit.area, visit.party)
        for visit in house.visits
    ]
    waiting = list(house.line)
    at = now
    while True:
        for place in turn(waiting, free, (), at):
            if place.number == number:
                return at - now
            waiting.remove(place)
            free = free.less(place.area, place.party)
            leaving.append((at + usual_stays.get(place.area, _ASSUMED_STAY), place.area, place.party))
        if not leaving:
            return None
        next_exit = min(leaving, key=lambda exit_: exit_[0])
        leaving.remove(next_exit)
        at, area, party = next_exit
        free = free.less(area, -party)


def _expected_exit(visit: Visit, usual_stay: timedelta, now: datetime) -> datetime:
    return max(visit.entered_at + usual_stay, now + usual_stay * _OVERTIME_SHARE)
