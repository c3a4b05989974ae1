"""A badge of the staff as a picture to print: its code, and the id below."""

from html import escape

from kiosk.core.code import Badge
from kiosk.core.ids import StaffId
from kiosk.letters.qr import MODULES, QUIET_ZONE, modules

_SIDE = MODULES + 2 * QUIET_ZONE
_LABEL_HEIGHT = 5
_WIDTH_MM = 40
_HEIGHT_MM = _WIDTH_MM * (_SIDE + _LABEL_HEIGHT) / _SIDE


def badge_picture(badge: Badge, staff: StaffId) -> str:
    """Return the badge as SVG, 40 mm wide. Whoever has it has the badge."""
    dark = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(modules(badge))
        for x, is_dark in enumerate(row)
        if is_dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH_MM}mm" height="{_HEIGHT_MM:.2f}mm" '
        f'viewBox="0 0 {_SIDE} {_SIDE + _LABEL_HEIGHT}" shape-rendering="crispEdges">\n'
        '<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<path d="{dark}"/>\n'
        f'<text x="{_SIDE / 2}" y="{_SIDE}" text-anchor="middle" font-family="sans-serif" font-size="3">'
        f"{escape(staff)}</text>\n"
        "</svg>\n"
    )
