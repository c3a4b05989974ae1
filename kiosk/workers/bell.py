"""A door's calls for help on their way into the ledger, also one that had to wait for it."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.gate.gate import Gate
from kiosk.ledger.errors import LedgerError

_WAITS_FOR_LEDGER: Final = timedelta(minutes=2)
"""For how long a call is kept for a ledger that is away: whoever called has most likely left by then."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Waiting:
    tap: EventId
    since: datetime


class Bell:
    """The bell of one door, in the thread of its gate; None is a gate that nobody could open yet."""

    def __init__(self) -> None:
        self._waiting: _Waiting | None = None

    def ring(self, gate: Gate | None, tap: EventId, now: datetime) -> bool:
        """Have a call recorded, and return whether it rings; one that does not is tried again by `go_on`."""
        self._waiting = _Waiting(tap, now)
        return self._tried(gate, now)

    def go_on(self, gate: Gate, now: datetime) -> bool:
        """Try again what waits, and return whether a call rings by that."""
        if self._waiting is None:
            return False
        if abs(now - self._waiting.since) > _WAITS_FOR_LEDGER:
            self._waiting = None
            return False
        return self._tried(gate, now)

    def take_back(self, gate: Gate | None, tap: EventId, now: datetime) -> bool:
        """Take the call back, and return whether it rings no more."""
        if self._waiting is not None:
            self._waiting = None
            return True
        if gate is None:
            return False
        try:
            done = gate.take_help_back(tap, now)
        except Exception as error:  # noqa: BLE001 - a fault of the program: the door goes on
            _failed("the call for help could not be taken back: %s", error)
            return False
        return done is not NotDone.HELP_IS_COMING

    def forget(self) -> None:
        """Try nothing again: somebody is on the way."""
        self._waiting = None

    def _tried(self, gate: Gate | None, now: datetime) -> bool:
        if gate is None or self._waiting is None:
            return False
        try:
            gate.call_help(self._waiting.tap, now)
        except Exception as error:  # noqa: BLE001 - as above
            _failed("the call for help could not be recorded: %s", error)
            return False
        self._waiting = None
        return True


def _failed(what: str, error: Exception) -> None:
    _log.error(what, error, exc_info=None if isinstance(error, LedgerError) else error)
