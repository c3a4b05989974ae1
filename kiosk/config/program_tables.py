"""The tables that say how the program serves the house: other machines or habits of work change these.

One model for each table, one field for each key. The descriptions end the sentence "is missing: …".
"""

from datetime import timedelta
from typing import Annotated

from pydantic import Field, PlainValidator

from kiosk.config import written
from kiosk.config.fields import (
    AnswerTime,
    DatabaseUrl,
    Headings,
    KnownArea,
    Properties,
    Sender,
    SomeTime,
    Text,
    one_of,
)
from kiosk.config.mail_settings import MailSecurity
from kiosk.config.speech_settings import Hearing
from kiosk.config.table import Table
from kiosk.core.list_forms import CalendarForms
from kiosk.core.office import Asked, DeskHabits

MOST_DAYS = 366
_DESK = DeskHabits()
_USUAL_CALENDAR = CalendarForms()


class StorageTable(Table):
    """`[storage]`."""

    database: DatabaseUrl = "sqlite:///kiosk.sqlite"
    key_file: Text = "kiosk.key"
    pin_key_file: Text = "kiosk-pins.key"


class LettersTable(Table):
    """`[letters]`."""

    texts: Text | None = None


class PrivacyTable(Table):
    """`[privacy]`."""

    keep: Annotated[int, PlainValidator(written.days)] = 0
    basis: Text | None = None
    letter_folders: Annotated[tuple[str, ...], PlainValidator(written.texts)] = ()


class MailTable(Table):
    """`[mail]`."""

    server: Annotated[Text, Field(description="write the name of the server that takes the office's mail")]
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    security: Annotated[MailSecurity, one_of(MailSecurity)] = MailSecurity.STARTTLS
    sender: Annotated[Sender, Field(description="write the office's mail address")]
    user: Text | None = None
    password_file: Text | None = None
    ca_file: Text | None = None
    bounces: Text | None = None


class SpeechTable(Table):
    """`[speech]`."""

    device: Text | None = None
    heard_by: Annotated[Hearing, one_of(Hearing)] = Hearing.LOUDSPEAKER


class ScreenTable(Table):
    """`[screen]`."""

    answer: AnswerTime = timedelta(seconds=12)
    keypad_tries: Annotated[int, Field(ge=1, le=100)] = 5
    keypad_pause: SomeTime = timedelta(seconds=30)
    reduced_motion: bool = False


class ColumnsTable(Table):
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


class CalendarTable(Table):
    """`[lists.calendar]`."""

    area: Properties = _USUAL_CALENDAR.area
    room: Properties = _USUAL_CALENDAR.room
    party: Properties = _USUAL_CALENDAR.party
    language: Properties = _USUAL_CALENDAR.language
    name: Properties = _USUAL_CALENDAR.name
    contact: Properties = _USUAL_CALENDAR.contact
    usual_area: KnownArea | None = None


class ListsTable(Table):
    """`[lists]`."""

    folder: Text | None = None
    columns: ColumnsTable = ColumnsTable()
    calendar: CalendarTable = CalendarTable()


class PanelTable(Table):
    """`[panel]`."""

    daily_test: bool = False


class DeskTable(Table):
    """`[desk]`."""

    name: Annotated[Asked, one_of(Asked)] = _DESK.name
    contact: Annotated[Asked, one_of(Asked)] = _DESK.contact
    address: Annotated[Asked, one_of(Asked)] = _DESK.address
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = _DESK.days
    printer: Text | None = None


class WebTable(Table):
    """`[web]`."""

    wall: bool = False
    metrics_token_file: Text | None = None
