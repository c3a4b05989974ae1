"""The chain of events: how one is written as a row, and how each row's hash binds it to all before it."""

import hashlib
from dataclasses import dataclass

from kiosk.core.events import Event
from kiosk.ledger.codec import kind_of, micros

# What the first event is bound to.
GENESIS = bytes(32)

_REPEATED = ("appointment", "visit", "area", "party", "number")


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """An event as the ledger keeps it: the `seq`-th of all, with the hash of the chain up to it."""

    seq: int
    event: Event
    hash: bytes


def next_hash(previous: bytes, body: str) -> bytes:
    """Return the hash (32 bytes) of an event whose canonical text is `body`, after one of hash `previous`."""
    return hashlib.sha256(previous + body.encode()).digest()


def columns_of(event: Event) -> dict[str, object]:
    """Return the columns that repeat what stands in an event's body, by name."""
    columns: dict[str, object] = {name: getattr(event.what, name, None) for name in _REPEATED}
    columns["id"] = event.id
    columns["at"] = micros(event.at)
    columns["door"] = event.door
    columns["kind"] = kind_of(event.what)
    columns["reason"] = None if event.answer is None else event.answer.reason.value
    return columns
