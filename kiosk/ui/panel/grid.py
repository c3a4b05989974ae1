"""Where the tiles of a page stand: cells of one size, true to the ruler, with gaps between them."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import TARGET_GAP_MM, Scale

_CORNER: Final = 0.09
_LARGEST_CORNER: Final = 0.014


@dataclass(frozen=True, slots=True)
class Grid:
    """`columns` x `rows` cells that fill `area` (pixels), with `gap` pixels between them."""

    area: QRect
    columns: int
    rows: int
    gap: int

    def cell(self, column: int, row: int, columns: int = 1, rows: int = 1) -> QRect:
        """Return the place of `columns` x `rows` cells, counted from the top left cell (0, 0)."""
        left, right = self._edge(column, across=True), self._edge(column + columns, across=True)
        top, bottom = self._edge(row, across=False), self._edge(row + rows, across=False)
        return QRect(left, top, right - left - self.gap, bottom - top - self.gap)

    def inner(self, column: int, row: int, columns: int, rows: int, within: tuple[int, int]) -> "Grid":
        """Return a grid of its own, `within` columns and rows, that fills some cells of this one."""
        return Grid(self.cell(column, row, columns, rows), *within, self.gap)

    def _edge(self, number: int, *, across: bool) -> int:
        begin, length = (
            (self.area.left(), self.area.width()) if across else (self.area.top(), self.area.height())
        )
        return begin + (length + self.gap) * number // (self.columns if across else self.rows)


def most_cells(length: int, scale: Scale) -> int:
    """Return how many targets of the least size stand in `length` pixels, with their gaps."""
    gap, target = gap_px(scale), scale.target_px()
    return max(1, (length + gap) // (target + gap))


def corner_px(part: QWidget) -> float:
    """Return the radius of a part's corners: the same for large parts of a window and for small ones."""
    return min(min(part.width(), part.height()) * _CORNER, part.window().height() * _LARGEST_CORNER)


def gap_px(scale: Scale) -> int:
    """Return the least gap between two targets, in pixels."""
    return scale.target_px(TARGET_GAP_MM)
