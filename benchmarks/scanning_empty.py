"""What frames without a QR code cost the live reader, and that it reads nothing in them.

Four kinds of frames, as many of each: a foyer with people in it, letters without a code, noise, and other
barcodes. Each is seen as a camera sees it: it moves a little, with noise on it. The wall's clock counts what
other programs of the machine take, too; the thread's own time does not. zxing-cpp looks at the same frames.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import zxingcpp
from machine import machine

from kiosk.scan.decoders import read_zxing
from kiosk.scan.frame import Frame, Image
from kiosk.scan.opencv import cv2
from kiosk.scan.reader import Reader

_SIZES = ((1280, 720), (1920, 1080))
_SCENE_FRAMES = 25
_OTHER_KINDS = ("Code128", "Aztec", "DataMatrix", "PDF417", "Code39")


def foyer(dice: np.random.Generator, width: int, height: int) -> Image:
    """Walls, doors, tiles, and blots where people stand."""
    picture = np.tile(np.linspace(90, 200, width), (height, 1)).astype(np.uint8)
    for _ in range(25):
        left, top = int(dice.integers(width)), int(dice.integers(height))
        corner = left + int(dice.integers(20, width // 3)), top + int(dice.integers(20, height // 2))
        cv2.rectangle(picture, (left, top), corner, int(dice.integers(30, 230)), -1)
    tile = int(dice.integers(12, 60))
    for line in range(height * 2 // 3, height, tile):
        cv2.line(picture, (0, line), (width, line), 80, 2)
    for line in range(0, width, tile):
        cv2.line(picture, (line, height * 2 // 3), (line, height), 80, 2)
    for _ in range(4):
        middle = int(dice.integers(width)), int(dice.integers(height))
        cv2.ellipse(picture, middle, (height // 12, height // 5), 0, 0, 360, int(dice.integers(20, 200)), -1)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.2), dtype=np.uint8)


def letter_without_code(dice: np.random.Generator, width: int, height: int) -> Image:
    """A page full of words before a wall."""
    page: Image = np.full((height * 2, height * 7 // 5), 245, dtype=np.uint8)
    words = [
        "Sehr",
        "geehrte",
        "Damen",
        "und",
        "Herren,",
        "bitte",
        "kommen",
        "Sie",
        "um",
        "9:30",
        "Uhr",
        "ins",
        "Haus.",
    ]
    for line in range(40, height * 2 - 20, 34):
        cv2.putText(page, " ".join(dice.permutation(words)), (40, line), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 40, 2)
    turn = cv2.getRotationMatrix2D((page.shape[1] / 2, height), float(dice.uniform(-20, 20)), 0.7)
    turn[:, 2] += (width / 2 - page.shape[1] / 2, -height / 2)
    return np.asarray(cv2.warpAffine(page, turn, (width, height), borderValue=110), dtype=np.uint8)


def noise(dice: np.random.Generator, width: int, height: int) -> Image:
    """A camera with its lens covered, and worse."""
    spread = float(dice.choice([4, 20, 80]))
    return np.clip(dice.normal(dice.uniform(10, 200), spread, (height, width)), 0, 255).astype(np.uint8)


def other_barcodes(dice: np.random.Generator, width: int, height: int) -> Image:
    """Codes that are no QR codes."""
    picture = foyer(dice, width, height)
    for kind in _OTHER_KINDS:
        text = str(dice.integers(10_000, 10_000_000))
        barcode = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
        drawn = np.array(barcode.to_image(scale=int(dice.integers(2, 5))), dtype=np.uint8)[:height, :width]
        top = int(dice.integers(height - drawn.shape[0] + 1))
        left = int(dice.integers(width - drawn.shape[1] + 1))
        picture[top : top + drawn.shape[0], left : left + drawn.shape[1]] = drawn
    return picture


_SCENES: tuple[Callable[[np.random.Generator, int, int], Image], ...] = (
    foyer,
    letter_without_code,
    noise,
    other_barcodes,
)


def frames(count: int, width: int, height: int) -> Iterator[Frame]:
    """A film of all the scenes."""
    dice = np.random.default_rng(11)
    grain = dice.normal(0, 4, (height + 64, width + 64)).astype(np.int16)
    for number in range(count):
        if number % _SCENE_FRAMES == 0:
            scene = _SCENES[number // _SCENE_FRAMES % len(_SCENES)](dice, width, height)
        x, y = (int(each) for each in dice.integers(0, 64, 2))
        seen = np.roll(scene, number % _SCENE_FRAMES * 2, axis=1).astype(np.int16)
        seen += grain[y : y + height, x : x + width]
        yield Frame(np.clip(seen, 0, 255).astype(np.uint8), number / 30, number)


def _row(name: str, milliseconds: list[float]) -> str:
    p50, p95, p99 = np.percentile(milliseconds, (50, 95, 99))
    return f"{name:32} {p50:7.1f} {p95:7.1f} {p99:7.1f} {max(milliseconds):7.1f}"


def main() -> None:
    """Print a table for each size of frame."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--frames", type=int, default=1000, help="of each size")
    count = parser.parse_args().frames
    print(machine())
    for width, height in _SIZES:
        reader = Reader()
        times: dict[str, list[float]] = {}
        texts = located = 0
        for frame in frames(count, width, height):
            for name, read in (("zxing-cpp", lambda frame: read_zxing(frame.image)), ("Reader", reader.read)):
                wall, own = time.perf_counter(), time.thread_time()
                result = read(frame)
                times.setdefault(f"{name}, wall", []).append(1e3 * (time.perf_counter() - wall))
                times.setdefault(f"{name}, its own time", []).append(1e3 * (time.thread_time() - own))
            texts += len(result.sightings)
            located += len(result.unread)
        print(f"\n{width} x {height}, {count} frames: {texts} texts read, {located} places taken for codes")
        print(f"{'milliseconds':32} {'p50':>7} {'p95':>7} {'p99':>7} {'max':>7}")
        for name, milliseconds in times.items():
            print(_row(name, milliseconds))


if __name__ == "__main__":
    main()
