from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.code import Badge, parse_badge
from kiosk.core.ids import StaffId
from kiosk.letters.badge import badge_picture
from kiosk.scan.camera import load_picture
from kiosk.scan.decode import decode
from kiosk.scan.frame import grey

BADGE = Badge(0x0123456789ABCDEF_FEDCBA9876543210)


@pytest.mark.usefixtures("qapp")
def test_a_printed_badge_is_read_by_the_scanner(tmp_path: Path) -> None:
    drawing = QSvgRenderer(badge_picture(BADGE, StaffId("berger")).encode())
    assert drawing.isValid()
    image = QImage(296, 336, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    image.save(str(tmp_path / "badge.png"))
    (sighting,) = decode(grey(load_picture(tmp_path / "badge.png")))
    assert parse_badge(sighting.text) == BADGE


def test_a_badge_shows_whose_it_is() -> None:
    assert ">berger</text>" in badge_picture(BADGE, StaffId("berger"))
