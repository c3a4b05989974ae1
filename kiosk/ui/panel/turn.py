"""Things that have no room side by side: one tile shows the next of them, and after the last the first."""

from collections.abc import Callable


class Turn:
    """Which of them are shown; `changed` is called when others are."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._first = self._count = 0
        self._at_once = 1

    def begin(self) -> None:
        """Show the first."""
        self._first = 0

    def shown(self, count: int, places: int) -> range:
        """Return which of `count` things stand in `places` (2 or more); the tile may need the last."""
        self._count = count
        self._at_once = places if count <= places else places - 1
        if self._first >= count:
            self._first = 0
        return range(self._first, min(count, self._first + self._at_once))

    @property
    def is_needed(self) -> bool:
        """Whether there is more than has room."""
        return self._count > self._at_once

    def on(self) -> None:
        """Show the next."""
        self._first += self._at_once
        if self._first >= self._count:
            self._first = 0
        self._changed()
