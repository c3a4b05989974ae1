"""`kiosk board`: how full the house is, on a screen at the reception."""

from pathlib import Path

import typer

from kiosk.app.board_program import BoardParts
from kiosk.app.running import ScreenError, Showing, run_board
from kiosk.commands.door import log_to, need_display
from kiosk.commands.exits import Exit, read_office, stop


def board(office_path: Path, screen: str | None, language: str, *, windowed: bool) -> None:
    """Open the board and keep it open until a signal ends it, or its window is closed."""
    office_file = read_office(office_path)
    need_display()
    log_to(office_file.path.with_name("kiosk-board.log"))
    try:
        raise typer.Exit(run_board(BoardParts(office_file, language), Showing(windowed, screen=screen)))
    except ScreenError as error:
        stop(Exit.DISPLAY, str(error))
