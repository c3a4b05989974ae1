"""How good a camera's picture is, in figures: light, noise, and how soft its edges are."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

_BLACK, _WHITE = 8, 250
_LAPLACIANS = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], dtype=np.float32)
_SOBEL_SMEAR = 0.67
"""How much, as a variance, the measuring itself smears."""
_SOFTER = 1.0
"""How much softer, in pixels, a picture is made to see how soft it was."""
_EDGE_SHARE = 99.5
_LEAST_EDGE = 40.0
"""Grey levels by which an edge must at least rise over two pixels, to be judged."""
_FEWEST_EDGE_PIXELS = 50
_SOFTEST = 10.0


@dataclass(frozen=True, slots=True)
class PictureQuality:
    """One picture. `light` is the mean grey and `noise` a standard deviation, of 0 to 255."""

    light: float
    black: float
    """The share of the picture that is black, 0 to 1."""
    white: float
    """The share that is blown out."""
    noise: float
    blur: float | None
    """The standard deviation of the smear, in pixels, at the sharpest edges; None: there are no edges."""


def picture_quality(grey: Image) -> PictureQuality:
    """Judge a grey picture."""
    return PictureQuality(
        light=float(grey.mean()),
        black=float((grey <= _BLACK).mean()),
        white=float((grey >= _WHITE).mean()),
        noise=_noise(grey),
        blur=edge_blur(grey),
    )


def edge_blur(grey: Image) -> float | None:
    """How soft the sharpest edges are: told by how much they lose when they are made softer.

    After S. Zhuo and T. Sim, Defocus map estimation from a single image, 2011. What smears more than about
    two pixels, or lies in noise, is told to be sharper than it is; `code_quality` is exact.
    """
    softer = cv2.GaussianBlur(grey, (0, 0), _SOFTER)
    steep, less_steep = _steepness(grey), _steepness(np.asarray(softer, dtype=np.uint8))
    edges = steep >= max(float(np.percentile(steep, _EDGE_SHARE)), _LEAST_EDGE * 4)
    if int(edges.sum()) < _FEWEST_EDGE_PIXELS:
        return None
    ratio: float = float(np.median(steep[edges] / np.maximum(less_steep[edges], 1.0)))
    smear = _SOFTER**2 / max(ratio**2 - 1.0, 1e-3)
    return min(math.sqrt(max(smear - _SOBEL_SMEAR, 0.0)), _SOFTEST)


def _steepness(grey: Image) -> NDArray[np.float32]:
    across, down = (cv2.Sobel(grey, cv2.CV_32F, x, 1 - x) for x in (1, 0))
    return np.asarray(cv2.magnitude(across, down), dtype=np.float32)


def _noise(grey: Image) -> float:
    """The noise of the even places: what is left where light changes neither along nor across.

    After J. Immerkaer, Fast noise variance estimation, 1996; the median instead of the mean keeps out the
    edges of what is in view.
    """
    left = np.abs(cv2.filter2D(grey.astype(np.float32), -1, _LAPLACIANS))
    return float(np.median(left)) / 0.6745 / 6.0
