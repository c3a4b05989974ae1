"""The mail that brings a letter: its text, the code as a picture for the phone, the letter, a calendar entry.

A phone shows the code at the door without an app; it has white around it, as dark mail programs need.
"""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from functools import cache
from importlib.resources import files
from typing import Final

from icalendar import Calendar, Event, vText
from jinja2 import Environment, StrictUndefined, Template

from kiosk.core.mail import QueuedMail
from kiosk.letters.letter import Letter
from kiosk.letters.picture import code_png
from kiosk.letters.sheet import Sheet, mail_texts, sheet, without_isolates
from kiosk.letters.template import TemplateFaultError
from kiosk.post.letters import LetterNotMadeError, MadeLetters

_LETTER_NAME: Final = "Einladung.pdf"
_ENTRY_NAME: Final = "Termin.ics"
_CODE: Final = "code"


def mail_message(
    made: MadeLetters, queued: QueuedMail, sender: str, recipient: str, now: datetime
) -> EmailMessage:
    """Return the mail that brings one letter to its recipient. Raises LetterNotMadeError for faulty texts."""
    (letter,) = made.letters
    try:
        return _message(letter, made.document, queued, (sender, recipient), now)
    except TemplateFaultError as error:
        raise LetterNotMadeError(str(error)) from error


def _message(
    letter: Letter, document: bytes, queued: QueuedMail, ends: tuple[str, str], now: datetime
) -> EmailMessage:
    wordings, language = letter.wordings, letter.appointment.language
    leading = wordings.leading(language)
    texts = [mail_texts(letter, each) for each in (leading, wordings.beside(language))]
    lead = sheet(letter, leading)
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr((letter.office.name, ends[0]))
    message["To"] = ends[1]
    message["Reply-To"] = letter.office.contacts.mail
    message["Subject"] = texts[0].subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id(queued.mail_id, ends[0])
    # Nobody's note that they are away shall come back.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_plain(letter, lead, [each.text for each in texts]))
    shown = _page().render(
        lead=lead,
        paragraphs=[each.text.split("\n\n") for each in texts],
        beside=wordings.beside(language).language,
        right_to_left=lead.is_right_to_left,
        office=letter.office.name,
        contacts=lead.contacts,
        short_code=letter.code.short.printed,
        picture=f"cid:{queued.mail_id}.{_CODE}",
    )
    message.add_alternative(shown, subtype="html")
    html = message.get_payload()[1]  # type: ignore[index] # the second alternative
    html.add_related(  # type: ignore[union-attr] # it is a message, as add_alternative made it
        code_png(letter.code),
        "image",
        "png",
        cid=f"<{queued.mail_id}.{_CODE}>",
        filename=f"{_CODE}.png",
        disposition="inline",
    )
    message.add_attachment(document, "application", "pdf", filename=_LETTER_NAME)
    entry = calendar_entry(letter, lead, now)
    message.add_attachment(entry, "text", "calendar", filename=_ENTRY_NAME, params={"method": "PUBLISH"})
    # At the end: what is set before goes with the text into its own part.
    message["Content-Language"] = f"{leading.language}, {wordings.beside(language).language}"
    return message


def message_id(mail_id: str, sender: str) -> str:
    """Return the mail's own name: the same at each try, so that whoever gets it twice can tell."""
    return f"<{mail_id}@{sender.rpartition('@')[2]}>"


def calendar_entry(letter: Letter, lead: Sheet, now: datetime) -> bytes:
    """Return the appointment as a calendar's entry (RFC 5545); it says where and when, and not what about."""
    appointment = letter.appointment
    event = Event()
    event.add("uid", f"{appointment.id}@kiosk")
    event.add("dtstamp", now)
    # A later one takes the place of an earlier one of the same appointment.
    event.add("sequence", int(now.timestamp()) // 60)
    event.add("dtstart", appointment.starts_at)
    event.add("dtend", appointment.starts_at + appointment.duration)
    event.add("summary", vText(letter.office.name))
    place = without_isolates(", ".join((lead.area, lead.place, *letter.office.address)))
    event.add("location", vText(place), parameters={"LANGUAGE": lead.language})
    event.add("status", "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//kiosk//letters//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _plain(letter: Letter, lead: Sheet, texts: list[str]) -> str:
    # On a line of its own: among words from right to left its two halves would change places.
    code = f"{lead.short_code.heading}:\n{letter.code.short.printed}"
    return "\n\n* * *\n\n".join(texts) + f"\n\n{code}\n{lead.privacy}\n"


@cache
def _page() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    source = files("kiosk") / "resources" / "letters" / "mail.html"
    return environment.from_string(source.read_text(encoding="utf-8"))
