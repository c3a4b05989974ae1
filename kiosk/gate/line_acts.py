"""What the staff does with the line outside, by one tap each; see door_acts."""

from datetime import datetime

from kiosk.core import lead_line
from kiosk.core.events import Happening
from kiosk.core.not_done import NotDone
from kiosk.core.office import AreaId, Office
from kiosk.gate.passing_time import due_about
from kiosk.gate.tap import Act, Done, Tap, act
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction


def give_number(ledger: Ledger, office: Office, tap: Tap, area: AreaId, party: int) -> Done | NotDone:
    """Give a party without an appointment the next number in the line. Raises ValueError for nobody."""

    def decide(transaction: Transaction, now: datetime) -> Act | NotDone:
        due = due_about(transaction, office, now)
        decision = lead_line.give_number(office, transaction.house, area, party, due, now)
        return decision if isinstance(decision, NotDone) else Act((decision.what,), decision.verdict)

    return act(ledger, office, tap, decide)


def call(ledger: Ledger, office: Office, tap: Tap, number: int | None = None) -> Done | NotDone:
    """Call `number`, or the first in the line for whom there is room."""

    def decide(transaction: Transaction, now: datetime) -> Act | NotDone:
        return _act(lead_line.call(office, transaction.house, now, number))

    return act(ledger, office, tap, decide)


def skip(ledger: Ledger, office: Office, tap: Tap, number: int) -> Done | NotDone:
    """Let a number that does not come make room for the next."""
    return act(ledger, office, tap, lambda transaction, _: _act(lead_line.skip(transaction.house, number)))


def put_back(ledger: Ledger, office: Office, tap: Tap, number: int) -> Done | NotDone:
    """Put a number that was skipped, or did not come, into the line again where it stood."""
    return act(
        ledger, office, tap, lambda transaction, _: _act(lead_line.put_back(transaction.house, number))
    )


def _act(decided: Happening | NotDone) -> Act | NotDone:
    return decided if isinstance(decided, NotDone) else Act((decided,))
