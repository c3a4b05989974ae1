"""What a single value of the office's file may be, and what is said of one that is something else.

The descriptions end the sentence "is missing: …". What a value needs to know of other parts of the file, the
short names of the areas and the time zone, comes in by the validation's context.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, ValidationInfo

from kiosk.config import public_holidays, written
from kiosk.config.written import miswritten, nearest, shown
from kiosk.core.door_devices import NO_CAMERA, SCANNER_FORMS, Scanner, scanner_of
from kiosk.core.office import LONGEST_MESSAGE, WayStep
from kiosk.core.opening_hours import Span
from kiosk.core.person import is_mail_address

MOST_PEOPLE = 100_000
MOST_ADDRESS_LINES = 3
MOST_MESSAGES = 8
SQLITE = "sqlite:///"
DATABASE_SCHEMES = (SQLITE, "postgresql://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Known:
    """What a part of the file needs to know of the others. `zone` is None while it is miswritten itself."""

    areas: tuple[str, ...]
    zone: ZoneInfo | None


def _known(info: ValidationInfo) -> Known:
    if not isinstance(info.context, Known):
        raise TypeError("the office's file is validated with what is Known of it as context")
    return info.context


def _known_area(value: str, info: ValidationInfo) -> str:
    areas = list(_known(info).areas)
    if value not in areas:
        raise miswritten(f"there is no area {shown(value)}; {nearest(value, areas)}")
    return value


def _moment(value: object, info: ValidationInfo) -> datetime:
    return written.moment(value, _known(info).zone)


def _state(value: str) -> str:
    if not public_holidays.is_known(value):
        raise miswritten(f'write a state by its ISO 3166-2 code, such as "DE-ST", not {shown(value)}')
    return value


def _languages(value: list[str]) -> list[str]:
    if "de" not in value:
        raise miswritten('"de" is missing: every text of the program and the office exists in German')
    return list(dict.fromkeys(value))


def _address(value: list[str]) -> list[str]:
    if len(value) > MOST_ADDRESS_LINES:
        raise miswritten(f"has to be {MOST_ADDRESS_LINES} lines or fewer, street and town, not {len(value)}")
    return value


def _sender(value: str) -> str:
    if not is_mail_address(value):
        raise miswritten(f"write one mail address, not {shown(value)}")
    return value


def _database(value: str) -> str:
    # The value is not shown: it may hold a password.
    if not value.startswith(DATABASE_SCHEMES):
        raise miswritten(f"write an address that begins with {' or '.join(DATABASE_SCHEMES)}")
    return value


def _scanner(value: object) -> Scanner:
    try:
        return scanner_of(value if isinstance(value, str) else "")
    except ValueError:
        raise miswritten(f"write {SCANNER_FORMS}, not {shown(value)}") from None


def _a_camera(value: str) -> str:
    if value == NO_CAMERA:
        raise miswritten(f"{shown(value)} is no camera: leave out this table, or write [doors.DOOR.camera]")
    return value


def _short_enough(value: str) -> str:
    if len(value) > LONGEST_MESSAGE:
        raise miswritten(
            f"must not have more than {LONGEST_MESSAGE} characters, not {len(value)}: it is read in passing"
        )
    return value


def _not_too_many(value: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    if len(value) > MOST_MESSAGES:
        raise miswritten(
            f"must not hold more than {MOST_MESSAGES} messages, not {len(value)}: they stand side by side "
            f"on the guard's panel"
        )
    return value


_Choice = TypeVar("_Choice", bound=Enum)


def one_of(choices: type[_Choice]) -> PlainValidator:
    """Return what takes the words of `choices`, and names the nearest for another."""
    words = [choice.value for choice in choices]

    def read(value: object) -> _Choice:
        if value not in words:
            raise miswritten(f"{shown(value)} is unknown; {nearest(str(value), words)}")
        return choices(value)

    return PlainValidator(read)


Text = Annotated[str, AfterValidator(written.text), Field(description="write a text in quotes")]
Id = Annotated[str, AfterValidator(written.identifier)]
Language = Annotated[str, AfterValidator(written.language)]
Texts = Annotated[
    dict[Language, Text],
    BeforeValidator(written.wording),
    AfterValidator(written.needs_german),
    Field(description='write one German text, or a table such as { de = "…", en = "…" }'),
]
Duration = Annotated[
    timedelta, PlainValidator(written.duration), Field(description='write a duration such as "15 min"')
]
AnswerTime = Annotated[
    timedelta, PlainValidator(written.answer_time), Field(description='write a duration such as "12 s"')
]
SomeTime = Annotated[
    timedelta, PlainValidator(written.some_time), Field(description='write a duration such as "15 min"')
]
SlotLength = Annotated[timedelta, PlainValidator(written.slot)]
Spans = Annotated[tuple[Span, ...], PlainValidator(written.spans)]
Day = Annotated[date, PlainValidator(written.day_of_key)]
KnownArea = Annotated[str, AfterValidator(_known_area)]
Moment = Annotated[
    datetime,
    PlainValidator(_moment),
    Field(description="write the date from which it holds, such as 2021-11-24"),
]
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE, description="write a number of people")]
Pixels = Annotated[int, Field(ge=160, le=8192)]
Way = list[Annotated[WayStep, one_of(WayStep)]]
State = Annotated[str, AfterValidator(_state)]
Languages = Annotated[list[Language], AfterValidator(_languages)]
AddressLines = Annotated[list[Text], AfterValidator(_address)]
Sender = Annotated[Text, AfterValidator(_sender)]
DatabaseUrl = Annotated[str, AfterValidator(_database)]
DoorScanner = Annotated[Scanner, PlainValidator(_scanner)]
Headings = Annotated[tuple[str, ...], PlainValidator(written.texts)]
Properties = Annotated[tuple[str, ...], PlainValidator(written.calendar_properties)]
CameraSource = Annotated[
    Text, AfterValidator(_a_camera), Field(description="write a camera as `kiosk camera list` names it")
]
Reasons = Annotated[
    dict[Id, Texts], Field(min_length=1, description='write a reason such as other = { de = "…", en = "…" }')
]
MessageTexts = Annotated[
    dict[Language, Annotated[Text, AfterValidator(_short_enough)]],
    BeforeValidator(written.wording),
    AfterValidator(written.needs_german),
    Field(description='write one German text, or a table such as { de = "…", en = "…" }'),
]
Messages = Annotated[
    dict[Id, MessageTexts],
    AfterValidator(_not_too_many),
    Field(min_length=1, description='write a message such as lunch = { de = "…", en = "…" }'),
]
