"""`kiosk panel`: the guard's panel alone, on a machine of its own, with the ledger of the door."""

from dataclasses import dataclass
from pathlib import Path

import typer

from kiosk.app.panel_program import PanelParts
from kiosk.app.running import ScreenError, Showing, run_panel
from kiosk.commands.door import log_to, need_display, scanner_named
from kiosk.commands.exits import Exit, door_named, read_office, stop


@dataclass(frozen=True, slots=True)
class PanelWishes:
    """On which screen a panel is shown (None: the first), in which language, and which scanner is its own.

    `keys`: a real keyboard steers it, too.
    """

    screen: str | None
    language: str
    scanner: str
    keys: bool


def panel(office_path: Path, door_name: str, wishes: PanelWishes, *, windowed: bool) -> None:
    """Open the panel and keep it open until a signal ends it, or its window is closed."""
    office_file = read_office(office_path)
    door = door_named(office_file, door_name)
    scanner = scanner_named(wishes.scanner)
    need_display()
    log_to(office_file.path.with_name(f"kiosk-panel-{door.id}.log"))
    parts = PanelParts(office_file, door, wishes.language, devices=None, keys=wishes.keys)
    try:
        raise typer.Exit(run_panel(parts, Showing(windowed=windowed, screen=wishes.screen), scanner))
    except ScreenError as error:
        stop(Exit.DISPLAY, str(error))
