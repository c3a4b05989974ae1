"""The course of a day on paper: what is drawn of a day without a cap, and under one."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from kiosk.letters.day_curve import Box, paint_curve
from kiosk.letters.day_sheet import DayCurve

STEPS = ((0.1, 4), (0.8, 0))
BOX = Box(10, 20, 180, 60)
UNITS = 3.0
MIDDLE = 310  # a pixel or two left of the curve's, which begins right of its numbers


def _drawn(*caps: tuple[float, int | None]) -> NDArray[np.uint8]:
    image = QImage(600, 300, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    try:
        paint_curve(painter, UNITS, BOX, DayCurve("", STEPS, caps, (), "", ""))
    finally:
        painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


@pytest.mark.usefixtures("qapp")
def test_where_no_cap_held_no_line_is_drawn_and_the_next_begins_where_it_held() -> None:
    without, later = _drawn((0.0, None)), _drawn((0.0, None), (0.5, 4))
    assert (without[:, :MIDDLE] == later[:, :MIDDLE]).all()
    assert (without[:, MIDDLE:] != later[:, MIDDLE:]).any()
