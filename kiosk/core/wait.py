"""What who stands in the line is told: why, behind how many, and for how long.

The wait is estimated by serving the line as it will be served, exit by exit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.core.instant import in_utc
from kiosk.core.line import Due, Space, awaited, in_order, people_ahead, served, space, turn
from kiosk.core.occupancy import House, Place, Visit
from kiosk.core.office import Area, AreaId, Office
from kiosk.core.rules_in_force import rules_at
from kiosk.core.verdict import Reason, WaitForNumber

# For an area that the office's file no longer names while people are in it.
_ASSUMED_STAY = timedelta(minutes=30)
# A visit that is past its usual length is taken to last for this share of that length from now on.
_OVERTIME_SHARE = 0.25


def why_it_waits(free: Space, place: Place) -> Reason:
    """Return why the party of `place` does not come in at once where so much is `free`."""
    if not free.building_fits(place.party):
        return Reason.BUILDING_FULL
    if not free.area_fits(place.area, place.party):
        return Reason.AREA_FULL
    return Reason.NOT_YOUR_TURN


def wait_for_number(
    office: Office, waiting: House, place: Place, due: Iterable[Due], now: datetime
) -> WaitForNumber:
    """Return what to wait for with `place`, which stands in the line of `waiting`, at `now` (in UTC).

    `due` are the appointments of about now whose parties have not come; they will be served too.
    """
    line = served(office, waiting, now)
    free = space(waiting, rules_at(office, waiting, now).cap)
    stays = usual_stays(office.areas, waiting)
    coming = awaited_places(awaited(office, waiting, due, now), now)
    expected = replace(waiting, line=_with_who_is_awaited(line, coming))
    wait = estimate_wait(place.number, expected, free, stays, now)
    return WaitForNumber(place.number, people_ahead(line, place), wait)


def _with_who_is_awaited(line: Iterable[Place], coming: Iterable[Place]) -> tuple[Place, ...]:
    """Return the line as it is served: walk-ins that are not called let everybody pass who is awaited."""
    every = in_order((*line, *coming))
    after_all_awaited = max((index for index, place in enumerate(every, 1) if place.number < 0), default=0)
    first, rest = every[:after_all_awaited], every[after_all_awaited:]
    yielding = [place for place in first if place.due is None and place.kept_until is None]
    return (*(place for place in first if place not in yielding), *yielding, *rest)


def usual_stays(areas: Mapping[AreaId, Area], house: House) -> dict[AreaId, timedelta]:
    """Return how long a visit to each area usually takes: as measured, else as the office expects."""
    return {area.id: house.stays.get(area.id, area.usual_stay) for area in areas.values()}


def awaited_places(coming: Iterable[Due], now: datetime) -> tuple[Place, ...]:
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
        for number, each in enumerate(coming, start=1)
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
