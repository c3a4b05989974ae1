"""Wrong codewords are mended as far as the parity reaches, and not where chance could have made the block."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from kiosk.scan.correction import mend
from kiosk.scan.symbol import blocks_of, mask_of, symbol_of
from tests.unit.scan.pictures import CODE, modules_of

PARITY = 22


def block() -> NDArray[np.int64]:
    """A block of a letter's code: 13 codewords of text, 22 of parity."""
    dark = modules_of(CODE)
    symbol = symbol_of(29)
    level_h = 2
    for mask in range(8):
        bits = (dark ^ mask_of(mask, 29)).ravel()[symbol.codewords]
        codewords = bits @ (1 << np.arange(7, -1, -1))
        first = codewords[blocks_of(29, level_h)[0].codewords]
        if mend(first, PARITY, []) is not None:
            return np.asarray(first, dtype=np.int64)
    raise AssertionError("no mask makes the drawn code one without errors")


WHOLE = block()


def spoilt(places: list[int]) -> NDArray[np.int64]:
    wrong = WHOLE.copy()
    wrong[places] ^= 0x5A
    return wrong


@given(st.data())
def test_errors_and_doubts_are_mended_while_twice_the_errors_and_the_doubts_are_within_the_parity(
    data: st.DataObject,
) -> None:
    doubts = data.draw(st.integers(0, PARITY - 4))
    errors = data.draw(st.integers(0, min((PARITY - doubts) // 2, PARITY - doubts - 4)))
    places = data.draw(st.permutations(range(len(WHOLE))))[: doubts + errors]
    mended = mend(spoilt(places), PARITY, places[:doubts])
    assert mended is not None
    assert (mended == WHOLE).all()


def test_doubting_what_is_right_does_no_harm() -> None:
    mended = mend(spoilt([3, 8]), PARITY, [0, 1, 2, 3, 30])
    assert mended is not None
    assert (mended == WHOLE).all()


@pytest.mark.parametrize("doubted", [0, 6, 12, 18])
def test_chance_is_never_believed(doubted: int) -> None:
    dice = np.random.default_rng(doubted)
    places = list(range(doubted))
    assert all(mend(dice.integers(0, 256, 35), PARITY, places) is None for _ in range(100))


def test_too_many_doubts_leave_nothing_to_tell_it_from_chance() -> None:
    assert mend(WHOLE, PARITY, list(range(PARITY - 3))) is None
