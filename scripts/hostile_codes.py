"""Try to come in with codes that are made to do harm: python scripts/hostile_codes.py.

Random payloads go through the parser; rendered hostile symbols go through each decoder by itself, the still's
way and the live reader, and what they read through the gate of a real ledger. The script fails with the first
accident; a decoder that ends the process ends the script. A letter is shown at the end: it has to be let in.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kiosk.core.code import CODE_BITS, Code, CodeError, parse, parse_badge
from kiosk.core.verdict import Outcome
from kiosk.ledger.ledger import Ledger
from kiosk.scan.decode import decode
from kiosk.scan.decoders import read_opencv, read_zxing
from kiosk.scan.frame import Frame, Image, Sighting
from kiosk.scan.reader import Reader
from kiosk.scan.zbar import read_zbar
from tests.hostile import payloads, symbols
from tests.hostile_door import HostileDoor

_LIVE_FRAMES = 2


def try_payloads(number: int, seed: int) -> Counter[str]:
    """Give so many payloads to the parser; return how they were taken."""
    random = Random(seed)
    letters = [Code(random.getrandbits(CODE_BITS)) for _ in range(1000)]
    known = {letter.secret for letter in letters} | {letter.short.number for letter in letters}
    taken: Counter[str] = Counter()
    for payload in islice(payloads(random, letters), number):
        try:
            parse_badge(payload)
        except CodeError:
            taken["no badge"] += 1
        try:
            code = parse(payload)
        except CodeError as error:
            taken[error.fault.value] += 1
            continue
        if (code.secret if isinstance(code, Code) else code.number) in known:
            raise AssertionError(f"{payload!r} reads as a letter that it is not")
        taken["a code of nobody"] += 1
    return taken


def read_live(picture: Image) -> tuple[Sighting, ...]:
    """What the live reader reads in a few frames of this picture."""
    reader = Reader()
    readings = (reader.read(Frame(picture, number / 30, number)) for number in range(_LIVE_FRAMES))
    return next((reading.sightings for reading in readings if reading.sightings), ())


WAYS: dict[str, Callable[[Image], Sequence[Sighting]]] = {
    "zxing-cpp": read_zxing,
    "zbar": read_zbar,
    "OpenCV": read_opencv,
    "decode()": decode,
    "live reader": read_live,
}


def try_symbols(number: int, seed: int) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Hold up so many symbols; count their kinds, who read them, and the answers."""
    kinds: Counter[str] = Counter()
    read_by: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="kiosk-hostile-") as folder:
        ledger = Ledger.open(f"sqlite:///{folder}/ledger.sqlite", Path(folder) / "key")
        try:
            door = HostileDoor(ledger)
            for place, symbol in enumerate(islice(symbols(Random(seed), door.letters), number)):
                kinds[symbol.kind] += 1
                texts = set()
                for name, read in WAYS.items():
                    sightings = read(symbol.picture)
                    read_by[name] += bool(sightings)
                    texts |= {each.text for each in sightings}
                    wrong = [each for each in sightings if symbol.expected and each.raw != symbol.expected]
                    read_by[f"{name}, other bytes than were written"] += bool(wrong)
                for text in sorted(texts):
                    outcome = door.show(text)
                    answers[outcome.value] += 1
                    if outcome is Outcome.ADMITTED:
                        raise AssertionError(f"symbol {place} ({symbol.kind}) opened the door: {text!r}")
                print(f"\r{place + 1} of {number} symbols", end="", file=sys.stderr, flush=True)
            print(file=sys.stderr)
            if door.show(door.letters[0].text) is not Outcome.ADMITTED:
                raise AssertionError("the door did not let in a letter either")
            if flaw := ledger.verify().flaw:
                raise AssertionError(f"the ledger does not verify: {flaw}")
        finally:
            ledger.close()
    return kinds, read_by, answers


def report(title: str, counted: Counter[str]) -> None:
    """Print a table of two columns."""
    print(f"\n{title}")
    for name, number in counted.most_common():
        print(f"  {name:50} {number:9,}")


def main() -> None:
    """Try both, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--payloads", type=int, default=1_000_000, help="for the parser")
    parser.add_argument("--symbols", type=int, default=10_000, help="for the decoders and the gate")
    parser.add_argument("--seed", type=int, default=2021)
    wishes = parser.parse_args()
    began = time.monotonic()
    report("payloads, as the parser took them", try_payloads(wishes.payloads, wishes.seed))
    kinds, read_by, answers = try_symbols(wishes.symbols, wishes.seed)
    report("symbols", kinds)
    report("read by", read_by)
    report("answers of the door", answers)
    print(f"\nno accident, and nobody admitted, in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
