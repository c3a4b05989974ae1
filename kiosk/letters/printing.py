"""Letters on paper: on a printer of this machine, painted there as in their document."""

import ctypes
import sys
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.core.desk_orders import NotPrinted
from kiosk.letters.layout import lay_out
from kiosk.letters.letter import Letter
from kiosk.letters.page import paint_sheet
from kiosk.letters.typefaces import make_qt_ready
from kiosk.letters.typesetting import Typesetter

# At the 1200 of Qt's own choice, drivers that print in pixels need 500 MB for a page.
_DOTS_PER_INCH: Final = 600
_TITLE: Final = "Einladung"
_BROKEN: Final = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
_CUPS: Final = "libcups.2.dylib" if sys.platform == "darwin" else "libcups.so.2"
_CUPS_ERRORS: Final = 0x0400

FindPrinter: TypeAlias = Callable[[str | None], QPrinter]
"""Returns the printer of a name, the machine's own for None. Raises NotPrintedError."""


class NotPrintedError(Exception):
    """Nothing comes out of the printer; `printer` is the one that was meant, "" where there is none."""

    def __init__(self, why: NotPrinted, printer: str = "") -> None:
        self.why, self.printer = why, printer
        super().__init__(f"{why.value}: {printer}")


def installed_printer(name: str | None) -> QPrinter:
    """Return the printer of this name, the machine's own for None. Raises NotPrintedError."""
    info = QPrinterInfo.defaultPrinter() if name is None else QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise NotPrintedError(
            NotPrinted.NO_PRINTER if name is None else NotPrinted.UNKNOWN_PRINTER, name or ""
        )
    if info.state() in _BROKEN:
        # A job that waits in a stopped printer comes out some day, before whoever stands there then.
        raise NotPrintedError(NotPrinted.REFUSED, info.printerName())
    return QPrinter(info)


def print_letters(letters: Sequence[Letter], printer: QPrinter) -> str:
    """Print letters, a page each, and return the printer's name. Raises NotPrintedError.

    May be called in any thread, as long as it is the one that made the printer. When this returns, the system
    has taken the pages; what the printer makes of them only the printer tells. The jobs' title, which
    everybody reads in the printer's list, names nobody.
    """
    make_qt_ready()
    printer.setResolution(_DOTS_PER_INCH)
    printer.setDocName(_TITLE)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    typesetter = Typesetter()
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrintedError(NotPrinted.REFUSED, printer.printerName())
    try:
        for number, letter in enumerate(letters):
            if number:
                printer.newPage()
            paint_sheet(lay_out(letter, typesetter), painter, printer)
    finally:
        taken = painter.end()
    if not taken or printer.printerState() in _BROKEN or (_is_real(printer) and _is_refused_by_cups()):
        raise NotPrintedError(NotPrinted.REFUSED, printer.printerName())
    return printer.printerName()


def _is_real(printer: QPrinter) -> bool:
    return printer.outputFormat() is QPrinter.OutputFormat.NativeFormat


def _is_refused_by_cups() -> bool:
    """Say whether the print server of Linux or macOS took no job.

    Qt drops what it answered; the library through which it was asked knows that for each thread.
    """
    try:
        cups = ctypes.CDLL(_CUPS)
    except OSError:
        return False  # another system, whose printers Qt asks otherwise
    return bool(cups.cupsLastError() >= _CUPS_ERRORS)
