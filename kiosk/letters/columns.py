"""The measures of the letter's page: A4 after DIN 5008 form B, in millimetres from the top left corner."""

from dataclasses import dataclass
from typing import Final

from kiosk.letters.page import MODULE
from kiosk.letters.qr import MODULES, QUIET_ZONE

LEFT: Final = 25.0
RIGHT: Final = 190.0
MARGIN: Final = 12.0
SENDER_TOP: Final = 16.0
RETURN_LINE_TOP: Final = 46.0
ADDRESS_TOP: Final = 62.7
ADDRESS_BOTTOM: Final = 90.0
CONTACTS_TOP: Final = 50.0
SUBJECT_TOP: Final = 98.46

BOTTOM: Final = 291.0
CODE_SIDE: Final = MODULES * MODULE
QUIET: Final = QUIET_ZONE * MODULE


@dataclass(frozen=True, slots=True)
class Column:
    """A part of the page's breadth."""

    left: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    def mirrored(self) -> "Column":
        """The same for a letter that is read from the right."""
        return Column(LEFT + RIGHT - self.right, self.width)


WHOLE: Final = Column(LEFT, RIGHT - LEFT)
MAIN: Final = Column(LEFT, 97.0)
BESIDE: Final = Column(126.0, RIGHT - 126.0)
CODE: Final = Column(RIGHT - CODE_SIDE, CODE_SIDE)
FACTS: Final = Column(LEFT, CODE.left - QUIET - LEFT)
ADDRESS: Final = Column(LEFT, 80.0)
CONTACTS: Final = Column(125.0, 75.0)
