"""How long a door takes from its start until it is ready to scan, beside a bare window and `import cv2`.

Ready to scan means: the window is shown, the first frame of the camera was decoded, and the ledger is open.
Both programs are started in turn, without a display; what is compared is the median of each. A second pair of
columns counts the processor's time of each until then, which other work on the machine disturbs less.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from benchmarks.machine import machine
from benchmarks.processor import seconds_of
from benchmarks.program import environment, kiosk, office_file
from kiosk.scan.opencv import cv2
from kiosk.scan.simulated_camera import SimulatedCamera

GOAL = 1.5
_BARE = """
import cv2
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, lambda: print("ready to scan", flush=True))
application.exec()
"""
_LIMIT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Start:
    """What one start took until it was ready, in seconds."""

    elapsed: float
    processor: float


def start(command: Sequence[str], variables: dict[str, str]) -> Start:
    """Start a program, wait until it says that it is ready, and end it."""
    began = perf_counter()
    with subprocess.Popen(
        command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        said = []
        for line in process.stdout:
            said.append(line)
            if "ready to scan" in line:
                break
        else:
            raise RuntimeError(f"{command} was never ready: {''.join(said)}")
        took = Start(perf_counter() - began, seconds_of(process.pid))
        process.terminate()
        process.communicate(timeout=_LIMIT_SECONDS)
    return took


def door(folder: Path) -> list[str]:
    """Make an office and a camera's pictures in `folder`; return the command that opens its door."""
    pictures = folder / "camera"
    pictures.mkdir()
    foyer = SimulatedCamera(paced=False)
    for number in range(3):
        cv2.imwrite(str(pictures / f"{number}.jpg"), np.asarray(foyer.read()))
    office = office_file(folder)
    return kiosk("run", "--office", office, "--door", "haupteingang", "--camera", pictures, "--windowed")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=15, help="how often both are started (default: 15)")
    pairs: int = parser.parse_args().pairs
    print(machine())
    with tempfile.TemporaryDirectory(prefix="kiosk-start-") as name:
        folder = Path(name)
        commands = {"bare window and import cv2": [sys.executable, "-c", _BARE], "kiosk run": door(folder)}
        variables = environment(folder)
        for command in commands.values():
            start(command, variables)
        taken: dict[str, list[Start]] = {what: [] for what in commands}
        for _ in range(pairs):
            for what, command in commands.items():
                taken[what].append(start(command, variables))
    print(f"\n{'':28} {'median ms':>9} {'least ms':>9} {'processor ms':>12}")
    for what, starts in taken.items():
        elapsed = [1e3 * each.elapsed for each in starts]
        processor = statistics.median(1e3 * each.processor for each in starts)
        print(f"{what:28} {statistics.median(elapsed):9.0f} {min(elapsed):9.0f} {processor:12.0f}")
    bare, ready = (statistics.median(each.elapsed for each in starts) for starts in taken.values())
    print(f"ratio {ready / bare:.2f}, the goal is under {GOAL}")


if __name__ == "__main__":
    main()
