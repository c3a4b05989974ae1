"""How a measured length is spread, as it was measured: no shape is assumed."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isinf

# So many values tell a spread well enough for a forecast, and are quick to look through.
KEPT = 60


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Values that stand for equal shares of what was measured, in order; one or more.

    Infinite values, the last ones, stand for what never ended.
    """

    values: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError("nothing was measured")

    def share_above(self, length: float) -> float:
        """Return the share (0 to 1) of what was measured that is longer than `length`."""
        values = self.values
        below = bisect_left(values, length)
        if below == 0:
            return 1.0
        if below == len(values):
            return 0.0
        before, after = values[below - 1], values[below]
        if isinf(after):
            return 1 - below / len(values)
        # Each value stands in the middle of its share; between two of them the spread is even.
        return 1 - (below - 0.5 + (length - before) / (after - before)) / len(values)


def quantiles(measured: Iterable[float]) -> Quantiles:
    """Return how these values are spread. Raises ValueError for none."""
    values = sorted(measured)
    if len(values) <= KEPT:
        return Quantiles(tuple(values))
    ends = sum(1 for value in values if value < inf)
    # What never ended is seldom, and would be lost between two values that are kept.
    never = round(KEPT * (len(values) - ends) / len(values))
    kept = KEPT - never
    return Quantiles((*(values[int((each + 0.5) * ends / kept)] for each in range(kept)), *[inf] * never))
