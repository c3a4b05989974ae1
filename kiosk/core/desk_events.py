"""What the phone desk agrees with customers: it concerns days to come, and changes nothing in the house."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from kiosk.core.appointment import AppointmentId
from kiosk.core.ids import EventId
from kiosk.core.office import AreaId, RoomId


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment was made. `knowingly_full`: the desk was warned that the house will be full then."""

    appointment: AppointmentId
    area: AreaId
    room: RoomId | None
    starts_at: datetime
    party: int
    knowingly_full: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """An appointment has another time or place, in place of `moved_from`; the rest is as in Booked."""

    appointment: AppointmentId
    area: AreaId
    room: RoomId | None
    moved_from: datetime
    starts_at: datetime
    party: int
    knowingly_full: bool


@dataclass(frozen=True, slots=True)
class CalledOff:
    """An appointment was cancelled."""

    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class DetailsChanged:
    """How many come, their language, or what is known of the person was changed; what it was is not kept."""

    appointment: AppointmentId
    party: int


@dataclass(frozen=True, slots=True)
class LetterOrdered:
    """The desk had another letter made of an appointment."""

    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class AgreementUndone:
    """The desk took back what it had done by the tap `undoes`: the appointment stands as it stood before."""

    undoes: EventId
    appointment: AppointmentId


DeskHappening: TypeAlias = Booked | Moved | CalledOff | DetailsChanged | LetterOrdered | AgreementUndone
