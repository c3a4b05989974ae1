"""The colours of the visitor's screen: the usual ones, and light on black for eyes that need more.

Every pair of ink and ground has a contrast of 7:1 or more in both (WCAG 2.2, 1.4.6).
"""

from dataclasses import dataclass
from typing import Final, assert_never

from kiosk.core.verdict import Outcome
from kiosk.ui import theme
from kiosk.ui.theme import Tint


@dataclass(frozen=True, slots=True)
class Colours:
    """All colours of the screen. `rim` goes around cards, None where their ground sets them off enough.

    `edge` goes around what is touched or filled in; `wrong` is written on paper.
    """

    paper: Tint
    card: Tint
    quiet: Tint
    house: Tint
    call: Tint
    key: Tint
    pressed: Tint
    resting: Tint
    admitted: Tint
    left: Tint
    wait: Tint
    refused: Tint
    staff: Tint
    hairline: str
    edge: str
    rim: str | None
    wrong: str
    room_left: str
    nearly_full: str
    full: str

    def of(self, outcome: Outcome) -> Tint:
        """Return the field of an outcome."""
        match outcome:
            case Outcome.ADMITTED:
                return self.admitted
            case Outcome.LEFT:
                return self.left
            case Outcome.WAIT:
                return self.wait
            case Outcome.REFUSED:
                return self.refused
            case Outcome.STAFF:
                return self.staff
            case _ as never:
                assert_never(never)


USUAL: Final = Colours(
    paper=theme.PAPER,
    card=theme.CARD,
    quiet=theme.QUIET,
    house=theme.HOUSE,
    call=theme.CALL,
    key=theme.KEY,
    pressed=theme.PRESSED,
    resting=Tint("#FFFFFF", "#4A545E"),
    admitted=theme.ADMITTED,
    left=theme.LEFT,
    wait=theme.WAIT,
    refused=theme.REFUSED,
    staff=theme.STAFF,
    hairline=theme.HAIRLINE,
    edge=theme.HOUSE.ground,
    rim=None,
    wrong=theme.REFUSED.ground,
    room_left=theme.ROOM_LEFT,
    nearly_full=theme.NEARLY_FULL,
    full=theme.FULL,
)

_BLACK, _WHITE, _YELLOW = "#000000", "#FFFFFF", "#FFE14D"

HIGH_CONTRAST: Final = Colours(
    paper=Tint(_BLACK, _WHITE),
    card=Tint(_BLACK, _WHITE),
    quiet=Tint(_BLACK, _WHITE),
    house=Tint(_BLACK, _YELLOW),
    call=Tint(_YELLOW, _BLACK),
    key=Tint(_BLACK, _WHITE),
    pressed=Tint(_YELLOW, _BLACK),
    resting=Tint(_BLACK, "#B4BCC2"),
    admitted=Tint(_BLACK, "#5BF09A"),
    left=Tint(_BLACK, "#8FCBFF"),
    wait=Tint(_BLACK, _YELLOW),
    refused=Tint(_BLACK, "#FF9C94"),
    staff=Tint(_BLACK, "#DDB8FF"),
    hairline=_WHITE,
    edge=_WHITE,
    rim=_WHITE,
    wrong="#FF9C94",
    room_left="#5BF09A",
    nearly_full=_YELLOW,
    full="#FF9C94",
)
"""Outcomes are written and drawn in a light colour of their own; yellow is what is chosen, or calls."""
