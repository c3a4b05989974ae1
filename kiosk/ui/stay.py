"""How long an answer stays on the visitor's screen."""

from typing import Final, assert_never

from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    NextStep,
    ReadMessage,
    UseDoor,
    WaitForNumber,
)


def stay_share(step: NextStep) -> float:
    """Return how many times as long as usual an answer stays: for as long as it takes to read or note it."""
    match step:
        case Goodbye() | AskStaff():
            return 1.0
        case ComeBackAt() | HoldAgain():
            return 1.25
        case GoTo() | ComeWhenOpen() | UseDoor() | ReadMessage():
            return 1.75
        case WaitForNumber():
            return 2.0
        case CallOffice():
            return 2.5
        case _ as never:
            assert_never(never)


MORE_SECONDS: Final = 30.0
"""How long an answer stays from a touch of 'more time' on."""

MOST_WISHED_SECONDS: Final = 180.0
"""How long it stays at most for such touches: others stand in the line."""

LINGERS_SECONDS: Final = 4.0
"""How long it stays after the last sign of somebody in front of it."""

MOST_BY_PRESENCE_SECONDS: Final = 45.0
"""How long it stays at most because somebody is seen: that may be the next one, who must not read it."""


class Stay:
    """For how long one answer stays. All times are monotonic seconds, passed in."""

    def __init__(self, shown_at: float, usual_seconds: float) -> None:
        """`usual_seconds` is how long it stays where nobody is seen and nothing is wished."""
        self._shown_at = shown_at
        self._usual = usual_seconds
        self._until = shown_at + usual_seconds

    def wish_more(self, now: float) -> float:
        """Stay longer, since somebody has touched for it; return until when."""
        most = self._shown_at + max(self._usual, MOST_WISHED_SECONDS)
        self._until = max(self._until, min(now + MORE_SECONDS, most))
        return self._until

    def see_somebody(self, now: float) -> None:
        """Stay a little longer, since somebody is in front of it: a letter, a hand, a person who moves."""
        most = self._shown_at + max(self._usual, MOST_BY_PRESENCE_SECONDS)
        self._until = max(self._until, min(now + LINGERS_SECONDS, most))

    def left(self, now: float) -> float:
        """Return how many seconds it still stays; 0.0 where its time is over."""
        return max(0.0, self._until - now)
