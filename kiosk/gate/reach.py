"""The way from a panel to the ledger: opened when needed, and known to be broken until it works again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from kiosk.ledger.errors import (
    LedgerBusyError,
    LedgerFullError,
    LedgerKeyError,
    LedgerReadOnlyError,
    LedgerUnavailableError,
)
from kiosk.ledger.ledger import Ledger

# A server that does not answer costs five seconds to ask: the panel is free for taps in between.
_ASKED_AGAIN_AFTER = timedelta(seconds=5)
# Where nothing was written, reading alone does not show that it could be again: after this it is believed.
_WRITES_AGAIN_AFTER = timedelta(seconds=30)

_Value = TypeVar("_Value")


class Reach:
    """A ledger that may come and go. What is asked of it raises LedgerError as ever, and is remembered."""

    def __init__(self, open_ledger: Callable[[], Ledger]) -> None:
        """`open_ledger` is called on first use, and again when the ledger could not be reached."""
        self._open = open_ledger
        self._ledger: Ledger | None = None
        self._unread_since: datetime | None = None
        self._unwritten_since: datetime | None = None

    @property
    def is_broken(self) -> bool:
        """Whether the last that was known is that the ledger cannot be read, or not be written."""
        return self._unread_since is not None or self._unwritten_since is not None

    @property
    def is_readable(self) -> bool:
        """Whether the last that was known is that the ledger can be read."""
        return self._unread_since is None

    def rests(self, now: datetime) -> bool:
        """Say whether the ledger failed a moment ago, so that only what is urgent asks it now."""
        return (
            self._unread_since is not None and timedelta(0) <= now - self._unread_since < _ASKED_AGAIN_AFTER
        )

    def writing_rests(self, now: datetime) -> bool:
        """Say whether the ledger took nothing a moment ago, so that only what is urgent is written now."""
        return (
            self._unwritten_since is not None
            and timedelta(0) <= now - self._unwritten_since < _ASKED_AGAIN_AFTER
        )

    def read(self, now: datetime, ask: Callable[[Ledger], _Value]) -> _Value:
        """Return what `ask` reads."""
        try:
            value = ask(self._opened())
        except LedgerUnavailableError:
            self._lost(now)
            raise
        was_unread, self._unread_since = self._unread_since, None
        if self._unwritten_since is not None:
            waited = abs(now - self._unwritten_since) >= _WRITES_AGAIN_AFTER
            if was_unread is not None or waited:
                self._unwritten_since = None
        return value

    def write(self, now: datetime, ask: Callable[[Ledger], _Value]) -> _Value:
        """Return what `ask` does in transactions that write."""
        try:
            value = ask(self._opened())
        except (LedgerBusyError, LedgerFullError, LedgerReadOnlyError, LedgerKeyError):
            self._unwritten_since = now
            raise
        except LedgerUnavailableError:
            self._lost(now)
            raise
        self._unread_since = self._unwritten_since = None
        return value

    def close(self) -> None:
        """Close the ledger; it is opened again when it is asked again."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def _opened(self) -> Ledger:
        if self._ledger is None:
            self._ledger = self._open()
        return self._ledger

    def _lost(self, now: datetime) -> None:
        self._unread_since = self._unwritten_since = now
        # A file that was put back, or a server that was moved, is found by opening it anew.
        self.close()
