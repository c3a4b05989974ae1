"""What the page says, in each of its languages, and how it writes numbers, times and durations.

The texts lie in `kiosk/resources/web/texts_LANGUAGE.toml`. A text that counts has the forms of its language
(`one`, `other`), chosen by the number `n`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

LANGUAGES: Mapping[str, str] = {"de": "Deutsch", "en": "English"}
"""The languages of the page, each by its own name."""

# An English clock in a German office shows 16:05 as well: the doors, the letters and the panels do.
_CLOCK = {False: "HH:mm", True: "HH:mm:ss"}
_SECONDS_A_MINUTE, _MINUTES_AN_HOUR = 60, 60

Texts = Mapping[str, str | Mapping[str, str]]


@cache
def texts_of(language: str) -> Texts:
    """Return all texts of a language by their dotted keys."""
    raw = (files("kiosk") / "resources" / "web" / f"texts_{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(raw), ""))


def _flat(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, str | Mapping[str, str]]]:
    for key, value in table.items():
        if isinstance(value, str) or "other" in value:
            yield above + key, value
        else:
            yield from _flat(value, f"{above}{key}.")


@dataclass(frozen=True, slots=True)
class Words:
    """One language, and the office's time zone."""

    language: str
    zone: ZoneInfo

    @property
    def _locale(self) -> Locale:
        return _LOCALES[self.language]

    def text(self, key: str, **values: object) -> str:
        """Return a text with its values filled in; numbers are written as the language writes them."""
        found = texts_of(self.language)[key]
        if not isinstance(found, str):
            found = found.get(self._locale.plural_form(_counted(values["n"])), found["other"])
        return found.format_map({name: self._shown(value) for name, value in values.items()})

    def number(self, value: float) -> str:
        """Return a number, `1.234` in German."""
        return format_decimal(value, locale=self._locale)

    def percent(self, share: float) -> str:
        """Return a share as per cent."""
        return format_percent(share, locale=self._locale)

    def clock(self, moment: datetime, *, seconds: bool = False) -> str:
        """Return the time that the clock at the office's wall shows."""
        return format_time(moment.astimezone(self.zone), _CLOCK[seconds], locale=self._locale)

    def day(self, day: date) -> str:
        """Return a day with its weekday."""
        return format_date(day, "full", locale=self._locale)

    def weekday(self, day: date) -> str:
        """Return the name of a day's weekday."""
        return format_date(day, "EEEE", locale=self._locale)

    def short_day(self, day: date) -> str:
        """Return a day as it fits into a table."""
        return format_date(day, "EEE d. MMM" if self.language == "de" else "EEE d MMM", locale=self._locale)

    def month(self, day: date) -> str:
        """Return the month of a day with its year."""
        return format_date(day, "LLLL yyyy", locale=self._locale)

    def moment(self, moment: datetime) -> str:
        """Return a day and a time."""
        local = moment.astimezone(self.zone)
        return f"{self.short_day(local.date())}, {self.clock(local)}"

    def dated(self, moment: datetime) -> str:
        """Return a day with its year, and a time."""
        local = moment.astimezone(self.zone)
        return f"{format_date(local.date(), 'long', locale=self._locale)}, {self.clock(local)}"

    def when(self, moment: datetime, now: datetime) -> str:
        """Return a time, with its day unless that is today."""
        is_today = moment.astimezone(self.zone).date() == now.astimezone(self.zone).date()
        return self.clock(moment) if is_today else self.moment(moment)

    def span(self, span: timedelta) -> str:
        """Return a duration in whole minutes, hours from the first hour on; a number keeps its unit."""
        minutes = round(span.total_seconds() / _SECONDS_A_MINUTE)
        hours, rest = divmod(minutes, _MINUTES_AN_HOUR)
        written = [
            format_unit(value, f"duration-{unit}", length="short", locale=self._locale).replace(" ", "\u00a0")
            for value, unit in ((hours, "hour"), (rest, "minute"))
            if value or (unit == "minute" and not hours)
        ]
        return " ".join(written)

    def _shown(self, value: object) -> str:
        return self.number(value) if isinstance(value, int | float) else str(value)


_LOCALES = {"de": Locale("de", "DE"), "en": Locale("en", "GB")}


def _counted(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"a text is chosen by a whole number, not by {value!r}")
    return value


def language_of(wanted: str | None, accepted: str, usual: str) -> str:
    """Return the language to speak: the one that was chosen, else the browser's first that there is.

    `accepted` is the header Accept-Language, whatever it holds.
    """
    if wanted is not None and wanted in LANGUAGES:
        return wanted
    for part in accepted.split(","):
        language = part.split(";")[0].strip().lower().split("-")[0]
        if language in LANGUAGES:
            return language
    return usual if usual in LANGUAGES else "de"
