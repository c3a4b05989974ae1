"""An office of three people, its list imported and its letters made by the program; copied for each story."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from tests.end2end.program import Desk
from tests.premises import Entry, Premises, make_premises

GUESTS = (
    Entry("AZ-100", party=2, name="Xanthippe Probeperson", contact="xanthippe@post.example"),
    Entry("AZ-200", party=2, name="Quirin Beispielmann", area="youth"),
    Entry("AZ-300", minutes=3 * 60, name="Yolanda Musterfrau"),
)


@pytest.fixture(scope="session")
def made_office(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Desk:
    """The office after the list was imported and the letters were printed; `pictures` shows each as a PNG."""
    del qapp  # printing a page needs Qt
    premises = make_premises(tmp_path_factory.mktemp("made") / "office", cap=3)
    desk = Desk(premises)
    premises.write_list(*GUESTS)
    for call in (
        ("appointments", "import", "--dry-run", "termine.csv"),
        ("appointments", "import", "termine.csv"),
        ("letters", "--day", premises.today, "--out", "letters"),
    ):
        called = desk.call(*call)
        assert (called.returncode, called.stderr) == (0, "")
    pictures = premises.folder / "pictures"
    pictures.mkdir()
    # The names of the files begin with the time: the third one is that of three hours later.
    youth, benefits, later = sorted(
        (premises.folder / "letters").iterdir(), key=lambda path: ("youth" not in path.name, path.name)
    )
    for path, id_ in ((benefits, "AZ-100"), (youth, "AZ-200"), (later, "AZ-300")):
        _print(path).save(str(pictures / f"{id_}.png"))
    return desk


@pytest.fixture
def desk(made_office: Desk, tmp_path: Path) -> Desk:
    """A copy of that office for one story."""
    folder = tmp_path / "office"
    shutil.copytree(made_office.premises.folder, folder)
    return Desk(Premises(folder), heard=list(made_office.heard))


def _print(letter: Path) -> QImage:
    """Return the page of a letter as a printer puts it on paper."""
    document = QPdfDocument()
    document.load(str(letter))
    size = QSize(827, 1169)
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(0, size))
    painter.end()
    document.close()
    return paper
