"""What may be named as a scanner."""

import pytest

from kiosk.core.door_devices import (
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
