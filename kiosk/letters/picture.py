"""The letter, or its code on a phone, as a picture: what the camera at the door sees, without a printer."""

from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from kiosk.core.code import Code
from kiosk.letters.layout import lay_out
from kiosk.letters.letter import Letter
from kiosk.letters.page import HEIGHT, WIDTH, paint_page
from kiosk.letters.qr import QUIET_ZONE, modules

Picture: TypeAlias = NDArray[np.uint8]
"""Pixels: height x width x 3 (blue, green, red), contiguous, 0 to 255."""

_MM_PER_INCH: Final = 25.4
_SHOWN_DPI: Final = 150
_PNG_MODULE: Final = 20
_PHONE_SHAPE: Final = (19, 9)
_PHONE_CODE: Final = 0.8
_PHONE_FROM_TOP: Final = 0.3


def letter_picture(letter: Letter, dpi: int) -> Picture:
    """Return the page of `letter` as it is printed at `dpi` dots an inch: at 150, 1754 x 1240 pixels.

    Raises LetterTooLongError as the PDF does.
    """
    page = lay_out(letter)
    image = QImage(
        round(WIDTH / _MM_PER_INCH * dpi), round(HEIGHT / _MM_PER_INCH * dpi), QImage.Format.Format_BGR888
    )
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.scale(image.width() / WIDTH, image.height() / HEIGHT)
        paint_page(page, painter)
    return _pixels(image)


def write_picture(letter: Letter, path: Path) -> None:
    """Write the page of `letter` as a picture of the kind that the name tells. Raises OSError."""
    pixels = letter_picture(letter, _SHOWN_DPI)
    height, width, colours = pixels.shape
    image = QImage(pixels.data, width, height, width * colours, QImage.Format.Format_BGR888)
    if not image.save(str(path)):
        raise OSError(None, "the folder is missing or cannot be written")


def code_png(code: Code) -> bytes:
    """Return the code as a PNG, 900 pixels wide, with a quiet zone twice as wide as it has to be.

    It is white itself: a mail that is shown dark does not take the white away from around it.
    """
    drawn = np.pad(~modules(code), 2 * QUIET_ZONE, constant_values=True).astype(np.uint8) * np.uint8(255)
    side = len(drawn)
    image = QImage(drawn.tobytes(), side, side, side, QImage.Format.Format_Grayscale8)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    image.scaled(side * _PNG_MODULE, side * _PNG_MODULE).save(written, "PNG")  # type: ignore[call-overload] # it takes a device
    return bytes(written.data().data())


def phone_picture(code: Code, width: int) -> Picture:
    """Return a phone's screen that shows `code` on white, upright, `width` pixels wide.

    The code takes four fifths of the width, with its quiet zone, in whole pixels for each module.
    """
    matrix = np.pad(~modules(code), QUIET_ZONE, constant_values=True)
    module = max(1, int(width * _PHONE_CODE) // len(matrix))
    side = module * len(matrix)
    height = width * _PHONE_SHAPE[0] // _PHONE_SHAPE[1]
    screen = np.full((height, width, 3), 255, dtype=np.uint8)
    top, left = int(height * _PHONE_FROM_TOP), (width - side) // 2
    drawn = np.kron(matrix, np.ones((module, module), dtype=np.uint8)) * np.uint8(255)
    screen[top : top + side, left : left + side] = drawn[:, :, np.newaxis]
    return screen


def _pixels(image: QImage) -> Picture:
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
