"""The guided recount: what the staff counted in each area makes the number true again."""

from collections.abc import Mapping

from kiosk.core.events import Corrected, CorrectedBecause
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId, Office, ReasonId


def differences(house: House, counted: Mapping[AreaId, int]) -> dict[AreaId, int]:
    """Return by how many people each counted area differs from the house: more (above zero) or fewer."""
    return {area: people - house.inside_area(area) for area, people in counted.items()}


def recount(
    office: Office, house: House, counted: Mapping[AreaId, int], reason: ReasonId
) -> tuple[Corrected, ...] | NotDone:
    """Return one correction for each counted area, those included that were right.

    An area that the office's file no longer names can be counted too: people may be in there still. Raises
    ValueError for a number below zero.
    """
    if reason not in office.staff_reasons.recount:
        return NotDone.UNKNOWN_REASON
    if any(people < 0 for people in counted.values()):
        raise ValueError("nobody counts fewer than no people")
    if any(area not in office.areas and not house.inside_area(area) for area in counted):
        return NotDone.UNKNOWN_AREA
    return tuple(
        Corrected(area, change, CorrectedBecause.RECOUNT, reason)
        for area, change in differences(house, counted).items()
    )
