"""The one theme: colours, sizes of type and of targets, and how millimetres become pixels.

Every pair of ink and ground here has a contrast of 7:1 or more (WCAG 2.2, 1.4.6), and the grounds of the five
outcomes differ in more than colour: shape, icon, word and tone say the same.
"""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QSize, QSizeF

from kiosk.core.verdict import Outcome

MM_PER_INCH = 25.4
FALLBACK_PX_PER_MM = 96 / MM_PER_INCH
"""What desktops assume of a screen whose size is not known."""

SANE_PX_PER_MM = (1.2, 8.0)
"""A 75-inch screen of 1080p, and an 8-inch one: what lies outside is a lie of the screen."""

CAP_HEIGHT = 0.714
"""The height of Noto Sans's capital H in parts of its size."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A ground and the ink that is read on it, as #RRGGBB."""

    ground: str
    ink: str


PAPER = Tint("#F5F3EE", "#14212B")
CARD = Tint("#FFFFFF", "#14212B")
QUIET = Tint("#FFFFFF", "#3A4852")
HOUSE = Tint("#0B4354", "#FFFFFF")
CALL = Tint("#FFC933", "#1C1503")
KEY = Tint("#E3EDF0", "#0B3442")
PRESSED = Tint("#0B4354", "#FFFFFF")
HAIRLINE = "#8A949B"
"""For lines that help but carry no meaning: 3:1 on a card (WCAG 1.4.11)."""

ROOM_LEFT = "#1F7A4D"
NEARLY_FULL = "#A86A00"
FULL = "#A3142B"

ADMITTED = Tint("#075E34", "#FFFFFF")
LEFT = Tint("#164A8C", "#FFFFFF")
WAIT = Tint("#FFC933", "#1C1503")
REFUSED = Tint("#9E1630", "#FFFFFF")
STAFF = Tint("#51307A", "#FFFFFF")


def tint_of(outcome: Outcome) -> Tint:
    """Return the colour field of an outcome."""
    match outcome:
        case Outcome.ADMITTED:
            return ADMITTED
        case Outcome.LEFT:
            return LEFT
        case Outcome.WAIT:
            return WAIT
        case Outcome.REFUSED:
            return REFUSED
        case Outcome.STAFF:
            return STAFF
        case _ as never:
            assert_never(never)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (#RRGGBB), 1 to 21, by the formula of WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# Heights of a capital H in millimetres. EN 301 549 (5.1.4) asks for 0.7 degrees: 18.3 mm is read from 1.5 m,
# 12.2 mm from 1 m and 7.3 mm from 60 cm, where a hand reaches the screen.
CAP_HEADLINE = 18.3
CAP_TEXT = 12.2
CAP_LABEL = 8.5
CAP_SMALL = 7.3
CAP_FIGURE = 34.0

TARGET_MM = 20.0
"""The least side of whatever is touched, for gloved hands."""

TARGET_GAP_MM = 4.0

REACH_MM = 300.0
"""How far above the screen's lower edge anything is touched at most.

With that edge at 920 mm or less above the floor, whoever sits in a wheelchair reaches all of it (1220 mm, EN
301 549, 8.3.2.1); at 380 mm or more nobody has to bend down (8.3.2.2).
"""

STRIP_MM = 2 * TARGET_MM + 3 * TARGET_GAP_MM
"""The height of the strip of controls at most, which takes its part of that."""

# Type follows the screen's size in millimetres only within these bounds of its shorter side: a small screen
# has to hold the same words, and stands nearer to the visitor; a large one is there to be read from farther.
SHORTEST_SIDE_MM = 210.0
LONGEST_SIDE_MM = 300.0

LEAST_SHARE = 0.86
"""How much smaller than its full size a page is written at most; labels stay above `CAP_SMALL` so."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Pixels for millimetres on one screen: `touch` is true to the ruler, `type_` bounded (see above).

    A page that has room for all its words only in less than `least` is told on several leaves.
    """

    touch: float
    type_: float
    least: float = 0.0

    def font_px(self, cap_mm: float) -> int:
        """Return the font's size in pixels for a capital H of `cap_mm`."""
        return max(1, round(cap_mm * self.type_ / CAP_HEIGHT))

    def target_px(self, mm: float = TARGET_MM) -> int:
        """Return the pixels of `mm` true millimetres, rounded up."""
        return -int(-mm * self.touch // 1)


def scale_for(size: QSize, px_per_mm: float) -> Scale:
    """Return the scale of a window of `size` (pixels) on a screen of `px_per_mm`."""
    shorter = max(1, min(size.width(), size.height()))
    type_ = min(max(px_per_mm, shorter / LONGEST_SIDE_MM), shorter / SHORTEST_SIDE_MM)
    # A screen whose shorter side is 210 mm is read from 1 m, as one of 300 mm is from 1.5 m.
    return Scale(touch=px_per_mm, type_=type_, least=LEAST_SHARE * min(type_, shorter / LONGEST_SIDE_MM))


def px_per_mm(pixels: QSize, millimetres: QSizeF) -> float:
    """Return the pixels in a millimetre of a screen, or 96 a inch where its size cannot be true.

    Screens lie: a size of zero, of the picture's ratio (160 x 90 mm), or with the sides exchanged.
    """
    if millimetres.width() <= 0 or millimetres.height() <= 0:
        return FALLBACK_PX_PER_MM
    across = pixels.width() / millimetres.width()
    down = pixels.height() / millimetres.height()
    least, most = SANE_PX_PER_MM
    square = 0.87 < across / down < 1.15 if down else False
    if not square or not least <= across <= most:
        return FALLBACK_PX_PER_MM
    return (across + down) / 2
