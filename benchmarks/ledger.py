"""What a committed admission costs, against a bare INSERT of the same bytes.

One door works on two ledgers in turn, a new one and one with two million events, and after each admission the
text of its event is inserted into a bare table with the same journal mode and sync level. All of it in one
run and on one disk, since only the ratios say something on a machine that does other things too. The large
ledger takes a few minutes to make and is kept for the next run: python benchmarks/ledger.py --folder DIR
"""

import argparse
import platform
import secrets
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kiosk.clock import new_name
from kiosk.core.appointment import Appointment
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.events import Entered, Event, Exited
from kiosk.core.fold import after
from kiosk.core.ids import EventId, VisitId
from kiosk.core.occupancy import House
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Goodbye, GoTo, Reason, Verdict
from kiosk.gate.gate import Gate
from kiosk.ledger.chain import COLUMNS, columns_of, next_hash
from kiosk.ledger.codec import event_to_text, house_to_text
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Snapshot
from kiosk.ledger.version import SCHEMA_VERSION
from tests.building import BENEFITS, MAIN_DOOR, a_cap, an_appointment, an_office, at

INSIDE = 25
BETWEEN_VISITORS = timedelta(seconds=30)
BEGIN = at("08:30")
STAY = timedelta(minutes=20)


@dataclass
class Door:
    """A door on the ledger in a folder, its visitors to come, and how long the admission of each took."""

    folder: Path
    visitors: int
    seconds: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ledger = open_ledger(self.folder)
        office = an_office(caps=[a_cap(2 * INSIDE)])
        self._gate = Gate(office, office.doors[MAIN_DOOR], self.ledger, TryLimit())
        self._inside: deque[Code] = deque()
        self._now = next_morning(self.ledger.house())
        appointments = tuple(self._appointment(number) for number in range(self.visitors))
        self._codes = deque(Code(secrets.randbits(CODE_BITS)) for _ in appointments)
        self.ledger.apply(AppointmentChanges(new=appointments))
        self.ledger.issue_letters(zip(appointments, self._codes, strict=True), self._now)

    def _appointment(self, number: int) -> Appointment:
        return an_appointment(new_name(), self._now + number * BETWEEN_VISITORS)

    def admit(self) -> str:
        """Let the next visitor in, and one out if the house is full enough; return the entry's text."""
        code, scan = self._codes.popleft(), EventId(new_name())
        began = time.perf_counter()
        answer = self._gate.scan(code.text, scan, self._now)
        self.seconds.append(time.perf_counter() - began)
        if answer.verdict.reason is not Reason.ADMITTED:
            raise RuntimeError(f"the visitor was told {answer.verdict}")
        self._inside.append(code)
        if len(self._inside) > INSIDE:
            self._gate.scan(self._inside.popleft().text, EventId(new_name()), self._now)
        self._now += BETWEEN_VISITORS
        with self.ledger.transaction() as transaction:
            recorded = transaction.event(scan)
        if recorded is None:
            raise RuntimeError("the admission is not in the ledger")
        return event_to_text(recorded)


def next_morning(house: House) -> datetime:
    """Return a time at which the office is open and nothing has happened yet."""
    days = 0 if house.latest_at is None else (house.latest_at - BEGIN).days + 1
    return BEGIN + timedelta(days=max(days, 0))


def open_ledger(folder: Path) -> Ledger:
    """Open the ledger in a folder."""
    return Ledger.open(f"sqlite:///{folder}/ledger.db", folder / "letters.key")


class BareTable:
    """What the ledger is measured against: a table with a number and a text."""

    def __init__(self, file: Path, like: Ledger) -> None:
        """Make the table, with the journal mode and sync level of `like`."""
        health = like.health()
        self._connection = sqlite3.connect(file, isolation_level=None)
        self._connection.execute(f"PRAGMA journal_mode = {health.journal_mode}")
        self._connection.execute(f"PRAGMA synchronous = {health.sync_level}")
        self._connection.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        self.seconds: list[float] = []

    def insert(self, body: str) -> None:
        """Insert a text and commit."""
        began = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO event (body) VALUES (?)", (body,))
        self._connection.execute("COMMIT")
        self.seconds.append(time.perf_counter() - began)


def history(events: int) -> Iterator[Event]:
    """Give the events of the years before: parties of one that come in, and go out when the house is full."""
    now = BEGIN - timedelta(minutes=events)
    inside: deque[Entered] = deque()
    came = Verdict(Reason.ADMITTED, GoTo(BENEFITS, None))
    for number in range(events):
        scan = new_name()
        if len(inside) < min(INSIDE, events - number):
            entered = Entered(VisitId(scan), an_appointment(new_name()).id, BENEFITS, 1, now + STAY, None)
            inside.append(entered)
            yield Event(EventId(scan), now, MAIN_DOOR, None, entered, came)
        else:
            gone = inside.popleft()
            exited = Exited(gone.visit, gone.appointment, gone.area, gone.party)
            yield Event(EventId(scan), now, MAIN_DOOR, None, exited, Verdict(Reason.LEFT, Goodbye()))
        now += timedelta(minutes=1)


def make_history(folder: Path, events: int) -> None:
    """Fill a new ledger."""
    folder.mkdir(parents=True)
    with closing(open_ledger(folder)) as ledger:
        newest = ledger.newest()
    fill(folder / "ledger.db", newest, history(events))


def fill(database: Path, newest: Snapshot, coming: Iterator[Event]) -> None:
    """Write events after the `newest`, chained and folded as if appended; in bulk, since they are scenery."""
    with closing(sqlite3.connect(database, isolation_level=None)) as file:
        file.execute("PRAGMA synchronous = OFF")
        guards = file.execute(
            "SELECT type, name, sql FROM sqlite_master"
            " WHERE tbl_name = 'event' AND sql IS NOT NULL AND type <> 'table'"
            " AND name <> 'event_begins_an_hour'"
        ).fetchall()
        for kind, name, _ in guards:
            file.execute(f"DROP {kind} {name}")
        file.execute("BEGIN")
        names = ("seq", *COLUMNS, "body", "hash")
        insert = f"INSERT INTO event ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names
        hash_, house, seq = newest.hash, newest.house, newest.seq
        while chunk := list(islice(coming, 10_000)):
            rows = []
            for event in chunk:
                body = event_to_text(event)
                hash_, house, seq = next_hash(hash_, body), after(house, event), seq + 1
                rows.append((seq, *columns_of(event), body, hash_))
            file.executemany(insert, rows)
            print(f"\rmaking events: {seq:,}", end="", flush=True)
        file.execute(
            "UPDATE occupancy SET seq = ?, hash = ?, inside = ?, house = ?",
            (seq, hash_, house.inside, house_to_text(house)),
        )
        for _, _, sql in guards:
            file.execute(sql)
        file.execute("COMMIT")
    print()


def large_ledger(folder: Path, events: int) -> Path:
    """Return the folder of a ledger of so many events, made in `folder` where it is not there yet."""
    large = folder / f"kiosk-benchmark-{SCHEMA_VERSION}-{events}"
    make_once(large, lambda unfinished: make_history(unfinished, events))
    return large


def make_once(folder: Path, make: Callable[[Path], None]) -> None:
    """Let `make` fill a folder where there is none yet; what is not finished never bears its name."""
    if not folder.exists():
        unfinished = folder.with_name(f"{folder.name}.unfinished-{secrets.token_hex(4)}")
        make(unfinished)
        unfinished.rename(folder)


def report(name: str, seconds: list[float], bare: float) -> None:
    """Print the median and the 99th percentile, and the median against that of the bare INSERT."""
    median = statistics.median(seconds)
    p99 = statistics.quantiles(seconds, n=100)[98]
    print(f"{name:<42} {median * 1e3:8.3f} ms   p99 {p99 * 1e3:8.3f} ms   x {median / bare:.2f}")


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--admissions", type=int, default=400, help="how many are measured on each ledger")
    parser.add_argument("--events", type=int, default=2_000_000, help="how many the large ledger holds")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()), help="on the disk to measure"
    )
    arguments = parser.parse_args()
    large = large_ledger(arguments.folder, arguments.events)
    with tempfile.TemporaryDirectory(prefix="kiosk-benchmark-", dir=arguments.folder) as folder:
        measure(Path(folder), large, arguments.admissions)


def measure(folder: Path, large: Path, admissions: int) -> None:
    """Let both doors and the bare table take turns."""
    warming_up = INSIDE + 10
    began = time.perf_counter()
    open_ledger(large).house()
    start = time.perf_counter() - began
    doors = [Door(folder, admissions + warming_up), Door(large, admissions + warming_up)]
    health = doors[1].ledger.health()
    bare = BareTable(folder / "bare.db", doors[0].ledger)
    print(
        f"Python {platform.python_version()}, SQLite {health.version},"
        f" journal {health.journal_mode}, sync level {health.sync_level}"
    )
    for number in range(admissions + warming_up):
        # Each goes first as often as the other, and each is followed by a bare INSERT of its own bytes.
        for door in doors if number % 2 else reversed(doors):
            bare.insert(door.admit())
    usual = statistics.median(bare.seconds)
    report("bare INSERT of the event's text", bare.seconds, usual)
    report("admission, new ledger", doors[0].seconds[warming_up:], usual)
    report(f"admission, {health.events:,} events", doors[1].seconds[warming_up:], usual)
    flat = statistics.median(doors[1].seconds[warming_up:]) / statistics.median(doors[0].seconds[warming_up:])
    print(f"large against new: x {flat:.2f}")
    print(f"opening the large ledger: {start * 1e3:.1f} ms")
    began = time.perf_counter()
    verification = doors[1].ledger.verify()
    seconds = time.perf_counter() - began
    held = "holds" if verification.flaw is None else f"does not hold: {verification.flaw}"
    print(f"verify: {verification.events / seconds:,.0f} events/s, the large ledger {held}")
    for door in doors:
        door.ledger.close()


if __name__ == "__main__":
    main()
