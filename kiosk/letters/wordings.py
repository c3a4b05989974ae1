"""The languages in which a letter can be written: those that are shipped, with what an office has changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kiosk.config.problems import Problem
from kiosk.languages.faults import LanguageFaultError, LanguageFilesError
from kiosk.languages.known import SHIPPED
from kiosk.languages.own import SUFFIX, files_in, source_of, spoken_by
from kiosk.letters.language_file import LanguageTexts, read_language

_GERMAN: Final = "de"
_ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Wordings:
    """The texts of each language, by its code (ISO 639-1)."""

    languages: Mapping[str, LanguageTexts]

    def leading(self, language: str) -> LanguageTexts:
        """Return the texts in the visitor's language; the German ones where there are none."""
        return self.languages.get(language, self.languages[_GERMAN])

    def beside(self, language: str) -> LanguageTexts:
        """Return what stands beside them: German, and English beside German."""
        leads = self.leading(language).language
        return self.languages[_ENGLISH if leads == _GERMAN else _GERMAN]


@cache
def shipped_wordings() -> Wordings:
    """Return the texts that come with the program, read once."""
    return Wordings(
        MappingProxyType(
            {name: read_language(source, SHIPPED[name]) for name, source in shipped_files().items()}
        )
    )


def shipped_files() -> dict[str, str]:
    """Return the files of the languages that are shipped, by their tags."""
    folder = files("kiosk") / "resources" / "letters"
    return {tag: (folder / f"{tag}{SUFFIX}").read_text(encoding="utf-8") for tag in SHIPPED}


def wordings_of(folder: Path | None) -> Wordings:
    """Return the texts that are shipped, with the office's own from `folder` over them.

    What a language that is not shipped does not say is said in German; one that says nothing to letters has
    none. Raises LanguageFilesError with all faults of all files.
    """
    shipped = shipped_wordings()
    if folder is None:
        return shipped
    languages = dict(shipped.languages)
    faults: dict[Path, tuple[Problem, ...]] = {}
    paths = files_in(folder)
    if not paths:
        faults[folder] = (Problem("", None, "there is no such folder with texts: `kiosk letters template`"),)
    for path in paths:
        try:
            source = source_of(path)
            texts = read_language(source, spoken_by(source, path.stem))
        except LanguageFaultError as error:
            faults[path] = error.problems
            continue
        if path.stem in languages or texts.texts or texts.topics:
            languages[path.stem] = texts.over(languages.get(path.stem, languages[_GERMAN]))
    if faults:
        raise LanguageFilesError(faults)
    return Wordings(MappingProxyType(languages))
