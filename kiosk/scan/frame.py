"""What a camera saw and what was read in it: the values that pass between the modules of this room."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.opencv import cv2

Image: TypeAlias = NDArray[np.uint8]
"""Pixels: height x width (grey) or height x width x 3 (blue, green, red), contiguous, 0 to 255."""

Corner: TypeAlias = tuple[float, float]
"""A point in the frame, in pixels: x to the right, y down, from the top left corner."""

Corners: TypeAlias = tuple[Corner, Corner, Corner, Corner]
"""The four corners of a code, going round it; the first is the code's own top left if that is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture of a camera, the `number`th, taken at `taken_at` seconds of the monotonic clock."""

    image: Image
    taken_at: float
    number: int

    def grey(self) -> Image:
        """The picture in grey, as decoders want it."""
        return grey(self.image)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A QR code that was read: its bytes, exactly as they stand in the code, and where in the frame it is."""

    raw: bytes
    corners: Corners

    @property
    def text(self) -> str:
        """The bytes as text (see `text_of`)."""
        return text_of(self.raw)


def text_of(raw: bytes) -> str:
    """Bytes of a QR code as text: UTF-8 where they are valid UTF-8, else Latin-1, a character for each byte.

    Every decoder of this room hands over raw bytes, and this rule alone turns them into text. So the text
    depends on no decoder and no guess (zbar's own guess turns some Latin-1 into Chinese), and no bytes fail.
    ASCII, which is all that letters of this program use, is the same in both.
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def grey(image: Image) -> Image:
    """The picture in grey; a picture that is grey already is returned as it is."""
    if _is_grey(image):
        return image
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


def coloured(image: Image) -> Image:
    """The picture in colour (BGR); a picture that is so already is returned as it is."""
    if not _is_grey(image):
        return image
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def _is_grey(image: Image) -> bool:
    height_and_width = 2
    return image.ndim == height_and_width
