"""An office in a folder, with its file, its list and its letters, for tests that go the way an office goes.

It is open all day, at whatever hour the tests run: its time zone is one in which it is about noon now.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.clock import now_utc
from kiosk.config import OfficeFile, load_office_file
from kiosk.core.events import Event
from kiosk.ledger.ledger import Ledger

SQLITE_FILE = "sqlite:///kiosk.sqlite"
_FILE = """\
[office]
name = "Amt Musterstadt"
time_zone = "{zone}"
languages = ["de", "en"]

[contacts]
phone = "0000/123456"
mail = "post@amt.example"

[storage]
database = "{database}"
key_file = "kiosk.key"

[screen]
answer = "8 s"
keypad_tries = 3
keypad_pause = "30 s"

[habits]
early = "15 min"
late = "15 min"
re_entry = "2 h"
same_scan = "8 s"
head_room = "0 min"
grace = "0 min"
keep_place = "3 min"
overdue = "30 min"

[hours]
monday = ["00:00-23:59"]
tuesday = ["00:00-23:59"]
wednesday = ["00:00-23:59"]
thursday = ["00:00-23:59"]
friday = ["00:00-23:59"]
saturday = ["00:00-23:59"]
sunday = ["00:00-23:59"]

[areas.benefits]
name = {{ de = "Leistung", en = "Benefits" }}
floor = {{ de = "1. Stock", en = "1st floor" }}
way = ["stairs-up"]
usual_stay = "25 min"
rooms.101 = {{ name = {{ de = "Raum 101", en = "Room 101" }}, way = ["left"] }}

[areas.youth]
name = {{ de = "Jugend", en = "Youth" }}
floor = {{ de = "Erdgeschoss", en = "Ground floor" }}
way = ["straight"]
usual_stay = "35 min"

[doors.main]
name = {{ de = "Haupteingang", en = "Main entrance" }}
direction = "both"
serves = ["benefits"]
directions = {{ de = "An der Vorderseite.", en = "At the front." }}

[doors.side]
name = {{ de = "Seiteneingang", en = "Side entrance" }}
direction = "both"
serves = ["youth"]
directions = {{ de = "An der Seite.", en = "At the side." }}

[[rules.cap]]
since = 2021-09-16
building = {cap}
source = "Verordnung Musterland § 1"

[[rules.mask]]
since = 2021-09-16
kind = "medical"
off_at_desk = true
exempt_below_age = 6
exempt_by_certificate = true
source = "Verordnung Musterland § 2"
"""


def zone_of_noon(now: datetime) -> str:
    """Return a time zone in which it is about noon at `now`."""
    ahead = 12 - now.astimezone(UTC).hour
    # The signs of these names are those of POSIX: Etc/GMT-3 is three hours ahead of Greenwich.
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


@dataclass(frozen=True)
class Entry:
    """One line of the office's list; `minutes` are those from now until the appointment."""

    id: str
    minutes: float = 5
    area: str = "benefits"
    party: int = 1
    name: str = ""
    status: str = "gebucht"
    contact: str = ""


@dataclass(frozen=True)
class Premises:
    """The folder of an office."""

    folder: Path

    @property
    def office(self) -> Path:
        return self.folder / "office.toml"

    @property
    def list_file(self) -> Path:
        return self.folder / "termine.csv"

    @property
    def database(self) -> Path:
        return self.folder / "kiosk.sqlite"

    def log(self, door: str = "main") -> Path:
        return self.folder / f"kiosk-{door}.log"

    @property
    def today(self) -> str:
        return f"{now_utc().astimezone(self.file().office.time_zone):%Y-%m-%d}"

    def file(self) -> OfficeFile:
        return load_office_file(self.office)

    def write_list(self, *entries: Entry) -> Path:
        zone = self.file().office.time_zone
        lines = ["ID;Datum;Uhrzeit;Bereich;Personen;Status;Name;Kontakt"]
        for each in entries:
            local = (now_utc() + timedelta(minutes=each.minutes)).astimezone(zone)
            lines.append(
                f"{each.id};{local:%d.%m.%Y};{local:%H:%M};{each.area};{each.party};{each.status};"
                f"{each.name};{each.contact}"
            )
        self.list_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self.list_file

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        file = self.file()
        opened = Ledger.open(file.database_url, file.key_file)
        try:
            yield opened
        finally:
            opened.close()

    def events(self) -> Sequence[Event]:
        with self.ledger() as ledger:
            return [recorded.event for recorded in ledger.events()]

    def reasons(self) -> list[str]:
        """Return what visitors were told, in order."""
        return [event.answer.reason.value for event in self.events() if event.answer is not None]


def make_premises(folder: Path, *, cap: int = 3, database: str = SQLITE_FILE) -> Premises:
    """Make the folder of an office, with nothing but its file in it; `database` is where its ledger lies."""
    folder.mkdir(parents=True, exist_ok=True)
    premises = Premises(folder)
    file = _FILE.format(zone=zone_of_noon(now_utc()), cap=cap, database=database)
    premises.office.write_text(file, encoding="utf-8")
    return premises
