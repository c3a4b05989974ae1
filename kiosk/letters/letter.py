"""What is told in a letter, and the name of its file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from kiosk.core.appointment import Appointment
from kiosk.core.code import Code
from kiosk.core.house_rules import RulesInForce
from kiosk.core.office import Area, Door, Office, Room

_ID_LETTERS: Final = 8
_GERMAN_LETTERS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Letter:
    """One invitation: the letter of `office` for `appointment`, with `code` on it.

    `written_on` is the day that it bears as its date. `addressee` are the lines of the address field, name
    first; without them the letter names nobody. The appointment's language stands beside the German.
    Raises ValueError for an area that the office does not have.
    """

    office: Office
    appointment: Appointment
    code: Code
    written_on: date
    addressee: tuple[str, ...] = ()

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
        return self.office.rules.at(self.appointment.starts_at)


def file_names(letters: Sequence[Letter]) -> tuple[str, ...]:
    """Return a name for the PDF file of each letter: day, time, area, and the first letters of its id.

    The id is that of the appointment. The names sort by time and hold no names of people. Where the first letters of the ids do not tell two
    letters apart, these two bear the whole id. Raises ValueError for the same appointment twice.
    """
    short = [_file_name(letter, _ID_LETTERS) for letter in letters]
    seen = Counter(short)
    names = tuple(
        name if seen[name] == 1 else _file_name(letter, None)
        for name, letter in zip(short, letters, strict=True)
    )
    if len(set(names)) < len(names):
        raise ValueError("an appointment gets one letter; the list holds one twice")
    return names


def _file_name(letter: Letter, id_letters: int | None) -> str:
    area, appointment = _plain(letter.area.id), _plain(letter.appointment.id)[:id_letters]
    return f"{letter.starts_at:%Y-%m-%d_%H%M}_{area}_{appointment}.pdf"


def _plain(text: str) -> str:
    """Return `text` in the letters and digits that every file system takes alike."""
    ascii_text = unicodedata.normalize("NFKD", text.lower().translate(_GERMAN_LETTERS)).encode(
        "ascii", "ignore"
    )
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.decode("ascii")).strip("-")
