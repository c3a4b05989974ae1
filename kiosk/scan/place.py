"""Where a code was found that is not read yet."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Corners, Image


@dataclass(frozen=True, slots=True)
class Place:
    """Where a code stands that was found and not read, and how many modules a side of it has."""

    corners: Corners
    modules: int

    @property
    def points(self) -> NDArray[np.float32]:
        """The corners, 4 x 2."""
        return np.asarray(self.corners, dtype=np.float32)

    @property
    def pixels_a_module(self) -> float:
        """The mean length of a module's side."""
        points = self.points
        return float(np.linalg.norm(points - np.roll(points, 1, axis=0), axis=1).mean()) / self.modules

    def is_like(self, other: "Place") -> bool:
        """Whether both are the same code in one picture, found twice: less than two modules apart."""
        if self.modules != other.modules:
            return False
        apart = np.abs(np.sort(self.points, axis=0) - np.sort(other.points, axis=0)).max()
        return float(apart) < 2 * self.pixels_a_module

    def is_within(self, corners: Corners) -> bool:
        """Whether the place's middle lies within the box around these corners."""
        around = np.asarray(corners, dtype=np.float32)
        middle = self.points.mean(axis=0)
        return bool((around.min(axis=0) <= middle).all() and (middle <= around.max(axis=0)).all())

    def cut_from(self, grey: Image, margin: float) -> tuple[Image, NDArray[np.float32]]:
        """The part of the picture with `margin` modules around the place, and where it begins (x, y)."""
        points = self.points
        around = margin * self.pixels_a_module
        height, width = grey.shape
        least = np.clip(points.min(axis=0) - around, 0, (width - 1, height - 1))
        left, top = (int(each) for each in least)
        most = np.clip(points.max(axis=0) + around + 1, (left + 1, top + 1), (width, height))
        right, bottom = (int(each) for each in most)
        return np.ascontiguousarray(grey[top:bottom, left:right]), np.array((left, top), dtype=np.float32)


def corners_of(points: NDArray[np.float32]) -> Corners:
    """Four points as corners."""
    one, two, three, four = ((float(x), float(y)) for x, y in points)
    return one, two, three, four
