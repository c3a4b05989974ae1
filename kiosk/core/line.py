"""The line outside: who may come in now, who is called next, and how long it will take.

The line is fair: it is served by the time of the appointment, then by arrival. Nobody overtakes for a place
in the building; only who waits for a full area lets others pass to areas that are not full. Places that
appointments of the next minutes will need (the head-room) are kept from walk-ins and early arrivals.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from kiosk.core.appointment import AppointmentId
from kiosk.core.events import Uncalled, UncalledBecause
from kiosk.core.house_rules import CapRule
from kiosk.core.occupancy import EMPTY_HOUSE, House, Place
from kiosk.core.office import AreaId, Office
from kiosk.core.rules_in_force import rules_at


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


def ever_fits(cap: CapRule, area: AreaId, party: int) -> bool:
    """Say whether `cap` would let a party of this size into the area if nobody were inside."""
    return space(EMPTY_HOUSE, cap).fits(area, party)


def can_be_reached(office: Office, house: House, area: AreaId, now: datetime) -> bool:
    """Say whether one can go to `area` now: it is known and open, and one of its doors is not stopped."""
    known = office.areas.get(area)
    if known is None or not known.hours.is_open(now, office.time_zone):
        return False
    return any(house.stop_at(door.id) is None for door in office.doors_into(area))


def is_held(office: Office, house: House, area: AreaId) -> bool:
    """Say whether admission is stopped at each of the doors into `area`."""
    doors = office.doors_into(area)
    return bool(doors) and all(house.stop_at(door.id) is not None for door in doors)


def served(office: Office, house: House, now: datetime) -> tuple[Place, ...]:
    """Return the places in the line that could come in now if it were not full, in the line's order.

    Who waits for an area that is closed, or whose doors are stopped, keeps the place and holds up nobody; so
    does a party that is larger than a cap that has been lowered since. A called number holds its place.
    """
    cap = rules_at(office, house, now).cap
    return tuple(
        place
        for place in house.line
        if ever_fits(cap, place.area, place.party)
        and (place.kept_until is not None or can_be_reached(office, house, place.area, now))
    )


def changed_places(house: House, booked: Mapping[AppointmentId, datetime]) -> tuple[Uncalled, ...]:
    """Return the places to be given up since their appointments were cancelled or moved meanwhile.

    `booked` are the booked appointments of the line's times, and when they start.
    """
    return tuple(
        Uncalled(place.number, UncalledBecause.APPOINTMENT_CHANGED)
        for place in house.line
        if place.appointment is not None
        and place.due is not None
        and booked.get(place.appointment) != place.due
    )


def awaited(office: Office, house: House, due: Iterable[Due], now: datetime) -> tuple[Due, ...]:
    """Return those of `due` whose parties are not in the line yet and could come in."""
    cap = rules_at(office, house, now).cap
    in_line = {place.appointment for place in house.line}
    return tuple(
        each
        for each in due
        if each.appointment not in in_line
        and each.area in office.areas
        and ever_fits(cap, each.area, each.party)
    )


def admissible(office: Office, house: House, due: Iterable[Due], now: datetime) -> tuple[Place, ...]:
    """Return the places in the line whose parties may come in now, all of them together.

    `due` are the appointments that the head-room is kept for; those that stand in the line themselves are not
    counted twice, and nothing is kept for a party that could not come in.
    """
    free = space(house, rules_at(office, house, now).cap)
    return turn(served(office, house, now), free, awaited(office, house, due, now), now)


def turn(line: Sequence[Place], free: Space, head_room: Iterable[Due], now: datetime) -> tuple[Place, ...]:
    """Return the places in `line` whose parties may come in now, all of them together.

    Called numbers stand before all others, since their place is kept; then the line's order holds. Whoever
    cannot come in holds up those behind:

    1. A party that does not fit into the building holds up all: the next free place is theirs.
    2. A party that does not fit into its area holds up all who wait for this area.
    3. A party that yields to the places kept for `head_room` holds up those who yield to them too: in the
       whole building, or in its area where they are short in the area alone.
    """
    head_room = tuple(head_room)
    may_come: list[Place] = []
    full: set[AreaId] = set()
    kept: set[AreaId] = set()
    building_is_kept = False
    called = [place for place in line if place.kept_until is not None]
    uncalled = (place for place in line if place.kept_until is None)
    for place in chain(called, uncalled):
        yields = _yields(place, now)
        if place.area in full or (yields and (building_is_kept or place.area in kept)):
            continue
        left = _without_head_room(free, place, head_room) if yields else free
        if left.fits(place.area, place.party):
            may_come.append(place)
            free = free.less(place.area, place.party)
        elif not free.building_fits(place.party):
            break
        elif not free.area_fits(place.area, place.party):
            full.add(place.area)
        elif not left.building_fits(place.party):
            building_is_kept = True
        else:
            kept.add(place.area)
    return tuple(may_come)


def _yields(place: Place, now: datetime) -> bool:
    """Say whether the head-room goes before this place: a walk-in's, or one that is early and not called."""
    return place.kept_until is None and (place.due is None or place.due > now)


def _without_head_room(free: Space, place: Place, head_room: Iterable[Due]) -> Space:
    for each in head_room:
        if place.due is None or each.starts_at < place.due:
            free = free.less(each.area, each.party)
    return free


def in_order(line: Iterable[Place]) -> tuple[Place, ...]:
    """Return these places in the order in which a line is served."""
    return tuple(sorted(line, key=lambda place: place.rank))


def people_ahead(line: Sequence[Place], place: Place) -> int:
    """Return how many people stand in the line before `place`."""
    return sum(each.party for each in line if each.rank < place.rank)
