"""Calls for help: a visitor's touch that rings, one that takes it back, the tap of whoever goes there.

Whoever touches the visitor's screen is nobody whom the ledger knows; such a tap has no author. Each function
raises LedgerError where the ledger cannot be reached.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from kiosk.core import help_calls
from kiosk.core.help_calls import HelpAtDoor
from kiosk.core.help_events import HelpEnded, HelpEndedBecause, HelpHappening
from kiosk.core.not_done import NotDone
from kiosk.core.office import DoorId, Office
from kiosk.gate.tap import Act, Done, Tap, act
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction

_LOOKED_BACK: Final = 100
"""How many events may come after the end of a call before a door has looked, about a second later."""


def call_help(ledger: Ledger, office: Office, tap: Tap, door: DoorId) -> Done | NotDone:
    """Ring for whoever stands at `door`; a call that is open rings on, and nothing is recorded."""
    return _act_on_call(ledger, office, tap, door, lambda here, _: help_calls.call_help(here))


def take_help_back(ledger: Ledger, office: Office, tap: Tap, door: DoorId) -> Done | NotDone:
    """Take the open call of `door` back for the visitor, unless somebody plays with it."""
    return _act_on_call(ledger, office, tap, door, help_calls.take_help_back)


def answer_help(ledger: Ledger, office: Office, tap: Tap, door: DoorId) -> Done | NotDone:
    """Take the open call of `door` for the staff."""
    return _act_on_call(ledger, office, tap, door, lambda here, _: help_calls.answer_help(here))


def was_answered(ledger: Ledger, door: DoorId) -> bool:
    """Say whether the staff has taken the call of `door` that ended last, which must be a moment ago."""
    happened = (each.event.what for each in ledger.last_events(_LOOKED_BACK))
    ended = (what.because for what in happened if isinstance(what, HelpEnded) and what.door == door)
    return next(ended, None) is HelpEndedBecause.ANSWERED


def _act_on_call(
    ledger: Ledger,
    office: Office,
    tap: Tap,
    door: DoorId,
    decide: Callable[[HelpAtDoor, datetime], HelpHappening | NotDone],
) -> Done | NotDone:
    def acted(transaction: Transaction, now: datetime) -> Act | NotDone:
        decided = decide(transaction.house.help_at_door(door), now)
        return decided if isinstance(decided, NotDone) else Act((decided,))

    return act(ledger, office, tap, acted)
