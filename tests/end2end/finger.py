"""A guard's finger on a real screen: real clicks by xdotool, at what is seen there."""

import json
import time
from dataclasses import dataclass
from pathlib import Path

from tests.end2end.display import Display
from tests.end2end.program import wait_until

_HELD_SECONDS = 1.3
# Nobody taps the same tile twice within a quarter of a second, and the panel takes that for one tap.
_BETWEEN_SECONDS = 0.27
_POLL_SECONDS = 0.02
# What has moved by itself takes no press for 0.4 s, on purpose: no finger is so quick.
_REACTION_SECONDS = 0.5


@dataclass
class Finger:
    """Taps what is seen on the panel; `seen` is the file of watched_program.py."""

    display: Display
    seen_file: Path
    last_tapped: str = ""

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
        if tile == self.last_tapped:
            time.sleep(_BETWEEN_SECONDS)
        self.last_tapped = tile
        x, y = self._place_of(tile)
        self.display.xdotool("mousemove", x, y)

    def _place_of(self, tile: str) -> tuple[int, int]:
        """Return where a tile stands; nobody taps what has not stood there for a moment, but for keys."""
        while True:
            wait_until(
                lambda: tile in self._tiles(),
                f"there is a tile {tile!r} among {sorted(self._tiles())}",
                every=_POLL_SECONDS,
            )
            place = self._tiles()[tile]
            if tile.startswith("key:"):
                return place
            time.sleep(_REACTION_SECONDS)
            if self._tiles().get(tile) == place:
                return place

    def _tiles(self) -> dict[str, tuple[int, int]]:
        tiles = self.seen().get("tiles", {})
        assert isinstance(tiles, dict)
        return tiles

    def _look_again(self) -> None:
        before = self._looks()
        # The first look may have begun before the tap was felt.
        wait_until(lambda: self._looks() > before + 1, "the panel is drawn again", every=_POLL_SECONDS)

    def _looks(self) -> int:
        looks = self.seen().get("look", 0)
        assert isinstance(looks, int)
        return looks
