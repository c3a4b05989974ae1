"""Letters on paper: by the print service where there is one, else painted on the printer."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.core.desk_orders import NotPrinted
from kiosk.letters.cups import has_cups, print_document
from kiosk.letters.layout import lay_out
from kiosk.letters.letter import Letter
from kiosk.letters.not_printed import NotPrintedError
from kiosk.letters.page import paint_sheet
from kiosk.letters.typefaces import make_qt_ready
from kiosk.letters.typesetting import Typesetter

# At the 1200 of Qt's own choice, drivers that print in pixels need 500 MB for a page.
_DOTS_PER_INCH: Final = 600
# Everybody reads it in the printer's list of jobs: it names nobody.
_TITLE: Final = "Einladung"
_BROKEN: Final = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)

PrintLetters: TypeAlias = Callable[[Sequence[Letter], bytes, str | None], str]
"""Prints letters, with their PDF, on the printer of a name (None: the usual one), as `print_letters`."""


def print_letters(letters: Sequence[Letter], document: bytes, name: str | None) -> str:
    """Print letters, a page each, on the printer `name` (None: the usual one), and return its name.

    `document` is their PDF. May be called in any thread. When this returns, the system has taken the pages;
    what the printer makes of them only the printer tells. Raises NotPrintedError.
    """
    if has_cups():
        return print_document(document, _TITLE, name)
    return paint_letters(letters, installed_printer(name))


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


def paint_letters(letters: Sequence[Letter], printer: QPrinter) -> str:
    """Paint letters on a printer, a page each, and return its name. Raises NotPrintedError.

    May be called in any thread, as long as it is the one that made the printer.
    """
    make_qt_ready()
    printer.setResolution(_DOTS_PER_INCH)
    printer.setDocName(_TITLE)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    printer.setCopyCount(1)
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
    if not taken or printer.printerState() in _BROKEN:
        raise NotPrintedError(NotPrinted.REFUSED, printer.printerName())
    return printer.printerName()
