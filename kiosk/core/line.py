"""The line outside: who may come in now, who is called next, and how long it will take.

The line is fair: it is served by the time of the appointment, then by arrival. Nobody overtakes for a place
in the building; only who waits for a full area lets others pass to areas that are not full. Places that
appointments of the next minutes will need (the head-room) are kept from walk-ins and early arrivals.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.appointment import AppointmentId
from kiosk.core.house_rules import CapRule
from kiosk.core.occupancy import House, Place, Visit
from kiosk.core.office import AreaId

# A visit that is past its usual length is taken to last for this share of that length from now on.
_OVERTIME_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Due:
    """An appointment of about now whose party has not come yet."""

    appointment: AppointmentId
    area: AreaId
    party: int
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Space:
    """How many people more may come in, in the building and in each area that has a cap of its own.

    Below zero where a lower cap has begun to hold while people were inside.
    """

    building: int
    areas: Mapping[AreaId, int]

    def building_fits(self, party: int) -> bool:
        """Say whether `party` people fit into the building, whatever their area."""
        return party <= self.building

    def area_fits(self, area: AreaId, party: int) -> bool:
        """Say whether `party` people fit into the area, whatever the building."""
        return party <= self.areas.get(area, party)

    def fits(self, area: AreaId, party: int) -> bool:
        """Say whether `party` people may come into `area`."""
        return self.building_fits(party) and self.area_fits(area, party)

    def less(self, area: AreaId, party: int) -> "Space":
        """Return the space that is left when `party` people go to `area`."""
        areas = {each: left - party if each == area else left for each, left in self.areas.items()}
        return Space(self.building - party, areas)


def space(house: House, cap: CapRule) -> Space:
    """Return how many people more `cap` allows beside those who are inside."""
    areas = {AreaId(area): limit - house.inside_area(AreaId(area)) for area, limit in cap.areas.items()}
    return Space(cap.building - house.inside, areas)


def turn(line: Sequence[Place], free: Space, due: Iterable[Due], now: datetime) -> tuple[Place, ...]:
    """Return the places in `line` whose parties may come in now, all of them together, in the line's order.

    Called numbers stand before all others, since their place is kept. `due` are the appointments that the
    head-room is kept for; those that stand in the line themselves are not counted twice.
    """
    in_line = {place.appointment for place in line}
    awaited = [each for each in due if each.appointment not in in_line]
    called = [place for place in line if place.kept_until is not None]
    uncalled = [place for place in line if place.kept_until is None]
    may_come: list[Place] = []
    for place in (*called, *uncalled):
        left = _without_head_room(free, place, awaited, now)
        if left.fits(place.area, place.party):
            may_come.append(place)
            free = free.less(place.area, place.party)
        elif not free.building_fits(place.party):
            # The next free place in the building belongs to this party, however small the others are.
            break
    return tuple(may_come)


def _without_head_room(free: Space, place: Place, awaited: Iterable[Due], now: datetime) -> Space:
    if place.kept_until is not None or (place.due is not None and place.due <= now):
        return free
    for each in awaited:
        if place.due is None or each.starts_at < place.due:
            free = free.less(each.area, each.party)
    return free


def people_ahead(line: Sequence[Place], place: Place) -> int:
    """Return how many people stand in the line before `place`."""
    return sum(each.party for each in line if each.rank < place.rank)


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
    Head-room is not foreseen: appointments that are due take no place before they stand in the line.
    """
    leaving = [
        (_expected_exit(visit, usual_stays[visit.area], now), visit.area, visit.party)
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
            leaving.append((at + usual_stays[place.area], place.area, place.party))
        if not leaving:
            return None
        next_exit = min(leaving, key=lambda exit_: exit_[0])
        leaving.remove(next_exit)
        at, area, party = next_exit
        free = free.less(area, -party)


def _expected_exit(visit: Visit, usual_stay: timedelta, now: datetime) -> datetime:
    return max(visit.entered_at + usual_stay, now + usual_stay * _OVERTIME_SHARE)
