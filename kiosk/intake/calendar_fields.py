"""What a calendar's event says of area, room, party, language and people, wherever the office writes it."""

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from kiosk.core.list_forms import CalendarForms
from kiosk.core.office import FALLBACK_LANGUAGE, Area, AreaId, Office, RoomId
from kiosk.core.person import Person
from kiosk.intake import cells
from kiosk.intake.calendar_lines import Component, Property
from kiosk.intake.cells import CellError
from kiosk.intake.house_names import names_of_areas, names_of_rooms

ATTENDEE = "ATTENDEE"
_PIECES = re.compile(r"[,;/|()\n]")
_Value = TypeVar("_Value")


class EventFields:
    """Reads the fields of events, as the office says where they stand."""

    def __init__(self, office: Office, forms: CalendarForms) -> None:
        self._office = office
        self._forms = forms
        self._areas = names_of_areas(office)
        self._rooms = {area.id: names_of_rooms(area) for area in office.areas.values()}
        self._area_of_room = self._areas_of_rooms()
        self._names_in: dict[str, tuple[str, ...]] = {}

    def area(self, event: Component) -> Area:
        """Return the area that the event names, or whose room it names. Raises CellError where it is none."""
        candidates = list(self._candidates(event, self._forms.area))
        named = next((self._areas[each] for each in candidates if each in self._areas), None)
        if named is None:
            rooms = (*candidates, *self._candidates(event, self._forms.room))
            named = next((self._area_of_room[each] for each in rooms if each in self._area_of_room), None)
        if named is None:
            named = self._forms.usual_area
        if named is None:
            known = ", ".join(self._office.areas)
            raise CellError(f"no area is named in {' or '.join(self._forms.area)}; known are: {known}")
        return self._office.areas[AreaId(named)]

    def room(self, event: Component, area: Area) -> RoomId | None:
        """Return the room of the area that the event names, None where it names none."""
        rooms = self._rooms[area.id]
        found = (rooms[each] for each in self._candidates(event, self._forms.room) if each in rooms)
        room = next(found, None)
        return None if room is None else RoomId(room)

    def party(self, event: Component) -> int:
        """Return how many people come, one where nothing says so. Raises CellError."""
        return self._read(event, self._forms.party, cells.party, 1)

    def language(self, event: Component) -> str:
        """Return the visitors' language; if nothing says it, the title's, else German. Raises CellError."""
        title = event.first("SUMMARY")
        of_title = "" if title is None else title.parameter("LANGUAGE")[:2]
        usual = cells.language(of_title) if of_title else FALLBACK_LANGUAGE
        return self._read(event, self._forms.language, cells.language, usual)

    def person(self, event: Component) -> Person | None:
        """Return who comes, where the office has such properties. Raises CellError."""
        name = next(_texts(event, self._forms.name, _name_of_attendee), "")
        contact = next(_texts(event, self._forms.contact, _contact_of_attendee), "")
        if not name and not contact:
            return None
        return Person(cells.text(name) or None, cells.text(contact) or None)

    def _read(
        self, event: Component, names: tuple[str, ...], read: Callable[[str], _Value], empty: _Value
    ) -> _Value:
        text = next(_texts(event, names), "")
        return read(text) if text else empty

    def _candidates(self, event: Component, names: tuple[str, ...]) -> Iterator[str]:
        """Yield what may be a name in these properties, in small letters: each text, and then its pieces."""
        for name in names:
            for each in event.every(name):
                # Most events of an office have one of a few places and kinds.
                if each.value not in self._names_in:
                    self._names_in[each.value] = _names_in(each)
                yield from self._names_in[each.value]

    def _areas_of_rooms(self) -> dict[str, str]:
        """Return the area of each name of a room; a name that two areas have tells nothing."""
        areas: dict[str, set[str]] = {}
        for area, rooms in self._rooms.items():
            for name in rooms:
                areas.setdefault(name, set()).add(area)
        return {name: next(iter(of)) for name, of in areas.items() if len(of) == 1}


def _texts(
    event: Component,
    names: tuple[str, ...],
    of_attendee: Callable[[Property], str] = lambda attendee: attendee.text,
) -> Iterator[str]:
    for name in names:
        for each in event.every(name):
            text = of_attendee(each) if name == ATTENDEE else " ".join(each.text.split())
            if text:
                yield text


def _names_in(read: Property) -> tuple[str, ...]:
    texts = (read.text, *read.texts)
    return tuple(piece.strip().casefold() for text in texts for piece in (text, *_PIECES.split(text)))


def _name_of_attendee(attendee: Property) -> str:
    return attendee.parameter("CN").strip()


def _contact_of_attendee(attendee: Property) -> str:
    return re.sub("^mailto:", "", attendee.text.strip(), flags=re.IGNORECASE)
