"""Printing from the panel: on the machine's printer, or else as a PDF where somebody finds it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, assert_never

from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.core.office import Office
from kiosk.gate.evacuation import Evacuation
from kiosk.ui.panel.paper import Printable, paper
from kiosk.ui.panel.words import Words


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The page went to this printer."""

    printer: str


@dataclass(frozen=True, slots=True)
class AsFile:
    """There is no printer that takes pages: the page is this PDF."""

    path: Path


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Neither a printer took the page nor the folder, for this reason."""

    folder: Path
    why: str


Printed: TypeAlias = OnPaper | AsFile | NotPrinted


def print_out(office: Office, words: Words, what: Printable, folder: Path, now: datetime) -> Printed:
    """Print `what` on the default printer; where there is none, or it fails, write a PDF into `folder`.

    The folder is made where it is missing. Never raises: who leads people out reads why it could not be.
    """
    document = paper(office, words, what, now)
    standard = QPrinterInfo.defaultPrinter()
    if takes_pages(standard):
        printer = QPrinter(standard, QPrinter.PrinterMode.HighResolution)
        if _print(document, printer):
            return OnPaper(standard.printerName())
    name = "evacuation" if isinstance(what, Evacuation) else "report"
    path = folder / f"{name}-{now.astimezone(office.time_zone):%Y-%m-%d-%H%M%S}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_pdf(document, path)
    except OSError as error:
        return NotPrinted(folder, error.strerror or str(error))
    return AsFile(path)


def takes_pages(printer: QPrinterInfo) -> bool:
    """Say whether there is such a printer, and it is not stopped: pages would wait there unseen."""
    return not printer.isNull() and printer.state() in (
        QPrinter.PrinterState.Idle,
        QPrinter.PrinterState.Active,
    )


def write_pdf(document: QTextDocument, path: Path) -> None:
    """Write a document as A4 pages. Raises OSError where that cannot be."""
    # Found out before Qt, which only says that it did not work.
    path.touch()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if not _print(document, printer) or not path.stat().st_size:
        path.unlink()
        raise OSError(f"{path} could not be written")


def printed_told(words: Words, printed: Printed) -> tuple[str, bool]:
    """Return what became of the page, and whether somebody can read it now."""
    match printed:
        case OnPaper(printer=printer):
            return words.translate("panel", "Sent to the printer {printer}").format(printer=printer), True
        case AsFile(path=path):
            text = words.translate("panel", "There is no printer. Saved as {path}")
            return text.format(path=path), True
        case NotPrinted(folder=folder, why=why):
            text = words.translate("panel", "Not printed, and {folder} takes no file: {why}")
            return text.format(folder=folder, why=why), False
        case _ as never:
            assert_never(never)


def _print(document: QTextDocument, printer: QPrinter) -> bool:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setCreator("kiosk")
    document.print_(printer)
    return printer.printerState() is not QPrinter.PrinterState.Error
