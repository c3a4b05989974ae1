"""A guard's finger on a real screen: real clicks by xdotool, at what is seen there."""

import json
import subprocess
import time
from dataclasses import dataclass, replace
from pathlib import Path

from tests.end2end.program import Desk, wait_until

_HELD_SECONDS = 1.3
# Nobody taps the same tile twice within a quarter of a second, and the panel takes that for one tap.
_BETWEEN_SECONDS = 0.27


@dataclass
class Display:
    """A screen of its own, with a keyboard at which a USB scanner types."""

    name: str

    def xdotool(self, *arguments: object, check: bool = True) -> str:
        called = subprocess.run(
            ["xdotool", *(str(each) for each in arguments)],  # noqa: S607 - wherever this machine has it
            env={"DISPLAY": self.name},
            capture_output=True,
            text=True,
            timeout=30,
            check=check,
        )
        return called.stdout

    def window(self, name: str) -> str | None:
        """Return the window of this name that is shown, if there is one."""
        found = self.xdotool("search", "--onlyvisible", "--name", name, check=False)
        return found.split()[0] if found else None

    def scan(self, text: str) -> None:
        """Let the scanner read a code: it types it, and Enter."""
        self.xdotool("type", "--delay", "8", f"{text}\n")


@dataclass
class Finger:
    """Taps what is seen on the panel; `seen` is the file of watched_program.py."""

    display: Display
    seen_file: Path

    def seen(self) -> dict[str, object]:
        return dict(json.loads(self.seen_file.read_text(encoding="utf-8"))) if self.seen_file.exists() else {}

    def page(self) -> object:
        return self.seen().get("page")

    def sees(self, words: str) -> bool:
        """Say whether these words stand on the panel."""
        told = self.seen().get("words", [])
        return isinstance(told, list) and any(words in each for each in told)

    def waits_for(self, words: str) -> None:
        wait_until(lambda: self.sees(words), f"the panel says {words!r}")

    def tap(self, *tiles: str) -> None:
        """Tap tiles one after another, each as soon as it is there."""
        for tile in tiles:
            self._move_to(tile)
            self.display.xdotool("click", "1")
            self._look_again()

    def hold(self, tile: str) -> None:
        """Hold a tile until it acts."""
        self._move_to(tile)
        self.display.xdotool("mousedown", "1")
        time.sleep(_HELD_SECONDS)
        self.display.xdotool("mouseup", "1")
        self._look_again()

    def type_figures(self, figures: str) -> None:
        self.tap(*(f"key:{each}" for each in figures))

    def _move_to(self, tile: str) -> None:
        wait_until(
            lambda: tile in self._tiles(), f"there is a tile {tile!r}; there are {sorted(self._tiles())}"
        )
        x, y = self._tiles()[tile]
        self.display.xdotool("mousemove", x, y)

    def _tiles(self) -> dict[str, tuple[int, int]]:
        tiles = self.seen().get("tiles", {})
        assert isinstance(tiles, dict)
        return tiles

    def _look_again(self) -> None:
        before = self.seen()["look"]
        time.sleep(_BETWEEN_SECONDS)
        wait_until(lambda: self.seen()["look"] != before, "the panel is drawn again")


def staff_of(desk: Desk, *people: tuple[str, str]) -> dict[str, str]:
    """Let the program add these people (id and role), the admin first, and return their PINs."""
    pins: dict[str, str] = {}
    for who, role in people:
        signed_in = [{"KIOSK_AS": admin, "KIOSK_PIN": pin} for admin, pin in pins.items()][:1]
        asking = replace(desk, environment={**desk.environment, **(signed_in[0] if signed_in else {})})
        called = asking.call("staff", "add", "--id", who, "--role", role)
        assert called.returncode == 0, called.stderr
        pins[who] = next(word for word in called.stdout.split() if word.isdigit() and len(word) >= 6)
    return pins
