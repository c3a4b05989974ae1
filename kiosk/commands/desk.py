"""`kiosk desk`: the phone desk, on any PC with the office's file and its ledger."""

from pathlib import Path

import typer

from kiosk.app.desk_program import DeskParts
from kiosk.app.running import Showing, run_desk
from kiosk.commands.door import log_to, need_display
from kiosk.commands.exits import read_office


def desk(office_path: Path, language: str, *, windowed: bool) -> None:
    """Open the desk and keep it open until its window is closed, or a signal ends it."""
    office_file = read_office(office_path)
    need_display()
    log_to(office_file.path.with_name("kiosk-desk.log"))
    raise typer.Exit(run_desk(DeskParts(office_file, language), Showing(windowed=windowed)))
