"""Whose turn it is: which of the texts in view is answered next, and when."""

from collections import deque
from dataclasses import dataclass
from datetime import timedelta

from kiosk.core.code import BADGE_PREFIX, PREFIX
from kiosk.core.verdict import Reason
from kiosk.scan.presence import Presence, ScanId

READING_SECONDS = 8.0
"""How long an answer is left on the screen before the next letter is taken: that is 450 an hour in a line."""

_HOLD_AGAIN = frozenset({Reason.NOT_AN_INVITATION, Reason.DAMAGED_CODE, Reason.UNKNOWN_CODE})
"""Answers that ask for the letter again: whoever holds it up has read them, and must not be kept waiting."""

FOREIGN_GONE_AFTER = timedelta(seconds=30)
"""How long a code that is no invitation must be out of view until it is answered again: a poster flickers."""

_MOST_FOREIGN = 256


def is_ours(text: str) -> bool:
    """Whether a text is the code of a letter, of a badge, or meant to be one: a damaged code is ours, too."""
    return text.strip().upper().startswith((PREFIX, BADGE_PREFIX))


@dataclass(frozen=True, slots=True)
class Turn:
    """One physical scan that is to be answered; `away` is how long its text had been out of view before."""

    text: str
    scan: ScanId
    away: timedelta | None


class Turns:
    """Orders the scans of one door, so that every answer can be read. Not thread-safe: one thread owns it.

    Two letters in one picture are answered one after the other. All times are monotonic seconds.
    """

    def __init__(self, reading_seconds: float = READING_SECONDS) -> None:
        """`reading_seconds` is how long the next waits after an answer that has to be read."""
        self._reading_seconds = reading_seconds
        self._presence = Presence()
        self._waiting: deque[Turn] = deque()
        self._free_at = 0.0
        self._kept_until = 0.0
        self._foreign: dict[str, None] = {}

    def see(self, text: str, at: float) -> None:
        """Note that `text` is in view at `at`; if it came newly into view, its turn will come."""
        last_seen = self._presence.last_seen(text)
        scan = self._presence.see(text, at)
        if scan is None:
            return
        away = None if last_seen is None else timedelta(seconds=at - last_seen)
        if text in self._foreign and away is not None and away <= FOREIGN_GONE_AFTER:
            return
        self._waiting.append(Turn(text, scan, away))

    @property
    def next_at(self) -> float | None:
        """From when on the next turn may be taken; None if nobody waits."""
        return max(self._free_at, self._kept_until) if self._waiting else None

    def take(self, now: float) -> Turn | None:
        """Return the scan to be answered at `now`, None if nobody waits or an answer is being read.

        A letter of ours goes before codes of others that came into view with it, and these are then not
        answered: whoever was let in must not read of the other code on the page that it is no invitation.
        """
        if not self._waiting or now < max(self._free_at, self._kept_until):
            return None
        ours = deque(turn for turn in self._waiting if is_ours(turn.text))
        self._waiting = ours or self._waiting
        return self._waiting.popleft()

    def rest(self) -> tuple[Turn, ...]:
        """Return all that still wait, since the door ends: what was scanned is answered."""
        rest = tuple(self._waiting)
        self._waiting.clear()
        return rest

    def keep(self, until: float) -> None:
        """Let the next wait until then: somebody who reads the answer has asked for more time."""
        self._kept_until = until

    def release(self) -> None:
        """Let the next wait for nobody's wish any more: the answer is gone."""
        self._kept_until = 0.0

    def answered(self, text: str, reason: Reason, now: float) -> None:
        """Note that `text` was answered so at `now`: the next may have to wait, a foreign code is known."""
        if reason not in _HOLD_AGAIN:
            self._free_at = now + self._reading_seconds
        self._foreign.pop(text, None)
        if reason is Reason.NOT_AN_INVITATION:
            self._foreign[text] = None
            for oldest in list(self._foreign)[:-_MOST_FOREIGN]:
                del self._foreign[oldest]
