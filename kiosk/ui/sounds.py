"""The closed set of what is heard at the door and at the panel; each has its sign on the screen."""

from enum import Enum
from typing import Final, assert_never

from kiosk.core.verdict import Outcome


class Sound(Enum):
    """One sound."""

    ADMITTED = "admitted"
    LEFT = "left"
    WAIT = "wait"
    REFUSED = "refused"
    STAFF = "staff"
    HELP = "help"
    AIM_1 = "aim_1"
    AIM_2 = "aim_2"
    AIM_3 = "aim_3"
    AIM_4 = "aim_4"
    AIM_5 = "aim_5"
    AIM_6 = "aim_6"
    AIM_7 = "aim_7"
    AIM_8 = "aim_8"


ANSWERS: Final = tuple(Sound(outcome.value) for outcome in Outcome)
"""What the visitor's screen plays from files."""


AIMING: Final = tuple(each for each in Sound if each.value.startswith("aim_"))
"""The tones that lead a letter to the camera, from the lowest to the highest."""


def sound_of(outcome: Outcome) -> Sound:
    """Return the sound of an answer."""
    match outcome:
        case Outcome.ADMITTED:
            return Sound.ADMITTED
        case Outcome.LEFT:
            return Sound.LEFT
        case Outcome.WAIT:
            return Sound.WAIT
        case Outcome.REFUSED:
            return Sound.REFUSED
        case Outcome.STAFF:
            return Sound.STAFF
        case _ as never:
            assert_never(never)
