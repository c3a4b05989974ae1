"""What an office's list of appointments changes: all of it is applied or nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.office import AreaId, RoomId
from kiosk.core.person import Person

SERIES_MARK = "#"
"""What stands between a series and the time at which it plans an appointment, in an external id."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Which state of an entry a calendar gives: a higher `number` under the same `key` is a later state."""

    key: str
    number: int


@dataclass(frozen=True, slots=True)
class ListedAppointment:
    """An appointment as the office's list gives it; the fields are those of an Appointment, less its id.

    `revision` is None where the list does not number its states.
    """

    external_id: str
    area: AreaId
    room: RoomId | None
    starts_at: datetime
    duration: timedelta
    party: int
    status: AppointmentStatus
    language: str
    person: Person | None
    revision: Revision | None = None

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


def in_series(series: str, at: datetime) -> str:
    """Return the external id of that appointment of a recurring one which the series plans for `at`."""
    return f"{series}{SERIES_MARK}{at:%Y%m%dT%H%M%SZ}"


def series_of(external_id: str) -> str:
    """Return the series that an external id belongs to; an appointment that stands alone is its own."""
    series, _, _ = external_id.rpartition(SERIES_MARK)
    return series or external_id


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows of the appointments that a list names, by external id, and of their series.

    `people` are those of these appointments; `revisions` the highest number that came under each key.
    """

    appointments: Mapping[str, Appointment]
    people: Mapping[AppointmentId, Person] = field(default_factory=lambda: MappingProxyType({}))
    revisions: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class AppointmentChanges:
    """What is changed, in whole: `new` and `changed` as they shall be, `cancelled` by id.

    `people` gives the names that came with the list, for appointments that are new or known, as far as they
    are others than before. `revisions` are the numbers to remember. `outdated` are the external ids of what
    the list gives in an older state than is known: nothing of that is changed.
    """

    new: tuple[Appointment, ...] = ()
    changed: tuple[Appointment, ...] = ()
    cancelled: tuple[AppointmentId, ...] = ()
    people: Mapping[AppointmentId, Person] = field(default_factory=lambda: MappingProxyType({}))
    revisions: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    outdated: tuple[str, ...] = ()


class ChangeKind(Enum):
    """How an appointment that is known differs from what it was."""

    MOVED = "moved"
    BOOKED_AGAIN = "booked_again"
    OTHERWISE = "otherwise"


def kind_of_change(before: Appointment, after: Appointment) -> ChangeKind:
    """Say how an appointment changed; one that is booked again may have been moved as well."""
    if before.status is not after.status:
        return ChangeKind.BOOKED_AGAIN
    where_and_when = (before.starts_at, before.area, before.room)
    if where_and_when != (after.starts_at, after.area, after.room):
        return ChangeKind.MOVED
    return ChangeKind.OTHERWISE


def plan_changes(
    listed: Iterable[ListedAppointment],
    known: Known,
    new_id: Callable[[], AppointmentId],
    *,
    today: datetime,
    people_since: datetime,
    whole_series: Iterable[Revision] = (),
) -> AppointmentChanges:
    """Return what makes the `known` appointments those of the list; others stay as they are.

    A cancellation changes nothing else of an appointment, and one of an appointment that nobody knows is left
    out: it concerns nobody at the door. People are taken only with appointments from `people_since` (aware)
    on, so that an old list brings back no name that has been deleted. `whole_series` are the entries of a
    calendar of which the list gives all appointments, none of one that was cancelled: what is known of these
    from `today` (aware) on, and not listed, is cancelled. Once the changes are applied, the same list changes
    nothing more. Raises ValueError for an external id that is listed twice.
    """
    planning = _Planning(known, new_id, people_since)
    for each in listed:
        planning.take(each)
    planning.take_away(list(whole_series), today)
    return planning.changes()


class _Planning:
    """The changes as far as the list was gone through."""

    def __init__(self, known: Known, new_id: Callable[[], AppointmentId], people_since: datetime) -> None:
        self._known = known
        self._new_id = new_id
        self._people_since = people_since
        self._new: list[Appointment] = []
        self._changed: list[Appointment] = []
        self._cancelled: list[AppointmentId] = []
        self._people: dict[AppointmentId, Person] = {}
        self._revisions: dict[str, int] = {}
        self._outdated: list[str] = []
        self._seen: set[str] = set()

    def take(self, each: ListedAppointment) -> None:
        """Note what one appointment of the list changes. Raises ValueError for one that is listed twice."""
        if each.external_id in self._seen:
            raise ValueError(f"the external id {each.external_id!r} is listed twice")
        self._seen.add(each.external_id)
        if self._is_outdated(each):
            self._outdated.append(each.external_id)
            return
        if each.revision is not None:
            self._remember(each.revision)
        before = self._known.appointments.get(each.external_id)
        if each.status is AppointmentStatus.CANCELLED:
            if before is not None and before.status is not AppointmentStatus.CANCELLED:
                self._cancelled.append(before.id)
            return
        wanted = each.under(self._new_id() if before is None else before.id)
        if before is None:
            self._new.append(wanted)
        elif wanted != before:
            self._changed.append(wanted)
        person = self._person(each, wanted.id)
        if person is not None and person != self._known.people.get(wanted.id):
            self._people[wanted.id] = person

    def take_away(self, whole_series: list[Revision], today: datetime) -> None:
        """Cancel what a series held from `today` on, and holds no more."""
        told = set()
        for series in whole_series:
            if self._known.revisions.get(series.key, series.number) <= series.number:
                self._remember(series)
                told.add(series.key)
        self._cancelled += (
            each.id
            for each in self._known.appointments.values()
            if each.external_id not in self._seen
            and (each.external_id in told or series_of(each.external_id) in told)
            and each.status is AppointmentStatus.BOOKED
            and each.starts_at >= today
        )

    def changes(self) -> AppointmentChanges:
        """Return all that was noted."""
        return AppointmentChanges(
            new=tuple(self._new),
            changed=tuple(self._changed),
            cancelled=tuple(self._cancelled),
            people=MappingProxyType(self._people),
            revisions=MappingProxyType(self._revisions),
            outdated=tuple(self._outdated),
        )

    def _person(self, each: ListedAppointment, id_: AppointmentId) -> Person | None:
        """Return who comes; what the list does not tell of them, such as what they need, stays as known."""
        if each.person is None or each.starts_at < self._people_since:
            return None
        known = self._known.people.get(id_)
        if known is None:
            return each.person
        return replace(
            known, name=each.person.name or known.name, contact=each.person.contact or known.contact
        )

    def _is_outdated(self, each: ListedAppointment) -> bool:
        if each.revision is None:
            return False
        number, revisions = each.revision.number, self._known.revisions
        return any(revisions.get(key, number) > number for key in (each.revision.key, each.external_id))

    def _remember(self, revision: Revision) -> None:
        if self._known.revisions.get(revision.key) != revision.number:
            self._revisions[revision.key] = revision.number
