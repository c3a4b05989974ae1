"""A QR code on the screen, for the visitor's phone to take along."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from kiosk.ui.blocks import Block

QUIET_ZONE = 4


@lru_cache(maxsize=4)
def qr_image(text: str) -> QImage:
    """Return the QR code of `text` with its quiet zone, one pixel for each module."""
    drawing = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    drawing.add_data(text)
    drawing.make(fit=True)
    rows = drawing.get_matrix()
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, QColor(Qt.GlobalColor.black))
    return image


def dial(phone: str) -> str:
    """Return the address that makes a phone dial `phone`, which may hold blanks, slashes and brackets."""
    return "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")


class QrPicture(Block):
    """A QR code, `side_mm` square with its quiet zone."""

    def __init__(self, text: str, side_mm: float) -> None:
        super().__init__()
        self._image, self._side_mm = qr_image(text), side_mm

    def breadth_at(self, unit: float) -> int:
        """Return its side."""
        return round(self._side_mm * unit)

    def height_at(self, width: int, unit: float) -> int:  # noqa: ARG002 - a square does not depend on the width
        """Return its side."""
        return round(self._side_mm * unit)

    def arrange(self, unit: float) -> None:
        """Keep the place: the code fills it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the modules, each the same whole number of pixels wide."""
        modules = self._image.width()
        side = max(1, min(self.width(), self.height()) // modules) * modules
        painter = QPainter(self)
        target = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.drawImage(target, self._image)
        painter.end()
