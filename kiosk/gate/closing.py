"""The end of the day by the staff: what is still open is settled visibly, and the day becomes a report."""

from kiosk.core.day_end import end_of_day
from kiosk.core.day_report import DayReport, day_report
from kiosk.core.events import Event
from kiosk.core.office import Office
from kiosk.core.undo import part_of
from kiosk.gate.tap import Tap, caught_up, time_of
from kiosk.ledger.ledger import Ledger


def close_day(ledger: Ledger, office: Office, tap: Tap) -> DayReport:
    """Settle whatever is still open, close the day, and return its report. Raises LedgerError.

    The same tap again closes nothing more and gives the same report.
    """
    with ledger.transaction() as transaction:
        if transaction.event(tap.id) is None:
            now = time_of(tap, transaction)
            caught_up(transaction, office, now)
            *left_open, ended = end_of_day(transaction.house)
            for number, what in enumerate(left_open, start=2):
                transaction.append(Event(part_of(tap.id, number), now, tap.door, tap.by, what, None))
            transaction.append(Event(tap.id, now, tap.door, tap.by, ended, None))
    return day_report(ledger.day_until(tap.id))
