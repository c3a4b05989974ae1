"""Opening SQLite or PostgreSQL so that what is committed stays, and transactions that hold the write lock."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine import URL

from kiosk.ledger.address import address_of, place_of
from kiosk.ledger.errors import LedgerUnreachableError, named_errors
from kiosk.ledger.ledger_file import LedgerFile

# How long a transaction waits for the lock that another holds, before the visitor is sent to the staff.
LOCK_WAIT_SECONDS = 5.0
# How long somebody waits for it who comes again in a second.
_MOMENT_SECONDS = 0.2
_waits_a_moment: ContextVar[bool] = ContextVar("waits_a_moment", default=False)

# From 3.7.0 on and before this release, two connections in WAL mode could corrupt the file, though rarely:
# https://www.sqlite.org/wal.html#walresetbug
_WAL_IS_SAFE_SINCE = (3, 51, 3)

# What takes SQLite's lock, by whether the transaction may write; PostgreSQL's driver begins by itself.
_LOCK = {False: "SELECT 1 FROM sqlite_master LIMIT 1", True: "BEGIN IMMEDIATE"}
_WRITING = "writing"

# SQLite's own waiting sleeps longer and longer, up to 100 ms. Beside a door that commits 40 times a second to
# a busy disk, whoever reads would hardly ever wake while the lock is free: the page was seen to wait for 3 s.
_NAP_SECONDS = 0.002
# Until so many pages (64 MB) have changed, nothing of a transaction goes to the file before its commit: from
# then on nobody could read beside it. SQLite's own is 500; an import of 50,000 appointments changes 4,000.
_PAGES_UNTIL_SPILL = 16_384
# A commit keeps new readers out, and those that are in read for less than half a millisecond.
_NAP_BEFORE_COMMIT_SECONDS = 0.0002


@dataclass(frozen=True, slots=True)
class Durability:
    """SQLite's journal mode and sync level; in both pairs a commit is on the disk when it returns."""

    journal_mode: str
    synchronous: str
    synchronous_level: int


_ROLLBACK_JOURNAL = Durability("delete", "EXTRA", 3)
_WRITE_AHEAD_LOG = Durability("wal", "FULL", 2)


def durability_of(sqlite_version: tuple[int, ...]) -> Durability:
    """Return what a version of the SQLite library is run with."""
    return _WRITE_AHEAD_LOG if sqlite_version >= _WAL_IS_SAFE_SINCE else _ROLLBACK_JOURNAL


@contextmanager
def waiting_a_moment() -> Iterator[None]:
    """Within the block this thread waits for the lock for a moment only: raises LedgerBusyError the sooner.

    It is for what is tried again soon, and must not keep a visitor waiting in line behind it.
    """
    before = _waits_a_moment.set(True)
    try:
        yield
    finally:
        _waits_a_moment.reset(before)


def _lock_wait() -> float:
    return min(_MOMENT_SECONDS, LOCK_WAIT_SECONDS) if _waits_a_moment.get() else LOCK_WAIT_SECONDS


@dataclass(frozen=True, slots=True)
class Direct:
    """The driver's own connection, without SQLAlchemy in between, and the dialect that it speaks."""

    driver: Any
    dialect: Dialect


class Database:
    """A pool of connections to one SQLite file or one PostgreSQL database; threads may share it."""

    def __init__(self, url: str, *, may_begin: bool = True) -> None:
        """Connect on first use. Raises LedgerUnreachableError if `url` is no address of a ledger.

        Without `may_begin` there was a ledger before: raises LedgerLostError for a file that is not there.
        """
        address = address_of(url)
        self.is_sqlite = address.get_backend_name() == "sqlite"
        self.place = place_of(address)
        self._file: LedgerFile | None = None
        # What SQLite calls a URI is left to it.
        if self.is_sqlite and not address.query.get("uri"):
            self._file = LedgerFile(Path(self.place), may_begin=may_begin)
            # A connection that the pool makes later shall not make a file that has gone meanwhile.
            address = address.set(database=self._file.path.as_uri(), query={"mode": "rw", "uri": "true"})
        self._engine = _sqlite_engine(address) if self.is_sqlite else _postgresql_engine(address)
        self._driver_error: type[Exception] = self._engine.dialect.loaded_dbapi.Error
        self._writing_engine = self._engine.execution_options(**{_WRITING: True})

    def check_not_lost(self) -> None:
        """Raise LedgerLostError if the file is missing or empty; a server is asked for its tables instead."""
        if self._file is not None:
            self._file.check_not_lost()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and does not hold back writers for long."""
        with self._transaction(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write; on SQLite it holds the write lock from its beginning."""
        with self._transaction(self._writing_engine) as connection:
            yield connection

    @contextmanager
    def direct(self, *, writing: bool) -> Iterator[Direct]:
        """A transaction as `reading` or `writing`, for prepared statements only.

        SQLAlchemy's own takes about 200 microseconds to begin and end, this one 30.
        """
        if self._file is not None:
            self._file.check_not_moved()
        with named_errors(self.place, self._driver_error):
            pooled = self._engine.raw_connection()
            driver: Any = pooled.driver_connection
            try:
                if self.is_sqlite:
                    _begin_sqlite(driver, writing=writing)
                elif writing and _waits_a_moment.get():
                    driver.execute(f"SET LOCAL lock_timeout = {_lock_wait() * 1000:.0f}")
                yield Direct(driver, self._engine.dialect)
                if self.is_sqlite:
                    _by_naps(driver, driver.commit, _NAP_BEFORE_COMMIT_SECONDS)
                else:
                    driver.commit()
            except BaseException:
                try:
                    driver.rollback()
                except self._driver_error:
                    # The server is gone: the pool shall not hand out this connection again.
                    pooled.invalidate()
                raise
            finally:
                pooled.close()

    @contextmanager
    def outside_transactions(self) -> Iterator[Any]:
        """The driver's connection for statements that no transaction takes; each stands for itself."""
        with named_errors(self.place, self._driver_error):
            pooled = self._engine.raw_connection()
            driver: Any = pooled.driver_connection
            try:
                if not self.is_sqlite:
                    driver.autocommit = True
                yield driver
            finally:
                if not self.is_sqlite and not driver.closed:
                    driver.autocommit = False
                pooled.close()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        if self._file is not None:
            self._file.check_not_moved()
        with named_errors(self.place, self._driver_error), engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def _sqlite_engine(address: URL) -> Engine:
    # The sqlite3 module shall begin no transaction by itself: `_begin_sqlite` does.
    engine = create_engine(
        address, connect_args={"isolation_level": None}, paramstyle="named", hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_of_sqlalchemy)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Set what SQLite keeps per connection, and make sure that it took it."""
    wanted = durability_of(sqlite3.sqlite_version_info)
    connection.execute(_waiting())
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_spill = {_PAGES_UNTIL_SPILL}")
    # Deleted names are overwritten in the file and not only forgotten; few builds do that by themselves.
    connection.execute("PRAGMA secure_delete = ON")
    (journal_mode,) = connection.execute(f"PRAGMA journal_mode = {wanted.journal_mode}").fetchone()
    connection.execute(f"PRAGMA synchronous = {wanted.synchronous}")
    (level,) = connection.execute("PRAGMA synchronous").fetchone()
    if (journal_mode, level) != (wanted.journal_mode, wanted.synchronous_level):
        raise LedgerUnreachableError(
            f"SQLite keeps the journal mode {journal_mode!r} and the sync level {level} in place of "
            f"{wanted.journal_mode!r} and {wanted.synchronous_level}: a power cut could lose entries. "
            "Keep the ledger on a local disk."
        )


def _begin_of_sqlalchemy(connection: Connection) -> None:
    """Begin the transaction that SQLAlchemy thinks of, with the write lock if it may write."""
    driver: Any = connection.connection.driver_connection
    _begin_sqlite(driver, writing=bool(connection.get_execution_options().get(_WRITING, False)))


def _begin_sqlite(driver: sqlite3.Connection, *, writing: bool) -> None:
    """Begin a transaction that has its lock already."""
    if not writing:
        driver.execute("BEGIN")
    _by_naps(driver, lambda: driver.execute(_LOCK[writing]).fetchall(), _NAP_SECONDS)


def _by_naps(driver: sqlite3.Connection, act: Callable[[], object], nap_seconds: float) -> None:
    """Do what needs a lock, and wait for it by short naps, as long as for any other."""
    until = time.monotonic() + _lock_wait()
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                act()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                    raise
            else:
                return
            time.sleep(nap_seconds)
    finally:
        # Statements that need more than the lock of their transaction wait in SQLite's own way.
        driver.execute(_waiting())


def _waiting() -> str:
    return f"PRAGMA busy_timeout = {LOCK_WAIT_SECONDS * 1000:.0f}"


def _postgresql_engine(address: URL) -> Engine:
    # Asked before each transaction, a server that was restarted since the last scan fails no scan.
    try:
        engine = create_engine(
            address, connect_args=_POSTGRESQL_ARGUMENTS, pool_pre_ping=True, hide_parameters=True
        )
    except ModuleNotFoundError as error:
        raise LedgerUnreachableError(
            "PostgreSQL's driver is not installed. Install it: pip install 'kiosk[postgresql]'"
        ) from error
    event.listen(engine, "connect", _prepare_postgresql)
    return engine


_POSTGRESQL_ARGUMENTS: dict[str, Any] = {
    "connect_timeout": 5,
    "application_name": "kiosk",
    # A server that vanished without a word is noticed within half a minute.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}


def _prepare_postgresql(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg is an extra
    """Set what PostgreSQL keeps per connection, whatever the server's own settings are."""
    connection.execute(f"SET lock_timeout = {LOCK_WAIT_SECONDS * 1000:.0f}")
    connection.execute("SET synchronous_commit = on")
    # The lock on the count waits for others and then reads what they left; a stricter level fails instead.
    connection.execute("SET default_transaction_isolation = 'read committed'")
    connection.commit()
