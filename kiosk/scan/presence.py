"""One physical scan is one id, however many frames show it."""

from collections.abc import Callable
from typing import NewType

from kiosk.clock import new_name

ScanId = NewType("ScanId", str)
"""The name of one physical scan, made once; a retry carries the same one, so that it counts once."""

GONE_AFTER = 2.0
"""Seconds without being read after which a letter is gone: decoders lose a held letter for a second."""

MOST_AT_ONCE = 256
"""How many texts are remembered at once: more than two seconds of a film with a new code in each frame."""


def new_scan_id() -> ScanId:
    """A fresh random id."""
    return ScanId(new_name())


class Presence:
    """Tells a letter that comes into view from one that is still there. One a door, for all its sources.

    The same text from two cameras, or from a camera and the USB scanner, within `gone_after` seconds is one
    scan too: both see the same letter, or the visitor tried both. Not thread-safe: one thread owns it.
    """

    def __init__(
        self,
        *,
        gone_after: float = GONE_AFTER,
        most_at_once: int = MOST_AT_ONCE,
        new_id: Callable[[], ScanId] = new_scan_id,
    ) -> None:
        """`gone_after` is in seconds and above zero; `most_at_once` texts at least 1."""
        if gone_after <= 0 or most_at_once < 1:
            raise ValueError(f"gone_after={gone_after} and most_at_once={most_at_once} must be above zero")
        self._gone_after = gone_after
        self._most_at_once = most_at_once
        self._new_id = new_id
        self._last_seen: dict[str, float] = {}
        self._gone: dict[str, float] = {}

    def last_seen(self, text: str) -> float | None:
        """When this text was last in view (monotonic seconds), as far as it is remembered."""
        return self._last_seen.get(text, self._gone.get(text))

    def see(self, text: str, at: float) -> ScanId | None:
        """A new id if this text came newly into view at `at` (monotonic seconds); None while it stays there.

        When `most_at_once` texts are in view, a further one has to wait until one of them is gone: forgetting
        one that is still there would count it twice.
        """
        self._forget_gone(at)
        last_seen = self.last_seen(text)
        # Also one that was gone by the time of another camera's frame, which was looked at sooner.
        if last_seen is not None and at - last_seen <= self._gone_after:
            self._last_seen[text] = max(at, last_seen)
            self._gone.pop(text, None)
            return None
        if len(self._last_seen) >= self._most_at_once:
            return None
        self._last_seen[text] = at
        self._gone.pop(text, None)
        return self._new_id()

    def _forget_gone(self, at: float) -> None:
        gone = [text for text, seen in self._last_seen.items() if at - seen > self._gone_after]
        for text in gone:
            self._gone[text] = self._last_seen.pop(text)
        # Unlike what is in view, what is gone may be forgotten: the oldest first.
        for text in list(self._gone)[: -self._most_at_once]:
            del self._gone[text]
