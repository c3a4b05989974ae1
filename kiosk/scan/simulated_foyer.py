"""What stands behind the letter: a foyer out of focus, people passing, the sun on the floor, the visitor.

Drawn at a quarter of the frame's size, since all of it is out of focus; that makes it cost next to nothing.
"""

from math import pi, sin

import numpy as np

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2
from kiosk.scan.simulated_canvas import Colour

WIDTH, HEIGHT = 320, 180
_OUT_OF_FOCUS = 2.4

_JACKETS = ((92, 70, 48), (60, 62, 70), (52, 78, 66), (70, 52, 96), (120, 108, 92), (44, 50, 112))
_SKINS = ((150, 178, 220), (120, 150, 200), (86, 116, 164), (60, 84, 122))
_HAIR = ((30, 38, 52), (60, 84, 110), (40, 40, 44), (150, 156, 160))
_MASKS = ((214, 196, 158), (236, 234, 230), (60, 58, 56))


class Visitor:
    """The person who holds the letter, blurred behind it; the colours are drawn from `rng`."""

    def __init__(self, rng: np.random.Generator) -> None:
        """Colours are blue, green, red."""
        self.jacket = _JACKETS[rng.integers(len(_JACKETS))]
        self.skin = _SKINS[rng.integers(len(_SKINS))]
        self._hair = _HAIR[rng.integers(len(_HAIR))]
        self._mask = _MASKS[rng.integers(len(_MASKS))]
        self._stands_at = int(rng.integers(140, 182))
        self._comes_from = int(rng.choice([-1, 1])) * 240
        self._tall = int(rng.integers(-10, 12))

    def draw(self, foyer: Image, presence: float, at: float) -> None:
        """Draw the person at `presence` (0 is out of view, 1 before the camera) `at` seconds."""
        x = self._stands_at + int((1.0 - presence) * self._comes_from + 2.0 * sin(at * 1.7))
        head = 40 - self._tall
        half = ((22, head + 32), (58, head + 52), (68, HEIGHT))
        right = [(x + out, y) for out, y in half]
        left = [(x - out, y) for out, y in reversed(half)]
        cv2.fillPoly(foyer, [np.array([*right, *left])], self.jacket)
        cv2.rectangle(foyer, (x - 9, head + 14), (x + 9, head + 36), self.skin, -1)
        cv2.ellipse(foyer, (x, head - 5), (21, 25), 0, 0, 360, self._hair, -1)
        cv2.ellipse(foyer, (x, head + 2), (17, 23), 0, 0, 360, self.skin, -1)
        cv2.ellipse(foyer, (x, head + 12), (15, 13), 0, 0, 360, self._mask, -1)


class Foyer:
    """The entrance hall of an office with its door to the street, at a quarter of the frame's size."""

    def __init__(self, rng: np.random.Generator) -> None:
        """Who passes by, and when, is drawn from `rng`."""
        self._still = _hall()
        self._passers = [
            (
                float(rng.uniform(9.0, 19.0)),
                float(rng.uniform(0.0, 19.0)),
                int(rng.integers(84, 104)),
                _JACKETS[each % len(_JACKETS)],
            )
            for each in range(3)
        ]

    def picture(self, at: float, visitor: Visitor | None, presence: float) -> Image:
        """The foyer `at` seconds, with the visitor in it if there is one; BGR, `HEIGHT` x `WIDTH`."""
        picture = self._still.copy()
        for every, offset, floor, colour in self._passers:
            _pass_by(picture, ((at + offset) % every) / every, floor, colour)
        _sun_on_the_floor(picture, at)
        if visitor is not None:
            visitor.draw(picture, presence, at)
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), _OUT_OF_FOCUS), dtype=np.uint8)
        # A cloud passes: the whole hall grows a little lighter and darker.
        return np.asarray(cv2.convertScaleAbs(picture, alpha=0.97 + 0.04 * sin(2 * pi * at / 23.0)), np.uint8)


def _hall() -> Image:
    hall: Image = np.empty((HEIGHT, WIDTH, 3), dtype=np.uint8)
    hall[:] = (186, 196, 202)
    hall[:30] = (206, 212, 214)
    for x in (40, 150, 260):  # lamps in the ceiling, towards the far wall
        cv2.fillPoly(
            hall, [np.array([(x - 34, 4), (x + 34, 4), (x + 22, 14), (x - 22, 14)])], (250, 252, 252)
        )
    hall[118:] = (128, 138, 146)
    for row in range(118, HEIGHT):
        hall[row] = np.asarray((128, 138, 146)) - (row - 118) // 2
    _glass_door(hall)
    cv2.rectangle(hall, (222, 46), (286, 84), (110, 84, 40), -1)  # the board with the floors
    for line in range(4):
        cv2.line(hall, (230, 54 + 8 * line), (266 + 3 * line, 54 + 8 * line), (220, 214, 206), 2)
    cv2.rectangle(hall, (206, 98), (320, 132), (96, 122, 150), -1)  # the desk
    cv2.rectangle(hall, (206, 94), (320, 99), (70, 92, 118), -1)
    cv2.rectangle(hall, (132, 112), (146, 134), (78, 84, 96), -1)  # a plant
    for lean in (-14, -6, 2, 9, 16):
        cv2.line(hall, (139, 112), (139 + lean, 78 + abs(lean)), (62, 104, 58), 4)
    return np.asarray(cv2.GaussianBlur(hall, (0, 0), 1.2), dtype=np.uint8)


def _glass_door(hall: Image) -> None:
    cv2.rectangle(hall, (14, 34), (112, 130), (250, 246, 236), -1)
    cv2.rectangle(hall, (14, 96), (112, 130), (196, 206, 204), -1)
    cv2.rectangle(hall, (20, 70), (52, 98), (150, 168, 150), -1)  # a tree across the street
    for x in (14, 63, 112):
        cv2.line(hall, (x, 34), (x, 130), (92, 96, 98), 3)
    cv2.line(hall, (14, 34), (112, 34), (92, 96, 98), 3)


def _pass_by(picture: Image, progress: float, floor: int, colour: Colour) -> None:
    """One who walks through the hall in the first 40 % of the time, and is out of view for the rest."""
    x = int(-30 + 950 * progress)
    if x > WIDTH + 30:
        return
    step = int(5 * sin(progress * 90))
    cv2.line(picture, (x, floor), (x + step, floor + 36), (62, 60, 60), 7)
    cv2.line(picture, (x, floor), (x - step, floor + 36), (56, 54, 54), 7)
    cv2.ellipse(picture, (x, floor - 16), (10, 24), 0, 0, 360, colour, -1)
    cv2.circle(picture, (x, floor - 46), 8, (128, 156, 196), -1)


def _sun_on_the_floor(picture: Image, at: float) -> None:
    x = int(150 + 60 * sin(2 * pi * at / 61.0))
    patch = np.array([(x - 80, 134), (x - 30, 134), (x + 10, 176), (x - 70, 176)])
    glow = picture.copy()
    cv2.fillPoly(glow, [patch], (196, 214, 226))
    cv2.addWeighted(glow, 0.45, picture, 0.55, 0.0, dst=picture)
