"""What the staff asks for at a panel, one value for each: a closed set, and the right that each takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

from kiosk.core.appointment import AppointmentId
from kiosk.core.events import SettledBecause
from kiosk.core.ids import EventId, VisitId
from kiosk.core.office import AreaId, DoorId, ReasonId, Wording
from kiosk.core.rights import Right


@dataclass(frozen=True, slots=True)
class Admit:
    """Let `party` people (1 or more) into `area`, for a reason of the office's list.

    `appointment` is None for who has none. `overrides` is the scan whose answer this overrides; None: no
    letter was shown. `number` is the one in the line under which the party waited, if it did.
    """

    area: AreaId
    party: int
    because: ReasonId
    appointment: AppointmentId | None = None
    overrides: EventId | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class SendBack:
    """Turn an admitted party back before its visit has begun, for a reason of the office's list."""

    visit: VisitId
    because: ReasonId


@dataclass(frozen=True, slots=True)
class CountPeopleOut:
    """Count out of `area` a party (1 or more) that shows no letter."""

    area: AreaId
    party: int = 1


@dataclass(frozen=True, slots=True)
class EndCountedOut:
    """End a visit whose party had been counted out of `left_from`, so that nobody is counted out twice."""

    visit: VisitId
    left_from: AreaId


@dataclass(frozen=True, slots=True)
class SettleVisit:
    """End a visit whose letter was not shown at an exit."""

    visit: VisitId
    because: SettledBecause


@dataclass(frozen=True, slots=True)
class ExemptFromMask:
    """Note that the party of a visit wears no mask with good reason."""

    visit: VisitId


@dataclass(frozen=True, slots=True)
class EnterRecount:
    """Set the number of people in each counted area right, for a reason of the office's list."""

    counted: Mapping[AreaId, int]
    because: ReasonId


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back what the scan or tap `event` did."""

    event: EventId


@dataclass(frozen=True, slots=True)
class StopAdmission:
    """Stop admission at `door`, or at all doors (None), with a message for the visitors."""

    door: DoorId | None
    message: Wording


@dataclass(frozen=True, slots=True)
class ResumeAdmission:
    """Lift the stop of `door`, or the one of all doors (None)."""

    door: DoorId | None


@dataclass(frozen=True, slots=True)
class CallNumber:
    """Call a number of the line; None: the first for whom there is room."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class SkipNumber:
    """Let a number that does not come make room for the next."""

    number: int


@dataclass(frozen=True, slots=True)
class PutNumberBack:
    """Put a number that was passed over into the line again, where it stood."""

    number: int


@dataclass(frozen=True, slots=True)
class GiveNumber:
    """Give a party (1 or more) without an appointment a number in the line for `area`."""

    area: AreaId
    party: int


@dataclass(frozen=True, slots=True)
class SearchBookings:
    """Find who is booked today by what was typed, which is personal data: it is in no `repr`."""

    typed: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CloseDay:
    """Settle whatever is still open, visibly, and close the day with its report."""


@dataclass(frozen=True, slots=True)
class AnswerHelp:
    """Go to the visitor who called for help at `door`, which rings no more then."""

    door: DoorId


@dataclass(frozen=True, slots=True)
class ConfirmClock:
    """Say that the clock is right although the ledger holds events of a later time."""


Order: TypeAlias = (
    Admit
    | SendBack
    | CountPeopleOut
    | EndCountedOut
    | SettleVisit
    | ExemptFromMask
    | EnterRecount
    | TakeBack
    | StopAdmission
    | ResumeAdmission
    | CallNumber
    | SkipNumber
    | PutNumberBack
    | GiveNumber
    | SearchBookings
    | CloseDay
    | AnswerHelp
    | ConfirmClock
)


def needs_nobody(order: Order) -> bool:
    """Say whether an order is carried out though nobody is signed in: the visitor waits meanwhile.

    To go to somebody who called for help takes nothing away from anybody.
    """
    return isinstance(order, AnswerHelp)


def right_to(order: Order) -> Right:  # noqa: C901, PLR0912 - one flat branch for each right
    """Return the right that somebody needs for `order`."""
    match order:
        case Admit(overrides=None):
            return Right.ADMIT_WITHOUT_LETTER
        case Admit():
            return Right.ADMIT_BY_OVERRIDE
        case SendBack():
            return Right.TURN_BACK
        case CountPeopleOut():
            return Right.COUNT_OUT
        case EndCountedOut() | SettleVisit():
            return Right.SETTLE_OVERDUE
        case ExemptFromMask():
            return Right.NOTE_MASK_EXEMPTION
        case EnterRecount():
            return Right.RECOUNT
        case TakeBack():
            return Right.UNDO
        case StopAdmission() | ResumeAdmission():
            return Right.STOP_ADMISSION
        case CallNumber() | SkipNumber() | PutNumberBack() | GiveNumber():
            return Right.LEAD_LINE
        case SearchBookings():
            return Right.SEARCH_BOOKINGS
        case CloseDay():
            return Right.END_DAY
        case AnswerHelp():
            return Right.ANSWER_HELP
        case ConfirmClock():
            return Right.CONFIRM_CLOCK
        case _ as never:
            assert_never(never)
