"""What every part of the board is drawn from: cards, and texts that fit into their place."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kiosk.ui.theme import CARD

AT_START: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
AT_END: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPS: Final = Qt.TextFlag.TextWordWrap


def draw_card(painter: QPainter, box: QRectF, unit: float) -> None:
    """Draw the ground of a part."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(CARD.ground))
    painter.drawRoundedRect(box, unit, unit)


def write(
    painter: QPainter, box: QRectF, said: str, wanted: QFont, ink: str, flags: Qt.AlignmentFlag = AT_START
) -> None:
    """Write one line, smaller where it would not fit."""
    width = QFontMetricsF(wanted).horizontalAdvance(said)
    if width > box.width() > 0:
        wanted = _of_size(wanted, int(wanted.pixelSize() * box.width() / width))
    painter.setFont(wanted)
    painter.setPen(QColor(ink))
    painter.drawText(box, flags, said)


def write_wrapped(painter: QPainter, box: QRectF, said: str, wanted: QFont, ink: str) -> None:
    """Write a text in as many lines as its place has, smaller where it would not fit."""
    while wanted.pixelSize() > 1 and not _fits(box, said, wanted):
        wanted = _of_size(wanted, wanted.pixelSize() - 1)
    painter.setFont(wanted)
    painter.setPen(QColor(ink))
    painter.drawText(box, AT_START | _WRAPS, said)


def wrapped_height(width: float, said: str, wanted: QFont) -> float:
    """Return how high a text is in lines of this width."""
    return QFontMetricsF(wanted).boundingRect(QRectF(0, 0, width, 1e6), AT_START | _WRAPS, said).height()


def _fits(box: QRectF, said: str, wanted: QFont) -> bool:
    taken = QFontMetricsF(wanted).boundingRect(box, AT_START | _WRAPS, said)
    return taken.width() <= box.width() and taken.height() <= box.height()


def _of_size(wanted: QFont, pixels: int) -> QFont:
    smaller = QFont(wanted)
    smaller.setPixelSize(max(1, pixels))
    return smaller
