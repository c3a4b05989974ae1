"""Which of several cameras the visitor sees: the one into whose view a code came last."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.scan.reading import Reading

GONE_AFTER: Final = 1.0
"""Seconds without a code after which one that is found again has come anew."""

SAME_LETTER: Final = 2.0
"""Seconds between the first sights of two cameras that may be of one letter: the first keeps the picture."""

_FEWEST: Final = 3
"""Looks in which a code has to be found that cannot be read: no chance likeness turns the picture away."""


@dataclass(slots=True)
class _View:
    """What one camera sees: since when a code has been in its view, when last, and when the last one came."""

    since: float = -math.inf
    seen_at: float = -math.inf
    looks: int = 0
    came_at: float = -math.inf


class ShownCamera:
    """Chooses among the cameras of a door. All times are monotonic seconds. Not thread-safe.

    A code that came later counts, not one that is still there: a poster in view of one camera must not keep
    the picture from who holds a letter before the other.
    """

    def __init__(self, cameras: int) -> None:
        """`cameras` is how many there are; the first is shown at first."""
        self._views = tuple(_View() for _ in range(cameras))
        self._shown = 0

    def saw(self, camera: int, reading: Reading, at: float) -> None:
        """Take what was found in the newest frame of a camera (counted from 0), taken at `at`."""
        if not reading.sightings and not reading.unread:
            return
        view = self._views[camera]
        if at - view.seen_at > GONE_AFTER:
            view.since, view.looks = at, 0
        view.seen_at = at
        view.looks += _FEWEST if reading.sightings else 1
        if view.looks >= _FEWEST:
            view.came_at = view.since

    def choose(self, lives: Sequence[bool], at: float) -> int:
        """Return the camera to show at `at`: of those that live, else the one that was shown before."""
        living = [camera for camera, is_alive in enumerate(lives) if is_alive]
        if living:
            newest = max(living, key=lambda camera: self._views[camera].came_at)
            if self._shown not in living or self._takes_over(newest, at):
                self._shown = newest
        return self._shown

    def _takes_over(self, camera: int, at: float) -> bool:
        new, old = self._views[camera], self._views[self._shown]
        if old.came_at == -math.inf or new.came_at >= old.came_at + SAME_LETTER:
            return True
        return at - old.seen_at > GONE_AFTER >= at - new.seen_at
