"""A closer look at a place where a code was found: a grid is laid on its modules, what is wrong is mended."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.decoders import read_zxing
from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.grid import (
    Brightness,
    Points,
    bend,
    brightness,
    fit_corners,
    grid_points,
    move_to_code,
    relief,
)
from kiosk.scan.mending import VIEWS, mended
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place, corners_of

_LEAST_AGREEMENT = 0.3
"""How well a code's patterns must lie on the picture for its modules to be worth a try."""

_LEAST_NEAR = 0.2
"""The same, before each corner is moved by itself: less is no code, and not worth the time that takes."""

_MARGIN = 6
"""Modules around a code that are looked at with it."""

_LARGEST = 8.0
"""Pixels a module of the largest part that is looked at as it is; more tell nothing more."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A part of a picture with the grid of a code laid on it."""

    part: Image
    dark: NDArray[np.float32]
    """The part's relief."""
    points: Points
    """The code's corners in the part."""
    modules: int
    corners: Corners
    """The code's corners in the picture."""
    agreement: float

    @property
    def place(self) -> Place:
        """Where the code is, better than it was known before."""
        return Place(self.corners, self.modules)

    def flat(self) -> Brightness:
        """The modules on flat paper."""
        return brightness(self.part, self.points, self.modules)

    def bent(self) -> Brightness:
        """The modules on bent paper."""
        bends = bend(self.dark, grid_points(self.points, self.modules))
        return brightness(self.part, self.points, self.modules, bends)


def fit(grey: Image, place: Place) -> Fit | None:
    """Lay the grid of a code on this place, or return None if its patterns are not there."""
    part, origin = place.cut_from(grey, _MARGIN)
    side = place.pixels_a_module
    if min(part.shape) < place.modules or side < 1:
        return None
    points = place.points - origin
    scale = 1.0
    if side > _LARGEST:
        scale = _LARGEST / side
        height, width = (max(1, round(length * scale)) for length in part.shape)
        part = np.asarray(cv2.resize(part, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)
        points, side = points * np.float32(scale), _LARGEST
    dark = relief(part, side)
    points, near = move_to_code(dark, points, place.modules)
    if near < 0:
        part, dark = 255 - part, -dark
    if abs(near) < _LEAST_NEAR:
        return None
    points, agreed = fit_corners(dark, points, place.modules)
    if agreed < _LEAST_AGREEMENT:
        return None
    return Fit(part, dark, points, place.modules, corners_of(points / np.float32(scale) + origin), agreed)


def look_closer(grey: Image, place: Place) -> Sighting | None:
    """Read the code at this place, or return None if that cannot be done beyond doubt."""
    fitted = fit(grey, place)
    if fitted is None:
        return None
    for grid in (fitted.flat, fitted.bent):
        light = grid()
        for view in range(VIEWS):
            sighting = read_modules(light, view, fitted.corners)
            if sighting is not None:
                return sighting
    return None


def read_modules(light: Brightness, view: int, corners: Corners) -> Sighting | None:
    """Read modules that are so light in one of the VIEWS, as they are or mirrored."""
    code = mended(light, view)
    if code is None:
        return None
    one, two, three, four = corners
    around = (one, four, three, two) if code.mirrored else corners
    for sighting in read_zxing(code.picture):
        return Sighting(sighting.raw, around)
    return None
