"""A text that tells how much room it needs, and is broken into lines of even length."""

import re
from functools import lru_cache
from typing import ClassVar, Final, NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from kiosk.ui.blocks import Block
from kiosk.ui.fonts import font
from kiosk.ui.theme import CAP_HEIGHT

LINE: Final = 1.22
"""From baseline to baseline, in parts of the type's size."""


OVERHANG: Final = 0.08
"""How far ink may reach out of a line, in parts of the type's size."""

FIRST_BASELINE: Final = 0.95
"""From a text's top to its first baseline: room for the dots of an umlaut."""

ARABIC_LINE: Final = 1.5
ARABIC_FIRST_BASELINE: Final = 1.02
"""The same two for Arabic and Farsi, whose letters reach further up and further down."""

_BEFORE_LAST_WORD: Final = re.compile(" (?=[^ ]+(?:\u2028|$))")
"""The space before the last word of each sentence that has lines of its own."""


class _Look(NamedTuple):
    """What besides its size decides how a text is broken into lines."""

    bold: bool
    whole: bool
    direction: Qt.LayoutDirection


class Text(Block):
    """One text of one kind, broken into lines of even length.

    One that is `whole` is never broken. Where the width does not hold its longest word, it is written
    smaller than the rest of the page, down to the share `least` of its size, before the page has to shrink.
    """

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(
        self,
        text: str,
        cap_mm: float,
        ink: str,
        *,
        bold: bool = False,
        centred: bool = False,
        whole: bool = False,
        least: float = 1.0,
    ) -> None:
        super().__init__()
        self._text, self._cap_mm, self._ink = text, cap_mm, ink
        self._bold, self._centred, self._whole = bold, centred, whole
        self._least = least
        self._unit = 1.0
        self._size = 1
        self._layout = QTextLayout()
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What is written."""
        return self._text

    @property
    def cap_mm(self) -> float:
        """The height of a capital H in millimetres of type, where all has room."""
        return self._cap_mm

    @property
    def cap_px(self) -> float:
        """The height of a capital H in pixels, as laid out."""
        return self._size * CAP_HEIGHT

    def set_text(self, text: str) -> None:
        """Write something else in the same place."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.arrange(self._unit)
            self.update()

    def set_ink(self, ink: str) -> None:
        """Be written in another colour."""
        self._ink = ink
        self.update()

    def breadth_at(self, unit: float) -> int:
        """Return the width of the longest word, at the least size."""
        size = self._size_at(unit * self._least)
        return self._widest_word(size) + size - _within(size, size)

    def height_at(self, width: int, unit: float) -> int:
        """Return the height of all lines."""
        size = self._size_within(width, unit)
        return round(self._measured(size, _within(width, size))[0] * size * self._line()[1])

    def arrange(self, unit: float) -> None:
        """Break the text into lines of even length."""
        self._unit = unit
        self._size = self._size_within(self.width(), unit)
        wide = _within(self.width(), self._size)
        narrow = wide // 2
        count, _ = self._measured(self._size, wide)
        # Lines of even length read better than a full one with a single word below it.
        while count > 1 and wide - narrow > 4:
            middle = (narrow + wide) // 2
            lines, widest = self._measured(self._size, middle)
            if lines > count or widest > middle:
                narrow = middle
            else:
                wide = middle
        self._layout = self._laid_out_within(wide, count)
        self._put_lines()

    def overflows(self) -> bool:
        """Say whether any ink of the text lies outside the block."""
        within = QRectF(self.rect()).adjusted(-1, -1, 1, 1)
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            origin = QPointF(line.naturalTextRect().left(), line.position().y() + line.ascent())
            if not within.contains(self._ink_of(line).translated(origin)):
                return self._text != ""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(QColor(self._ink))
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _size_at(self, unit: float) -> int:
        return max(1, round(self._cap_mm * unit / CAP_HEIGHT))

    def _size_within(self, width: int, unit: float) -> int:
        size = self._size_at(unit)
        room = _within(width, size)
        if self._least < 1.0 and self._widest_word(size) > room:
            shrunk = size * room // self._widest_word(size)
            size = max(self._size_at(unit * self._least), shrunk)
        return size

    def _widest_word(self, size: int) -> int:
        return self._measured(size, 0)[1]

    def _measured(self, size: int, width: int) -> tuple[int, int]:
        return _measured(self._text, size, self._look(), width)

    def _laid_out_within(self, width: int, count: int) -> QTextLayout:
        """Return the text in as many lines, its last two words together where fewer stand alone so."""
        layout = _laid_out(self._text, self._size, self._look())
        _set(layout, width)
        alone = _words_alone(layout)
        if count == 1 or not alone:
            return layout
        joined = _BEFORE_LAST_WORD.sub("\N{NO-BREAK SPACE}", self._text)
        other = _laid_out(joined, self._size, self._look())
        lines, widest = _set(other, width)
        return other if lines == count and widest <= width and _words_alone(other) < alone else layout

    def _line(self) -> tuple[float, float]:
        """Return where the first baseline is, and how far the next one is from it."""
        is_arabic = any("\u0600" <= sign <= "\u06ff" for sign in self._text)
        return (ARABIC_FIRST_BASELINE, ARABIC_LINE) if is_arabic else (FIRST_BASELINE, LINE)

    def _look(self) -> _Look:
        return _Look(self._bold, self._whole, _direction_of(self._text, self.layoutDirection()))

    def _ink_of(self, line: QTextLine) -> QRectF:
        """Where the ink of a line is, from the beginning of its baseline."""
        metrics = QFontMetricsF(font(self._size, bold=self._bold))
        return metrics.tightBoundingRect(self._text[line.textStart() :][: line.textLength()].rstrip())

    def _put_lines(self) -> None:
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            used = line.naturalTextWidth()
            if self._centred:
                left = (self.width() - used) / 2
            elif self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self.width() - used
            else:
                left = 0.0
            ink = self._ink_of(line)
            # Some letters, like J, reach out before their own beginning.
            left = max(-ink.left(), min(left, self.width() - ink.right()))
            first, step = self._line()
            baseline = (first + index * step) * self._size
            shift = line.naturalTextRect().left() - line.position().x()
            line.setPosition(QPointF(left - shift, baseline - line.ascent()))


def _within(width: int, size: int) -> int:
    """Return the room for letters of `size` in `width`: what reaches out of a line has to stay inside."""
    return max(0, width - round(size * OVERHANG))


def _direction_of(text: str, reading: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return how to write a text on a page that is read so: what is German alone stays German.

    Else the full stop of an office's text that it gives in German only would stand before it.
    """
    kinds = {bidirectional(sign) for sign in text}
    is_from_left = "L" in kinds and not kinds & {"R", "AL"}
    return Qt.LayoutDirection.LeftToRight if is_from_left else reading


def _laid_out(text: str, size: int, look: _Look) -> QTextLayout:
    layout = QTextLayout(text, font(size, bold=look.bold))
    option = QTextOption()
    option.setTextDirection(look.direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap if look.whole else QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    return layout


def _words_alone(layout: QTextLayout) -> int:
    """Return how many lines are one word."""
    lines = [layout.lineAt(index) for index in range(layout.lineCount())]
    return sum(len(layout.text()[line.textStart() :][: line.textLength()].split()) == 1 for line in lines)


@lru_cache(maxsize=4096)
def _measured(text: str, size: int, look: _Look, width: int) -> tuple[int, int]:
    """As `_set`. The same texts come back with each visitor, and to measure them is most of a page's work."""
    return _set(_laid_out(text, size, look), width)


def _set(layout: QTextLayout, width: float) -> tuple[int, int]:
    """Break the text at `width`; return how many lines it takes, and the width of the widest."""
    layout.beginLayout()
    widest, count = 0.0, 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        widest = max(widest, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    return count, -int(-widest // 1)
