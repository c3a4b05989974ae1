"""Whoever does not see the windows has them read by a real client of AT-SPI, and steers them by keys."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.display import Display, a_display, needs_display
from tests.end2end.program import Desk, wait_until
from tests.end2end.screen_reader import ScreenReader, a_screen_reader, needs_screen_reader
from tests.staffed_premises import GUARD, MANAGER, PIN, make_staffed

pytestmark = [needs_display, needs_screen_reader, pytest.mark.timeout(400)]

_PANEL = "Amt Musterstadt: Haupteingang"
_DESK = "Amt Musterstadt"
_ORDER_OF_A_CALL = [
    "Wofür?",
    "Name",
    "Kontakt",
    "Raum",
    "Personen",
    "Sprache",
    "Begleitung",
    "Dolmetschen",
    "Ohne Stufen",
    "Gebärdensprache",
    "Große Schrift",
    "Brief per Mail",
    "Freie Zeiten",
]
_MOST_STOPS = 40
_SECONDS_A_KEY = 0.15
"""No faster than a hand: what comes faster is a scanner's."""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    """A display with room for two windows."""
    with a_display(tmp_path, 2580, 820) as display:
        yield display


@pytest.fixture
def reader(tmp_path: Path, display: Display) -> Iterator[ScreenReader]:
    """Somebody who has the windows of this display read aloud."""
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    with a_screen_reader(runtime, display.environment) as reader:
        yield reader


def type_slowly(display: Display, *keys: str) -> None:
    for key in keys:
        display.xdotool("key", key)
        time.sleep(_SECONDS_A_KEY)


def names_by_tab(display: Display, reader: ScreenReader) -> list[str]:
    """Return what is read at each stop of a round by Tab."""
    stops = [reader.in_focus()]
    while (stop := _next_stop(display, reader)) != stops[0]:
        assert len(stops) < _MOST_STOPS, stops
        stops.append(stop)
    return stops


def _next_stop(display: Display, reader: ScreenReader) -> str:
    """Press Tab, and return what is read then: never what was read before, while the program is busy."""
    before, stop = reader.in_focus(), ""

    def has_come() -> bool:
        nonlocal stop
        stop = reader.in_focus()
        return stop not in {"", before}

    type_slowly(display, "Tab")
    wait_until(has_come, f"Tab leads on from {before!r}")
    return stop


def go_to(display: Display, reader: ScreenReader, name: str) -> None:
    """Press Tab until the focus is at the tile of this name."""
    wait_until(lambda: any(each.startswith(name) for each in reader.names("push button")), f"{name} is shown")
    for _ in range(60):
        if _next_stop(display, reader).startswith(name):
            return
    pytest.fail(f"Tab does not come to {name}: it ends at {reader.in_focus()!r}")


def choose(display: Display, reader: ScreenReader, name: str) -> None:
    """Go to a tile by keys, and press it; it leads to a page that has none of this name."""
    go_to(display, reader, name)
    type_slowly(display, "Return")
    wait_until(lambda: name not in reader.names("push button"), f"{name} leads on")


def test_a_guard_who_does_not_see_the_panel_signs_in_by_ear_and_by_keys(
    tmp_path: Path, display: Display, reader: ScreenReader
) -> None:
    premises = make_staffed(tmp_path / "office")
    desk = Desk(premises, environment=dict(reader.environment))
    at_the_door = ("run", "--door", "main", "--camera", "none", "--windowed", "--panel", "window", "--keys")
    with desk.running(*at_the_door) as door:
        wait_until(lambda: "Anmelden" in reader.names("push button"), "the panel is read")
        assert sorted(reader.names("frame")) == ["Amt Musterstadt", _PANEL]
        for part in reader.parts():
            if part.role == "push button":
                assert part.name.strip(), "a button without a name"
                assert "focusable" in part.states or "enabled" not in part.states, part.name
        assert "filler" not in {part.role for part in reader.parts() if part.name}

        display.focus(_PANEL)
        with reader.listening() as announced:
            display.scan("12345678")
            wait_until(lambda: announced() != [], "the answer is announced")
            assert announced() == ["Wir können den Code nicht lesen."]
        for tile, keys in (("Anmelden", GUARD), ("Weiter", PIN), ("OK", "")):
            choose(display, reader, tile)
            type_slowly(display, *keys)
        wait_until(lambda: "Sperren" in reader.names("push button"), "the guard is signed in")
        assert GUARD in " ".join(reader.names("status bar", _PANEL))

        # What the visitors read is read aloud as well, and their buttons are pressed without a touch.
        assert any("Brief" in text for text in reader.names("label", "Amt Musterstadt"))
        reader.press("Code eintippen")
        wait_until(
            lambda: any("Tippen Sie" in text for text in reader.names("label", "Amt Musterstadt")),
            "the keypad is shown",
        )
        assert door.end() == 0
        assert "Traceback" not in door.complained()


def test_every_field_of_the_phone_desk_is_read_by_what_it_is_for_in_the_order_of_a_call(
    tmp_path: Path, display: Display, reader: ScreenReader
) -> None:
    desk = Desk(make_staffed(tmp_path / "office"), environment=dict(reader.environment))
    with desk.running("desk", "--windowed") as at_the_desk:
        wait_until(lambda: "Anmelden" in reader.names("push button"), "the desk is read")
        display.focus(_DESK)
        wait_until(lambda: reader.in_focus() == "Kennung", f"the desk asks for an id: {reader.in_focus()!r}")
        type_slowly(display, *MANAGER, "Tab", *PIN, "Return")
        wait_until(lambda: reader.in_focus() == "Wofür?", "the desk asks what a call is for")
        assert names_by_tab(display, reader) == _ORDER_OF_A_CALL
        assert at_the_desk.end() == 0
        assert "Traceback" not in at_the_desk.complained()
