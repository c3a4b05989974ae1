"""`kiosk appointments import`: an office's list goes into its book of appointments, all of it or nothing."""

from datetime import datetime
from pathlib import Path

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, interruptible, read_office, stop
from kiosk.commands.progress import progress_bar
from kiosk.commands.stored import ledger_of
from kiosk.commands.taking_in import as_known, in_words, plan, print_plan
from kiosk.core.list_forms import ListForms
from kiosk.core.office import Office
from kiosk.intake.listing import AppointmentList, AppointmentListError
from kiosk.intake.read_list import read_list


def import_list(office_path: Path, file: Path, *, dry_run: bool) -> None:
    """Read a list, say what it changes, and change it unless this is a dry run."""
    office_file = read_office(office_path)
    now = now_utc()
    with interruptible(), ledger_of(office_file) as ledger:
        office = as_known(office_file.office, ledger)
        try:
            listed, faults = _read(file, office, office_file.list_forms, now), 0
        except AppointmentListError as error:
            _complain(file, error)
            if not dry_run:
                _stop_at(file, error)
            listed, faults = error.readable, len(error.errors)
        else:
            for warning in listed.warnings:
                typer.echo(f"{file.name}, {warning}", err=True)
        planned = plan(ledger, office_file, listed, now)
        if not dry_run and planned.changes_anything:
            ledger.apply(planned.changes)
    print_plan(planned, faults, office_file.office)
    if faults:
        places = "one place is" if faults == 1 else f"{faults} places are"
        stop(Exit.FOUND_FAULTS, f"nothing of it can be taken in before {places} mended")
    typer.echo(f"{'would be taken in' if dry_run else 'taken in'}: {in_words(planned)}")


def _read(file: Path, office: Office, forms: ListForms, now: datetime) -> AppointmentList:
    try:
        data = file.read_bytes()
    except OSError as error:
        stop(Exit.WRONG_CALL, f"{file} cannot be read: {error.strerror}")
    with progress_bar() as progress:
        task = progress.add_task(f"reading {file.name}", total=data.count(b"\n"))

        def told(line: int) -> None:
            progress.update(task, completed=line)

        return read_list(data, office, forms, now, told)


def _complain(file: Path, error: AppointmentListError) -> None:
    for problem in (*error.errors, *error.warnings):
        typer.echo(f"{file.name}, {problem}", err=True)


def _stop_at(file: Path, error: AppointmentListError) -> None:
    places = f"{len(error.errors)} places" if len(error.errors) > 1 else "one place"
    stop(Exit.FOUND_FAULTS, f"nothing was imported: mend {places} in {file.name} first")
