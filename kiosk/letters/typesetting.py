"""Text set in type: lengths are millimetres on the page, sizes are points."""

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kiosk.letters.typefaces import FAMILIES

_MM_PER_POINT: Final = 25.4 / 72
# Qt sets type in whole pixels: with a hundred to the millimetre that rounding is not seen.
_UNITS: Final = 100
_MOST_KEPT: Final = 2000
_CLINGS: Final = re.compile(r"(?<!\S)(\d{1,3}|[^\W\d]) (?=\w)")
"""A number and a word of one letter stay with the word after them, as '6 Jahren' and a Russian 'and'."""


class Colour(Enum):
    """The colours of the letter; those of its type have a contrast of 7:1 or more on white."""

    INK = "#161c20"
    QUIET = "#4a5257"
    ACCENT = "#004b62"
    TINT = "#e6eff2"

    @property
    def paint(self) -> QColor:
        """The colour as Qt takes it."""
        return QColor(self.value)


@dataclass(frozen=True, slots=True)
class Face:
    """How a text looks: `size` in points, `leading` in sizes, `tracking` in percent of a letter's width."""

    size: float
    bold: bool = False
    colour: Colour = Colour.INK
    leading: float = 1.27
    tracking: float = 100

    def font(self) -> QFont:
        """The font, in units of which a hundred make a millimetre."""
        font = QFont(FAMILIES)
        font.setPixelSize(round(self.size * _MM_PER_POINT * _UNITS))
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, self.tracking)
        return font


class Flow(Enum):
    """From where a text is written, and at which end of its column it begins."""

    FROM_LEFT = "from left"
    FROM_LEFT_AT_RIGHT = "from left, but set against the right end"
    FROM_RIGHT = "from right"


@dataclass(frozen=True, slots=True, eq=False)
class SetText:
    """A text broken into lines, in `colour`; its longest line is `width` wide and begins at `left`."""

    text: str
    layout: QTextLayout
    colour: Colour
    left: float
    width: float
    height: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the text with the top left corner of its column at x, y."""
        painter.save()
        painter.setPen(self.colour.paint)
        painter.translate(x, y)
        painter.scale(1 / _UNITS, 1 / _UNITS)
        self.layout.draw(painter, QPointF(0, 0))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets texts in type, each once: most texts of a day's letters are the same. For one thread at a time."""

    _set: dict[tuple[str, Face, float, str, Flow], SetText] = field(default_factory=dict)

    def set(
        self, text: str, face: Face, width: float, *, heading: str = "", flow: Flow = Flow.FROM_LEFT
    ) -> SetText:
        """As `set_text`; the same text is the same object again."""
        key = (text, face, width, heading, flow)
        if len(self._set) >= _MOST_KEPT:
            self._set.clear()
        if key not in self._set:
            self._set[key] = set_text(text, face, width, heading=heading, flow=flow)
        return self._set[key]


def set_text(
    text: str, face: Face, width: float, *, heading: str = "", flow: Flow = Flow.FROM_LEFT
) -> SetText:
    """Break `text` into lines that are at most `width` wide; line breaks in it stay.

    A `heading` runs into the text: it begins the first line, bold and in the accent's colour, with a colon
    where it does not end in a sign of its own. A word that is longer than a line is broken where that ends.
    """
    if heading and heading[-1] not in "?؟!":
        heading = f"{heading}:"
    whole = f"{heading} {text}" if heading else text
    written = _CLINGS.sub("\\1\N{NO-BREAK SPACE}", whole).replace("\n", "\N{LINE SEPARATOR}")
    layout = QTextLayout(written, face.font())
    if heading:
        layout.setFormats([_run_in(len(heading), face)])
    layout.setTextOption(_option(flow))
    # Without the cache of glyphs Qt shapes the text anew each time that it is painted.
    layout.setCacheEnabled(True)
    line_height = face.size * _MM_PER_POINT * face.leading * _UNITS
    # A line in another script has another ascent: all stand on the base lines of the first family.
    ascent = QFontMetricsF(face.font()).ascent()
    height = widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * _UNITS)
        line.setPosition(QPointF(0, height + ascent - line.ascent()))
        height += line_height
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    taken = widest / _UNITS
    left = 0.0 if flow is Flow.FROM_LEFT else width - taken
    return SetText(whole, layout, face.colour, left, taken, height / _UNITS)


def _option(flow: Flow) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    from_right = flow is Flow.FROM_RIGHT
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    if flow is not Flow.FROM_LEFT:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def _run_in(length: int, face: Face) -> QTextLayout.FormatRange:
    bold = QTextCharFormat()
    bold.setFont(replace(face, bold=True).font())
    bold.setForeground(Colour.ACCENT.paint)
    covered = QTextLayout.FormatRange()
    covered.start, covered.length, covered.format = 0, length, bold
    return covered
