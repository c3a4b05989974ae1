"""Letters as a PDF document, of one page or of the pages of a day's post."""

from typing import Final, Self

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from kiosk.letters.layout import lay_out
from kiosk.letters.letter import Letter
from kiosk.letters.page import paint_sheet
from kiosk.letters.reading_back import PrintedLetter, PrintedLetters
from kiosk.letters.typefaces import make_qt_ready
from kiosk.letters.typesetting import Typesetter

_DOTS_PER_INCH: Final = 1200
# Whoever sees a list of files reads it: it is the same for everybody.
_TITLE: Final = "Einladung zu Ihrem Termin"


class PdfPages:
    """A PDF document that is being written, a page for each letter; its fonts are embedded once.

    It is written as PDF/A-1b, for archives: fonts and colours are defined in the file itself. Write it within
    a `with`: whatever ends the writing, a painter that outlives its paper would end the process.
    """

    def __init__(self) -> None:
        make_qt_ready()
        self._typesetter = Typesetter()
        self._document = QBuffer()
        self._document.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._document)
        self._writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
        self._writer.setResolution(_DOTS_PER_INCH)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._writer.setCreator("kiosk")
        self._writer.setTitle(_TITLE)
        self._painter: QPainter | None = None
        self._printed: list[PrintedLetter] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the painting, if it was not finished."""
        if self._painter is not None and self._painter.isActive():
            self._painter.end()

    def add(self, letter: Letter) -> None:
        """Write the page of `letter`. Raises what `lay_out` raises; then the document has no such page."""
        page = lay_out(letter, self._typesetter)
        if self._painter is None:
            self._painter = QPainter(self._writer)
        else:
            self._writer.newPage()
        paint_sheet(page, self._painter, self._writer)
        self._printed.append(PrintedLetter(letter, page.code.box))

    def finish(self) -> PrintedLetters:
        """Return the whole document; with this the writing is over."""
        if self._painter is not None:
            self._painter.end()
        return PrintedLetters(bytes(self._document.data().data()), tuple(self._printed))


def printed(letter: Letter) -> PrintedLetters:
    """Return the PDF document of `letter`: one A4 page, its fonts embedded, its texts as text."""
    with PdfPages() as pages:
        pages.add(letter)
        return pages.finish()
