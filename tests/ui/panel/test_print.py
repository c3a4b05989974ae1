"""What is printed can be read, or it is said where it lies, or why it could not be."""

from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from kiosk.core.desk_orders import NotPrinted as Why
from kiosk.letters.not_printed import NotPrintedError
from kiosk.ui.panel import print as printing
from kiosk.ui.panel.paper import Printable
from kiosk.ui.panel.print import AsFile, NotPrinted, OnPaper, print_out, printed_told, takes_pages
from kiosk.ui.panel.words import Words
from tests.ui.panel.states import FULL, NOW
from tests.ui.panel.states_of_count import REPORT, UNCLEAR, evacuation
from tests.ui.screen_states import OFFICE

ENGLISH = Words(OFFICE.time_zone, "en")


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:  # noqa: ARG001 - fonts need a QApplication
    """Keep the tests away from the printers of whoever runs them."""
    monkeypatch.setattr(QPrinterInfo, "defaultPrinter", QPrinterInfo)
    monkeypatch.setattr(printing, "has_cups", lambda: False)


def text_of(path: Path) -> str:
    """Return the text of a PDF, with one blank between words."""
    document = QPdfDocument()
    document.load(str(path))
    text = " ".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return " ".join(text.split())


def printed(what: Printable, folder: Path) -> str:
    """Print without a printer, and return the text of the page."""
    done = print_out(OFFICE, ENGLISH, what, folder, NOW)
    assert isinstance(done, AsFile)
    return text_of(done.path)


def test_without_a_printer_an_evacuation_is_a_page_beside_the_offices_file(tmp_path: Path) -> None:
    text = printed(evacuation(UNCLEAR), tmp_path / "printed")
    assert "current, as of 10:42" in text
    assert "people in the building 23 of them unclear (visits that should be over)" in text
    assert "1st floor 13 Benefits 13 (7 unclear)" in text
    assert [each.name for each in (tmp_path / "printed").iterdir()] == ["evacuation-2021-09-20-104200.pdf"]


def test_an_old_state_says_on_paper_too_that_it_is_old(tmp_path: Path) -> None:
    assert "NOT CURRENT: as of 10:12, 30 min ago" in printed(evacuation(FULL, is_current=False), tmp_path)


def test_a_report_is_one_page_with_its_sentences_and_its_table(tmp_path: Path) -> None:
    text = printed(REPORT, tmp_path)
    assert "Report of Monday, 20 September 2021" in text
    assert "Came in: 234. By letter: 143, by the staff: 91." in text
    assert "Recount: Case management and integration –2" in text


def test_a_folder_that_takes_no_file_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "printed").write_text("in the way")
    done = print_out(OFFICE, ENGLISH, REPORT, tmp_path / "printed", NOW)
    assert isinstance(done, NotPrinted)
    text, good = printed_told(ENGLISH, done)
    assert str(tmp_path / "printed") in text
    assert not good


def test_the_page_goes_to_the_print_service_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    papers: list[bytes] = []

    def take(pdf: bytes, title: str, name: str | None) -> str:
        assert (title, name) == ("report", None)
        papers.append(pdf)
        return "Hall"

    monkeypatch.setattr(printing, "has_cups", lambda: True)
    monkeypatch.setattr(printing, "print_document", take)
    assert print_out(OFFICE, ENGLISH, REPORT, tmp_path, NOW) == OnPaper("Hall")
    (tmp_path / "taken.pdf").write_bytes(papers[0])
    assert "Report of Monday, 20 September 2021" in text_of(tmp_path / "taken.pdf")


def test_a_page_that_the_print_service_does_not_take_is_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object) -> str:
        raise NotPrintedError(Why.NO_ANSWER)

    monkeypatch.setattr(printing, "has_cups", lambda: True)
    monkeypatch.setattr(printing, "print_document", refuse)
    assert "Report of Monday, 20 September 2021" in printed(REPORT, tmp_path)


class _Printer(QPrinterInfo):
    """A printer in some state."""

    def __init__(self, state: QPrinter.PrinterState) -> None:
        super().__init__()
        self._state = state

    def isNull(self) -> bool:  # noqa: N802 - Qt's spelling
        return False

    def state(self) -> QPrinter.PrinterState:
        return self._state


def test_a_printer_that_is_stopped_is_none() -> None:
    State = QPrinter.PrinterState  # noqa: N806 - a class
    takes = {state: takes_pages(_Printer(state)) for state in State}
    assert takes == {State.Idle: True, State.Active: True, State.Aborted: False, State.Error: False}
    assert not takes_pages(QPrinterInfo())


def test_the_panel_says_where_the_page_is(tmp_path: Path) -> None:
    assert printed_told(ENGLISH, OnPaper("Hall")) == ("Sent to the printer Hall", True)
    path = tmp_path / "report.pdf"
    assert printed_told(ENGLISH, AsFile(path)) == (f"No printer takes the page. Saved as {path}", True)
