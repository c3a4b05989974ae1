"""What several frames saw of one code, laid over one another by modules: noise differs, the code not."""

from collections.abc import Callable

import numpy as np

from kiosk.scan.closer import Fit
from kiosk.scan.grid import RIM, Brightness
from kiosk.scan.place import Place
from kiosk.scan.symbol import patterns_of

REMEMBERED = 0.7
"""Seconds after which the place where a code was is no longer worth a look."""

_LEAST_LIKENESS = 0.25
"""How much alike two frames' modules are, at least, if it is the same code: 0 to 1."""

_FADES = 0.85
"""What a frame counts for when the next one comes, so that an older, blurred one does not stay for ever."""


class Joined:
    """The code that is being looked at, over the frames."""

    def __init__(self) -> None:
        self._place: Place | Callable[[], Place] | None = None
        self._at = 0.0
        self._sum: Brightness | None = None
        self._weight = 0.0
        self.frames = 0
        """How many frames are joined."""

    def place(self, at: float) -> Place | None:
        """Where the code was a moment ago, if it was seen shortly before `at` (seconds)."""
        if not 0 <= at - self._at <= REMEMBERED:
            return None
        if callable(self._place):
            self._place = self._place()
        return self._place

    def speed(self, fitted: Fit, at: float) -> float | None:
        """How fast the code moved from where it was, in modules a second."""
        before = self.place(at)
        if before is None or before.modules != fitted.modules or at <= self._at:
            return None
        moved = fitted.place.points.mean(axis=0) - before.points.mean(axis=0)
        return float(np.linalg.norm(moved)) / fitted.place.pixels_a_module / (at - self._at)

    def add(self, fitted: Fit, light: Brightness, at: float) -> Brightness:
        """Join a frame's modules to those before, if it is the same code; return all of them together."""
        even = _even(light)
        known = self.place(at)
        if self._sum is None or known is None or known.modules != fitted.modules or not self._is_like(even):
            self._sum, self._weight, self.frames = np.zeros_like(even), 0.0, 0
        weight = fitted.agreement**2
        self._sum = self._sum * np.float32(_FADES) + even * np.float32(weight)
        self._weight = self._weight * _FADES + weight
        self.frames += 1
        self._place, self._at = fitted.place, at
        return np.asarray(self._sum / np.float32(self._weight), dtype=np.float32)

    def begin_anew(self, place: Callable[[], Place], at: float) -> None:
        """Forget what was joined, since the code was read; only where it was is known, once that is asked."""
        self._place, self._at = place, at
        self._sum = None
        self.frames = 0

    def _is_like(self, even: Brightness) -> bool:
        """Whether the modules that depend on the text are alike, not only the patterns of every code."""
        if self._sum is None:
            return False
        free = patterns_of(len(even) - 2 * RIM) == 0
        one, other = (each[RIM:-RIM, RIM:-RIM][free] for each in (even, self._sum))
        return float(np.corrcoef(one, other)[0, 1]) > _LEAST_LIKENESS


def _even(light: Brightness) -> Brightness:
    """The modules with the same brightness and contrast in every frame."""
    code = light[RIM:-RIM, RIM:-RIM]
    return np.asarray((light - code.mean()) / (code.std() + 1.0) * 50 + 128, dtype=np.float32)
