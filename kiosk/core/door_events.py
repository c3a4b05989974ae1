"""What the staff does at the door, beside stops, calls, settled visits and recounts."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from kiosk.core.appointment import AppointmentId
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.office import AreaId, ReasonId


@dataclass(frozen=True, slots=True)
class LetIn:
    """The staff let a party in although no letter did: the beginning of a visit, which bears this event's id.

    `because` is a reason of the office's list, `above_cap` how many people more than before are above a cap
    (0 or more), and `confirmed_by` the second person, whom it takes for that.
    """

    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    expected_end: datetime
    from_line: int | None
    because: ReasonId
    above_cap: int
    confirmed_by: StaffId | None


@dataclass(frozen=True, slots=True)
class TurnedBack:
    """An admitted party was sent out again before its visit began: its letter was not used up."""

    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    because: ReasonId


@dataclass(frozen=True, slots=True)
class CountedOut:
    """People left who showed no letter. Whose visits these were is not known yet, and not guessed."""

    area: AreaId
    party: int


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A visit was ended by people who had been counted out of `left_from`: nobody is counted out twice."""

    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    left_from: AreaId


@dataclass(frozen=True, slots=True)
class EntryWithdrawn:
    """The entry `undoes` was taken back: the visit never was.

    `came_in_time`: the letter had been let in by the rules, and may be again, however late it is by then.
    """

    undoes: EventId
    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    came_in_time: bool


@dataclass(frozen=True, slots=True)
class VisitReopened:
    """The end of a visit, `undoes`, was taken back: its party is inside as before.

    `left_from` is the area whose count pays for that, where the visit had been reconciled with it.
    """

    undoes: EventId
    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    entered_at: datetime
    expected_end: datetime
    mask_exempt: bool
    left_from: AreaId | None


@dataclass(frozen=True, slots=True)
class CountRestored:
    """A count of people without visits, `undoes`, was taken back, which changes the area's count by `change`.

    `counted_out` is how many people had been counted out by it, 0 for a recount.
    """

    undoes: EventId
    area: AreaId
    change: int
    counted_out: int


@dataclass(frozen=True, slots=True)
class PutBack:
    """A number that had left the line stands in it again, where it stood."""

    number: int
    appointment: AppointmentId | None
    area: AreaId
    party: int
    due: datetime | None
    arrived_at: datetime


@dataclass(frozen=True, slots=True)
class CallWithdrawn:
    """The call `undoes` was taken back: the number waits on."""

    undoes: EventId
    number: int


@dataclass(frozen=True, slots=True)
class NumberWithdrawn:
    """The number that the staff gave by the tap `undoes` was taken back: it was never in the line."""

    undoes: EventId
    number: int


@dataclass(frozen=True, slots=True)
class MaskExempted:
    """The staff checked that the party of a visit wears no mask with good reason, which is not kept."""

    visit: VisitId


@dataclass(frozen=True, slots=True)
class MaskExemptionWithdrawn:
    """The note `undoes`, that the party of a visit is exempt from the mask, was taken back."""

    undoes: EventId
    visit: VisitId


@dataclass(frozen=True, slots=True)
class BookingSearched:
    """The staff looked for somebody who is booked today; what they typed is not kept, `found` is how many."""

    found: int


DoorAct: TypeAlias = (
    LetIn
    | TurnedBack
    | CountedOut
    | Reconciled
    | EntryWithdrawn
    | VisitReopened
    | CountRestored
    | PutBack
    | CallWithdrawn
    | NumberWithdrawn
    | MaskExempted
    | MaskExemptionWithdrawn
    | BookingSearched
)
