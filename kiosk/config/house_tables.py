"""The tables that describe the house, its doors and its rules: another office or ordinance changes these.

One model for each table, one field for each key. The descriptions end the sentence "is missing: …".
"""

from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, PlainValidator

from kiosk.config import written
from kiosk.config.fields import (
    AddressLines,
    CameraSource,
    Day,
    DoorScanner,
    Duration,
    Id,
    KnownArea,
    Languages,
    Moment,
    People,
    Pixels,
    Reasons,
    SlotLength,
    SomeTime,
    Spans,
    State,
    Text,
    Texts,
    Way,
    one_of,
)
from kiosk.config.table import Table
from kiosk.core.door_devices import DoorCamera, KeyboardScanner
from kiosk.core.house_rules import MaskKind
from kiosk.core.office import USUAL_SLOT, Direction
from kiosk.core.opening_hours import Span

_USUAL = DoorCamera()
_ANY_REASON = {"other": {"de": "Anderer Grund", "en": "Another reason"}}


class OfficeTable(Table):
    """`[office]`."""

    name: Text
    time_zone: Annotated[
        ZoneInfo, PlainValidator(written.time_zone), Field(description='write one such as "Europe/Berlin"')
    ]
    state: State | None = None
    languages: Annotated[Languages, Field(description='write a list such as ["de", "en"]')]
    address: AddressLines = Field(default_factory=list)


class ContactsTable(Table):
    """`[contacts]`."""

    phone: Text
    mail: Text
    online: Text | None = None


class HabitsTable(Table):
    """`[habits]`."""

    early: Duration
    late: Duration
    re_entry: Duration
    same_scan: Duration
    head_room: Duration
    grace: Duration
    keep_place: Duration
    overdue: Duration
    undo: Duration = timedelta(minutes=10)


class HoursTable(Table):
    """`[hours]` of the office, and `hours` of an area; a weekday that is missing here is None."""

    monday: Spans | None = None
    tuesday: Spans | None = None
    wednesday: Spans | None = None
    thursday: Spans | None = None
    friday: Spans | None = None
    saturday: Spans | None = None
    sunday: Spans | None = None
    exceptions: dict[Day, Spans] = Field(default_factory=dict)

    @property
    def weekly(self) -> dict[int, tuple[Span, ...]]:
        """The weekdays that are given (0 = Monday)."""
        week = (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )
        return {weekday: spans for weekday, spans in enumerate(week) if spans is not None}


class RoomTable(Table):
    """`[areas.AREA.rooms]`, one room."""

    name: Texts
    way: Way = Field(default_factory=list)
    slot: SlotLength | None = None


class AreaTable(Table):
    """`[areas.AREA]`."""

    name: Texts
    floor: Texts
    way: Way = Field(default_factory=list)
    usual_stay: SomeTime
    slot: SlotLength = USUAL_SLOT
    breaks: Spans = ()
    hours: HoursTable = HoursTable()
    bring: Texts | None = None
    rooms: dict[Id, RoomTable] = Field(default_factory=dict)


class CameraTable(Table):
    """`[doors.DOOR.camera]`."""

    source: Text = _USUAL.source
    width: Pixels = _USUAL.wishes.width
    height: Pixels = _USUAL.wishes.height
    exposure_ms: Annotated[float, Field(ge=0.1, le=1000)] | None = None
    focus: Annotated[int, Field(ge=0, le=10_000)] | None = None
    mirrored: bool = False


class OneOfCamerasTable(CameraTable):
    """`[[doors.DOOR.cameras]]`: one of several cameras at a door."""

    source: CameraSource


class DoorTable(Table):
    """`[doors.DOOR]`."""

    name: Texts
    direction: Annotated[Direction, one_of(Direction), Field(description='write "in", "out" or "both"')]
    serves: Annotated[list[KnownArea], Field(min_length=1, description="write a list of the areas behind it")]
    directions: Texts
    camera: CameraTable = CameraTable()
    cameras: Annotated[list[OneOfCamerasTable], Field(min_length=1, default_factory=list)]
    scanner: DoorScanner = KeyboardScanner()


class CapTable(Table):
    """`[[rules.cap]]`."""

    since: Moment
    building: People
    areas: dict[KnownArea, People] = Field(default_factory=dict)
    source: Text


class MaskTable(Table):
    """`[[rules.mask]]`."""

    since: Moment
    kind: Annotated[MaskKind, one_of(MaskKind), Field(description='write "none", "medical" or "ffp2"')]
    off_at_desk: Annotated[bool, Field(description="write true or false")]
    exempt_below_age: Annotated[int, Field(ge=0, le=120, description="write an age in years, 0 for nobody")]
    exempt_by_certificate: Annotated[bool, Field(description="write true or false")]
    source: Text


class RulesTable(Table):
    """`[rules]`."""

    cap: Annotated[list[CapTable], Field(min_length=1, description="write a table [[rules.cap]]")]
    mask: Annotated[list[MaskTable], Field(min_length=1, description="write a table [[rules.mask]]")]


class ReasonsTable(Table):
    """`[reasons]`."""

    let_in: Reasons = _ANY_REASON
    turn_back: Reasons = _ANY_REASON
    recount: Reasons = _ANY_REASON
