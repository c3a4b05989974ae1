"""What is strange about an appointment, though it can be imported."""

from collections.abc import Iterator
from datetime import datetime

from kiosk.core.appointment import AppointmentStatus
from kiosk.core.appointment_changes import ListedAppointment
from kiosk.core.office import AreaId, Office


class Doubts:
    """What is strange about the appointments of a list: many of them begin at the same times and places."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._known: dict[tuple[datetime, AreaId, int, str], tuple[str, ...]] = {}

    def about(self, appointment: ListedAppointment) -> tuple[str, ...]:
        """Return a sentence for each thing that will keep the visitors of `appointment` from coming in."""
        if appointment.status is AppointmentStatus.CANCELLED:
            return ()
        kind = (appointment.starts_at, appointment.area, appointment.party, appointment.language)
        if kind not in self._known:
            self._known[kind] = tuple(_doubts(appointment, self._office))
        return self._known[kind]


def _doubts(appointment: ListedAppointment, office: Office) -> Iterator[str]:
    local = appointment.starts_at.astimezone(office.time_zone)
    area = office.areas[appointment.area]
    if not area.hours.is_open(appointment.starts_at, office.time_zone):
        holiday = area.hours.holidays.get(local.date())
        why = f" ({holiday})" if holiday else ""
        yield f"{appointment.area} is closed on {local:%Y-%m-%d at %H:%M}{why}: the door will answer closed"
    cap = office.rules.at(appointment.starts_at).cap
    limit = min(cap.building, cap.areas.get(appointment.area, cap.building))
    if appointment.party > limit:
        yield f"{appointment.party} people come together, and only {limit} may be inside: they cannot come in"
    if appointment.language not in office.languages:
        yield f"the office has no texts in {appointment.language!r}: this party will read German"
