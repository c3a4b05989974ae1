"""The letter as a PDF file, which counts as made only when its code has been read again from its page."""

import os
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument

from kiosk.letters.layout import lay_out
from kiosk.letters.letter import Letter
from kiosk.letters.page import HEIGHT, WIDTH, paint_page
from kiosk.letters.sheet import GERMAN

GreyPicture: TypeAlias = NDArray[np.uint8]
"""Pixels: height x width, contiguous, 0 (black) to 255."""

Reader: TypeAlias = Callable[[GreyPicture], Collection[str]]
"""Reads the texts of all codes in a picture, as the scanner at the door does."""

_DOTS_PER_INCH: Final = 1200
# Coarser than any printer: five dots to a module of the code, and quick.
_CHECKED_DOTS_PER_INCH: Final = 100
_GREEN: Final = 1
_MM_PER_INCH: Final = 25.4


class UnreadableLetterError(Exception):
    """Raised for a letter whose code cannot be read again from its page: nothing has been written."""


def pdf(letter: Letter) -> bytes:
    """Return the PDF document of `letter`: one A4 page, its fonts embedded, its texts as text."""
    page = lay_out(letter)
    document = QBuffer()
    document.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(document)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(GERMAN.subject)
    writer.setCreator("kiosk")
    painter = QPainter(writer)
    painter.scale(writer.width() / WIDTH, writer.height() / HEIGHT)
    paint_page(page, painter)
    painter.end()
    return bytes(document.data().data())


def write_letter(letter: Letter, path: Path, reader: Reader) -> None:
    """Write the PDF of `letter` to `path`, whole or not at all, readable only by its owner.

    Raises UnreadableLetterError if `reader` does not read the letter's code, and nothing else, from the page;
    LetterTooLongError if its texts do not fit; OSError if it cannot be written.
    """
    document = pdf(letter)
    if list(reader(_page_picture(document))) != [letter.code.text]:
        raise UnreadableLetterError(
            f"the code of the letter for appointment {letter.appointment.id} cannot be read from its page: "
            f"no letter was written; `kiosk doctor` says whether a library or a font is missing"
        )
    _write_whole(path, document)


def _page_picture(document: bytes) -> GreyPicture:
    """Return the first page of a PDF document as it is printed."""
    source = QBuffer()
    source.setData(QByteArray(document))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    opened = QPdfDocument()
    opened.load(source)
    pixels_per_mm = _CHECKED_DOTS_PER_INCH / _MM_PER_INCH
    page = opened.render(0, QSize(round(WIDTH * pixels_per_mm), round(HEIGHT * pixels_per_mm)))
    opened.close()
    # The page comes with nothing behind its ink.
    paper = QImage(page.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page)
    painter.end()
    pixels = np.frombuffer(paper.constBits(), dtype=np.uint8).reshape(paper.height(), paper.width(), 4)
    # The code is black: one channel is as good as a true grey, which Qt takes ten times as long to make.
    return pixels[:, :, _GREEN].copy()


def _write_whole(path: Path, content: bytes) -> None:
    """Write under a temporary name and rename, so that a crash leaves no half file at `path`."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink()
        raise
    if os.name == "posix":
        # The new name itself is on the disk only when the folder is.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
