"""What an office is made of: its areas, rooms and doors, and the habits of its entrance.

Everything here is configuration: another office changes a file and not the program.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import NewType
from zoneinfo import ZoneInfo

from kiosk.core.house_rules import HouseRules
from kiosk.core.opening_hours import OpeningHours, Span

AreaId = NewType("AreaId", str)
RoomId = NewType("RoomId", str)
DoorId = NewType("DoorId", str)
ReasonId = NewType("ReasonId", str)
MessageId = NewType("MessageId", str)

FALLBACK_LANGUAGE = "de"

LONGEST_MESSAGE = 160
"""How many characters visitors read in passing, at a door that is held."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the office's own, in each language in which the office gives it; German is always there.

    `texts` holds pairs of a language (ISO 639-1) and the text, so that the value stays hashable.
    """

    texts: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if FALLBACK_LANGUAGE not in dict(self.texts):
            raise ValueError(f"a wording needs a text in {FALLBACK_LANGUAGE!r}")

    def in_language(self, language: str) -> str:
        """Return the text in `language`, in German where the office has not given it."""
        texts = dict(self.texts)
        return texts.get(language, texts[FALLBACK_LANGUAGE])


class Direction(Enum):
    """Which way people go through a door."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


class WayStep(Enum):
    """One pictogram of the way sketch that leads from the door to a room."""

    STRAIGHT = "straight"
    LEFT = "left"
    RIGHT = "right"
    STAIRS_UP = "stairs-up"
    STAIRS_DOWN = "stairs-down"
    LIFT = "lift"
    DOOR = "door"
    WAITING_AREA = "waiting-area"
    COUNTER = "counter"


USUAL_SLOT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Room:
    """A room in which appointments take place; `slot` is their length where it is not that of the area."""

    id: RoomId
    name: Wording
    way: tuple[WayStep, ...]
    slot: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the house with its rooms; `usual_stay` is assumed until visits have been measured.

    `slot` is how long the appointments are that the desk books; in `breaks`, on every day, it books none.
    `bring` is what visitors are asked to bring, where the letter's own sentence is not what the area needs.
    """

    id: AreaId
    name: Wording
    floor: Wording
    way: tuple[WayStep, ...]
    rooms: tuple[Room, ...]
    hours: OpeningHours
    usual_stay: timedelta
    slot: timedelta = USUAL_SLOT
    breaks: tuple[Span, ...] = ()
    bring: Wording | None = None

    def room(self, room: RoomId) -> Room | None:
        """Return the room of this id, or None if this area has none."""
        return next((each for each in self.rooms if each.id == room), None)

    def slot_in(self, room: RoomId | None) -> timedelta:
        """Return how long appointments are in `room`; None: in an area without rooms."""
        found = None if room is None else self.room(room)
        return self.slot if found is None or found.slot is None else found.slot


@dataclass(frozen=True, slots=True)
class Door:
    """An entrance, an exit or both; `serves` are the areas that are reached through it."""

    id: DoorId
    name: Wording
    direction: Direction
    serves: frozenset[AreaId]
    directions: Wording


@dataclass(frozen=True, slots=True)
class Habits:
    """How the entrance treats time; every value is zero or longer.

    `early` and `late`: the window around the appointment in which its letter admits. `re_entry`: for how
    long after leaving the same letter admits again. `same_scan`: a letter seen again at the same door
    within this time was never taken away. `head_room`: places are kept for appointments that start within
    this time, and for `grace` after their start. `keep_place`: how long a called number may take to come.
    `overdue`: how long past its expected end a visit becomes unclear. `undo`: for how long the staff may take
    back what was done.
    """

    early: timedelta
    late: timedelta
    re_entry: timedelta
    same_scan: timedelta
    head_room: timedelta
    grace: timedelta
    keep_place: timedelta
    overdue: timedelta
    undo: timedelta


@dataclass(frozen=True, slots=True)
class StaffReasons:
    """The reasons that the staff may give, by their short names, in the order in which they are offered."""

    let_in: Mapping[ReasonId, Wording]
    turn_back: Mapping[ReasonId, Wording]
    recount: Mapping[ReasonId, Wording]


@dataclass(frozen=True, slots=True)
class Contacts:
    """How a visitor reaches the office from outside."""

    phone: str
    mail: str
    online: str | None


class Asked(Enum):
    """Whether the desk asks for something, and whether it can be left out."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class DeskHabits:
    """What the phone desk asks of whom it books for, and for how many days ahead it offers times."""

    name: Asked = Asked.OPTIONAL
    contact: Asked = Asked.OPTIONAL
    address: Asked = Asked.NEVER
    days: int = 60


@dataclass(frozen=True, slots=True)
class Office:
    """The whole house as the office's file describes it.

    `messages` are what visitors may be told while admission is stopped, in the order in which the guard is
    offered them. `address` are the lines of its postal address, for the letters; none where it is not told.
    `people_kept_days` is for how many days after that of an appointment it is kept who came.
    """

    name: str
    time_zone: ZoneInfo
    languages: tuple[str, ...]
    contacts: Contacts
    areas: Mapping[AreaId, Area]
    doors: Mapping[DoorId, Door]
    habits: Habits
    rules: HouseRules
    staff_reasons: StaffReasons
    messages: Mapping[MessageId, Wording]
    notes: tuple[Wording, ...]
    desk: DeskHabits = DeskHabits()
    address: tuple[str, ...] = ()
    people_kept_days: int = 0

    def doors_into(self, area: AreaId) -> tuple[Door, ...]:
        """Return the doors through which visitors come into `area`, in the order of the file."""
        return tuple(
            door
            for door in self.doors.values()
            if area in door.serves and door.direction is not Direction.OUT
        )
