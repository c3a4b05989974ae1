"""How many people are where, for an evacuation: at once, and also while the ledger cannot be reached."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.floors import FloorCount, by_floor
from kiosk.core.occupancy import House
from kiosk.core.office import Office


@dataclass(frozen=True, slots=True)
class Evacuation:
    """Who is inside, by floor, as counted at `counted_at`.

    `is_current` is False where the last known state had to do; `known_at` is the time of the last event that
    it rests on, None before the first.
    """

    counted_at: datetime
    floors: tuple[FloorCount, ...]
    known_at: datetime | None
    is_current: bool

    @property
    def inside(self) -> int:
        """How many people are in the building, those included of whom it is unclear."""
        return sum(floor.inside for floor in self.floors)

    @property
    def unclear(self) -> int:
        """How many of them may have left: overdue visits, and who was counted out of the wrong area."""
        return min(self.inside, sum(floor.unclear + floor.left_too_often for floor in self.floors))


def evacuation(office: Office, house: House, now: datetime, *, is_current: bool) -> Evacuation:
    """Count who is inside at `now`; `is_current` says whether the house is so in the ledger now."""
    return Evacuation(now, by_floor(office, house, now), house.latest_at, is_current)
