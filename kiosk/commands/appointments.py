"""`kiosk appointments import`: an office's list goes into its book of appointments, all of it or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from kiosk.clock import new_name, now_utc
from kiosk.commands.exits import Exit, interruptible, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges, ListedAppointment, plan_changes
from kiosk.core.office import Office
from kiosk.intake.csv_list import read_csv
from kiosk.intake.listing import AppointmentList, AppointmentListError
from kiosk.ledger.ledger import Ledger

# A long list's table is cut here; the sums below it count everything.
_ROWS_SHOWN = 40


def import_list(office_path: Path, file: Path, *, dry_run: bool) -> None:
    """Read a list, say what it changes, and change it unless this is a dry run."""
    office_file = read_office(office_path)
    with interruptible():
        listed = _read(file, office_file.office)
        for warning in listed.warnings:
            typer.echo(f"{file.name}, {warning}", err=True)
        with ledger_of(office_file) as ledger:
            changes, known = plan(ledger, office_file, listed.appointments)
            if not dry_run:
                ledger.apply(changes)
    unchanged = len(listed.appointments) - _count(changes)
    _print_changes(changes, known, office_file.office)
    typer.echo(
        f"{'would change' if dry_run else 'changed'}: {len(changes.new)} new, {len(changes.changed)} other, "
        f"{len(changes.cancelled)} cancelled; {unchanged} as they were"
    )


def plan(
    ledger: Ledger, office_file: OfficeFile, listed: Sequence[ListedAppointment]
) -> tuple[AppointmentChanges, Mapping[str, Appointment]]:
    """Return what the list changes, and the appointments that it names as they are known by now."""
    known = ledger.by_external_id([each.external_id for each in listed])
    zone = office_file.office.time_zone
    today = datetime.combine(now_utc().astimezone(zone).date(), time(), tzinfo=zone)
    return plan_changes(listed, known, today, lambda: AppointmentId(new_name())), known


def _read(file: Path, office: Office) -> AppointmentList:
    try:
        data = file.read_bytes()
    except OSError as error:
        stop(Exit.WRONG_CALL, f"{file} cannot be read: {error.strerror}")
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"reading {file.name}", total=data.count(b"\n"))
        try:
            return read_csv(data, office, lambda line: progress.update(task, completed=line))
        except AppointmentListError as error:
            faults = error
    for problem in (*faults.errors, *faults.warnings):
        typer.echo(f"{file.name}, {problem}", err=True)
    return stop(
        Exit.FOUND_FAULTS, f"nothing was imported: mend {len(faults.errors)} places in {file.name} first"
    )


def _count(changes: AppointmentChanges) -> int:
    return len(changes.new) + len(changes.changed) + len(changes.cancelled)


def _print_changes(changes: AppointmentChanges, known: Mapping[str, Appointment], office: Office) -> None:
    table = Table("", "ID", "before", "after", box=None)
    by_id = {appointment.id: appointment for appointment in known.values()}
    rows = [("new", each.external_id, "", _told(each, office)) for each in changes.new]
    rows += [
        ("changed", each.external_id, _told(by_id[each.id], office), _told(each, office))
        for each in changes.changed
    ]
    rows += [
        ("cancelled", by_id[each].external_id, _told(by_id[each], office), "") for each in changes.cancelled
    ]
    for row in rows[:_ROWS_SHOWN]:
        # An office's ids may hold brackets, which the library would take for its markup.
        table.add_row(*(Text(cell) for cell in row))
    if rows:
        Console().print(table)
    if len(rows) > _ROWS_SHOWN:
        typer.echo(f"... and {len(rows) - _ROWS_SHOWN} more")


def _told(appointment: Appointment, office: Office) -> str:
    local = appointment.starts_at.astimezone(office.time_zone)
    room = f" {appointment.room}" if appointment.room else ""
    return f"{local:%Y-%m-%d %H:%M} {appointment.area}{room}, {appointment.party}"
