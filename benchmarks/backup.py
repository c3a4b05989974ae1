"""What a door feels of a backup: its admissions while a process copies the ledger over and over, and without.

    python benchmarks/backup.py [--events N] [--admissions N] [--every SECONDS] [--folder DIR]

Spells with and without the copying take turns on one ledger. The copying begins anew whenever somebody comes
in, as it does in `kiosk backup`; how long one copy takes when nobody comes is measured at the end. The large
ledger is that of benchmarks/ledger.py.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.ledger import INSIDE, Door, large_ledger
from benchmarks.machine import machine
from kiosk.ledger.copying import copy_of_file

_SPELLS = 6
_WARMING_UP = INSIDE + 10


@contextmanager
def copied(database: Path, folder: Path) -> Iterator[None]:
    """Copy the database again and again in a process of its own."""
    command = [sys.executable, __file__, "--copy", str(database), "--folder", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as copying:
        try:
            if copying.stdout is not None:
                copying.stdout.readline()  # it has begun
            yield
        finally:
            copying.terminate()


def copy_again_and_again(database: Path, folder: Path) -> None:
    """Copy until this process is ended."""
    print("begun", flush=True)
    while True:
        copy = folder / "copy.sqlite"
        copy.unlink(missing_ok=True)
        copy_of_file(database, copy, lambda *_: None)


def admit(door: Door, admissions: int, every: float) -> list[float]:
    """Let visitors in, one after each `every` seconds; return what each admission took, in milliseconds."""
    before = len(door.seconds)
    for _ in range(admissions):
        time.sleep(every)
        door.admit()
    return [1e3 * each for each in door.seconds[before:]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=2_000_000, help="how many the ledger holds")
    parser.add_argument("--admissions", type=int, default=300, help="how many are measured of each kind")
    parser.add_argument("--every", type=float, default=0.1, help="seconds from one to the next")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()), help="where the large ledger is kept"
    )
    parser.add_argument("--copy", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.copy is not None:
        copy_again_and_again(given.copy, given.folder)
    large = large_ledger(given.folder, given.events)
    database = large / "ledger.db"
    print(machine())
    with tempfile.TemporaryDirectory(prefix="kiosk-backup-", dir=given.folder) as name:
        door = Door(large, 2 * given.admissions + _WARMING_UP)
        admit(door, _WARMING_UP, 0.0)
        alone, beside = [], []
        for _ in range(_SPELLS):
            alone += admit(door, given.admissions // _SPELLS, given.every)
            with copied(database, Path(name)):
                beside += admit(door, given.admissions // _SPELLS, given.every)
        report("admission", alone, alone)
        report("admission beside a backup", beside, alone)
        began, copy = time.perf_counter(), Path(name) / "whole.sqlite"
        copy_of_file(database, copy, lambda *_: None)
        megabytes = copy.stat().st_size / 1e6
        print(f"a copy of {megabytes:,.0f} MB while nobody comes: {time.perf_counter() - began:.1f} s")
        door.ledger.close()


def report(what: str, took: list[float], usual: list[float]) -> None:
    """Print a row, and its ratios to the first."""
    middle, late = statistics.median(took), statistics.quantiles(took, n=100)[98]
    usual_middle, usual_late = statistics.median(usual), statistics.quantiles(usual, n=100)[98]
    print(
        f"{what:28} median {middle:6.2f} ms x {middle / usual_middle:.2f}   "
        f"p99 {late:6.2f} ms x {late / usual_late:.2f}   most {max(took):6.2f} ms"
    )


if __name__ == "__main__":
    main()
