"""Can libzbar end the process? It is shown many pictures, each batch in a process of its own.

zbar's DataBar decoder ends the process by a failed assertion on some pictures. The program asks zbar for QR
codes alone. Here it is shown noise, every kind of barcode that zxing-cpp can draw (DataBar among them), torn,
bent, cut and drowned in noise, and stripes. A batch that dies names its seed; `--all-kinds` searches for all
kinds of codes instead, to see that the pictures would find such a fault.
"""

import argparse
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import zxingcpp
from pyzbar.pyzbar import decode as read_all_kinds

from kiosk.scan.frame import Image
from kiosk.scan.opencv import cv2
from kiosk.scan.zbar import read_zbar

_LINEAR_DIGITS = {"EAN8": 7, "EAN13": 12, "UPCA": 11, "DataBarOmni": 13, "DataBarLtd": 13, "ITF": 12}


def drawn_code(dice: np.random.Generator) -> Image:
    """A code of any kind."""
    kinds = [
        "QRCode",
        "QRCode",
        "MicroQRCode",
        "RMQRCode",
        "DataMatrix",
        "Aztec",
        "PDF417",
        "Code128",
        "Code39",
    ]
    kind = str(dice.choice([*kinds, "DataBarExp", "Codabar", *_LINEAR_DIGITS]))
    if kind in _LINEAR_DIGITS:
        text = "".join(str(digit) for digit in dice.integers(0, 10, _LINEAR_DIGITS[kind]))
    elif kind == "DataBarExp":
        text = "(01)9" + "".join(str(digit) for digit in dice.integers(0, 10, 13))
    elif kind in ("Code39", "Codabar", "MicroQRCode"):
        text = str(dice.integers(10_000))
    else:
        text = "".join(chr(each) for each in dice.integers(32, 127, int(dice.integers(1, 60))))
    try:
        drawn = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
        return np.array(drawn.to_image(scale=int(dice.integers(1, 6))), dtype=np.uint8)
    except (ValueError, RuntimeError):  # this kind holds no such text
        return dice.integers(0, 256, (60, 60), dtype=np.uint8)


def picture(dice: np.random.Generator) -> Image:
    """Any picture; most hold a code, and something is wrong with it."""
    height, width = (int(side) for side in dice.integers(1, 400, 2))
    match int(dice.integers(6)):
        case 0:
            return dice.integers(0, 256, (height, width), dtype=np.uint8)
        case 1:
            stripes = np.repeat(dice.integers(0, 2, width), dice.integers(1, 6, width))[:width] * 255
            return np.tile(stripes.astype(np.uint8), (height, 1))
        case _:
            code = drawn_code(dice)
    rows, columns = code.shape
    corners = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], dtype=np.float32)
    moved = (corners + dice.uniform(-0.2, 0.2, (4, 2)) * (columns, rows)).astype(np.float32)
    seen = cv2.warpPerspective(
        code, cv2.getPerspectiveTransform(corners, moved), (columns + 20, rows + 20), borderValue=255
    )
    blurred = cv2.GaussianBlur(seen, (0, 0), float(dice.uniform(0.1, 2.0))).astype(np.float64)
    seen = blurred + dice.normal(0, float(dice.choice([0, 5, 40, 90])), blurred.shape)
    for _ in range(int(dice.integers(4))):
        top, left = int(dice.integers(seen.shape[0])), int(dice.integers(seen.shape[1]))
        seen[top : top + int(dice.integers(1, 40)), left : left + int(dice.integers(1, 40))] = dice.choice(
            [0, 255]
        )
    return np.clip(seen, 0, 255).astype(np.uint8)


def run_batch(seed: int, count: int, *, all_kinds: bool) -> None:
    """Show `count` pictures to zbar."""
    dice = np.random.default_rng(seed)
    read = sum(bool((read_all_kinds if all_kinds else read_zbar)(picture(dice))) for _ in range(count))
    print(read)


def main() -> None:
    """Run the batches, and say which of them died."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pictures", type=int, default=20_000)
    parser.add_argument("--batch", type=int, default=1000, help="pictures for each process")
    parser.add_argument("--seed", type=int, default=0, help="of the first batch")
    parser.add_argument(
        "--all-kinds", action="store_true", help="search for all kinds of codes, as zbar does"
    )
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    wishes = parser.parse_args()
    if wishes.inside:
        run_batch(wishes.seed, wishes.batch, all_kinds=wishes.all_kinds)
        return
    died = read = 0
    seeds = range(wishes.seed, wishes.seed + -(-wishes.pictures // wishes.batch))
    for seed in seeds:
        call = [sys.executable, __file__, "--inside", "--seed", str(seed), "--batch", str(wishes.batch)]
        ended = subprocess.run(
            [*call, *(["--all-kinds"] if wishes.all_kinds else [])],
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode:
            died += 1
            last = (ended.stderr.strip().splitlines() or ["nothing said"])[-1]
            print(f"seed {seed} died with {ended.returncode}: {last}", flush=True)
        else:
            read += int(ended.stdout)
    print(
        f"{len(seeds) * wishes.batch} pictures, {read} with codes read, {died} of {len(seeds)} batches died"
    )
    sys.exit(bool(died))


if __name__ == "__main__":
    main()
