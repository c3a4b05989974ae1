"""A page that is laid out, and how it is painted; A4, in millimetres from the top left corner."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPaintDevice, QPainter, QPainterPath, QPen

from kiosk.core.office import WayStep
from kiosk.letters.pictograms import paint_chevron, paint_step
from kiosk.letters.qr import MODULES, QUIET_ZONE
from kiosk.letters.typesetting import Colour, SetText

WIDTH: Final = 210.0
HEIGHT: Final = 297.0

MODULE: Final = 1.3
"""One module of the code: the code is 37.7 mm wide, 48.1 mm with its quiet zone."""

FOLDS: Final = (105.0, 210.0)
"""Where DIN 5008 form B folds the page."""

_HOLE: Final = 148.5
_HAIRLINE: Final = 0.2
_RULE: Final = 0.5


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text with the top left corner of its column."""

    what: SetText
    x: float
    y: float

    @property
    def box(self) -> QRectF:
        """The room that it takes."""
        return QRectF(self.x + self.what.left, self.y, self.what.width, self.what.height)


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A pictogram of the way with the top left corner of its tile, and a chevron in the `gap` before it.

    Where the way is read from the right, the gap lies at the right of the tile.
    """

    step: WayStep
    x: float
    y: float
    side: float
    gap: float
    from_right: bool = False

    @property
    def box(self) -> QRectF:
        """The room that its tile takes."""
        return QRectF(self.x, self.y, self.side, self.side)


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """The modules of the code with its top left corner; the quiet zone lies around them."""

    modules: NDArray[np.bool_]
    x: float
    y: float

    @property
    def box(self) -> QRectF:
        """The room that it takes with its quiet zone."""
        quiet, side = QUIET_ZONE * MODULE, (MODULES + 2 * QUIET_ZONE) * MODULE
        return QRectF(self.x - quiet, self.y - quiet, side, side)


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page at its place; `rules` are thin lines across it."""

    texts: tuple[PlacedText, ...]
    steps: tuple[PlacedStep, ...]
    code: PlacedCode
    rules: tuple[QLineF, ...]


def paint_page(page: Page, painter: QPainter) -> None:
    """Paint `page` with a painter whose unit is a millimetre."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_marks(painter)
    painter.setPen(QPen(Colour.ACCENT.paint, _RULE))
    painter.drawLines(page.rules)
    for text in page.texts:
        text.what.paint(painter, text.x, text.y)
    for step in page.steps:
        if step.gap:
            middle = step.x + step.side + step.gap / 2 if step.from_right else step.x - step.gap / 2
            ahead = -step.side if step.from_right else step.side
            paint_chevron(painter, middle, step.y + step.side / 2, ahead)
        paint_step(painter, step.step, step.x, step.y, step.side)
    painter.translate(page.code.x, page.code.y)
    painter.scale(MODULE, MODULE)
    paint_modules(page.code.modules, painter)


def paint_sheet(page: Page, painter: QPainter, sheet: QPaintDevice) -> None:
    """Paint `page` with a painter that is at work on a whole sheet of A4."""
    painter.save()
    painter.scale(sheet.width() / WIDTH, sheet.height() / HEIGHT)
    try:
        paint_page(page, painter)
    finally:
        painter.restore()


def paint_modules(modules: NDArray[np.bool_], painter: QPainter) -> None:
    """Paint the dark modules of a code in black with a painter whose unit is a module."""
    # One path, so that no viewer shows seams between the modules that touch; those side by side are one bar.
    dark = QPainterPath()
    edges = np.diff(np.pad(modules.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    for (row, start), (_, end) in zip(np.argwhere(edges == 1), np.argwhere(edges == -1), strict=True):
        dark.addRect(QRectF(float(start), float(row), float(end - start), 1.0))
    dark.setFillRule(Qt.FillRule.WindingFill)
    painter.fillPath(dark, Qt.GlobalColor.black)


def _paint_marks(painter: QPainter) -> None:
    """The marks at the left edge: short ones where to fold, a longer one where to punch."""
    painter.setPen(QPen(Colour.QUIET.paint, _HAIRLINE))
    for fold in FOLDS:
        painter.drawLine(QPointF(5.0, fold), QPointF(9.0, fold))
    painter.drawLine(QPointF(5.0, _HOLE), QPointF(11.0, _HOLE))
