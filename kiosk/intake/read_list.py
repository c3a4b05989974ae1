"""A file of whatever format becomes a list of appointments: its content tells what it is."""

import codecs
from collections.abc import Callable
from datetime import datetime

from kiosk.core.list_forms import ListForms
from kiosk.core.office import Office
from kiosk.intake.calendar_list import read_calendar
from kiosk.intake.csv_list import read_csv
from kiosk.intake.listing import AppointmentList

_CALENDAR = b"begin:vcalendar"


def read_list(
    data: bytes,
    office: Office,
    forms: ListForms,
    now: datetime,
    progress: Callable[[int], None] = lambda _lines: None,
) -> AppointmentList:
    """Read a CSV file or a calendar, or raise AppointmentListError, and nothing else, with all errors.

    `now` (aware) is when recurring events are looked at. `progress` is told how many lines have been read.
    """
    if is_calendar(data):
        return read_calendar(data, office, forms.calendar, now, progress)
    return read_csv(data, office, progress, forms.columns)


def is_calendar(data: bytes) -> bool:
    """Say whether a file begins as a calendar does."""
    begin = data.removeprefix(codecs.BOM_UTF8).lstrip()
    return begin[: len(_CALENDAR)].lower() == _CALENDAR
