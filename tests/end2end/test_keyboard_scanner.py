"""A USB scanner at a real window: it types what it reads, whatever that is."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.scan.camera import load_picture
from kiosk.scan.decode import decode
from kiosk.scan.frame import grey
from tests.end2end.program import Desk, wait_until

# What a QR code can make a scanner type: every character of ASCII, and keys that are none.
PRINTABLE = "".join(map(chr, range(32, 127)))
CONTROLS = [f"ctrl+{chr(number + 96)}" for number in range(1, 27)]
OTHER_CONTROLS = ["ctrl+at", "ctrl+bracketleft", "ctrl+backslash", "ctrl+bracketright", "Escape", "Delete"]
FUNCTION_KEYS = [f"F{number}" for number in range(1, 13)]
CHORDS = ["alt+F4", "alt+Tab", "ctrl+alt+Delete", "super", "Menu", "Print", "Tab", "shift+Tab", "Return"]

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="Xvfb and xdotool are not installed; `./kiosk.sh test` installs them",
)


@dataclass(frozen=True)
class Scanner:
    """A scanner that is plugged in at a display."""

    display: str

    def press(self, *keys: str) -> None:
        """Press keys as fast as scanners do."""
        self._xdotool("key", "--delay", "8", *keys)

    def read(self, text: str) -> None:
        self._xdotool("type", "--delay", "8", f"{text}\n")

    def in_focus(self) -> str:
        """Return the window that keys go to."""
        return self._xdotool("getwindowfocus")

    def windows(self) -> set[str]:
        """Return all windows that are shown, whoever they belong to."""
        return set(self._xdotool("search", "--onlyvisible", "--name", "", check=False).split())

    def window(self) -> str | None:
        """Return the window that is shown, if there is one."""
        found = self._xdotool("search", "--onlyvisible", "--name", "Amt Musterstadt", check=False)
        return found.split()[0] if found else None

    def focus(self) -> None:
        self._xdotool("windowfocus", "--sync", str(self.window()))

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        called = subprocess.run(
            ["xdotool", *arguments],  # noqa: S607 - wherever this machine has it
            env={"DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=30,
            check=check,
        )
        return called.stdout


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[Scanner]:
    """A display of its own, and the scanner there."""
    number = tmp_path / "display"
    with number.open("wb") as told:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told.fileno()), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],  # noqa: S607
            pass_fds=[told.fileno()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    try:
        wait_until(lambda: number.read_text().endswith("\n"), "the display is there")
        yield Scanner(f":{number.read_text().strip()}")
    finally:
        server.terminate()
        server.wait()


def test_scanner_admits_and_what_it_types_besides_neither_closes_nor_disturbs_the_door(
    desk: Desk, scanner: Scanner
) -> None:
    shown = desk.call("scan", "--door", "side", "pictures/AZ-100.png")
    assert json.loads(shown.stdout)["reason"] == "wrong_door"
    code = _text_of(desk.premises.folder / "pictures" / "AZ-100.png")
    at_window = replace(desk, environment={"DISPLAY": scanner.display, "QT_QPA_PLATFORM": "xcb"})
    with at_window.open_door("main", "none") as door:
        wait_until(lambda: scanner.window() is not None, "the window is shown")
        scanner.focus()
        # A QR code may hold all of these: they are data, not commands.
        scanner.press(
            "a", "alt+F4", "ctrl+q", "ctrl+w", "Escape", "F4", "F11", "Tab", "Return", "ctrl+c", "Return"
        )
        wait_until(lambda: desk.premises.reasons()[1:] == ["not_an_invitation"], "the odd code is refused")
        scanner.read(code.lower())
        wait_until(lambda: desk.premises.reasons()[2:] == ["admitted"], "the visitor is let in")
        before = scanner.in_focus(), scanner.windows()
        scanner.press("x", *CONTROLS, *OTHER_CONTROLS, *FUNCTION_KEYS, *CHORDS)
        scanner.read(PRINTABLE)
        wait_until(lambda: len(desk.premises.reasons()) > 3, "what was typed is answered")
        assert set(desk.premises.reasons()[3:]) == {"not_an_invitation"}
        assert (scanner.in_focus(), scanner.windows()) == before
        assert door.runs()
        assert scanner.window() is not None
        assert door.end() == 0
        assert "Traceback" not in door.complained()
    assert json.loads(desk.call("status", "--json").stdout)["inside"] == 2


def _text_of(picture: Path) -> str:
    (sighting,) = decode(grey(load_picture(picture)))
    return sighting.text
