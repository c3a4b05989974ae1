"""Time to the text, from a hand that brings a letter into view: the live reader beside zxing-cpp alone.

    python benchmarks/live.py [--letters N] [--trouble NAME ...] [--seed N] [--out FILE]

Each letter of benchmarks/hand.py is read by both, frame by frame, 30 a second. While one reads, time goes by:
a frame that comes meanwhile is dropped, unless it is still the newest when it is done, as in the program.
What reading costs is the processor's time of its thread, and so is the reader's own budget, so that other
programs on the machine change nothing but how long the benchmark takes.

The time to the text runs from the first frame that holds the whole code, 3 seconds at most: who gets no
answer by then counts with 3 seconds. Strengths are spread evenly from easy to where nobody reads anything.
Letters that both read in the first frame that they could, and letters that neither reads, say nothing of the
two: they are left out of the medians, for both alike, and stand in the curves.
"""

import argparse
import itertools
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

import zxingcpp

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.hand import PER_SECOND, HeldUp, Trouble
from benchmarks.machine import machine
from kiosk.scan.frame import Frame, Image
from kiosk.scan.reader import Reader

PATIENCE = 3.0
GOAL = 2 / 3
_AT_ONCE = 1.5 / PER_SECOND
_SIZES = tuple(round(0.9 + 0.1 * step, 1) for step in range(15))
_IN_TIME = 1.0
_NEARLY_ALL = 0.95
_BEFORE = 3
_FEWEST = 2

_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)

Read: TypeAlias = Callable[[Frame], list[str]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One letter, and after how many seconds each of the two had its text; None: not in `PATIENCE`."""

    trouble: str
    strength: float
    alone: float | None
    live: float | None

    @property
    def tells(self) -> bool:
        """Whether this letter says anything of the two."""
        if self.alone is None and self.live is None:
            return False
        return self.alone is None or self.live is None or max(self.alone, self.live) > _AT_ONCE


class Sitting:
    """A reader before the frames of one letter, in simulated time."""

    def __init__(self, read: Read, text: str) -> None:
        self.read_at: float | None = None
        self.milliseconds: list[float] = []
        self.wrong = 0
        self._read = read
        self._text = text
        self._free_at = 0.0

    def offer(self, image: Image, number: int) -> None:
        """Take the frame, unless the text is known or a newer frame will have come when it could be read."""
        taken_at = number / PER_SECOND
        if self.read_at is not None or self._free_at >= taken_at + 1 / PER_SECOND:
            return
        began = time.thread_time()
        texts = self._read(Frame(image, taken_at, number))
        took = time.thread_time() - began
        self.milliseconds.append(1e3 * took)
        self._free_at = max(self._free_at, taken_at) + took
        self.wrong += sum(text != self._text for text in texts)
        if self._text in texts:
            self.read_at = self._free_at


def read_alone(frame: Frame) -> list[str]:
    """What zxing-cpp reads in this frame."""
    return [each.text for each in zxingcpp.read_barcodes(frame.image, formats=_FORMATS)]


def live_reader() -> Read:
    """A live reader that has seen nothing yet, on the clock of its thread."""
    reader = Reader(clock=time.thread_time)
    return lambda frame: [each.text for each in reader.read(frame).sightings]


def watch(held: HeldUp, patience: float = PATIENCE) -> tuple[Sitting, Sitting, float]:
    """Let both read one letter; return them, and when its code was first in view."""
    one = Sitting(read_alone, held.text)
    other = Sitting(live_reader(), held.text)
    first = next(number for number in range(held.frames) if held.in_view(number))
    # A few frames before it, with a part of the code, so that nobody begins with a picture made for them.
    for number in range(first - _BEFORE, first + round(patience * PER_SECOND)):
        image = held.frame(number)
        one.offer(image, number)
        other.offer(image, number)
        if one.read_at is not None and other.read_at is not None:
            break
    return one, other, first / PER_SECOND


def tried(trouble: Trouble, letters: int, first_seed: int, log: "Log") -> list[Trial]:
    """Bring this many letters before both, with the trouble from none to its most."""
    trials = []
    for number in range(letters):
        strength = (number + 0.5) / letters
        one, other, in_view = watch(HeldUp(trouble, strength, first_seed + number))
        log.note(one, other)
        seconds = [
            None
            if each.read_at is None or each.read_at - in_view > PATIENCE
            else max(0.0, each.read_at - in_view)
            for each in (one, other)
        ]
        trials.append(Trial(trouble.name, strength, seconds[0], seconds[1]))
    return trials


class Log:
    """What reading cost, and wrong texts, over all letters."""

    def __init__(self) -> None:
        self.alone: list[float] = []
        self.live: list[float] = []
        self.wrong = 0

    def note(self, one: Sitting, other: Sitting) -> None:
        """Add what both needed for one letter."""
        self.alone += one.milliseconds
        self.live += other.milliseconds
        self.wrong += one.wrong + other.wrong


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the table, in seconds."""

    letters: int
    alone_median: float
    live_median: float
    alone_p95: float
    live_p95: float
    alone_unread: int
    live_unread: int

    @property
    def reached(self) -> bool:
        """Whether it is at least a third shorter at the median and at p95."""
        return self.live_median <= GOAL * self.alone_median and self.live_p95 <= GOAL * self.alone_p95


def summed_up(trials: Sequence[Trial]) -> Summary | None:
    """The row of these letters, None if fewer than two say anything."""
    telling = [each for each in trials if each.tells]
    if len(telling) < _FEWEST:
        return None
    alone_s = [PATIENCE if each.alone is None else each.alone for each in telling]
    live_s = [PATIENCE if each.live is None else each.live for each in telling]
    return Summary(
        len(telling),
        statistics.median(alone_s),
        statistics.median(live_s),
        _p95(alone_s),
        _p95(live_s),
        sum(each.alone is None for each in telling),
        sum(each.live is None for each in telling),
    )


@dataclass(frozen=True, slots=True)
class Size:
    """How many of the letters of one size were read within a second, in shares of 1."""

    pixels_a_module: float
    alone: float
    live: float


def read_at_sizes(letters: int) -> list[Size]:
    """Bring letters before both, smaller and smaller."""
    sizes = []
    for size in reversed(_SIZES):
        in_time = [0, 0]
        for seed in range(letters):
            held = HeldUp(Trouble.DISTANCE, _strength_of(size), 10_000 + seed)
            one, other, in_view = watch(held)
            for place, each in enumerate((one, other)):
                in_time[place] += each.read_at is not None and each.read_at - in_view <= _IN_TIME
        sizes.append(Size(size, in_time[0] / letters, in_time[1] / letters))
        print(f"  {size:.1f} {sizes[-1].alone:6.0%} {sizes[-1].live:6.0%}", flush=True)
    return sizes


def smallest(sizes: Sequence[Size], share_of: Callable[[Size], float]) -> float | None:
    """The fewest pixels a module down to which nearly all letters are read within a second."""
    good = itertools.takewhile(lambda size: share_of(size) >= _NEARLY_ALL, sizes)
    return min((size.pixels_a_module for size in good), default=None)


def _strength_of(size: float) -> float:
    return (2.3 - size) / 1.4


def _p95(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def report(trouble: Trouble, trials: Sequence[Trial]) -> None:
    """Print one row."""
    row = summed_up(trials)
    if row is None:
        print(f"{trouble.value:14} too few letters say anything", flush=True)
        return
    median, p95 = row.live_median / row.alone_median, row.live_p95 / row.alone_p95
    print(
        f"{trouble.value:14} {row.letters:7} {row.alone_median:6.2f} {row.live_median:6.2f} {median:6.2f}"
        f" {row.alone_p95:6.2f} {row.live_p95:6.2f} {p95:6.2f} {row.alone_unread:6} {row.live_unread:6}"
        f"  {'reached' if row.reached else 'NOT REACHED'}",
        flush=True,
    )


def main() -> None:
    """Print the tables, and leave the trials as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=120, help="for each trouble (default: 120)")
    parser.add_argument("--trouble", nargs="*", default=[each.name for each in Trouble], help="only these")
    parser.add_argument("--sizes", type=int, default=40, help="letters at each size; 0: leave it out")
    parser.add_argument("--seed", type=int, default=0, help="of the first letter (default: 0)")
    parser.add_argument("--out", type=Path, help="where the trials are left as JSON, for live_curves.py")
    wishes = parser.parse_args()
    print(machine())
    titles = ("letters", "alone", "live", "ratio", "alone", "live", "ratio", "alone", "live")
    print(f"\n{'seconds':14} {'':7} {'median':^20} {'p95':^20} {'not read':^13}")
    print(f"{'':14} {titles[0]:>7}" + "".join(f" {each:>6}" for each in titles[1:]))
    log = Log()
    trials: list[Trial] = []
    for trouble in Trouble:
        if trouble.name in wishes.trouble:
            these = tried(trouble, wishes.letters, wishes.seed, log)
            report(trouble, these)
            trials += these
    for name, costs in (("zxing-cpp", log.alone), ("live reader", log.live)):
        cuts = statistics.quantiles(costs, n=100, method="inclusive")
        print(
            f"{name}: {len(costs)} frames, ms {cuts[49]:.1f} median, {cuts[94]:.1f} p95, {cuts[98]:.1f} p99"
        )
    print(f"wrong texts: {log.wrong}")
    sizes: list[Size] = []
    if wishes.sizes:
        print(f"\nread within a second, by pixels a module ({wishes.sizes} letters each): alone, live")
        sizes = read_at_sizes(wishes.sizes)
        one, other = smallest(sizes, lambda size: size.alone), smallest(sizes, lambda size: size.live)
        print(f"{_NEARLY_ALL:.0%} of them and more down to: zxing-cpp {one}, live reader {other}")
    if wishes.out:
        found = {"trials": [asdict(each) for each in trials], "sizes": [asdict(each) for each in sizes]}
        wishes.out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
