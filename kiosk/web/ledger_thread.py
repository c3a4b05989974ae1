"""A thread that speaks with the ledger for the pages, so that a slow disk or server holds up no stream."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from kiosk.gate.reach import Reach
from kiosk.ledger.ledger import Ledger

MOST_WAITING = 20

_Value = TypeVar("_Value")


class TooBusyError(Exception):
    """More is asked of the ledger than it can answer soon: ask again in a moment."""


class LedgerThread:
    """One thread with its own way to the ledger; what is asked waits its turn, and not too much of it.

    One PIN is checked at a time: guessing takes as long from a hundred browsers as from one.
    """

    def __init__(self, name: str, reach: Reach, clock: Callable[[], datetime]) -> None:
        self._reach = reach
        self._clock = clock
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting = 0

    async def read(self, ask: Callable[[Ledger], _Value]) -> _Value:
        """Return what `ask` reads. Raises LedgerError, and TooBusyError."""
        return await self._asked(lambda: self._reach.read(self._clock(), ask))

    async def write(self, ask: Callable[[Ledger], _Value]) -> _Value:
        """Return what `ask` does. Raises LedgerError, and TooBusyError."""
        return await self._asked(lambda: self._reach.write(self._clock(), ask))

    async def _asked(self, ask: Callable[[], _Value]) -> _Value:
        if self._waiting >= MOST_WAITING:
            raise TooBusyError
        self._waiting += 1
        try:
            # What was begun is finished, whether or not the browser still waits for it.
            return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._executor, ask))
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Finish what was begun, end the thread, and close the ledger."""
        self._executor.shutdown(wait=True)
        self._reach.close()
