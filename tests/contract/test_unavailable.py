"""What the world can do to a ledger, done to a real one: each has a name and a mend, and loses nothing."""

import resource
import shutil
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import Declined
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.ledger.book import apply_changes, rows_of
from kiosk.ledger.database import Database, waiting_a_moment
from kiosk.ledger.errors import (
    LedgerBusyError,
    LedgerCorruptedError,
    LedgerError,
    LedgerFullError,
    LedgerLostError,
    LedgerMisuseError,
    LedgerReadOnlyError,
    LedgerUnavailableError,
    LedgerUnreachableError,
)
from kiosk.ledger.ledger import Ledger
from tests.building import an_appointment, an_event, at, entered
from tests.contract.conftest import PostgreSQL, Store, held_by_another


def append(ledger: Ledger, name: str = "scan") -> None:
    with ledger.transaction() as transaction:
        transaction.append(an_event(Declined(None), name=name))


def append_many(ledger: Ledger) -> None:
    for number in range(100):
        append(ledger, f"scan {number}")


@pytest.mark.usefixtures("impatient")
def test_a_lock_that_another_program_holds_is_named_and_the_next_scan_goes_through(store: Store) -> None:
    ledger = store.open()
    with held_by_another(store), pytest.raises(LedgerBusyError, match="the next scan tries again"):
        append(ledger)
    append(ledger)
    assert [each.seq for each in ledger.events()] == [1]
    ledger.close()


@pytest.mark.usefixtures("impatient")
def test_reading_goes_on_while_another_program_decides(store: Store) -> None:
    ledger = store.open()
    with held_by_another(store):
        assert ledger.house() == EMPTY_HOUSE
    ledger.close()


@pytest.mark.usefixtures("impatient")
def test_reading_goes_on_while_a_long_list_is_taken_in(store: Store) -> None:
    ledger = store.open()
    listed = tuple(an_appointment(f"guest {number}", at("09:00")) for number in range(8_000))
    with ledger._database.direct(writing=True) as direct:
        apply_changes(direct, rows_of(AppointmentChanges(new=listed)))
        assert ledger.house() == EMPTY_HOUSE
        assert ledger.appointments(at("08:00"), at("10:00")) == ()
    assert len(ledger.appointments(at("08:00"), at("10:00"))) == len(listed)
    ledger.close()


def test_what_is_tried_again_soon_waits_for_a_lock_for_a_moment_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ledger.database.LOCK_WAIT_SECONDS", 600.0)
    ledger = store.open()
    with held_by_another(store), waiting_a_moment(), pytest.raises(LedgerBusyError):
        append(ledger)
    with waiting_a_moment():
        append(ledger)
    ledger.close()


def test_whoever_waits_for_a_lock_naps_as_short_as_a_commit(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = sqlite_store.open()
    ledger.house()
    with ExitStack() as held:
        held.enter_context(held_by_another(sqlite_store, "BEGIN EXCLUSIVE"))
        naps: list[float] = []

        def nap(seconds: float) -> None:
            naps.append(seconds)
            held.close()

        monkeypatch.setattr("kiosk.ledger.database.time.sleep", nap)
        assert ledger.house() == EMPTY_HOUSE
        held.enter_context(held_by_another(sqlite_store))
        append(ledger)
    # SQLite's own waiting sleeps for up to 100 ms at a time, and beside a busy door never wakes in time.
    readers_wait = ledger.health().journal_mode != "wal"
    assert len(naps) == (2 if readers_wait else 1)
    assert max(naps) <= 0.005
    ledger.close()


def test_a_commit_that_waits_for_a_reader_goes_on_as_soon_as_that_has_read(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = sqlite_store.open()
    if ledger.health().journal_mode == "wal":
        pytest.skip("a write-ahead log is written whatever is being read")
    naps: list[float] = []
    with ExitStack() as held:

        def nap(seconds: float) -> None:
            naps.append(seconds)
            held.close()

        held.enter_context(held_by_another(sqlite_store, "BEGIN"))
        monkeypatch.setattr("kiosk.ledger.database.time.sleep", nap)
        append(ledger)
    # The first of SQLite's own naps is of 1 ms, and they grow.
    assert len(naps) == 1
    assert naps[0] < 0.001
    ledger.close()


@pytest.mark.usefixtures("impatient")
def test_a_reader_that_keeps_a_commit_waiting_too_long_is_named_and_nothing_counts(
    sqlite_store: Store,
) -> None:
    ledger = sqlite_store.open()
    if ledger.health().journal_mode == "wal":
        pytest.skip("a write-ahead log is written whatever is being read")
    with held_by_another(sqlite_store, "BEGIN"), pytest.raises(LedgerBusyError):
        append(ledger)
    assert list(ledger.events()) == []
    append(ledger)
    assert ledger.verify().flaw is None
    ledger.close()


def test_a_full_disk_is_named_and_nothing_is_lost(sqlite_store: Store) -> None:
    ledger = sqlite_store.open()
    append(ledger, "before")
    with ledger._database.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(LedgerFullError, match="Free space on its disk; nothing that was recorded is lost"):
        append_many(ledger)
    with ledger._database.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    append(ledger, "after")
    ids = [each.event.id for each in ledger.events()]
    assert (ids[0], ids[-1]) == ("before", "after")
    assert ledger.verify().flaw is None
    ledger.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_that_may_not_grow_is_named_and_nothing_is_lost(sqlite_store: Store) -> None:
    ledger = sqlite_store.open()
    append(ledger, "before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (sqlite_store.file.stat().st_size, hard))
    try:
        with pytest.raises((LedgerUnreachableError, LedgerFullError)):
            append_many(ledger)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    append(ledger, "after")
    assert ledger.verify().flaw is None
    ledger.close()


def test_a_ledger_that_may_only_be_read_says_so_and_can_be_read(store: Store) -> None:
    ledger = store.open()
    append(ledger)
    ledger.close()
    if store.is_sqlite:
        read_only = Store(f"sqlite:///file:{store.file}?mode=ro&uri=true", store.key_file)
    else:
        read_only = Store(f"{store.url}&options=-cdefault_transaction_read_only%3Don", store.key_file)
    ledger = read_only.open()
    assert len(list(ledger.events())) == 1
    assert ledger.verify().flaw is None
    with pytest.raises(LedgerReadOnlyError, match="the right to write"):
        append(ledger, "another")
    ledger.close()


def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    file.write_bytes(b"This is a letter to the office. " * 100)
    with pytest.raises(LedgerCorruptedError, match="is damaged or is no ledger"):
        Ledger.open(f"sqlite:///{file}", tmp_path / "letters.key")
    assert file.read_bytes() == b"This is a letter to the office. " * 100


def test_a_garbled_file_is_named(sqlite_store: Store) -> None:
    ledger = sqlite_store.open()
    for number in range(30):
        append(ledger, f"scan {number}")
    ledger.close()
    content = bytearray(sqlite_store.file.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xaa" * 100
    sqlite_store.file.write_bytes(content)
    with pytest.raises(LedgerCorruptedError, match="restore the last backup"):
        Ledger.open(sqlite_store.url, sqlite_store.key_file).house()


def test_a_file_that_was_emptied_is_no_ledger_and_no_fault_of_the_program(sqlite_store: Store) -> None:
    ledger = sqlite_store.open()
    append(ledger, "before")
    sqlite_store.file.write_bytes(b"")
    with pytest.raises(LedgerCorruptedError, match="restore the last backup"):
        ledger.since(0)
    ledger.close()


def test_a_lost_ledger_is_not_begun_anew(empty_store: Store) -> None:
    empty_store.key_file.write_bytes(bytes(32))
    empty_store.key_file.chmod(0o600)
    for _ in range(2):
        with pytest.raises(LedgerLostError, match=r"is gone: .* restore the last backup"):
            empty_store.open()
    assert not (empty_store.is_sqlite and empty_store.file.exists())
    empty_store.key_file.unlink()
    empty_store.open().close()


def test_an_emptied_file_is_a_lost_ledger_and_stays_as_it_is(sqlite_store: Store) -> None:
    whole = sqlite_store.file.read_bytes()
    sqlite_store.file.write_bytes(b"")
    with pytest.raises(LedgerLostError, match="move the key file away"):
        sqlite_store.open()
    assert sqlite_store.file.read_bytes() == b""
    sqlite_store.file.write_bytes(whole)
    sqlite_store.open().close()


def test_a_first_start_that_was_cut_off_goes_on_with_its_key(
    store: Store, behind_the_back: Callable[..., None]
) -> None:
    behind_the_back("DELETE FROM letter_key")
    store.open().close()


def test_a_file_in_the_place_of_the_ledger_is_not_told_of_and_the_old_one_neither(
    sqlite_store: Store,
) -> None:
    ledger = sqlite_store.open()
    append(ledger, "before")
    elsewhere = sqlite_store.file.with_name("elsewhere.db")
    shutil.copyfile(sqlite_store.file, elsewhere)
    sqlite_store.file.rename(sqlite_store.file.with_name("unmounted.db"))
    for ask in (ledger.house, ledger.staff, lambda: ledger.appointments(at("08:00"), at("09:00"))):
        with pytest.raises(LedgerUnreachableError, match="was moved, deleted or replaced"):
            ask()
    assert not sqlite_store.file.exists()
    elsewhere.rename(sqlite_store.file)
    with pytest.raises(LedgerUnreachableError, match="was moved, deleted or replaced"):
        ledger.house()
    sqlite_store.file.with_name("unmounted.db").replace(sqlite_store.file)
    assert ledger.newest().seq == 1
    ledger.close()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////nowhere/at/all/ledger.db",
        "postgresql+psycopg://guard:sesame@127.0.0.1:1/office",
        "postgresql+psycopg:///office?host=/nowhere/at/all",
    ],
)
def test_what_is_not_there_is_named_with_its_place_and_without_its_password(url: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerUnreachableError) as raised:
        Ledger.open(url, tmp_path / "letters.key")
    assert "nowhere/at/all" in str(raised.value) or "office on 127.0.0.1" in str(raised.value)
    assert "sesame" not in str(raised.value)
    assert not (tmp_path / "letters.key").exists()


def test_a_server_that_goes_in_the_middle_is_named_and_nothing_counts_twice(
    postgresql: PostgreSQL, postgresql_store: Store
) -> None:
    ledger = postgresql_store.open()
    append(ledger, "before")

    def scan_while_the_power_goes() -> None:
        with ledger.transaction() as transaction:
            transaction.append(an_event(entered("a"), name="a"))
            postgresql.stop()

    with pytest.raises(LedgerUnreachableError, match="its server"):
        scan_while_the_power_goes()
    with pytest.raises(LedgerUnreachableError):
        append(ledger, "while it is gone")
    postgresql.start()
    with ledger.transaction() as transaction:
        assert transaction.event(an_event(entered("a"), name="a").id) is None
        transaction.append(an_event(entered("a"), name="a"))
    assert [each.event.id for each in ledger.events()] == ["before", "a"]
    assert ledger.verify().flaw is None
    ledger.close()


def test_a_server_that_was_restarted_between_two_scans_fails_neither(
    postgresql: PostgreSQL, postgresql_store: Store
) -> None:
    ledger = postgresql_store.open()
    append(ledger, "before")
    postgresql.stop()
    postgresql.start()
    append(ledger, "after")
    assert [each.event.id for each in ledger.events()] == ["before", "after"]
    ledger.close()


@pytest.mark.parametrize(
    ("sqlstate", "name"),
    [
        ("55P03", LedgerBusyError),
        ("57014", LedgerBusyError),
        ("40001", LedgerBusyError),
        ("40P01", LedgerBusyError),
        ("53100", LedgerFullError),
        ("53300", LedgerUnreachableError),
        ("25006", LedgerReadOnlyError),
        ("42501", LedgerReadOnlyError),
        ("XX001", LedgerCorruptedError),
        ("57P03", LedgerUnreachableError),
        ("58030", LedgerUnreachableError),
        ("42P01", LedgerCorruptedError),
        ("23505", LedgerMisuseError),
    ],
)
def test_what_the_server_says_has_a_name(
    postgresql_store: Store, sqlstate: str, name: type[LedgerError]
) -> None:
    database = Database(postgresql_store.url)
    with pytest.raises(name) as raised, database.writing() as connection:
        connection.exec_driver_sql(
            f"DO $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = '{sqlstate}'; END $$"
        )
    assert "as told" in str(raised.value)
    assert database.place in str(raised.value)
    assert isinstance(raised.value, LedgerUnavailableError) == (name is not LedgerMisuseError)
    database.close()
