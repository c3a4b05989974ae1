"""A desk beside a real print service (CUPS): its letters, and what is told when the service fails."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from kiosk.letters import cups
from kiosk.letters.printing import print_letters
from kiosk.scan.decode import decode
from tests.end2end.program import wait_until
from tests.premises import Premises
from tests.printers import Manner
from tests.private_cups import PrivateCups, needs_cups, private_cups
from tests.ui.desk.conftest import Desk, Printers, seated
from tests.unit.letters.ink import MM, ink_in, pages_of

pytestmark = needs_cups

NAME = "Zenobia Mustermann"


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateCups]:
    for each in ("LPDEST", "PRINTER"):
        monkeypatch.delenv(each, raising=False)
    with private_cups(Flur=Manner.PRINTS) as service:
        monkeypatch.setenv("CUPS_SERVER", service.address)
        yield service


@pytest.fixture
def desk(qtbot: QtBot, premises: Premises, service: PrivateCups) -> Iterator[Desk]:
    """A desk that prints as the program does, with somebody booked."""
    del service  # it is there before the desk
    with seated(qtbot, premises, Printers(), print_letters) as desk:
        desk.book(NAME)
        yield desk


def kept_letters(desk: Desk) -> list[Path]:
    return sorted((desk.premises.folder / "letters").glob("*.pdf"))


def test_a_letter_comes_out_in_its_size_and_at_its_place_with_a_code_that_the_door_reads(
    desk: Desk, service: PrivateCups
) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("Der Brief wird gedruckt: Flur")
    paper = service.paper("Flur")
    document = QPdfDocument()
    document.load(str(paper))
    size = document.pagePointSize(0) * 25.4 / 72
    document.close()
    assert (size.width(), size.height()) == pytest.approx((210, 297), abs=0.5)
    (page,) = pages_of(paper.read_bytes())
    ((code,), (found,)) = decode(page), zxingcpp.read_barcodes(page)
    assert code.text.startswith("JC1")
    assert (found.position.top_right.x - found.position.top_left.x) / MM >= 35
    address = ink_in(page, 20, 62.7, 105, 90)
    assert np.flatnonzero(address.any(axis=0))[0] / MM == pytest.approx(5, abs=0.5)
    wishes = {"title=Einladung", "copies=1", "media=A4", "sides=one-sided", "print-scaling=none"}
    assert service.settings("Flur") >= wishes
    assert kept_letters(desk) == []


def test_a_letter_that_was_printed_leaves_no_name_with_the_service(desk: Desk, service: PrivateCups) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("Der Brief wird gedruckt")
    service.paper("Flur")
    # The document itself goes as soon as it is out, as PreserveJobFiles wants.
    wait_until(lambda: not list(service.folder.glob("spool/d*")), "the service lets go of the document")
    service.end()
    (job,) = service.jobs()
    assert " Einladung " in job
    for kept in service.kept():
        for name in NAME.split():
            assert name.encode() not in kept.read_bytes(), kept


def test_a_service_that_hangs_is_given_up_and_its_letter_kept_while_the_next_call_goes_on(
    desk: Desk, service: PrivateCups, monkeypatch: pytest.MonkeyPatch
) -> None:
    with service.hanging(), monkeypatch.context() as impatient:
        impatient.setattr(cups, "_SECONDS", 0.5)
        desk.press(Qt.Key.Key_F8)
        desk.press(Qt.Key.Key_1)
        desk.type("Max Muster")
        desk.wait_for("Der Druckdienst dieses PCs antwortet nicht.")
        assert desk.window.call.form.name.text() == "Max Muster"
    (letter,) = kept_letters(desk)
    assert str(letter) in desk.said()
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("Der Brief wird gedruckt: Flur")
    service.paper("Flur")


def test_a_service_that_ended_meanwhile_is_told_and_its_letter_kept(desk: Desk, service: PrivateCups) -> None:
    service.end()
    desk.press(Qt.Key.Key_F8)
    desk.wait_for("Auf diesem PC läuft kein Druckdienst.")
    (letter,) = kept_letters(desk)
    assert str(letter) in desk.said()
