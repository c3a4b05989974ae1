"""The commands about the languages in which visitors are spoken to."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, OfficePath

app = typer.Typer(no_args_is_help=True, help="The languages of the visitors; how an office adds one.")


@app.command("list")
def list_languages(office: OfficePath = OFFICE_HERE) -> None:
    """Print which languages there are, and which of them visitors may choose.

    For example:

      kiosk languages list --office office.toml
    """
    from kiosk.commands.languages import list_languages as print_languages

    print_languages(office)


@app.command("start")
def start(
    language: Annotated[str, typer.Argument(metavar="LANGUAGE", help="Its letters, such as pl or nds.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="The file; without it, LANGUAGE.txt here.")
    ] = None,
) -> None:
    """Write the file of a further language: all texts of screen, letter and mail, still in German.

    For example:

      kiosk languages start pl --out briefe/pl.txt
    """
    from kiosk.commands.languages import start as write_draft

    write_draft(language, out)


@app.command("check")
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file of the language.")],
    office: Annotated[
        Path | None,
        typer.Option("--office", metavar="FILE", help="The office whose names are tried; else the sample's."),
    ] = None,
) -> None:
    """Name all that is wrong in a language's file, and all that is still German.

    Placeholders, forms for numbers, signs that the fonts do not have, and whether
    screen and letter have room for the texts.

    For example:

      kiosk languages check briefe/pl.txt --office office.toml
    """
    from kiosk.commands.languages import check as check_file

    check_file(file, office)
