"""The times of a calendar: in UTC, in a zone that the file describes or names, or by the office's clock."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Component as ParsedComponent
from icalendar import Timezone, vDuration
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from kiosk.intake.calendar_lines import Component, Property
from kiosk.intake.cells import FIRST_YEAR, LAST_YEAR, CellError, quoted

_DAY_LENGTH = len("20210920")
_MIDNIGHT = "T000000"
_NO_TIME = ("0",) * 6
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)", re.ASCII)


class Zones:
    """The time zones of a file, by the names that it gives them."""

    def __init__(self, office_zone: ZoneInfo, described: Iterable[Component]) -> None:
        """`described` are the file's VTIMEZONE components."""
        self._office_zone = office_zone
        named = [(each.first("TZID"), each) for each in described]
        self._described = {name.text: each for name, each in named if name is not None}
        self._known: dict[str, tzinfo] = {}

    def moment(self, of: Property) -> datetime | date:
        """Return the time of a property, aware, or the day where it is one for a whole day. Raises CellError.

        A time without a zone is one of the office's clock. Of one that the clocks show twice the first is
        meant; one that they are put forward over is reckoned as if they were not (RFC 5545, 3.3.5).
        """
        return self.moment_in(of, of.value.strip())

    def moments(self, of: Property) -> list[datetime | date]:
        """Return all times of a property that has a list of them. Raises CellError."""
        # A period is a time, a slash, and its end or its length.
        return [self.moment_in(of, item.strip().partition("/")[0]) for item in of.value.split(",")]

    def moment_in(self, of: Property, text: str) -> datetime | date:
        """Return the time that is written as `text` in a property. Raises CellError."""
        if len(text) == _DAY_LENGTH:
            return _parsed(text + _MIDNIGHT).date()
        in_utc = text[-1:] in ("Z", "z")
        local = _parsed(text[:-1] if in_utc else text)
        if in_utc:
            return local.replace(tzinfo=UTC)
        name = of.parameter("TZID")
        return local.replace(tzinfo=self._zone(name) if name else self._office_zone)

    def _zone(self, name: str) -> tzinfo:
        if name not in self._known:
            zone = _by_name(name) or _by_name(WINDOWS_TO_OLSON.get(name, "")) or self._from_file(name)
            if zone is None:
                raise CellError(
                    f"the time zone {quoted(name)} is not known, and no VTIMEZONE of the file describes it: "
                    "write one such as Europe/Berlin"
                )
            self._known[name] = zone
        return self._known[name]

    def _from_file(self, name: str) -> tzinfo | None:
        described = self._described.get(name)
        if described is None:
            return None
        zone = _described(described)
        if zone is None:
            raise CellError(
                f"the VTIMEZONE of {quoted(name)} in line {described.line} cannot be read: "
                "export it anew, or write a zone such as Europe/Berlin"
            )
        return zone


def length(of: Property) -> timedelta:
    """Read a DURATION such as `PT30M`. Raises CellError."""
    try:
        read: timedelta = vDuration.from_ical(of.value.strip())  # type: ignore[no-untyped-call]  # the library's
    except ValueError:
        raise CellError(f"write a duration such as PT30M, not {quoted(of.value)}") from None
    return read


def _parsed(text: str) -> datetime:
    # The library of Python that reads any form takes ten times as long.
    found = _MOMENT.fullmatch(text)
    year, month, day, hour, minute, second = map(int, found.groups() if found else _NO_TIME)
    try:
        read = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the zone stands elsewhere
    except ValueError:
        raise CellError(
            f"write a time such as 20210920T093000, or 20210920T073000Z in UTC, not {quoted(text)}"
        ) from None
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise CellError(f"the year {read.year} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return read


def _by_name(name: str) -> ZoneInfo | None:
    try:
        # Some programs put their own mark before the name: /freeassociation.sourceforge.net/Europe/Berlin.
        return ZoneInfo("/".join(name.split("/")[-2:]) if name.startswith("/") else name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _described(component: Component) -> tzinfo | None:
    """Return the zone that a VTIMEZONE describes, None where it cannot be read."""
    rules = (rule for part in component.components for rule in part.every("RRULE"))
    if not all("FREQ=YEARLY" in rule.value.upper() for rule in rules):
        # Clocks are changed once or twice a year; to reckon with each second would take for ever.
        return None
    try:
        read = ParsedComponent.from_ical(_as_text(component))
        if not isinstance(read, Timezone):
            return None
        zone: tzinfo = read.to_tz(lookup_tzid=False)
        for month in (1, 7):
            datetime(2021, month, 1, tzinfo=zone).utcoffset()
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError):
        return None
    return zone


def _as_text(component: Component) -> bytes:
    lines = [f"BEGIN:{component.name}"]
    lines += (f"{each.name}:{each.value}" for each in component.properties)
    lines += (_as_text(each).decode() for each in component.components)
    return "\r\n".join([*lines, f"END:{component.name}"]).encode()
