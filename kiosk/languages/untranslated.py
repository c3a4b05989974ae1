"""What a language of the office's own does not say yet: visitors read it in German."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from kiosk.languages.draft import german_letter
from kiosk.languages.own import OwnLanguage
from kiosk.languages.screen_texts import OTHER, VisitorsText, forms_of, visitors_texts
from kiosk.languages.sections import Section, sections_of

_CODE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PATTERNS: Final = "date"


def untranslated(source: str, own: OwnLanguage) -> list[str]:
    """Name the texts that are missing in a file, or still read as in German."""
    return [*_of_the_screen(own), *_of_the_letter(source)]


def _of_the_screen(own: OwnLanguage) -> Iterator[str]:
    for key, text in visitors_texts().items():
        forms = own.screen.get(key, {})
        wanted = forms_of(own.spoken) if text.is_counted else (OTHER,)
        missing = [form for form in wanted if form not in forms]
        is_german = set(forms.values()) <= set(text.german)
        if missing or (is_german and key[0] != _PATTERNS):
            yield f"{key[0]}: {_named(text, missing if forms else [])}"


def _named(text: VisitorsText, missing: list[str]) -> str:
    return f"{text.key[1]} [{', '.join(missing)}]" if missing else text.key[1]


def _of_the_letter(source: str) -> Iterator[str]:
    german, own = _by_name(german_letter()), _by_name(source)
    for name, sections in german.items():
        for there, here in zip_longest(sections, own.get(name, [])):
            if there is None:
                break
            if here is None or (_says_something(there) and _told(here) == _told(there)):
                yield f"letter: {name}" + (f": {there.heading}" if there.heading else "")


def _by_name(source: str) -> dict[str, list[Section]]:
    found: dict[str, list[Section]] = {}
    for section in sections_of(source):
        found.setdefault(section.name, []).append(section)
    return found


def _told(section: Section) -> tuple[str, str]:
    return section.heading, " ".join(section.source.split())


def _says_something(section: Section) -> bool:
    """Whether there are words around what is filled in: else it reads the same in many languages."""
    return any(sign.isalpha() for sign in _CODE.sub("", section.heading + section.source))
