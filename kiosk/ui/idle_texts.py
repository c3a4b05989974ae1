"""What the screen says while nobody scans, and on its keypad, in the language that is spoken now."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from kiosk.core.office import Direction
from kiosk.scan.guidance import Hint
from kiosk.ui.counted import Counted
from kiosk.ui.language import number_text

translate = QCoreApplication.translate


class Fullness(Enum):
    """How full the house is, in a word."""

    ROOM_LEFT = "room_left"
    NEARLY_FULL = "nearly_full"
    FULL = "full"


_NEARLY = 0.8


def fullness(inside: int, cap: int) -> Fullness:
    """Return the word for `inside` people of `cap`; nearly full is from four fifths on."""
    if inside >= cap:
        return Fullness.FULL
    return Fullness.NEARLY_FULL if inside >= cap * _NEARLY else Fullness.ROOM_LEFT


def fullness_told(word: Fullness) -> str:
    """Return the word for how full it is."""
    match word:
        case Fullness.ROOM_LEFT:
            return translate("idle", "There is room")
        case Fullness.NEARLY_FULL:
            return translate("idle", "Nearly full")
        case Fullness.FULL:
            return translate("idle", "Full")


def inside_told(inside: int, cap: int, *, unclear: bool) -> str:
    """Return how many people are inside; `unclear` where the count may be off by visits that never ended."""
    numbers = {"inside": number_text(inside), "cap": number_text(cap)}
    if unclear:
        return translate("idle", "About {inside} of {cap} people").format(**numbers)
    return translate("idle", "{inside} of {cap} people").format(**numbers)


def waiting_told(waiting: int) -> str:
    """Return how many people stand in the line."""
    return Counted().waiting(waiting)


def hold_letter(*, camera: bool) -> str:
    """Return the one thing to do at this door."""
    if camera:
        return translate("idle", "Hold your letter under the camera.")
    return translate("idle", "Hold your letter under the scanner.")


def when_to_hold(direction: Direction) -> str:
    """Return on which way the letter is held here."""
    match direction:
        case Direction.IN:
            return translate("idle", "When you come in.")
        case Direction.OUT:
            return translate("idle", "When you leave.")
        case Direction.BOTH:
            return translate("idle", "When you come in and when you leave.")


def leaving_too(*, camera: bool) -> str:
    """Return what those do who leave while nobody may come in."""
    if camera:
        return translate("idle", "Are you leaving? Hold your letter under the camera.")
    return translate("idle", "Are you leaving? Hold your letter under the scanner.")


def one_moment() -> str:
    """Return what is said as soon as a letter is seen."""
    return translate("idle", "One moment, please.")


def we_read() -> str:
    """Return what happens in this moment."""
    return translate("idle", "We are reading your letter.")


def do_this(hint: Hint) -> str:
    """Return what would help the camera to read the code."""
    match hint:
        case Hint.CLOSER:
            return translate("idle", "Please hold it a little closer.")
        case Hint.FLATTER:
            return translate("idle", "Please hold the letter straight.")
        case Hint.INTO_LIGHT:
            return translate("idle", "Please hold the letter in the light.")
        case Hint.STILL:
            return translate("idle", "Please hold it still.")
        case Hint.TYPE_CODE:
            return cannot_read()


def why_do_this(hint: Hint) -> str:
    """Return what is wrong, or that the code is found: nobody shall look for another way to hold it."""
    match hint:
        case Hint.INTO_LIGHT:
            return translate("idle", "It is too dark.")
        case Hint.TYPE_CODE:
            return without_camera()
        case Hint.CLOSER | Hint.FLATTER | Hint.STILL:
            return translate("idle", "We can see your code already.")


def cannot_read() -> str:
    """Return that holding the letter leads nowhere."""
    return translate("idle", "We cannot read this code.")


def camera_is_off() -> str:
    """Return what is wrong."""
    return translate("idle", "The camera is not working.")


def without_camera() -> str:
    """Return what to do without the camera."""
    return translate("idle", "Type the short code from your letter, or ask our staff.")


def staff_helps() -> str:
    """Return who helps while the door is out of service."""
    return translate("idle", "Our staff will help you.")


def talk_to_us() -> str:
    """Return how to get help."""
    return translate("idle", "Please talk to us.")


def no_admission() -> str:
    """Return that admission is stopped."""
    return translate("idle", "Nobody can come in right now.")


def closed_now() -> str:
    """Return that it is closed."""
    return translate("idle", "We are closed now.")


def opens_again_on(day: str, time: str) -> str:
    """Return when it opens next."""
    return translate("idle", "We open again: {day}, at {time}").format(day=day, time=time)


def called_now() -> str:
    """Return what stands above the numbers that may come in."""
    return translate("idle", "Please come in now: number")


def open_today() -> str:
    """Return what stands above today's hours."""
    return translate("idle", "Open today")


def closed_today() -> str:
    """Return that it does not open today."""
    return translate("idle", "Closed today")


def from_to(start: str, end: str) -> str:
    """Return one span of the opening hours."""
    return translate("idle", "{start} to {end}").format(start=start, end=end)


def type_your_code() -> str:
    """Return what is done on the keypad."""
    return translate("keypad", "Type the short code from your letter.")


def where_it_stands() -> str:
    """Return where the short code is found."""
    return translate("keypad", "It is next to the black and white square: 8 characters.")


def mistyped() -> str:
    """Return that this cannot be a code."""
    return translate("keypad", "This code is not right. Please check each character.")


def too_many_tries(seconds: int) -> str:
    """Return for how long no code is taken."""
    left = QLocale().toString(QTime(0, 0).addSecs(seconds), "m:ss")
    told = translate("keypad", "Too many tries. Please wait {time} minutes, or ask our staff.")
    return told.format(time=left)


def delete_last() -> str:
    """Return what the key does that takes back one sign."""
    return translate("keypad", "Delete last character")


def delete_all() -> str:
    """Return what the key does that takes back all signs."""
    return translate("keypad", "Delete all")
