"""How well a camera draws a letter's code: found by drawing the same code with more and more smear.

The code is read, so its modules are known. They are laid where they stand in the picture, and smeared until
they look like it; what is still different then is noise.
"""

from dataclasses import dataclass
from math import dist
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kiosk.core.code import CodeError, CodeFault, parse, parse_badge
from kiosk.core.test_letter import as_test_letter
from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.opencv import cv2
from kiosk.scan.reading import flatten

Plane: TypeAlias = NDArray[np.float32]

LETTER_MODULES: Final = 29
"""Modules along a side of the codes of letters, badges and the test letter."""

_MARGIN = 2
"""Modules of white around the code that are drawn with it."""

_FINER = 4
"""How much finer than the picture the code is laid, so that its edges may lie between two pixels."""

_PATTERN = 8
_ALIGNING_SMEAR = 1.5
_SMEARS = tuple(0.3 * 1.12**step for step in range(28))
"""Standard deviations of a smear, in pixels: 0.3 to 6.4."""


@dataclass(frozen=True, slots=True)
class CodeQuality:
    """A letter's code in a picture. `dark` and `light` are its grey levels, `noise` a standard deviation."""

    pixels_a_module: float
    blur: float
    """The standard deviation of the smear, in pixels."""
    noise: float
    dark: float
    light: float


def is_of_a_letter(text: str) -> bool:
    """Whether this is the text of a letter, a badge or the test letter, be it damaged: all of one size."""
    for kind in (parse, parse_badge):
        try:
            kind(text)
        except CodeError as error:
            if error.fault is CodeFault.DAMAGED:
                return True
        else:
            return True
    return as_test_letter(text) is not None


def code_quality(grey: Image, sighting: Sighting) -> CodeQuality:
    """Judge the code of a letter that was read at this place of a grey picture."""
    corners = sighting.corners
    sides = [dist(corners[each], corners[(each + 1) % 4]) for each in range(4)]
    modules = _modules(grey, corners)
    seen, place = _part(grey, corners)
    drawn = _drawn(modules, place, seen.shape)
    place = _put_right(place, seen, drawn)
    drawn, inside = _drawn(modules, place, seen.shape), _inside(place, seen).astype(bool)
    fits = [_fitted(seen, drawn, inside, smear) for smear in _SMEARS]
    best = min(range(len(fits)), key=lambda each: fits[each][0])
    noise, dark, light = fits[best]
    return CodeQuality(
        pixels_a_module=sum(sides) / 4 / LETTER_MODULES,
        blur=_SMEARS[best],
        noise=noise,
        dark=max(dark, 0.0),  # the fit may go a little beyond what a picture holds
        light=min(light, 255.0),
    )


def _part(grey: Image, corners: Corners) -> tuple[Plane, Plane]:
    """The part of the picture with the code and its margin, and the code's corners there."""
    place = np.asarray(corners, dtype=np.float32)
    middle = place.mean(axis=0)
    outer = middle + (place - middle) * ((LETTER_MODULES + 2 * _MARGIN) / LETTER_MODULES)
    left, top = (max(0, int(least)) for least in np.floor(outer.min(axis=0)))
    right, bottom = (int(most) + 1 for most in np.ceil(outer.max(axis=0)))
    part = grey[top:bottom, left:right].astype(np.float32)
    return part, place - np.asarray((left, top), dtype=np.float32)


def _modules(grey: Image, corners: Corners) -> Plane:
    """The modules of the code with white around them: 0 is dark, 1 is light."""
    levels = flatten(grey, corners, LETTER_MODULES, 1).astype(np.float32)
    low, high = np.percentile(levels, (10, 90))
    return np.pad((levels > (low + high) / 2).astype(np.float32), _MARGIN, constant_values=1.0)


def _drawn(modules: Plane, place: Plane, shape: tuple[int, int]) -> Plane:
    """The modules drawn crisp in a picture of this shape, on white."""
    pattern = np.kron(modules, np.ones((_PATTERN, _PATTERN), dtype=np.float32))
    start, end = _MARGIN * _PATTERN, (_MARGIN + LETTER_MODULES) * _PATTERN
    on_pattern = np.array([(start, start), (end, start), (end, end), (start, end)], dtype=np.float32)
    # Corners are on the pixels' grid lines, warps reckon from the pixels' middles.
    way = cv2.getPerspectiveTransform(on_pattern - 0.5, np.asarray(place * _FINER - 0.5, dtype=np.float32))
    size = (shape[1] * _FINER, shape[0] * _FINER)
    fine = cv2.warpPerspective(pattern, way, size, flags=cv2.INTER_LINEAR, borderValue=1.0)
    return np.asarray(cv2.resize(fine, shape[::-1], interpolation=cv2.INTER_AREA), dtype=np.float32)


def _put_right(place: Plane, seen: Plane, drawn: Plane) -> Plane:
    """The corners to a tenth of a pixel: decoders give whole ones, which would look like a smear."""
    template = cv2.GaussianBlur(seen, (0, 0), _ALIGNING_SMEAR)
    moved = cv2.GaussianBlur(drawn, (0, 0), _ALIGNING_SMEAR)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 50, 1e-5)
    same = np.eye(3, dtype=np.float32)
    try:
        _, way = cv2.findTransformECC(
            template, moved, same, cv2.MOTION_HOMOGRAPHY, criteria, _inside(place, seen), 1
        )
        back = np.linalg.inv(np.asarray(way)).astype(np.float32)
    except (cv2.error, np.linalg.LinAlgError):  # nothing in common: the corners stay as they are
        return place
    return np.asarray(cv2.perspectiveTransform((place - 0.5)[None], back)[0] + 0.5, dtype=np.float32)


def _inside(place: Plane, seen: Plane) -> Image:
    """Where the code stands, without its margin, in which other things may be smeared."""
    mask = np.zeros(seen.shape, dtype=np.uint8)
    return np.asarray(cv2.fillConvexPoly(mask, np.round(place).astype(np.int32), 1), dtype=np.uint8)


def _fitted(seen: Plane, drawn: Plane, inside: NDArray[np.bool_], smear: float) -> tuple[float, float, float]:
    """What differs when the drawn code is smeared so, and the grey levels at which least does."""
    smeared = cv2.GaussianBlur(drawn, (0, 0), smear)[inside]
    levels = seen[inside]
    around = smeared - smeared.mean()
    light_minus_dark = float(around @ levels) / max(float(around @ around), 1e-6)
    dark = float(levels.mean()) - light_minus_dark * float(smeared.mean())
    left = levels - dark - light_minus_dark * smeared
    return float(left.std()), dark, dark + light_minus_dark
