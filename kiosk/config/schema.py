"""The shape of the whole office's file: which tables it has, and which of them may be left out.

The descriptions end the sentence "is missing: …".
"""

from typing import Annotated

from pydantic import Field

from kiosk.config.fields import Id, Messages, Texts
from kiosk.config.house_tables import (
    AreaTable,
    ContactsTable,
    DoorTable,
    HabitsTable,
    HoursTable,
    OfficeTable,
    ReasonsTable,
    RulesTable,
)
from kiosk.config.program_tables import (
    DeskTable,
    LettersTable,
    ListsTable,
    MailTable,
    PanelTable,
    PrivacyTable,
    ScreenTable,
    SpeechTable,
    StorageTable,
    WebTable,
)
from kiosk.config.table import Table

_CLOSED_FOR_NOW = {
    "closed_for_now": {
        "de": "Der Einlass ist zurzeit geschlossen. Bitte warten Sie draußen.",
        "en": "The entrance is closed at the moment. Please wait outside.",
    }
}


class OfficeFileTable(Table):
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
    notes: list[Texts] = Field(default_factory=list)
