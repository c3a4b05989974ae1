"""The house at a glance, for those who only ask how full it is: one row, read by SQLite's own driver.

Loading SQLAlchemy takes as long as everything else that `kiosk status` does. Whatever is not as it should be
here is left to the ledger, which brings a database up to date, and names what is wrong with it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.core.occupancy import House
from kiosk.ledger.codec import CodecError, house_from_text
from kiosk.ledger.version import SCHEMA_VERSION

_FILE = "sqlite:///"
# Longer than any commit takes; what holds the lock for longer is named by the ledger.
_LOCK_WAIT_SECONDS = 0.5
_HOUSE = "SELECT house FROM occupancy, alembic_version WHERE version_num = ?"


def glance(url: str) -> House | None:
    """Return the house after the last commit; None where only the opened ledger at `url` can tell."""
    path = url.removeprefix(_FILE)
    if path == url or "?" in path:
        return None
    try:
        address = f"{Path(path).absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, timeout=_LOCK_WAIT_SECONDS, uri=True)) as connection:
            row = connection.execute(_HOUSE, (SCHEMA_VERSION,)).fetchone()
        return None if row is None else house_from_text(row[0])
    except (sqlite3.Error, CodecError):
        return None
