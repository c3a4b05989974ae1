"""A patch that is like a code, stretched until it is as wide as it is high: tilted codes are read then.

A letter that is held at a slant shows its code as a parallelogram, whose modules are three pixels long and
one wide. Both the decoder and the search for corner squares expect about as much across as down.
"""

from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.decoders import MODULES_OF_A_LETTER, FirstLook
from kiosk.scan.finders import place_of_one_size
from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.looks import Look
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place, corners_of
from kiosk.scan.unblur import Patch

_PIXELS: Final = 4
"""A module in the stretched picture."""
_SIDE: Final = MODULES_OF_A_LETTER * _PIXELS
_MARGIN: Final = round(0.3 * _SIDE)
_TARGET: Final = np.array(((0, 0), (_SIDE, 0), (_SIDE, _SIDE)), dtype=np.float32) + np.float32(_MARGIN)
_SHARE: Final = 0.9
"""What looks like a code seems larger than it is."""

_Way = NDArray[np.float64]


def look_at_straight(look: Look, patch: Patch) -> FirstLook:
    """What this look reads and finds in the stretched patch."""
    picture, way = _stretched(patch)
    seen = look.at(picture)
    return patch.in_frame(
        FirstLook(
            tuple(Sighting(each.raw, _back(way, each.corners)) for each in seen.read),
            tuple(Place(_back(way, each.corners), each.modules) for each in seen.unread),
            partial(_places, way, seen),
        )
    )


def squares_in_straight(patch: Patch) -> FirstLook:
    """The likeliest place of a code's corner squares in the stretched patch."""
    picture, way = _stretched(patch)
    place = place_of_one_size(picture, _SHARE * _PIXELS)
    if place is None:
        return FirstLook((), ())
    return FirstLook((), (patch.place_in_frame(Place(_back(way, place.corners), place.modules)),))


def _stretched(patch: Patch) -> tuple[Image, _Way]:
    """The stretched picture, and the way from it back into the patch."""
    points = patch.points
    along, down = points[1] - points[0], points[3] - points[0]
    if along[0] * down[1] < along[1] * down[0]:  # a mirrored code would be read, but its corners go round it
        points = points[[0, 3, 2, 1]]
    there = cv2.getAffineTransform(points[:3] - np.float32(0.5), _TARGET - np.float32(0.5))
    size = (_SIDE + 2 * _MARGIN,) * 2
    picture = cv2.warpAffine(
        patch.picture, there, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(picture, dtype=np.uint8), np.asarray(cv2.invertAffineTransform(there))


def _places(way: _Way, seen: FirstLook) -> tuple[Place, ...]:
    return tuple(Place(_back(way, each.corners), each.modules) for each in seen.read_at())


def _back(way: _Way, corners: Corners) -> Corners:
    points = (np.asarray(corners) - 0.5) @ way[:, :2].T + way[:, 2] + 0.5
    return corners_of(points.astype(np.float32))
