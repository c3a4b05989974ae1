"""`kiosk desk`: the phone desk, on any PC with the office's file and its ledger."""

import logging
from datetime import datetime
from pathlib import Path

import typer

from kiosk.app.desk_program import DeskParts
from kiosk.app.running import Showing, run_desk
from kiosk.commands.door import log_to, need_display
from kiosk.commands.exits import read_office
from kiosk.config import OfficeFile
from kiosk.config.office_file import DESK_LETTERS
from kiosk.core.desk_orders import Agreed, LetterKept, LetterPrinted
from kiosk.gate.desk_post import LetterFailedError, MakeLetter
from kiosk.ledger.ledger import Ledger
from kiosk.letters.letter import file_names
from kiosk.letters.not_printed import NotPrintedError
from kiosk.letters.printing import PrintLetters, print_letters
from kiosk.post.letters import LetterNotMadeError, MadeLetters
from kiosk.post.letters import make_letter as make
from kiosk.whole_file import write_whole

_log = logging.getLogger(__name__)


def desk(office_path: Path, language: str, *, windowed: bool) -> None:
    """Open the desk and keep it open until its window is closed, or a signal ends it."""
    office_file = read_office(office_path)
    need_display()
    log_to(office_file.path.with_name("kiosk-desk.log"))
    parts = DeskParts(office_file, language, letter_maker(office_file))
    raise typer.Exit(run_desk(parts, Showing(windowed=windowed)))


def letter_maker(office_file: OfficeFile, print_out: PrintLetters = print_letters) -> MakeLetter:
    """Return what makes the letters of this office's desk and prints them.

    One that cannot be printed is put as a file into the desk's folder; of the others no file is left.
    """
    folder = office_file.path.with_name(DESK_LETTERS)

    def make_letter(ledger: Ledger, agreed: Agreed, now: datetime) -> LetterPrinted | LetterKept:
        try:
            made = make(ledger, office_file, agreed.appointment, now)
        except LetterNotMadeError as error:
            raise LetterFailedError(str(error)) from error
        try:
            printer = print_out(made.letters, made.document, office_file.desk_printer)
        except NotPrintedError as error:
            _log.warning("a letter is not printed: %s %s", error.why.value, error.printer)
            return LetterKept(agreed.event, str(_keep(folder, made)), error.why, error.printer)
        return LetterPrinted(agreed.event, printer)

    return make_letter


def _keep(folder: Path, made: MadeLetters) -> Path:
    """Put the document of one letter into a folder. Raises LetterFailedError."""
    path = folder / file_names(made.letters)[0]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, made.document)
    except OSError as error:
        raise LetterFailedError(f"{folder} takes no file: {error.strerror}") from error
    return path
