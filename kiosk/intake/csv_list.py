"""A CSV file of the office becomes its list of appointments."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import TypeVar, cast

from kiosk.core.appointment import AppointmentStatus
from kiosk.core.appointment_changes import ListedAppointment
from kiosk.core.office import FALLBACK_LANGUAGE, Area, AreaId, Office, RoomId
from kiosk.core.person import Person
from kiosk.intake import cells
from kiosk.intake.cells import CellError
from kiosk.intake.csv_rows import Heading, Row, plain, read_rows, unknown_columns
from kiosk.intake.doubts import Doubts
from kiosk.intake.house_names import names_of_areas, names_of_rooms
from kiosk.intake.listing import AppointmentList, AppointmentListError, ListProblem

# What a column is about, and the headings by which it is known, in small letters.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "date": ("datum", "tag", "date", "day"),
    "time": ("uhrzeit", "zeit", "beginn", "time", "start"),
    "area": ("bereich", "area"),
    "room": ("raum", "zimmer", "room"),
    "party": ("personen", "anzahl personen", "personenzahl", "people", "persons", "party"),
    "duration": ("dauer", "dauer (min)", "dauer in minuten", "duration", "duration (min)", "minutes"),
    "id": ("aktenzeichen", "az", "aktenzeichen/id", "termin-id", "id", "reference", "case number"),
    "language": ("sprache", "language"),
    "status": ("status",),
    "name": ("name",),
    "contact": ("kontakt", "contact"),
}
# What stands in thousands of cells alike is read once.
_ALIKE = frozenset({"date", "time", "area", "party", "duration", "language", "status"})
REQUIRED = ("date", "time", "area", "id")
_ABOUT = {name: about for about, names in COLUMNS.items() for name in names}
_NO_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType({})

_Value = TypeVar("_Value")
_Empty = TypeVar("_Empty")


def read_csv(
    data: bytes,
    office: Office,
    progress: Callable[[int], None] = lambda _lines: None,
    columns: Mapping[str, tuple[str, ...]] = _NO_COLUMNS,
) -> AppointmentList:
    """Read the list in a CSV file's bytes, or raise AppointmentListError, and nothing else, with all errors.

    The first row has the headings, see COLUMNS; those of REQUIRED have to be there. Without its column, or
    with an empty cell, a party is one person, the duration is the usual stay of the area, the language is
    German and the status is booked. `progress` is told now and then how many lines have been read. `columns`
    are headings of the office's own, by what they are about; they come before those of COLUMNS.
    """
    known = _ABOUT | {plain(name): about for about, names in columns.items() for name in names}
    heading, rows = read_rows(data, known)
    missing = [COLUMNS[about][0] for about in REQUIRED if about not in heading.columns]
    if missing:
        sentence = f"there is no column for {', '.join(name.capitalize() for name in missing)}"
        raise AppointmentListError(
            [ListProblem(heading.line, None, sentence)], unknown_columns(heading, known)
        )
    reading = _Reading(heading, office, list(unknown_columns(heading, known)))
    try:
        for count, row in enumerate(rows, start=1):
            reading.take(row)
            if count % 1000 == 0:
                progress(row.line)
    except AppointmentListError as error:
        reading.errors += error.errors
    if reading.errors:
        readable = AppointmentList(tuple(reading.appointments))
        raise AppointmentListError(reading.errors, reading.warnings, readable)
    return AppointmentList(tuple(reading.appointments), tuple(reading.warnings))


class _Reading:
    """The list as far as it has been read."""

    def __init__(self, heading: Heading, office: Office, warnings: list[ListProblem]) -> None:
        self.appointments: list[ListedAppointment] = []
        self.errors: list[ListProblem] = []
        self.warnings = warnings
        self._heading = heading
        self._office = office
        self._areas = names_of_areas(office)
        self._rooms = {area.id: names_of_rooms(area) for area in office.areas.values()}
        self._line_of_id: dict[str, int] = {}
        # Thousands of appointments begin at the same few hundred times, and their cells say the same.
        self._doubts = Doubts(office)
        self._read_before: dict[tuple[str, str], object] = {}
        self._moments: dict[tuple[date, time], tuple[datetime, bool]] = {}

    def take(self, row: Row) -> None:
        """Read one row: an appointment and its warnings, or its errors."""
        if any(row.cells[len(self._heading.texts) :]):
            sentence = (
                "there are more cells than headings: a text with the separator in it needs quotation marks"
            )
            self.errors.append(ListProblem(row.line, None, sentence))
            return
        errors_before = len(self.errors)
        appointment = self._appointment(row)
        if appointment is None or len(self.errors) > errors_before:
            return
        self.appointments.append(appointment)
        self.warnings += (
            ListProblem(row.line, None, sentence) for sentence in self._doubts.about(appointment)
        )

    def _appointment(self, row: Row) -> ListedAppointment | None:
        """Return the appointment, or None where what it needs cannot be read."""
        starts_at = self._starts_at(row)
        external_id = self._external_id(row)
        area = self._area(row)
        party = self._optional(row, "party", cells.party, 1)
        language = self._optional(row, "language", cells.language, FALLBACK_LANGUAGE)
        status = self._optional(row, "status", cells.status, AppointmentStatus.BOOKED)
        duration = self._optional(row, "duration", cells.duration, None)
        name = self._optional(row, "name", cells.text, "")
        contact = self._optional(row, "contact", cells.text, None)
        if starts_at is None or external_id is None or area is None:
            return None
        return ListedAppointment(
            external_id=external_id,
            area=area.id,
            room=self._optional(row, "room", lambda cell: self._room(cell, area), None),
            starts_at=starts_at,
            duration=duration or area.usual_stay,
            party=party,
            status=status,
            language=language,
            person=Person(name or None, contact) if name or contact else None,
        )

    def _starts_at(self, row: Row) -> datetime | None:
        on = self._required(row, "date", cells.day)
        at = self._required(row, "time", cells.clock)
        if on is None or at is None:
            return None
        if (on, at) not in self._moments:
            try:
                self._moments[on, at] = cells.moment(on, at, self._office.time_zone)
            except CellError as error:
                self._complain(row, "time", str(error))
                return None
        starts_at, twice = self._moments[on, at]
        if twice:
            sentence = f"on {on} the clocks show {at:%H:%M} twice: the first of the two is taken"
            self.warnings.append(ListProblem(row.line, self._text("time"), sentence))
        return starts_at

    def _external_id(self, row: Row) -> str | None:
        external_id = self._required(row, "id", cells.text)
        if external_id is None:
            return None
        first = self._line_of_id.setdefault(external_id, row.line)
        if first != row.line:
            sentence = f"{cells.quoted(external_id)} stands in line {first} already"
            self.errors.append(ListProblem(row.line, self._text("id"), sentence))
        return external_id

    def _area(self, row: Row) -> Area | None:
        id_ = self._required(row, "area", lambda cell: cells.one_of(cell, self._areas, "area"))
        return None if id_ is None else self._office.areas[AreaId(id_)]

    def _room(self, cell: str, area: Area) -> RoomId:
        return RoomId(cells.one_of(cell, self._rooms[area.id], "room", f" in {area.id}"))

    def _required(self, row: Row, about: str, read: Callable[[str], _Value]) -> _Value | None:
        """Return what a cell says, or None, with an error, where it is empty or cannot be read."""
        if self._cell(row, about):
            return self._optional(row, about, read, None)
        self._complain(row, about, "this cell must not be empty")
        return None

    def _optional(
        self, row: Row, about: str, read: Callable[[str], _Value], empty: _Empty
    ) -> _Value | _Empty:
        """Return what a cell says; `empty` where it is empty or, with an error, where it cannot be read."""
        cell = self._cell(row, about)
        if not cell:
            return empty
        try:
            return self._read_once(about, cell, read) if about in _ALIKE else read(cell)
        except CellError as error:
            self._complain(row, about, str(error))
            return empty

    def _read_once(self, about: str, cell: str, read: Callable[[str], _Value]) -> _Value:
        value = self._read_before.get((about, cell))
        if value is None:
            value = self._read_before[about, cell] = read(cell)
        return cast("_Value", value)

    def _cell(self, row: Row, about: str) -> str:
        position = self._heading.columns.get(about)
        return "" if position is None or position >= len(row.cells) else row.cells[position]

    def _text(self, about: str) -> str:
        return self._heading.texts[self._heading.columns[about]]

    def _complain(self, row: Row, about: str, sentence: str) -> None:
        self.errors.append(ListProblem(row.line, self._text(about), sentence))
