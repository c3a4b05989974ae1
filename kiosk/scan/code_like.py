"""Where something looks like a QR code from afar, although no corner square of it can be told apart.

A code that is too small, too soft or too dark to be found by a decoder is still a dense patch that is rough
in both directions, half as bright as its paper, and alone in the middle of it. That is enough to tell the
hand that holds it what to do; it is no reason to look closer, since nothing in it can be read yet.
"""

from collections.abc import Sequence

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
_DARKER = 0.24
_EVEN_PAPER = 0.5
_SMOOTHER_AROUND = 0.7
_ROUGH_INSIDE = 0.4
_BLACK = 12.0


def code_like(grey: Image) -> Corners | None:
    """The corners of the patch that is most like a code, in no order of the code's own; None if none is."""
    height, width = grey.shape
    size = (_WIDTH, max(1, round(_WIDTH * height / width)))
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    soft = np.asarray(cv2.blur(small, (3, 3)), dtype=np.uint8)
    rough = _roughness(soft)
    usual, roughest = float(np.median(rough[::4, ::4])), float(np.percentile(rough[::2, ::2], 99.7))
    if roughest < _ABOVE_USUAL * usual + _LEAST_ROUGH:
        return None
    mask = (rough > usual + _SHARE_OF_ROUGHEST * (roughest - usual)).astype(np.uint8)
    mask = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)), dtype=np.uint8)
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [(cv2.contourArea(each), cv2.minAreaRect(each)) for each in outlines]
    boxes.sort(key=lambda each: each[0], reverse=True)
    for area, (middle, sides, angle) in boxes[:_MOST_PATCHES]:
        patch = _Patch(middle, (sides[0] + 1, sides[1] + 1), angle)
        if patch.has_shape_of_code(area) and patch.stands_out(soft, rough):
            # Roughness reaches a pixel beyond what is rough.
            points = patch.points(-2.0) * (width / _WIDTH)
            one, two, three, four = ((float(x), float(y)) for x, y in points)
            return one, two, three, four
    return None


def _roughness(soft: Image) -> Image:
    """How much brightness changes, in the direction in which it changes less: low along lines and edges."""
    across = cv2.convertScaleAbs(cv2.Sobel(soft, cv2.CV_16S, 1, 0, ksize=3))
    down = cv2.convertScaleAbs(cv2.Sobel(soft, cv2.CV_16S, 0, 1, ksize=3))
    near = (_NEAR, _NEAR)
    return np.asarray(cv2.min(cv2.blur(across, near), cv2.blur(down, near)), dtype=np.uint8)


class _Patch:
    """A rectangle in the small picture, turned by an angle."""

    def __init__(self, middle: Sequence[float], sides: tuple[float, float], angle: float) -> None:
        self._middle, self._sides, self._angle = middle, sides, angle

    def points(self, wider: float) -> NDArray[np.float32]:
        """The corners of this rectangle, wider and higher by so many pixels."""
        sides = (max(3.0, self._sides[0] + wider), max(3.0, self._sides[1] + wider))
        return np.asarray(cv2.boxPoints((self._middle, sides, self._angle)), dtype=np.float32)

    def has_shape_of_code(self, area: float) -> bool:
        """Whether it is a full rectangle, of a size to hold, and no longer than a tilt makes a square."""
        shorter, longer = sorted(self._sides)
        return (
            shorter >= _LEAST_SIDE
            and longer <= min(_LONGEST * shorter, _LARGEST_SHARE * _WIDTH)
            and area >= _FILLED * (shorter - 1) * (longer - 1)
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
