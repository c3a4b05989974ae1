"""From a call to the day's report: the desk's own window, its letter, a photo of it, the door, the count."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument

from kiosk.core.desk_events import Booked, LetterOrdered
from kiosk.core.events import DayEnded, Entered
from tests.end2end.program import Desk as Terminal
from tests.ui.desk.conftest import MANAGER, PINS, Desk

A4_AT_150_DPI = QSize(1240, 1754)


def photographed(letter: Path, photo: Path) -> Path:
    """Take a photo of a letter by hand: small, askew, and squeezed by JPEG."""
    document = QPdfDocument()
    assert document.load(str(letter)) is QPdfDocument.Error.None_
    sheet = document.render(0, A4_AT_150_DPI)
    document.close()
    turned = _on_white(sheet).transformed(QTransform().rotate(4), Qt.TransformationMode.SmoothTransformation)
    assert turned.save(str(photo), quality=70)
    return photo


def _on_white(sheet: QImage) -> QImage:
    paper = QImage(sheet.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, sheet)
    painter.end()
    return paper


def test_who_calls_today_comes_in_with_the_letter_and_stands_in_the_report(
    desk: Desk, tmp_path: Path
) -> None:
    desk.printers.paper = tmp_path
    desk.book("Erika Muster")
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("Der Brief wird gedruckt")
    (letter,) = desk.printers.sheets()

    terminal = Terminal(desk.premises)
    door = terminal.call("scan", "--door", "main", photographed(letter, tmp_path / "photo.jpg"))
    assert '"admitted"' in door.stdout, door.stderr

    terminal.environment["KIOSK_PIN"] = PINS[MANAGER].digits
    report = terminal.call("end-day", "--as", MANAGER)
    assert report.returncode == 0, report.stderr
    happened = [event.what for event in desk.premises.events()]
    (booked,) = [what for what in happened if isinstance(what, Booked)]
    (entered,) = [what for what in happened if isinstance(what, Entered)]
    assert entered.appointment == booked.appointment
    assert any(isinstance(what, LetterOrdered) for what in happened)
    assert isinstance(happened[-1], DayEnded)
    assert "1" in report.stdout
    assert "Muster" not in "".join(terminal.heard)
