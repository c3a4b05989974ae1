"""A picture as a plane of brightness and two half-sized planes of colour, the way webcams send it.

Drawing so costs a third of drawing in blue, green and red, and loses what a webcam loses.
"""

from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2

Colour: TypeAlias = tuple[int, int, int]
"""Blue, green, red: 0 to 255."""

Transform: TypeAlias = NDArray[np.float64]
"""A homography, 3 x 3, from the pixels of one picture to those of another."""

_FAR_OUTSIDE = 4000


class Canvas:
    """Three planes over one buffer; the sides are even."""

    def __init__(self, buffer: Image) -> None:
        """`buffer` holds the planes one below the other, as OpenCV's I420 does: 1.5 times the height."""
        rows, width = buffer.shape
        height = rows * 2 // 3
        half = (height // 2, width // 2)
        self._buffer = buffer
        self.luma: Image = buffer[:height]
        """Brightness, 16 (black) to 235 (white). May be changed in place."""
        colours = buffer[height:].reshape(2, *half)
        # Each plane with its scale.
        self.planes = ((self.luma, 1.0), (colours[0], 0.5), (colours[1], 0.5))

    @classmethod
    def of(cls, picture: Image) -> Self:
        """The canvas that looks like this BGR picture with even sides."""
        return cls(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420), dtype=np.uint8))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.luma.shape
        return width, height

    def picture(self) -> Image:
        """The canvas as a BGR picture."""
        return np.asarray(cv2.cvtColor(self._buffer, cv2.COLOR_YUV2BGR_I420), dtype=np.uint8)

    def enlarged(self, times: int) -> "Canvas":
        """A new canvas, so many times as wide and as high."""
        width, height = self.size
        larger = Canvas(np.empty((height * times * 3 // 2, width * times), dtype=np.uint8))
        for (plane, _), (into, _) in zip(self.planes, larger.planes, strict=True):
            cv2.resize(plane, (into.shape[1], into.shape[0]), dst=into, interpolation=cv2.INTER_LINEAR)
        return larger

    def stroke(self, ends: NDArray[np.float64], wide: float, colour: Colour) -> None:
        """Draw a line between two points (2 x 2) with round ends, `wide` pixels wide."""
        points = np.clip(ends, -_FAR_OUTSIDE, _FAR_OUTSIDE)
        for (plane, scale), value in zip(self.planes, _as_planes(colour), strict=True):
            (x1, y1), (x2, y2) = (points * scale).astype(int).tolist()
            cv2.line(plane, (x1, y1), (x2, y2), value, max(1, round(wide * scale)), cv2.LINE_AA)

    def pale(self, light: float) -> None:
        """Take colour away as light fades, 0 to 1: the same brightness would look gaudy otherwise."""
        for plane, scale in self.planes:
            if scale < 1:
                cv2.convertScaleAbs(plane, dst=plane, alpha=light, beta=128.0 * (1.0 - light))

    def lay(self, page: "Canvas", to_here: Transform) -> None:
        """Draw a page over this canvas, through the homography, touching no more than the page covers."""
        for (plane, scale), (source, _) in zip(self.planes, page.planes, strict=True):
            shrink = np.diag((scale, scale, 1.0))
            _lay(source, shrink @ to_here @ np.linalg.inv(shrink), plane)


def _as_planes(colour: Colour) -> Colour:
    spot = Canvas.of(np.full((2, 2, 3), colour, dtype=np.uint8))
    luma, blue, red = (int(plane[0, 0]) for plane, _ in spot.planes)
    return luma, blue, red


def _lay(source: Image, to_plane: Transform, plane: Image) -> None:
    height, width = source.shape
    outline = np.array([[(0, 0), (width, 0), (width, height), (0, height)]], dtype=np.float64)
    corners = cv2.perspectiveTransform(outline, to_plane)[0]
    most = plane.shape[::-1]
    left, top = np.clip(np.floor(corners.min(axis=0)), 0, most).astype(int).tolist()
    right, bottom = np.clip(np.ceil(corners.max(axis=0)), 0, most).astype(int).tolist()
    if right <= left or bottom <= top:
        return
    shift = np.array(((1.0, 0.0, -left), (0.0, 1.0, -top), (0.0, 0.0, 1.0)))
    covered = np.ascontiguousarray(plane[top:bottom, left:right])
    cv2.warpPerspective(
        source, shift @ to_plane, covered.shape[::-1], dst=covered, borderMode=cv2.BORDER_TRANSPARENT
    )
    plane[top:bottom, left:right] = covered
