"""A code as a picture to print, with a line below: a badge of the staff, and the test letter."""

from html import escape

from kiosk.core.code import Badge
from kiosk.core.ids import StaffId
from kiosk.core.test_letter import TEST_LETTER
from kiosk.letters.qr import MODULES, QUIET_ZONE, modules_of

_SIDE = MODULES + 2 * QUIET_ZONE
_LABEL_HEIGHT = 5
_BADGE_MM = 40.0
_LETTER_MODULE_MM = 1.3


def badge_picture(badge: Badge, staff: StaffId) -> str:
    """Return the badge as SVG, 40 mm wide. Whoever has it has the badge."""
    return _picture(badge.text, staff, _BADGE_MM)


def picture_of_test_letter() -> str:
    """Return the test letter as SVG, as large as the code on a letter. It opens nothing."""
    return _picture(TEST_LETTER, "KIOSK TEST", _LETTER_MODULE_MM * _SIDE)


def _picture(text: str, label: str, width_mm: float) -> str:
    height_mm = width_mm * (_SIDE + _LABEL_HEIGHT) / _SIDE
    dark = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(modules_of(text))
        for x, is_dark in enumerate(row)
        if is_dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm:g}mm" height="{height_mm:.2f}mm" '
        f'viewBox="0 0 {_SIDE} {_SIDE + _LABEL_HEIGHT}" shape-rendering="crispEdges">\n'
        '<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<path d="{dark}"/>\n'
        f'<text x="{_SIDE / 2}" y="{_SIDE}" text-anchor="middle" font-family="sans-serif" font-size="3">'
        f"{escape(label)}</text>\n"
        "</svg>\n"
    )
