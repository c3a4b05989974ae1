"""A poor photocopy: what becomes of a print on a tired copier, aslant, blurred, pale, with specks.

It is the same at each call: a letter that was read today would be read tomorrow.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

_DEGREES: Final = 2.0
# Of 300 dots to the inch these are left before they are spread again.
_SHARPNESS: Final = 1 / 4
_SIZE: Final = 1 / 2
_INK, _PAPER = 95.0, 205.0
_GRAIN: Final = 14.0
_SPECKS: Final = 0.004


def photocopy(printed: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the copy of a grey picture of 300 dots to the inch, half as wide and high."""
    height, width = printed.shape
    original = QImage(printed.data, width, height, width, QImage.Format.Format_Grayscale8)
    smooth = Qt.TransformationMode.SmoothTransformation
    blurred = original.scaled(
        round(width * _SHARPNESS), round(height * _SHARPNESS), Qt.AspectRatioMode.IgnoreAspectRatio, smooth
    )
    copy = QImage(round(width * _SIZE), round(height * _SIZE), QImage.Format.Format_Grayscale8)
    copy.fill(Qt.GlobalColor.white)
    with QPainter(copy) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(copy.width() / 2, copy.height() / 2)
        painter.rotate(_DEGREES)
        painter.scale(_SIZE / _SHARPNESS, _SIZE / _SHARPNESS)
        painter.drawImage(-blurred.width() // 2, -blurred.height() // 2, blurred)
    rows = np.frombuffer(copy.constBits(), dtype=np.uint8).reshape(copy.height(), copy.bytesPerLine())
    pale = _INK + rows[:, : copy.width()] * np.float32((_PAPER - _INK) / 255)
    grain, specks = _dirt(copy.height(), copy.width())
    return np.where(specks, 255 - pale, pale + grain).clip(0, 255).astype(np.uint8)


@cache
def _dirt(height: int, width: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    drawn = np.random.default_rng(20210920)
    grain = (drawn.standard_normal((height, width)) * _GRAIN).astype(np.float32)
    return grain, drawn.random((height, width)) < _SPECKS
