"""The report of a day as a PDF document of one A4 page, its fonts embedded, its texts as text."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPageSize, QPainter, QPdfWriter, QPen

from kiosk.letters.day_curve import Box, paint_curve
from kiosk.letters.day_sheet import DaySheet, Figure, Table
from kiosk.letters.page import HEIGHT, WIDTH
from kiosk.letters.typefaces import make_qt_ready
from kiosk.letters.typesetting import Colour, Face

_DOTS_PER_INCH: Final = 1200
# Type is set in whole units: with a hundred to the millimetre that rounding is not seen.
_UNITS: Final = 100.0

_EDGE: Final = 18.0
_ACROSS: Final = WIDTH - 2 * _EDGE
_FIGURES_AT, _CURVE_AT, _TABLES_AT, _NOTES_AT = 40.0, 70.0, 142.0, 259.0
_GAP: Final = 10.0
_ROW: Final = 5.6
_ROW_PT: Final = 9.5
"""A row is so high, and its type so large, unless the rows of a long day need less."""

_SMALLEST: Final = 0.75
"""Type is made smaller by this share at most: smaller than that it would not be read."""

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def day_document(sheet: DaySheet) -> bytes:
    """Return the page as PDF/A-1b, for archives. Raises RuntimeError as `make_qt_ready` does."""
    make_qt_ready()
    document = QBuffer()
    document.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(document)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setCreator("kiosk")
    writer.setTitle(sheet.title)
    painter = QPainter(writer)
    try:
        painter.scale(writer.width() / WIDTH / _UNITS, writer.height() / HEIGHT / _UNITS)
        _paint(sheet, _Paper(painter))
    finally:
        # A painter that outlives its paper would end the process.
        painter.end()
    return bytes(document.data().data())


@dataclass(frozen=True, slots=True, eq=False)
class _Paper:
    painter: QPainter

    def text(self, box: Box, text: str, face: Face, align: Qt.AlignmentFlag = _LEFT) -> None:
        """Write one line, in smaller type where it is too long, and cut only where that is not enough."""
        # Type is set in whole units: a little less, so that rounding up cuts nothing.
        share = min(1.0, 0.98 * box.width / max(self.width_of(text, face), 1.0))
        font = replace(face, size=face.size * max(share, _SMALLEST)).font()
        self.painter.setFont(font)
        self.painter.setPen(face.colour.paint)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width * _UNITS)
        self.painter.drawText(_rectangle(box), align, shown)

    def width_of(self, text: str, face: Face) -> float:
        """Return how wide a line is, in millimetres."""
        return QFontMetricsF(face.font()).horizontalAdvance(text) / _UNITS

    def paragraph(self, box: Box, text: str, face: Face) -> float:
        """Write a text of several lines from the top of `box` on, and return its height."""
        self.painter.setFont(face.font())
        self.painter.setPen(face.colour.paint)
        taken = self.painter.drawText(_rectangle(box), Qt.TextFlag.TextWordWrap, text)
        return taken.height() / _UNITS

    def line(self, box: Box, colour: Colour) -> None:
        """Draw a thin line along the top of `box`."""
        self.painter.setPen(QPen(colour.paint, 0.2 * _UNITS))
        top = box.y * _UNITS
        self.painter.drawLine(QPointF(box.x * _UNITS, top), QPointF((box.x + box.width) * _UNITS, top))


def _rectangle(box: Box) -> QRectF:
    return QRectF(box.x * _UNITS, box.y * _UNITS, box.width * _UNITS, box.height * _UNITS)


def _paint(sheet: DaySheet, paper: _Paper) -> None:
    paper.text(Box(_EDGE, 15, _ACROSS, 6), sheet.office, Face(10.5, colour=Colour.QUIET))
    paper.text(Box(_EDGE, 21, _ACROSS, 11), sheet.title, Face(20, bold=True, colour=Colour.ACCENT))
    width = (_ACROSS + 3) / len(sheet.figures)
    for number, figure in enumerate(sheet.figures):
        _figure(paper, Box(_EDGE + number * width, _FIGURES_AT, width - 3, 22), figure)
    curve = Box(_EDGE, _CURVE_AT, _ACROSS, _TABLES_AT - _CURVE_AT - 6)
    _heading(paper, curve, sheet.curve.heading)
    paint_curve(paper.painter, _UNITS, replace(curve, y=curve.y + 8, height=curve.height - 8), sheet.curve)
    longest = max(sum(len(table.rows) + 2 for table in column) for column in sheet.columns)
    row = min(_ROW, (_NOTES_AT - _TABLES_AT - 2) / longest)
    width = (_ACROSS - _GAP) / 2
    for number, column in enumerate(sheet.columns):
        _tables(paper, Box(_EDGE + number * (width + _GAP), _TABLES_AT, width, row), column)
    _notes(paper, sheet.notes)


def _figure(paper: _Paper, box: Box, figure: Figure) -> None:
    paper.painter.fillRect(_rectangle(box), Colour.TINT.paint)
    inner = replace(box, x=box.x + 2.5, width=box.width - 4)
    paper.text(replace(inner, y=box.y + 1.5, height=5), figure.label, Face(8, colour=Colour.QUIET))
    paper.text(replace(inner, y=box.y + 6.5, height=9), figure.number, Face(18, bold=True))
    paper.text(replace(inner, y=box.y + 15.5, height=5), figure.more, Face(8, colour=Colour.QUIET))


def _heading(paper: _Paper, box: Box, text: str) -> None:
    paper.text(replace(box, height=6), text, Face(11, bold=True, colour=Colour.ACCENT))


def _tables(paper: _Paper, place: Box, tables: tuple[Table, ...]) -> None:
    """Write tables below each other, from `place` on, whose height is that of a row."""
    size = _ROW_PT * place.height / _ROW
    for table in tables:
        heading = Face(size * 1.15, bold=True, colour=Colour.ACCENT)
        paper.text(place, table.heading, heading)
        for what, number in table.rows:
            place = replace(place, y=place.y + place.height)
            paper.line(place, Colour.TINT)
            number_width = paper.width_of(number, Face(size, bold=True)) + 2
            paper.text(replace(place, width=place.width - number_width), what, Face(size))
            right = replace(place, x=place.x + place.width - number_width, width=number_width)
            paper.text(right, number, Face(size, bold=True), _RIGHT)
        place = replace(place, y=place.y + 2 * place.height)


def _notes(paper: _Paper, notes: tuple[str, ...]) -> None:
    place = Box(_EDGE, _NOTES_AT, _ACROSS, HEIGHT - _NOTES_AT)
    paper.line(place, Colour.QUIET)
    place = replace(place, y=place.y + 2)
    for note in notes:
        place = replace(place, y=place.y + paper.paragraph(place, note, Face(8, colour=Colour.QUIET)) + 0.8)
