"""The commands about appointments, their letters, and the codes on these."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.options import OFFICE_HERE, DoorName, OfficePath
from kiosk.cli.written import pdf_file

appointments_app = typer.Typer(no_args_is_help=True, help="Take in the lists of appointments.")


@appointments_app.command("import")
def import_appointments(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list, as an office exports it.")],
    office: OfficePath = OFFICE_HERE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
) -> None:
    """Take in a list of appointments, CSV or iCalendar: all of it, or, if anything is wrong with it, nothing.

    Columns of CSV (German or English names): ID, Datum, Uhrzeit, Bereich; if
    wanted Raum, Dauer, Personen, Sprache, Status, Name, Kontakt. A second import
    of the same list changes nothing. About lists and calendars: docs/lists.md.

    For example:

      kiosk appointments import --dry-run termine.csv

      kiosk appointments import --office office.toml termine.csv

      kiosk appointments import kalender.ics
    """
    from kiosk.commands.appointments import import_list

    import_list(office, file, dry_run=dry_run)


@appointments_app.command("watch")
def watch_folder(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER", help="Where lists are put; without it, the folder of the office's file."
        ),
    ] = None,
    office: OfficePath = OFFICE_HERE,
    once: Annotated[bool, typer.Option("--once", help="Take in what lies there now, and end.")] = False,
) -> None:
    """Take in each list that is put into a folder, as soon as it is whole, until Ctrl-C.

    It is moved to the folder's `done`, or to `failed` with nothing changed; a report lies beside it.

    For example:

      kiosk appointments watch eingang

      kiosk appointments watch --once --office office.toml
    """
    from kiosk.commands.watching import watch

    watch(office, folder, once=once)


letters_app = typer.Typer(invoke_without_command=True)


@letters_app.callback()
def letters(
    context: typer.Context,
    day: Annotated[
        str | None, typer.Option("--day", metavar="YYYY-MM-DD", help="The day of the appointments.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder for the letters, a PDF each.")
    ] = None,
    pdf: Annotated[
        Path | None,
        typer.Option(
            "--pdf", parser=pdf_file, metavar="FILE.pdf", help="One PDF for all of them, to be printed."
        ),
    ] = None,
    office: OfficePath = OFFICE_HERE,
    again: Annotated[
        bool, typer.Option("--again", help="Make letters anew that lie in the folder already.")
    ] = False,
) -> None:
    """Make the letters of a day: a PDF each (--out), or one for the day's post (--pdf).

    Each letter is read by the scanner's own path before it counts as made, as it
    is printed and as a poor photocopy. In a folder, letters that lie there are
    left as they are, and those whose appointment was moved or cancelled are
    removed. What goes by mail (`kiosk mail`) is not in the day's post.

    For example:

      kiosk letters --day 2021-09-20 --out letters

      kiosk letters --day 2021-09-20 --pdf post.pdf

      kiosk letters preview
    """
    if context.invoked_subcommand is not None:
        return
    if day is None or (out is None) == (pdf is None):
        raise typer.BadParameter("name the --day, and either a folder by --out or a file by --pdf")
    from kiosk.commands.letters import make_days_post, make_letters

    if pdf is not None:
        make_days_post(office, day, pdf)
    elif out is not None:
        make_letters(office, day, out, again=again)


@letters_app.command("template")
def template(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the texts.")] = Path(
        "briefe"
    ),
) -> None:
    """Write the texts of the letters, a file for each language, to be changed for the office.

    For example:

      kiosk letters template --out briefe
    """
    from kiosk.commands.letter_texts import write_templates

    write_templates(out)


@letters_app.command("preview")
def preview(
    office: OfficePath = OFFICE_HERE,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="A .pdf or .png file.")] = Path(
        "preview.pdf"
    ),
    language: Annotated[str, typer.Option("--language", metavar="LANGUAGE", help="de, en, ...")] = "de",
    large_print: Annotated[bool, typer.Option("--large-print", help="The letter in large print.")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open the file, too.")] = False,
) -> None:
    """Write a letter to somebody invented, with the office's own texts; nothing of it is recorded.

    For example:

      kiosk letters preview --office office.toml --open

      kiosk letters preview --language en --large-print --out letter.png
    """
    from kiosk.commands.letter_texts import preview as write_preview

    write_preview(office, out, language, large_print=large_print, open_it=open_it)


def scan(
    door: DoorName,
    shown: Annotated[
        list[str], typer.Argument(metavar="TEXT_OR_PICTURE...", help="Texts of codes, or picture files.")
    ],
    office: OfficePath = OFFICE_HERE,
    at: Annotated[
        str | None,
        typer.Option(
            "--at", metavar="TIME", help="2021-09-20T09:30 instead of now; a time to come is tried only."
        ),
    ] = None,
) -> None:
    """Answer scans without a window, and record them: a verdict in JSON for each, a line each.

    For example:

      kiosk scan --door haupteingang letter.png

      kiosk scan --door haupteingang --at 2021-09-20T09:30 JC1...
    """
    from kiosk.commands.scan import scan as scan_all

    scan_all(office, door, shown, at)


def decode(
    shown: Annotated[
        list[Path], typer.Argument(metavar="FILE_OR_FOLDER...", help="Pictures, or folders of pictures.")
    ],
    json: Annotated[
        bool,
        typer.Option("--json", help="Print a line of JSON for each picture, also for those that are none."),
    ] = False,
    truth: Annotated[
        bool, typer.Option("--truth", help="Compare with NAME.txt or NAME.bin beside each picture.")
    ] = False,
) -> None:
    """Print what is read in pictures of QR codes, and for several how many were read and how fast.

    Nothing is recorded and no office is needed. Exit code 1 says that a text was wrong, or a file no picture.

    For example:

      kiosk decode letter.png

      kiosk decode --truth photographs

      kiosk decode --json photographs/*.jpg
    """
    from kiosk.commands.decode import decode as decode_pictures

    decode_pictures(shown, json_wanted=json, truth_wanted=truth)
