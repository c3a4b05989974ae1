"""What a guard's panel shows and is answered: frozen values, made by the gate, drawn by the window."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TypeAlias

from kiosk.core.appointment import AppointmentId
from kiosk.core.day_report import DayReport
from kiosk.core.door_report import DoorReport
from kiosk.core.events import Event
from kiosk.core.ids import EventId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId
from kiosk.core.orders import Order
from kiosk.core.rights import Role
from kiosk.core.sign_in import Refusal
from kiosk.core.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Recent:
    """One of the last events at this door that told a visitor something, `area` and `party` where known.

    `appointment` is the one whose letter was shown, or who was let in with it.
    """

    event: Event
    appointment: AppointmentId | None
    area: AreaId | None
    party: int | None
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class SignedInAs:
    """Who is signed in at the panel."""

    staff: StaffId
    role: Role


class LastTap(Enum):
    """What became of a tap whose answer nobody saw: the program or the connection ended before it."""

    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A tap of which the guard was told nothing."""

    order: Order
    became: LastTap


@dataclass(frozen=True, slots=True)
class RefusedByHand:
    """An order that was done by hand at `at` and that the ledger does not take: the count is wrong by it.

    It stays until somebody has set it aside. `because` is a Trouble where the program itself has failed.
    """

    tap: EventId
    order: Order
    at: datetime
    because: NotDone | Trouble


@dataclass(frozen=True, slots=True)
class GuardView:
    """All that a panel shows, as it was at `now` (aware).

    `house` is the last known one, with what was done by hand since; None: none was ever known here.
    `is_current` is False while it cannot be read from the ledger. `trouble` is why the door cannot decide by
    itself: the ledger cannot be read, or not be written, or the clock cannot be right. `recent` and
    `can_be_undone` have the newest first; of what a tap did, the latter holds the first event. `kept` are
    orders done by hand that are not in the ledger yet, `refused` those that it will not take. `paused` is how
    long no PIN is taken. `unseen` is what became of the last tap whose answer nobody saw, `report` what the
    door's program said of its devices last.
    """

    now: datetime
    house: House | None
    is_current: bool
    trouble: Trouble | None
    recent: tuple[Recent, ...]
    last_good_scan: datetime | None
    can_be_undone: tuple[Event, ...]
    kept: tuple[Order, ...]
    signed_in: SignedInAs | None
    paused: timedelta | None
    unseen: Unseen | None = None
    refused: tuple[RefusedByHand, ...] = ()
    report: DoorReport | None = None

    @property
    def is_by_hand(self) -> bool:
        """Whether people go in and out by hand now: the ledger cannot be read, or only be read."""
        return not self.is_current or self.trouble is Trouble.LEDGER


@dataclass(frozen=True, slots=True)
class Booking:
    """What the guard is shown of a booking: no name, as the visitor knows it better."""

    appointment: AppointmentId
    starts_at: datetime
    area: AreaId
    party: int
    is_inside: bool
    number: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """The bookings that were meant, by time, the first few of the `total` that fit."""

    bookings: tuple[Booking, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """The order is done and in the ledger; `event` bears the id of the tap."""

    event: Event


@dataclass(frozen=True, slots=True)
class KeptByHand:
    """The ledger cannot be reached: the order is on this machine's disk and enters the ledger later, once."""

    order: Order


@dataclass(frozen=True, slots=True)
class NotKept:
    """The ledger cannot be reached, and this machine's disk took nothing either: the order is not kept."""

    order: Order


@dataclass(frozen=True, slots=True)
class SignInWanted:
    """Nobody is signed in, or not any more; the order was not done."""


@dataclass(frozen=True, slots=True)
class SecondPersonWanted:
    """The order goes above the cap: it is done as soon as a second person has consented by PIN."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing was recorded, as far as is known; the same tap may be tried again and counts once."""

    trouble: Trouble


Result: TypeAlias = (
    Recorded
    | KeptByHand
    | NotKept
    | Found
    | DayReport
    | NotDone
    | SignInWanted
    | SecondPersonWanted
    | Refusal
    | Failed
)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an order, `tap` being the id that it was given with."""

    tap: EventId
    order: Order
    result: Result
