"""The commands of the program and how they are called; what each does stands in `kiosk.commands`."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Annotated

import typer

import kiosk
from kiosk.cli import (
    admission,
    camera,
    doors,
    health,
    languages,
    letters,
    mail,
    page,
    privacy,
    records,
    rules,
    staff,
)

app = typer.Typer(
    name="kiosk",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 done, 1 faults found, 2 wrong call, 3 the office's file is wrong, "
    "4 the ledger cannot be used, 5 no such camera, 6 no display, 7 not allowed, "
    "130 interrupted before it was done.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kiosk {kiosk.__version__}")
        raise typer.Exit


@app.callback()
def kiosk_command(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Entrance check-in for a public office: a letter is scanned, the visitor is let in, the count is right.

    Start with [bold]kiosk demo[/bold], which opens the door of an invented day.
    """


# In this order the help shows them.
app.command("demo")(doors.demo)
app.command("run")(doors.run)
app.command("panel")(doors.guard_panel)
app.command("desk")(doors.desk)
app.command("board")(doors.board)
app.command("serve")(page.serve)
app.add_typer(letters.letters_app, name="letters")
app.command("scan")(letters.scan)
app.command("decode")(letters.decode)
app.command("status")(records.status)
app.command("events")(records.events)
app.command("verify")(records.verify)
app.command("backup")(records.backup)
app.command("audit")(records.audit)
app.command("past")(records.past)
app.command("day-report")(records.day_report)
app.command("replay")(records.replay)
app.command("forecast")(records.forecast)
app.command("check-config")(health.check_config)
app.command("doctor")(health.doctor)
app.command("stop-admission")(admission.stop_admission)
app.command("resume-admission")(admission.resume_admission)
app.command("end-day")(admission.end_day)
app.command("confirm-clock")(admission.confirm_clock)
app.add_typer(letters.appointments_app, name="appointments")
app.add_typer(privacy.app, name="privacy")
app.add_typer(mail.app, name="mail")
app.add_typer(languages.app, name="languages")
app.add_typer(camera.app, name="camera")
app.add_typer(staff.app, name="staff")
app.add_typer(rules.app, name="rules")


def main() -> None:
    """Run the command that the program was started with."""
    # pydantic, which typer uses too, would search all packages for plugins: a twentieth of `kiosk status`.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with _printed():
        app(prog_name="kiosk")


@contextmanager
def _printed() -> Iterator[None]:
    """Print signs that the terminal lacks by their numbers; where the output finds no room, say so."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            yield
        finally:
            typer.echo(nl=False)  # flushes, unlike stdout.flush, also where there is no stdout
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        # Python would try what is left once more at its end, and complain of it in its own way.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        typer.echo(f"kiosk: what was to be written is cut off ({error.strerror}): free some space", err=True)
        raise SystemExit(1) from None
