"""What the page of the line says."""

from kiosk.core.occupancy import Place
from kiosk.core.office import Office
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.texts_areas import appointment_at
from kiosk.ui.panel.words import Words


def title(words: Words, numbers: int) -> str:
    """Return how many numbers wait."""
    if not numbers:
        return words.translate("panel", "Nobody is waiting in the line.")
    return words.translate("panel", "The line: {numbers}").format(numbers=numbers)


def call_next(words: Words) -> str:
    """Return what calls the first for whom there is room."""
    return words.translate("panel", "Call the next")


def area_and_since(words: Words, office: Office, place: Place) -> str:
    """Return where a number wants to go, and since when it waits."""
    text = words.translate("panel", "{area}, since {time}")
    name = area_name(words, office, place.area)
    return text.format(area=name, time=words.time_text(place.arrived_at))


def state(words: Words, place: Place) -> str:
    """Return whether a number was called, or what it waits with."""
    if place.kept_until is not None:
        text = words.translate("panel", "called, place kept until {time}")
        return text.format(time=words.time_text(place.kept_until))
    if place.due is None:
        return words.translate("panel", "without an appointment")
    return appointment_at(words, place.due)


def did_not_come(words: Words) -> str:
    """Return that a number was called and did not come, or was skipped."""
    return words.translate("panel", "did not come or was skipped")


def let_in(words: Words) -> str:
    """Return what lets the party of a number in."""
    return words.translate("panel", "Let in")


def call(words: Words, *, called: bool) -> str:
    """Return what calls a number, or that it is called."""
    return words.translate("panel", "Called") if called else words.translate("panel", "Call")


def skip(words: Words) -> str:
    """Return what lets a number make room for the next."""
    return words.translate("panel", "Skip")


def put_back(words: Words) -> str:
    """Return what puts a number into the line again."""
    return words.translate("panel", "Put back into the line")


def without_number(words: Words) -> str:
    """Return who is given a number."""
    return words.translate("panel", "without a letter")


def give_number(words: Words) -> str:
    """Return what is given with one tap."""
    return words.translate("panel", "give a number")
