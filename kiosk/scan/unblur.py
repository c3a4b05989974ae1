"""A code that nothing finds, because it is smeared or out of focus, is made sharp before it is looked for.

What looks like a code from afar (`code_like`) is cut out and divided by what blurred it (Wiener's filter). A
moving hand smears along one line: brightness changes least in that direction, which tells it from a lens out
of focus. How far it moved is measured: a smear of so many pixels is missing in the patch's waves again and
again, at steady distances, so that the waves of the waves (the cepstrum; Rom, 1975) have a dip as far from
their middle as the hand has moved. Smears of 5 modules are read so; zxing-cpp gives up at 1.5.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.decoders import FirstLook, look_with_zxing
from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place

_MARGIN: Final = 0.45
_MOST_PIXELS: Final = 100_000
"""Of a patch: a code that fills more has five pixels a module and more, and needs fewer."""
_SMEARED: Final = 0.3
"""From which difference of both directions on, 0 to 1, a patch counts as smeared."""

_GRAINY: Final = 0.1
"""Of blurred codes the grain is 0.03 to 0.08; of small ones above 0.1, in noise above 0.2."""

_NOISY: Final = 0.2

_ENOUGH: Final = 3.8
"""Pixels a module from which on a code is not too small to be found, but blurred."""

_FADED: Final = 0.2
"""The share of the patch that fades out at each edge, which else would ring all through it."""
_ASIDE: Final = np.radians(np.arange(-12.0, 13.0, 2.0))
"""How far the smear may be from where brightness changes least, because of lines and edges."""
_SHORTEST: Final = 3.0
_LONGEST: Final = 80.0
"""Pixels of the smears that are measured."""
_STEP: Final = 0.5
_DARK_WAVES: Final = 1e-3
"""Waves below this share of the usual power are noise, however deep."""

Plane: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Blur:
    """What may have blurred a patch: a way along which it moved (pixels), and a lens (sigma, in modules)."""

    across: float = 0.0
    down: float = 0.0
    defocus: float = 0.0
    noise: float = 0.001
    """What is believed of the picture's noise: the less, the more of what was lost is brought back."""


_LENSES: Final = (
    Blur(defocus=0.7, noise=0.005),
    Blur(defocus=0.8),
    Blur(defocus=0.45, noise=0.005),
    Blur(defocus=0.9),
)
_CAUTIOUS: Final = 0.005


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """The part of a frame around a code, where it begins (x, y), and how it seems to have moved."""

    picture: Image
    origin: tuple[int, int]
    scale: float
    """How much smaller the picture is than its part of the frame: 1 or less."""
    corners: Corners
    """Of what is like a code, in the frame."""
    module: float
    direction: float
    """Of the least change, in radians from the x axis."""
    smeared: bool
    grain: float
    """How much neighbouring pixels differ, for what the picture holds: little where it is blurred."""

    @property
    def must_be_blurred(self) -> bool:
        """Whether it is smeared, or has pixels enough to be found by a decoder, and was not."""
        return self.grain < _GRAINY and (self.smeared or self.module > _ENOUGH)

    @property
    def is_noisy(self) -> bool:
        """Whether noise is stronger than anything that a decoder takes."""
        return self.grain > _NOISY

    @property
    def points(self) -> NDArray[np.float32]:
        """The corners in the picture, 4 x 2."""
        inside = np.asarray(self.corners, dtype=np.float32) - np.asarray(self.origin, dtype=np.float32)
        return inside * np.float32(self.scale)

    def in_frame(self, look: FirstLook) -> FirstLook:
        """What was seen in the patch, at its place in the frame."""
        return FirstLook(
            tuple(Sighting(each.raw, self._back(each.corners)) for each in look.read),
            tuple(map(self.place_in_frame, look.unread)),
            lambda: tuple(map(self.place_in_frame, look.read_at())),
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
    grain = float(cv2.absdiff(picture, cv2.blur(picture, (3, 3))).mean() / max(picture.std(), 1.0))
    module = scale * side / modules
    return Patch(picture, (left, top), scale, corners, module, direction, difference > _SMEARED, grain)


class Waves:
    """A patch taken apart into its waves, from which one blur after another can be taken off."""

    def __init__(self, patch: Patch) -> None:
        self._patch = patch
        self._shape: tuple[int, int] = patch.picture.shape
        height, width = (cv2.getOptimalDFTSize(length) for length in self._shape)
        self._size = (height, width + width % 2)
        self._middle = np.float32(patch.picture.mean())
        laid = np.zeros(self._size, dtype=np.float32)
        laid[: self._shape[0], : self._shape[1]] = (patch.picture - self._middle) * _fading(*self._shape)
        self._waves = np.fft.rfft2(laid)
        self.blurs = self._smears(patch.direction) if patch.smeared else _LENSES
        """What to try, the likeliest first."""

    def look_without(self, blur: Blur) -> FirstLook:
        """What zxing-cpp reads and finds in the patch without this blur, at its place in the frame."""
        return self._patch.in_frame(look_with_zxing(self.without(blur)))

    def without(self, blur: Blur) -> Image:
        """The patch as it would be without this blur."""
        x, y = _frequencies(*self._size)
        spread = np.sinc(x * np.float32(blur.across) + y * np.float32(blur.down))
        if blur.defocus:
            falling = np.float32(-2.0 * (math.pi * blur.defocus * self._patch.module) ** 2)
            spread = spread * np.exp(falling * x**2) * np.exp(falling * y**2)
        passed = self._waves * (spread / (spread**2 + np.float32(blur.noise)))
        sharp = np.fft.irfft2(passed, s=self._size)[: self._shape[0], : self._shape[1]] + self._middle
        return np.asarray(np.clip(sharp, 0, 255), dtype=np.uint8)

    def _smears(self, direction: float) -> tuple[Blur, ...]:
        """The measured smear, with little noise and with more; and what looks smeared and is only tilted."""
        across, down = self._smear(direction)
        return Blur(across, down), Blur(across, down, noise=_CAUTIOUS), _LENSES[0]

    def _smear(self, direction: float) -> tuple[float, float]:
        """How far the hand moved near this direction, in pixels."""
        power = cv2.blur(np.abs(self._waves) ** 2, (3, 3))
        height, width = self._size
        dips = np.fft.irfft2(np.log(power + np.float32(_DARK_WAVES) * power.mean() + 1), s=self._size)
        longest = min(_LONGEST, min(self._shape) / 3)
        lengths = np.arange(_SHORTEST, max(longest, _SHORTEST + _STEP), _STEP)
        angles = (direction + _ASIDE)[:, None]
        across, down = lengths * np.cos(angles), lengths * np.sin(angles)
        seen = cv2.remap(
            np.pad(dips, ((0, 1), (0, 1)), mode="wrap"),
            (across % width).astype(np.float32),
            (down % height).astype(np.float32),
            cv2.INTER_LINEAR,
        )
        deepest = int(np.asarray(seen).argmin())
        return float(across.flat[deepest]), float(down.flat[deepest])


@cache
def _frequencies(height: int, width: int) -> tuple[Plane, Plane]:
    """Of the waves across and down, in waves a pixel."""
    across = np.fft.rfftfreq(width)[None, :].astype(np.float32)
    return across, np.fft.fftfreq(height)[:, None].astype(np.float32)


def _fading(height: int, width: int) -> Plane:
    return _fading_side(height)[:, None] * _fading_side(width)[None, :]


def _fading_side(length: int) -> Plane:
    """One in the middle, zero at both ends."""
    place = (np.arange(length) + 0.5) / length
    share = np.minimum(1.0, np.minimum(place, 1.0 - place) / _FADED)
    return np.asarray(np.sin(0.5 * math.pi * share) ** 2, dtype=np.float32)


def _least_change(picture: Image) -> tuple[float, float]:
    """The direction in which brightness changes least, and how much less than across it, 0 to 1."""
    soft = cv2.blur(picture, (3, 3))
    across: NDArray[np.float32] = np.asarray(cv2.Sobel(soft, cv2.CV_32F, 1, 0), dtype=np.float32)
    down: NDArray[np.float32] = np.asarray(cv2.Sobel(soft, cv2.CV_32F, 0, 1), dtype=np.float32)
    xx, yy, xy = (float(np.vdot(*pair)) for pair in ((across, across), (down, down), (across, down)))
    most = math.atan2(2 * xy, xx - yy) / 2
    return most + math.pi / 2, math.hypot(xx - yy, 2 * xy) / max(xx + yy, 1.0)
