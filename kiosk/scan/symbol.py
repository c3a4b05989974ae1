"""What is known of every QR code before it is read: where its patterns, its format and its codewords stand.

ISO/IEC 18004. The tables of blocks and of alignment patterns are those of the library `qrcode`, which draws
the codes of the letters.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from qrcode.base import rs_blocks
from qrcode.util import BCH_type_info, BCH_type_number, mask_func, pattern_position

LEVELS = (1, 0, 3, 2)
"""The error correction levels L, M, Q and H, as the format's two bits name them."""

_WITH_VERSION = 45
"""Modules a side from which on a code tells its version (7)."""

_TIMING = 6
"""The row and the column of the timing patterns."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the error correction: where its codewords stand in the code's sequence."""

    codewords: NDArray[np.intp]
    parity: int
    """How many of them, the last ones, are there for correction alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Symbol:
    """A QR code of one size. Places are indexes into the modules, row after row."""

    modules: int
    known: NDArray[np.int8]
    """For each module 1 if it is always dark, -1 if it is always light, 0 if it depends on the text."""
    codewords: NDArray[np.intp]
    """Codewords x 8: the places of their bits, the highest bit first."""
    formats: NDArray[np.intp]
    """2 x 15: the places of both copies of the format, the lowest bit first."""

    @property
    def version(self) -> int:
        """1 to 40."""
        return (self.modules - 17) // 4


@cache
def symbol_of(modules: int) -> Symbol:
    """The symbol with this many modules a side: 21, 25 and so on to 177."""
    known = patterns_of(modules)
    formats = _format_places(modules)
    taken = known != 0
    taken.flat[formats.ravel()] = True
    return Symbol(modules, known, _codeword_places(taken), formats)


@cache
def formats_of() -> NDArray[np.int8]:
    """The 32 formats x 15 bits, lowest first, 1 for dark and -1 for light; number = level * 8 + mask."""
    numbers = np.array([BCH_type_info(number) for number in range(32)])
    return (2 * (numbers[:, None] >> np.arange(15) & 1) - 1).astype(np.int8)


@cache
def mask_of(number: int, modules: int) -> NDArray[np.bool_]:
    """Which modules the mask of this number turns over, 0 to 7."""
    turns_over = mask_func(number)
    rows = range(modules)
    return np.array([[turns_over(row, column) for column in rows] for row in rows], dtype=np.bool_)


@cache
def blocks_of(modules: int, level: int) -> tuple[Block, ...]:
    """The blocks of a symbol at a level (as the format names it)."""
    kinds = rs_blocks((modules - 17) // 4, level)
    data: list[list[int]] = [[] for _ in kinds]
    at = 0
    for place in range(max(kind.data_count for kind in kinds)):
        for block, kind in zip(data, kinds, strict=True):
            if place < kind.data_count:
                block.append(at)
                at += 1
    parity = kinds[0].total_count - kinds[0].data_count
    return tuple(
        Block(np.array([*block, *range(at + number, at + parity * len(kinds), len(kinds))]), parity)
        for number, block in enumerate(data)
    )


@cache
def patterns_of(modules: int) -> NDArray[np.int8]:
    """The modules that are the same in every code of this size: 1 dark, -1 light, 0 that depend on the text.

    Quickly made, unlike the whole symbol of a large code. Raises ValueError for a size that no code has.
    """
    if modules not in range(21, 178, 4):
        raise ValueError(f"a QR code has 21, 25 and so on to 177 modules a side, not {modules}")
    known = np.zeros((modules, modules), dtype=np.int8)
    stripes = np.where(np.arange(modules) % 2 == 0, 1, -1)
    known[_TIMING, :] = known[:, _TIMING] = stripes
    version = (modules - 17) // 4
    middles = pattern_position(version)
    for row in middles:
        for column in middles:
            in_a_finder = (row, column) in (
                (_TIMING, _TIMING),
                (_TIMING, modules - 7),
                (modules - 7, _TIMING),
            )
            if not in_a_finder:
                known[row - 2 : row + 3, column - 2 : column + 3] = _rings(2)
    finder = _rings(4)
    known[:8, :8] = finder[1:, 1:]
    known[:8, -8:] = finder[1:, :-1]
    known[-8:, :8] = finder[:-1, 1:]
    known[modules - 8, 8] = 1
    if modules >= _WITH_VERSION:
        number = BCH_type_number(version)
        for bit in range(18):
            row, column = bit // 3, bit % 3 + modules - 11
            known[row, column] = known[column, row] = 2 * (number >> bit & 1) - 1
    return known


def _rings(radius: int) -> NDArray[np.int8]:
    """The squares within squares of a finder (4, with its light rim) or of an alignment pattern (2)."""
    way = np.abs(np.arange(-radius, radius + 1))
    ring = np.maximum(way[:, None], way[None, :])
    dark = {4: (0, 1, 3), 2: (0, 2)}[radius]
    return np.where(np.isin(ring, dark), 1, -1).astype(np.int8)


def _format_places(modules: int) -> NDArray[np.intp]:
    beside = [*range(6), 7, 8, *range(modules - 7, modules)]
    above = [*range(modules - 1, modules - 9, -1), 7, *range(5, -1, -1)]
    column = [row * modules + 8 for row in beside]
    row = [8 * modules + each for each in above]
    return np.array([column, row], dtype=np.intp)


def _codeword_places(taken: NDArray[np.bool_]) -> NDArray[np.intp]:
    modules = len(taken)
    places = []
    upwards = True
    for right in (*range(modules - 1, _TIMING, -2), *range(_TIMING - 1, 0, -2)):
        rows = range(modules - 1, -1, -1) if upwards else range(modules)
        places += [
            row * modules + column for row in rows for column in (right, right - 1) if not taken[row, column]
        ]
        upwards = not upwards
    whole = len(places) // 8 * 8
    return np.array(places[:whole], dtype=np.intp).reshape(-1, 8)
