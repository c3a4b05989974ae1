"""How many codes of real photographs each decoder reads, and how fast: python benchmarks/decode.py FOLDER...

Each picture of a folder stands beside its truth: NAME.txt (UTF-8) or NAME.bin (bytes). A text counts as read
if it is the truth, as wrong if there are texts and none is. Codes in other encodings than UTF-8 are compared
in those, and white space is not compared: sets of photographs differ in how they wrote it down.
"""

import argparse
import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kiosk.scan.camera import PICTURE_ENDINGS, load_picture
from kiosk.scan.decode import BUDGET, Reader, decode
from kiosk.scan.decoders import read_opencv, read_zxing
from kiosk.scan.frame import Frame, Image, Sighting, grey
from kiosk.scan.zbar import read_zbar

_ENCODINGS = ("utf-8", "shift_jis", "gb18030", "latin-1")
_LIVE_FRAMES = 8

Read: TypeAlias = Callable[[Image], tuple[Sighting, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Photograph:
    """A picture, and what it truly holds."""

    grey: Image
    truth: bytes

    def is_told_by(self, raw: bytes) -> bool:
        """Whether these bytes are the truth."""
        return raw == self.truth or not _readings(raw).isdisjoint(_readings(self.truth, ("utf-8",)))


def photographs_in(folder: Path) -> list[Photograph]:
    """The pictures in this folder that have their truth beside them."""
    found = []
    for path in sorted(folder.iterdir()):
        truths = [path.with_suffix(ending) for ending in (".bin", ".txt")]
        truth = next((each for each in truths if each.is_file()), None)
        if path.suffix.lower() in PICTURE_ENDINGS and truth is not None:
            found.append(Photograph(grey(load_picture(path)), truth.read_bytes()))
    return found


def read_live(picture: Image) -> tuple[Sighting, ...]:
    """What a live reader has read when the same frame has come a few times."""
    reader = Reader()
    for number in range(_LIVE_FRAMES):
        if seen := reader.read(Frame(picture, number / 25, number)).sightings:
            return seen
    return ()


DECODERS: tuple[tuple[str, Read], ...] = (
    ("zxing-cpp", read_zxing),
    ("zbar", read_zbar),
    ("OpenCV", read_opencv),
    ("decode()", decode),
    (f"Reader, {_LIVE_FRAMES} frames", read_live),
)


def measure(read: Read, photographs: Sequence[Photograph]) -> str:
    """One row of the table."""
    times = []
    right = wrong = 0
    for photograph in photographs:
        began = time.perf_counter()
        sightings = read(photograph.grey)
        times.append(1e3 * (time.perf_counter() - began))
        if any(photograph.is_told_by(each.raw) for each in sightings):
            right += 1
        elif sightings:
            wrong += 1
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return f"{right / len(times):7.1%} {statistics.median(times):9.2f} {p95:9.2f} {wrong:6d}"


def main() -> None:
    """Print one table for each folder, and one for all of them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="+")
    folders: list[Path] = parser.parse_args().folder
    sets = {folder.name: photographs_in(folder) for folder in folders}
    sets = {name: photographs for name, photographs in sets.items() if photographs}
    if not sets:
        parser.error("no picture with its NAME.txt or NAME.bin beside it in these folders")
    if len(sets) > 1:
        sets["all together"] = [each for photographs in sets.values() for each in photographs]
    print(f"Live budget: {BUDGET * 1e3:.0f} ms a frame.")
    for name, photographs in sets.items():
        print(f"\n{name}: {len(photographs)} pictures")
        print(f"{'':18} {'read':>7} {'median ms':>9} {'p95 ms':>9} {'wrong':>6}")
        for decoder, read in DECODERS:
            print(f"{decoder:18} {measure(read, photographs)}", flush=True)


def _readings(raw: bytes, encodings: Sequence[str] = _ENCODINGS) -> set[str]:
    readings = set()
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.add("".join(unicodedata.normalize("NFKC", text).split()))
    return readings


if __name__ == "__main__":
    main()
