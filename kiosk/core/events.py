"""What can happen at the door, for good: the closed set of events that the ledger holds.

An event is never changed. A correction, a settled visit, a withdrawn call: each is an event of its own.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from kiosk.core.appointment import AppointmentId
from kiosk.core.desk_events import DeskHappening
from kiosk.core.door_events import DoorAct
from kiosk.core.help_events import HelpHappening
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.office import AreaId, DoorId, ReasonId, Wording
from kiosk.core.privacy_events import PrivacyHappening
from kiosk.core.rule_events import RuleHappening
from kiosk.core.staff_events import StaffHappening
from kiosk.core.verdict import Verdict


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
    | RuleHappening
    | DayEnded
    | ClockConfirmed
    | HelpHappening
    | DeskHappening
    | PrivacyHappening
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
