"""What is typed on the keypad, and where its keys stand: rules without a window."""

from dataclasses import dataclass
from enum import Enum

from kiosk.core.code import SHORT_SYMBOLS, CodeError, parse


class Entry(Enum):
    """What the typed signs are so far."""

    UNFINISHED = "unfinished"
    MISTYPED = "mistyped"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Typing:
    """The signs that were typed, eight at most."""

    signs: str = ""

    @property
    def entry(self) -> Entry:
        """Whether more signs are needed, or these can be no code, or are one that was printed on a letter."""
        if len(self.signs) < SHORT_SYMBOLS:
            return Entry.UNFINISHED
        try:
            parse(self.signs)
        except CodeError:
            return Entry.MISTYPED
        return Entry.COMPLETE

    def with_sign(self, sign: str) -> "Typing":
        """Return the signs with one more; a full entry stays as it is."""
        return self if len(self.signs) == SHORT_SYMBOLS else Typing(self.signs + sign)

    def without_last(self) -> "Typing":
        """Return the signs without the last."""
        return Typing(self.signs[:-1])


@dataclass(frozen=True, slots=True)
class KeyGrid:
    """Columns of keys of `key` pixels with `gap` pixels between them."""

    columns: int
    rows: int
    key: int
    gap: int

    @property
    def width(self) -> int:
        """The width of all keys, in pixels."""
        return self.columns * self.key + (self.columns - 1) * self.gap

    @property
    def height(self) -> int:
        """The height of all keys, in pixels."""
        return self.rows * self.key + (self.rows - 1) * self.gap


_LARGEST_KEY = 1.9


def key_grid(keys: int, columns: tuple[int, ...], room: tuple[int, int], target: int, gap: int) -> KeyGrid:
    """Return the grid of `keys` that fits into `room` (pixels) with the largest keys.

    `columns` are the numbers of columns to choose from. Keys are not larger than 1.9 times the `target`, and
    smaller than it only where the room leaves no choice.
    """
    grids = []
    for each in columns:
        rows = -(-keys // each)
        wide = (room[0] - (each - 1) * gap) // each
        high = (room[1] - (rows - 1) * gap) // rows
        grids.append(KeyGrid(each, rows, max(1, min(wide, high, round(target * _LARGEST_KEY))), gap))
    return max(grids, key=lambda grid: grid.key)
