"""Where the people are: by floor and area, with those apart of whom nobody knows whether they left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.core.occupancy import House, Visit
from kiosk.core.office import AreaId, Office, Wording


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How many people are in an area; `overdue` are those of its visits that are well past their end.

    An area from which more people were counted out than had come in holds nobody: `left_too_often` are those
    who must have left from another one. They take nobody away who is counted there.
    """

    area: AreaId
    inside: int
    overdue: tuple[Visit, ...]
    left_too_often: int = 0

    @property
    def unclear(self) -> int:
        """How many of the people inside belong to overdue visits."""
        return sum(visit.party for visit in self.overdue)


@dataclass(frozen=True, slots=True)
class FloorCount:
    """The areas of one floor; `floor` is None for areas that the office's file no longer names."""

    floor: Wording | None
    areas: tuple[AreaCount, ...]

    @property
    def inside(self) -> int:
        """How many people are on this floor."""
        return sum(area.inside for area in self.areas)

    @property
    def unclear(self) -> int:
        """How many of them belong to overdue visits."""
        return sum(area.unclear for area in self.areas)

    @property
    def left_too_often(self) -> int:
        """How many have left from here by the count though they must have been elsewhere."""
        return sum(area.left_too_often for area in self.areas)


def by_floor(office: Office, house: House, now: datetime) -> tuple[FloorCount, ...]:
    """Return all floors with all areas, in the order of the office's file, empty ones included."""
    overdue = house.overdue(now, office.habits.overdue)
    floors: dict[Wording, list[AreaId]] = {}
    for area in office.areas.values():
        floors.setdefault(area.floor, []).append(area.id)
    counted = {visit.area for visit in house.visits} | set(house.corrections)
    unknown = sorted(counted - set(office.areas))
    known = tuple(FloorCount(floor, _counts(areas, house, overdue)) for floor, areas in floors.items())
    return (*known, FloorCount(None, _counts(unknown, house, overdue))) if unknown else known


def _counts(areas: Iterable[AreaId], house: House, overdue: tuple[Visit, ...]) -> tuple[AreaCount, ...]:
    return tuple(
        AreaCount(
            area,
            max(0, house.inside_area(area)),
            tuple(visit for visit in overdue if visit.area == area),
            max(0, -house.inside_area(area)),
        )
        for area in areas
    )
