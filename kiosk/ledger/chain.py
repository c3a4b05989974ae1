"""The chain of events: how one is written as a row, and how each row's hash binds it to all before it."""

import hashlib
from dataclasses import dataclass

from kiosk.core.events import Event
from kiosk.ledger.codec import kind_of, micros

# What the first event is bound to.
GENESIS = bytes(32)

# The columns that repeat what stands in an event's body, for questions.
COLUMNS = ("id", "at", "door", "kind", "reason", "appointment", "visit", "area", "party", "number")
_OF_WHAT_HAPPENED = COLUMNS[5:]


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """An event as the ledger keeps it: the `seq`-th of all, with the hash of the chain up to it."""

    seq: int
    event: Event
    hash: bytes


def next_hash(previous: bytes, body: str) -> bytes:
    """Return the hash (32 bytes) of an event whose canonical text is `body`, after one of hash `previous`."""
    return hashlib.sha256(previous + body.encode()).digest()


def columns_of(event: Event) -> tuple[object, ...]:
    """Return what COLUMNS hold of an event, in their order."""
    what, answer = event.what, event.answer
    return (
        event.id,
        micros(event.at),
        event.door,
        kind_of(what),
        None if answer is None else answer.reason.value,
        *[getattr(what, name, None) for name in _OF_WHAT_HAPPENED],
    )
