"""What a visitor is told: a reason out of a closed set, and the next step, which is never missing.

Reasons carry no sentences. Sentences live with the translations of the screens.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TypeAlias, assert_never

from kiosk.core.office import AreaId, DoorId, RoomId, Wording


class Outcome(Enum):
    """The picture that a reason belongs to: its colour, icon, shape and tone."""

    ADMITTED = "admitted"
    LEFT = "left"
    WAIT = "wait"
    REFUSED = "refused"
    STAFF = "staff"


class Reason(Enum):
    """Why the visitor is told what they are told."""

    NOT_AN_INVITATION = "not_an_invitation"
    DAMAGED_CODE = "damaged_code"
    UNKNOWN_CODE = "unknown_code"
    LEFT = "left"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"
    WRONG_DAY = "wrong_day"
    WRONG_DOOR = "wrong_door"
    CLOSED = "closed"
    ADMISSION_STOPPED = "admission_stopped"
    ALREADY_INSIDE = "already_inside"
    ALREADY_USED = "already_used"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    BUILDING_FULL = "building_full"
    AREA_FULL = "area_full"
    NOT_YOUR_TURN = "not_your_turn"
    ADMITTED = "admitted"
    READMITTED = "readmitted"
    STAFF_DECIDES = "staff_decides"
    OUT_OF_SERVICE = "out_of_service"

    @property
    def outcome(self) -> Outcome:
        """The picture that this reason belongs to."""
        match self:
            case Reason.ADMITTED | Reason.READMITTED:
                return Outcome.ADMITTED
            case Reason.LEFT:
                return Outcome.LEFT
            case Reason.TOO_EARLY | Reason.BUILDING_FULL | Reason.AREA_FULL | Reason.NOT_YOUR_TURN:
                return Outcome.WAIT
            case Reason.STAFF_DECIDES | Reason.OUT_OF_SERVICE:
                return Outcome.STAFF
            case (
                Reason.NOT_AN_INVITATION
                | Reason.DAMAGED_CODE
                | Reason.UNKNOWN_CODE
                | Reason.CANCELLED
                | Reason.RESCHEDULED
                | Reason.WRONG_DAY
                | Reason.WRONG_DOOR
                | Reason.CLOSED
                | Reason.ADMISSION_STOPPED
                | Reason.ALREADY_INSIDE
                | Reason.ALREADY_USED
                | Reason.TOO_LATE
            ):
                return Outcome.REFUSED
            case _ as never:
                assert_never(never)


@dataclass(frozen=True, slots=True)
class HoldAgain:
    """Hold the letter again, or type its short code, or ask the staff."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go in, to this area and room."""

    area: AreaId
    room: RoomId | None


@dataclass(frozen=True, slots=True)
class Goodbye:
    """Nothing is left to do."""


@dataclass(frozen=True, slots=True)
class ComeBackAt:
    """Come back at this time (aware), today or on another day."""

    at: datetime


@dataclass(frozen=True, slots=True)
class UseDoor:
    """Go to this other door; None: the office names no door for the area, the staff knows."""

    door: DoorId | None


@dataclass(frozen=True, slots=True)
class ComeWhenOpen:
    """Come back when it opens next (aware); None: no opening is known for a year, call the office."""

    opens_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReadMessage:
    """Read what the staff says about the stop."""

    message: Wording


@dataclass(frozen=True, slots=True)
class CallOffice:
    """Call or write to the office, which gives a new appointment; the staff at the door may help too."""


@dataclass(frozen=True, slots=True)
class AskStaff:
    """Ask the staff at the door."""


@dataclass(frozen=True, slots=True)
class WaitForNumber:
    """Wait outside until the number is called.

    `ahead` is how many people stand before this party; `wait` is the estimate, None where there is none.
    """

    number: int
    ahead: int
    wait: timedelta | None


NextStep: TypeAlias = (
    HoldAgain
    | GoTo
    | Goodbye
    | ComeBackAt
    | UseDoor
    | ComeWhenOpen
    | ReadMessage
    | CallOffice
    | AskStaff
    | WaitForNumber
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one scan."""

    reason: Reason
    step: NextStep

    @property
    def outcome(self) -> Outcome:
        """The picture that the visitor sees."""
        return self.reason.outcome


STAFF_DECIDES = Verdict(Reason.STAFF_DECIDES, AskStaff())
"""For whom the staff has sent back, or whose scan it has taken back: nothing is wrong with the door."""

OUT_OF_SERVICE = Verdict(Reason.OUT_OF_SERVICE, AskStaff())
"""For when the door cannot decide by itself."""
