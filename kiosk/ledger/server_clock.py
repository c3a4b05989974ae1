"""How far this machine's clock is from that of the database's server, which all doors share."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeAlias

from sqlalchemy import BigInteger, cast, extract, func, select

from kiosk.ledger.codec import moment
from kiosk.ledger.database import Direct
from kiosk.ledger.prepared import Prepared

Clock: TypeAlias = Callable[[], datetime]
"""Gives the machine's time, aware."""

_SERVER_TIME = Prepared(
    select(cast(extract("epoch", func.clock_timestamp()) * 1_000_000, BigInteger).label("micros"))
)


def clock_lead(direct: Direct, clock: Clock) -> timedelta | None:
    """Return how far `clock` is ahead of the server's, below zero if behind; None without a server."""
    if direct.dialect.name == "sqlite":
        return None
    (micros,) = _SERVER_TIME.run(direct).fetchone()
    return clock() - moment(micros)
