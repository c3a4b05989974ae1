"""The texts of the visitors' screens, and how a file of an office translates them.

A section `== screen: answer ==` holds the texts of one context of Qt's translations, one in a line:
`Please come in. = Proszę wejść.` What stands at the left is the text in the program's code. Where a text has
a number in it, each of the language's forms for it (CLDR) has a line: `%n people before you [few] = …`.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale

from kiosk.config.problems import Problem
from kiosk.config.written import nearest
from kiosk.languages.known import SpokenLanguage
from kiosk.languages.sections import Section

SCREEN: Final = "screen"
OTHER: Final = "other"
LINE_BREAK: Final = "<br>"
_LINE_SEPARATOR: Final = "\N{LINE SEPARATOR}"
# Staff's texts are in the German catalogue, too; that of a language which only visitors read has no other.
_OF_VISITORS: Final = "de-simple"
_IN_GERMAN: Final = "de"
_PLACEHOLDER: Final = re.compile(r"\{\w+\}|%L?n")
_BRACE: Final = re.compile(r"[{}]")
_FORM: Final = re.compile(r"(.*) \[(\w+)\]")
# Of all forms of a number, these may say it in words.
_SPOKEN_FORMS: Final = frozenset({"zero", "one", "two"})

Key = tuple[str, str]
"""A text of the screens: its context, and what stands in the code."""

Forms = Mapping[str, str]
"""A translation by its form for a number; one that has no number in it has the form OTHER alone."""


@dataclass(frozen=True, slots=True)
class VisitorsText:
    """A text for visitors, and how it reads in German: for one and for many where it is `counted`."""

    key: Key
    german: tuple[str, ...]

    @property
    def is_counted(self) -> bool:
        """Whether its words follow a number."""
        return "%n" in self.key[1]


@cache
def visitors_texts() -> Mapping[Key, VisitorsText]:
    """Return the texts of the visitors' screens, by context and text in the code, in their order."""
    german = _catalogue(_IN_GERMAN)
    return {key: VisitorsText(key, german[key]) for key in _catalogue(_OF_VISITORS)}


def forms_of(spoken: SpokenLanguage) -> tuple[str, ...]:
    """Return the forms that words take by a number in this language."""
    known = ("zero", "one", "two", "few", "many")
    tags = Locale.parse(spoken.customs).plural_form.tags
    return (*(each for each in known if each in tags), OTHER)


def read_screen(
    section: Section, spoken: SpokenLanguage, texts: dict[Key, dict[str, str]]
) -> Iterator[Problem]:
    """Add the texts of a section to `texts`, and give everything that is wrong in it."""
    contexts = list(dict.fromkeys(context for context, _ in visitors_texts()))
    if section.heading not in contexts:
        sentence = f"there are no such texts of the screen; {nearest(section.heading, contexts)}"
        yield Problem(SCREEN, section.line - 1, sentence)
        return
    for number, line in enumerate(section.source.split("\n"), start=section.line):
        if not line.strip() or line.startswith("#"):
            continue
        named, equals, told = (part.strip() for part in line.partition(" = "))
        if not equals or not told:
            yield Problem(
                SCREEN, number, "write the text in the code, an equals sign between blanks, and yours"
            )
            continue
        form = _FORM.fullmatch(named)
        source, name = (form[1], form[2]) if form else (named, OTHER)
        fault = _fault(section.heading, source, name, told, spoken)
        if fault:
            yield Problem(SCREEN, number, fault)
        else:
            translated = told.replace(LINE_BREAK, _LINE_SEPARATOR)
            texts.setdefault((section.heading, source), {})[name] = translated


def _fault(context: str, source: str, form: str, told: str, spoken: SpokenLanguage) -> str:
    """Say what is wrong with a text, if anything is."""
    text = visitors_texts().get((context, source))
    if text is None:
        known = [each for its_context, each in visitors_texts() if its_context == context]
        return f"no text reads {source!r}; {nearest(source, known)}"
    forms = forms_of(spoken) if text.is_counted else (OTHER,)
    if form not in forms:
        return f"there is no form {form} of this text; {nearest(form, list(forms))}"
    wanted, found = (sorted(_placeholders(each)) for each in (source, told))
    if wanted != found and not (text.is_counted and form in _SPOKEN_FORMS and not found):
        return f"has to hold {', '.join(wanted) or 'nothing'} in brackets or after %, as the text in the code"
    if _BRACE.search(_PLACEHOLDER.sub("", told)):
        # It would fail where the numbers are put in, with the screen.
        return "holds a bracket { or } that belongs to nothing: take it away"
    return ""


def _placeholders(text: str) -> list[str]:
    return [each.replace("%Ln", "%n") for each in _PLACEHOLDER.findall(text)]


def _catalogue(language: str) -> dict[Key, tuple[str, ...]]:
    source = files("kiosk") / "resources" / "translations" / f"kiosk_{language}.ts"
    root = ET.fromstring(source.read_text(encoding="utf-8"))  # noqa: S314 - a file of the program's own
    return {
        (context.findtext("name", ""), message.findtext("source", "")): _translations(message)
        for context in root.iter("context")
        for message in context.iter("message")
    }


def _translations(message: ET.Element) -> tuple[str, ...]:
    forms = tuple(form.text or "" for form in message.iter("numerusform"))
    return forms or (message.findtext("translation", ""),)
