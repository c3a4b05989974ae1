"""All that a letter says, in one language, before any of it is set in type."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kiosk.core.office import Direction, WayStep
from kiosk.letters.english import English
from kiosk.letters.german import German
from kiosk.letters.letter import Letter
from kiosk.letters.wording import Language, Paragraph

GERMAN: Final[Language] = German()
_ENGLISH: Final[Language] = English()
_BESIDE_GERMAN: Final[Mapping[str, Language]] = {_ENGLISH.tag: _ENGLISH}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of one letter in one language, in the order in which they are read."""

    contacts: tuple[Paragraph, ...]
    subject: str
    opening: str
    day: str
    time: str
    admission: str
    area: str
    place: str
    entrance: str
    party: str
    steps: tuple[str, ...]
    short_code: Paragraph
    topics: tuple[Paragraph, ...]
    privacy: str
    rules_by: str


def second_language(letter: Letter) -> Language:
    """Return what stands beside the German: the visitor's language where it is known, else English."""
    return _BESIDE_GERMAN.get(letter.appointment.language, _ENGLISH)


def way(letter: Letter) -> tuple[WayStep, ...]:
    """Return the way from the door to the room: first to its area, then on to it."""
    return letter.area.way + (letter.room.way if letter.room is not None else ())


def sheet(letter: Letter, language: Language) -> Sheet:
    """Return what `letter` says in `language`; its rules are those that hold when the appointment starts."""
    office, starts_at, rules = letter.office, letter.starts_at, letter.rules
    return Sheet(
        contacts=_contacts(letter, language),
        subject=language.subject,
        opening=language.opening(shows_on_leaving=_shows_on_leaving(letter)),
        day=language.day(starts_at.date()),
        time=language.time(starts_at),
        admission=language.admission(starts_at - office.habits.early, starts_at + office.habits.late),
        area=letter.area.name.in_language(language.tag),
        place=_place(letter, language),
        entrance=_entrance(letter, language),
        party=language.party(letter.appointment.party),
        steps=tuple(language.step(step) for step in way(letter)),
        short_code=language.short_code,
        topics=(
            language.bring,
            language.mask(rules.mask),
            language.cap(rules.cap, letter.appointment.area),
            language.reschedule(office.contacts),
        ),
        privacy=language.privacy,
        rules_by=language.rules_by,
    )


def _contacts(letter: Letter, language: Language) -> tuple[Paragraph, ...]:
    contacts = letter.office.contacts
    lines = [Paragraph(language.phone, contacts.phone), Paragraph(language.mail, contacts.mail)]
    if contacts.online is not None:
        lines.append(Paragraph(language.online, contacts.online))
    return (*lines, Paragraph(language.dated, language.short_day(letter.written_on)))


def _shows_on_leaving(letter: Letter) -> bool:
    return any(
        letter.appointment.area in door.serves and door.direction is not Direction.IN
        for door in letter.office.doors.values()
    )


def _place(letter: Letter, language: Language) -> str:
    floor = letter.area.floor.in_language(language.tag)
    return floor if letter.room is None else f"{floor}, {letter.room.name.in_language(language.tag)}"


def _entrance(letter: Letter, language: Language) -> str:
    """Return how to find the door, or nothing where the office names no door into the area."""
    if not letter.doors:
        return ""
    names = tuple(door.name.in_language(language.tag) for door in letter.doors)
    return language.entrance(names, letter.doors[0].directions.in_language(language.tag))
