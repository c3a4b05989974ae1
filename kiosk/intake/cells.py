"""How dates, times, numbers and words stand in a list's cells, in German, English and ISO notation.

Each function takes a cell's text without the blanks around it, and raises CellError for what it cannot read.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from kiosk.core.appointment import AppointmentStatus

FIRST_YEAR, LAST_YEAR = 2000, 2099
LARGEST_PARTY = 99
LONGEST = timedelta(hours=12)
LONGEST_TEXT = 200

_SHOWN_LENGTH = 40
_GERMAN_DATE = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TIME = re.compile(r"(\d{1,2})(?::(\d\d)(?::00)?|\.(\d\d))?( Uhr)?")
_MINUTES = re.compile(r"(\d{1,4})(?: ?(?:min|min\.|Min|Min\.|Minuten|minutes))?")
_HOURS = re.compile(
    r"(\d{1,2}) ?(?:h|Std\.|Stunden?|hours?)(?: ?(\d{1,2}) ?(?:min|Min\.?|Minuten|minutes)?)?"
)
_CLOCK_LENGTH = re.compile(r"(\d{1,2}):(\d\d)(?::00)?")

_STATUS = {
    "gebucht": AppointmentStatus.BOOKED,
    "bestätigt": AppointmentStatus.BOOKED,
    "geplant": AppointmentStatus.BOOKED,
    "booked": AppointmentStatus.BOOKED,
    "confirmed": AppointmentStatus.BOOKED,
    "abgesagt": AppointmentStatus.CANCELLED,
    "storniert": AppointmentStatus.CANCELLED,
    "entfällt": AppointmentStatus.CANCELLED,
    "cancelled": AppointmentStatus.CANCELLED,
    "canceled": AppointmentStatus.CANCELLED,
}
_LANGUAGES = {
    "deutsch": "de",
    "german": "de",
    "leichte sprache": "de-simple",
    "plain german": "de-simple",
    "englisch": "en",
    "english": "en",
    "arabisch": "ar",
    "arabic": "ar",
    "farsi": "fa",
    "persisch": "fa",
    "russisch": "ru",
    "russian": "ru",
    "türkisch": "tr",
    "turkish": "tr",
    "ukrainisch": "uk",
    "ukrainian": "uk",
}


class CellError(ValueError):
    """Raised for a cell that cannot be read; its text says what is wrong and what would be right."""


def quoted(cell: str) -> str:
    """Return the cell for a message, cut when it is long."""
    return f"“{cell}”" if len(cell) <= _SHOWN_LENGTH else f"“{cell[:_SHOWN_LENGTH]}…”"


def nearest(cell: str, known: Iterable[str]) -> str:
    """Return a sentence with the known word that resembles the cell most, or else with all of them."""
    words = list(known)
    similar = get_close_matches(cell, words, n=1)
    return f"did you mean “{similar[0]}”?" if similar else f"known are: {', '.join(words)}"


def day(cell: str) -> date:
    """Read `20.09.2021`, `20.9.21` or `2021-09-20`, of the years from FIRST_YEAR to LAST_YEAR."""
    if german := _GERMAN_DATE.fullmatch(cell):
        day_, month, year = (int(part) for part in german.groups())
        year += 2000 if len(german[3]) == len("21") else 0
    elif iso := _ISO_DATE.fullmatch(cell):
        year, month, day_ = (int(part) for part in iso.groups())
    else:
        raise CellError(f"write a date such as 20.09.2021 or 2021-09-20, not {quoted(cell)}")
    try:
        read = date(year, month, day_)
    except ValueError:
        raise CellError(f"there is no day {quoted(cell)} in the calendar") from None
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise CellError(f"the year {read.year} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return read


def clock(cell: str) -> time:
    """Read `8:30`, `08:30:00`, `8.30 Uhr` or `8 Uhr`."""
    found = _TIME.fullmatch(cell)
    if found is None or (":" not in cell and found[4] is None):
        raise CellError(f"write a time such as 08:30, not {quoted(cell)}")
    try:
        return time(int(found[1]), int(found[2] or found[3] or 0))
    except ValueError:
        raise CellError(f"there is no time {quoted(cell)}; times run from 00:00 to 23:59") from None


def moment(on: date, at: time, zone: ZoneInfo) -> tuple[datetime, bool]:
    """Return when the office's clock shows this, in UTC, and whether it does so twice.

    Of the two the first is meant. Raises CellError for a time over which the clocks are put forward.
    """
    local = datetime.combine(on, at, tzinfo=zone)
    utc = local.astimezone(UTC)
    if utc.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise CellError(f"on {on} the clocks are put forward over {at:%H:%M}: this time does not exist")
    return utc, local.utcoffset() != local.replace(fold=1).utcoffset()


def duration(cell: str) -> timedelta:
    """Read `30`, `30 min`, `1 h`, `1 h 30 min` or `1:30`, from a minute to LONGEST."""
    if minutes := _MINUTES.fullmatch(cell):
        read = timedelta(minutes=int(minutes[1]))
    elif parts := _HOURS.fullmatch(cell) or _CLOCK_LENGTH.fullmatch(cell):
        read = timedelta(hours=int(parts[1]), minutes=int(parts[2] or 0))
    else:
        raise CellError(f"write a duration in minutes, such as 30, or as 0:30, not {quoted(cell)}")
    if not timedelta(0) < read <= LONGEST:
        raise CellError(f"an appointment takes from 1 minute to {LONGEST // timedelta(hours=1)} hours")
    return read


def party(cell: str) -> int:
    """Read how many people come, from 1 to LARGEST_PARTY."""
    if not (cell.isascii() and cell.isdecimal() and 1 <= int(cell[:10]) <= LARGEST_PARTY):
        raise CellError(f"write how many people come, from 1 to {LARGEST_PARTY}, not {quoted(cell)}")
    return int(cell)


def status(cell: str) -> AppointmentStatus:
    """Read a word for booked or cancelled."""
    try:
        return _STATUS[cell.casefold()]
    except KeyError:
        known = nearest(cell.casefold(), _STATUS)
        raise CellError(f"the status {quoted(cell)} is unknown; {known}") from None


def language(cell: str) -> str:
    """Read a language by its tag, such as uk, nds or de-simple, or by its name."""
    word = cell.casefold()
    if re.fullmatch("[a-z]{2,3}(-[a-z]{5,8})?", word):
        return word
    if word not in _LANGUAGES:
        raise CellError(f"write a language by its two letters, such as de or en, not {quoted(cell)}")
    return _LANGUAGES[word]


def text(cell: str) -> str:
    """Read a text of one line, at most LONGEST_TEXT long."""
    if len(cell) > LONGEST_TEXT:
        raise CellError(f"a text has at most {LONGEST_TEXT} letters, not {len(cell)}")
    if not cell.isprintable():
        raise CellError("a text stands on one line and holds no control characters")
    return cell


def one_of(cell: str, names: Mapping[str, str], what: str, where: str = "") -> str:
    """Return what the cell names: `names` maps each name in small letters to the thing's short name."""
    named = names.get(cell.casefold())
    if named is None:
        known = nearest(cell.casefold(), dict.fromkeys(names.values()))
        raise CellError(f"there is no {what} {quoted(cell)}{where}; {known}")
    return named
