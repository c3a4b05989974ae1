"""How long `kiosk status` takes, on a new ledger and on a large one, beside `python -c "import sqlalchemy"`.

The three are started in turn; what is compared is the median of each. A second column counts the processor's
time, which other work on the machine disturbs less. The large ledger is that of benchmarks/ledger.py.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.ledger import large_ledger
from benchmarks.machine import machine
from benchmarks.program import environment, kiosk, office_file

GOAL, FLAT = 1.5, 1.2


@dataclass(frozen=True, slots=True)
class Taken:
    """What one call took, in milliseconds."""

    elapsed: float
    processor: float


def call(command: Sequence[str], variables: dict[str, str]) -> Taken:
    """Run a command that has to succeed."""
    before, began = os.times(), perf_counter()
    subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL)
    elapsed, after = perf_counter() - began, os.times()
    children = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    return Taken(1e3 * elapsed, 1e3 * children)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=25, help="how often each is called (default: 25)")
    parser.add_argument("--events", type=int, default=2_000_000, help="how many the large ledger holds")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()), help="where the large ledger is kept"
    )
    arguments = parser.parse_args()
    large = large_ledger(arguments.folder, arguments.events)
    print(machine())
    with tempfile.TemporaryDirectory(prefix="kiosk-status-") as name:
        new, old = Path(name) / "new", Path(name) / "old"
        new.mkdir()
        old.mkdir()
        commands = {
            "import sqlalchemy": [sys.executable, "-c", "import sqlalchemy"],
            "status, new ledger": kiosk("status", "--json", "--office", office_file(new)),
            f"status, {arguments.events:,} events": kiosk(
                "status", "--json", "--office", office_file(old, large / "ledger.db")
            ),
        }
        variables = environment(Path(name))
        for command in commands.values():
            call(command, variables)
        taken: dict[str, list[Taken]] = {what: [] for what in commands}
        for _ in range(arguments.rounds):
            for what, command in commands.items():
                taken[what].append(call(command, variables))
    report(taken)


def report(taken: dict[str, list[Taken]]) -> None:
    """Print each command's row and the ratios."""
    elapsed = [statistics.median(each.elapsed for each in calls) for calls in taken.values()]
    processor = [statistics.median(each.processor for each in calls) for calls in taken.values()]
    print(f"\n{'':28} {'median ms':>10} {'ratio':>6} {'processor ms':>13} {'ratio':>6}")
    for what, wall, cpu in zip(taken, elapsed, processor, strict=True):
        print(f"{what:28} {wall:10.0f} {wall / elapsed[0]:6.2f} {cpu:13.0f} {cpu / processor[0]:6.2f}")
    print(
        f"the goal is a ratio under {GOAL}; large against new: x {elapsed[2] / elapsed[1]:.2f}, goal {FLAT}"
    )


if __name__ == "__main__":
    main()
