"""What a hand should do so that its code is read: judged from the codes that were found and not read.

One frame says little: a letter that comes into view is small, tilted and smeared in turn. So a hint waits
until most frames of half a second call for it, and then stays for more than a second. Whoever did what they
could for some seconds is sent to the short code instead; and what is still there after that is no letter in a
hand but a poster on the wall, about which nothing is said any more.
"""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import dist
from typing import Final

from kiosk.scan.frame import Corner
from kiosk.scan.reading import Located, Reading

STAYS: Final = 1.2
"""Seconds for which a hint is shown at least, unless the code is read."""

AGREED_FOR: Final = 0.5
"""Seconds of frames that a hint is drawn from, and that must have passed since the code was found."""

GIVES_UP_AFTER: Final = 8.0
"""Seconds of vain hints after which the short code is named instead."""

_LAST_WORD: Final = 6.0
_FURNITURE_FOR: Final = 60.0
_SAME_PLACE: Final = 0.5

_FEWEST = 3
"""Frames of `AGREED_FOR` seconds in which a code has to be found: no chance likeness gets a word."""

_DARK, _TILTED, _SMALL = 110.0, 40.0, 3.0
"""Grey levels of the paper, degrees, pixels a module."""


class Hint(Enum):
    """What the visitor is asked to do with the letter."""

    CLOSER = auto()
    FLATTER = auto()
    INTO_LIGHT = auto()
    STILL = auto()
    TYPE_CODE = auto()
    """Nothing helped: the short code beside the QR code is as good."""


def hint_for(code: Located) -> Hint:
    """Say what is most in the way of this code; the first that applies: light, tilt, distance, else motion.

    A code that is lit, flat and near enough is soft or smeared: both pass in a still hand.
    """
    if code.light < _DARK:
        return Hint.INTO_LIGHT
    if code.tilt > _TILTED:
        return Hint.FLATTER
    if code.pixels_a_module < _SMALL:
        return Hint.CLOSER
    return Hint.STILL


@dataclass(frozen=True, slots=True)
class _Furniture:
    """A code that nobody holds: where it is, how large, until when it is passed over unless seen again."""

    middle: Corner
    side: float
    until: float


class Guide:
    """Turns what a reader finds into hints that can be read. Not thread-safe; times are the frames' own."""

    def __init__(self) -> None:
        self._votes: deque[tuple[float, Hint]] = deque()
        self._began: float | None = None
        self._shown: Hint | None = None
        self._shown_at = 0.0
        self._furniture: list[_Furniture] = []

    def see(self, reading: Reading, at: float) -> Hint | None:
        """Take what was found in the frame of the monotonic second `at`; return the hint to show now."""
        code = None if reading.sightings else self._held(reading.unread, at)
        while self._votes and at - self._votes[0][0] > AGREED_FOR:
            self._votes.popleft()
        if reading.sightings:
            self.forget()
        elif code is not None:
            self._votes.append((at, hint_for(code)))
            if self._began is None:
                self._began = at
            self._decide(code, at, self._began)
        elif not self._votes:
            self._began = None
            if at - self._shown_at >= STAYS:
                self._shown = None
        return self._shown

    def forget(self) -> None:
        """Begin anew: the code was read, or the picture is no longer seen."""
        self._votes.clear()
        self._began = self._shown = None

    def _decide(self, code: Located, at: float, began: float) -> None:
        if at - began > GIVES_UP_AFTER + _LAST_WORD:
            self._furniture.append(_Furniture(_middle(code), _side(code), at + _FURNITURE_FOR))
            self.forget()
            return
        if len(self._votes) < _FEWEST:
            return
        ((hint, _),) = Counter(hint for _, hint in self._votes).most_common(1)
        if at - began > GIVES_UP_AFTER:
            hint = Hint.TYPE_CODE
        waits = STAYS if self._shown is not None else AGREED_FOR
        since = self._shown_at if self._shown is not None else began
        if hint is not self._shown and at - since >= waits:
            self._shown, self._shown_at = hint, at

    def _held(self, unread: Sequence[Located], at: float) -> Located | None:
        """The largest of the codes that somebody may hold."""
        self._furniture = [each for each in self._furniture if at < each.until]
        held = [code for code in unread if not self._stands_there(code, at)]
        return max(held, key=_side, default=None)

    def _stands_there(self, code: Located, at: float) -> bool:
        for place, known in enumerate(self._furniture):
            if dist(_middle(code), known.middle) < _SAME_PLACE * known.side:
                self._furniture[place] = _Furniture(known.middle, known.side, at + _FURNITURE_FOR)
                return True
        return False


def _middle(code: Located) -> Corner:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = code.corners
    return (x1 + x2 + x3 + x4) / 4, (y1 + y2 + y3 + y4) / 4


def _side(code: Located) -> float:
    return code.pixels_a_module * code.modules
