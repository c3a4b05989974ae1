"""The PDF file: what a printer, a search and a scanner find in it, and that it is whole or not there."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from pyzbar import pyzbar

from kiosk.letters.letter import Letter
from kiosk.letters.page import Page
from kiosk.letters.pdf import printed
from kiosk.letters.picture import letter_picture, phone_picture
from kiosk.letters.reading_back import GreyPicture, UnreadableLetterError, read_back
from kiosk.scan.decode import decode
from tests.unit.letters.inviting import ADDRESSEE, LETTERS_OF_EVERY_KIND, a_letter

DPI = 150
MM = DPI / 25.4
MODULE = 1.3

every_kind = pytest.mark.parametrize(
    "letter", LETTERS_OF_EVERY_KIND, ids=lambda letter: letter.appointment.id
)


def _reader(picture: GreyPicture) -> list[str]:
    return [sighting.text for sighting in decode(picture)]


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[Letter], QPdfDocument]:
    def print_and_open(letter: Letter) -> QPdfDocument:
        path = tmp_path / f"{letter.appointment.id}.pdf"
        path.write_bytes(printed(letter).document)
        document = QPdfDocument()
        document.load(str(path))
        return document

    return print_and_open


def _page(document: QPdfDocument) -> NDArray[np.uint8]:
    size = QSize(round(210 * MM), round(297 * MM))
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(0, size))
    painter.end()
    pixels = np.frombuffer(paper.constBits(), dtype=np.uint8).reshape(size.height(), size.width(), 4)
    return pixels[:, :, 1].copy()


def _corners(page: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the code in pixels, as zxing-cpp finds it."""
    (barcode,) = zxingcpp.read_barcodes(page)
    points = [
        barcode.position.top_left,
        barcode.position.top_right,
        barcode.position.bottom_left,
        barcode.position.bottom_right,
    ]
    xs, ys = [point.x for point in points], [point.y for point in points]
    return min(xs), min(ys), max(xs), max(ys)


@every_kind
def test_the_printed_page_reads_as_the_letters_code_and_nothing_else(
    letter: Letter, opened: Callable[[Letter], QPdfDocument]
) -> None:
    page = _page(opened(letter))
    assert [barcode.bytes for barcode in zxingcpp.read_barcodes(page)] == [letter.code.text.encode()]
    assert [found.data for found in pyzbar.decode(page)] == [letter.code.text.encode()]


@every_kind
def test_a_letter_is_one_page_of_a4_of_at_most_60_kilobytes(
    letter: Letter, opened: Callable[[Letter], QPdfDocument], tmp_path: Path
) -> None:
    document = opened(letter)
    assert document.pageCount() == 1
    millimetres = document.pagePointSize(0) * 25.4 / 72
    assert millimetres.width() == pytest.approx(210, abs=0.5)
    assert millimetres.height() == pytest.approx(297, abs=0.5)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_size < 60_000


def test_the_code_is_35_millimetres_wide_or_more_with_a_white_quiet_zone(
    opened: Callable[[Letter], QPdfDocument],
) -> None:
    page = _page(opened(a_letter(addressee=ADDRESSEE)))
    left, top, right, bottom = _corners(page)
    assert (right - left) / MM >= 35
    assert (bottom - top) / MM >= 35
    quiet = int(4 * MODULE * MM) - 2  # two pixels for the rounding of both edges
    around = page[top - quiet : bottom + quiet, left - quiet : right + quiet].copy()
    around[quiet - 2 : -quiet + 2, quiet - 2 : -quiet + 2] = 255
    assert (around == 255).all()


@every_kind
def test_the_texts_can_be_searched_and_read_aloud(
    letter: Letter, opened: Callable[[Letter], QPdfDocument]
) -> None:
    text = " ".join(opened(letter).getAllText(0).text().split())
    for wanted in (
        "Einladung zu Ihrem Termin",
        "Montag, 20. September 2021",
        "10:00 Uhr",
        letter.code.short.printed,
        letter.office.contacts.phone,
        "Invitation to your appointment",
        *letter.addressee,
    ):
        assert wanted in text


def test_the_file_declares_itself_as_pdf_a_1b() -> None:
    content = printed(a_letter()).document
    assert b'pdfaid:part="1"' in content
    assert b'pdfaid:conformance="B"' in content
    assert b"/OutputIntents" in content


class _ReadsAllBut:
    """Reads the text in every picture but one, counted from 0."""

    def __init__(self, wrong: int, text: str) -> None:
        self._answers = iter([[text]] * wrong + [[]])

    def __call__(self, _: GreyPicture) -> list[str]:
        return next(self._answers)


@every_kind
def test_a_letter_is_read_back_from_its_page(letter: Letter) -> None:
    assert list(read_back(printed(letter), _reader)) == [letter]


def test_the_code_is_read_three_times_and_one_misreading_is_enough() -> None:
    letter = a_letter()
    for wrong in range(3):
        reader = _ReadsAllBut(wrong, letter.code.text)
        with pytest.raises(UnreadableLetterError):
            list(read_back(printed(letter), reader))


def test_the_file_says_nothing_of_the_person_outside_of_the_page(
    opened: Callable[[Letter], QPdfDocument],
) -> None:
    document = opened(a_letter(addressee=ADDRESSEE))
    fields = [document.metaData(field) for field in QPdfDocument.MetaDataField]
    assert not any("Mustermann" in str(field) for field in fields)
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "Einladung zu Ihrem Termin"


@pytest.mark.parametrize(
    "misread", [[], ["JC1" + "0" * 28], "both"], ids=["nothing", "another code", "two codes"]
)
def test_a_letter_whose_code_does_not_read_is_no_letter(misread: list[str] | str) -> None:
    letter = a_letter("unreadable", addressee=ADDRESSEE)
    read = [letter.code.text] * 2 if isinstance(misread, str) else misread
    with pytest.raises(UnreadableLetterError, match="unreadable") as refused:
        list(read_back(printed(letter), lambda _: read))
    assert "Mustermann" not in str(refused.value)
    assert letter.code.text not in str(refused.value)


def test_letters_can_be_made_in_a_thread_of_their_own() -> None:
    made: list[Letter] = []
    thread = threading.Thread(target=lambda: made.extend(read_back(printed(a_letter()), _reader)))
    thread.start()
    thread.join()
    assert len(made) == 1


_WITHOUT_A_DISPLAY = """
from kiosk.letters.pdf import printed
from kiosk.letters.reading_back import read_back
from kiosk.scan.decode import decode
from tests.unit.letters.inviting import a_letter
made = read_back(printed(a_letter()), lambda picture: [found.text for found in decode(picture)])
print(len(list(made)))
"""

_FIRST_IN_A_THREAD = """
import threading
from kiosk.letters.typefaces import make_qt_ready
def first():
    try:
        make_qt_ready()
    except RuntimeError as error:
        print(error)
thread = threading.Thread(target=first)
thread.start()
thread.join()
"""

_WITHOUT_FONTS = """
from PySide6.QtCore import QCoreApplication
from kiosk.letters.typefaces import make_qt_ready
application = QCoreApplication([])
try:
    make_qt_ready()
except RuntimeError as error:
    print(error)
"""


def _run(script: str) -> str:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    }
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, env=environment, check=True, timeout=60, capture_output=True, text=True
    ).stdout


def test_a_letter_is_made_without_a_display_and_without_an_application() -> None:
    assert _run(_WITHOUT_A_DISPLAY).strip() == "1"


def test_an_application_is_never_made_in_another_thread() -> None:
    assert "main thread" in _run(_FIRST_IN_A_THREAD)


def test_an_application_without_fonts_is_told_so() -> None:
    assert "QCoreApplication" in _run(_WITHOUT_FONTS)


def test_the_picture_of_a_letter_is_that_of_its_page(opened: Callable[[Letter], QPdfDocument]) -> None:
    letter = a_letter(addressee=ADDRESSEE)
    picture, page = letter_picture(letter, DPI), _page(opened(letter))
    assert picture.shape == (*page.shape, 3)
    assert picture.dtype == np.uint8
    assert picture.flags.c_contiguous
    # Two painters differ at the edges of letters, so they are compared as from afar.
    assert np.abs(_from_afar(picture[:, :, 1]) - _from_afar(page)).mean() < 2


def _from_afar(page: NDArray[np.uint8]) -> NDArray[np.float64]:
    height, width = page.shape[0] // 10, page.shape[1] // 10
    tiles = page[: height * 10, : width * 10].reshape(height, 10, width, 10)
    return np.asarray(tiles.mean(axis=(1, 3)))


def test_the_picture_of_a_phone_shows_the_code_upright_with_its_quiet_zone() -> None:
    letter = a_letter()
    screen = phone_picture(letter.code, 400)
    assert screen.shape == (844, 400, 3)
    assert _reader(screen[:, :, 0].copy()) == [letter.code.text]
    assert (screen[:, : 4 * 8 + 40] == 255).all()


@pytest.mark.parametrize("make", [printed, lambda letter: letter_picture(letter, DPI)])
def test_a_letter_that_is_interrupted_leaves_no_painter_behind(
    make: Callable[[Letter], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A painter that outlives what it paints on ends the process as soon as it is cleared away."""
    left_behind: list[QPainter] = []

    def interrupted(page: Page, painter: QPainter) -> None:
        del page
        left_behind.append(painter)
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.letters.page.paint_page", interrupted)
    monkeypatch.setattr("kiosk.letters.picture.paint_page", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make(a_letter())
    assert not left_behind[0].isActive()
