"""The tone that leads a letter to the camera by ear: the nearer to being read, the higher it is."""

from typing import Final

from kiosk.scan.frame import Corners
from kiosk.scan.reading import Reading

STEPS: Final = 8
"""How many tones there are, of one scale."""

EVERY_SECONDS: Final = 0.45
"""How long after one tone the next one may sound."""

_LARGE_ENOUGH: Final = 4.0
"""Pixels a module from which on a code is read well."""

_SIZE_COUNTS: Final = 0.6
"""How much its size counts beside its place: what stands aside is still read, what is too small is not."""


def step_of(reading: Reading, width: int, height: int) -> int | None:
    """Return which tone tells where the code stands, `STEPS` - 1 for one that was read; None for none."""
    if reading.sightings:
        return STEPS - 1
    if not reading.unread:
        return None
    located = max(reading.unread, key=lambda each: each.pixels_a_module)
    size = min(1.0, located.pixels_a_module / _LARGE_ENOUGH)
    near = _SIZE_COUNTS * size + (1.0 - _SIZE_COUNTS) * _in_the_middle(located.corners, width, height)
    # The highest is for a code that was read.
    return min(STEPS - 2, int(near * (STEPS - 1)))


def _in_the_middle(corners: Corners, width: int, height: int) -> float:
    """Return 1.0 for a code in the middle of the picture, and 0.0 for one in a corner."""
    x = sum(corner[0] for corner in corners) / len(corners)
    y = sum(corner[1] for corner in corners) / len(corners)
    aside = max(abs(x - width / 2) / (width / 2), abs(y - height / 2) / (height / 2))
    return max(0.0, 1.0 - aside)
