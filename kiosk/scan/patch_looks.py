"""Looks at the small part of a frame that is like a code, which cost a tenth of a look at the whole frame.

Where its corner squares would be is searched at the one size that its modules would have; and it is retouched
for one trouble and given to zxing-cpp, larger, sharper or without its blur. They stand in the order in which
they read most of the simulated frames that zxing-cpp leaves unread, for what they cost.
"""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from kiosk.scan.decoders import FirstLook
from kiosk.scan.finders import place_of_one_size, place_of_two_squares
from kiosk.scan.looks import AS_IT_IS, BRIGHTER, BY_SURROUNDINGS, SMOOTH_THEN_SHARP, Look
from kiosk.scan.straight import look_at_straight, squares_in_straight
from kiosk.scan.unblur import Patch

PatchLook: TypeAlias = Callable[[Patch], FirstLook]


def _by_squares(share: float, patch: Patch) -> FirstLook:
    """The likeliest place, if a module is this share of what the patch lets expect."""
    place = place_of_one_size(patch.picture, share * patch.module)
    return FirstLook((), () if place is None else (patch.place_in_frame(place),))


def _by_two_squares(patch: Patch) -> FirstLook:
    """The likeliest place of a code of which one corner square cannot be seen."""
    place = place_of_two_squares(patch.picture, patch.module)
    return FirstLook((), () if place is None else (patch.place_in_frame(place),))


def _retouched(look: Look, patch: Patch) -> FirstLook:
    return patch.in_frame(look.at(patch.picture))


QUICK: Final[tuple[PatchLook, ...]] = (
    *(partial(look_at_straight, look) for look in (AS_IT_IS, SMOOTH_THEN_SHARP)),
    *(partial(_retouched, look) for look in (SMOOTH_THEN_SHARP, BRIGHTER, BY_SURROUNDINGS)),
)
"""Half a millisecond each: all of them in every frame, before anything that takes longer."""

LOCATING_A_PART: Final[tuple[PatchLook, ...]] = (
    squares_in_straight,
    _by_two_squares,
)
"""For a patch that may be what is left of a code."""

LOCATING: Final[tuple[PatchLook, ...]] = (
    squares_in_straight,
    *(partial(_by_squares, share) for share in (1.0, 0.8)),
)
"""For a patch in which no code is found yet; what looks like a code seems larger than it is."""
