"""`kiosk desk`: the phone desk, on any PC with the office's file and its ledger."""

from datetime import datetime
from pathlib import Path
from typing import Final

import typer

from kiosk.app.desk_program import DeskParts
from kiosk.app.running import Showing, run_desk
from kiosk.commands.door import log_to, need_display
from kiosk.commands.exits import read_office
from kiosk.config import OfficeFile
from kiosk.core.desk_orders import Agreed
from kiosk.gate.desk_post import LetterFailedError, MakeLetter
from kiosk.ledger.ledger import Ledger
from kiosk.letters.files import write_whole
from kiosk.post.letters import LetterNotMadeError
from kiosk.post.letters import make_letter as make

LETTERS: Final = "letters"
"""The folder beside the office's file in which the desk's letters lie until somebody prints them."""


def desk(office_path: Path, language: str, *, windowed: bool) -> None:
    """Open the desk and keep it open until its window is closed, or a signal ends it."""
    office_file = read_office(office_path)
    need_display()
    log_to(office_file.path.with_name("kiosk-desk.log"))
    parts = DeskParts(office_file, language, letter_maker(office_file))
    raise typer.Exit(run_desk(parts, Showing(windowed=windowed)))


def letter_maker(office_file: OfficeFile) -> MakeLetter:
    """Return what makes the letters of this office's desk, and puts each as a file into its folder."""
    folder = office_file.path.with_name(LETTERS)

    def make_letter(ledger: Ledger, agreed: Agreed, now: datetime) -> Path:
        appointment = agreed.appointment
        local = appointment.starts_at.astimezone(office_file.office.time_zone)
        path = folder / f"{local:%Y-%m-%d-%H%M}-{appointment.id[-8:]}-{agreed.event[-4:]}.pdf"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, make(ledger, office_file, appointment, now).document)
        except LetterNotMadeError as error:
            raise LetterFailedError(str(error)) from error
        except OSError as error:
            raise LetterFailedError(f"{folder} takes no file: {error.strerror}") from error
        return path

    return make_letter
