"""What a reader makes of one frame: the codes that it read, and those that it found and could not read."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.opencv import cv2

_SIDE = 120
"""Pixels along the side of the flattened code that is judged, at least; and at least two a module."""

_MOST_MODULES = 177
"""Of version 40."""


@dataclass(frozen=True, slots=True)
class Located:
    """A QR code that stands in the frame and was not read, and how it looks.

    With these figures a screen can tell what to change: fewer than 3 pixels a module is too small, a blur
    above 0.8 too soft (or, with a high speed, shaken), a light below 70 too dark, a contrast below 50 too
    pale or in a glare, a tilt above 40 too steep.
    """

    corners: Corners
    modules: int
    """Modules along a side, without the quiet zone: 21 to 177."""
    pixels_a_module: float
    """The mean length of a module's side, in pixels of the frame."""
    blur: float
    """How wide the change from dark to light is, in modules: 1 / `pixels_a_module` where it is crisp."""
    light: float
    """How bright the light modules are, 0 to 255."""
    contrast: float
    """How much darker the dark modules are, 0 to 255."""
    tilt: float
    """How far the letter is turned away from the camera, in degrees: 0 is flat."""
    speed: float | None
    """How fast the code moves, in modules a second; None if it was not in the last frames."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a frame, and what was found there and not read."""

    sightings: tuple[Sighting, ...] = ()
    unread: tuple[Located, ...] = ()


def locate(grey: Image, corners: Corners, modules: int, speed: float | None = None) -> Located:
    """Judge the code of `modules` modules a side that stands at these corners of a grey picture."""
    quad = np.asarray(corners, dtype=np.float32)
    along, down = _sides(quad)
    stretch = np.linalg.svd(np.column_stack((along, down)), compute_uv=False)
    tilt = math.degrees(math.acos(min(1.0, float(stretch[1] / max(stretch[0], 1e-6)))))
    pixels = max(2, math.ceil(_SIDE / modules))
    flat = flatten(grey, corners, modules, pixels).astype(np.float32)
    dark, light = (float(level) for level in np.percentile(flat, (10, 90)))
    return Located(
        corners=corners,
        modules=modules,
        pixels_a_module=float(stretch.mean()) / modules,
        blur=_blur(flat, light - dark) / pixels,
        light=light,
        contrast=light - dark,
        tilt=tilt,
        speed=speed,
    )


def flatten(grey: Image, corners: Corners, modules: int, pixels: int) -> Image:
    """The code seen from straight ahead, with `pixels` a module.

    Raises ValueError for more modules a side than any code has.
    """
    if not 0 < modules <= _MOST_MODULES:
        raise ValueError(f"modules={modules} must be 1 to {_MOST_MODULES}")
    side = modules * pixels
    target = np.asarray([(0, 0), (side, 0), (side, side), (0, side)], dtype=np.float32)
    # Corners are on the pixels' grid lines, warps reckon from the pixels' middles.
    way = cv2.getPerspectiveTransform(np.asarray(corners, dtype=np.float32) - 0.5, target - 0.5)
    flat = cv2.warpPerspective(
        grey, way, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(flat, dtype=np.uint8)


def _sides(quad: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mean ways along the code and down the code."""
    along = (quad[1] - quad[0] + quad[2] - quad[3]) / 2
    down = (quad[3] - quad[0] + quad[2] - quad[1]) / 2
    return along, down


def _blur(flat: NDArray[np.float32], contrast: float) -> float:
    """The width of an edge in pixels: what there is to climb, by how steep the steepest places are."""
    across = np.abs(np.diff(flat, axis=1))
    down = np.abs(np.diff(flat, axis=0))
    steepest = min(float(np.percentile(across, 97)), float(np.percentile(down, 97)))
    return contrast / max(steepest, 1.0)
