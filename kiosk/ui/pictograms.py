"""The pictograms: drawn once in black as SVG, shown in the colours of their place."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_INK, _GROUND = "#000000", "#ffffff"


@lru_cache(maxsize=256)
def pictogram(name: str, side: int, ink: str, ground: str) -> QImage:
    """Return the pictogram `name` (a file of resources/icons), `side` pixels square, in two colours."""
    drawing = (files("kiosk") / "resources" / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    coloured = drawing.replace(_GROUND, ground).replace(_INK, ink)
    image = QImage(max(1, side), max(1, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(image.rect()))
    return image
