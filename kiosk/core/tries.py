"""How often a secret may be guessed: five wrong tries, then a pause that doubles with each one more."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE_TRIES = 5
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong tries since the last right one, and until when no further try is taken (aware)."""

    wrong: int = 0
    paused_until: datetime | None = None

    def pause(self, now: datetime) -> timedelta | None:
        """Return how long the pause still lasts at `now`, None when a try is allowed."""
        if self.paused_until is None or now >= self.paused_until:
            return None
        # A clock that was set back must not turn half a minute into days.
        return min(self.paused_until - now, LONGEST_PAUSE)

    def after_wrong(self, now: datetime) -> "Tries":
        """Return the tries after one more wrong one."""
        wrong = self.wrong + 1
        if wrong < FREE_TRIES:
            return Tries(wrong)
        pause = min(FIRST_PAUSE * 2 ** min(wrong - FREE_TRIES, 10), LONGEST_PAUSE)
        return Tries(wrong, now + pause)
