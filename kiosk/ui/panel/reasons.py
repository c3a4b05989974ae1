"""Which of the office's reasons are offered, and in which order: the likely one first, under the finger."""

from collections.abc import Iterable
from typing import Final

from kiosk.core.office import ReasonId
from kiosk.core.verdict import Reason

BOOKED: Final = ReasonId("booked_by_phone")
"""Offered first for who was found among the bookings of the day."""

WALK_IN: Final = ReasonId("walk_in")
"""Offered first for who has shown no letter."""

_OF_ANSWERS: Final = frozenset(reason.value for reason in Reason)


def reasons_to_let_in(reasons: Iterable[ReasonId], likely: str | None) -> tuple[ReasonId, ...]:
    """Return the reasons in the office's order, the one that is named `likely` before all others.

    A reason that bears the name of an answer (`too_late`) says why this answer is overridden, and is offered
    with that answer alone; unless the office's list has no other reasons.
    """
    listed = tuple(reasons)
    fitting = [each for each in listed if each == likely or each not in _OF_ANSWERS] or listed
    return tuple(sorted(fitting, key=lambda each: each != likely))
