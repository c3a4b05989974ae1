"""How many letters a second `kiosk letters --pdf` makes, and where their time goes.

    python benchmarks/letters.py [--letters N]

The letters of one invented day are printed into one document and read again from it, each three times, as the
program does. Processor time is given beside elapsed time: other work on the machine disturbs it less. The
last line leaves the reading out, which no letter of the program does.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.machine import machine
from kiosk.config import OfficeFile, load_office_file
from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.person import Person
from kiosk.ledger.ledger import Ledger
from kiosk.letters.pdf import PdfPages
from kiosk.letters.wordings import wordings_of
from kiosk.post.letters import draft_of, make_letters

GOAL = 20.0
SAMPLE = Path(__file__).resolve().parent.parent / "kiosk/resources/office/dessau-rosslau.toml"


def a_day(office_file: OfficeFile, count: int) -> AppointmentChanges:
    """Return the appointments of a day in all areas, half of them in English, with invented people."""
    drawn = random.Random(20210920)
    zone = office_file.office.time_zone
    rooms = [(area.id, room.id) for area in office_file.office.areas.values() for room in area.rooms]
    appointments = []
    for number in range(count):
        area, room = drawn.choice(rooms)
        appointments.append(
            Appointment(
                id=AppointmentId(f"{number:08x}"),
                external_id=f"AZ-{number}",
                area=area,
                room=room,
                starts_at=datetime(2021, 9, 20, 8, tzinfo=zone) + timedelta(minutes=drawn.randrange(96) * 5),
                duration=timedelta(minutes=30),
                party=drawn.randint(1, 3),
                status=AppointmentStatus.BOOKED,
                language=drawn.choice(("de", "en")),
            )
        )
    people = {
        each.id: Person(f"Erika Muster-{number}", address=f"Weg {number}\n06844 Musterstadt")
        for number, each in enumerate(appointments)
    }
    return AppointmentChanges(new=tuple(appointments), people=people)


def measured(name: str, count: int, work: Callable[[], object]) -> float:
    """Print how long the work took for so many letters; return letters a second of elapsed time."""
    elapsed, processor = perf_counter(), process_time()
    work()
    elapsed, processor = perf_counter() - elapsed, process_time() - processor
    print(
        f"{name}: {count / elapsed:.1f} letters a second ({1000 * elapsed / count:.1f} ms each), "
        f"{count / processor:.1f} a second of processor time"
    )
    return count / elapsed


def main() -> None:
    """Measure, and end with 1 where the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--letters", type=int, default=200)
    count: int = parser.parse_args().letters
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        office_file = replace(load_office_file(SAMPLE), key_file=Path(folder) / "kiosk.key")
        changes = a_day(office_file, count)
        ledger = Ledger.open(f"sqlite:///{folder}/kiosk.sqlite", office_file.key_file)
        ledger.apply(changes)
        now = datetime(2021, 9, 13, tzinfo=office_file.office.time_zone)
        make_letters(ledger, office_file, changes.new[:1], now)
        whole = measured("made", count, lambda: make_letters(ledger, office_file, changes.new, now))
        measured("printed only", count, lambda: printed_only(office_file, changes, now))
        ledger.close()
    sys.exit(0 if whole >= GOAL else f"fewer than {GOAL:.0f} letters a second")


def printed_only(office_file: OfficeFile, changes: AppointmentChanges, now: datetime) -> None:
    """Lay the letters out and print them, and read nothing back."""
    wordings = wordings_of(office_file.letter_texts)
    pages = PdfPages()
    for number, each in enumerate(changes.new):
        draft = draft_of(office_file, each, changes.people[each.id], wordings, now)
        pages.add(replace(draft, code=Code(random.Random(number).getrandbits(CODE_BITS))))
    pages.finish()


if __name__ == "__main__":
    main()
