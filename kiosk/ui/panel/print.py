"""Printing from the panel: on the machine's printer, or else as a PDF where somebody finds it."""

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, assert_never

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.core.office import Office
from kiosk.gate.evacuation import Evacuation
from kiosk.letters.cups import has_cups, print_document
from kiosk.letters.not_printed import NotPrintedError
from kiosk.ui.panel.paper import Printable, paper
from kiosk.ui.panel.words import Words

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The page went to this printer."""

    printer: str


@dataclass(frozen=True, slots=True)
class AsFile:
    """There is no printer that takes the page: it is this PDF."""

    path: Path


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Neither a printer took the page nor the folder, for this reason."""

    folder: Path
    why: str


Printed: TypeAlias = OnPaper | AsFile | NotPrinted


def print_out(office: Office, words: Words, what: Printable, folder: Path, now: datetime) -> Printed:
    """Print `what` on the default printer; where there is none, or it fails, write a PDF into `folder`.

    The folder is made where it is missing. May be called in any thread, and waits for the printer for some
    seconds. Never raises: who leads people out reads why it could not be.
    """
    document = paper(office, words, what, now)
    pdf = as_pdf(document)
    name = "evacuation" if isinstance(what, Evacuation) else "report"
    printer = _by_service(pdf, name) if has_cups() else _by_qt(document)
    if printer is not None:
        return OnPaper(printer)
    path = folder / f"{name}-{now.astimezone(office.time_zone):%Y-%m-%d-%H%M%S}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
    except OSError as error:
        return NotPrinted(folder, error.strerror or str(error))
    return AsFile(path)


def takes_pages(printer: QPrinterInfo) -> bool:
    """Say whether there is such a printer, and it is not stopped: pages would wait there unseen."""
    return not printer.isNull() and printer.state() in (
        QPrinter.PrinterState.Idle,
        QPrinter.PrinterState.Active,
    )


def as_pdf(document: QTextDocument) -> bytes:
    """Return a document as A4 pages."""
    pdf = QBuffer()
    pdf.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(pdf)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setCreator("kiosk")
    document.print_(writer)
    del writer  # only now the last of it is written
    return bytes(pdf.data().data())


def printed_told(words: Words, printed: Printed) -> tuple[str, bool]:
    """Return what became of the page, and whether somebody can read it now."""
    match printed:
        case OnPaper(printer=printer):
            return words.translate("panel", "Sent to the printer {printer}").format(printer=printer), True
        case AsFile(path=path):
            text = words.translate("panel", "No printer takes the page. Saved as {path}")
            return text.format(path=path), True
        case NotPrinted(folder=folder, why=why):
            text = words.translate("panel", "Not printed, and {folder} takes no file: {why}")
            return text.format(folder=folder, why=why), False
        case _ as never:
            assert_never(never)


def _by_service(pdf: bytes, title: str) -> str | None:
    try:
        return print_document(pdf, title, None)
    except NotPrintedError as error:
        _log.warning("a page is not printed: %s", error)
        return None


def _by_qt(document: QTextDocument) -> str | None:
    standard = QPrinterInfo.defaultPrinter()
    if not takes_pages(standard):
        return None
    printer = QPrinter(standard, QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(printer)
    return None if printer.printerState() is QPrinter.PrinterState.Error else standard.printerName()
