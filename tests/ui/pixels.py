"""The pixels of a screen, and how they are seen: contrast, by eyes without one kind of cone, and in grey."""

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

Pixels = NDArray[np.uint8]
Light = NDArray[np.float64]

# What is left of red, green and blue (linear, each row a result) without one kind of cone: G. M. Machado,
# M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15 (6), 2009, severity 1.0. Grey is the luminance of WCAG 2.2.
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
EYES: Final[Mapping[str, tuple[tuple[float, float, float], ...]]] = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": (_WEIGHTS, _WEIGHTS, _WEIGHTS),
}

_VALUES = np.arange(256) / 255
_LINEAR = np.where(_VALUES <= 0.04045, _VALUES / 12.92, ((_VALUES + 0.055) / 1.055) ** 2.4)
_LUMINANCE = [(_LINEAR * weight).astype(np.float32) for weight in _WEIGHTS]


def pixels_of(widget: QWidget) -> Pixels:
    """Return what a widget shows: rows, columns, and red, green and blue."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBX8888)
    height, width = image.height(), image.width()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine() // 4, 4)
    return rows[:, :width, :3].copy()


def luminance(pixels: Pixels) -> NDArray[np.float32]:
    """Return the luminance of each pixel, 0 to 1."""
    red, green, blue = (_LUMINANCE[channel][pixels[..., channel]] for channel in range(3))
    return red + green + blue


def contrast_in(pixels: Pixels, place: QRect) -> float:
    """Return the contrast of a place's ground, its most frequent colour, with what is farthest from it."""
    light = luminance(pixels[place.top() : place.bottom() + 1, place.left() : place.right() + 1])
    values, counts = np.unique(light[::2, ::2], return_counts=True)
    ground = values[counts.argmax()]
    return float(max((light.max() + 0.05) / (ground + 0.05), (ground + 0.05) / (light.min() + 0.05)))


def seen_by(pixels: Pixels, eyes: str) -> Light:
    """Return the luminance of each pixel as these eyes see it."""
    seen: Light = np.clip(_LINEAR[pixels] @ np.array(EYES[eyes]).T, 0.0, 1.0)
    light: Light = seen @ np.array(_WEIGHTS)
    return light
