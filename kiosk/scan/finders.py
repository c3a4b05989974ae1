"""Finds codes by the squares in their corners, also where these are blurred or faint, or one is covered.

A decoder looks along lines for black and white in the lengths 1:1:3:1:1, which blur and noise upset soon.
Here whole squares within squares are compared with what is there, at all sizes that a code may have, and then
whole codes with where their patterns would be.
"""

import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Image
from kiosk.scan.grid import Points, agreement, relief
from kiosk.scan.opencv import cv2
from kiosk.scan.place import Place, corners_of

SIZES = tuple(16 / 1.35**step for step in range(8))
"""Pixels a module of the codes that are searched, from large and quickly searched to small."""

_MODULE = 3
"""Pixels a module in the picture that is searched; the picture is made larger or smaller until it fits."""

_SQUARES = (3, 5, 7, 9)
"""Modules along the sides of a finder's squares; the last is its light rim."""

_TO_THE_MIDDLE = 3.5
"""Modules from a code's corner to the middle of its finder, in both directions."""

_LEAST_LIKENESS = 0.4
_NOISE = 6.0
"""Added to the variance, in grey levels squared, so that a flat wall has no finders."""

_MOST_A_SIZE = 12
_MOST = 12
_MOST_IN_PAIRS = 8
_MOST_IN_A_HURRY = 4
_MOST_MODULES_IN_A_HURRY = 57
"""Of version 10: squares far apart would else be judged as twenty versions, for tens of milliseconds."""
_MOST_GUESSES = 6
_LEAST_AGREEMENT = 0.1
_MOST_PIXELS = 3_000_000


@dataclass(frozen=True, slots=True)
class Finder:
    """What looks like the square in a code's corner."""

    x: float
    y: float
    module: float
    """Pixels a module, within a fifth."""
    likeness: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class _Guess:
    """Where a code could be: the middles of its corner squares, going round it, and pixels a module."""

    middles: Points
    module: float


def places_in(grey: Image) -> Iterator[Place]:
    """Places where a code may be, the likeliest first: with three finders, then with two."""
    finders = finders_in(grey, SIZES)
    for guesses in (_of_three(finders), _of_two(finders[:_MOST_IN_PAIRS])):
        yield from _likely(_judged(grey, guesses))[:_MOST_GUESSES]


def place_of_one_size(grey: Image, size: float) -> Place | None:
    """The likeliest place of a code with three finders of this size (pixels a module): quickly found."""
    finders = finders_in(grey, (size,))[:_MOST_IN_A_HURRY]
    likely = _likely(_judged(grey, _of_three(finders), _MOST_MODULES_IN_A_HURRY))
    return likely[0] if likely else None


def place_of_two_squares(grey: Image, size: float) -> Place | None:
    """The likeliest place of a code with two finders of about this size, whose third cannot be seen."""
    finders = finders_in(grey, (size, 1.3 * size))[:_MOST_IN_A_HURRY]
    likely = _likely(_judged(grey, _of_two(finders), _MOST_MODULES_IN_A_HURRY))
    return likely[0] if likely else None


def finders_in(grey: Image, sizes: Iterable[float]) -> tuple[Finder, ...]:
    """The clearest finders of these sizes (pixels a module), the clearest first."""
    found = [finder for module in sizes for finder in _of_one_size(grey, module)]
    kept: list[Finder] = []
    for finder in sorted(found, key=lambda each: -each.likeness):
        if all(
            math.hypot(finder.x - other.x, finder.y - other.y) > 3 * max(finder.module, other.module)
            for other in kept
        ):
            kept.append(finder)
        if len(kept) == _MOST:
            break
    return tuple(kept)


def _likely(judged: Iterable[tuple[float, Place]]) -> list[Place]:
    ordered = sorted(judged, key=lambda each: -each[0])
    return [place for likely, place in ordered if likely >= _LEAST_AGREEMENT]


def _of_one_size(grey: Image, module: float) -> list[Finder]:
    picture, scale = _scaled(grey, module)
    if min(picture.shape) < 21 * _MODULE:
        return []
    likeness = _likeness(picture)
    highest = cv2.dilate(likeness, np.ones((9, 9), np.uint8))
    rows, columns = np.nonzero(likeness > _LEAST_LIKENESS)
    peaks = likeness[rows, columns] == highest[rows, columns]
    rows, columns = rows[peaks], columns[peaks]
    values = likeness[rows, columns]
    return [
        Finder((columns[each] + 0.5) / scale, (rows[each] + 0.5) / scale, module, float(values[each]))
        for each in np.argsort(-values)[:_MOST_A_SIZE].tolist()
    ]


def _scaled(grey: Image, module: float) -> tuple[Image, float]:
    """The picture in which `module` pixels are _MODULE pixels, as far as it stays small enough."""
    scale = min(_MODULE / module, math.sqrt(_MOST_PIXELS / grey.size))
    height, width = (max(1, round(side * scale)) for side in grey.shape)
    # Halving is many times faster than making smaller by any other number.
    while grey.shape[1] > 2 * width and min(grey.shape) > 1:
        halved = (grey.shape[1] // 2, grey.shape[0] // 2)
        grey = np.asarray(cv2.resize(grey, halved, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    resized = cv2.resize(grey, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(resized, dtype=np.uint8), scale


def _likeness(picture: Image) -> NDArray[np.float32]:
    """The correlation of each place with a finder, from box sums alone; -1 to 1."""
    size = 9 * _MODULE
    core, light, dark, rim = (cv2.boxFilter(picture, cv2.CV_32F, (side * _MODULE,) * 2) for side in _SQUARES)
    squares = cv2.sqrBoxFilter(picture, cv2.CV_32F, (size, size))
    # The mean of the dark squares (9 + 24 modules of 81), less that of everything.
    inner = cv2.addWeighted(core, 9 / 33, dark, 49 / 33, 0)
    inner = cv2.addWeighted(inner, 1, light, -25 / 33, 0)
    _, variance = cv2.threshold(cv2.subtract(squares, cv2.multiply(rim, rim)), 0, 0, cv2.THRESH_TOZERO)
    spread = cv2.sqrt(np.asarray(variance, dtype=np.float32) + np.float32(_NOISE))
    return np.asarray(cv2.divide(rim - inner, spread, scale=(33 / 48) ** 0.5), dtype=np.float32)


def _of_three(finders: tuple[Finder, ...]) -> Iterator[_Guess]:
    for three in itertools.combinations(finders, 3):
        modules = [finder.module for finder in three]
        if max(modules) > 1.9 * min(modules):
            continue
        points = np.array([(finder.x, finder.y) for finder in three])
        for corner in range(3):
            here = points[corner]
            along, down = points[corner - 2] - here, points[corner - 1] - here
            if _could_be_sides(along, down):
                if along[0] * down[1] < along[1] * down[0]:
                    along, down = down, along
                yield _guess(here, along, down, float(np.mean(modules)))


def _of_two(finders: tuple[Finder, ...]) -> Iterator[_Guess]:
    """A side of the code with the code on either side of it, or its diagonal with one corner or the other."""
    for one, other in itertools.combinations(finders, 2):
        if max(one.module, other.module) > 1.4 * min(one.module, other.module):
            continue
        module = (one.module + other.module) / 2
        here = np.array((one.x, one.y))
        way = np.array((other.x, other.y)) - here
        turned = np.array((-way[1], way[0]))
        yield _guess(here, way, turned, module)
        yield _guess(here + way, -way, -turned, module)
        # Of a side, the third finder may be at either end; of a diagonal, at either of the other corners.
        yield _guess(here + way, turned, -way, module)
        yield _guess(here, -turned, way, module)
        half, aside = way / 2, turned / 2
        yield _guess(here + half - aside, half + aside, aside - half, module)
        yield _guess(here + half + aside, -half - aside, half - aside, module)


def _guess(
    here: NDArray[np.float64], along: NDArray[np.float64], down: NDArray[np.float64], module: float
) -> _Guess:
    middles = np.array([here, here + along, here + along + down, here + down], dtype=np.float32)
    return _Guess(middles, module)


def _could_be_sides(along: NDArray[np.float64], down: NDArray[np.float64]) -> bool:
    """Whether two sides of a square may look so from where a camera is."""
    one, other = float(np.hypot(*along)), float(np.hypot(*down))
    if min(one, other) == 0 or max(one, other) > 2.2 * min(one, other):
        return False
    return abs(float(along @ down)) < 0.65 * one * other


def _judged(grey: Image, guesses: Iterable[_Guess], most_modules: int = 177) -> Iterator[tuple[float, Place]]:
    """How well the patterns of a code would lie, for each guess and each number of modules that fits it."""
    reliefs: dict[float, tuple[NDArray[np.float32], float]] = {}
    height, width = grey.shape
    for guess in guesses:
        one, two, three, four = guess.middles
        side = float(np.linalg.norm(two - one) + np.linalg.norm(four - one)) / 2
        between = side / guess.module
        size = min(SIZES, key=lambda each: abs(math.log(each / guess.module)))
        for modules in range(21, most_modules + 1, 4):
            if abs(modules - 2 * _TO_THE_MIDDLE - between) > max(3.0, 0.2 * between):
                continue
            rim = _TO_THE_MIDDLE / (modules - 2 * _TO_THE_MIDDLE)
            along, down = (two - one) * rim, (four - one) * rim
            corners = np.array(
                [one - along - down, two + along - down, three + along + down, four - along + down],
                dtype=np.float32,
            )
            if (
                corners.min() < -0.1 * side
                or (corners.max(axis=0) > (width + side / 9, height + side / 9)).any()
            ):
                continue
            if size not in reliefs:  # made for what may be a code alone: it takes as long as all the rest
                picture, scale = _scaled(grey, size)
                reliefs[size] = relief(picture, size * scale), scale
            dark, scale = reliefs[size]
            likely = agreement(dark, corners * np.float32(scale), modules)
            yield likely, Place(corners_of(corners), modules)
