"""The public holidays of a state, worked out by the library `holidays` when somebody first asks for one.

Importing the library takes a tenth of a second, as long as everything else that a start does with the
office's file; most commands never ask.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# Calendars of single years are asked for; the length and the iteration need an end.
FIRST_YEAR, LAST_YEAR = 2000, 2099

_ISO_3166_2 = re.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?")

# Known without the library, so that an office in Germany starts without it.
_GERMAN_STATES = frozenset(
    ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
)


@dataclass(frozen=True)
class PublicHolidays(Mapping[date, str]):
    """The holidays from FIRST_YEAR to LAST_YEAR and their names, of a state such as `DE-ST` or a country."""

    state: str

    def __getitem__(self, day: date) -> str:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise KeyError(day)
        return _of_year(self.state, day.year)[day]

    def __iter__(self) -> Iterator[date]:
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            yield from _of_year(self.state, year)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def is_known(state: str) -> bool:
    """Say whether the holidays of `state` (ISO 3166-2) are known."""
    if state.startswith("DE-") and state.removeprefix("DE-") in _GERMAN_STATES:
        return True
    if not _ISO_3166_2.fullmatch(state):
        return False
    try:
        _of_year(state, FIRST_YEAR)
    except NotImplementedError:
        return False
    return True


@lru_cache(maxsize=256)
def _of_year(state: str, year: int) -> Mapping[date, str]:
    import holidays  # noqa: PLC0415 - see above: the start must not wait for it

    country, _, subdivision = state.partition("-")
    # In the language of the country: left to itself, the library goes by the language of the machine.
    language = holidays.country_holidays(country).default_language
    return dict(holidays.country_holidays(country, subdivision or None, years=year, language=language))
