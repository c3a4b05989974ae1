"""What can happen at the door, for good: the closed set of events that the ledger holds.

An event is never changed. A correction, a settled visit, a withdrawn call: each is an event of its own.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType, TypeAlias

from kiosk.core.appointment import AppointmentId
from kiosk.core.office import AreaId, DoorId, ReasonId, Wording
from kiosk.core.rights import Role
from kiosk.core.verdict import Verdict

EventId = NewType("EventId", str)
VisitId = NewType("VisitId", str)
StaffId = NewType("StaffId", str)


@dataclass(frozen=True, slots=True)
class Entered:
    """A party came in: the beginning of a visit, which bears the id of this event.

    `from_line` is the number under which the party waited, if it did.
    """

    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    expected_end: datetime
    from_line: int | None


@dataclass(frozen=True, slots=True)
class Exited:
    """The party of a visit went out."""

    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int


@dataclass(frozen=True, slots=True)
class ExitUnmatched:
    """A letter was shown at an exit though its entry is not known.

    The count stays: nobody can tell whether these people were ever counted in. Staff look into it.
    """

    appointment: AppointmentId
    area: AreaId
    party: int


@dataclass(frozen=True, slots=True)
class Declined:
    """A letter was read and nobody came in: refused, or told to come back later.

    `appointment` is None where the code named none.
    """

    appointment: AppointmentId | None


@dataclass(frozen=True, slots=True)
class Queued:
    """A party was given a number in the line; `due` is when its appointment starts, None for a walk-in."""

    number: int
    appointment: AppointmentId | None
    area: AreaId
    party: int
    due: datetime | None


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A party that is in the line showed its letter again and keeps its number."""

    number: int
    appointment: AppointmentId | None


@dataclass(frozen=True, slots=True)
class Called:
    """A number was called; its place is kept until `until`."""

    number: int
    until: datetime


class UncalledBecause(Enum):
    """Why a number is no longer in the line although nobody came in under it."""

    NOBODY_CAME = "nobody_came"
    SKIPPED = "skipped"
    APPOINTMENT_CHANGED = "appointment_changed"
    DAY_ENDED = "day_ended"


@dataclass(frozen=True, slots=True)
class Uncalled:
    """A number left the line without coming in. Its letter may join again, by the time of its appointment."""

    number: int
    because: UncalledBecause


@dataclass(frozen=True, slots=True)
class AdmissionStopped:
    """The staff stopped admission at one door, or at all doors (`door` is None)."""

    door: DoorId | None
    message: Wording


@dataclass(frozen=True, slots=True)
class AdmissionResumed:
    """The staff opened what a stop of the same door (None: all doors) had closed."""

    door: DoorId | None


class CorrectedBecause(Enum):
    """Why the count was corrected."""

    RECOUNT = "recount"
    DAY_ENDED = "day_ended"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The count of an area was changed by `change` people, without a visit to tie it to.

    A recount that found the number right is recorded too, with no change. `reason` is the one of the office's
    list that the staff gave for it, None where nobody was asked.
    """

    area: AreaId
    change: int
    because: CorrectedBecause
    reason: ReasonId | None = None


class SettledBecause(Enum):
    """Why a visit ended without its letter being shown."""

    SEEN_LEAVING = "seen_leaving"
    NOT_FOUND_INSIDE = "not_found_inside"
    DAY_ENDED = "day_ended"


@dataclass(frozen=True, slots=True)
class Settled:
    """A visit was ended by the staff or by the end of the day; its letter was never shown at an exit."""

    visit: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    because: SettledBecause


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


# What the staff does at the door, beside stops, calls, settled visits and recounts.
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
    | MaskExempted
    | MaskExemptionWithdrawn
    | BookingSearched
)


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """Other house rules came into the office's file; `digest` is the SHA-256 of `rules`, their JSON text."""

    digest: str
    rules: str


@dataclass(frozen=True, slots=True)
class DayEnded:
    """The day is closed; the next number in the line is 1 again."""


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """The staff confirmed that the clock is right although the ledger holds events of a later time."""


class RefusedBecause(Enum):
    """Why somebody of the staff was not signed in."""

    UNKNOWN = "unknown"
    DISABLED = "disabled"
    PAUSED = "paused"
    WRONG_PIN = "wrong_pin"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody of the staff showed by PIN who they are."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """Somebody tried to sign in as `staff`; None: as nobody who is known. What was typed is not kept."""

    staff: StaffId | None
    because: RefusedBecause


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """Somebody belongs to the staff from now on, and was given a PIN. The name stands apart."""

    staff: StaffId
    role: Role


class DisabledBecause(Enum):
    """Why somebody of the staff signs in no more."""

    ORDERED = "ordered"
    WRONG_PINS = "wrong_pins"


@dataclass(frozen=True, slots=True)
class StaffDisabled:
    """Somebody of the staff signs in no more, until the PIN is reset."""

    staff: StaffId
    because: DisabledBecause


@dataclass(frozen=True, slots=True)
class PinReset:
    """Somebody of the staff was given a new PIN; the old one, and what disabled its owner, count no more."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """Somebody of the staff was given a badge; an older one counts no more."""

    staff: StaffId


# What concerns the staff itself and changes nothing in the house.
StaffHappening: TypeAlias = SignedIn | SignInRefused | StaffAdded | StaffDisabled | PinReset | BadgeIssued

Happening: TypeAlias = (
    Entered
    | Exited
    | ExitUnmatched
    | Declined
    | Queued
    | AskedAgain
    | Called
    | Uncalled
    | AdmissionStopped
    | AdmissionResumed
    | Corrected
    | Settled
    | DoorAct
    | RulesChanged
    | DayEnded
    | ClockConfirmed
    | StaffHappening
)


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, when and where it happened and who caused it.

    `id` is the id of the physical scan or tap that caused it: an id counts once. `at` is aware. `door` is
    None for what happened to the whole house. `by` is None where no member of staff acted. `answer` is what
    the visitor was told, for every event that a scan caused and for those acts of the staff that tell one.
    """

    id: EventId
    at: datetime
    door: DoorId | None
    by: StaffId | None
    what: Happening
    answer: Verdict | None
