"""A spread is told as it was measured."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.quantiles import KEPT, Quantiles, quantiles


def test_shares_are_even_between_measured_values() -> None:
    spread = Quantiles((10.0, 20.0))
    assert [spread.share_above(length) for length in (5, 10, 12.5, 15, 17.5, 20, 21)] == pytest.approx(
        [1, 1, 0.625, 0.5, 0.375, 0.25, 0]
    )


def test_what_never_ended_is_longer_than_anything() -> None:
    spread = Quantiles((10.0, 20.0, 30.0, inf))
    assert spread.share_above(1e9) == 0.25


def test_of_nothing_there_is_no_spread() -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        Quantiles(())


def test_of_many_values_few_are_kept_and_the_shares_stay() -> None:
    spread = quantiles([*range(950), *[inf] * 50])
    assert len(spread.values) == KEPT
    assert spread.share_above(475) == pytest.approx(0.525, abs=0.02)
    assert spread.share_above(2000) == pytest.approx(0.05)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=200), st.floats(-2e6, 2e6))
def test_a_share_is_that_of_the_values_but_for_one_or_two(values: list[float], length: float) -> None:
    share = quantiles(values).share_above(length)
    counted = sum(1 for value in values if value > length) / len(values)
    equal = sum(1 for value in values if value == length) / len(values)
    assert (
        counted - 1 / min(len(values), KEPT) - 1e-9 <= share <= counted + equal + 1.5 / min(len(values), KEPT)
    )
