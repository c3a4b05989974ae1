"""What an office's list of appointments changes: all of it is applied or nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.office import AreaId, RoomId
from kiosk.core.person import Person


@dataclass(frozen=True, slots=True)
class ListedAppointment:
    """An appointment as the office's list gives it; the fields are those of an Appointment, less its id."""

    external_id: str
    area: AreaId
    room: RoomId | None
    starts_at: datetime
    duration: timedelta
    party: int
    status: AppointmentStatus
    language: str
    person: Person | None

    def under(self, id_: AppointmentId) -> Appointment:
        """Return the appointment with this id."""
        return Appointment(
            id=id_,
            external_id=self.external_id,
            area=self.area,
            room=self.room,
            starts_at=self.starts_at,
            duration=self.duration,
            party=self.party,
            status=self.status,
            language=self.language,
        )


@dataclass(frozen=True, slots=True)
class AppointmentChanges:
    """What is changed, in whole: `new` and `changed` as they shall be, `cancelled` by id.

    `people` gives the names that came with the list, for appointments that are new or known.
    """

    new: tuple[Appointment, ...] = ()
    changed: tuple[Appointment, ...] = ()
    cancelled: tuple[AppointmentId, ...] = ()
    people: Mapping[AppointmentId, Person] = field(default_factory=lambda: MappingProxyType({}))


def plan_changes(
    listed: Iterable[ListedAppointment],
    known: Mapping[str, Appointment],
    people_since: datetime,
    new_id: Callable[[], AppointmentId],
) -> AppointmentChanges:
    """Return what makes the `known` appointments (by external id) those of the list; others stay as they are.

    A cancellation changes nothing else of an appointment, and one of an appointment that nobody knows is left
    out: it concerns nobody at the door. People are taken only with appointments from `people_since` (aware)
    on, so that an old list brings back no name that has been deleted. Once the changes are applied, the same
    list changes nothing more. Raises ValueError for an external id that is listed twice.
    """
    new: list[Appointment] = []
    changed: list[Appointment] = []
    cancelled: list[AppointmentId] = []
    people: dict[AppointmentId, Person] = {}
    seen: set[str] = set()
    for each in listed:
        if each.external_id in seen:
            raise ValueError(f"the external id {each.external_id!r} is listed twice")
        seen.add(each.external_id)
        before = known.get(each.external_id)
        if each.status is AppointmentStatus.CANCELLED:
            if before is not None and before.status is not AppointmentStatus.CANCELLED:
                cancelled.append(before.id)
            continue
        wanted = each.under(new_id() if before is None else before.id)
        if before is None:
            new.append(wanted)
        elif wanted != before:
            changed.append(wanted)
        if each.person is not None and each.starts_at >= people_since:
            people[wanted.id] = each.person
    return AppointmentChanges(tuple(new), tuple(changed), tuple(cancelled), MappingProxyType(people))
