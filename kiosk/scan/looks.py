"""Second looks: ways to see a code that the first look at a picture has missed.

Each retouches the picture for one trouble and gives it to one decoder. They were chosen by what each reads of
the frames, photographed and simulated, that zxing-cpp leaves unread, and by what it costs
(benchmarks/decode.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kiosk.scan.decoders import read_opencv, read_zxing
from kiosk.scan.frame import Corner, Image, Sighting
from kiosk.scan.opencv import cv2
from kiosk.scan.zbar import read_zbar


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a grey picture, or at a part of it."""

    name: str
    retouch: Callable[[Image], Image]
    read: Callable[[Image], tuple[Sighting, ...]]
    scale: float = 1.0
    """How much larger the retouched picture is."""
    nanoseconds: float = 10.0
    """What it costs for a pixel, about; the live reader learns the rest."""

    def at(self, grey: Image, origin: tuple[int, int] = (0, 0)) -> tuple[Sighting, ...]:
        """Look at the picture; the corners are given with `origin`, in x and y, added to them."""
        seen = self.read(self.retouch(grey))
        if self.scale == 1.0 and origin == (0, 0):
            return seen
        return tuple(self._moved(sighting, origin) for sighting in seen)

    def _moved(self, sighting: Sighting, origin: tuple[int, int]) -> Sighting:
        def moved(corner: Corner) -> Corner:
            return corner[0] / self.scale + origin[0], corner[1] / self.scale + origin[1]

        one, two, three, four = sighting.corners
        return Sighting(sighting.raw, (moved(one), moved(two), moved(three), moved(four)))


def _as_it_is(grey: Image) -> Image:
    return grey


def _resized(grey: Image, scale: float) -> Image:
    height, width = grey.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return _image(cv2.resize(grey, size, interpolation=interpolation))


def _half(grey: Image) -> Image:
    return _resized(grey, 0.5)


def _double(grey: Image) -> Image:
    return _resized(grey, 2.0)


def _smooth(grey: Image) -> Image:
    """Against the noise of a dark picture."""
    return _image(cv2.blur(grey, (5, 5)))


def _sharp(grey: Image) -> Image:
    """An unsharp mask, against a lens that is a little out of focus."""
    return _unsharp(grey, 7, 3.0)


def _smooth_then_sharp(grey: Image) -> Image:
    """Against both at once, and against the smear of a moving hand."""
    return _unsharp(_image(cv2.blur(grey, (3, 3))), 9, 5.0)


def _half_then_sharp(grey: Image) -> Image:
    """Against noise on a code that is near."""
    return _unsharp(_half(grey), 5, 3.0)


def _double_then_sharp(grey: Image) -> Image:
    """Against distance: modules of two pixels."""
    return _unsharp(_double(grey), 9, 4.0)


def _against_light(grey: Image) -> Image:
    """Black and white by each place's own surroundings: against a lamp's reflection."""
    return _image(cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 31, 4))


def _unsharp(grey: Image, width: int, amount: float) -> Image:
    # A box is as good as a Gaussian here, and costs a third.
    return _image(cv2.addWeighted(grey, 1.0 + amount, cv2.blur(grey, (width, width)), -amount, 0.0))


def _image(pixels: object) -> Image:
    return np.asarray(pixels, dtype=np.uint8)


WIDE_LOOKS: tuple[Look, ...] = (
    Look("sharp", _sharp, read_zxing, nanoseconds=4),
    Look("half, then sharp", _half_then_sharp, read_zxing, scale=0.5, nanoseconds=2),
    Look("smooth", _smooth, read_zxing, nanoseconds=2),
    Look("against light", _against_light, read_zxing, nanoseconds=4),
    Look("zbar at half size", _half, read_zbar, scale=0.5, nanoseconds=6),
    Look("smooth, then sharp", _smooth_then_sharp, read_zxing, nanoseconds=4),
)
"""For the whole of a live frame, each cheap enough for its budget."""

CLOSE_LOOKS: tuple[Look, ...] = (
    Look("double, then sharp", _double_then_sharp, read_zxing, scale=2.0, nanoseconds=20),
    Look("zbar", _as_it_is, read_zbar, nanoseconds=25),
    Look("smooth, then sharp", _smooth_then_sharp, read_zxing, nanoseconds=5),
    Look("zbar at double size", _double, read_zbar, scale=2.0, nanoseconds=80),
    Look("OpenCV", _as_it_is, read_opencv, nanoseconds=50),
    Look("against light", _against_light, read_zxing, nanoseconds=6),
)
"""For the part of a picture in which a code stands."""

PATIENT_LOOKS: tuple[Look, ...] = (
    *WIDE_LOOKS,
    Look("zbar", _as_it_is, read_zbar),
    Look("double, then sharp", _double_then_sharp, read_zxing, scale=2.0),
    Look("OpenCV", _as_it_is, read_opencv),
)
"""For a still, where nobody waits."""
