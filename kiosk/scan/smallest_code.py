"""The smallest code that a camera reads: drawn as the camera would draw it from farther and farther away.

The camera's smear, noise and grey levels stay the same in its pixels, and the code becomes smaller: that is
what a lens does that is in focus at all these distances.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from qrcode.constants import ERROR_CORRECT_H
from qrcode.main import QRCode

from kiosk.core.test_letter import TEST_LETTER
from kiosk.scan.code_quality import LETTER_MODULES
from kiosk.scan.decode import decode
from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

SIZES: Final = (8.0, 6.0, 5.0, 4.5, 4.0, 3.5, 3.0, 2.75, 2.5, 2.25, 2.0, 1.8, 1.6, 1.4, 1.2)
"""Pixels a module that are tried, the largest first."""

_TRIES = 4
_MUST_READ = 3
_VERSION = 3
_QUIET_ZONE = 4
_FINER = 4
_SEED = 6


def smallest_code(blur: float, noise: float, dark: float, light: float) -> float | None:
    """The fewest pixels a module at which the code of a letter is still read; None: it never is.

    `blur` is the standard deviation of the smear in pixels, the others are in grey levels. At each size most
    of a few pictures must be read, each with noise and a place between the pixels of its own.
    """
    drawn = np.kron(_modules(), np.ones((_FINER * 2, _FINER * 2), dtype=np.float32))
    rng = np.random.default_rng(_SEED)
    least = None
    for size in SIZES:
        pictures = (_picture(drawn, size, blur, (dark, light), noise, rng) for _ in range(_TRIES))
        if sum(bool(decode(each)) for each in pictures) < _MUST_READ:
            break
        least = size
    return least


def _picture(
    drawn: NDArray[np.float32],
    size: float,
    blur: float,
    levels: tuple[float, float],
    noise: float,
    rng: np.random.Generator,
) -> Image:
    side = round((LETTER_MODULES + 2 * _QUIET_ZONE + 2) * size)
    scale = size / 2  # of the finer picture, in which a module of the drawing has this many of its pixels
    shift = (1 + rng.random(2)) * size * _FINER
    way = np.array([(scale, 0, shift[0]), (0, scale, shift[1])], dtype=np.float32)
    fine = cv2.warpAffine(drawn, way, (side * _FINER, side * _FINER), flags=cv2.INTER_LINEAR, borderValue=1.0)
    small = cv2.GaussianBlur(cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA), (0, 0), blur)
    dark, light = levels
    grey = dark + (light - dark) * small + rng.normal(0.0, noise, small.shape)
    return np.clip(np.round(grey), 0, 255).astype(np.uint8)


def _modules() -> NDArray[np.float32]:
    code = QRCode(version=_VERSION, error_correction=ERROR_CORRECT_H, border=_QUIET_ZONE)
    code.add_data(TEST_LETTER)
    code.make(fit=False)
    return np.where(np.array(code.get_matrix(), dtype=bool), 0.0, 1.0).astype(np.float32)
