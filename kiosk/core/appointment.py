"""An appointment: who is expected, where, when and with how many people; never who it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import NewType

from kiosk.core.office import AreaId, RoomId

AppointmentId = NewType("AppointmentId", str)


class AppointmentStatus(Enum):
    """Whether an appointment still stands."""

    BOOKED = "booked"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One invitation; `party` counts the people who come on the letter (1 or more), `starts_at` is aware.

    `external_id` is the name that the office's own list gives it: a second import of the list finds it again.
    """

    id: AppointmentId
    external_id: str
    area: AreaId
    room: RoomId | None
    starts_at: datetime
    duration: timedelta
    party: int
    status: AppointmentStatus
    language: str

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is None:
            raise ValueError("an appointment starts at an aware time")
        if self.party < 1:
            raise ValueError(f"a party is one person or more, not {self.party}")
        if self.duration <= timedelta(0):
            raise ValueError(f"an appointment takes time, not {self.duration}")
