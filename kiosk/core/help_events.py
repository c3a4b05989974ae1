"""A visitor's call for help at a door, and how it ends: it names the door and no person."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from kiosk.core.office import DoorId


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """Somebody at `door` wants help; one call is open at a door at a time."""

    door: DoorId


class HelpEndedBecause(Enum):
    """Why a call rings no more."""

    ANSWERED = "answered"
    TAKEN_BACK = "taken_back"
    DAY_ENDED = "day_ended"


@dataclass(frozen=True, slots=True)
class HelpEnded:
    """The call at `door` is over: the staff goes there, the visitor took it back, or its day has ended."""

    door: DoorId
    because: HelpEndedBecause


HelpHappening: TypeAlias = HelpCalled | HelpEnded
