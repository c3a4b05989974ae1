"""What the page says on which somebody is looked for who is booked today."""

from kiosk.core.guard_view import Booking
from kiosk.ui.panel.words import Words


def what_to_type(words: Words) -> str:
    """Return what may be typed."""
    return words.translate("panel", "Name (4 letters or more), number, time or short code")


def search(words: Words) -> str:
    """Return what starts the search."""
    return words.translate("panel", "Search")


def four_letters(words: Words) -> str:
    """Return that more has to be typed before anything is searched for."""
    return words.translate("panel", "4 letters at least")


def try_otherwise(words: Words) -> str:
    """Return what else may be tried."""
    return words.translate("panel", "Look on the letter, or ask for the time or the number.")


def found(words: Words, total: int) -> str:
    """Return how many bookings fit; none is told in words."""
    if total == 0:
        return words.translate("panel", "Nothing found for today")
    return words.translate("panel", "Found: {count}").format(count=total)


def some_are_missing(words: Words, missing: int) -> str:
    """Return that more bookings fit than are shown."""
    told = words.translate("panel", "{count} more are not shown. Type more letters, or the time.")
    return told.format(count=missing)


def type_more(words: Words) -> str:
    """Return what leads back to the keys, with what was typed."""
    return words.translate("panel", "Change the search")


def booking_told(words: Words, booking: Booking) -> str:
    """Return what else tells a booking from others, without a name."""
    told = [words.people(booking.party)]
    if booking.number is not None:
        told.append(words.translate("panel", "number {number}").format(number=booking.number))
    if booking.is_inside:
        told.append(words.translate("panel", "is inside already"))
    return " · ".join(told)
