"""Tiles one after the other, in the cells of a part of a page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect

from kiosk.ui.panel.board import Act
from kiosk.ui.panel.grid import Grid

SOMEWHERE: Final = QRect()
"""The place of a tile that is still to be spread."""

_LEAST_ROWS: Final = 4
"""Tiles that are larger than a quarter of the page look empty."""


def roomy(count: int, place: QRect, most: tuple[int, int], gap: int) -> Grid:
    """Return cells in `place` for `count` tiles, as large as can be: `most` columns and rows are the most.

    Fewer columns come before fewer rows: words that are broken less are read faster.
    """
    columns, rows = most
    columns = 2 if count <= 2 * rows else columns
    return Grid(place, columns, min(rows, max(_LEAST_ROWS, -(-count // columns))), gap)


def spread(acts: Iterable[Act], places: Grid) -> Iterator[Act]:
    """Give each act its cell of `places`, row by row."""
    for number, act in enumerate(acts):
        row, column = divmod(number, places.columns)
        yield replace(act, place=places.cell(column, row))
