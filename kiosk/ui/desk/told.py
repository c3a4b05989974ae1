"""What the phone desk reads: times, how full the house is then, and what came of each order."""

from datetime import datetime, timedelta
from enum import Enum
from typing import assert_never

from PySide6.QtCore import QDate, QLocale

from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.desk_orders import (
    Agreed,
    Book,
    CallOff,
    Change,
    DeskFound,
    DeskOrder,
    DeskResult,
    Find,
    FullThen,
    HouseThen,
    LetterKept,
    LetterNotMade,
    LetterPrinted,
    Move,
    NotAgreed,
    NotPrinted,
    OrderLetter,
    SlotTaken,
    Undo,
)
from kiosk.core.guard_view import Failed, SignInWanted
from kiosk.core.not_done import NotDone
from kiosk.core.office import Office, RoomId
from kiosk.core.trouble import Trouble
from kiosk.ui.panel.texts_not_done import not_done_told
from kiosk.ui.panel.words import Words

_NEARLY_FULL = 0.85
_LOCALES = {"de": "de_DE", "en": "en_GB"}


class Tone(Enum):
    """How a message is meant; the colour says the same as its words."""

    QUIET = "quiet"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


def day_in_short(words: Words, office: Office, at: datetime) -> str:
    """Return the weekday and the date, short enough for a list."""
    here = at.astimezone(office.time_zone)
    day = QDate(here.year, here.month, here.day)
    return QLocale(_LOCALES[words.language]).toString(day, words.translate("desk", "ddd d MMM"))


def when_told(words: Words, office: Office, at: datetime) -> str:
    """Return a day and a time."""
    return f"{day_in_short(words, office, at)}, {words.time_text(at)}"


def length_told(words: Words, length: timedelta) -> str:
    """Return how long an appointment is."""
    return words.translate("desk", "{minutes} min").format(minutes=round(length.total_seconds() / 60))


def room_told(words: Words, office: Office, appointment: Appointment) -> str:
    """Return the area and the room of an appointment, their short names where the office has none."""
    area = office.areas.get(appointment.area)
    if area is None:
        return str(appointment.area)
    room = room_name(words, office, appointment)
    return f"{words.wording(area.name)}, {room}" if room else words.wording(area.name)


def room_name(words: Words, office: Office, appointment: Appointment) -> str:
    """Return the name of an appointment's room, "" where it has none."""
    area, room_id = office.areas.get(appointment.area), appointment.room
    room = None if area is None or room_id is None else area.room(RoomId(room_id))
    return str(room_id or "") if room is None else words.wording(room.name)


def fullness_told(words: Words, house: HouseThen) -> str:
    """Return how full the house is expected to be, in numbers and in a word."""
    numbers = words.translate("desk", "{people} of {cap}").format(people=round(house.people), cap=house.cap)
    return f"{numbers} · {_fullness_word(words, house)}"


def fullness_of(house: HouseThen) -> float:
    """Return how full the house is expected to be, 0 to 1."""
    return min(1.0, house.people / house.cap) if house.cap else 1.0


def is_nearly_full(house: HouseThen) -> bool:
    """Say whether few places will be left."""
    return house.fits and fullness_of(house) >= _NEARLY_FULL


def _fullness_word(words: Words, house: HouseThen) -> str:
    if house.of_area:
        return words.translate("desk", "area full")
    if not house.fits:
        return words.translate("desk", "no room")
    return words.translate("desk", "tight") if is_nearly_full(house) else words.translate("desk", "room")


def answer_told(  # noqa: C901, PLR0912 - one flat branch for each result
    words: Words, office: Office, order: DeskOrder, result: DeskResult
) -> tuple[str, Tone]:
    """Return what came of an order, and how that is meant."""
    match result:
        case Agreed():
            return _agreed_told(words, office, order, result), Tone.GOOD
        case FullThen(wanted=wanted, nearest=()):
            text = words.translate(
                "desk", "It is expected to be full then ({fullness}), and near to it as well."
            )
            return text.format(fullness=fullness_told(words, wanted.house)), Tone.WARN
        case SlotTaken(nearest=()):
            return words.translate(
                "desk", "Somebody else has just got this time. Turn to later days."
            ), Tone.WARN
        case SlotTaken():
            return words.translate("desk", "Somebody else has just got this time. These are free:"), Tone.WARN
        case FullThen(wanted=wanted):
            text = words.translate("desk", "It is expected to be full then ({fullness}). With room:")
            return text.format(fullness=fullness_told(words, wanted.house)), Tone.WARN
        case DeskFound(bookings=bookings, total=total):
            return _found_told(words, len(bookings), total), Tone.QUIET
        case LetterPrinted(printer=printer):
            return words.translate("desk", "The letter is on its way: {printer}").format(
                printer=printer
            ), Tone.GOOD
        case LetterKept():
            text = _not_printed_told(words, result.why)
            return text.format(file=result.file, printer=result.printer), Tone.WARN
        case LetterNotMade(why=why):
            return words.translate("desk", "No letter was made: {why}").format(why=why), Tone.BAD
        case NotAgreed():
            return not_agreed_told(words, result), Tone.BAD
        case NotDone():
            return not_done_told(words, result), Tone.BAD
        case SignInWanted():
            return words.translate("desk", "Please sign in again. Nothing was done."), Tone.WARN
        case Failed(trouble=trouble):
            return trouble_told(words, trouble), Tone.BAD
        case _ as never:
            assert_never(never)


def trouble_told(words: Words, trouble: Trouble) -> str:
    """Return what is wrong, and what to do."""
    match trouble:
        case Trouble.LEDGER:
            return words.translate(
                "desk", "The database cannot be reached. Nothing was booked: write it down, and try again."
            )
        case Trouble.CLOCK | Trouble.PROGRAM:
            return words.translate(
                "desk", "The program failed. Nothing was booked: write it down, and tell the administrator."
            )
        case _ as never:
            assert_never(never)


def _agreed_told(words: Words, office: Office, order: DeskOrder, agreed: Agreed) -> str:
    appointment = agreed.appointment
    when, where = when_told(words, office, appointment.starts_at), room_told(words, office, appointment)
    match order:
        case Book():
            return words.translate("desk", "Booked: {when}, {where}").format(when=when, where=where)
        case Move():
            return words.translate("desk", "Moved to {when}, {where}").format(when=when, where=where)
        case CallOff():
            return words.translate("desk", "Cancelled: {when}, {where}").format(when=when, where=where)
        case Change():
            return words.translate("desk", "Changed: {when}, {where}").format(when=when, where=where)
        case Undo() if appointment.status is AppointmentStatus.CANCELLED:
            return words.translate("desk", "Taken back: the booking for {when} is gone.").format(when=when)
        case Undo():
            text = words.translate("desk", "Taken back: the appointment is on {when}, {where}.")
            return text.format(when=when, where=where)
        case OrderLetter() | Find():
            return words.translate("desk", "Done")
        case _ as never:
            assert_never(never)


def _not_printed_told(words: Words, why: NotPrinted) -> str:
    match why:
        case NotPrinted.NO_PRINTER:
            return words.translate(
                "desk",
                "This PC has no printer. The letter lies in {file}: print it from there. Set up a printer, "
                "or name one in the office’s file under [desk].",
            )
        case NotPrinted.UNKNOWN_PRINTER:
            return words.translate(
                "desk",
                "The printer {printer} is not there. The letter lies in {file}: print it from there. "
                "Switch the printer on, or name another one in the office’s file under [desk].",
            )
        case NotPrinted.REFUSED:
            return words.translate(
                "desk",
                "The printer {printer} takes no letter. The letter lies in {file}: print it from there. "
                "Look whether it is on, has paper and is not paused, then press F8 again.",
            )
        case NotPrinted.NO_SERVICE:
            return words.translate(
                "desk",
                "No print service runs on this PC. The letter lies in {file}. "
                "Have the print service (CUPS) started or set up, then press F8 again.",
            )
        case NotPrinted.NO_ANSWER:
            return words.translate(
                "desk",
                "The print service of this PC does not answer. The letter lies in {file}. "
                "Have the print service (CUPS) restarted, then press F8 again.",
            )
        case _ as never:
            assert_never(never)


def _found_told(words: Words, shown: int, total: int) -> str:
    if not total:
        return words.translate("desk", "Nobody was found. Try the name, the time or the number.")
    if shown < total:
        text = words.translate("desk", "{total} found, the first {shown} are shown: type more of the name.")
        return text.format(total=total, shown=shown)
    return words.translate("desk", "{total} found").format(total=total)


def not_agreed_told(words: Words, why: NotAgreed) -> str:  # noqa: C901, PLR0912 - one flat branch for each reason
    """Return why a wish was not done, and what to do instead."""
    match why:
        case NotAgreed.NOT_ALLOWED:
            return words.translate("desk", "Your role may not book. Please ask your manager.")
        case NotAgreed.UNKNOWN_AREA:
            return words.translate("desk", "This area is not in the office’s file any more.")
        case NotAgreed.NOT_A_SLOT:
            return words.translate("desk", "This is no time of the office. Choose one from the list.")
        case NotAgreed.PAST:
            return words.translate("desk", "This time is over. Choose a later one.")
        case NotAgreed.NAME_WANTED:
            return words.translate("desk", "Please type the name.")
        case NotAgreed.CONTACT_WANTED:
            return words.translate("desk", "Please type a phone number or an email address.")
        case NotAgreed.ADDRESS_WANTED:
            return words.translate("desk", "Please type the address for the letter.")
        case NotAgreed.MAIL_ADDRESS_WANTED:
            return words.translate("desk", "For a letter by email, type an email address as the contact.")
        case NotAgreed.UNKNOWN_APPOINTMENT:
            return words.translate("desk", "This appointment does not stand any more.")
        case NotAgreed.CHANGED_MEANWHILE:
            return words.translate("desk", "Somebody else has changed this appointment. Find it again.")
        case NotAgreed.ALREADY_INSIDE:
            return words.translate("desk", "They are in the house already. Ask at the door.")
        case NotAgreed.CANNOT_BE_UNDONE:
            return words.translate("desk", "That cannot be taken back here. Find the appointment.")
        case NotAgreed.TOO_LONG_AGO:
            return words.translate("desk", "That is too long ago. Find the appointment.")
        case NotAgreed.TAKEN_MEANWHILE:
            return words.translate("desk", "Somebody else has got the old time meanwhile. Find another one.")
        case _ as never:
            assert_never(never)
