"""The languages in which a letter can be written: those that are shipped, with what an office has changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Final

from babel import Locale, UnknownLocaleError

from kiosk.config.problems import Problem
from kiosk.languages.known import SHIPPED, SpokenLanguage
from kiosk.letters.language_file import LONGEST_FILE, LanguageTexts, read_language
from kiosk.letters.template import TemplateFaultError

_GERMAN: Final = "de"
_ENGLISH: Final = "en"
_SUFFIX: Final = ".txt"


class WordingsError(Exception):
    """Raised for texts of letters that cannot be used, with all that is wrong in the files."""

    def __init__(self, faults: Mapping[Path, tuple[Problem, ...]]) -> None:
        lines = []
        for path, problems in faults.items():
            lines += [f"{path} cannot be used for letters:", *(f"  {each}" for each in problems)]
        super().__init__("\n".join(lines))


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
    return {tag: (folder / f"{tag}{_SUFFIX}").read_text(encoding="utf-8") for tag in SHIPPED}


def wordings_of(folder: Path | None) -> Wordings:
    """Return the texts that are shipped, with the office's own from `folder` over them.

    A language that is not shipped needs a whole file. Raises WordingsError with all faults of all files.
    """
    shipped = shipped_wordings()
    if folder is None:
        return shipped
    languages = dict(shipped.languages)
    faults: dict[Path, tuple[Problem, ...]] = {}
    paths = sorted(folder.glob(f"*{_SUFFIX}"))
    if not paths:
        faults[folder] = (Problem("", None, "there is no such folder with texts: `kiosk letters template`"),)
    for path in paths:
        try:
            languages[path.stem] = _read(path, languages.get(path.stem))
        except TemplateFaultError as error:
            faults[path] = error.problems
    if faults:
        raise WordingsError(faults)
    return Wordings(MappingProxyType(languages))


def _read(path: Path, shipped: LanguageTexts | None) -> LanguageTexts:
    spoken = SHIPPED.get(path.stem) or _spoken(path.stem)
    try:
        with path.open(encoding="utf-8-sig") as file:
            # One character more than a file may have shows one that is too long, however long it is.
            source = file.read(LONGEST_FILE + 1)
    except OSError as error:
        raise TemplateFaultError(Problem("", None, f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError:
        raise TemplateFaultError(Problem("", None, "is not UTF-8: save the file in this encoding")) from None
    texts = read_language(source, spoken)
    if shipped is not None:
        return texts.over(shipped)
    if missing := tuple(texts.missing()):
        raise TemplateFaultError(*missing)
    return texts


def _spoken(tag: str) -> SpokenLanguage:
    try:
        return SpokenLanguage(tag, str(Locale.parse(tag).get_display_name()), tag)
    except (UnknownLocaleError, ValueError):
        sentence = "call the file by a language's two letters, such as de.txt or uk.txt"
        raise TemplateFaultError(Problem("", None, sentence)) from None
