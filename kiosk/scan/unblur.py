"""A code that nothing finds, because it is smeared or out of focus, is made sharp before it is looked for.

What looks like a code from afar (`code_like`) is cut out and divided by what blurred it (Wiener's filter). A
moving hand smears along one line: brightness changes least in that direction, which tells it from a lens out
of focus, and only the length is left to try. Smears of 2.5 modules are read so; zxing-cpp gives up at 1.5.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.decoders import FirstLook, look_with_zxing
from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place

_MARGIN: Final = 0.45
_MOST_PIXELS: Final = 150_000
"""Of a patch: a code that fills more has six pixels a module and more, and needs fewer."""
_SMEARED: Final = 0.3
"""From which difference of both directions on, 0 to 1, a patch counts as smeared."""


@dataclass(frozen=True, slots=True)
class Blur:
    """What may have blurred a code: a way along which it moved, and a lens (sigma), in modules."""

    smear: float = 0.0
    defocus: float = 0.0
    noise: float = 0.02
    """What is believed of the picture's noise: the less, the more of what was lost is brought back."""


SMEARS: Final = (Blur(smear=1.7), Blur(smear=2.3), Blur(smear=1.3), Blur(smear=2.8))
LENSES: Final = (
    Blur(defocus=0.6, noise=0.005),
    Blur(defocus=0.8, noise=0.002),
    Blur(defocus=0.45),
    Blur(smear=1.7),
)


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """The part of a frame around a code, where it begins (x, y), and how it seems to have moved."""

    picture: Image
    origin: tuple[int, int]
    scale: float
    """How much smaller the picture is than its part of the frame: 1 or less."""
    module: float
    direction: float
    """Of the least change, in radians from the x axis."""
    smeared: bool

    @property
    def blurs(self) -> tuple[Blur, ...]:
        """What to try, the likeliest first."""
        return SMEARS if self.smeared else LENSES

    def without(self, blur: Blur) -> Image:
        """The patch as it would be without this blur."""
        height, width = self.picture.shape
        x = np.fft.rfftfreq(width)[None, :]
        y = np.fft.fftfreq(height)[:, None]
        length = blur.smear * self.module
        way = x * (length * math.cos(self.direction)) + y * (length * math.sin(self.direction))
        sigma = blur.defocus * self.module
        spread = np.sinc(way) * np.exp(-2.0 * (math.pi * sigma) ** 2 * (x**2 + y**2))
        middle = float(self.picture.mean())
        seen = np.fft.rfft2(self.picture - middle)
        sharp = np.fft.irfft2(seen * spread / (spread**2 + blur.noise), s=self.picture.shape) + middle
        return np.asarray(np.clip(sharp, 0, 255), dtype=np.uint8)

    def look_without(self, blur: Blur) -> FirstLook:
        """What zxing-cpp reads and finds in the patch without this blur, at its place in the frame."""
        return self.in_frame(look_with_zxing(self.without(blur), with_places=True))

    def in_frame(self, look: FirstLook) -> FirstLook:
        """What was seen in the patch, at its place in the frame."""
        return FirstLook(
            tuple(Sighting(each.raw, self._back(each.corners)) for each in look.read),
            tuple(map(self.place_in_frame, look.unread)),
            tuple(map(self.place_in_frame, look.read_at)),
        )

    def place_in_frame(self, place: Place) -> Place:
        """A place in the patch, where it is in the frame."""
        return Place(self._back(place.corners), place.modules)

    def _back(self, corners: Corners) -> Corners:
        left, top = self.origin
        one, two, three, four = ((x / self.scale + left, y / self.scale + top) for x, y in corners)
        return one, two, three, four


def patch_of(grey: Image, corners: Corners, modules: int) -> Patch:
    """Cut out what looks like a code."""
    points = np.asarray(corners, dtype=np.float32)
    side = math.sqrt(float(cv2.contourArea(points)))
    height, width = grey.shape
    least, most = points.min(axis=0) - _MARGIN * side, points.max(axis=0) + _MARGIN * side
    left, top = (int(each) for each in np.clip(least, 0, (width - 1, height - 1)))
    right, bottom = (int(each) for each in np.clip(most, (left + 1, top + 1), (width, height)))
    picture = np.ascontiguousarray(grey[top:bottom, left:right])
    scale = min(1.0, math.sqrt(_MOST_PIXELS / picture.size))
    if scale < 1:
        height, width = (max(1, round(scale * length)) for length in picture.shape)
        picture = np.asarray(
            cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8
        )
    direction, difference = _least_change(picture)
    return Patch(picture, (left, top), scale, scale * side / modules, direction, difference > _SMEARED)


def _least_change(picture: Image) -> tuple[float, float]:
    """The direction in which brightness changes least, and how much less than across it, 0 to 1."""
    soft = cv2.blur(picture, (3, 3))
    across: NDArray[np.float32] = np.asarray(cv2.Sobel(soft, cv2.CV_32F, 1, 0), dtype=np.float32)
    down: NDArray[np.float32] = np.asarray(cv2.Sobel(soft, cv2.CV_32F, 0, 1), dtype=np.float32)
    xx, yy, xy = (float(np.vdot(*pair)) for pair in ((across, across), (down, down), (across, down)))
    most = math.atan2(2 * xy, xx - yy) / 2
    return most + math.pi / 2, math.hypot(xx - yy, 2 * xy) / max(xx + yy, 1.0)
