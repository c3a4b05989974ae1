"""How often a secret may be guessed: a few wrong tries, then a pause that doubles with each one more."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST_PAUSE = timedelta(hours=1)
MOST_DOUBLINGS = 10


@dataclass(frozen=True, slots=True)
class TryLimit:
    """After `wrong_tries` (1 or more) in a row comes a pause of `first_pause`, doubled with each further one.

    After `last_try` wrong ones in a row no further try is taken until somebody resets them; None: never so.
    """

    wrong_tries: int = 5
    first_pause: timedelta = timedelta(seconds=30)
    last_try: int | None = None


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong tries since the last right one, and until when no further try is taken (aware)."""

    limit: TryLimit
    wrong: int = 0
    paused_until: datetime | None = None

    @property
    def are_used_up(self) -> bool:
        """Whether no further try is taken, however long one waits."""
        return self.limit.last_try is not None and self.wrong >= self.limit.last_try

    def pause(self, now: datetime) -> timedelta | None:
        """Return how long the pause still lasts at `now`, None when a try is allowed."""
        if self.paused_until is None or now >= self.paused_until:
            return None
        left = self.paused_until - now
        # A clock that was set back must not turn half a minute into days: nobody knows how much is over.
        return left if left <= LONGEST_PAUSE else None

    def after_wrong(self, now: datetime) -> "Tries":
        """Return the tries after one more wrong one."""
        wrong = self.wrong + 1
        if wrong < self.limit.wrong_tries:
            return Tries(self.limit, wrong)
        doublings = min(wrong - self.limit.wrong_tries, MOST_DOUBLINGS)
        return Tries(self.limit, wrong, now + min(self.limit.first_pause * 2**doublings, LONGEST_PAUSE))

    def after_right(self) -> "Tries":
        """Return the tries after a right one: none is wrong any more."""
        return Tries(self.limit)
