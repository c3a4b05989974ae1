"""The smallest code that is read under each trouble: the live reader beside zxing-cpp on each frame.

    python benchmarks/smallest_code.py [--letters N] [--strength SHARE] [--trouble NAME ...]

Letters with a trouble of one strength (0 to 1, see benchmarks/hand.py) are held up smaller and smaller. The
smallest code of a reader is the fewest pixels a module down to which, at each size, at least three of four
letters were read within a second. Clock and frames are those of benchmarks/live.py.
"""

import argparse
import itertools
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.hand import HeldUp, Trouble
from benchmarks.live import Size, watch
from benchmarks.machine import machine

_SIZES = tuple(round(6.0 * 0.89**step, 2) for step in range(17))
_IN_TIME = 1.0
_MOST = 0.75
_SEED = 30_000


def at_size(trouble: Trouble, strength: float, size: float, letters: int) -> Size:
    """How many of so many letters of one size both read in time."""
    in_time = [0, 0]
    for seed in range(_SEED, _SEED + letters):
        one, other, in_view = watch(HeldUp(trouble, strength, seed, size), _IN_TIME)
        for place, each in enumerate((one, other)):
            in_time[place] += each.read_at is not None and each.read_at - in_view <= _IN_TIME
    return Size(size, in_time[0] / letters, in_time[1] / letters)


def smaller_and_smaller(trouble: Trouble, strength: float, letters: int) -> list[Size]:
    """One size after another, until neither reads three of four letters twice in a row."""
    sizes: list[Size] = []
    for size in _SIZES:
        sizes.append(at_size(trouble, strength, size, letters))
        if all(max(each.alone, each.live) < _MOST for each in sizes[-2:]) and len(sizes) > 1:
            break
    return sizes


def fewest(shares: Sequence[tuple[float, float]]) -> str:
    """The smallest size of those (size, share read) before the first at which too few were read."""
    good = list(itertools.takewhile(lambda each: each[1] >= _MOST, shares))
    return f"{good[-1][0]:.1f}" if good else f"> {shares[0][0]:.1f}"


def main() -> None:
    """Print a line for each trouble."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=12, help="of each size (default: 12)")
    parser.add_argument("--strength", type=float, default=0.35, help="of the trouble (default: 0.35)")
    parser.add_argument("--trouble", nargs="*", default=[each.name for each in Trouble], help="only these")
    wishes = parser.parse_args()
    print(machine())
    print(f"\n{'pixels a module':16} {'alone':>6} {'live':>6}")
    for trouble in Trouble:
        if trouble.name in wishes.trouble:
            sizes = smaller_and_smaller(trouble, wishes.strength, wishes.letters)
            alone = fewest([(each.pixels_a_module, each.alone) for each in sizes])
            live = fewest([(each.pixels_a_module, each.live) for each in sizes])
            print(f"{trouble.value:16} {alone:>6} {live:>6}", flush=True)


if __name__ == "__main__":
    main()
