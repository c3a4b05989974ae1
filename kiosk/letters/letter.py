"""What is told in a letter, and the name of its file."""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from kiosk.core.appointment import Appointment
from kiosk.core.code import Code
from kiosk.core.entered_rules import EnteredRules
from kiosk.core.house_rules import RulesInForce
from kiosk.core.office import Area, Door, Office, Room
from kiosk.core.rules_in_force import in_force
from kiosk.letters.wordings import Wordings, shipped_wordings

_ID_LETTERS: Final = 8
_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)_\d{4}_[a-z0-9-]*_[a-z0-9-]*-[0-9a-f]{4}\.pdf")
_GERMAN_LETTERS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Letter:
    """One invitation: the letter of `office` for `appointment`, with `code` on it.

    `written_on` is the day that it bears as its date. `addressee` are the lines of the address field, name
    first; without them the letter names nobody. It is written in the appointment's language, with German
    beside it, in the texts of `wordings`; in `large_print` in that language alone. `entered_rules` are the
    house rules beside those of the office's file. Raises ValueError for an area that the office does not
    have.
    """

    office: Office
    appointment: Appointment
    code: Code
    written_on: date
    addressee: tuple[str, ...] = ()
    large_print: bool = False
    wordings: Wordings = field(default_factory=shipped_wordings)
    entered_rules: tuple[EnteredRules, ...] = ()

    def __post_init__(self) -> None:
        if self.appointment.area not in self.office.areas:
            raise ValueError(f"the office has no area {self.appointment.area!r} to invite to")

    @property
    def starts_at(self) -> datetime:
        """When the appointment starts, by the clock at the office's wall."""
        return self.appointment.starts_at.astimezone(self.office.time_zone)

    @property
    def area(self) -> Area:
        """The area that the visitor is invited to."""
        return self.office.areas[self.appointment.area]

    @property
    def room(self) -> Room | None:
        """The room in it, if the appointment has one."""
        return None if self.appointment.room is None else self.area.room(self.appointment.room)

    @property
    def doors(self) -> tuple[Door, ...]:
        """The doors that lead to it."""
        return self.office.doors_into(self.appointment.area)

    @property
    def rules(self) -> RulesInForce:
        """The house rules that will hold when the visitor comes, as far as they are known now."""
        return in_force(self.office.rules, self.entered_rules, self.appointment.starts_at)


def file_names(letters: Sequence[Letter]) -> tuple[str, ...]:
    """Return a name for each letter's PDF file: day, time, area, the end of the appointment's id, and a mark.

    The mark changes when the letter has to be made anew. The names sort by time and hold no names of people;
    a letter's name does not depend on the others. Raises
    ValueError for two letters of one name: for the same appointment twice, or for ids that end alike.
    """
    names = tuple(_file_name(letter) for letter in letters)
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise ValueError(f"more than one letter would be called {twice[0]}: an appointment gets one letter")
    return names


def _file_name(letter: Letter) -> str:
    # Ids begin with the time at which they were given: those of one list differ at their end.
    area, appointment = _plain(letter.area.id), _plain(letter.appointment.id)[-_ID_LETTERS:]
    return f"{letter.starts_at:%Y-%m-%d_%H%M}_{area}_{appointment}-{_mark(letter):04x}.pdf"


def _mark(letter: Letter) -> int:
    """A number that changes with what the letter says of its appointment; no name is in it."""
    each = letter.appointment
    said = (each.room, each.party, each.language, letter.large_print)
    return zlib.crc32(repr(said).encode()) & 0xFFFF


def day_in(name: str) -> date | None:
    """Return the day of a letter's file by its name, None where it is not the name of a letter's file."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        return None


def _plain(text: str) -> str:
    """Return `text` in the letters and digits that every file system takes alike."""
    ascii_text = unicodedata.normalize("NFKD", text.lower().translate(_GERMAN_LETTERS)).encode(
        "ascii", "ignore"
    )
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.decode("ascii")).strip("-")
