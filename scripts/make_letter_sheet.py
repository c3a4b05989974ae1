"""Draw the letter of the sample office in every language: `python scripts/make_letter_sheet.py FOLDER`.

Writes a PNG for each language, in usual and in large print, and a contact sheet of each: for looking at, not
for tests. The sheet in usual print is docs/pictures/letters.png.
"""

import argparse
import os
import random
import sys
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.config.office_file import load_office_file
from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.code import CODE_BITS, Code
from kiosk.core.office import AreaId, RoomId
from kiosk.languages.known import SHIPPED
from kiosk.letters.letter import Letter
from kiosk.letters.picture import write_picture

SAMPLE = Path(__file__).resolve().parent.parent / "kiosk" / "resources" / "office" / "dessau-rosslau.toml"
ADDRESSEE = ("Frau", "Erika Mustermann", "Beispielweg 12", "12345 Musterstadt")
COLUMNS = 4
WIDTH = 430
GAP = 12


def letter_in(language: str, *, large_print: bool) -> Letter:
    """Return a letter to somebody invented, whose code opens no door."""
    office = load_office_file(SAMPLE).office
    area = office.areas[AreaId("leistung")]
    appointment = Appointment(
        id=AppointmentId(language),
        external_id="2021-4711",
        area=area.id,
        room=RoomId("104"),
        starts_at=datetime(2021, 9, 20, 9, 30, tzinfo=office.time_zone),
        duration=area.usual_stay,
        party=2,
        status=AppointmentStatus.BOOKED,
        language=language,
    )
    code = Code(random.Random(language).getrandbits(CODE_BITS))
    return Letter(office, appointment, code, date(2021, 9, 13), ADDRESSEE, large_print)


def sheet_of(pages: list[QImage]) -> QImage:
    """Return the pages side by side, in a grey that hides nothing and few colours, which is a small file."""
    small = [page.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation) for page in pages]
    height = small[0].height()
    rows = -(-len(small) // COLUMNS)
    sheet = QImage(COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(0xFF8A9299)
    with QPainter(sheet) as painter:
        for place, page in enumerate(small):
            row, column = divmod(place, COLUMNS)
            painter.drawImage(GAP + column * (WIDTH + GAP), GAP + row * (height + GAP), page)
    return sheet.convertToFormat(QImage.Format.Format_Grayscale8)


def main() -> None:
    """Draw all letters and their sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for large_print in (False, True):
        name = "letter_large" if large_print else "letter"
        paths = [folder / f"{name}_{language}.png" for language in SHIPPED]
        for language, path in zip(SHIPPED, paths, strict=True):
            write_picture(letter_in(language, large_print=large_print), path)
        sheet_of([QImage(str(path)) for path in paths]).save(str(folder / f"{name}s.png"))
        print(f"{name}s.png: {len(paths)} languages")


if __name__ == "__main__":
    main()
