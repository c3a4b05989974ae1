"""The languages that an office adds, or in which it changes the screens' texts: a file each in one folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from babel import Locale, UnknownLocaleError

from kiosk.config.problems import Problem
from kiosk.config.written import nearest
from kiosk.languages.capital import with_capital
from kiosk.languages.faults import LanguageFaultError, LanguageFilesError
from kiosk.languages.known import SHIPPED, SpokenLanguage
from kiosk.languages.screen_texts import SCREEN, Forms, Key, read_screen
from kiosk.languages.sections import Section, sections_of

LANGUAGE: Final = "language"
SUFFIX: Final = ".txt"
LONGEST_FILE: Final = 64 * 1024
_NAME: Final = "name"
_CUSTOMS: Final = "customs"


@dataclass(frozen=True, slots=True)
class OwnLanguage:
    """A language of the office's own, with the texts of the screens that its file has."""

    spoken: SpokenLanguage
    screen: Mapping[Key, Forms]


def own_languages(folder: Path | None) -> tuple[OwnLanguage, ...]:
    """Return what the files in the office's folder say to the screens, in the order of their names.

    Raises LanguageFilesError with all that is wrong in all files.
    """
    found: list[OwnLanguage] = []
    faults: dict[Path, tuple[Problem, ...]] = {}
    for path in files_in(folder):
        try:
            source = source_of(path)
            own = read_own(source, path.stem)
        except LanguageFaultError as error:
            faults[path] = error.problems
            continue
        if own.screen or path.stem not in SHIPPED:
            found.append(own)
    if faults:
        raise LanguageFilesError(faults)
    return tuple(found)


def files_in(folder: Path | None) -> list[Path]:
    """Return the files of languages in a folder, in the order of their names."""
    return [] if folder is None else sorted(folder.glob(f"*{SUFFIX}"))


def source_of(path: Path) -> str:
    """Return what a language's file holds. Raises LanguageFaultError if it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            # One character more than a file may have shows one that is too long, however long it is.
            source = file.read(LONGEST_FILE + 1)
    except OSError as error:
        raise LanguageFaultError(Problem("", None, f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError:
        raise LanguageFaultError(Problem("", None, "is not UTF-8: save the file in this encoding")) from None
    if len(source) > LONGEST_FILE:
        raise LanguageFaultError(Problem("", None, f"is longer than {LONGEST_FILE} characters: shorten it"))
    return source


def read_own(source: str, tag: str) -> OwnLanguage:
    """Read what a file says of its language and to the screens. Raises LanguageFaultError with all faults."""
    spoken = spoken_by(source, tag)
    texts: dict[Key, dict[str, str]] = {}
    problems = [
        problem
        for section in sections_of(source)
        if section.name == SCREEN
        for problem in read_screen(section, spoken, texts)
    ]
    if problems:
        raise LanguageFaultError(*problems)
    return OwnLanguage(spoken, MappingProxyType(texts))


def spoken_by(source: str, tag: str) -> SpokenLanguage:
    """Return what a file says of its language, which is called `tag`; the rest is what CLDR knows of it.

    Raises LanguageFaultError for a language that nobody knows and whose file does not say its customs.
    """
    problems: list[Problem] = []
    said: dict[str, str] = {}
    for section in sections_of(source):
        if section.name == LANGUAGE:
            problems += _read_section(section, said)
    shipped = SHIPPED.get(tag)
    customs = said.get(_CUSTOMS, tag if shipped is None else shipped.customs)
    locale = _locale(customs)
    if locale is None:
        sentence = (
            "call the file by a language's letters, such as de.txt or uk.txt, or say whose numbers and dates "
            "it writes: == language == with customs: pl_PL"
        )
        problems.append(Problem("", None, sentence))
    if problems:
        raise LanguageFaultError(*problems)
    assert locale is not None  # noqa: S101 - else there was a problem
    usual = str(locale.get_display_name() or tag) if shipped is None else shipped.name
    return SpokenLanguage(tag, said.get(_NAME, with_capital(usual)), customs)


def _read_section(section: Section, said: dict[str, str]) -> Iterator[Problem]:
    for number, line in enumerate(section.source.split("\n"), start=section.line):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not value:
            yield Problem(LANGUAGE, number, "write a name, a colon and what it is, such as name: Polski")
        elif name not in {_NAME, _CUSTOMS}:
            yield Problem(LANGUAGE, number, f"nothing is called {name}; {nearest(name, [_NAME, _CUSTOMS])}")
        elif name == _CUSTOMS and _locale(value) is None:
            yield Problem(LANGUAGE, number, "write a language and a country that are known, such as pl_PL")
        else:
            said[name] = value


def _locale(customs: str) -> Locale | None:
    try:
        return Locale.parse(customs)
    except (UnknownLocaleError, ValueError, TypeError):
        return None
