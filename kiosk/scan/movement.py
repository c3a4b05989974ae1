"""Whether something moves before the camera, a person or a raised hand: by what changes in the picture."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.frame import Image

_CELLS: Final = (18, 32)
"""The rows and columns of cells in which a picture is looked at: smaller things are noise, or a fly."""

_APART: Final = 0.4
"""Seconds between two pictures that are compared: a hand that is held up is never still for so long."""

_CHANGED: Final = 14.0
"""Grey levels (of 255) by which a cell has changed; a camera's noise in a cell is below three."""

_SHARE: Final = 0.03
"""The share of the cells that have to change. One that changes in nearly all of them is a lamp."""

_LAMP: Final = 0.95


class Movement:
    """Compares the pictures of one camera. Not thread-safe."""

    def __init__(self) -> None:
        self._before: tuple[NDArray[np.float32], float] | None = None
        self._moves = False

    def see(self, image: Image, at: float) -> bool:
        """Say whether something moved until this picture of the monotonic second `at`."""
        if self._before is not None and 0.0 <= at - self._before[1] < _APART:
            return self._moves
        cells = _in_cells(image)
        if self._before is None:
            self._moves = False
        else:
            # A change of all cells by the same amount is the camera's own: it opens or closes its eye.
            change = cells - self._before[0]
            share = float((np.abs(change - np.median(change)) > _CHANGED).mean())
            self._moves = _SHARE <= share <= _LAMP
        self._before = (cells, at)
        return self._moves

    def forget(self) -> None:
        """Keep no picture of whoever stood there."""
        self._before, self._moves = None, False


def _in_cells(image: Image) -> NDArray[np.float32]:
    """Return the mean brightness of each cell, from every fourth pixel of it."""
    grey = image if image.ndim == 2 else image[:, :, 1]  # noqa: PLR2004 - a grey picture has two dimensions
    rows, columns = _CELLS
    high, wide = grey.shape[0] // rows, grey.shape[1] // columns
    cut = grey[: high * rows, : wide * columns].reshape(rows, high, columns, wide)
    cells: NDArray[np.float32] = cut[:, ::4, :, ::4].mean(axis=(1, 3), dtype=np.float32)
    return cells
