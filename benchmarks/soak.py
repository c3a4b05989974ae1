"""An hour and more of frames through one live reader: does its memory grow? python benchmarks/soak.py.

Letters with every trouble come and go before the reader, with an empty foyer in between; the frames are
rendered beforehand and come again and again, as fast as they are read. The memory that the process holds is
noted every thousand frames; what is told is the slope of the line through these figures once the first tenth
is over.
"""

import argparse
import itertools
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.hand import PER_SECOND, HeldUp, Trouble
from benchmarks.machine import machine
from kiosk.scan.frame import Frame, Image
from kiosk.scan.reader import Reader

GOAL_KB = 5.0
"""Of growth for a thousand frames: a day of ten hours would add 5 MB."""
_EVERY = 1000
_SHOWN = range(6, 26)
_STRENGTHS = (0.1, 0.5, 0.9)
_PAGE_KB = 4


def film() -> list[Image]:
    """Some seconds of every trouble at three strengths, each letter after two frames of the empty foyer."""
    frames: list[Image] = []
    for seed, (trouble, strength) in enumerate(itertools.product(Trouble, _STRENGTHS)):
        held = HeldUp(trouble, strength, seed)
        frames += [held.frame(0), held.frame(1), *(held.frame(number) for number in _SHOWN)]
    return frames


def resident_kb() -> int:
    """Return the memory that this process holds, in kB; Linux only."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_KB


def memory_while_reading(frames: Sequence[Image], number: int, read: Counter[str]) -> Iterator[int]:
    """Read so many frames; give the memory in kB after each thousand, and count what was read."""
    reader = Reader()
    for place, image in enumerate(itertools.islice(itertools.cycle(frames), number), 1):
        reading = reader.read(Frame(image, place / PER_SECOND, place))
        read["read"] += bool(reading.sightings)
        read["found and not read"] += bool(reading.unread)
        if place % _EVERY == 0:
            yield resident_kb()


def main() -> None:
    """Read, and print how the memory went."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--frames", type=int, default=100_000)
    number: int = parser.parse_args().frames
    print(machine())
    frames = film()
    began = time.monotonic()
    read: Counter[str] = Counter()
    samples: list[int] = []
    for kb in memory_while_reading(frames, number, read):
        samples.append(kb)
        print(f"\r{len(samples) * _EVERY:,} frames, {kb / 1024:.1f} MB", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    settled = samples[len(samples) // 10 :]
    slope = statistics.linear_regression(range(len(settled)), settled).slope
    share = ", ".join(f"{name} {count / number:.0%}" for name, count in read.items())
    print(f"{number:,} frames ({len(frames)} different ones; {share}) in {time.monotonic() - began:.0f} s")
    print(f"MB: {settled[0] / 1024:.1f} after the first tenth, {samples[-1] / 1024:.1f} at the end", end="")
    print(f", {min(settled) / 1024:.1f} to {max(settled) / 1024:.1f} between")
    print(f"slope: {slope:+.2f} kB for a thousand frames; the goal is less than {GOAL_KB:.0f}")


if __name__ == "__main__":
    main()
