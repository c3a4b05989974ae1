"""How long each view of the manager's page takes on a ledger of five years and two million events.

    python benchmarks/views.py [--rounds 40] [--events 2000000] [--folder DIR]

Each view is asked for through the page's own application, signed in, in turn with all others, as a browser on
the same machine would; what a network and a browser take comes on top. The report as PDF is no view: it is
drawn by a process of its own. The large office takes some minutes to make, and is kept for the next run.
"""

import argparse
import asyncio
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.five_years import NOW, after_five_years
from benchmarks.machine import machine
from kiosk.clock import new_name
from kiosk.core.events import Declined, Event
from kiosk.core.figures.attendance import came_of
from kiosk.core.forecast import DayAhead, forecast
from kiosk.core.ids import EventId
from kiosk.core.office import Office
from kiosk.gate.past_days import DaysBefore, known_day
from kiosk.ledger.ledger import Ledger
from kiosk.web.adding_up import add_up_one
from kiosk.web.app import make_app
from kiosk.web.reader import LedgerReader
from kiosk.web.serving import open_page, reach_of, running
from tests.premises import Premises
from tests.staffed_premises import MAIN
from tests.unit.web.asking import Asking

GOAL = 0.3
YESTERDAY = NOW.date() - timedelta(days=1)
A_FULL_DAY = date(2026, 9, 17)
RANGES = {"7 days": 7, "31 days": 31, "a year": 366, "five years": 5 * 365}
_BEGAN = time.monotonic()


def clock() -> datetime:
    """Return a time of the office's last day, on which time goes by as ever."""
    return NOW + timedelta(seconds=time.monotonic() - _BEGAN)


def paths() -> dict[str, str]:
    """Return the address of each view by its name."""
    named = {
        "now": "/",
        "wall": "/wall",
        "past, one day": f"/past/day?day={A_FULL_DAY}",
        "past, the day that is under way": f"/past/day?day={NOW.date()}",
        "past, one day under another cap": f"/past/day?day={A_FULL_DAY}&cap=40",
        "rules": "/rules",
        "acts": "/acts",
        "metrics": "/metrics",
        "healthz": "/healthz",
    }
    for kind, path in (("past", "/past"), ("CSV", "/past.csv")):
        for name, days in RANGES.items():
            first = YESTERDAY - timedelta(days=days - 1)
            named[f"{kind}, {name}"] = f"{path}?from={first}&to={YESTERDAY}"
    return named


def add_up(premises: Premises) -> None:
    """Keep the sums of all days, as the page does beside its other work."""
    took: list[float] = []
    with premises.ledger() as ledger:
        zone = premises.file().office.time_zone
        while True:
            began = time.perf_counter()
            if not add_up_one(ledger, zone, set()):
                break
            took.append(time.perf_counter() - began)
            print(f"\radding up days: {len(took)}", end="", flush=True)
    if took:
        print(f"\radded up {len(took)} days, {statistics.median(took) * 1e3:.0f} ms each (median)")


def asks(browser: Asking, ledger: Ledger) -> dict[str, Callable[[], None]]:
    """Return what is measured: each address, and what the page and the commands read beside them."""
    office = browser.page.office_file.office

    def get(path: str) -> None:
        answer = browser.get(path)
        if answer.status_code != 200:  # noqa: PLR2004 - OK
            raise RuntimeError(f"{path} was answered with {answer.status_code}")

    def look() -> None:
        browser.look()
        if browser.page.hub.news.trouble is not None:
            raise RuntimeError("the page could not read the ledger")

    def look_anew() -> None:
        reach = reach_of(browser.page.office_file)
        LedgerReader(office, reach, lambda _: None, lambda _: None, clock).look()
        reach.close()

    return {name: lambda path=path: get(path) for name, path in paths().items()} | {
        "the reader: what an event changed": look,
        "the reader: all of the day, at the start": look_anew,
        "kiosk forecast": lambda: forecast_today(ledger, office),
    }


def forecast_today(ledger: Ledger, office: Office) -> None:
    """Do what `kiosk forecast` does, but for printing."""
    today, now = known_day(ledger, office, NOW.date()), clock()
    taught = DaysBefore(office).experience(ledger, NOW.date())
    forecast(DayAhead(office, today.booked, came_of(today.events), ledger.house(), taught), now)


@dataclass
class Took:
    """How long one view took in seconds, each time, and how much of it was the processor's time."""

    altogether: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def ask(self, ask: Callable[[], None]) -> None:
        """Ask once more."""
        began, worked = time.perf_counter(), time.process_time()
        ask()
        self.altogether.append(time.perf_counter() - began)
        self.processor.append(time.process_time() - worked)

    def told(self) -> str:
        """Return the figures in milliseconds; on a busy machine the processor's time says more."""
        p95 = statistics.quantiles(self.altogether, n=20, method="inclusive")[-1]
        median, processor = (statistics.median(each) * 1e3 for each in (self.altogether, self.processor))
        verdict = "" if p95 < GOAL else "   above 300"
        return f"p50 {median:6.0f}   p95 {p95 * 1e3:6.0f}   processor {processor:6.0f}{verdict}"


def measure(premises: Premises, rounds: int) -> dict[str, Took]:
    """Ask for everything in turn, and return how long each took."""
    page = open_page(premises.file())
    page.clock = clock
    reach = reach_of(page.office_file)
    reader = LedgerReader(page.office_file.office, reach, page.hub.publish, page.sessions.end_of, clock)
    with ExitStack() as ending, asyncio.Runner() as runner, premises.ledger() as ledger:
        for each in (reach, page.errands, page.desk, page.archive):
            ending.callback(each.close)
        browser = Asking(page, make_app(page, running), runner, reader)
        browser.look()
        browser.sign_in()
        measured = asks(browser, ledger)
        took = {name: Took() for name in measured}
        for ask in measured.values():
            ask()  # templates and statements are made ready
        # As the server does once it is ready: see `kiosk.web.serving`.
        gc.collect()
        gc.freeze()
        for number in range(rounds):
            with ledger.transaction() as transaction:
                transaction.append(Event(EventId(new_name()), clock(), MAIN, None, Declined(None), None))
            for name, ask in measured.items():
                took[name].ask(ask)
            print(f"\rround {number + 1} of {rounds}", end="", flush=True)
    print("\r", end="")
    return took


def main() -> None:
    """Measure, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=40, help="how often each view is asked for")
    parser.add_argument("--events", type=int, default=2_000_000, help="how many the ledger holds")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()), help="where it lies")
    arguments = parser.parse_args()
    premises = after_five_years(arguments.folder, arguments.events)
    add_up(premises)
    with premises.ledger() as ledger:
        events = ledger.health().events
    print(machine())
    print(f"{events:,} events, {arguments.rounds} rounds; milliseconds")
    for name, took in measure(premises, arguments.rounds).items():
        print(f"{name:<42} {took.told()}")


if __name__ == "__main__":
    main()
