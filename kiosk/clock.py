"""The clock of the running program, and the names it gives: the core is told both, and fetches neither."""

import secrets
import time
from datetime import UTC, datetime

_RANDOM_BITS = 74


def now_utc() -> datetime:
    """Return the time of this machine."""
    return datetime.now(UTC)


def new_name() -> str:
    """Return a new id for a scan, an event or an appointment: a UUID of version 7 (RFC 9562, 5.7).

    Its first 48 bits are the time in milliseconds, so that what is new stands together at the end of a
    database's index: with random ids every commit into a large ledger touches pages all over it.
    """
    milliseconds = time.time_ns() // 1_000_000 & (1 << 48) - 1
    drawn = secrets.randbits(_RANDOM_BITS)
    upper, lower = drawn >> 62, drawn & (1 << 62) - 1
    digits = f"{milliseconds << 80 | 0x7 << 76 | upper << 64 | 0b10 << 62 | lower:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
