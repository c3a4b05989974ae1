"""What the next step says, in the language that is spoken now."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from kiosk.ui.counted import Counted
from kiosk.ui.language import number_text

translate = QCoreApplication.translate

_MINUTES_AT_A_TIME = 5
_LONGEST_IN_MINUTES = 60


def kind_minutes(wait: timedelta) -> int:
    """Return the minutes that are told for `wait`: rounded up to five, so that few wait longer than told."""
    started = -(-wait // timedelta(minutes=_MINUTES_AT_A_TIME))
    return max(1, started) * _MINUTES_AT_A_TIME


def wait_told(wait: timedelta | None) -> str:
    """Return how long it will take; `wait` is None where nobody can tell."""
    if wait is None:
        return translate("step", "It may take a while.")
    minutes = kind_minutes(wait)
    if minutes > _LONGEST_IN_MINUTES:
        return translate("step", "More than one hour")
    return translate("step", "About {minutes} minutes").format(minutes=number_text(minutes))


def ahead_told(ahead: int) -> str:
    """Return how many people come before this party."""
    if ahead == 0:
        return translate("step", "You are next.")
    return Counted().ahead(ahead)


def your_number() -> str:
    """Return what stands above the number."""
    return translate("step", "Your number")


def number_will_be_called() -> str:
    """Return what to do with the number."""
    return translate("step", "Please wait outside. Your number will appear on this screen.")


def come_again() -> str:
    """Return what stands above a time."""
    return translate("step", "Please come back")


def opens_again() -> str:
    """Return what stands above the next opening."""
    return translate("step", "We open again")


def at_time(time: str) -> str:
    """Return a time of day as part of a sentence."""
    return translate("step", "at {time}").format(time=time)


def today() -> str:
    """Return the word for this day."""
    return translate("step", "today")


def go_to_this_door() -> str:
    """Return what stands above another door's name."""
    return translate("step", "Please go to this door:")


def call_or_write() -> str:
    """Return what to do for a new appointment."""
    return translate("step", "Please ask our staff. Or call us. You will get a new appointment.")


def phone_scans_this() -> str:
    """Return what the QR code is for."""
    return translate("step", "Call with your phone")


def ask_staff() -> str:
    """Return whom to ask."""
    return translate("step", "Please ask our staff at the door.")


def hold_again(*, camera: bool) -> str:
    """Return how to hold the letter."""
    if camera:
        return translate("step", "Hold your letter still under the camera once more.")
    return translate("step", "Hold your letter under the scanner once more.")


def or_type_code() -> str:
    """Return the second way."""
    return translate("step", "Or type the short code from your letter.")


def or_ask_staff() -> str:
    """Return the third way."""
    return translate("step", "Or ask our staff.")


def come_home_well() -> str:
    """Return the wish for those who leave."""
    return translate("step", "Thank you for your visit. Have a safe journey home.")


def wait_for_staff() -> str:
    """Return what to do while admission is stopped."""
    return translate("step", "Please wait. Our staff will tell you when you can come in.")
