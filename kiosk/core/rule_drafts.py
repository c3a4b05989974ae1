"""What somebody wants to change about the caps, put together with what holds."""

from collections.abc import Mapping

from kiosk.core.house_rules import CapRule
from kiosk.core.office import AreaId
from kiosk.core.rule_events import EnteredCap


def drafted_cap(
    holding: CapRule, building: int | None, areas: Mapping[AreaId, int | None]
) -> EnteredCap | None:
    """Return the cap to be entered, or None where nothing is to change.

    What is not named stays as it is in `holding`: the cap of the building where `building` is None, those of
    all areas that are not in `areas`. An area that is named with None has no cap of its own any more.
    """
    if building is None and not areas:
        return None
    kept = {AreaId(area): most for area, most in holding.areas.items() if area not in areas}
    named = {area: most for area, most in areas.items() if most is not None}
    return EnteredCap(
        holding.building if building is None else building,
        tuple(sorted((kept | named).items())),
    )
