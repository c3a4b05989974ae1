"""What the staff types to find somebody who is booked today: a number, a time, a code, or a name.

What was typed may be more than one of these at once, and finds whatever it fits as any of them. The keys at a
door are German: letters of other languages are found by the plain letter below their marks.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import time

from kiosk.core.code import Code, CodeError, ShortCode, parse
from kiosk.core.not_done import NotDone

# With fewer letters a name would show half the day to whoever is curious.
LEAST_LETTERS = 4

_TIME = re.compile(r"(\d{1,2})[:.]?(\d\d)(?: ?(?:uhr|h))?")
_WORD = re.compile(r"\w+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# Letters whose marks Unicode does not take off.
_MARKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe"}
)


@dataclass(frozen=True, slots=True)
class BookingSearch:
    """What was typed, read in every way in which it can be. It is personal data and stays out of every log.

    `number` is the name that the office's own list gives the appointment, in lower case; `at` a time of the
    clock at the wall; `words` the beginnings of words of a name, in lower case.
    """

    number: str = field(repr=False)
    at: time | None
    code: Code | ShortCode | None
    words: tuple[str, ...] = field(repr=False)

    def fits(self, external_id: str, starts_at: time, name: str | None) -> bool:
        """Say whether a booking is meant, by its number, its time at the wall or its person's name."""
        if external_id.casefold() == self.number or (self.at is not None and starts_at == self.at):
            return True
        if not self.words or name is None:
            return False
        named = [each for form in _plain(name.casefold()) for each in _WORD.findall(form)]
        return all(any(each.startswith(_plain(word)) for each in named) for word in self.words)


def read_search(typed: str) -> BookingSearch | NotDone:
    """Read what was typed. A name of fewer than four letters is too short to be searched for."""
    text = typed.strip().casefold()
    words = tuple(_WORD.findall(text))
    letters = sum(character.isalpha() for character in text)
    has_digits = any(character.isdigit() for character in text)
    if letters < LEAST_LETTERS and not has_digits:
        return NotDone.SEARCH_TOO_SHORT
    return BookingSearch(
        number=text,
        at=_time_in(text),
        code=_code_in(typed),
        words=words if letters >= LEAST_LETTERS and not has_digits else (),
    )


def _plain(text: str) -> tuple[str, str]:
    """Return a text of small letters without marks: an umlaut as its vowel, and as it is spelt out."""
    composed = unicodedata.normalize("NFC", text)
    return _without_marks(composed), _without_marks(composed.translate(_UMLAUTS))


def _without_marks(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.translate(_MARKED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _time_in(text: str) -> time | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - hours and minutes of the day


def _code_in(typed: str) -> Code | ShortCode | None:
    try:
        return parse(typed)
    except CodeError:
        return None
