"""How an office's own programs write their lists of appointments, as far as that is for the office to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kiosk.core.office import AreaId

AREA_PROPERTIES = ("X-KIOSK-AREA", "CATEGORIES", "LOCATION")
ROOM_PROPERTIES = ("X-KIOSK-ROOM", "LOCATION")
PARTY_PROPERTIES = ("X-KIOSK-PARTY",)
LANGUAGE_PROPERTIES = ("X-KIOSK-LANGUAGE",)
NAME_PROPERTIES = ("X-KIOSK-NAME",)
CONTACT_PROPERTIES = ("X-KIOSK-CONTACT",)


@dataclass(frozen=True, slots=True)
class CalendarForms:
    """In which properties of a calendar's events a thing is looked for, the first that tells it first.

    `usual_area` is that of events which name none; None: such an event is an error.
    """

    area: tuple[str, ...] = AREA_PROPERTIES
    room: tuple[str, ...] = ROOM_PROPERTIES
    party: tuple[str, ...] = PARTY_PROPERTIES
    language: tuple[str, ...] = LANGUAGE_PROPERTIES
    name: tuple[str, ...] = NAME_PROPERTIES
    contact: tuple[str, ...] = CONTACT_PROPERTIES
    usual_area: AreaId | None = None


@dataclass(frozen=True, slots=True)
class ListForms:
    """`columns` are headings of CSV files beside those that are always known, by what they are about."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    calendar: CalendarForms = CalendarForms()
