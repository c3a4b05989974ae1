"""A USB scanner at a real window: it types what it reads, whatever that is."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.scan.camera import load_picture
from kiosk.scan.decode import decode
from kiosk.scan.frame import grey
from tests.end2end.display import Display, a_display, needs_display
from tests.end2end.program import PATIENCE, Desk, wait_until

# What a QR code can make a scanner type: every character of ASCII, and keys that are none.
PRINTABLE = "".join(map(chr, range(32, 127)))
CONTROLS = [f"ctrl+{chr(number + 96)}" for number in range(1, 27)]
OTHER_CONTROLS = ["ctrl+at", "ctrl+bracketleft", "ctrl+backslash", "ctrl+bracketright", "Escape", "Delete"]
FUNCTION_KEYS = [f"F{number}" for number in range(1, 13)]
CHORDS = ["alt+F4", "alt+Tab", "ctrl+alt+Delete", "super", "Menu", "Print", "Tab", "shift+Tab", "Return"]

pytestmark = needs_display
_DOOR = "Amt Musterstadt"
_LOOKS = 150
"""For so many tenths of a second an answer is awaited: the next letter waits for eight seconds."""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    """A display of its own, and the scanner there."""
    with a_display(tmp_path, 1280, 800) as display:
        yield display


def test_scanner_admits_and_what_it_types_besides_neither_closes_nor_disturbs_the_door(
    desk: Desk, display: Display
) -> None:
    shown = desk.call("scan", "--door", "side", "pictures/AZ-100.png")
    assert json.loads(shown.stdout)["reason"] == "wrong_door"
    code = _text_of(desk.premises.folder / "pictures" / "AZ-100.png")
    at_window = replace(desk, environment=display.environment)
    with at_window.open_door("main", "none") as door:
        wait_until(lambda: display.window(_DOOR) is not None, "the window is shown")
        display.focus(_DOOR)
        # A QR code may hold all of these: they are data, not commands.
        odd = ("a", "alt+F4", "ctrl+q", "ctrl+w", "Escape", "F4", "F11", "Tab", "Return", "ctrl+c", "Return")
        _until_answered(desk, lambda: display.press(*odd))
        assert set(desk.premises.reasons()[1:]) == {"not_an_invitation"}
        while "admitted" not in desk.premises.reasons():
            _until_answered(desk, lambda: display.scan(code.lower()))
        answered = len(desk.premises.reasons())
        before = display.in_focus(), set(display.windows())
        display.press("x", *CONTROLS, *OTHER_CONTROLS, *FUNCTION_KEYS, *CHORDS)
        display.scan(PRINTABLE)
        wait_until(lambda: len(desk.premises.reasons()) > answered, "what was typed is answered")
        assert set(desk.premises.reasons()[answered:]) == {"not_an_invitation"}
        assert (display.in_focus(), set(display.windows())) == before
        assert door.runs()
        assert display.window(_DOOR) is not None
        assert door.end() == 0
        assert "Traceback" not in door.complained()
    assert json.loads(desk.call("status", "--json").stdout)["inside"] == 2


def _until_answered(desk: Desk, scan: Callable[[], None]) -> None:
    """Scan, and again if nothing happens: a busy machine tears a scanner's keys apart."""
    answered, until = len(desk.premises.reasons()), time.monotonic() + PATIENCE
    while len(desk.premises.reasons()) == answered:
        assert time.monotonic() < until, "what was scanned is not answered"
        scan()
        for _ in range(_LOOKS):
            if len(desk.premises.reasons()) > answered:
                break
            time.sleep(0.1)


def _text_of(picture: Path) -> str:
    (sighting,) = decode(grey(load_picture(picture)))
    return sighting.text
