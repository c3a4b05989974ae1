"""What happens with personal data: that it was deleted or shown, and never what it was."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from kiosk.core.appointment import Appointment, AppointmentId


class ForgottenBecause(Enum):
    """Why people were deleted."""

    TIME_OVER = "time_over"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class PeopleForgotten:
    """What was known of so many people was deleted: of one appointment, or of all that started `before`."""

    people: int
    because: ForgottenBecause
    before: datetime | None
    appointment: AppointmentId | None

    def covers(self, appointment: Appointment) -> bool:
        """Say whether who comes to this appointment was to be deleted, too."""
        if self.before is not None:
            return appointment.starts_at < self.before
        return appointment.id == self.appointment


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """Somebody of the staff had shown to them what is known of the person of an appointment."""

    appointment: AppointmentId


PrivacyHappening: TypeAlias = PeopleForgotten | PeopleShown
