"""`kiosk letters template` and `preview`: an office changes the text of its letters, and sees what it did."""

import random
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, read_office, stop
from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.code import CODE_BITS, Code
from kiosk.letters.layout import LetterTooLongError
from kiosk.letters.letter import Letter
from kiosk.letters.pdf import printed
from kiosk.letters.picture import write_picture
from kiosk.letters.template import TemplateFaultError
from kiosk.letters.wordings import Wordings, shipped_files
from kiosk.post.letters import LetterNotMadeError, office_wordings
from kiosk.whole_file import write_whole

_ADDRESSEE: Final = ("Frau", "Erika Mustermann", "Beispielweg 12", "12345 Musterstadt")


def write_templates(folder: Path) -> None:
    """Write the texts that are shipped into a folder, to be changed there; what lies there is left alone."""
    files = {folder / f"{language}.txt": text for language, text in shipped_files().items()}
    taken = [str(path) for path in files if path.exists()]
    if taken:
        stop(
            Exit.FOUND_FAULTS, f"there is {', '.join(taken)} already: choose another folder, or move it away"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        stop(Exit.FOUND_FAULTS, f"the texts cannot be written to {folder}: {error.strerror}")
    typer.echo(
        f"{', '.join(path.name for path in files)} written to {folder}. Change what you like, remove "
        "the sections that you leave as they are, and name the folder in the office's file: "
        f'[letters] texts = "{folder}"'
    )


def preview(office_path: Path, path: Path, language: str, *, large_print: bool, open_it: bool) -> None:
    """Write a letter to an invented visitor, with the office's texts, as a PDF document or a picture."""
    office_file = read_office(office_path)
    if path.suffix.lower() not in {".pdf", ".png"}:
        stop(Exit.WRONG_CALL, f"{path} is neither a .pdf nor a .png")
    try:
        wordings = office_wordings(office_file)
        if language not in wordings.languages:
            known = ", ".join(wordings.languages)
            stop(Exit.WRONG_CALL, f"there are no texts in {language!r}; there are: {known}")
        letter = replace(invented_letter(office_file, language, wordings), large_print=large_print)
        _write(letter, path)
    except (LetterNotMadeError, LetterTooLongError, TemplateFaultError) as error:
        stop(Exit.FOUND_FAULTS, str(error))
    except OSError as error:
        stop(Exit.FOUND_FAULTS, f"{path} cannot be written: {error.strerror}")
    typer.echo(f"{path}: a letter to somebody invented, whose code opens no door")
    if open_it:
        typer.launch(str(path))


def invented_letter(office_file: OfficeFile, language: str, wordings: Wordings) -> Letter:
    """Return a letter to somebody invented, whose code opens no door."""
    office, now = office_file.office, now_utc()
    area = next((each for each in office.areas.values() if each.rooms), next(iter(office.areas.values())))
    tomorrow = now.astimezone(office.time_zone).date() + timedelta(days=1)
    appointment = Appointment(
        id=AppointmentId("preview"),
        external_id="4711",
        area=area.id,
        room=area.rooms[0].id if area.rooms else None,
        starts_at=datetime.combine(tomorrow, time(9, 30), tzinfo=office.time_zone),
        duration=area.usual_stay,
        party=2,
        status=AppointmentStatus.BOOKED,
        language=language,
    )
    # The same picture each time: whoever compares two sees what was changed in the texts.
    code = Code(random.Random(appointment.id).getrandbits(CODE_BITS))  # noqa: S311 - it opens nothing
    return Letter(office, appointment, code, tomorrow - timedelta(days=1), _ADDRESSEE, wordings=wordings)


def _write(letter: Letter, path: Path) -> None:
    if path.suffix.lower() == ".pdf":
        write_whole(path, printed(letter).document)
        return
    write_picture(letter, path)
