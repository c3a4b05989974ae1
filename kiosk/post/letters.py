"""Makes letters: drafted, printed, read again by the scanner's own path, and only then known at the door."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.config import OfficeFile
from kiosk.core.appointment import Appointment
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.person import Need, Person
from kiosk.languages.faults import LanguageFilesError
from kiosk.ledger.errors import CodeTakenError
from kiosk.ledger.ledger import Ledger
from kiosk.letters.layout import LetterTooLongError
from kiosk.letters.letter import Letter
from kiosk.letters.pdf import PdfPages
from kiosk.letters.reading_back import GreyPicture, UnreadableLetterError, read_back
from kiosk.letters.template import TemplateFaultError
from kiosk.letters.wordings import Wordings, wordings_of
from kiosk.scan.decode import decode

_WHY = (UnreadableLetterError, LetterTooLongError, TemplateFaultError)


class LetterNotMadeError(Exception):
    """Raised for a letter that cannot be made; the sentence says why and names no person."""


@dataclass(frozen=True, slots=True)
class MadeLetters:
    """Letters that were read again and are known at the door, and their PDF document, a page each."""

    letters: tuple[Letter, ...]
    document: bytes


def office_wordings(office_file: OfficeFile) -> Wordings:
    """Return the texts of the office's letters. Raises LetterNotMadeError with all that is wrong in them."""
    try:
        return wordings_of(office_file.letter_texts)
    except LanguageFilesError as error:
        raise LetterNotMadeError(str(error)) from error


def make_letter(
    ledger: Ledger,
    office_file: OfficeFile,
    appointment: Appointment,
    now: datetime,
    wordings: Wordings | None = None,
) -> MadeLetters:
    """Make one letter with a code of its own, which the door knows when this returns.

    May be called in any thread, once the main thread has its QGuiApplication. Raises LetterNotMadeError.
    """
    return make_letters(ledger, office_file, [appointment], now, wordings=wordings)


def make_letters(
    ledger: Ledger,
    office_file: OfficeFile,
    appointments: Sequence[Appointment],
    now: datetime,
    *,
    wordings: Wordings | None = None,
    told: Callable[[], None] = lambda: None,
) -> MadeLetters:
    """Make the letters of these appointments as one document; all become known at the door, or none.

    `told` is called twice for each letter: when it is printed, and when it has been read again. Raises
    LetterNotMadeError.
    """
    texts = wordings or office_wordings(office_file)
    entered_rules = ledger.house().entered_rules
    drafts = [
        replace(
            draft_of(office_file, each, ledger.person_of(each.id), texts, now), entered_rules=entered_rules
        )
        for each in appointments
    ]
    while True:
        try:
            printed = _printed(drafts, told)
        except _WHY as error:
            raise LetterNotMadeError(str(error)) from error
        try:
            ledger.issue_letters([(each.appointment, each.code) for each in drafts], now)
        except CodeTakenError:
            # Short codes have 35 bits: once in a few thousand years of letters two of them are the same.
            drafts = [replace(each, code=_new_code()) for each in drafts]
            continue
        return MadeLetters(tuple(drafts), printed)


def draft_of(
    office_file: OfficeFile,
    appointment: Appointment,
    person: Person | None,
    wordings: Wordings,
    now: datetime,
) -> Letter:
    """Return the letter with a code that nobody knows yet. Raises LetterNotMadeError."""
    try:
        return Letter(
            office=office_file.office,
            appointment=appointment,
            code=_new_code(),
            written_on=now.astimezone(office_file.office.time_zone).date(),
            addressee=person.addressee if person else (),
            large_print=person is not None and Need.LARGE_PRINT in person.needs,
            wordings=wordings,
        )
    except ValueError as error:
        raise LetterNotMadeError(f"{error}; put it back into {office_file.path}") from error


def texts_in(picture: GreyPicture) -> list[str]:
    """Return the texts of all codes in a picture, as the door's scanner reads them."""
    return [sighting.text for sighting in decode(picture)]


def _printed(drafts: Sequence[Letter], told: Callable[[], None]) -> bytes:
    with PdfPages() as pages:
        for letter in drafts:
            pages.add(letter)
            told()
        printed = pages.finish()
    for _ in read_back(printed, texts_in):
        told()
    return printed.document


def _new_code() -> Code:
    return Code(secrets.randbits(CODE_BITS))
