"""Where something looks like a QR code from afar, although no corner square of it can be told apart.

A code that is too small, too soft or too dark to be found by a decoder is still a dense patch that is rough
in both directions, half as bright as its paper, and alone in the middle of it. That is enough to tell the
hand that holds it what to do; it is no reason to look closer, since nothing in it can be read yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Corners, Image
from kiosk.scan.opencv import cv2

_WIDTH = 640
_NEAR = 9
"""Pixels over which roughness is averaged: a third of the smallest code that is worth a word."""
_LEAST_ROUGH = 6.0
_ABOVE_USUAL = 1.6
_SHARE_OF_ROUGHEST = 0.45
_MOST_PATCHES = 12
_LEAST_SIDE = 6
_LARGEST_SHARE = 0.5
_LONGEST = 5.0
_FILLED = 0.7
_LEAST_SINE = 0.4
_LEAST_PART = 200
_LONGEST_PART = 3.0
_FILLED_PART = 0.35
_DARKER = 0.24
_EVEN_PAPER = 0.5
_SMOOTHER_AROUND = 0.7
_ROUGH_INSIDE = 0.4
_BLACK = 12.0


@dataclass(frozen=True, slots=True)
class CodeLike:
    """A patch that is like a code: its corners, in no order of the code's own."""

    corners: Corners
    is_whole: bool
    """Whether it looks like all of a code. Else a part of it may be whited out or covered, or it is none."""


def code_like(grey: Image) -> Corners | None:
    """The corners of the patch that is most like a whole code; None if none is."""
    likest = likest_code(grey)
    return likest.corners if likest is not None and likest.is_whole else None


def likest_code(grey: Image) -> CodeLike | None:
    """The patch that is most like a whole code; else the largest that may be what is left of one."""
    height, width = grey.shape
    size = (_WIDTH, max(1, round(_WIDTH * height / width)))
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    soft = np.asarray(cv2.blur(small, (3, 3)), dtype=np.uint8)
    rough = _roughness(soft)
    usual, roughest = _levels(rough, (0.5, 0.997))
    if roughest < _ABOVE_USUAL * usual + _LEAST_ROUGH:
        return None
    mask = (rough > usual + _SHARE_OF_ROUGHEST * (roughest - usual)).astype(np.uint8)
    mask = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)), dtype=np.uint8)
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    areas = sorted(((cv2.contourArea(each), place) for place, each in enumerate(outlines)), reverse=True)
    scale = width / _WIDTH
    part = None
    for area, place in areas[:_MOST_PATCHES]:
        if area < _LEAST_SIDE**2 / 2:
            break
        patch = _Patch(_around(np.asarray(outlines[place], dtype=np.int32)))
        if patch.has_shape_of_code(area) and patch.stands_out(soft, rough):
            return CodeLike(patch.corners(scale), is_whole=True)
        if part is None and area >= _LEAST_PART and patch.may_be_part_of_code(area):
            part = CodeLike(patch.corners(scale), is_whole=False)
    return part


def _levels(grey: Image, shares: Sequence[float]) -> list[int]:
    """The levels below which these shares of a picture are; twenty times faster than sorting the pixels."""
    below = np.cumsum(cv2.calcHist([grey], [0], None, [256], [0, 256]))
    return [int(np.searchsorted(below, share * grey.size)) for share in shares]


def _around(outline: NDArray[np.int32]) -> NDArray[np.float32]:
    """The corners of the parallelogram around an outline: what a tilt makes of a square.

    Stretched until it is as long as it is wide in every direction, the outline of a code is a square again.
    """
    of = cv2.moments(outline)
    middle = np.array((of["m10"], of["m01"])) / of["m00"]
    spread = np.array(((of["mu20"], of["mu11"]), (of["mu11"], of["mu02"]))) / of["m00"]
    lengths, ways = np.linalg.eigh(spread)
    shrink = ways * np.sqrt(np.maximum(lengths, 0.1))
    even = (outline[:, 0] - middle) @ np.linalg.inv(shrink).T
    box = cv2.boxPoints(cv2.minAreaRect(even.astype(np.float32)))
    return np.asarray(box @ shrink.T + middle, dtype=np.float32)


def _roughness(soft: Image) -> Image:
    """How much brightness changes, in the direction in which it changes less: low along lines and edges."""
    across = cv2.convertScaleAbs(cv2.Sobel(soft, cv2.CV_16S, 1, 0, ksize=3))
    down = cv2.convertScaleAbs(cv2.Sobel(soft, cv2.CV_16S, 0, 1, ksize=3))
    near = (_NEAR, _NEAR)
    return np.asarray(cv2.min(cv2.blur(across, near), cv2.blur(down, near)), dtype=np.uint8)


class _Patch:
    """A parallelogram in the small picture."""

    def __init__(self, corners: NDArray[np.float32]) -> None:
        self._middle = corners.mean(axis=0)
        self._ways = (corners[1] - corners[0], corners[3] - corners[0])
        self._sides = tuple(float(np.hypot(*way)) + 1.0 for way in self._ways)
        (x1, y1), (x2, y2) = self._ways
        self._within = abs(float(x1 * y2 - x2 * y1))

    def points(self, wider: float) -> NDArray[np.float32]:
        """The corners of this parallelogram, wider and higher by so many pixels."""
        along, down = (
            way * np.float32(max(3.0, side + wider) / max(side, 1e-6) / 2)
            for way, side in zip(self._ways, self._sides, strict=True)
        )
        ways = np.array((-along - down, along - down, along + down, down - along))
        return np.asarray(self._middle + ways, dtype=np.float32)

    def corners(self, scale: float) -> Corners:
        """The corners in a picture that is so much larger."""
        # Roughness reaches a pixel beyond what is rough.
        one, two, three, four = ((float(x), float(y)) for x, y in self.points(-2.0) * np.float32(scale))
        return one, two, three, four

    def may_be_part_of_code(self, area: float) -> bool:
        """Whether it is compact enough for what a lamp or a finger leaves of a code."""
        shorter, longer = sorted(self._sides)
        return longer <= _LONGEST_PART * shorter and area >= _FILLED_PART * self._within

    def has_shape_of_code(self, area: float) -> bool:
        """Whether it is full, of a size to hold, and no longer or narrower than a tilt makes a square."""
        shorter, longer = sorted(self._sides)
        return (
            shorter >= _LEAST_SIDE
            and longer <= min(_LONGEST * shorter, _LARGEST_SHARE * _WIDTH)
            and self._within >= _LEAST_SINE * (shorter - 1) * (longer - 1)
            and area >= _FILLED * self._within
        )

    def stands_out(self, soft: Image, rough: Image) -> bool:
        """Whether it is dark and rough all over, on paper that is light, even and smooth all around."""
        around = np.round(self.points(18.0)).astype(int)
        left, top = np.maximum(around.min(axis=0), 0).tolist()
        right, bottom = (around.max(axis=0) + 1).tolist()
        view, roughness = soft[top:bottom, left:right], rough[top:bottom, left:right]

        def filled(wider: float) -> NDArray[np.bool_]:
            drawn = np.zeros(view.shape, dtype=np.uint8)
            cv2.fillConvexPoly(drawn, np.round(self.points(wider)).astype(int) - (left, top), 1)
            return drawn > 0

        inside, ring, core = filled(-3.0), filled(16.0) & ~filled(8.0), filled(-0.5 * min(self._sides))
        if not (inside.any() and ring.any() and core.any()):
            return False
        paper, darkest_paper = np.percentile(view[ring], (50, 6))
        darker = paper - view[inside].mean()
        return bool(
            darker >= _DARKER * max(paper - _BLACK, 1.0)
            and paper - darkest_paper <= _EVEN_PAPER * darker
            and np.median(roughness[ring]) <= _SMOOTHER_AROUND * np.median(roughness[inside])
            and np.median(roughness[core]) >= _ROUGH_INSIDE * np.median(roughness[inside])
        )
