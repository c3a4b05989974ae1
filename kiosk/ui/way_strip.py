"""The way to a room as a strip of pictograms with their words."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.core.office import WayStep
from kiosk.ui.answer_texts import way_step
from kiosk.ui.blocks import Block, Column, Picture
from kiosk.ui.pictograms import pictogram
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_LABEL, Tint

_ICON_MM = 29.0
_GAP_MM = 11.0
_ROW_GAP_MM = 5.0
_ARROW_MM = 9.0


class WayStrip(Block):
    """The steps of a way, in as many rows as the width asks for, each of about the same length."""

    def __init__(self, way: Sequence[WayStep], tint: Tint) -> None:
        super().__init__()
        self._tint = tint
        self._unit = 1.0
        self._arrows: list[QRect] = []
        self._steps = [
            Column(
                [
                    Picture(f"way-{step.value}", _ICON_MM, tint),
                    Text(way_step(step), CAP_LABEL, tint.ink, centred=True, whole=True),
                ],
                2.0,
                from_top=True,
            )
            for step in way
        ]
        for each in self._steps:
            each.setParent(self)

    def breadth_at(self, unit: float) -> int:
        """Return the width of the broadest step and its arrow."""
        return max((step.breadth_at(unit) for step in self._steps), default=0) + round(_GAP_MM * unit)

    def height_at(self, width: int, unit: float) -> int:
        """Return the height of all rows."""
        rows = self._rows(width, unit)
        gaps = round(_ROW_GAP_MM * unit) * max(0, len(rows) - 1)
        return gaps + sum(max(_height(step, unit) for step in row) for row in rows)

    def arrange(self, unit: float) -> None:
        """Put the steps one after the other, with room for an arrow between two."""
        self._unit = unit
        self._arrows = []
        gap, top = round(_GAP_MM * unit), 0
        for row in self._rows(self.width(), unit):
            height, left = max(_height(step, unit) for step in row), 0
            for step in row:
                wide = step.breadth_at(unit)
                step.place(QRect(left, top, wide, height), unit)
                if step is not self._steps[-1]:
                    self._arrows.append(QRect(left + wide, top, gap, round(_ICON_MM * unit)))
                left += wide + gap
            top += height + round(_ROW_GAP_MM * unit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the arrows between the steps."""
        side = round(_ARROW_MM * self._unit)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        image = pictogram("next", side, self._tint.ink, self._tint.ground)
        painter = QPainter(self)
        if mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for arrow in self._arrows:
            painter.drawImage(arrow.center().x() - side // 2, arrow.center().y() - side // 2, image)
        painter.end()

    def _rows(self, width: int, unit: float) -> list[list[Column]]:
        rows = self._filled_rows(width, unit)
        if len(rows) < 2:
            return rows
        per_row = -(-len(self._steps) // len(rows))
        even = [self._steps[start : start + per_row] for start in range(0, len(self._steps), per_row)]
        return even if all(self._row_width(row, unit) <= width for row in even) else rows

    def _filled_rows(self, width: int, unit: float) -> list[list[Column]]:
        rows: list[list[Column]] = []
        for step in self._steps:
            if rows and self._row_width([*rows[-1], step], unit) <= width:
                rows[-1].append(step)
            else:
                rows.append([step])
        return rows

    def _row_width(self, row: Sequence[Column], unit: float) -> int:
        """The width of steps with an arrow behind each but the very last."""
        arrows = len(row) - (row[-1] is self._steps[-1])
        return sum(step.breadth_at(unit) for step in row) + arrows * round(_GAP_MM * unit)


def _height(step: Column, unit: float) -> int:
    return step.height_at(step.breadth_at(unit), unit)
