"""One tap of the staff on its way into the ledger: decided and recorded in one transaction, and only once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from kiosk.core.events import Event, Happening
from kiosk.core.ids import EventId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import DoorId, Office
from kiosk.core.rule_orders import RulesNotDone
from kiosk.core.undo import part_of
from kiosk.core.verdict import Verdict
from kiosk.gate.passing_time import ClockError, by_server, call_next, catch_up
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.transaction import Transaction

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on the panel, or a touch at the door: its id, made once, who is signed in, where, and when.

    `at` is aware. `by` is None for a visitor's touch, and where nobody had to sign in or could.
    """

    id: EventId
    by: StaffId | None
    door: DoorId | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Act:
    """What a tap makes happen, one thing or more, and what the visitor is told of it, if anything."""

    happenings: tuple[Happening, ...]
    told: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What was recorded for a tap, `event` bearing its id, and the house as it is now."""

    event: Event
    house: House


_WhyNot = TypeVar("_WhyNot", NotDone, RulesNotDone)


def act(
    ledger: Ledger, office: Office, tap: Tap, decide: Callable[[Transaction, datetime], Act | _WhyNot]
) -> Done | _WhyNot:
    """Record what `decide` makes of a tap at the time that counts for it, see `time_of`.

    The same tap again gives what was recorded for it. Raises LedgerError. A clock that cannot be right keeps
    no guard from acting: it only ends no day, lets no kept place lapse and calls nobody.
    """
    try:
        return _recorded(ledger, office, tap, decide)
    except LedgerUnreachableError as error:
        # The connection may have broken after the commit: by the same id the ledger knows what it did.
        _log.warning("the ledger is asked once more: %s", error)
        return _recorded(ledger, office, tap, decide)


def time_of(tap: Tap, transaction: Transaction) -> datetime:
    """Return when a tap was made, by the server's clock where this machine's cannot be right."""
    return by_server(tap.at, transaction.clock_lead())


def _recorded(
    ledger: Ledger, office: Office, tap: Tap, decide: Callable[[Transaction, datetime], Act | _WhyNot]
) -> Done | _WhyNot:
    with ledger.transaction() as transaction:
        recorded = transaction.event(tap.id)
        if recorded is not None:
            return Done(recorded, transaction.house)
        now = time_of(tap, transaction)
        clock_is_right = caught_up(transaction, office, now)
        decided = decide(transaction, now)
        if not isinstance(decided, Act):
            return decided
        first = Event(tap.id, now, tap.door, tap.by, decided.happenings[0], decided.told)
        transaction.append(first)
        for number, what in enumerate(decided.happenings[1:], start=2):
            transaction.append(Event(part_of(tap.id, number), now, tap.door, tap.by, what, None))
        if clock_is_right:
            call_next(transaction, office, now)
        return Done(first, transaction.house)


def caught_up(transaction: Transaction, office: Office, now: datetime) -> bool:
    """Record what has happened by itself until `now`, and say whether the clock may be believed."""
    try:
        catch_up(transaction, office, now)
    except ClockError as error:
        _log.warning("the staff acts all the same: %s", error)
        return False
    return True
