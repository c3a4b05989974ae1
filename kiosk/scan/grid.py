"""A grid laid over a code that was found: its modules one by one, and how dark each is.

A decoder takes the corners as it finds them and each module as black or white. Here the corners are moved
until the patterns that every code has lie where they must, the grid is bent as the paper is, and each module
keeps how dark it is, so that the error correction can be told what not to believe.
"""

from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2
from kiosk.scan.symbol import patterns_of

Points: TypeAlias = NDArray[np.float32]
"""... x 2: x and y, in pixels or in modules."""

RIM = 3
"""Modules beyond the code that are looked at with it."""

Brightness: TypeAlias = NDArray[np.float32]
"""(modules + 2 RIM) squared: 0 to 255."""

Darkness: TypeAlias = NDArray[np.float32]
"""Modules x modules: above zero where it is darker than around it, about 1 where it is black on white."""

_STEPS = (0.8, 0.4, 0.2, 0.1)
"""How far corners are moved at a time, in modules."""

_MOVES_A_STEP = 6

_FAR = np.arange(-2.0, 2.1, 0.5, dtype=np.float32)
_SHIFTS = np.array([(x, y) for y in _FAR for x in _FAR], dtype=np.float32)[:, None, :]
"""How far a whole code is moved at first, in modules: a hand's way from one frame to the next."""

_SURROUNDINGS = 9
"""Modules over which the light is taken to be even."""

_BENDS = np.arange(-0.75, 0.76, 0.25, dtype=np.float32)
"""How far a part of the grid is moved to follow bent paper, in modules."""

_TIMES_BENT = 2

_PART = 8
"""Modules between two places at which the grid is bent."""

_LINE = 256

_LEAST_AREA = 1e-6
_LEAST_DEPTH = 1e-3
"""Corners in one line, or behind the camera, lead nowhere; they must not lead to an error."""

_MOST_PLACES = 400
"""Places at which the patterns of a code are compared: more tell nothing more."""

_LEAST_SPREAD = 3.0
"""Grey levels that are only noise."""


def relief(grey: Image, pixels_a_module: float) -> NDArray[np.float32]:
    """How much darker each pixel is than its surroundings, in units of their own contrast."""
    width = max(1, round(0.6 * pixels_a_module)) | 1
    around = round(_SURROUNDINGS * pixels_a_module) | 1
    smooth = cv2.blur(grey.astype(np.float32), (width, width))
    middle = cv2.blur(smooth, (around, around))
    spread = cv2.sqrt(cv2.blur((smooth - middle) ** 2, (around, around)))
    return np.asarray((middle - smooth) / (spread + _LEAST_SPREAD), dtype=np.float32)


def move_to_code(dark: NDArray[np.float32], corners: Points, modules: int) -> tuple[Points, float]:
    """Move all corners by one way to where the code's patterns lie on a relief best, and how well they do.

    The whole code is moved first, since the patterns agree a little with themselves a module further on.
    How well is below zero where the code is light on dark, as on a phone at night.
    """
    tried = corners + _module_of(corners, modules) * _SHIFTS
    values = _agreement(dark, tried, *_known_places(modules), modules)
    best = int(np.abs(values).argmax())
    return np.asarray(tried[best], dtype=np.float32), float(values[best])


def fit_corners(dark: NDArray[np.float32], corners: Points, modules: int) -> tuple[Points, float]:
    """Move each corner until the code's patterns lie on those of a relief, 4 x 2, and how well they do.

    About 1 where they do, about 0 where there is none.
    """
    places, signs = _known_places(modules)
    along = _module_of(corners, modules)
    best, value = corners, agreement(dark, corners, modules)
    for step in _STEPS:
        for _ in range(_MOVES_A_STEP):
            tried = best + step * along * _moves()
            values = _agreement(dark, tried, places, signs, modules)
            chosen = int(values.argmax())
            if values[chosen] <= value:
                break
            best, value = tried[chosen], float(values[chosen])
    return np.asarray(best, dtype=np.float32), value


def agreement(dark: NDArray[np.float32], corners: Points, modules: int) -> float:
    """How well the code's patterns lie on a relief: about 1 where they do, about 0 where there is none."""
    return float(_agreement(dark, corners[None], *_known_places(modules), modules)[0])


def grid_points(corners: Points, modules: int) -> Points:
    """Where the modules' middles are in the picture: modules x modules x 2."""
    return np.dstack(_onto_picture(corners[None], modules, _middles(modules))).reshape(modules, modules, 2)


def brightness(grey: Image, corners: Points, modules: int, bends: Points | None = None) -> Brightness:
    """The modules of the code at these corners, and RIM modules around it."""
    rows, columns = np.indices((modules + 2 * RIM,) * 2) - RIM
    places = np.column_stack((columns.ravel(), rows.ravel())).astype(np.float32) + 0.5
    points = np.dstack(_onto_picture(corners[None], modules, places)).reshape(*rows.shape, 2)
    if bends is not None:
        points += np.pad(bends, ((RIM, RIM), (RIM, RIM), (0, 0)), mode="edge")
    width = max(1, round(0.5 * float(_module_of(corners, modules)))) | 1
    return sample(np.asarray(cv2.blur(grey.astype(np.float32), (width, width)), dtype=np.float32), points)


def bend(dark: NDArray[np.float32], points: Points) -> Points:
    """How far each module has to be moved so that a grid follows bent paper; modules x modules x 2."""
    bends = np.zeros_like(points)
    for _ in range(_TIMES_BENT):
        bends += _bend_once(dark, points + bends)
    return bends


def _bend_once(dark: NDArray[np.float32], points: Points) -> Points:
    modules = len(points)
    known = patterns_of(modules).astype(np.float32)
    across = (points[:, -1] - points[:, 0]).mean(axis=0) / (modules - 1)
    down = (points[-1] - points[0]).mean(axis=0) / (modules - 1)
    ways = np.array([(x, y) for y in _BENDS for x in _BENDS], dtype=np.float32)
    offsets = ways @ np.stack((across, down)).astype(np.float32)
    parts = max(3, round(modules / _PART) + 1)
    at = np.linspace(0, modules - 1, parts).round().astype(int)
    moved = np.zeros((parts, parts, 2), dtype=np.float32)
    reach = _PART // 2 + 1
    penalty = 0.05 * np.linalg.norm(ways, axis=1)
    for row, middle_row in enumerate(at):
        for column, middle_column in enumerate(at):
            part = (
                slice(max(0, middle_row - reach), middle_row + reach + 1),
                slice(max(0, middle_column - reach), middle_column + reach + 1),
            )
            tried = points[part].reshape(1, -1, 2) + offsets[:, None]
            seen = sample(dark, tried)
            signs = known[part].reshape(1, -1)
            values = np.abs(seen).clip(max=1.5).mean(axis=1) + (seen.clip(-1.5, 1.5) * signs).mean(axis=1)
            moved[row, column] = offsets[int((values - penalty).argmax())]
    smooth = cv2.medianBlur(moved, 3)
    field = cv2.resize(smooth, (modules, modules), interpolation=cv2.INTER_LINEAR)
    return np.asarray(field, dtype=np.float32)


def sample(dark: NDArray[np.float32], points: Points) -> NDArray[np.float32]:
    """The relief at these points, in their shape."""
    flat = points.reshape(-1, 2)
    # A picture of points: OpenCV refuses more than 32,767 of them in one line.
    lines = -(-len(flat) // _LINE)
    filled = np.zeros((lines * _LINE, 2), dtype=np.float32)
    filled[: len(flat)] = flat
    laid = filled.reshape(lines, _LINE, 2)
    seen = cv2.remap(dark, laid[..., 0], laid[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, dtype=np.float32).ravel()[: len(flat)].reshape(points.shape[:-1])


def _agreement(
    dark: NDArray[np.float32], corners: Points, places: Points, signs: NDArray[np.float32], modules: int
) -> NDArray[np.float32]:
    """For each of several ways to lay the corners: how well the patterns agree with the relief."""
    x, y = _onto_picture(corners, modules, places)
    seen = cv2.remap(dark, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(np.clip(seen, -1.5, 1.5) @ signs, dtype=np.float32)


def _onto_picture(
    corners: Points, modules: int, places: Points
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Where places of the code (in modules) are in the picture, for each of several ways to lay the corners.

    The projection is that of Heckbert's "Fundamentals of Texture Mapping" (1989), for all of them at once.
    """
    one, two, three, four = (corners[:, corner].astype(np.float64).T for corner in range(4))
    first, second, rest = two - three, four - three, one - two + three - four
    area = first[0] * second[1] - first[1] * second[0]
    area = np.where(np.abs(area) < _LEAST_AREA, _LEAST_AREA, area)
    nearer = (rest[0] * second[1] - rest[1] * second[0]) / area
    lower = (first[0] * rest[1] - first[1] * rest[0]) / area
    along = two - one + nearer * two
    down = four - one + lower * four
    # Few numbers so far, in double precision; the many have enough with single.
    ways = np.stack((*along, *down, *one, nearer, lower), axis=1, dtype=np.float32)[:, :, None]
    x_along, y_along, x_down, y_down, x_one, y_one, near, low = ways.transpose(1, 0, 2)
    x, y = (places / modules).T
    nearness = 1 / np.maximum(near * x + low * y + 1, np.float32(_LEAST_DEPTH))
    # Corners stand on the lines between pixels, a relief is sampled at the pixels' middles.
    return (
        (x_along * x + x_down * y + x_one) * nearness - np.float32(0.5),
        (y_along * x + y_down * y + y_one) * nearness - np.float32(0.5),
    )


def _module_of(corners: Points, modules: int) -> np.float32:
    """The mean side of a module, in pixels."""
    return np.float32(np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1).mean() / modules)


@cache
def _middles(modules: int) -> Points:
    rows, columns = np.indices((modules, modules))
    return np.ascontiguousarray(np.column_stack((columns.ravel(), rows.ravel())) + 0.5, dtype=np.float32)


@cache
def _known_places(modules: int) -> tuple[Points, NDArray[np.float32]]:
    """Where the modules are that never change, with the weight and the sign of each."""
    known = patterns_of(modules)
    rows, columns = np.nonzero(known)
    weight = np.ones(known.shape, dtype=np.float32)
    weight[8:-8, :] = weight[:, 8:-8] = 2.0  # timing and alignment, few but far apart
    signs = known[rows, columns] * weight[rows, columns]
    places = np.column_stack((columns, rows)).astype(np.float32) + 0.5
    # The light margin, too: half a module outside.
    edge = np.arange(0.5, modules, 2.0)
    near, far = np.full_like(edge, -0.7), np.full_like(edge, modules + 0.7)
    margin = [np.column_stack(pair) for pair in ((edge, near), (edge, far), (near, edge), (far, edge))]
    places = np.concatenate([places, *margin]).astype(np.float32)
    signs = np.concatenate([signs, np.full(4 * len(edge), -0.5)]).astype(np.float32)
    if len(places) > _MOST_PLACES:
        kept = np.random.default_rng(modules).choice(len(places), _MOST_PLACES, replace=False)
        places, signs = places[kept], signs[kept]
    return np.ascontiguousarray(places), signs / np.abs(signs).sum()


@cache
def _moves() -> Points:
    """Ways to move the four corners by one unit: each alone, all together, larger, narrower, turned."""
    moves = []
    for way in ((1.0, 0.0), (0.0, 1.0)):
        for corner in range(4):
            move = np.zeros((4, 2))
            move[corner] = way
            moves.append(move)
        moves.append(np.tile(way, (4, 1)))
    outwards = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], dtype=float)
    moves += [outwards, outwards * (1, 0), outwards * (0, 1), outwards[:, ::-1] * (1, -1)]
    return np.array([sign * move for move in moves for sign in (1.0, -1.0)], dtype=np.float32)
