"""The time that one frame may cost: what fits into what is left of it is done, all else waits."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

_KEPT: Final = 0.15
"""The share of the budget kept for what is not reckoned with: cutting out, judging, and slow moments."""
_LEARNS: Final = 0.2
_LEARNS_COSTLY: Final = 0.5
"""What takes longer is believed sooner, so that a budget is passed by one frame and not by ten."""
_MOST_COSTLY: Final = 3.0
"""How many times longer than known is believed at once: the first look of all takes ten times as long."""
_FORGETS: Final = 0.95
_CAUTION: Final = 1.5
"""How much longer than known something may take."""

_Result = TypeVar("_Result")


@dataclass(slots=True)
class Cost:
    """What something was found to cost for a pixel or a module, in seconds.

    It is begun only if `caution` times as much is left.
    """

    seconds: float
    caution: float = _CAUTION


class Budget:
    """So many seconds for each frame, and what is left of them. Not thread-safe."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.perf_counter) -> None:
        """`clock` measures what is spent."""
        self._each = (1.0 - _KEPT) * seconds
        self._clock = clock
        self._spent_at = 0.0

    def begin(self) -> None:
        """A new frame has all of it."""
        self._spent_at = self._clock() + self._each

    def has_time(self, cost: Cost, size: int) -> bool:
        """Whether something of this size will be done in time, as far as is known."""
        if self._clock() + cost.caution * cost.seconds * size <= self._spent_at:
            return True
        # Believed less each time, so that one slow moment does not shut a look out for good.
        cost.seconds *= _FORGETS
        return False

    def take(self, cost: Cost, size: int, act: Callable[[], _Result]) -> _Result:
        """Act, and learn what it costs."""
        began = self._clock()
        result = act()
        more = min((self._clock() - began) / size, _MOST_COSTLY * cost.seconds) - cost.seconds
        cost.seconds += (_LEARNS_COSTLY if more > 0 else _LEARNS) * more
        return result
