"""The shape of the office's file: one model for each table, one field for each key.

The descriptions end the sentence "is missing: …".
"""

from datetime import timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
)

from kiosk.config import written
from kiosk.config.fields import (
    AddressLines,
    AnswerTime,
    DatabaseUrl,
    Day,
    DoorScanner,
    Duration,
    Id,
    KnownArea,
    Language,
    Languages,
    Moment,
    People,
    Pixels,
    Sender,
    SlotLength,
    SomeTime,
    Spans,
    State,
    Text,
    Texts,
    Way,
    one_of,
)
from kiosk.config.mail_settings import MailSecurity
from kiosk.config.speech_settings import Hearing
from kiosk.config.written import miswritten, shown
from kiosk.core.door_devices import (
    NO_CAMERA,
    DoorCamera,
    KeyboardScanner,
)
from kiosk.core.house_rules import MaskKind
from kiosk.core.list_forms import CalendarForms
from kiosk.core.office import LONGEST_MESSAGE, USUAL_SLOT, Asked, DeskHabits, Direction
from kiosk.core.opening_hours import Span

MOST_DAYS = 366
_USUAL = DoorCamera()
_DESK = DeskHabits()


class _Table(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


class OfficeTable(_Table):
    """`[office]`."""

    name: Text
    time_zone: Annotated[
        ZoneInfo, PlainValidator(written.time_zone), Field(description='write one such as "Europe/Berlin"')
    ]
    state: State | None = None
    languages: Annotated[Languages, Field(description='write a list such as ["de", "en"]')]
    address: AddressLines = []


class ContactsTable(_Table):
    """`[contacts]`."""

    phone: Text
    mail: Text
    online: Text | None = None


class StorageTable(_Table):
    """`[storage]`."""

    database: DatabaseUrl = "sqlite:///kiosk.sqlite"
    key_file: Text = "kiosk.key"
    pin_key_file: Text = "kiosk-pins.key"


class LettersTable(_Table):
    """`[letters]`."""

    texts: Text | None = None


class PrivacyTable(_Table):
    """`[privacy]`."""

    keep: Annotated[int, PlainValidator(written.days)] = 0
    basis: Text | None = None
    letter_folders: Annotated[tuple[str, ...], PlainValidator(written.texts)] = ()


class MailTable(_Table):
    """`[mail]`."""

    server: Annotated[Text, Field(description="write the name of the server that takes the office's mail")]
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Annotated[MailSecurity, one_of(MailSecurity)] = MailSecurity.STARTTLS
    sender: Annotated[Sender, Field(description="write the office's mail address")]
    user: Text | None = None
    password_file: Text | None = None
    ca_file: Text | None = None
    bounces: Text | None = None


class SpeechTable(_Table):
    """`[speech]`."""

    device: Text | None = None
    heard_by: Annotated[Hearing, one_of(Hearing)] = Hearing.LOUDSPEAKER


class ScreenTable(_Table):
    """`[screen]`."""

    answer: AnswerTime = timedelta(seconds=12)
    keypad_tries: Annotated[int, Field(ge=1, le=100)] = 5
    keypad_pause: SomeTime = timedelta(seconds=30)
    reduced_motion: bool = False


Headings = Annotated[tuple[str, ...], PlainValidator(written.texts)]
Properties = Annotated[tuple[str, ...], PlainValidator(written.calendar_properties)]


class ColumnsTable(_Table):
    """`[lists.columns]`."""

    date: Headings = ()
    time: Headings = ()
    area: Headings = ()
    room: Headings = ()
    party: Headings = ()
    duration: Headings = ()
    id: Headings = ()
    language: Headings = ()
    status: Headings = ()
    name: Headings = ()
    contact: Headings = ()


_USUAL_CALENDAR = CalendarForms()


class CalendarTable(_Table):
    """`[lists.calendar]`."""

    area: Properties = _USUAL_CALENDAR.area
    room: Properties = _USUAL_CALENDAR.room
    party: Properties = _USUAL_CALENDAR.party
    language: Properties = _USUAL_CALENDAR.language
    name: Properties = _USUAL_CALENDAR.name
    contact: Properties = _USUAL_CALENDAR.contact
    usual_area: KnownArea | None = None


class ListsTable(_Table):
    """`[lists]`."""

    folder: Text | None = None
    columns: ColumnsTable = ColumnsTable()
    calendar: CalendarTable = CalendarTable()


class PanelTable(_Table):
    """`[panel]`."""

    daily_test: bool = False


class DeskTable(_Table):
    """`[desk]`."""

    name: Annotated[Asked, one_of(Asked)] = _DESK.name
    contact: Annotated[Asked, one_of(Asked)] = _DESK.contact
    address: Annotated[Asked, one_of(Asked)] = _DESK.address
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = _DESK.days
    printer: Text | None = None


class WebTable(_Table):
    """`[web]`."""

    wall: bool = False
    metrics_token_file: Text | None = None


class HabitsTable(_Table):
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


class HoursTable(_Table):
    """`[hours]` of the office, and `hours` of an area; a weekday that is missing here is None."""

    monday: Spans | None = None
    tuesday: Spans | None = None
    wednesday: Spans | None = None
    thursday: Spans | None = None
    friday: Spans | None = None
    saturday: Spans | None = None
    sunday: Spans | None = None
    exceptions: dict[Day, Spans] = {}

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


class RoomTable(_Table):
    """`[areas.AREA.rooms]`, one room."""

    name: Texts
    way: Way = []
    slot: SlotLength | None = None


class AreaTable(_Table):
    """`[areas.AREA]`."""

    name: Texts
    floor: Texts
    way: Way = []
    usual_stay: SomeTime
    slot: SlotLength = USUAL_SLOT
    breaks: Spans = ()
    hours: HoursTable = HoursTable()
    bring: Texts | None = None
    rooms: dict[Id, RoomTable] = {}


class CameraTable(_Table):
    """`[doors.DOOR.camera]`."""

    source: Text = _USUAL.source
    width: Pixels = _USUAL.wishes.width
    height: Pixels = _USUAL.wishes.height
    exposure_ms: Annotated[float, Field(ge=0.1, le=1000)] | None = None
    focus: Annotated[int, Field(ge=0, le=10_000)] | None = None
    mirrored: bool = False


def _a_camera(value: str) -> str:
    if value == NO_CAMERA:
        raise miswritten(f"{shown(value)} is no camera: leave out this table, or write [doors.DOOR.camera]")
    return value


class OneOfCamerasTable(CameraTable):
    """`[[doors.DOOR.cameras]]`: one of several cameras at a door."""

    source: Annotated[
        Text, AfterValidator(_a_camera), Field(description="write a camera as `kiosk camera list` names it")
    ]


class DoorTable(_Table):
    """`[doors.DOOR]`."""

    name: Texts
    direction: Annotated[Direction, one_of(Direction), Field(description='write "in", "out" or "both"')]
    serves: Annotated[list[KnownArea], Field(min_length=1, description="write a list of the areas behind it")]
    directions: Texts
    camera: CameraTable = CameraTable()
    cameras: Annotated[list[OneOfCamerasTable], Field(min_length=1)] = []
    scanner: DoorScanner = KeyboardScanner()


class CapTable(_Table):
    """`[[rules.cap]]`."""

    since: Moment
    building: People
    areas: dict[KnownArea, People] = {}
    source: Text


class MaskTable(_Table):
    """`[[rules.mask]]`."""

    since: Moment
    kind: Annotated[MaskKind, one_of(MaskKind), Field(description='write "none", "medical" or "ffp2"')]
    off_at_desk: Annotated[bool, Field(description="write true or false")]
    exempt_below_age: Annotated[int, Field(ge=0, le=120, description="write an age in years, 0 for nobody")]
    exempt_by_certificate: Annotated[bool, Field(description="write true or false")]
    source: Text


class RulesTable(_Table):
    """`[rules]`."""

    cap: Annotated[list[CapTable], Field(min_length=1, description="write a table [[rules.cap]]")]
    mask: Annotated[list[MaskTable], Field(min_length=1, description="write a table [[rules.mask]]")]


Reasons = Annotated[
    dict[Id, Texts], Field(min_length=1, description='write a reason such as other = { de = "…", en = "…" }')
]
_ANY_REASON = {"other": {"de": "Anderer Grund", "en": "Another reason"}}


class ReasonsTable(_Table):
    """`[reasons]`."""

    let_in: Reasons = _ANY_REASON
    turn_back: Reasons = _ANY_REASON
    recount: Reasons = _ANY_REASON


MOST_MESSAGES = 8


def _short_enough(value: str) -> str:
    if len(value) > LONGEST_MESSAGE:
        raise miswritten(
            f"must not have more than {LONGEST_MESSAGE} characters, not {len(value)}: it is read in passing"
        )
    return value


MessageTexts = Annotated[
    dict[Language, Annotated[Text, AfterValidator(_short_enough)]],
    BeforeValidator(written.wording),
    AfterValidator(written.needs_german),
    Field(description='write one German text, or a table such as { de = "…", en = "…" }'),
]


def _not_too_many(value: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    if len(value) > MOST_MESSAGES:
        raise miswritten(
            f"must not hold more than {MOST_MESSAGES} messages, not {len(value)}: they stand side by side "
            f"on the guard's panel"
        )
    return value


Messages = Annotated[
    dict[Id, MessageTexts],
    AfterValidator(_not_too_many),
    Field(min_length=1, description='write a message such as lunch = { de = "…", en = "…" }'),
]
_CLOSED_FOR_NOW = {
    "closed_for_now": {
        "de": "Der Einlass ist zurzeit geschlossen. Bitte warten Sie draußen.",
        "en": "The entrance is closed at the moment. Please wait outside.",
    }
}


class OfficeFileTable(_Table):
    """The whole file."""

    office: Annotated[OfficeTable, Field(description="write the table [office]")]
    contacts: Annotated[ContactsTable, Field(description="write the table [contacts]")]
    storage: StorageTable = StorageTable()
    letters: LettersTable = LettersTable()
    mail: MailTable | None = None
    screen: ScreenTable = ScreenTable()
    speech: SpeechTable = SpeechTable()
    panel: PanelTable = PanelTable()
    desk: DeskTable = DeskTable()
    web: WebTable = WebTable()
    lists: ListsTable = ListsTable()
    privacy: PrivacyTable = PrivacyTable()
    habits: Annotated[HabitsTable, Field(description="write the table [habits]")]
    hours: Annotated[HoursTable, Field(description="write the table [hours]")]
    areas: Annotated[dict[Id, AreaTable], Field(min_length=1, description="write a table [areas.NAME]")]
    doors: Annotated[dict[Id, DoorTable], Field(min_length=1, description="write a table [doors.NAME]")]
    rules: Annotated[RulesTable, Field(description="write the tables [[rules.cap]] and [[rules.mask]]")]
    reasons: ReasonsTable = ReasonsTable()
    messages: Messages = _CLOSED_FOR_NOW
    notes: list[Texts] = []
