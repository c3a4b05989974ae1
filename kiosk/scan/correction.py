"""Reed-Solomon over GF(256), as in QR codes: mends wrong codewords, and more where doubt is known.

A block with p codewords of parity can mend p / 2 wrong ones, or p of which it is known that they are not to
be believed. A mended block is believed only if enough parity is left over to tell it from chance.
"""

import numpy as np
from numpy.typing import NDArray

_FIELD = 0x11D
_LEFT_OVER = 4
"""Codewords of parity that neither errors nor erasures may use up: chance agrees once in 256 ** 4."""

_EXP = [1] * 510
_LOG = [0] * 256
for _power in range(1, 510):
    _next = _EXP[_power - 1] << 1
    _EXP[_power] = min(_next, _next ^ _FIELD)  # the smaller one has no ninth bit
for _power in range(255):
    _LOG[_EXP[_power]] = _power
_EXP_TABLE = np.array(_EXP[:255], dtype=np.int64)
_LOG_TABLE = np.array(_LOG, dtype=np.int64)


def mend(block: NDArray[np.int64], parity: int, doubted: list[int]) -> NDArray[np.int64] | None:
    """Return the block without its errors, or None if it cannot be mended beyond doubt.

    `block` holds its codewords, the last `parity` of them parity; `doubted` are the places in it whose
    codewords are not believed.
    """
    if parity - len(doubted) < _LEFT_OVER:
        return None
    syndromes = _syndromes(block, parity)
    if not any(syndromes):
        return block
    locator = _locator(syndromes, [len(block) - 1 - place for place in doubted])
    wrong = _roots(locator, len(block))
    errors = len(locator) - 1 - len(doubted)
    if wrong is None or parity - len(doubted) - errors < _LEFT_OVER:
        return None
    mended = block.copy()
    for power, change in zip(wrong, _changes(syndromes, locator, wrong), strict=True):
        mended[len(block) - 1 - power] ^= change
    return None if any(_syndromes(mended, parity)) else mended


def _syndromes(block: NDArray[np.int64], parity: int) -> list[int]:
    held = np.flatnonzero(block)
    powers = len(block) - 1 - held
    logs = _LOG_TABLE[block[held]]
    terms = _EXP_TABLE[(logs[None, :] + np.arange(parity)[:, None] * powers[None, :]) % 255]
    sums: list[int] = np.bitwise_xor.reduce(terms, axis=1).tolist()
    return sums


def _locator(syndromes: list[int], erased: list[int]) -> list[int]:
    """Berlekamp and Massey's polynomial, lowest power first, that begins with the places already doubted."""
    locator = [1]
    for power in erased:
        locator = _sum(locator, [0, *_scaled(locator, _EXP[power % 255])])
    before = list(locator)
    length = len(erased)
    for step in range(len(erased), len(syndromes)):
        delta = 0
        for power, factor in enumerate(locator):
            if power <= step:
                delta ^= _times(factor, syndromes[step - power])
        before = [0, *before]
        if delta:
            longer = _sum(locator, _scaled(before, delta))
            if 2 * length <= step + len(erased):
                before = _scaled(locator, _EXP[255 - _LOG[delta]])
                length = step + 1 + len(erased) - length
            locator = longer
    while locator[-1] == 0:
        locator.pop()
    return locator


def _roots(locator: list[int], size: int) -> list[int] | None:
    """The powers at which the wrong codewords stand; None if the polynomial has not as many as it should."""
    powers = np.arange(size)
    values = np.zeros(size, dtype=np.int64)
    for power, factor in enumerate(locator):
        if factor:
            values ^= _EXP_TABLE[(_LOG[factor] - power * powers) % 255]
    found: list[int] = np.flatnonzero(values == 0).tolist()
    return found if len(found) == len(locator) - 1 else None


def _changes(syndromes: list[int], locator: list[int], wrong: list[int]) -> list[int]:
    """Forney: what has to be changed at each of these powers."""
    size = len(syndromes)
    evaluator = [0] * size
    for power, factor in enumerate(locator):
        for step in range(size - power):
            evaluator[step + power] ^= _times(factor, syndromes[step])
    slope = [factor if power % 2 else 0 for power, factor in enumerate(locator)][1:]
    changes = []
    for power in wrong:
        above, below = (_at(each, -power) for each in (evaluator, slope))
        changes.append(_times(_times(above, _EXP[power % 255]), _EXP[255 - _LOG[below]]) if below else 0)
    return changes


def _at(polynomial: list[int], power: int) -> int:
    value = 0
    for step, factor in enumerate(polynomial):
        if factor:
            value ^= _EXP[(_LOG[factor] + step * power) % 255]
    return value


def _times(one: int, other: int) -> int:
    return _EXP[_LOG[one] + _LOG[other]] if one and other else 0


def _scaled(polynomial: list[int], factor: int) -> list[int]:
    return [_times(each, factor) for each in polynomial]


def _sum(one: list[int], other: list[int]) -> list[int]:
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return [each ^ (shorter[power] if power < len(shorter) else 0) for power, each in enumerate(longer)]
