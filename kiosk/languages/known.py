"""What is known of a language beside its texts: its own name, and how it writes numbers, times and dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from babel import Locale

_RIGHT_TO_LEFT: Final = "rtl"
_PLAIN_GERMAN: Final = "de-simple"
# The first of the ten digits, for the numbering systems (CLDR) of the scripts that the shipped fonts have.
_ZEROS: Final = {"arab": 0x0660, "arabext": 0x06F0}


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language by its `tag` (BCP 47), by the `name` that it gives itself, and with its `customs`.

    The customs for numbers, times and dates are those of a language in a country (CLDR), such as ar_SY.
    """

    tag: str
    name: str
    customs: str

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return _locale(self.customs).text_direction == _RIGHT_TO_LEFT

    def in_own_digits(self, text: str) -> str:
        """Return `text` with its digits in those that the language usually writes."""
        zero = _ZEROS.get(_locale(self.customs).default_numbering_system)
        if zero is None:
            return text
        return text.translate({ord("0") + digit: zero + digit for digit in range(10)})


@cache
def _locale(customs: str) -> Locale:
    """Parse once what every number and date of a letter asks for."""
    return Locale.parse(customs)


# Each by its own name, so that those who read nothing else find it; with the country whose customs its
# readers know. "de-simple" is the name of plain German in BCP 47.
SHIPPED: Final[Mapping[str, SpokenLanguage]] = MappingProxyType(
    {
        each.tag: each
        for each in (
            SpokenLanguage("de", "Deutsch", "de_DE"),
            SpokenLanguage(_PLAIN_GERMAN, "Leichte Sprache", "de_DE"),
            SpokenLanguage("en", "English", "en_GB"),
            SpokenLanguage("uk", "Українська", "uk_UA"),
            SpokenLanguage("ru", "Русский", "ru_RU"),
            SpokenLanguage("tr", "Türkçe", "tr_TR"),
            SpokenLanguage("ar", "العربية", "ar_SY"),
            SpokenLanguage("fa", "فارسی", "fa_IR"),
        )
    }
)
