"""Reads the codes of letters again from the pages of their document: before that, no letter counts as made.

Each page is read three times: as a whole, that there is this one code and no other; the code with what is
around it as a printer with 300 dots to the inch prints it; and that once more as a poor photocopy.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from kiosk.letters.letter import Letter
from kiosk.letters.page import HEIGHT, WIDTH
from kiosk.letters.photocopy import photocopy

GreyPicture: TypeAlias = NDArray[np.uint8]
"""Pixels: height x width, contiguous, 0 (black) to 255."""

Reader: TypeAlias = Callable[[GreyPicture], Collection[str]]
"""Reads the texts of all codes in a picture, as the scanner at the door does."""

PRINTED_DPI: Final = 300
# Coarser than any printer: five dots to a module of the code, and quick.
_WHOLE_DPI: Final = 100
_MM_PER_INCH: Final = 25.4
_GREEN: Final = 1
# Millimetres around the code and its quiet zone that are copied with it.
_AROUND: Final = 6.0
_WHOLE_PAGE: Final = QRectF(0, 0, WIDTH, HEIGHT)


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """A letter on its page, with the place of its code in millimetres; the quiet zone belongs to it."""

    letter: Letter
    code: QRectF


@dataclass(frozen=True, slots=True)
class PrintedLetters:
    """A PDF document, with the letter of each of its pages."""

    document: bytes
    pages: tuple[PrintedLetter, ...]


class UnreadableLetterError(Exception):
    """Raised for a letter whose code cannot be read again from its page: nothing has been written."""


def read_back(printed: PrintedLetters, reader: Reader) -> Iterator[Letter]:
    """Give each letter when its code has been read from its page, in the order of the pages.

    Raises UnreadableLetterError if `reader` does not read the letter's code, and nothing else, from the page.
    """
    source = QBuffer()
    source.setData(QByteArray(printed.document))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    opened = QPdfDocument()
    opened.load(source)
    try:
        for number, page in enumerate(printed.pages):
            _read_page(opened, number, page, reader)
            yield page.letter
    finally:
        opened.close()


def _read_page(opened: QPdfDocument, number: int, page: PrintedLetter, reader: Reader) -> None:
    code = page.code.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    printed = rendered(opened, number, PRINTED_DPI, code)
    looks = (
        ("", rendered(opened, number, _WHOLE_DPI, _WHOLE_PAGE)),
        (" as a printer prints it", printed),
        (" when it is copied poorly", photocopy(printed)),
    )
    for how, picture in looks:
        if list(reader(picture)) != [page.letter.code.text]:
            raise UnreadableLetterError(
                f"the code of the letter for appointment {page.letter.appointment.id} cannot be read "
                f"from its page{how}: no letter was written; `kiosk doctor` says whether a library or a "
                f"font is missing"
            )


def rendered(opened: QPdfDocument, number: int, dpi: int, region: QRectF) -> GreyPicture:
    """Return a region of a page, in millimetres, as it is printed."""
    scale = dpi / _MM_PER_INCH
    left, top = round(region.left() * scale), round(region.top() * scale)
    width, height = round(region.width() * scale), round(region.height() * scale)
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(QSize(round(WIDTH * scale), round(HEIGHT * scale)))
    options.setScaledClipRect(QRect(left, top, width, height))
    page = opened.render(number, QSize(width, height), options)
    # The page comes with nothing behind its ink.
    paper = QImage(page.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    with QPainter(paper) as painter:
        painter.drawImage(0, 0, page)
    pixels = np.frombuffer(paper.constBits(), dtype=np.uint8).reshape(paper.height(), paper.width(), 4)
    # The code is black: one channel is as good as a true grey, which Qt takes ten times as long to make.
    return pixels[:, :, _GREEN].copy()
