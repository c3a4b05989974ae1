"""The mail in every language: its direction, what it quotes, and its entry for the calendar."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from icalendar import Calendar, vText

from kiosk.core.mail import QueuedMail
from kiosk.languages.known import SHIPPED
from kiosk.letters.sheet import sheet
from kiosk.post.letters import MadeLetters
from kiosk.post.mail_message import mail_message
from tests.unit.letters.inviting import a_letter

NOW = datetime(2021, 9, 13, 8, tzinfo=UTC)


def _mail_in(language: str, now: datetime = NOW) -> EmailMessage:
    letter = a_letter(language=language)
    queued = QueuedMail(1, "mail-1", letter.appointment.id, letter.starts_at, 0)
    return mail_message(
        MadeLetters((letter,), b"%PDF-1.4"), queued, "post@amt.example", "erika@mail.example", now
    )


def _text(message: EmailMessage, kind: str) -> str:
    (part,) = [each for each in message.walk() if each.get_content_type() == kind]
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode("utf-8")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", SHIPPED)
def test_mail_is_in_its_language_with_german_below_and_says_so(language: str) -> None:
    message, letter = _mail_in(language), a_letter(language=language)
    told = sheet(letter, letter.wordings.leading(language))
    beside = "en" if language == "de" else "de"
    assert message["Content-Language"] == f"{language}, {beside}"
    page, plain = _text(message, "text/html"), _text(message, "text/plain")
    assert f'<html lang="{language}"' in page
    assert f'<div lang="{beside}" dir="ltr"' in page
    assert ('dir="rtl"' in page.split(">")[1]) == told.is_right_to_left
    for text in (told.day, told.short_code.heading, told.time):
        assert text in page
    assert f"\n{letter.code.short.printed}\n" in plain.replace("\r\n", "\n")
    assert f"<bdi>{letter.office.contacts.phone}</bdi>" in page


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", SHIPPED)
def test_the_calendars_entry_names_place_and_language_without_signs_of_direction(language: str) -> None:
    entry = Calendar.from_ical(_text(_mail_in(language), "text/calendar")).walk("VEVENT")[0]
    place = entry["location"]
    assert isinstance(place, vText)
    assert place.params["LANGUAGE"] == language
    assert not set(place) & {"\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"}
    letter = a_letter(language=language)
    assert letter.area.name.in_language(language) in place


@pytest.mark.usefixtures("qapp")
def test_the_entry_of_a_later_mail_takes_the_place_of_an_earlier_one() -> None:
    mails = (_mail_in("de", NOW + timedelta(minutes=each)) for each in (0, 1))
    earlier, later = (Calendar.from_ical(_text(each, "text/calendar")).walk("VEVENT")[0] for each in mails)
    assert earlier["uid"] == later["uid"]
    assert earlier.decoded("sequence") < later.decoded("sequence")
