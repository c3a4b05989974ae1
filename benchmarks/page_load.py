"""How the manager's page bears up: 50 open pages, 20 admissions a second, on the loopback alone.

    python benchmarks/page_load.py [--pages 50] [--rate 20] [--seconds 60]

Two spells of so many seconds, first without and then with pages. Told are the time from a commit to its
arrival at every page, whether any page missed an event, and what the pages cost the door's commits.
"""

import argparse
import asyncio
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.machine import machine
from tests.premises import Premises
from tests.staffed_premises import come_in, go_out, make_staffed

_FULL = 20
_TOLD = re.compile(rb'"seq":(\d+),"since":(\d+)')


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of `values` does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def admit(folder: Path, rate: float, seconds: float) -> None:
    """Let parties in and out at an even pace; print the number, the time and the length of each commit."""
    with Premises(folder).ledger() as ledger:
        inside: list[str] = []
        begin = time.monotonic()
        for number in range(int(rate * seconds)):
            time.sleep(max(0.0, begin + number / rate - time.monotonic()))
            started = time.perf_counter()
            if len(inside) < _FULL:
                inside.append(come_in(ledger))
            else:
                go_out(ledger, inside.pop(0))
            took = time.perf_counter() - started
            print(json.dumps([ledger.newest().seq, time.time(), took]), flush=True)


async def spell(folder: Path, rate: float, seconds: float) -> list[tuple[int, float, float]]:
    """Run the door in a process of its own for so long, and return what it committed."""
    door = await asyncio.create_subprocess_exec(
        *(sys.executable, __file__, "--door", str(folder)),
        *("--rate", str(rate), "--seconds", str(seconds)),
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await door.communicate()
    return [tuple(json.loads(line)) for line in out.splitlines()]


async def listen(port: int, heard: list[tuple[int, int, float]]) -> None:
    """Keep one page open, and note each change: its event, the one known before, and when it came."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    writer.write(b"GET /stream/wall HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    try:
        while line := await reader.readline():
            found = _TOLD.search(line) if line.startswith(b"data:") else None
            if found is not None:
                heard.append((int(found[1]), int(found[2]), time.time()))
    finally:
        writer.close()


def missed(heard: list[tuple[int, int, float]], last: int) -> int:
    """Count the gaps of one page: a change that does not follow on the one before, and an end too early."""
    gaps = sum(now[1] != before[0] for before, now in pairwise(heard))
    return gaps + (heard[-1][0] != last)


def delays(heard: list[tuple[int, int, float]], commits: list[tuple[int, float, float]]) -> list[float]:
    """Return how long after its commit each event was at one page."""
    found, place = [], 0
    for seq, at, _ in commits:
        while place < len(heard) and heard[place][0] < seq:
            place += 1
        if place < len(heard):
            found.append(heard[place][2] - at)
    return found


async def spells(
    folder: Path, port: int, pages: int, rate: float, seconds: float
) -> tuple[
    list[tuple[int, float, float]], list[tuple[int, float, float]], list[list[tuple[int, int, float]]]
]:
    """Return the commits without pages and with them, and what each page heard."""
    without = await spell(folder, rate, seconds)
    heard: list[list[tuple[int, int, float]]] = [[] for _ in range(pages)]
    listeners = [asyncio.create_task(listen(port, each)) for each in heard]
    await asyncio.sleep(2)
    with_pages = await spell(folder, rate, seconds)
    await asyncio.sleep(2)
    for each in listeners:
        each.cancel()
    await asyncio.gather(*listeners, return_exceptions=True)
    return without, with_pages, heard


def measure(pages: int, rate: float, seconds: float) -> None:
    """Run both spells before a server of their own, and tell what came of them."""
    with tempfile.TemporaryDirectory() as folder:
        premises = make_staffed(Path(folder) / "office", cap=25)
        with subprocess.Popen(
            [sys.executable, "-P", "-m", "kiosk", "serve", "--port", "0"],
            cwd=premises.folder,
            env={"PYTHONPATH": str(Path(__file__).resolve().parent.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as server:
            said = "" if server.stdout is None else server.stdout.readline()
            port = int(said.rstrip("/\n").rpartition(":")[2])
            try:
                without, with_pages, heard = asyncio.run(spells(premises.folder, port, pages, rate, seconds))
            finally:
                server.terminate()
    late = [delay for each in heard for delay in delays(each, with_pages)]
    gaps = sum(missed(each, with_pages[-1][0]) for each in heard)
    print(machine())
    print(f"{pages} pages, {rate:g} commits a second, {seconds:g} s: {len(late)} arrivals, {gaps} missed")
    print(f"commit to page: median {statistics.median(late) * 1000:.0f} ms", end="")
    print(f", p99 {percentile(late, 0.99) * 1000:.0f} ms, longest {max(late) * 1000:.0f} ms")
    for name, commits in (("without pages", without), ("with pages", with_pages)):
        took = [each[2] * 1000 for each in commits]
        print(f"commit {name}: median {statistics.median(took):.1f} ms, p99 {percentile(took, 0.99):.1f} ms")


def main() -> None:
    """Measure, or be the door of a measurement."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--pages", type=int, default=50)
    options.add_argument("--rate", type=float, default=20)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--door", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.door is not None:
        admit(given.door, given.rate, given.seconds)
    else:
        measure(given.pages, given.rate, given.seconds)


if __name__ == "__main__":
    main()
