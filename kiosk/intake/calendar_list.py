"""An iCalendar file of the office becomes its list of appointments (RFC 5545; METHOD as in RFC 5546)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.core.appointment import AppointmentStatus
from kiosk.core.appointment_changes import ListedAppointment, Revision, in_series
from kiosk.core.instant import midnight
from kiosk.core.list_forms import CalendarForms
from kiosk.core.office import Area, Office, RoomId
from kiosk.core.person import Person
from kiosk.intake import cells
from kiosk.intake.calendar_fields import EventFields
from kiosk.intake.calendar_lines import Component, Property, components_of
from kiosk.intake.calendar_times import Zones, length
from kiosk.intake.cells import CellError
from kiosk.intake.doubts import Doubts
from kiosk.intake.listing import AppointmentList, AppointmentListError, ListProblem
from kiosk.intake.recurrence import LOOKED_AHEAD, Window, planned

_CALENDAR, _EVENT, _ZONE = "VCALENDAR", "VEVENT", "VTIMEZONE"
_METHODS = ("", "PUBLISH", "REQUEST", "ADD", "CANCEL")
_CANCEL, _CANCELLED = "CANCEL", "CANCELLED"
_NUMBER_LIMIT = 2**31


def read_calendar(
    data: bytes,
    office: Office,
    forms: CalendarForms,
    now: datetime,
    progress: Callable[[int], None] = lambda _lines: None,
) -> AppointmentList:
    """Read the events in a calendar's bytes, or raise AppointmentListError, alone, with all errors.

    Events of days before that of `now` (aware) are left out. Of a recurring event, the appointments within
    LOOKED_AHEAD are listed. `progress` is told now and then how many lines have been read.
    """
    calendars, faults = components_of(data)
    today = midnight(now.astimezone(office.time_zone).date(), office.time_zone)
    reading = _Reading(office, EventFields(office, forms), Window(today, today + LOOKED_AHEAD), faults)
    for calendar in calendars:
        reading.take(calendar, progress)
    if not calendars and not faults:
        faults.append(ListProblem(1, None, "there is no calendar in this file"))
    if reading.errors:
        # Of an entry with an error nobody knows what belongs to it.
        readable = AppointmentList(tuple(reading.appointments))
        raise AppointmentListError(
            sorted(reading.errors, key=lambda each: each.line), reading.warnings, readable
        )
    return AppointmentList(
        tuple(reading.appointments), tuple(reading.warnings), tuple(reading.whole.values())
    )


@dataclass(slots=True)
class _Entry:
    """All that a file says of one UID: the newest state of the event, and of its single appointments."""

    master: Component | None = None
    single: dict[datetime, Component] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Details:
    """What is the same for all appointments of an event."""

    area: Area
    room: RoomId | None
    duration: timedelta
    party: int
    language: str
    person: Person | None


class _Reading:
    """The list as far as it has been read."""

    def __init__(
        self, office: Office, fields: EventFields, window: Window, errors: list[ListProblem]
    ) -> None:
        self.appointments: list[ListedAppointment] = []
        self.errors = errors
        self.warnings: list[ListProblem] = []
        self.whole: dict[str, Revision] = {}
        self._office = office
        self._fields = fields
        self._doubts = Doubts(office)
        self._window = window
        self._zones = Zones(office.time_zone, ())
        self._cancels = False
        self._past = 0
        self._listed: set[str] = set()
        self._details: dict[int, _Details | None] = {}

    def take(self, calendar: Component, progress: Callable[[int], None]) -> None:
        """Read one calendar of the file."""
        if calendar.name != _CALENDAR:
            self._complain(calendar.line, None, f"BEGIN:{_CALENDAR} has to stand around everything")
            return
        method = calendar.value("METHOD")
        if method not in _METHODS:
            sentence = f"METHOD:{method} is an answer to a meeting, and no list: export the calendar itself"
            self._complain(calendar.line, "METHOD", sentence)
            return
        self._cancels = method == _CANCEL
        self._zones = Zones(
            self._office.time_zone, [each for each in calendar.components if each.name == _ZONE]
        )
        events = [each for each in calendar.components if each.name == _EVENT]
        if left_out := sorted({each.name for each in calendar.components} - {_EVENT, _ZONE}):
            sentence = f"{', '.join(left_out)} is no appointment, and is left out"
            self.warnings.append(ListProblem(calendar.line, None, sentence))
        for count, (uid, entry) in enumerate(self._entries(events).items(), start=1):
            self._take_entry(uid, entry)
            if count % 1000 == 0 and entry.master is not None:
                progress(entry.master.line)
        if self._past:
            sentence = f"events of days before today are left out: {self._past}"
            self.warnings.append(ListProblem(calendar.line, None, sentence))
            self._past = 0

    def _entries(self, events: list[Component]) -> dict[str, _Entry]:
        entries: dict[str, _Entry] = {}
        for event in sorted(events, key=_state):
            try:
                _number(event)
                entry = entries.setdefault(_uid(event), _Entry())
            except CellError as error:
                self._complain(event.line, "UID", str(error))
                continue
            recurrence = event.first("RECURRENCE-ID")
            if recurrence is None:
                entry.master = event
            elif (at := self._moment(recurrence)) is not None:
                if recurrence.parameter("RANGE"):
                    sentence = "RANGE cannot be read here: end the series, and begin another one"
                    self._complain(recurrence.line, recurrence.name, sentence)
                entry.single[at.astimezone(UTC)] = event
        return entries

    def _take_entry(self, uid: str, entry: _Entry) -> None:
        if entry.master is not None:
            self._take_master(uid, entry.master, entry)
        for at, event in sorted(entry.single.items()):
            revision = Revision(in_series(uid, at), _number(event))
            if self._is_cancelled(event):
                if entry.master is None:
                    self.whole[revision.key] = revision
            else:
                self._list(event, revision.key, revision, self._start(event))

    def _take_master(self, uid: str, event: Component, entry: _Entry) -> None:
        revision = Revision(uid, _number(event))
        self.whole[uid] = revision
        if self._is_cancelled(event):
            return
        start = self._start(event)
        if start is None:
            return
        rules, more = event.every("RRULE"), event.every("RDATE")
        if not rules and not more:
            self._list(event, uid, revision, start)
            return
        place = (rules or more)[0]
        try:
            times = planned(
                start,
                [rule.value for rule in rules],
                [at for each in more for at in self._zones.moments(each)],
                [at for each in event.every("EXDATE") for at in self._zones.moments(each)],
                self._window,
            )
        except CellError as error:
            self._complain(place.line, place.name, str(error))
            return
        for at in times:
            if at not in entry.single:
                self._list(event, in_series(uid, at), revision, at)

    def _list(
        self, event: Component, external_id: str, revision: Revision, starts_at: datetime | None
    ) -> None:
        """List one appointment at `starts_at` (aware), None where that could not be read."""
        if starts_at is None:
            return
        if starts_at < self._window.start:
            self._past += 1
            return
        if external_id in self._listed:
            self._complain(event.line, "UID", "another calendar of this file has the same event")
            return
        self._listed.add(external_id)
        details = self._details_of(event)
        if details is None:
            return
        appointment = ListedAppointment(
            external_id=external_id,
            area=details.area.id,
            room=details.room,
            starts_at=starts_at.astimezone(UTC),
            duration=details.duration,
            party=details.party,
            status=AppointmentStatus.BOOKED,
            language=details.language,
            person=details.person,
            revision=revision,
        )
        self.appointments.append(appointment)
        self.warnings += (
            ListProblem(event.line, None, sentence) for sentence in self._doubts.about(appointment)
        )

    def _details_of(self, event: Component) -> _Details | None:
        """Return what is the same for all appointments of an event, None with errors, which are told once."""
        if event.line not in self._details:
            self._details[event.line] = self._read(event)
        return self._details[event.line]

    def _read(self, event: Component) -> _Details | None:
        try:
            area = self._fields.area(event)
        except CellError as error:
            self._complain(event.line, None, str(error))
            return None
        try:
            return _Details(
                area=area,
                room=self._fields.room(event, area),
                duration=self._duration(event) or area.usual_stay,
                party=self._fields.party(event),
                language=self._fields.language(event),
                person=self._fields.person(event),
            )
        except CellError as error:
            self._complain(event.line, None, str(error))
            return None

    def _start(self, event: Component) -> datetime | None:
        start = event.first("DTSTART")
        if start is None:
            self._complain(event.line, "DTSTART", "it is missing: an appointment begins at a time")
            return None
        if start.parameter("VALUE").upper() == "DATE":
            sentence = "this is for the whole day, and no appointment: it is left out"
            self.warnings.append(ListProblem(start.line, start.name, sentence))
            return None
        return self._moment(start)

    def _duration(self, event: Component) -> timedelta | None:
        start, end, lasting = (event.first(name) for name in ("DTSTART", "DTEND", "DURATION"))
        if lasting is not None:
            read = length(lasting)
        elif start is not None and end is not None:
            ends, starts = self._zones.moment(end), self._zones.moment(start)
            if not isinstance(ends, datetime) or not isinstance(starts, datetime):
                raise CellError("DTEND needs a time of day, as DTSTART has one")
            read = ends.astimezone(UTC) - starts.astimezone(UTC)
        else:
            return None
        if not timedelta(0) < read <= cells.LONGEST:
            raise CellError(f"it takes {read}; an appointment takes from 1 minute to {cells.LONGEST}")
        return read

    def _moment(self, of: Property) -> datetime | None:
        """Return the time of a property, or None, with an error, where it cannot be read."""
        try:
            read = self._zones.moment(of)
        except CellError as error:
            self._complain(of.line, of.name, str(error))
            return None
        if isinstance(read, datetime):
            return read
        sentence = f"a time of day is needed, such as 20210920T093000, not {cells.quoted(of.value)}"
        self._complain(of.line, of.name, sentence)
        return None

    def _is_cancelled(self, event: Component) -> bool:
        return self._cancels or event.value("STATUS") == _CANCELLED

    def _complain(self, line: int, what: str | None, sentence: str) -> None:
        self.errors.append(ListProblem(line, what, sentence))


def _uid(event: Component) -> str:
    uid = event.first("UID")
    if uid is None or not uid.text.strip():
        raise CellError("there is no UID: by it a change or a cancellation finds the appointment")
    return cells.text(uid.text.strip())


def _number(event: Component) -> int:
    """Return the SEQUENCE of an event, 0 where it has none. Raises CellError."""
    sequence = event.value("SEQUENCE") or "0"
    if not (sequence.isascii() and sequence.isdecimal() and int(sequence[:11]) < _NUMBER_LIMIT):
        raise CellError(f"SEQUENCE is a number from 0 to {_NUMBER_LIMIT - 1}, not {cells.quoted(sequence)}")
    return int(sequence)


def _state(event: Component) -> tuple[int, str]:
    """Return what orders the states of an event: its number, then when it was written."""
    try:
        number = _number(event)
    except CellError:
        number = 0
    return number, event.value("LAST-MODIFIED") or event.value("DTSTAMP")
