"""A file that holds the letter's texts in one language: sections with a headline each, `== subject ==`.

What stands before the first section is told to whoever changes the file. All faults are found at once, each
with its line; every text is filled in with invented facts before the file counts as good.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kiosk.config.problems import Problem
from kiosk.config.written import nearest
from kiosk.core.office import WayStep
from kiosk.languages.known import SpokenLanguage
from kiosk.languages.own import LANGUAGE
from kiosk.languages.screen_texts import SCREEN
from kiosk.languages.sections import Section, sections_of
from kiosk.letters.template import TemplateFaultError, Text, text_of
from kiosk.letters.trial import BLANKS, TRIALS

WORDS: Final = "words"
TOPIC: Final = "topic"
SHORT_CODE: Final = "short code"
MAIL_TEXT: Final = "mail text"
TEXTS: Final = (
    "dated",
    "subject",
    "opening",
    "day",
    "time",
    "admission",
    "place",
    "entrance",
    "party",
    SHORT_CODE,
    "privacy",
    "mail subject",
    MAIL_TEXT,
)
SINGLE_WORDS: Final = (
    "phone",
    "mail",
    "online",
    "reference",
    "dated",
    "rules by",
    *(step.value for step in WayStep),
)
_WITH_HEADING: Final = (SHORT_CODE, TOPIC)


@dataclass(frozen=True, slots=True)
class Headed:
    """A text with the heading above it, which is empty where it has none."""

    heading: str
    text: Text


@dataclass(frozen=True, slots=True)
class LanguageTexts:
    """All texts of one language, or those of them that an office has changed."""

    spoken: SpokenLanguage
    words: Mapping[str, str]
    texts: Mapping[str, Headed]
    topics: tuple[Headed, ...]

    @property
    def language(self) -> str:
        """The language's tag."""
        return self.spoken.tag

    def over(self, shipped: "LanguageTexts") -> "LanguageTexts":
        """Return these texts, with those that are `shipped` where there is none here."""
        return LanguageTexts(
            self.spoken,
            MappingProxyType({**shipped.words, **self.words}),
            MappingProxyType({**shipped.texts, **self.texts}),
            self.topics or shipped.topics,
        )

    def missing(self) -> Iterator[str]:
        """Give the names of what a letter needs that is not here."""
        yield from (name for name in TEXTS if name not in self.texts)
        yield from (f"{WORDS}: {word}" for word in SINGLE_WORDS if word not in self.words)
        if not self.topics:
            yield TOPIC


def read_language(source: str, spoken: SpokenLanguage) -> LanguageTexts:
    """Read the texts of a language's file. Raises TemplateFaultError with everything that is wrong in it."""
    problems: list[Problem] = []
    words: dict[str, str] = {}
    texts: dict[str, Headed] = {}
    topics: list[Headed] = []
    for section in sections_of(source):
        if section.name in {LANGUAGE, SCREEN}:
            continue
        problems += _faults_of_headline(section, [WORDS, *texts] if section.name in texts else [])
        if section.name == WORDS:
            problems += _read_words(section, words)
            continue
        try:
            headed = Headed(section.heading, _tried(section, spoken))
        except TemplateFaultError as error:
            problems += error.problems
            continue
        if section.name == TOPIC:
            topics.append(headed)
        else:
            texts[section.name] = headed
    if problems:
        raise TemplateFaultError(*sorted(problems, key=lambda each: each.line or 0))
    return LanguageTexts(spoken, MappingProxyType(words), MappingProxyType(texts), tuple(topics))


def _faults_of_headline(section: Section, taken: list[str]) -> Iterator[Problem]:
    line, name = section.line - 1, section.name
    if name not in {WORDS, TOPIC, *TEXTS}:
        known = [WORDS, TOPIC, *TEXTS, LANGUAGE, SCREEN]
        yield Problem(name, line, f"there is no such section; {nearest(name, known)}")
    elif section.heading and name not in _WITH_HEADING:
        yield Problem(name, line, f"this section has no heading: write == {name} ==")
    elif name in _WITH_HEADING and not section.heading:
        yield Problem(name, line, f"its heading is missing: write == {name}: Heading ==")
    if name in taken:
        yield Problem(name, line, "this section stands twice: keep one of them")


def _read_words(section: Section, words: dict[str, str]) -> Iterator[Problem]:
    for number, line in enumerate(section.source.split("\n"), start=section.line):
        if not line.strip():
            continue
        name, colon, word = (part.strip() for part in line.partition(":"))
        if not colon or not word:
            yield Problem(WORDS, number, "write a name, a colon and the word")
        elif name not in SINGLE_WORDS:
            yield Problem(WORDS, number, f"no word is called {name}; {nearest(name, list(SINGLE_WORDS))}")
        else:
            words[name] = word


def _tried(section: Section, spoken: SpokenLanguage) -> Text:
    text = text_of(
        section.source,
        BLANKS,
        spoken,
        place=section.name,
        line=section.line,
        has_paragraphs=section.name == MAIL_TEXT,
    )
    for facts in TRIALS:
        text.filled(facts)
    return text
