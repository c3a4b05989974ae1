"""Opening what an office's file names: its ledger, for the length of one command."""

from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.commands.exits import Exit, stop
from kiosk.config import OfficeFile
from kiosk.gate.passing_time import ClockError
from kiosk.ledger.errors import LedgerError
from kiosk.ledger.ledger import Ledger


@contextmanager
def ledger_of(office_file: OfficeFile) -> Iterator[Ledger]:
    """Open the office's ledger, and end the command with the mend where it cannot be used."""
    try:
        ledger = Ledger.open(office_file.database_url, office_file.key_file)
        try:
            yield ledger
        finally:
            ledger.close()
    except (LedgerError, ClockError) as error:
        stop(Exit.LEDGER, str(error))
