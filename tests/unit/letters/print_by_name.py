"""Prints a letter on each of the printers that are named, "" for the usual one, and tells what came of it."""

import sys

from kiosk.letters.printing import NotPrintedError, installed_printer, print_letters
from kiosk.letters.typefaces import make_qt_ready
from tests.unit.letters.inviting import a_letter


def printed_on(name: str) -> str:
    """Print, and return the printer's name, or why nothing came out of it."""
    try:
        return print_letters([a_letter()], installed_printer(name or None))
    except NotPrintedError as error:
        return error.why.value


make_qt_ready()
for each in sys.argv[1:]:
    sys.stdout.write(f"{each} -> {printed_on(each)}\n")
