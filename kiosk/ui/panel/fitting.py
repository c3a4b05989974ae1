"""Type as large as its place allows: words in bold lines, with a smaller hint below them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from kiosk.ui.fonts import font

HINT: Final = 0.72
"""How large a hint is, in parts of the type of its words."""

LINE: Final = 1.18
"""From line to line, in parts of the type."""

_DOT: Final = " ·"
"""Stands between two things in one line; at its end it would point to nothing."""

_LEAST_PX: Final = 9


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn; `px` is the size of its type."""

    text: str
    px: int
    bold: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines of a place, from top to bottom, and whether they fit into it."""

    lines: tuple[Line, ...]
    fits: bool

    @property
    def height(self) -> float:
        """How high all lines are, in pixels."""
        return sum(line.px * LINE for line in self.lines)

    def draw(self, painter: QPainter, room: QRectF, ink: str, align: Qt.AlignmentFlag) -> None:
        """Draw the lines in the middle of the height of `room`, to its left, its right or in its middle."""
        top = room.top() + (room.height() - self.height) / 2
        painter.setPen(QColor(ink))
        for line in self.lines:
            painter.setFont(font(line.px, bold=line.bold))
            place = QRectF(room.left(), top, room.width(), line.px * LINE)
            painter.drawText(
                place, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line.text
            )
            top += line.px * LINE


@lru_cache(maxsize=2048)
def fitted(words: str, hint: str, room: tuple[int, int], sizes: tuple[int, int]) -> Fitted:
    """Return `words` and `hint` in the largest type that fits into `room` (width, height in pixels).

    `sizes` are the least and the largest type in pixels; at the least one the words stand as they come.
    """
    least, most = max(_LEAST_PX, sizes[0]), max(_LEAST_PX, *sizes)
    too_large = most + 1
    while least < too_large:
        middle = (least + too_large) // 2
        if _set(words, hint, room, middle).fits:
            least = middle + 1
        else:
            too_large = middle
    return _set(words, hint, room, max(_LEAST_PX, sizes[0], least - 1))


def _set(words: str, hint: str, room: tuple[int, int], px: int) -> Fitted:
    width, height = room
    hint_px = max(_LEAST_PX, round(px * HINT))
    lines = (*_broken(words, px, width, bold=True), *_broken(hint, hint_px, width, bold=False))
    is_low_enough = sum(line.px * LINE for line in lines) <= height
    return Fitted(lines, is_low_enough and all(_advance(line) <= width for line in lines))


def _advance(line: Line) -> float:
    return QFontMetricsF(font(line.px, bold=line.bold)).horizontalAdvance(line.text)


def _broken(text: str, px: int, width: int, *, bold: bool) -> tuple[Line, ...]:
    metrics = QFontMetricsF(font(px, bold=bold))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        # By blanks alone: a no-break space holds a number and its word together.
        for word in filter(None, paragraph.split(" ")):
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line.removesuffix(_DOT))
                line = word
            else:
                line = longer
        if line:
            lines.append(line)
    return tuple(Line(line, px, bold) for line in lines)
