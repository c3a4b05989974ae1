"""What the ledger stands on, for the doctor."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from kiosk.ledger.database import Database
from kiosk.ledger.schema import occupancy
from kiosk.ledger.version import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class LedgerHealth:
    """`place` is the file or server, without a password; `size` is in bytes, `events` their number.

    `journal_mode` and `sync_level` are what the database answered: both pairs that the program sets on SQLite
    (delete and extra, wal and full), and `on` for PostgreSQL, keep a commit through a power cut.
    """

    backend: str
    version: str
    place: str
    journal_mode: str
    sync_level: str
    schema_version: str
    size: int
    events: int


def health_of(database: Database) -> LedgerHealth:
    """Ask the database."""
    with database.reading() as connection:
        ask = _ask_sqlite if database.is_sqlite else _ask_postgresql
        backend, version, journal_mode, sync_level, size = ask(connection)
        events = connection.scalar(select(occupancy.c.seq)) or 0
    return LedgerHealth(
        backend=backend,
        version=version,
        place=database.place,
        journal_mode=journal_mode,
        sync_level=sync_level,
        schema_version=SCHEMA_VERSION,
        size=size,
        events=events,
    )


_SYNC_LEVELS = ("off", "normal", "full", "extra")


def _ask_sqlite(connection: Connection) -> tuple[str, str, str, str, int]:
    def ask(sql: str) -> object:
        return connection.scalar(text(sql))

    return (
        "SQLite",
        str(ask("SELECT sqlite_version()")),
        str(ask("PRAGMA journal_mode")),
        _SYNC_LEVELS[int(str(ask("PRAGMA synchronous")))],
        int(str(ask("PRAGMA page_count"))) * int(str(ask("PRAGMA page_size"))),
    )


def _ask_postgresql(connection: Connection) -> tuple[str, str, str, str, int]:
    row = connection.execute(
        text(
            "SELECT current_setting('server_version'), current_setting('wal_level'),"
            " current_setting('fsync'), current_setting('synchronous_commit'),"
            " pg_database_size(current_database())"
        )
    ).one()
    version, journal_mode, fsync, commit, size = row
    return "PostgreSQL", version, journal_mode, commit if fsync == "on" else "fsync off", size
