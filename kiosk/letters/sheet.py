"""All that a letter says, in one language, before any of it is set in type."""

from dataclasses import dataclass
from typing import Final

from kiosk.core.office import Direction, WayStep, Wording
from kiosk.languages.known import SpokenLanguage
from kiosk.letters.language_file import MAIL_TEXT, SHORT_CODE, LanguageTexts
from kiosk.letters.letter import Letter
from kiosk.letters.template import Facts

_LONGEST_REFERENCE: Final = 24
_FIRST_STRONG_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_POP_ISOLATE: Final = "\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading with its text."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of one letter in one language, in the order in which they are read."""

    language: str
    is_right_to_left: bool
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
    facts = _facts(letter, texts.spoken)
    written = {name: headed.text.filled(facts) for name, headed in texts.texts.items()}
    topics = (Paragraph(each.heading, each.text.filled(facts)) for each in texts.topics)
    return Sheet(
        language=texts.language,
        is_right_to_left=texts.spoken.is_right_to_left,
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
    facts = _facts(letter, texts.spoken)
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
    return (*lines, Paragraph(words["dated"], _isolated(dated, texts.spoken)))


def _reference(letter: Letter) -> str:
    """The number that the office's list gives the appointment; a made-up id helps nobody on the phone."""
    external_id = letter.appointment.external_id
    return external_id if len(external_id) <= _LONGEST_REFERENCE else ""


def _facts(letter: Letter, spoken: SpokenLanguage) -> Facts:
    office, area, room, doors = letter.office, letter.area, letter.room, letter.doors
    cap, mask = letter.rules.cap, letter.rules.mask

    def own(wording: Wording | None) -> str:
        return _isolated("" if wording is None else wording.in_language(spoken.tag), spoken)

    return {
        "office": _isolated(office.name, spoken),
        "phone": _isolated(office.contacts.phone, spoken),
        "mail": _isolated(office.contacts.mail, spoken),
        "online": _isolated(office.contacts.online or "", spoken),
        "reference": _isolated(_reference(letter), spoken),
        "starts_at": letter.starts_at,
        "first": letter.starts_at - office.habits.early,
        "last": letter.starts_at + office.habits.late,
        "written_on": letter.written_on,
        "area": own(area.name),
        "floor": own(area.floor),
        "room": own(None if room is None else room.name),
        "doors": tuple(own(door.name) for door in doors),
        "directions": own(doors[0].directions if doors else None),
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
        "bring": own(area.bring),
    }


def _isolated(text: str, spoken: SpokenLanguage) -> str:
    """Return `text` so that a phone number keeps the order of its digits among words from right to left."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}" if text and spoken.is_right_to_left else text


def without_isolates(text: str) -> str:
    """Return `text` for whatever knows nothing of directions, such as a calendar."""
    return text.translate({ord(_FIRST_STRONG_ISOLATE): None, ord(_POP_ISOLATE): None})


def _shows_on_leaving(letter: Letter) -> bool:
    return any(
        letter.appointment.area in door.serves and door.direction is not Direction.IN
        for door in letter.office.doors.values()
    )
