"""The area of the house that an order is for: one tile each, those of this door first."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRect

from kiosk.core.office import AreaId, Door, Office
from kiosk.ui.panel.board import Act
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Post
from kiosk.ui.panel.texts_areas import other_areas
from kiosk.ui.panel.tile import Tone

_NO_HINTS: Final[Mapping[AreaId, str]] = MappingProxyType({})


def areas_from(office: Office, door: Door) -> tuple[AreaId, ...]:
    """Return the areas of the office, those that this door serves first, each in the order of the file."""
    return tuple(sorted(office.areas, key=lambda area: area not in door.serves))


class AreaChoice:
    """Which area is chosen. `changed` is called when another one was tapped."""

    def __init__(self, post: Post, changed: Callable[[], None]) -> None:
        self._post, self._changed = post, changed
        self._areas = areas_from(post.office, post.door)
        self._first: int | None = None
        self.chosen = self._areas[0]

    def choose(self, area: AreaId | None) -> None:
        """Begin with `area`; with the first of this door where the office has no such area (any more)."""
        self.chosen = area if area in self._areas else self._areas[0]
        self._first = None

    def acts(
        self, place: QRect, rows: int, gap: int, hints: Mapping[AreaId, str] = _NO_HINTS
    ) -> Iterator[Act]:
        """Return a tile for each area, one below the other in `place`, which holds `rows` of them.

        Where there are more areas than rows, the last tile leads to the others; at first those are shown
        among which the chosen one is.
        """
        at_once = len(self._areas) if len(self._areas) <= rows else rows - 1
        grid = Grid(place, 1, min(rows, len(self._areas)), gap)
        first = self._first
        if first is None:
            first = self._areas.index(self.chosen) // at_once * at_once
        shown = self._areas[first : first + at_once]
        for row, area in enumerate(shown):
            yield Act(
                f"area:{area}",
                grid.cell(0, row),
                self._post.words.wording(self._post.office.areas[area].name),
                self._chooser(area),
                hint=hints.get(area, ""),
                tone=Tone.CHOSEN if area == self.chosen else Tone.PLAIN,
            )
        if at_once < len(self._areas):
            others = other_areas(self._post.words)
            yield Act(
                "area_more", grid.cell(0, rows - 1), others, self._turn(first + at_once), picture="next"
            )

    def _chooser(self, area: AreaId) -> Callable[[], None]:
        def choose() -> None:
            self.chosen = area
            self._changed()

        return choose

    def _turn(self, first: int) -> Callable[[], None]:
        def turn() -> None:
            self._first = first if first < len(self._areas) else 0
            self._changed()

        return turn
