"""Second looks at a whole picture: ways to see a code that the first look has missed or only found.

Each retouches the picture for one trouble and gives it to zxing-cpp. They stand in the order in which they
helped most with simulated pictures that zxing-cpp leaves unread, for what they cost.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kiosk.scan.decoders import FirstLook, look_with_zxing
from kiosk.scan.frame import Corners, Image, Sighting
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a grey picture."""

    name: str
    retouch: Callable[[Image], Image]
    scale: float
    """How much larger the retouched picture is."""
    nanoseconds: float
    """What it costs for a pixel, about; the live reader learns the rest."""

    def at(self, grey: Image) -> FirstLook:
        """What zxing-cpp reads and finds in the retouched picture, at the places of the picture itself."""
        seen = look_with_zxing(self.retouch(grey))
        if self.scale == 1.0:
            return seen
        return FirstLook(
            tuple(Sighting(each.raw, self._back(each.corners)) for each in seen.read),
            tuple(map(self._place, seen.unread)),
            lambda: tuple(map(self._place, seen.read_at())),
        )

    def _place(self, seen: Place) -> Place:
        return Place(self._back(seen.corners), seen.modules)

    def _back(self, corners: Corners) -> Corners:
        one, two, three, four = ((x / self.scale, y / self.scale) for x, y in corners)
        return one, two, three, four


def half(grey: Image) -> Image:
    """The picture at half its size."""
    return _resized(grey, 0.5)


def double(grey: Image) -> Image:
    """The picture at twice its size: two pixels where a module had one."""
    return _resized(grey, 2.0)


def _resized(grey: Image, scale: float) -> Image:
    height, width = grey.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return _image(cv2.resize(grey, size, interpolation=interpolation))


def _smooth_then_sharp(grey: Image) -> Image:
    """Against noise, a lens out of focus and the smear of a moving hand at once."""
    return _unsharp(_image(cv2.blur(grey, (3, 3))), 9, 5.0)


def _half_then_sharp(grey: Image) -> Image:
    """Against noise and blur on a code that is near."""
    return _unsharp(half(grey), 5, 3.0)


def _smooth(grey: Image) -> Image:
    """Against the noise of a dark picture."""
    return _image(cv2.blur(grey, (5, 5)))


def _by_surroundings(grey: Image) -> Image:
    """Black and white by each place's own surroundings: against shadows and reflections."""
    smooth = cv2.blur(grey, (3, 3))
    return _image(cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 71, 2))


def _brighter(grey: Image) -> Image:
    """The whole range of grey, and more of it for the dark: against low light."""
    least, most = np.percentile(grey[::4, ::4], (1, 99))
    share = np.clip((np.arange(256) - least) / max(most - least, 1.0), 0, 1)
    return _image(cv2.LUT(grey, (255 * np.sqrt(share)).astype(np.uint8)))


def _unsharp(grey: Image, width: int, amount: float) -> Image:
    # A box is as good as a Gaussian here, and costs a third.
    return _image(cv2.addWeighted(grey, 1.0 + amount, cv2.blur(grey, (width, width)), -amount, 0.0))


def _image(pixels: object) -> Image:
    return np.asarray(pixels, dtype=np.uint8)


AS_IT_IS = Look("as it is", lambda grey: grey, 1.0, nanoseconds=2)
SMOOTH_THEN_SHARP = Look("smooth, then sharp", _smooth_then_sharp, 1.0, nanoseconds=6)
BRIGHTER = Look("brighter", _brighter, 1.0, nanoseconds=4)
BY_SURROUNDINGS = Look("by surroundings", _by_surroundings, 1.0, nanoseconds=5)
DOUBLE = Look("double", double, 2.0, nanoseconds=15)

LIVE_LOOKS: tuple[Look, ...] = (
    BY_SURROUNDINGS,
    Look("half, then sharp", _half_then_sharp, 0.5, nanoseconds=2),
    BRIGHTER,
    SMOOTH_THEN_SHARP,
    Look("smooth", _smooth, 1.0, nanoseconds=3),
)
"""Each cheap enough for the budget of a live frame."""

PATIENT_LOOKS: tuple[Look, ...] = (
    *LIVE_LOOKS,
    DOUBLE,
)
"""For a still, where nobody waits."""
