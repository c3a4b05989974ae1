"""`kiosk letters`: the letters of a day, each with a code of its own, read back before it counts as made."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, interruptible, local_day, read_office, stop
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.code import CODE_BITS, Code
from kiosk.ledger.errors import CodeTakenError
from kiosk.ledger.ledger import Ledger
from kiosk.letters.layout import LetterTooLongError
from kiosk.letters.letter import Letter, file_names
from kiosk.letters.pdf import write_letter
from kiosk.letters.reading_back import GreyPicture, UnreadableLetterError
from kiosk.letters.template import TemplateFaultError
from kiosk.letters.wordings import Wordings, WordingsError, wordings_of
from kiosk.scan.decode import decode

_NO_CODE_YET = Code(0)


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that was issued and written."""

    letter: Letter
    path: Path


def make_letters(office_path: Path, day: str, folder: Path, *, again: bool) -> None:
    """Make the letters of the appointments that are booked on a day, and say what was made."""
    office_file = read_office(office_path)
    start, end = local_day(day, office_file)
    console = Console(stderr=True)
    with ledger_of(office_file) as ledger, interruptible():
        booked = [each for each in ledger.appointments(start, end) if each.status is AppointmentStatus.BOOKED]
        _refuse_unknown_areas(booked, office_file)
        wanted = booked if again else _not_in(folder, booked, office_file)
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("making letters", total=len(wanted))
            try:
                for _ in send_letters(ledger, office_file, wanted, folder):
                    progress.advance(task)
            except (UnreadableLetterError, LetterTooLongError, TemplateFaultError, WordingsError) as error:
                stop(Exit.FOUND_FAULTS, str(error))
            except OSError as error:
                stop(Exit.FOUND_FAULTS, f"the letters cannot be written to {folder}: {error.strerror}")
    typer.echo(f"{len(wanted)} letters made in {folder}, {len(booked) - len(wanted)} lay there already")


def send_letters(
    ledger: Ledger, office_file: OfficeFile, appointments: Sequence[Appointment], folder: Path
) -> Iterator[SentLetter]:
    """Issue a new letter for each appointment and write it to `folder`; yields each when it is on the disk.

    A letter is known at the door before its file exists: if this is interrupted, the files that are missing
    are made by the next call, with codes of their own.
    """
    wordings = wordings_of(office_file.letter_texts)
    folder.mkdir(parents=True, exist_ok=True)
    letters = [_draft(office_file, wordings, ledger, each) for each in appointments]
    for draft, name in zip(letters, file_names(letters), strict=True):
        letter = replace(draft, code=_issue(ledger, draft.appointment))
        write_letter(letter, folder / name, _texts_in)
        yield SentLetter(letter, folder / name)


def _refuse_unknown_areas(appointments: Sequence[Appointment], office_file: OfficeFile) -> None:
    gone = {each.area for each in appointments} - set(office_file.office.areas)
    if gone:
        stop(
            Exit.FOUND_FAULTS,
            f"there are appointments in {', '.join(sorted(gone))}, and {office_file.path} has no such area. "
            "Put it back there, or import a list in which these appointments are cancelled or moved",
        )


def _draft(office_file: OfficeFile, wordings: Wordings, ledger: Ledger, appointment: Appointment) -> Letter:
    person = ledger.person_of(appointment.id)
    return Letter(
        office=office_file.office,
        appointment=appointment,
        code=_NO_CODE_YET,
        written_on=now_utc().astimezone(office_file.office.time_zone).date(),
        addressee=person.addressee if person else (),
        wordings=wordings,
    )


def _issue(ledger: Ledger, appointment: Appointment) -> Code:
    while True:
        code = Code(secrets.randbits(CODE_BITS))
        try:
            ledger.issue_letters([(appointment, code)], now_utc())
        except CodeTakenError:
            # Short codes have 35 bits: once in a few thousand years of letters two of them are the same.
            continue
        return code


def _not_in(folder: Path, appointments: Sequence[Appointment], office_file: OfficeFile) -> list[Appointment]:
    drafts = [Letter(office_file.office, each, _NO_CODE_YET, each.starts_at.date()) for each in appointments]
    return [
        each
        for each, name in zip(appointments, file_names(drafts), strict=True)
        if not (folder / name).exists()
    ]


def _texts_in(picture: GreyPicture) -> list[str]:
    return [sighting.text for sighting in decode(picture)]
