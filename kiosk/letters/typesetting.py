"""Text set in type: lengths are millimetres on the page, sizes are points."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from kiosk.letters.typefaces import FAMILY

_MM_PER_POINT: Final = 25.4 / 72
# Qt sets type in whole pixels: with a hundred to the millimetre that rounding is not seen.
_UNITS: Final = 100
_MOST_KEPT: Final = 2000


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
        font = QFont(FAMILY)
        font.setPixelSize(round(self.size * _MM_PER_POINT * _UNITS))
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, self.tracking)
        return font


@dataclass(frozen=True, slots=True, eq=False)
class SetText:
    """A text broken into lines, in `colour`; `width` is that of its longest line."""

    text: str
    layout: QTextLayout
    colour: Colour
    width: float
    height: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the text with its top left corner at x, y."""
        painter.save()
        painter.setPen(self.colour.paint)
        painter.translate(x, y)
        painter.scale(1 / _UNITS, 1 / _UNITS)
        self.layout.draw(painter, QPointF(0, 0))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets texts in type, each once: most texts of a day's letters are the same. For one thread at a time."""

    _set: dict[tuple[str, Face, float, str, bool], SetText] = field(default_factory=dict)

    def set(
        self, text: str, face: Face, width: float, *, heading: str = "", right_to_left: bool = False
    ) -> SetText:
        """As `set_text`; the same text is the same object again."""
        key = (text, face, width, heading, right_to_left)
        if len(self._set) >= _MOST_KEPT:
            self._set.clear()
        if key not in self._set:
            self._set[key] = set_text(text, face, width, heading=heading, right_to_left=right_to_left)
        return self._set[key]


def set_text(
    text: str, face: Face, width: float, *, heading: str = "", right_to_left: bool = False
) -> SetText:
    """Break `text` into lines that are at most `width` wide; line breaks in it stay.

    A `heading` runs into the text: it begins the first line, bold and in the accent's colour. A text that is
    written from right to left begins at the right end of `width`. A word that is longer than a line is broken
    where the line ends.
    """
    whole = f"{heading}: {text}" if heading else text
    layout = QTextLayout(whole.replace("\n", "\N{LINE SEPARATOR}"), face.font())
    if heading:
        layout.setFormats([_run_in(len(heading) + 1, face)])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if right_to_left:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    # Without the cache of glyphs Qt shapes the text anew each time that it is painted.
    layout.setCacheEnabled(True)
    line_height = face.size * _MM_PER_POINT * face.leading * _UNITS
    height = widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * _UNITS)
        line.setPosition(QPointF(0, height))
        height += line_height
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    taken = width if right_to_left else widest / _UNITS
    return SetText(whole, layout, face.colour, taken, height / _UNITS)


def _run_in(length: int, face: Face) -> QTextLayout.FormatRange:
    bold = QTextCharFormat()
    bold.setFont(replace(face, bold=True).font())
    bold.setForeground(Colour.ACCENT.paint)
    covered = QTextLayout.FormatRange()
    covered.start, covered.length, covered.format = 0, length, bold
    return covered
