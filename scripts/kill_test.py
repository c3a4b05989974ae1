"""Kill a working door many times and see whether anything is lost."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.end2end.kills import kill_a_door, losses  # the path has to be set before


def main() -> int:
    """Run it; the exit code is 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=10_000, help="how often the door is killed")
    parser.add_argument("--folder", type=Path, help="where the ledger lies; on the disk that is to be tried")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-kills-", dir=arguments.folder) as folder:
        toll = kill_a_door(Path(folder), arguments.kills, _tell(arguments.kills))
        wrong = losses(Path(folder), toll)
    print(f"\n{toll.kills} kills, {len(toll.shown)} answers shown, slowest start {toll.slowest_start:.3f} s")
    for each in wrong:
        print(each)
    print("nothing is lost" if not wrong else f"{len(wrong)} things are wrong")
    return 1 if wrong else 0


def _tell(kills: int) -> Callable[[int], None]:
    def tell(killed: int) -> None:
        if killed % 100 == 0:
            print(f"\r{killed} of {kills}", end="", flush=True)

    return tell


if __name__ == "__main__":
    sys.exit(main())
