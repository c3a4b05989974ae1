"""What may be named as a scanner, and which wishes a camera has that a call names."""

import pytest

from kiosk.core.door_devices import (
    CameraWishes,
    DoorCamera,
    DoorDevices,
    GrabbedScanner,
    KeyboardScanner,
    Scanner,
    SerialScanner,
    scanner_of,
)


@pytest.mark.parametrize(
    ("written", "scanner"),
    [
        ("keyboard", KeyboardScanner()),
        ("evdev:Scanner Works", GrabbedScanner("Scanner Works")),
        (
            "evdev:/dev/input/by-id/usb-scanner-event-kbd",
            GrabbedScanner("/dev/input/by-id/usb-scanner-event-kbd"),
        ),
        (" serial: COM3 ", SerialScanner("COM3")),
    ],
)
def test_a_scanner_is_named_by_its_kind_and_its_place(written: str, scanner: Scanner) -> None:
    assert scanner_of(written) == scanner


@pytest.mark.parametrize("written", ["", "usb", "evdev", "evdev: ", "serial:", "keyboard:x", "Keyboard"])
def test_what_names_no_scanner_is_answered_with_the_forms(written: str) -> None:
    with pytest.raises(ValueError, match=r'"keyboard", "evdev:NAME" or "serial:/dev/ttyACM0"'):
        scanner_of(written)


def test_a_named_camera_has_the_wishes_that_are_written_for_it_or_for_the_one_that_it_stands_in_for() -> None:
    high, low = DoorCamera("0", CameraWishes(focus=30)), DoorCamera("2", CameraWishes(mirrored=True))
    assert DoorDevices((high, low)).camera("2") == low
    assert DoorDevices((high,)).camera("9") == DoorCamera("9", high.wishes)
    assert DoorDevices((high, low)).camera("9") == DoorCamera("9")
    assert DoorDevices(()).camera("9") == DoorCamera("9")
