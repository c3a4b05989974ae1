"""Tiles one after the other, in the cells of a part of a page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect

from kiosk.ui.panel.board import Act
from kiosk.ui.panel.grid import Grid

SOMEWHERE: Final = QRect()
"""The place of a tile that is still to be spread."""


def spread(acts: Iterable[Act], places: Grid) -> Iterator[Act]:
    """Give each act its cell of `places`, row by row."""
    for number, act in enumerate(acts):
        row, column = divmod(number, places.columns)
        yield replace(act, place=places.cell(column, row))
