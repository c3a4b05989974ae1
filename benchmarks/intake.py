"""How long a list of 50,000 appointments takes to be read, compared, and written: new, again, and all moved.

A second column counts the processor's time, which other work on the machine disturbs less. The ledger is one
of SQLite, in a folder that is thrown away. The longest wait of a door is the time of writing: so long the
ledger's lock is held.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.machine import machine
from benchmarks.program import office_file
from kiosk.clock import now_utc
from kiosk.commands.taking_in import plan
from kiosk.config import OfficeFile, load_office_file
from kiosk.intake.listing import AppointmentList
from kiosk.intake.read_list import read_list
from kiosk.ledger.ledger import Ledger

ROWS, GOAL = 50_000, 10.0
_ROWS_A_DAY = 250


def csv_list(rows: int) -> bytes:
    """Return a list as an office exports it, of days to come, with invented names."""
    first = now_utc() + timedelta(days=1)
    lines = ["ID;Datum;Uhrzeit;Bereich;Raum;Dauer;Personen;Status;Name;Kontakt"]
    for row in range(rows):
        day = first + timedelta(days=row // _ROWS_A_DAY)
        clock = f"{8 + row % 8:02}:{row * 10 % 60:02}"
        lines.append(
            f"AZ-{row};{day:%d.%m.%Y};{clock};leistung;;30;2;gebucht;Beispiel {row};b{row}@example.org"
        )
    return "\n".join(lines).encode()


def calendar(rows: int) -> bytes:
    """Return the same as a calendar."""
    first = now_utc() + timedelta(days=1)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for row in range(rows):
        day = first + timedelta(days=row // _ROWS_A_DAY)
        start = f"{day:%Y%m%d}T{8 + row % 8:02}{row * 10 % 60:02}00"
        lines += ["BEGIN:VEVENT", f"UID:{row}@example.org", f"DTSTART;TZID=Europe/Berlin:{start}"]
        lines += ["DURATION:PT30M", "CATEGORIES:leistung", f"X-KIOSK-NAME:Beispiel {row}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


@contextmanager
def told(what: str, totals: list[float]) -> Iterator[None]:
    """Print how long the block takes, and add it to the totals."""
    began, worked = perf_counter(), process_time()
    yield
    elapsed, worked = perf_counter() - began, process_time() - worked
    totals[0] += elapsed
    totals[1] += worked
    print(f"  {what:<12}{elapsed:>8.2f} s{worked:>10.2f} s of the processor")


def take_in(
    what: str, ledger: Ledger, office: OfficeFile, listed: AppointmentList, totals: list[float]
) -> None:
    """Compare a list with the ledger and write what it changes."""
    print(what)
    with told("compare", totals):
        planned = plan(ledger, office, listed, now_utc())
    with told("write", totals):
        if planned.changes_anything:
            ledger.apply(planned.changes)


def measure(folder: Path, data: bytes, rows: int) -> None:
    """Take a list in as new, once more, and with every appointment moved by an hour."""
    office = load_office_file(office_file(folder))
    ledger = Ledger.open(office.database_url, office.key_file)
    totals = [0.0, 0.0]
    with told("read", totals):
        listed = read_list(data, office.office, office.list_forms, now_utc())
    take_in("new", ledger, office, listed, totals)
    verdict = "within" if totals[0] <= GOAL * rows / ROWS else "NOT within"
    print(f"a new list in all: {totals[0]:.2f} s, {totals[1]:.2f} s of the processor: {verdict} the goal")
    take_in("again", ledger, office, listed, [0.0, 0.0])
    moved = tuple(
        replace(each, starts_at=each.starts_at + timedelta(hours=1)) for each in listed.appointments
    )
    take_in("all moved", ledger, office, replace(listed, appointments=moved), [0.0, 0.0])
    ledger.close()


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    rows: int = parser.parse_args().rows
    print(machine(), f"\n{rows} appointments, goal {GOAL * rows / ROWS:.1f} s")
    for what, data in (("CSV", csv_list(rows)), ("iCalendar", calendar(rows))):
        print(f"{what}, {len(data) / 1_000_000:.1f} MB")
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), data, rows)


if __name__ == "__main__":
    main()
