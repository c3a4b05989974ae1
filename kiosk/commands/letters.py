"""`kiosk letters`: the letters of a day, each with a code of its own, read back before it counts as made."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

import typer

from kiosk.clock import now_utc
from kiosk.commands.exits import Exit, interruptible, local_day, read_office, stop
from kiosk.commands.progress import progress_bar
from kiosk.commands.stored import ledger_of
from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.instant import ends_of_day, is_over
from kiosk.languages.counted import counted
from kiosk.ledger.ledger import Ledger
from kiosk.letters.letter import Letter, day_in, file_names
from kiosk.letters.wordings import Wordings
from kiosk.post.letters import LetterNotMadeError, draft_of, make_letter, office_wordings
from kiosk.post.letters import make_letters as make_post
from kiosk.whole_file import write_whole

_STEPS_A_LETTER: Final = 2


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that was issued and written."""

    letter: Letter
    path: Path


def make_letters(office_path: Path, day: str, folder: Path, *, again: bool) -> None:
    """Make the letters of the appointments that are booked on a day, a file each, and say what was made."""
    office_file = read_office(office_path)
    start, end = local_day(day, office_file)
    with ledger_of(office_file) as ledger, interruptible(), _told_faults(folder):
        booked = _booked(ledger, office_file, start, end)
        wordings = office_wordings(office_file)
        wanted = booked if again else _not_in(folder, booked, ledger, office_file, wordings)
        with _progress("making letters", len(wanted)) as advance:
            for _ in send_letters(ledger, office_file, wanted, folder):
                advance()
        gone = _remove_what_no_longer_holds(folder, ledger, office_file, wordings)
    removed = f", {counted(gone, 'that no longer holds', 'that no longer hold')} removed" if gone else ""
    made = counted(len(wanted), "letter")
    nobody = "" if booked else f"; nobody is booked on {day}"
    typer.echo(f"{made} made in {folder}, {len(booked) - len(wanted)} lay there already{removed}{nobody}")


def make_days_post(office_path: Path, day: str, path: Path) -> None:
    """Make the letters of a day as one document, for the printer; those that go by mail are left out."""
    office_file = read_office(office_path)
    start, end = local_day(day, office_file)
    with ledger_of(office_file) as ledger, interruptible(), _told_faults(path):
        booked = _booked(ledger, office_file, start, end)
        printed = [each for each in booked if not _goes_by_mail(ledger, each)]
        if printed:
            with _progress("making letters", _STEPS_A_LETTER * len(printed)) as advance:
                made = make_post(ledger, office_file, printed, now_utc(), told=advance)
            write_whole(path, made.document)
    by_mail = len(booked) - len(printed)
    mailed = f"; {counted(by_mail, 'goes', 'go')} by mail" if by_mail else ""
    where = f" in {path}" if printed else f": nothing was written to {path}"
    typer.echo(f"{counted(len(printed), 'letter')}{where}{mailed}")


def send_letters(
    ledger: Ledger, office_file: OfficeFile, appointments: Sequence[Appointment], folder: Path
) -> Iterator[SentLetter]:
    """Issue a new letter for each appointment and write it to `folder`; yields each when it is on the disk.

    A letter is known at the door before its file exists: if this is interrupted, the files that are missing
    are made by the next call, with codes of their own. Raises LetterNotMadeError.
    """
    wordings = office_wordings(office_file)
    folder.mkdir(parents=True, exist_ok=True)
    names = _names(appointments, ledger, office_file, wordings)
    for each, name in zip(appointments, names, strict=True):
        made = make_letter(ledger, office_file, each, now_utc(), wordings)
        write_whole(folder / name, made.document)
        yield SentLetter(made.letters[0], folder / name)


@contextmanager
def _told_faults(where: Path) -> Iterator[None]:
    try:
        yield
    except LetterNotMadeError as error:
        stop(Exit.FOUND_FAULTS, str(error))
    except OSError as error:
        stop(Exit.FOUND_FAULTS, f"the letters cannot be written to {where}: {error.strerror}")


@contextmanager
def _progress(what: str, steps: int) -> Iterator[Callable[[], None]]:
    with progress_bar() as progress:
        task = progress.add_task(what, total=steps)
        yield lambda: progress.advance(task)


def _booked(ledger: Ledger, office_file: OfficeFile, start: datetime, end: datetime) -> list[Appointment]:
    booked = [each for each in ledger.appointments(start, end) if each.status is AppointmentStatus.BOOKED]
    gone = {each.area for each in booked} - set(office_file.office.areas)
    if gone:
        stop(
            Exit.FOUND_FAULTS,
            f"there are appointments in {', '.join(sorted(gone))}, and {office_file.path} has no such area. "
            "Put it back there, or import a list in which these appointments are cancelled or moved",
        )
    return booked


def _goes_by_mail(ledger: Ledger, appointment: Appointment) -> bool:
    person = ledger.person_of(appointment.id)
    return person is not None and person.by_mail and person.mail_address is not None


def _names(
    appointments: Sequence[Appointment], ledger: Ledger, office_file: OfficeFile, wordings: Wordings
) -> tuple[str, ...]:
    now = now_utc()
    people = [ledger.person_of(each.id) for each in appointments]
    return file_names(
        [
            draft_of(office_file, each, person, wordings, now)
            for each, person in zip(appointments, people, strict=True)
        ]
    )


def _not_in(
    folder: Path,
    appointments: Sequence[Appointment],
    ledger: Ledger,
    office_file: OfficeFile,
    wordings: Wordings,
) -> list[Appointment]:
    names = _names(appointments, ledger, office_file, wordings)
    return [each for each, name in zip(appointments, names, strict=True) if not (folder / name).exists()]


def _remove_what_no_longer_holds(
    folder: Path, ledger: Ledger, office_file: OfficeFile, wordings: Wordings
) -> int:
    """Remove the letters of days to come that no longer hold: somebody might send them."""
    zone = office_file.office.time_zone
    now = now_utc()
    lying: dict[date, list[Path]] = {}
    for path in folder.iterdir() if folder.is_dir() else ():
        day = day_in(path.name)
        if day is not None and not is_over(day, now, zone):
            lying.setdefault(day, []).append(path)
    gone = 0
    for day, paths in lying.items():
        booked = _booked(ledger, office_file, *ends_of_day(day, zone))
        hold = set(_names(booked, ledger, office_file, wordings))
        for path in paths:
            if path.name not in hold:
                path.unlink()
                gone += 1
    return gone
