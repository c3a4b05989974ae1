"""How the visitor's screen looks now: sizes, colours, how large it writes, and whether anything moves."""

from dataclasses import dataclass

from kiosk.ui.colours import USUAL, Colours
from kiosk.ui.theme import CAP_HEADLINE, Scale


@dataclass(frozen=True, slots=True)
class Look:
    """One look, for all parts of the screen alike.

    `enlarged`: whatever a visitor has to read from afar is as high as EN 301 549 (5.1.4) asks for at 1.5 m;
    what then has no room is told on a further leaf. Without `moving` all pictures stand still.
    """

    scale: Scale
    colours: Colours = USUAL
    enlarged: bool = False
    moving: bool = True

    def cap(self, cap_mm: float) -> float:
        """Return the height of a capital H, in millimetres, for a text that is usually `cap_mm` high."""
        return max(cap_mm, CAP_HEADLINE) if self.enlarged else cap_mm

    @property
    def full(self) -> float:
        """The pixels of one millimetre of type, where all has room."""
        return self.scale.type_

    @property
    def least(self) -> float:
        """The pixels of one millimetre of type below which a text is told on a leaf of its own."""
        return self.full if self.enlarged else self.scale.least
