"""The letter and the mail in every language: nothing is missing, nothing differs, plain is plain."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from kiosk.languages.known import SHIPPED
from kiosk.languages.sections import sections_of
from kiosk.letters.language_file import TEXTS, WORDS
from kiosk.letters.letter import Letter
from kiosk.letters.pdf import PdfPages
from kiosk.letters.reading_back import read_back
from kiosk.letters.sheet import mail_texts, sheet
from kiosk.letters.wordings import shipped_files, shipped_wordings
from kiosk.scan.decode import decode
from tests.building import an_office
from tests.unit.letters.inviting import LETTERS_OF_EVERY_KIND, a_letter, in_language

MOST_WORDS_OF_A_LINE = 10
BLANK = re.compile(r"\b(?:mask\.)?[a-z_]+\b")
CODE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
OF_JINJA = {"if", "elif", "else", "endif", "and", "or", "not", "date", "join", "lower"}


def _blanks(text: str) -> set[str]:
    """Return the names of what a text fills in or asks for."""
    code = (re.sub(r'"[^"]*"', "", each) for each in CODE.findall(text))
    return {name for each in code for name in BLANK.findall(each)} - OF_JINJA


def test_the_languages_of_the_letters_are_those_of_the_screens() -> None:
    folder = files("kiosk") / "resources" / "letters"
    named = {each.name.removesuffix(".txt") for each in folder.iterdir() if each.name.endswith(".txt")}
    assert named == set(SHIPPED)


@pytest.mark.parametrize("language", SHIPPED)
def test_no_text_is_missing(language: str) -> None:
    texts, german = shipped_wordings().languages[language], shipped_wordings().languages["de"]
    assert list(texts.missing()) == []
    assert len(texts.topics) == len(german.topics)
    assert all(each.heading for each in texts.topics)


@pytest.mark.parametrize("language", SHIPPED)
def test_each_text_fills_in_what_the_german_one_does(language: str) -> None:
    def by_place(source: str) -> list[tuple[str, set[str]]]:
        return [(each.name, _blanks(each.source)) for each in sections_of(source) if each.name != WORDS]

    assert by_place(shipped_files()[language]) == by_place(shipped_files()["de"])


def test_a_text_that_asks_for_nothing_is_told_from_one_that_does() -> None:
    assert _blanks('{% if mask.kind == "ffp2" %}FFP2 {{ first|date("H:mm") }}{% endif %}') == {
        "mask.kind",
        "first",
    }


def _plain_texts(letter: Letter) -> Iterator[str]:
    texts = letter.wordings.languages["de-simple"]
    told, mail = sheet(letter, texts), mail_texts(letter, texts)
    yield from (told.subject, told.opening, told.admission, told.party, told.privacy)
    yield from (told.short_code.text, *(each.text for each in told.topics))
    yield from (mail.subject, mail.text)


@pytest.mark.parametrize("party", [1, 2])
def test_plain_german_has_short_sentences_one_a_line_and_no_abbreviation(party: int) -> None:
    letter = a_letter(office=an_office(), party=party, language="de-simple")
    lines = [line for text in _plain_texts(letter) for line in text.split("\n") if line]
    assert len(lines) > len(TEXTS)
    for line in lines:
        assert len(line.split()) <= MOST_WORDS_OF_A_LINE, line
        assert not re.search(r"[.!] +[A-ZÄÖÜ]", re.sub(r"\b\d+\. ", "", line)), line
        assert not re.search(r"\b(z\. ?B|bzw|ggf|usw|u\. ?a|inkl|max|Nr|Tel)\b", line), line
        assert not re.search(r"\b(wird|werden|wurde|wurden|worden)\b", line), line
        assert line.count(",") <= 1, line


def test_the_door_reads_the_letter_of_every_language_also_as_a_poor_photocopy() -> None:
    letters = [
        in_language(a_letter(f"in {language}"), language, large_print=language in {"ar", "uk"})
        for language in SHIPPED
    ]
    with PdfPages() as pages:
        for letter in letters:
            pages.add(letter)
        made = pages.finish()
    assert list(read_back(made, lambda picture: [each.text for each in decode(picture)])) == letters


@pytest.mark.parametrize("language", SHIPPED)
@pytest.mark.parametrize("letter", LETTERS_OF_EVERY_KIND, ids=lambda letter: letter.appointment.id)
def test_the_mail_says_when_and_where_and_how_to_reach_the_office(letter: Letter, language: str) -> None:
    letter = in_language(letter, language)
    texts = letter.wordings.leading(language)
    told, mail = sheet(letter, texts), mail_texts(letter, texts)
    assert told.day in mail.text
    assert texts.spoken.in_own_digits(f"{letter.starts_at:%-H:%M}") in mail.text + told.time
    for wanted in (letter.office.contacts.phone, letter.office.contacts.mail):
        assert wanted in mail.text
    assert "\n" not in mail.subject
