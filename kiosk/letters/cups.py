"""The print service of Linux and macOS (CUPS), spoken to through its own library.

Qt speaks to it through the same library, but holds the interpreter meanwhile: for the minute after which it
gives up a service that hangs, no window is drawn. It drops why a job was refused, and leaves to the printer's
own settings how many copies come and whether the page is shrunk. Here each step is given up after a few
seconds, other threads go on meanwhile, and the page is asked for as it is.
"""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import ClassVar, Final

from kiosk.core.desk_orders import NotPrinted
from kiosk.letters.not_printed import NotPrintedError

_LIBRARY: Final = "libcups.2.dylib" if sys.platform == "darwin" else "libcups.so.2"
# The library asks twice before it gives up.
_SECONDS: Final = 3.0
_PDF: Final = b"application/pdf"

# Whatever the printer's own settings are: fitted to what can be printed of a page, the code is smaller than
# 35 mm and the address out of the envelope's window; a second copy lies there for whoever comes next.
_WISHES: Final = (
    (b"media", b"A4"),
    (b"sides", b"one-sided"),
    (b"copies", b"1"),
    (b"number-up", b"1"),
    (b"print-scaling", b"none"),
    (b"fit-to-page", b"false"),
)

# From the library's headers: any family of addresses; calls wait; nothing follows this document.
_ANY_FAMILY, _WAITS, _LAST = 0, 1, 1
# Answers of IPP (RFC 8011), and the one of HTTP after which the document may come.
_ERRORS, _INTERNAL_ERROR, _UNAVAILABLE = 0x0400, 0x0500, 0x0502
_GO_ON: Final = 100
_IS_STOPPED: Final = b"5"


class _Option(ctypes.Structure):
    _fields_: ClassVar = [("name", ctypes.c_char_p), ("value", ctypes.c_char_p)]


class _Printer(ctypes.Structure):
    """A printer as the library keeps it: `options` are its settings and its state."""

    _fields_: ClassVar = [
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_usual", ctypes.c_int),
        ("count", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    ]


# The library would ask at the terminal, and wait for somebody there.
_NO_PASSWORD: Final = ctypes.CFUNCTYPE(
    ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p
)(lambda *_: None)


def has_cups() -> bool:
    """Say whether this is a system whose printers are reached so."""
    return _library() is not None


def print_document(document: bytes, title: str, name: str | None) -> str:
    """Print a PDF of A4 pages on the printer `name`, the usual one for None, and return the printer's name.

    When this returns, the service has taken the pages; what the printer makes of them only the printer tells.
    May be called in any thread, and waits for some ten seconds at the most. Raises NotPrintedError.
    """
    cups = _library()
    if cups is None:
        raise NotPrintedError(NotPrinted.NO_SERVICE)
    with _service(cups) as service, _printer(cups, service, name) as printer:
        told = str(printer.name, "utf-8")
        state = cups.cupsGetOption(b"printer-state", printer.count, printer.options)
        if state == _IS_STOPPED:
            # A job that waits in a stopped printer comes out some day, before whoever stands there then.
            raise NotPrintedError(NotPrinted.REFUSED, told)
        for option, wish in _WISHES:
            settings = ctypes.byref(printer, _Printer.options.offset)
            printer.count = cups.cupsAddOption(option, wish, printer.count, settings)
        job = cups.cupsCreateJob(service, printer.name, title.encode(), printer.count, printer.options)
        if not job or not _is_sent(cups, service, printer, job, document):
            why = _failure(cups, NotPrinted.REFUSED)
            if job:
                # Half a letter, or one that is told as not printed: it shall not come out later.
                cups.cupsCancelJob2(service, printer.name, job, 0)
            raise NotPrintedError(why, told)
        return told


@cache
def _library() -> ctypes.CDLL | None:
    try:
        cups = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    cups.cupsServer.restype = ctypes.c_char_p
    cups.httpConnect2.restype = ctypes.c_void_p
    cups.cupsGetDest.restype = ctypes.POINTER(_Printer)
    cups.cupsGetOption.restype = ctypes.c_char_p
    return cups


@contextmanager
def _service(cups: ctypes.CDLL) -> Iterator[ctypes.c_void_p]:
    """Connect to the service that this machine names."""
    cups.cupsSetPasswordCB2(_NO_PASSWORD, None)
    found = cups.httpConnect2(
        cups.cupsServer(),
        cups.ippPort(),
        None,
        _ANY_FAMILY,
        cups.cupsEncryption(),
        _WAITS,
        round(_SECONDS * 1000),
        None,
    )
    if not found:
        raise NotPrintedError(NotPrinted.NO_SERVICE)
    service = ctypes.c_void_p(found)
    try:
        cups.httpSetTimeout(service, ctypes.c_double(_SECONDS), None, None)
        yield service
    finally:
        cups.httpClose(service)


@contextmanager
def _printer(cups: ctypes.CDLL, service: ctypes.c_void_p, name: str | None) -> Iterator[_Printer]:
    """Find a printer among all: asked for one that is missing, the library would search the network."""
    all_printers = ctypes.POINTER(_Printer)()
    count = cups.cupsGetDests2(service, ctypes.byref(all_printers))
    try:
        missing = NotPrinted.NO_PRINTER if name is None else NotPrinted.UNKNOWN_PRINTER
        if not count:
            raise NotPrintedError(_failure(cups, missing), name or "")
        found = cups.cupsGetDest(None if name is None else name.encode(), None, count, all_printers)
        if not found:
            raise NotPrintedError(missing, name or "")
        yield found.contents
    finally:
        cups.cupsFreeDests(count, all_printers)


def _is_sent(
    cups: ctypes.CDLL, service: ctypes.c_void_p, printer: _Printer, job: int, document: bytes
) -> bool:
    # Without a name of the document, the service keeps one less text about it.
    is_open = cups.cupsStartDocument(service, printer.name, job, None, _PDF, _LAST) == _GO_ON
    if is_open:
        is_open = cups.cupsWriteRequestData(service, document, ctypes.c_size_t(len(document))) == _GO_ON
    return bool(cups.cupsFinishDocument(service, printer.name) < _ERRORS) and is_open


def _failure(cups: ctypes.CDLL, usual: NotPrinted) -> NotPrinted:
    """Return why the last call failed, `usual` unless the service has not answered."""
    is_silent = cups.cupsLastError() in {_INTERNAL_ERROR, _UNAVAILABLE}
    return NotPrinted.NO_ANSWER if is_silent else usual
