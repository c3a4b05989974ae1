import builtins
import errno
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from kiosk.ledger import database
from kiosk.ledger.database import Database, Durability, durability_of
from kiosk.ledger.errors import LedgerUnreachableError
from kiosk.ledger.ledger import Ledger


@pytest.mark.parametrize(
    ("version", "journal_mode", "synchronous"),
    [
        ((3, 40, 1), "delete", "EXTRA"),
        ((3, 51, 2), "delete", "EXTRA"),
        ((3, 51, 3), "wal", "FULL"),
        ((3, 52, 0), "wal", "FULL"),
        ((4, 0, 0), "wal", "FULL"),
    ],
)
def test_the_write_ahead_log_is_used_where_it_is_safe(
    version: tuple[int, ...], journal_mode: str, synchronous: str
) -> None:
    durability = durability_of(version)
    assert (durability.journal_mode, durability.synchronous) == (journal_mode, synchronous)


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 3)])
def test_both_ways_of_keeping_a_commit_work(
    version: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = durability_of(version)
    monkeypatch.setattr(database, "durability_of", lambda _version: wanted)
    ledger = Ledger.open(f"sqlite:///{tmp_path}/ledger.db", tmp_path / "letters.key")
    health = ledger.health()
    ledger.close()
    assert (health.journal_mode, health.sync_level) == (wanted.journal_mode, wanted.synchronous.lower())


def test_a_file_that_cannot_be_kept_safe_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = Durability("undecided", "FULL", 2)
    monkeypatch.setattr(database, "durability_of", lambda _version: unknown)
    with pytest.raises(LedgerUnreachableError, match="a power cut could lose entries"):
        Ledger.open(f"sqlite:///{tmp_path}/ledger.db", tmp_path / "letters.key")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in other ways")
def test_a_new_ledger_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    Ledger.open(f"sqlite:///{tmp_path}/ledger.db", tmp_path / "letters.key").close()
    assert (tmp_path / "ledger.db").stat().st_mode & 0o777 == 0o600


def test_a_ledger_of_another_user_is_told_from_one_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Ledger.open(f"sqlite:///{tmp_path}/ledger.db", tmp_path / "letters.key").close()
    # The tests may run as root, who may read everything.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(LedgerUnreachableError, match=r"ledger\.db belongs to another user, .* as that user"):
        Ledger.open(f"sqlite:///{tmp_path}/ledger.db", tmp_path / "letters.key")


def test_a_ledger_in_a_folder_that_is_closed_is_told_as_any_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_closed(*_arguments: object, **_more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "stat", is_closed)
    monkeypatch.setattr(os, "open", is_closed)
    with pytest.raises(LedgerUnreachableError, match=r"cannot be created \(Permission denied\)"):
        Ledger.open(f"sqlite:///{tmp_path}/ledger.db", tmp_path / "letters.key")


def test_deleted_content_is_overwritten_whatever_the_library_was_built_with(tmp_path: Path) -> None:
    opened = Database(f"sqlite:///{tmp_path}/ledger.db")
    with opened.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    opened.close()


@pytest.mark.parametrize("begin", [Database.reading, Database.writing])
def test_within_a_transaction_whatever_needs_another_lock_waits_for_it(
    tmp_path: Path, begin: Callable[[Database], AbstractContextManager[Connection]]
) -> None:
    opened = Database(f"sqlite:///{tmp_path}/ledger.db")
    with begin(opened) as connection:
        waits = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    assert waits == database.LOCK_WAIT_SECONDS * 1000
    opened.close()


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_RECOVERY, sqlite3.SQLITE_BUSY_SNAPSHOT]
)
def test_a_lock_is_waited_for_whatever_it_is_held_for(code: int) -> None:
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = code
    held = [busy, busy]

    def act() -> None:
        if held:
            raise held.pop()

    with closing(sqlite3.connect(":memory:")) as driver:
        database._by_naps(driver, act, 0.0)
    assert not held


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ledger.db",
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://guard:sesame@host/office",
        "postgresql://guard:sesame@host/office",
        "sqlite+aiosqlite:///ledger.db",
    ],
)
def test_an_address_of_no_ledger_is_refused_with_what_would_be_one(url: str) -> None:
    with pytest.raises(LedgerUnreachableError, match="Write sqlite:///FILE or") as raised:
        Database(url)
    assert "sesame" not in str(raised.value)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import_module: Callable[..., Any] = builtins.__import__

    def without_psycopg(name: str, *arguments: Any) -> Any:  # noqa: ANN401 - as the built-in function
        if name.startswith("psycopg"):
            raise ModuleNotFoundError(name)
        return import_module(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", without_psycopg)
    with pytest.raises(LedgerUnreachableError, match=r"pip install 'kiosk\[postgresql\]'"):
        Database("postgresql+psycopg://host/office")


def test_an_error_of_sqlite_without_a_code_is_the_programs_own_fault(tmp_path: Path) -> None:
    opened = Database(f"sqlite:///{tmp_path}/ledger.db")
    with pytest.raises(Exception, match="report it") as raised, opened.reading():
        raise sqlite3.ProgrammingError("Cannot operate on a closed database.")
    assert type(raised.value).__name__ == "LedgerMisuseError"
    opened.close()
