"""Letters painted on a printer: it gets the page of the document, and a printer that fails is named."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.core.desk_orders import NotPrinted
from kiosk.letters import printing
from kiosk.letters.not_printed import NotPrintedError
from kiosk.letters.page import HEIGHT, WIDTH
from kiosk.letters.printing import installed_printer, paint_letters, print_letters
from kiosk.letters.reading_back import rendered
from kiosk.scan.decode import decode
from tests.unit.letters.inviting import LETTERS_OF_EVERY_KIND

PAGE = QRectF(0, 0, WIDTH, HEIGHT)


def printer_into(file: Path) -> QPrinter:
    """Return a printer whose paper is a file; all else in it is Qt's way to a real one."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def codes_on(paper: Path) -> list[list[str]]:
    document = QPdfDocument()
    assert document.load(str(paper)) is QPdfDocument.Error.None_
    try:
        return [
            [each.text for each in decode(rendered(document, number, 300, PAGE))]
            for number in range(document.pageCount())
        ]
    finally:
        document.close()


def test_each_printed_page_reads_as_its_letters_code_in_its_full_size(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paint_letters(LETTERS_OF_EVERY_KIND, printer_into(paper))
    assert codes_on(paper) == [[each.code.text] for each in LETTERS_OF_EVERY_KIND]
    document = QPdfDocument()
    document.load(str(paper))
    sheet = document.pagePointSize(0) * 25.4 / 72
    document.close()
    assert (sheet.width(), sheet.height()) == pytest.approx((210, 297), abs=0.5)


def test_where_there_is_no_print_service_letters_are_painted_on_the_printer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    monkeypatch.setattr(printing, "has_cups", lambda: False)
    monkeypatch.setattr(printing, "installed_printer", lambda _: printer_into(paper))
    print_letters(LETTERS_OF_EVERY_KIND[:1], b"", None)
    assert codes_on(paper) == [[LETTERS_OF_EVERY_KIND[0].code.text]]


def test_the_printers_list_of_jobs_names_nobody(tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    paint_letters(LETTERS_OF_EVERY_KIND[1:2], printer)
    assert printer.docName() == "Einladung"


def test_letters_are_printed_in_a_thread_that_draws_no_window(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"

    def print_one() -> None:
        paint_letters(LETTERS_OF_EVERY_KIND[:1], printer_into(paper))

    thread = threading.Thread(target=print_one)
    thread.start()
    thread.join()
    assert codes_on(paper) == [[LETTERS_OF_EVERY_KIND[0].code.text]]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotPrintedError) as refused:
        paint_letters(LETTERS_OF_EVERY_KIND[:1], printer_into(tmp_path / "no folder" / "paper.pdf"))
    assert refused.value.why is NotPrinted.REFUSED


def test_a_printer_of_the_office_that_is_gone_is_named() -> None:
    with pytest.raises(NotPrintedError) as gone:
        installed_printer("No such printer 4711")
    assert (gone.value.why, gone.value.printer) == (NotPrinted.UNKNOWN_PRINTER, "No such printer 4711")


def test_a_machine_without_a_printer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    # The machine of the tests may have one, on which nothing shall come out.
    monkeypatch.setattr(QPrinterInfo, "defaultPrinter", QPrinterInfo)
    with pytest.raises(NotPrintedError) as none:
        installed_printer(None)
    assert (none.value.why, none.value.printer) == (NotPrinted.NO_PRINTER, "")
