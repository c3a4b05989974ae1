"""A small office's file that is right, for tests that change it."""

from pathlib import Path

from kiosk.config import OfficeFile, load_office_file

OFFICE = """\
[office]
name = "Amt Musterstadt"
time_zone = "Europe/Berlin"
languages = ["de", "en"]

[contacts]
phone = "0123/456789"
mail = "amt@example.org"

[habits]
early = "15 min"
late = "15 min"
re_entry = "2 h"
same_scan = "8 s"
head_room = "10 min"
grace = "5 min"
keep_place = "3 min"
overdue = "1 h 30 min"

[hours]
monday = ["13:00-16:00", "08:00-12:00"]
tuesday = ["08:00-16:00"]

[areas.benefits]
name = { de = "Leistung", en = "Benefits" }
floor = "1. Stock"
way = ["stairs-up"]
usual_stay = "25 min"
rooms.101 = { name = "Raum 101", way = ["left"] }

[areas.youth]
name = "Jugend"
floor = "Erdgeschoss"
usual_stay = "35 min"

[doors.main]
name = "Haupteingang"
direction = "both"
serves = ["benefits", "youth"]
directions = "Vorn."

[[rules.cap]]
since = 2021-09-16
building = 25
areas = { youth = 6 }
source = "Verordnung"

[[rules.mask]]
since = 2021-09-16
kind = "medical"
off_at_desk = true
exempt_below_age = 6
exempt_by_certificate = true
source = "Verordnung"
"""


def load(folder: Path, text: str) -> OfficeFile:
    path = folder / "office.toml"
    path.write_text(text, encoding="utf-8")
    return load_office_file(path)
