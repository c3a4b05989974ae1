"""`kiosk check-config` and `kiosk doctor`: what is wrong, and how to mend it, before a visitor meets it."""

import json
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kiosk.clock import now_utc
from kiosk.commands.as_json import as_json
from kiosk.commands.exits import Exit, interruptible, read_office, stop
from kiosk.commands.office_notes import notes_on
from kiosk.doctor import Finding, Level, examine
from kiosk.doctor.storage import is_missing
from kiosk.languages.counted import counted
from kiosk.languages.faults import LanguageFilesError
from kiosk.letters.wordings import wordings_of

_SIGNS = {Level.OK: ("ok", "green"), Level.WARNING: ("look at", "yellow"), Level.FAULT: ("mend", "red")}


def check_config(office_path: Path) -> None:
    """Say that the office's file is right and what it describes, or everything that is wrong in it."""
    office_file = read_office(office_path)
    try:
        wordings_of(office_file.letter_texts)
        notes = list(notes_on(office_file))
    except LanguageFilesError as error:
        stop(Exit.OFFICE_FILE, str(error))
    office = office_file.office
    typer.echo(
        f"{office_path} is right: {office.name}, {counted(len(office.areas), 'area')}, "
        f"{counted(len(office.doors), 'door')}, "
        f"cap {office.rules.at(now_utc()).cap.building} today by this file"
    )
    for note in notes:
        typer.echo(f"note: {note}")


def doctor(office_path: Path, *, json_wanted: bool) -> None:
    """Examine the machine and, where its file is there, the office; exit with 1 if a fault was found."""
    with interruptible():
        findings = examine(None if is_missing(office_path) else office_path, now_utc())
    if json_wanted:
        typer.echo(json.dumps([as_json(each) for each in findings], ensure_ascii=False))
    else:
        print_findings(findings)
        if is_missing(office_path):
            typer.echo(f"There is no {office_path}: the office was not examined. Name its file by --office.")
    if any(finding.level is Level.FAULT for finding in findings):
        raise typer.Exit(Exit.FOUND_FAULTS)


def print_findings(findings: tuple[Finding, ...]) -> None:
    """Print what was found, a line each, with the mend below."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for finding in findings:
        sign, colour = _SIGNS[finding.level]
        mend = f"\n{finding.mend}" if finding.mend else ""
        table.add_row(Text(sign, colour), Text(finding.checked), Text(f"{finding.found}{mend}"))
    Console().print(table)
