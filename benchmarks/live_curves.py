"""Draw what benchmarks/live.py has left: python benchmarks/live_curves.py FILE PICTURE.

One field for each trouble, from easy on the left to hard on the right: a mark for each letter, and the
running median as a line. On the uppermost line are the letters that were not read in time.
"""

import argparse
import json
import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from benchmarks.hand import PER_SECOND, Strain, Trouble, strain_of
from benchmarks.letter_on_paper import MODULES
from benchmarks.live import PATIENCE, Size, Trial
from kiosk.ui.fonts import font

COLUMNS, ROWS = 4, 3
CELL_WIDTH, CELL_HEIGHT = 480, 350
PAPER, INK, QUIET = QColor("#FFFFFF"), QColor("#14212B"), QColor("#8A949B")
ALONE, LIVE = QColor("#C0442A"), QColor("#0B5FA5")
_HEIGHT = PATIENCE * 1.08
_WINDOW = 1 / 7


@dataclass(frozen=True, slots=True)
class Field:
    """A rectangle of the picture, and how much of `x` and `y` it holds from its lower left corner."""

    rect: QRectF
    most_y: float

    def at(self, x: float, y: float) -> QPointF:
        """Where a value stands; `x` is 0 to 1."""
        up = self.rect.height() * y / self.most_y
        return QPointF(self.rect.left() + x * self.rect.width(), self.rect.bottom() - up)


def in_figures(trouble: Trouble, strain: Strain) -> str:  # noqa: C901 - a row of a table each
    """What a trouble of this strain is in figures, for the ends of an axis."""
    match trouble:
        case Trouble.DISTANCE:
            return f"{strain.code_width / MODULES:.1f} px a module"
        case Trouble.TILT:
            return f"{strain.tilt:.0f} degrees"
        case Trouble.MOTION:
            return f"sways {strain.sway:.0f} px"
        case Trouble.ARRIVAL:
            return f"shutter {strain.shutter / PER_SECOND * 1000:.0f} ms"
        case Trouble.FOCUS:
            return f"sigma {strain.hunt + strain.defocus:.1f}, then {strain.defocus:.1f} px"
        case Trouble.NOISE:
            return f"sigma {strain.noise:.0f} of 255"
        case Trouble.DARK:
            return f"{strain.light:.0%} of the light"
        case Trouble.GLARE:
            return f"lamp {2 * (0.12 + 0.85 * strain.glare):.1f} x the code"
        case Trouble.CREASE:
            return f"strength {strain.crease:.1f}"
        case Trouble.COPY:
            return f"strength {strain.copy:.1f}"


def running_median(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The median of the letters around each point, which are in order."""
    reach = max(1, round(len(points) * _WINDOW / 2))
    return [
        (x, statistics.median(y for _, y in points[max(0, place - reach) : place + reach + 1]))
        for place, (x, _) in enumerate(points)
    ]


def draw_axes(
    painter: QPainter, field: Field, title: str, ends: tuple[str, str], marks: Sequence[str]
) -> None:
    """Draw frame, title and labels; `marks` stand from the lowest to the highest value, evenly."""
    painter.setPen(QPen(QUIET, 1))
    painter.setFont(font(15))
    for place, mark in enumerate(marks):
        y = place * field.most_y / 1.08 / (len(marks) - 1)
        painter.setPen(QPen(QColor("#E3E6E8"), 1))
        painter.drawLine(field.at(0, y), field.at(1, y))
        painter.setPen(INK)
        left = field.at(0, y) - QPointF(62, 10)
        painter.drawText(QRectF(left.x(), left.y(), 56, 20), Qt.AlignmentFlag.AlignRight, mark)
    rect = field.rect
    below = QRectF(rect.left(), rect.bottom() + 5, rect.width(), 22)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft, ends[0])
    painter.drawText(below, Qt.AlignmentFlag.AlignRight, ends[1])
    painter.setFont(font(19, bold=True))
    painter.drawText(
        QRectF(rect.left(), rect.top() - 30, rect.width(), 26), Qt.AlignmentFlag.AlignLeft, title
    )


def draw_mark(painter: QPainter, at: QPointF, colour: QColor, *, live: bool) -> None:
    """A dot for the live reader, a cross for zxing-cpp alone."""
    faint = QColor(colour)
    faint.setAlphaF(0.45)
    painter.setPen(QPen(faint, 2))
    if live:
        painter.setBrush(faint)
        painter.drawEllipse(at, 2.6, 2.6)
    else:
        painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4))
        painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4))


def draw_line(painter: QPainter, field: Field, points: Sequence[tuple[float, float]], *, live: bool) -> None:
    """A whole line for the live reader, a dashed one for zxing-cpp alone."""
    pen = QPen(LIVE if live else ALONE, 4)
    if not live:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([field.at(x, y) for x, y in points]))


def draw_trouble(painter: QPainter, field: Field, trouble: Trouble, trials: Sequence[Trial]) -> None:
    """One field: seconds to the text over the strength of a trouble."""
    ends = (in_figures(trouble, strain_of(trouble, 0.0)), in_figures(trouble, strain_of(trouble, 1.0)))
    draw_axes(painter, field, trouble.value, ends, ("0", "1 s", "2 s", "never"))
    for live in (False, True):
        seconds = [each.live if live else each.alone for each in trials]
        points = [
            (each.strength, PATIENCE if y is None else y) for each, y in zip(trials, seconds, strict=True)
        ]
        for x, y in points:
            draw_mark(painter, field.at(x, y), LIVE if live else ALONE, live=live)
        draw_line(painter, field, running_median(points), live=live)


def draw_sizes(painter: QPainter, field: Field, sizes: Sequence[Size]) -> None:
    """The share of letters that are read within a second, by their size."""
    most, least = sizes[0].pixels_a_module, sizes[-1].pixels_a_module
    ends = (f"{most:.1f} px a module", f"{least:.1f}")
    draw_axes(painter, field, "read within a second", ends, ("0 %", "50 %", "100 %"))
    for live in (False, True):
        points = [
            ((most - each.pixels_a_module) / (most - least), each.live if live else each.alone)
            for each in sizes
        ]
        draw_line(painter, field, points, live=live)


def draw_legend(painter: QPainter, rect: QRectF) -> None:
    """What the lines and marks mean."""
    field = Field(rect, 1.0)
    for y, live, text in ((0.75, True, "the live reader"), (0.5, False, "zxing-cpp on each frame")):
        draw_line(painter, field, [(0.0, y), (0.25, y)], live=live)
        draw_mark(painter, field.at(0.125, y), LIVE if live else ALONE, live=live)
        painter.setPen(INK)
        painter.setFont(font(19))
        painter.drawText(field.at(0.3, y) + QPointF(0, 7), text)
    painter.setFont(font(15))
    words = (
        "Seconds from the first frame with the whole code to the text; a mark is a letter, a line the median."
    )
    painter.drawText(rect.adjusted(0, rect.height() * 0.62, 0, 0), int(Qt.TextFlag.TextWordWrap), words)


def main() -> None:
    """Read the file, draw the picture."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="what live.py --out has written")
    parser.add_argument("picture", type=Path, help="the PNG that is made")
    wishes = parser.parse_args()
    found = json.loads(wishes.file.read_text(encoding="utf-8"))
    trials = [Trial(**each) for each in found["trials"]]
    sizes = [Size(**each) for each in found["sizes"]]
    application = QApplication([])
    image = QImage(COLUMNS * CELL_WIDTH, ROWS * CELL_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cells = [
        QRectF(column * CELL_WIDTH + 75, row * CELL_HEIGHT + 50, CELL_WIDTH - 100, CELL_HEIGHT - 95)
        for row in range(ROWS)
        for column in range(COLUMNS)
    ]
    for trouble, cell in zip(Trouble, cells, strict=False):
        these = [each for each in trials if each.trouble == trouble.name]
        if these:
            draw_trouble(painter, Field(cell, _HEIGHT), trouble, these)
    if sizes:
        draw_sizes(painter, Field(cells[-2], 1.08), sizes)
    draw_legend(painter, cells[-1])
    painter.end()
    image.save(str(wishes.picture))
    application.quit()


if __name__ == "__main__":
    main()
