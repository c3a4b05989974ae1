"""What the strip on top of the panel says."""

from datetime import timedelta
from typing import assert_never

from kiosk.core.guard_view import SignedInAs
from kiosk.core.lights import Light, Lights
from kiosk.core.rights import Role
from kiosk.core.self_test import Device, SelfTest
from kiosk.ui.panel.words import Words


def names_of_lights(words: Words, lights: Lights | None) -> tuple[tuple[str, Light], ...]:
    """Return the parts of the door with their lights, in the order in which they stand."""
    unknown = Light.UNKNOWN
    known = Lights(unknown, unknown, unknown, unknown) if lights is None else lights
    return (
        (words.translate("panel", "Camera"), known.camera),
        (words.translate("panel", "Scanner"), known.scanner),
        (words.translate("panel", "Database"), known.database),
        (words.translate("panel", "Clock"), known.clock),
    )


def light_told(words: Words, light: Light) -> str:
    """Return the word below the name of a part."""
    match light:
        case Light.GOOD:
            return words.translate("panel", "works")
        case Light.WORKING_ON_IT:
            return words.translate("panel", "being mended")
        case Light.BROKEN:
            return words.translate("panel", "out of order")
        case Light.NOT_USED:
            return words.translate("panel", "not used")
        case Light.UNKNOWN:
            return words.translate("panel", "unknown")
        case _ as never:
            assert_never(never)


def last_scan(words: Words, age: timedelta | None, test: SelfTest | None) -> tuple[str, str]:
    """Return how long ago a letter was last read, None being never, and how far the day's self-test is."""
    told = words.translate("panel", "Last good scan")
    if test is not None:
        told = f"{told}\n{self_test_told(words, test)}"
    return (words.translate("panel", "none yet") if age is None else words.age_text(age)), told


def self_test_told(words: Words, test: SelfTest) -> str:
    """Return whether the devices have read the test letter today."""
    if test.read_at is None:
        return words.translate("panel", "Test letter not read today")
    match test.missing:
        case ():
            time = words.time_text(test.read_at)
            return words.translate("panel", "Test letter read {time}").format(time=time)
        case (Device.CAMERA, *_):
            return words.translate("panel", "Test letter: camera missing")
        case _:
            return words.translate("panel", "Test letter: scanner missing")


def locked(words: Words) -> tuple[str, str]:
    """Return that the panel is nobody's now."""
    return words.translate("panel", "Locked"), words.translate("panel", "The first tap asks for the PIN")


def signed_in_as(words: Words, who: SignedInAs, seconds: int | None) -> tuple[str, str]:
    """Return whose the panel is, and in how many seconds it locks itself where that is soon."""
    return str(who.staff), role_told(words, who.role) if seconds is None else words.seconds_left(seconds)


def role_told(words: Words, role: Role) -> str:
    """Return the word for a role."""
    match role:
        case Role.SECURITY:
            return words.translate("panel", "Security")
        case Role.MANAGER:
            return words.translate("panel", "Management")
        case Role.ADMIN:
            return words.translate("panel", "Administration")
        case Role.DESK:
            return words.translate("panel", "Phone desk")
        case _ as never:
            assert_never(never)


def one_moment(words: Words) -> str:
    """Return what is said while a tap is on its way."""
    return words.translate("panel", "One moment …")
