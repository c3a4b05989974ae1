"""The way from a panel to the ledger: opened when needed, and known to be broken until it works again."""

import time
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

# A ledger that failed is left alone for so long, or for twice the time that the failure took: a server that
# does not answer costs five seconds to ask, and the panel has to be free for taps in between.
_RESTS_FOR = timedelta(seconds=2)
# Where nothing was written, reading alone does not show that it could be again: after this it is believed.
_WRITES_AGAIN_AFTER = timedelta(seconds=30)

# What keeps the ledger from being written may let it be read.
_READABLE = (LedgerBusyError, LedgerFullError, LedgerReadOnlyError, LedgerKeyError)

_Value = TypeVar("_Value")


class Reach:
    """A ledger that may come and go. What is asked of it raises LedgerError as ever, and is remembered."""

    def __init__(self, open_ledger: Callable[[], Ledger]) -> None:
        """`open_ledger` is called on first use, and again when the ledger could not be reached.

        What it opens then has to be the ledger of before, which may have grown.
        """
        self._open = open_ledger
        self._ledger: Ledger | None = None
        self._before: Ledger | None = None
        self._is_unread = False
        self._unwritten_since: datetime | None = None
        self._rest: tuple[datetime, datetime] | None = None

    @property
    def is_broken(self) -> bool:
        """Whether the last that was known is that the ledger cannot be read, or not be written."""
        return self._is_unread or self._unwritten_since is not None

    def rests(self, now: datetime) -> bool:
        """Say whether the ledger failed a moment ago, so that only what is urgent asks it now."""
        return self._rest is not None and self._rest[0] <= now < self._rest[1]

    def read(self, now: datetime, ask: Callable[[Ledger], _Value]) -> _Value:
        """Return what `ask` reads."""
        value = self._asked(now, ask)
        since = self._unwritten_since
        if self._is_unread or (since is not None and abs(now - since) >= _WRITES_AGAIN_AFTER):
            self._unwritten_since = None
        self._is_unread = False
        return value

    def write(self, now: datetime, ask: Callable[[Ledger], _Value]) -> _Value:
        """Return what `ask` does in transactions that write."""
        value = self._asked(now, ask)
        self._is_unread, self._unwritten_since = False, None
        return value

    def _asked(self, now: datetime, ask: Callable[[Ledger], _Value]) -> _Value:
        began = time.monotonic()
        try:
            value = ask(self._opened())
        except LedgerUnavailableError as error:
            took = timedelta(seconds=time.monotonic() - began)
            self._rest = (now, now + took + max(_RESTS_FOR, 2 * took))
            self._unwritten_since = now
            if not isinstance(error, _READABLE):
                self._is_unread = True
                # A file that was put back, or a server that was moved, is found by opening it anew.
                self.close()
            raise
        self._rest = None
        return value

    def close(self) -> None:
        """Close the ledger; it is opened again when it is asked again."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger, self._before = None, self._ledger

    def _opened(self) -> Ledger:
        if self._ledger is None:
            self._ledger = self._open() if self._before is None else self._opened_again(self._before)
        return self._ledger

    def _opened_again(self, before: Ledger) -> Ledger:
        # Before it is opened: where a disk is not mounted, a new ledger would be begun in its place.
        before.check_not_lost()
        opened = self._open()
        try:
            opened.check_follows(before)
        except BaseException:
            opened.close()
            raise
        return opened
