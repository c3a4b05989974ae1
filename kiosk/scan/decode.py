"""From a picture to the texts of its QR codes: `decode` for a still, `Reader` for a camera's frames."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kiosk.scan.decoders import Place, look_with_zxing
from kiosk.scan.frame import Corners, Frame, Image, Sighting
from kiosk.scan.looks import CLOSE_LOOKS, PATIENT_LOOKS, WIDE_LOOKS, Look
from kiosk.scan.reading import Located, Reading, locate

BUDGET = 0.020
"""Seconds that a live frame may cost: with 33 ms between two frames, the rest is the window's."""

_REMEMBERED = 1.0
"""Seconds for which the place of a code is worth a closer look after it was last seen."""

_MARGIN = 0.35
"""Of a code's size, added around it: its quiet zone, and the hand's way from one frame to the next."""

_CLOSE_SHARE = 0.25
"""A place that is a larger share of the picture than this is no closer look."""

_LEARNS = 0.2
_FORGETS = 0.95


def decode(grey: Image) -> tuple[Sighting, ...]:
    """The QR codes in a grey still: those of the first look that reads any, out of all there are."""
    first = look_with_zxing(grey)
    if first.read:
        return first.read
    for place in first.unread:
        part, origin = _part_of(grey, place.corners)
        for look in CLOSE_LOOKS:
            if seen := look.at(part, origin):
                return seen
    for look in PATIENT_LOOKS:
        if seen := look.at(grey):
            return seen
    return ()


class Reader:
    """Reads the frames of one camera, one after another, within a budget of time for each. Not thread-safe.

    zxing-cpp looks at every frame. Where it reads nothing, the place where a code is, or just was, gets
    closer looks as long as the budget lasts, and the whole frame gets one second look, another one each
    frame. A look that succeeds is the first to be tried on the next frame. A look that is known to take
    longer than what is left is passed over.
    """

    def __init__(self, *, budget: float = BUDGET, clock: Callable[[], float] = time.perf_counter) -> None:
        """`budget` is in seconds for each frame; `clock` measures what is spent."""
        self._budget = budget
        self._clock = clock
        self._wide = _Turns(WIDE_LOOKS)
        self._close = _Turns(CLOSE_LOOKS)
        self._place: Corners | None = None
        self._placed_at = 0.0
        self._last_unread: tuple[NDArray[np.float64], float] | None = None

    def read(self, frame: Frame) -> Reading:
        """What is read in this frame, most often nothing or one code, and what is found and not read."""
        spent_at = self._clock() + self._budget
        grey = frame.grey()
        first = look_with_zxing(grey)
        seen = first.read
        if not seen:
            if first.unread:
                self._remember(first.unread[0].corners, frame)
            seen = self._look_closer(grey, frame, spent_at)
        if not seen:
            seen = self._wide.look(grey, (0, 0), self._clock, spent_at)
        if seen:
            self._remember(seen[0].corners, frame)
            return Reading(seen)
        return Reading(unread=tuple(self._located(grey, place, frame) for place in first.unread))

    def _located(self, grey: Image, place: Place, frame: Frame) -> Located:
        middle = np.asarray(place.corners).mean(axis=0)
        speed = None
        if self._last_unread is not None:
            last_middle, last_at = self._last_unread
            passed = frame.taken_at - last_at
            if 0 < passed < _REMEMBERED:
                speed = float(np.hypot(*(middle - last_middle))) / passed
        self._last_unread = (middle, frame.taken_at)
        located = locate(grey, place.corners, place.modules)
        return located if speed is None else replace(located, speed=speed / located.pixels_a_module)

    def _remember(self, place: Corners, frame: Frame) -> None:
        self._place = place
        self._placed_at = frame.taken_at

    def _look_closer(self, grey: Image, frame: Frame, spent_at: float) -> tuple[Sighting, ...]:
        if self._place is None or frame.taken_at - self._placed_at > _REMEMBERED:
            return ()
        part, origin = _part_of(grey, self._place)
        if part.size > _CLOSE_SHARE * grey.size:
            return ()
        for _ in CLOSE_LOOKS:
            if seen := self._close.look(part, origin, self._clock, spent_at):
                return seen
        return ()


@dataclass(slots=True)
class _Known:
    """A look, and what it was found to cost for a pixel, in seconds."""

    look: Look
    cost: float


class _Turns:
    """Looks that take turns; the one that succeeds keeps its turn."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self._known = [_Known(look, look.nanoseconds * 1e-9) for look in looks]
        self._next = 0

    def look(
        self, grey: Image, origin: tuple[int, int], clock: Callable[[], float], spent_at: float
    ) -> tuple[Sighting, ...]:
        """Let the look whose turn it is try, if it will be done by `spent_at`."""
        known = self._known[self._next]
        began = clock()
        if began + known.cost * grey.size > spent_at:
            # Believed less each time, so that one slow moment does not shut a look out for good.
            known.cost *= _FORGETS
            seen: tuple[Sighting, ...] = ()
        else:
            seen = known.look.at(grey, origin)
            known.cost += _LEARNS * ((clock() - began) / grey.size - known.cost)
        if not seen:
            self._next = (self._next + 1) % len(self._known)
        return seen


def _part_of(grey: Image, place: Corners) -> tuple[Image, tuple[int, int]]:
    """The part of the picture around a place, and its origin."""
    corners = np.asarray(place)
    least, most = corners.min(axis=0), corners.max(axis=0)
    margin = _MARGIN * float((most - least).max())
    height, width = grey.shape
    left, top = np.clip(least - margin, 0, (width - 1, height - 1)).astype(int).tolist()
    right, bottom = np.clip(most + margin, (left + 1, top + 1), (width, height)).astype(int).tolist()
    return np.ascontiguousarray(grey[top:bottom, left:right]), (left, top)
