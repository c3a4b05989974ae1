"""A page as it comes out of a printer with 300 dots to the inch, and where ink is on it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtPdf import QPdfDocument

from kiosk.letters.page import HEIGHT, WIDTH
from kiosk.letters.reading_back import GreyPicture, rendered

DPI: Final = 300
MM: Final = DPI / 25.4
INK: Final = 200
"""Darker than this is ink, and not the edge of a letter that was smoothed."""


def pages_of(pdf: bytes) -> list[GreyPicture]:
    """Return the pages of a PDF."""
    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    try:
        return [
            rendered(document, number, DPI, QRectF(0, 0, WIDTH, HEIGHT))
            for number in range(document.pageCount())
        ]
    finally:
        document.close()


def ink_in(page: GreyPicture, left: float, top: float, right: float, bottom: float) -> NDArray[np.bool_]:
    """Return where ink is in a part of the page, in millimetres."""
    return page[round(top * MM) : round(bottom * MM), round(left * MM) : round(right * MM)] < INK


def lines_of(ink: NDArray[np.bool_]) -> list[float]:
    """Return the middle of each group of rows that have ink, in millimetres from the top of the part."""
    rows = np.flatnonzero(ink.any(axis=1))
    return [
        float(each.mean()) / MM for each in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1) if each.size
    ]
