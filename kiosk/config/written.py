"""How durations, spans of hours, dates and names are written in the office's file.

Each function takes what stands in the TOML file, whatever it is, and returns the value, or raises
MiswrittenError.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.core.opening_hours import Span

LONGEST_KEPT = 365

_SHOWN_LENGTH = 40
# Hours, minutes and seconds, each of which may be missing; a blank may stand after a unit that is there.
_DURATION = re.compile(r"(?:(\d{1,3}) ?h)?(?:(?<=h) )?(?:(\d{1,4}) ?min)?(?:(?<=[hn]) )?(?:(\d{1,5}) ?s)?")
_DAYS = re.compile(r"(\d{1,4}) ?days?")
_SPAN = re.compile(r"(\d{1,2}:\d\d) ?[-–] ?(\d{1,2}:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PROPERTY = re.compile(r"[A-Z0-9-]{1,60}")
_ID = re.compile(r"[\w.-]{1,40}")

SHORTEST_SLOT = timedelta(minutes=5)
SHORTEST_ANSWER = timedelta(seconds=8)
_MINUTE = timedelta(minutes=1)

Step = str | int


class MiswrittenError(ValueError):
    """Raised for a value that is not written as it should be, with all that is wrong in it.

    `faults` holds pairs of the place below the value (empty for the value itself) and the sentence.
    """

    def __init__(self, *faults: tuple[tuple[Step, ...], str]) -> None:
        super().__init__("; ".join(sentence for _, sentence in faults))
        self.faults = faults


def miswritten(sentence: str) -> MiswrittenError:
    """Return the error for a value that is wrong as a whole."""
    return MiswrittenError(((), sentence))


def shown(value: object) -> str:
    """Return `value` for an error message: as it would stand in the file, and cut when it is long."""
    match value:
        case bool():
            text = str(value).lower()
        case str():
            text = '"' + value.replace("\n", " ") + '"'
        case datetime() | date() | time():
            text = value.isoformat()
        case list():
            text = "a list"
        case dict():
            text = "a table"
        case _:
            text = repr(value)
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def nearest(wrong: str, known: list[str]) -> str:
    """Return a sentence with the known word that resembles `wrong` most, or else with all known words."""
    similar = get_close_matches(wrong, known, n=1)
    if similar:
        return f'did you mean "{similar[0]}"?'
    return f"known are: {', '.join(known)}"


def duration(value: object) -> timedelta:
    """Read `15 min`, `1 h 30 min` or `45 s`."""
    wanted = f'write a duration such as "15 min" or "1 h 30 min", not {shown(value)}'
    found = _DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or not any(found.groups()):
        raise miswritten(wanted)
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def some_time(value: object) -> timedelta:
    """Read a duration that is longer than nothing."""
    read = duration(value)
    if not read:
        raise miswritten(f"has to be longer than nothing, not {shown(value)}")
    return read


def answer_time(value: object) -> timedelta:
    """Read how long an answer is shown."""
    read = duration(value)
    if read < SHORTEST_ANSWER:
        raise miswritten(f"an answer is read for {SHORTEST_ANSWER.seconds} s or longer, not {shown(value)}")
    return read


def slot(value: object) -> timedelta:
    """Read the length of an appointment."""
    read = duration(value)
    if read < SHORTEST_SLOT:
        raise miswritten(f"an appointment takes {SHORTEST_SLOT // _MINUTE} min or longer, not {shown(value)}")
    return read


def days(value: object) -> int:
    """Read a number of days, such as `7 days`, at most LONGEST_KEPT."""
    found = _DAYS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) > LONGEST_KEPT:
        raise miswritten(f'write a number of days from "0 days" to "{LONGEST_KEPT} days", not {shown(value)}')
    return int(found[1])


def spans(value: object) -> tuple[Span, ...]:
    """Read the spans of a day, such as `["08:00-12:00", "13:00-16:00"]`; an empty list is a closed day."""
    if not isinstance(value, list):
        raise miswritten(f'write a list such as ["08:00-16:00"], [] for a closed day, not {shown(value)}')
    faults: list[tuple[tuple[Step, ...], str]] = []
    read: list[tuple[Span, int]] = []
    for index, each in enumerate(value):
        try:
            read.append((_span(each), index))
        except MiswrittenError as error:
            faults.append(((index,), str(error)))
    read.sort(key=lambda pair: (pair[0].start, pair[0].end))
    for (before, _), (after, index) in pairwise(read):
        if after.start < before.end:
            faults.append(
                ((index,), f"begins at {after.start:%H:%M}, before the one until {before.end:%H:%M} is over")
            )
    if faults:
        raise MiswrittenError(*faults)
    return tuple(span for span, _ in read)


def _span(value: object) -> Span:
    found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise miswritten(f'write a span such as "08:00-16:00", not {shown(value)}')
    start, end = (_time_of_day(text) for text in found.groups())
    if start >= end:
        raise miswritten(f"has to end after it starts, not {shown(value)}")
    return Span(start, end)


def _time_of_day(text: str) -> time:
    hours, minutes = (int(part) for part in text.split(":"))
    try:
        return time(hours, minutes)
    except ValueError:
        raise miswritten(f"there is no time {text}; times run from 00:00 to 23:59") from None


def day_of_key(value: str) -> date:
    """Read a date that stands as a key, such as `2021-12-24`."""
    if not _DAY.fullmatch(value):
        raise miswritten("write the date as a key such as 2021-12-24")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise miswritten(f"there is no day {value} in the calendar") from None


def moment(value: object, zone: ZoneInfo | None) -> datetime:
    """Read a date or a time as TOML writes them and return it in UTC.

    A date means its midnight. Without a time zone it means the office's `zone`, of a time that the clocks
    show twice the first; while that zone is not known (None), UTC stands for it.
    """
    match value:
        case datetime():
            local = value
        case date():
            local = datetime.combine(value, time.min)
        case _:
            raise miswritten(
                f"write a date without quotes, such as 2021-11-24 or 2021-11-24 06:00:00, not {shown(value)}"
            )
    if local.tzinfo is None:
        local = local.replace(tzinfo=zone or UTC)
    try:
        utc = local.astimezone(UTC)
        shown_by_clocks = utc.astimezone(local.tzinfo).replace(tzinfo=None)
    except OverflowError:
        raise miswritten(f"{shown(value)} is outside of the calendar") from None
    if shown_by_clocks != local.replace(tzinfo=None):
        raise miswritten(f"the clocks are put forward over {shown(value)}: this time does not exist")
    return utc


def time_zone(value: object) -> ZoneInfo:
    """Read the name of a time zone."""
    try:
        # The type is checked here, since ZoneInfo raises what it likes for anything but a text.
        return ZoneInfo(value if isinstance(value, str) else "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise miswritten(f'write a time zone such as "Europe/Berlin", not {shown(value)}') from None


def texts(value: object) -> tuple[str, ...]:
    """Read a text, or a list of texts, none of which is empty."""
    each = value if isinstance(value, list) else [value]
    read = tuple(one.strip() for one in each if isinstance(one, str) and one.strip())
    if len(read) < len(each):
        raise miswritten(f'write a text in quotes, or a list such as ["Tag", "Termin"], not {shown(value)}')
    return read


def calendar_properties(value: object) -> tuple[str, ...]:
    """Read the names of properties of a calendar's events, such as `LOCATION`."""
    names = tuple(name.upper() for name in texts(value))
    for name in names:
        if not _PROPERTY.fullmatch(name):
            raise miswritten(f'write names of properties such as "LOCATION", not {shown(name)}')
    return names


def wording(value: object) -> object:
    """Let a single text stand for the German one of a table of languages."""
    return {"de": value} if isinstance(value, str) else value


def needs_german(value: Mapping[str, str]) -> Mapping[str, str]:
    """Demand the German text, which stands in for every language that is missing."""
    if "de" not in value:
        raise miswritten('the German text is missing: write it as de = "…"')
    return value


def language(value: str) -> str:
    """Read a language: its code of ISO 639, perhaps with a variant (BCP 47), such as de, nds or de-simple."""
    if not re.fullmatch("[a-z]{2,3}(-[a-z]{5,8})?", value):
        raise miswritten(f"write a language by its two letters, such as de or en, not {shown(value)}")
    return value


def identifier(value: str) -> str:
    """Read the short name of an area, a room or a door."""
    if not _ID.fullmatch(value):
        raise miswritten("a short name has 1 to 40 letters, digits, full stops, hyphens and underscores")
    return value


def text(value: str) -> str:
    """Read a text that is not empty."""
    if not value.strip():
        raise miswritten("must not be empty")
    return value.strip()
