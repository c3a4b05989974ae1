"""What is held before the simulated camera: paper that was folded, or anything else that is flat."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.decoders import read_zxing
from kiosk.scan.frame import Image, coloured, grey
from kiosk.scan.opencv import cv2
from kiosk.scan.simulated_canvas import Canvas

A4_WIDTH_MM = 210.0
_CODE_WIDTH_MM = 35.0
_FOLDS = (1 / 3, 2 / 3)


@dataclass(frozen=True, slots=True, eq=False)
class HeldPage:
    """A picture to hold up, and where its code stands."""

    canvas: Canvas
    aim: tuple[float, float]
    """The middle of its code, in its pixels."""
    code_width: float
    pixels_per_mm: float


def held_page(page: Image, width_mm: float, crease: float, widest_code: float) -> HeldPage:
    """Make a page ready: find its code, fold it, and scale it so that the code is about `widest_code` wide.

    The page is BGR or grey. Without a readable code on it, its middle is held to the camera.
    """
    page = coloured(page)
    aim, code_width = _code_on(page, width_mm)
    # Drawn from a picture of about the size that it has in the frame: a larger one would alias and cost more.
    scale = min(1.0, 1.1 * widest_code / code_width)
    height, width = (max(2, int(side * scale) // 2 * 2) for side in page.shape[:2])
    fitted = np.asarray(cv2.resize(page, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    folded = _folded(fitted, crease) if crease > 0 else fitted
    across, down = width / page.shape[1], height / page.shape[0]
    aim = (aim[0] * across, aim[1] * down)
    return HeldPage(Canvas.of(folded), aim, code_width * across, width / width_mm)


def _code_on(page: Image, width_mm: float) -> tuple[tuple[float, float], float]:
    height, width = page.shape[:2]
    sightings = read_zxing(grey(page))
    if not sightings:
        return (width / 2, height / 2), width * min(1.0, _CODE_WIDTH_MM / width_mm)
    corners = np.asarray(sightings[0].corners)
    middle = corners.mean(axis=0)
    return (float(middle[0]), float(middle[1])), float(np.linalg.norm(corners[1] - corners[0]))


def _folded(page: Image, crease: float) -> Image:
    """The page as it came out of its envelope: two folds, each panel at its own slope and shade."""
    height, width = page.shape[:2]
    rows = np.linspace(0.0, 1.0, height, dtype=np.float32)
    fold_width = 0.012
    sharp = sum(np.exp(-(((rows - fold) / fold_width) ** 2)) for fold in _FOLDS)
    slope = np.abs((rows * 3.0) % 2.0 - 1.0)
    bend: NDArray[np.float32] = (crease * height * (0.006 * slope + 0.002 * sharp)).astype(np.float32)
    columns, lines = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    skew = (columns / width - 0.5) * 0.8
    bent = cv2.remap(
        page,
        columns + bend[:, None] * skew,
        lines + bend[:, None],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    shade = 1.0 - crease * (0.12 * (slope - 0.5) + 0.22 * sharp)
    shaded: Image = np.clip(bent * shade[:, None, None], 0, 255).astype(np.uint8)
    return shaded
