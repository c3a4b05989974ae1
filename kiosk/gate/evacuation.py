"""How many people are where, for an evacuation: at once, and also while the ledger cannot be reached."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.floors import FloorCount, by_floor
from kiosk.core.occupancy import House
from kiosk.core.office import Office
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Evacuation:
    """Who is inside, by floor; `is_current` is False where the last known state has to do.

    `known_at` is the time of the last event that it rests on, None before the first.
    """

    floors: tuple[FloorCount, ...]
    known_at: datetime | None
    is_current: bool

    @property
    def inside(self) -> int:
        """How many people are in the building, those included of whom it is unclear."""
        return sum(floor.inside for floor in self.floors)

    @property
    def unclear(self) -> int:
        """How many of them belong to overdue visits."""
        return sum(floor.unclear for floor in self.floors)


def count_for_evacuation(
    ledger: Ledger | None, office: Office, last_known: House | None, now: datetime
) -> Evacuation:
    """Count who is inside, from the ledger or else from the house as it was last seen.

    `ledger` is None where it could not even be opened. Raises LedgerUnavailableError where nothing is known.
    """
    try:
        house = _house_now(ledger)
    except LedgerUnavailableError:
        if last_known is None:
            raise
        return Evacuation(by_floor(office, last_known, now), last_known.latest_at, is_current=False)
    return Evacuation(by_floor(office, house, now), house.latest_at, is_current=True)


def _house_now(ledger: Ledger | None) -> House:
    if ledger is None:
        raise LedgerUnavailableError("The ledger is not open: see the log for the reason.")
    return ledger.house()
