"""The building blocks of a page: they tell how much room they need, so that no text is ever cut off.

All sizes of blocks are millimetres of type (see `theme`). A page asks its column of blocks for the largest
`unit` (pixels for such a millimetre) at which everything fits, and lays it out at that unit. Rows and columns
follow the layout direction, so that right-to-left languages mirror by themselves.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.ui.pictograms import pictogram
from kiosk.ui.theme import Tint

SMALLEST: Final = 0.4
"""The least share of its full size at which a page is still laid out."""

_RIM_PX: Final = 3.0

STEPS: Final = 32
"""Between the least and the full size, so that five tries find the largest that fits."""


class Block(QWidget):
    """A part of a page that can say how much room it needs."""

    def breadth_at(self, unit: float) -> int:
        """Return the least width in pixels at which nothing is cut off."""
        raise NotImplementedError

    def height_at(self, width: int, unit: float) -> int:
        """Return the height in pixels that is needed at `width`."""
        raise NotImplementedError

    def arrange(self, unit: float) -> None:
        """Take `unit` and put everything in its place within the present size."""
        raise NotImplementedError

    def place(self, rect: QRect, unit: float) -> None:
        """Stand in `rect` of the parent (as if it read from left to right), laid out at `unit`."""
        parent = self.parentWidget()
        if parent is None:
            raise ValueError("a block stands in a page or in another block")
        self.setGeometry(QStyle.visualRect(self.layoutDirection(), parent.rect(), rect))
        self.arrange(unit)


def largest_unit(block: Block, size: QSize, full: float) -> float:
    """Return the largest unit up to `full` at which `block` fits into `size`."""
    if _fits(block, size, full):
        return full
    fits, beyond = 0, STEPS
    while beyond - fits > 1:
        step = (fits + beyond) // 2
        if _fits(block, size, _unit(full, step)):
            fits = step
        else:
            beyond = step
    return _unit(full, fits)


def _fits(block: Block, size: QSize, unit: float) -> bool:
    return block.breadth_at(unit) <= size.width() and block.height_at(size.width(), unit) <= size.height()


def _unit(full: float, step: int) -> float:
    return full * (SMALLEST + (1 - SMALLEST) * step / STEPS)


def discard(block: Block) -> None:
    """Take a block from its page for good: nothing of it is seen any more, from now on."""
    block.hide()
    block.setParent(None)
    block.deleteLater()


class Picture(Block):
    """A pictogram, `side_mm` square."""

    def __init__(self, name: str, side_mm: float, tint: Tint) -> None:
        super().__init__()
        self._name, self._side_mm, self._tint = name, side_mm, tint
        self._side = 1

    def breadth_at(self, unit: float) -> int:
        """Return its side."""
        return round(self._side_mm * unit)

    def height_at(self, width: int, unit: float) -> int:  # noqa: ARG002 - a square does not depend on the width
        """Return its side."""
        return round(self._side_mm * unit)

    def arrange(self, unit: float) -> None:
        """Take the size."""
        self._side = min(round(self._side_mm * unit), self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the pictogram in the middle."""
        painter = QPainter(self)
        image = pictogram(self._name, self._side, self._tint.ink, self._tint.ground)
        painter.drawImage((self.width() - self._side) // 2, (self.height() - self._side) // 2, image)
        painter.end()


class Column(Block):
    """Blocks one below the other, `gap_mm` apart.

    They stand in the middle of the height, or at its top, or fill it, each growing alike.
    """

    def __init__(
        self, blocks: Sequence[Block], gap_mm: float, *, from_top: bool = False, fill: bool = False
    ) -> None:
        super().__init__()
        self._blocks, self._gap_mm = list(blocks), gap_mm
        self._from_top, self._fill = from_top, fill
        for block in blocks:
            block.setParent(self)

    def taken_apart(self) -> list[Block]:
        """Return the blocks, from the top, for another place: the column is empty then."""
        blocks, self._blocks = self._blocks, []
        for block in blocks:
            block.setParent(None)
        return blocks

    def breadth_at(self, unit: float) -> int:
        """Return the width of the broadest block."""
        return max((block.breadth_at(unit) for block in self._blocks), default=0)

    def height_at(self, width: int, unit: float) -> int:
        """Return the height of all blocks and the gaps between them."""
        gaps = round(self._gap_mm * unit) * max(0, len(self._blocks) - 1)
        return gaps + sum(block.height_at(width, unit) for block in self._blocks)

    def arrange(self, unit: float) -> None:
        """Put each block below the one before."""
        spare = max(0, self.height() - self.height_at(self.width(), unit))
        more = spare // max(1, len(self._blocks)) if self._fill else 0
        top = 0 if self._from_top or self._fill else spare // 2
        for block in self._blocks:
            height = block.height_at(self.width(), unit) + more
            block.place(QRect(0, top, self.width(), height), unit)
            top += height + round(self._gap_mm * unit)


class Row(Block):
    """Blocks side by side; `stretch` names the block that takes the room that is left, None: all alike."""

    def __init__(self, blocks: Sequence[Block], gap_mm: float, *, stretch: int | None = None) -> None:
        super().__init__()
        self._blocks, self._gap_mm, self._stretch = list(blocks), gap_mm, stretch
        for block in blocks:
            block.setParent(self)

    def breadth_at(self, unit: float) -> int:
        """Return the least width of all blocks and the gaps between them."""
        gaps = round(self._gap_mm * unit) * max(0, len(self._blocks) - 1)
        breadths = [block.breadth_at(unit) for block in self._blocks]
        alike = max(breadths, default=0) * len(breadths)
        return gaps + (alike if self._stretch is None else sum(breadths))

    def height_at(self, width: int, unit: float) -> int:
        """Return the height of the highest block."""
        widths = self._widths(width, unit)
        return max(
            (block.height_at(each, unit) for block, each in zip(self._blocks, widths, strict=True)), default=0
        )

    def arrange(self, unit: float) -> None:
        """Put each block beside the one before, all in the middle of the height."""
        left = 0
        for block, width in zip(self._blocks, self._widths(self.width(), unit), strict=True):
            height = min(block.height_at(width, unit), self.height())
            block.place(QRect(left, (self.height() - height) // 2, width, height), unit)
            left += width + round(self._gap_mm * unit)

    def _widths(self, width: int, unit: float) -> list[int]:
        gaps = round(self._gap_mm * unit) * max(0, len(self._blocks) - 1)
        room = max(0, width - gaps)
        if self._stretch is None:
            return [room // max(1, len(self._blocks))] * len(self._blocks)
        widths = [block.breadth_at(unit) for block in self._blocks]
        widths[self._stretch] = max(0, room - sum(widths) + widths[self._stretch])
        return widths


class Panel(Block):
    """A block on a ground of its own with round corners, and a `rim` around it where one is given."""

    def __init__(
        self, content: Block, tint: Tint, *, padding_mm: float = 8.0, rim: str | None = None
    ) -> None:
        super().__init__()
        self._content, self._tint, self._padding_mm = content, tint, padding_mm
        self._rim, self._radius = rim, 0.0
        content.setParent(self)

    def breadth_at(self, unit: float) -> int:
        """Return the content's width and the padding."""
        return self._content.breadth_at(unit) + 2 * round(self._padding_mm * unit)

    def height_at(self, width: int, unit: float) -> int:
        """Return the content's height and the padding."""
        padding = round(self._padding_mm * unit)
        return self._content.height_at(max(0, width - 2 * padding), unit) + 2 * padding

    def arrange(self, unit: float) -> None:
        """Put the content inside the padding."""
        padding = round(self._padding_mm * unit)
        self._radius = 6.0 * unit
        self._content.place(self.rect().adjusted(padding, padding, -padding, -padding), unit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if self._rim is None else QPen(QColor(self._rim), _RIM_PX))
        painter.setBrush(QColor(self._tint.ground))
        inset = 0.0 if self._rim is None else _RIM_PX / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self._radius, self._radius)
        painter.end()


class Turns(Block):
    """Blocks at one place that are seen in turn, each as long as the others."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__()
        self._blocks = list(blocks)
        for block in blocks:
            block.setParent(self)
        self.show_turn(0)

    def show_turn(self, turn: int) -> None:
        """Show the block whose turn it is; turns go on without end."""
        for place, block in enumerate(self._blocks):
            block.setVisible(place == turn % len(self._blocks))

    def breadth_at(self, unit: float) -> int:
        """Return the width of the broadest block."""
        return max(block.breadth_at(unit) for block in self._blocks)

    def height_at(self, width: int, unit: float) -> int:
        """Return the height of the highest block."""
        return max(block.height_at(width, unit) for block in self._blocks)

    def arrange(self, unit: float) -> None:
        """Put all blocks at the same place."""
        for block in self._blocks:
            block.place(self.rect(), unit)
