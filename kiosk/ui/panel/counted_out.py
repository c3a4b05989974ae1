"""Whose visits they may have been who were counted out without a letter: proposed, and never guessed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kiosk.core.occupancy import House, Visit
from kiosk.core.office import AreaId


def left_from(house: House, visit: Visit) -> tuple[AreaId, ...]:
    """Return the areas out of which this party may have been counted, its own first."""
    enough = [area for area, people in house.counted_out.items() if people >= visit.party]
    return tuple(sorted(enough, key=lambda area: area != visit.area))


def who_may_have_left(house: House, now: datetime, overdue: timedelta) -> Iterator[tuple[Visit, AreaId]]:
    """Return the visits that may have been counted out, each with the likeliest area that it left from.

    Those that are `overdue` (see Habits) come first, then those whose own area has people counted out, and of
    these who came first.
    """
    late = {visit.id for visit in house.overdue(now, overdue)}
    fitting = [(visit, areas[0]) for visit in house.visits if (areas := left_from(house, visit))]
    yield from sorted(
        fitting, key=lambda each: (each[0].id not in late, each[0].area != each[1], each[0].entered_at)
    )
