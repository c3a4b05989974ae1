"""Scans whose commit nobody heard of: the staff was asked, and yet they may have been recorded."""

import logging
from datetime import datetime, timedelta

from kiosk.core.events import Event
from kiosk.core.ids import EventId
from kiosk.ledger.transaction import Transaction

# Whoever was sent to the staff is told for this long what was recorded, from when it is known; later the same
# letter means what it says, for example that its party leaves.
_TOLD_FOR = timedelta(minutes=2)

_log = logging.getLogger(__name__)


class Unheard:
    """What one door has to ask the ledger by the scans' ids when it is back, and to tell those who waited."""

    def __init__(self) -> None:
        self._outcome_unknown: dict[EventId, str | bytes] = {}
        self._untold: dict[str | bytes, tuple[Event, datetime]] = {}

    @property
    def is_pending(self) -> bool:
        """Whether the outcome of any scan is still unknown."""
        return bool(self._outcome_unknown)

    def lost(self, scan: EventId, shown: str | bytes) -> None:
        """Note that the commit of this scan failed in a way that leaves open whether it counts."""
        self._outcome_unknown[scan] = shown

    def learn(self, transaction: Transaction, now: datetime) -> None:
        """Ask for each scan by its id; what was recorded is told when its text is shown again."""
        while self._outcome_unknown:
            scan, shown = next(iter(self._outcome_unknown.items()))
            recorded = transaction.event(scan)
            if recorded is not None and recorded.answer is not None:
                self._untold[shown] = (recorded, now)
                reason = recorded.answer.reason.value
                _log.warning("the scan %s, whose commit nobody heard of, was recorded: %s", scan, reason)
            del self._outcome_unknown[scan]

    def event_of(self, shown: str | bytes, now: datetime) -> Event | None:
        """Return what was recorded for this text, with an answer that was not told yet."""
        for text, (_, learned_at) in list(self._untold.items()):
            if not timedelta(0) <= now - learned_at <= _TOLD_FOR:
                del self._untold[text]
        recorded, _ = self._untold.get(shown, (None, now))
        return recorded

    def told(self, shown: str | bytes) -> None:
        """Note that whoever showed this text was answered."""
        self._untold.pop(shown, None)
