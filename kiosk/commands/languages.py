"""`kiosk languages`: what visitors read, a file for a further language, and what is still to do in it."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import typer

from kiosk.app.fitting import what_does_not_fit
from kiosk.commands.exits import Exit, read_office, stop
from kiosk.commands.letter_texts import invented_letter
from kiosk.commands.own_languages import read_languages
from kiosk.config import OfficeFile
from kiosk.languages.counted import counted
from kiosk.languages.draft import draft
from kiosk.languages.faults import LanguageFaultError
from kiosk.languages.known import SHIPPED
from kiosk.languages.own import OwnLanguage, read_own, source_of, spoken_by
from kiosk.languages.untranslated import untranslated
from kiosk.letters.language_file import read_language
from kiosk.letters.layout import LetterTooLongError, lay_out
from kiosk.letters.template import TemplateFaultError
from kiosk.letters.typefaces import signs_without_glyph
from kiosk.letters.wordings import Wordings, shipped_wordings

_SHOWN: Final = 12


def list_languages(office_path: Path) -> None:
    """Print the languages that visitors may choose, with what of them the office has written."""
    office_file = read_office(office_path)
    own = {each.spoken.tag: each for each in read_languages(office_file)}
    for tag in dict.fromkeys((*SHIPPED, *own)):
        spoken = own[tag].spoken if tag in own else SHIPPED[tag]
        offered = "offered" if tag in office_file.office.languages else "not offered: see [office] languages"
        origin = "shipped"
        if tag in own:
            origin = f"{counted(len(own[tag].screen), 'text')} of the screen by the office"
        typer.echo(f"{tag:<10} {spoken.name:<16} {offered}; {origin}")


def start(tag: str, out: Path | None) -> None:
    """Write the file of a new language, with every text in German."""
    if tag in SHIPPED:
        stop(Exit.WRONG_CALL, f"{tag} is shipped: `kiosk letters template` writes its texts, to be changed")
    path = out or Path(f"{tag}.txt")
    try:
        written = draft(spoken_by("", tag))
    except LanguageFaultError:
        stop(Exit.WRONG_CALL, f"nobody knows a language {tag!r}: name it by its letters, such as pl or nds")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(written)
    except OSError as error:
        stop(Exit.FOUND_FAULTS, f"{path} cannot be written: {error.strerror}")
    typer.echo(
        f"{path}: translate it, and try it with `kiosk languages check {path}`. Then put it into the folder "
        f'that [letters] texts names in the office\'s file, and "{tag}" into [office] languages.'
    )


def check(path: Path, office_path: Path | None) -> None:
    """Say what is wrong with a language's file, and what of it is still German; 1 for what is wrong."""
    office_file = _office(office_path)
    try:
        source = source_of(path)
        own = read_own(source, path.stem)
        texts = read_language(source, own.spoken)
    except LanguageFaultError as error:
        stop(
            Exit.FOUND_FAULTS,
            "\n".join([f"{path} cannot be used:", *(f"  {each}" for each in error.problems)]),
        )
    shipped = shipped_wordings()
    base = shipped.languages.get(path.stem, shipped.languages["de"])
    wordings = Wordings({**shipped.languages, path.stem: texts.over(base)})
    # The screen comes first: it needs a larger application of Qt's than a letter does.
    faults = [*_cut(office_file, own), *_unseen(source), *_too_long(office_file, own, wordings)]
    for fault in faults:
        typer.echo(fault)
    todo = [] if path.stem in SHIPPED else untranslated(source, own)
    for each in todo:
        typer.echo(f"still German: {each}")
    spoken = own.spoken
    typer.echo(
        f"{path}: {spoken.name} ({spoken.tag}), numbers and dates of {spoken.customs}, "
        f"{counted(len(own.screen), 'text')} of the screen; {counted(len(faults), 'fault')}, "
        f"{counted(len(todo), 'text is', 'texts are')} still German"
    )
    if faults:
        raise typer.Exit(Exit.FOUND_FAULTS)


def _office(path: Path | None) -> OfficeFile:
    """The office whose names stand among the texts; without one that of the sample."""
    if path is not None:
        return read_office(path)
    with as_file(files("kiosk") / "resources" / "office" / "dessau-rosslau.toml") as sample:
        return read_office(sample)


def _unseen(source: str) -> Iterator[str]:
    if missing := signs_without_glyph(source):
        signs = " ".join(sorted(missing)[:_SHOWN])
        yield f"no shipped font has: {signs} ({counted(len(missing), 'sign')}); visitors would see boxes"


def _too_long(office_file: OfficeFile, own: OwnLanguage, wordings: Wordings) -> Iterator[str]:
    letter = invented_letter(office_file, own.spoken.tag, wordings)
    for large_print in (False, True):
        try:
            lay_out(replace(letter, large_print=large_print))
        except (LetterTooLongError, TemplateFaultError) as error:
            yield str(error)


def _cut(office_file: OfficeFile, own: OwnLanguage) -> Iterator[str]:
    yield from (f"does not fit on the screen: {each}" for each in what_does_not_fit(office_file.office, own))
