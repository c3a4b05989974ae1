"""Calls for help: a visitor's touch that rings, one that takes it back, the tap of whoever goes there.

Whoever touches the visitor's screen is nobody whom the ledger knows; such a tap has no author. Each function
raises LedgerError where the ledger cannot be reached.
"""

from kiosk.core import help_calls
from kiosk.core.help_events import HelpHappening
from kiosk.core.not_done import NotDone
from kiosk.core.office import DoorId, Office
from kiosk.gate.tap import Act, Done, Tap, act
from kiosk.ledger.ledger import Ledger


def call_help(ledger: Ledger, office: Office, tap: Tap, door: DoorId) -> Done | NotDone:
    """Ring for whoever stands at `door`; a call that is open rings on, and nothing is recorded."""
    return act(
        ledger,
        office,
        tap,
        lambda transaction, _: _act(help_calls.call_help(transaction.house.help_at_door(door))),
    )


def take_help_back(ledger: Ledger, office: Office, tap: Tap, door: DoorId) -> Done | NotDone:
    """Take the open call of `door` back for the visitor, unless somebody plays with it."""
    return act(
        ledger,
        office,
        tap,
        lambda transaction, now: _act(
            help_calls.take_help_back(transaction.house.help_at_door(door), now),
        ),
    )


def answer_help(ledger: Ledger, office: Office, tap: Tap, door: DoorId) -> Done | NotDone:
    """Take the open call of `door` for the staff."""
    return act(
        ledger,
        office,
        tap,
        lambda transaction, _: _act(help_calls.answer_help(transaction.house.help_at_door(door))),
    )


def _act(decided: HelpHappening | NotDone) -> Act | NotDone:
    return decided if isinstance(decided, NotDone) else Act((decided,))
