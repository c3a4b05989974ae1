"""All that a letter says, in one language, before any of it is set in type."""

from dataclasses import dataclass
from typing import Final

from kiosk.core.office import Direction, WayStep
from kiosk.letters.language_file import MAIL_TEXT, SHORT_CODE, LanguageTexts
from kiosk.letters.letter import Letter
from kiosk.letters.template import Facts

_LONGEST_REFERENCE: Final = 24


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading with its text."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of one letter in one language, in the order in which they are read."""

    language: str
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


@dataclass(frozen=True, slots=True)
class MailTexts:
    """What the mail says that brings the letter."""

    subject: str
    text: str


def way(letter: Letter) -> tuple[WayStep, ...]:
    """Return the way from the door to the room: first to its area, then on to it."""
    return letter.area.way + (letter.room.way if letter.room is not None else ())


def sheet(letter: Letter, texts: LanguageTexts) -> Sheet:
    """Return what `letter` says in these texts; its rules are those that hold when the appointment starts.

    Raises TemplateFaultError where a text cannot be filled in.
    """
    facts = _facts(letter, texts.language)
    written = {name: headed.text.filled(facts) for name, headed in texts.texts.items()}
    topics = (Paragraph(each.heading, each.text.filled(facts)) for each in texts.topics)
    return Sheet(
        language=texts.language,
        contacts=_contacts(letter, texts, written["dated"]),
        subject=written["subject"],
        opening=written["opening"],
        day=written["day"],
        time=written["time"],
        admission=written["admission"],
        area=letter.area.name.in_language(texts.language),
        place=written["place"],
        entrance=written["entrance"],
        party=written["party"],
        steps=tuple(texts.words[step.value] for step in way(letter)),
        short_code=Paragraph(texts.texts[SHORT_CODE].heading, written[SHORT_CODE]),
        topics=tuple(each for each in topics if each.text),
        privacy=written["privacy"],
        rules_by=texts.words["rules by"],
    )


def mail_texts(letter: Letter, texts: LanguageTexts) -> MailTexts:
    """Return what the mail says that brings `letter`. Raises TemplateFaultError as `sheet` does."""
    facts = _facts(letter, texts.language)
    # A subject is one line, whatever an office writes.
    subject = " ".join(texts.texts["mail subject"].text.filled(facts).split())
    return MailTexts(subject, texts.texts[MAIL_TEXT].text.filled(facts))


def _contacts(letter: Letter, texts: LanguageTexts, dated: str) -> tuple[Paragraph, ...]:
    contacts, words = letter.office.contacts, texts.words
    lines = [Paragraph(words["phone"], contacts.phone), Paragraph(words["mail"], contacts.mail)]
    if contacts.online is not None:
        lines.append(Paragraph(words["online"], contacts.online))
    reference = _reference(letter)
    if reference:
        lines.append(Paragraph(words["reference"], reference))
    return (*lines, Paragraph(words["dated"], dated))


def _reference(letter: Letter) -> str:
    """The number that the office's list gives the appointment; a made-up id helps nobody on the phone."""
    external_id = letter.appointment.external_id
    return external_id if len(external_id) <= _LONGEST_REFERENCE else ""


def _facts(letter: Letter, language: str) -> Facts:
    office, area, room, doors = letter.office, letter.area, letter.room, letter.doors
    cap, mask = letter.rules.cap, letter.rules.mask
    return {
        "office": office.name,
        "phone": office.contacts.phone,
        "mail": office.contacts.mail,
        "online": office.contacts.online or "",
        "reference": _reference(letter),
        "starts_at": letter.starts_at,
        "first": letter.starts_at - office.habits.early,
        "last": letter.starts_at + office.habits.late,
        "written_on": letter.written_on,
        "area": area.name.in_language(language),
        "floor": area.floor.in_language(language),
        "room": "" if room is None else room.name.in_language(language),
        "doors": tuple(door.name.in_language(language) for door in doors),
        "directions": doors[0].directions.in_language(language) if doors else "",
        "party": letter.appointment.party,
        "shows_on_leaving": _shows_on_leaving(letter),
        "mask": {
            "kind": mask.kind.value,
            "off_at_desk": mask.off_at_desk,
            "exempt_below_age": mask.exempt_below_age,
            "exempt_by_certificate": mask.exempt_by_certificate,
        },
        "cap": cap.building,
        "area_cap": cap.areas.get(area.id, 0),
        "bring": "" if area.bring is None else area.bring.in_language(language),
    }


def _shows_on_leaving(letter: Letter) -> bool:
    return any(
        letter.appointment.area in door.serves and door.direction is not Direction.IN
        for door in letter.office.doors.values()
    )
