"""`kiosk backup`: what is in it opens the office again, and nothing that is not whole is called a backup."""

import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.clock import now_utc
from kiosk.commands import backup as command
from kiosk.core.code import Code
from kiosk.core.events import Declined
from kiosk.gate.passing_time import append_all
from kiosk.ledger.copying import PATIENCE_SECONDS, copy_of_file
from kiosk.ledger.errors import LedgerBusyError, LedgerCorruptedError, LedgerUnreachableError
from tests.premises import Entry, Premises, make_premises
from tests.unit.commands.conftest import Kiosk

CODE = Code(101)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Another disk, on which backups are put."""
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.fixture
def expecting(kiosk: Kiosk, premises: Premises) -> Premises:
    """The office, which expects one party whose letter is out."""
    premises.write_list(Entry("AZ-1", party=2))
    assert kiosk("appointments", "import", "termine.csv").exit_code == 0
    with premises.ledger() as ledger:
        (known,) = ledger.by_external_id(["AZ-1"]).values()
        ledger.issue_letters([(known, CODE)], now_utc())
    return premises


def record(premises: Premises) -> None:
    with premises.ledger() as ledger, ledger.transaction() as transaction:
        append_all(transaction, [Declined(None)], now_utc())


def test_an_office_that_is_put_back_from_its_backup_knows_its_letters_and_its_staff(
    kiosk: Kiosk, expecting: Premises, disk: Path
) -> None:
    assert kiosk("staff", "add", "--role", "admin", "--id", "weber").exit_code == 0
    made = kiosk("backup", disk)
    (folder,) = disk.iterdir()
    assert made.stdout == f"{folder}: 1 event, unbroken, the keys and the office's file\n"
    shutil.rmtree(expecting.folder)
    shutil.copytree(folder, expecting.folder)
    assert "admitted" in kiosk("scan", "--door", "main", CODE.text, "--office", expecting.office).stdout
    with expecting.ledger() as ledger:
        assert ledger.pin_key(expecting.file().pin_key_file) is not None
        assert ledger.house().inside == 2


@pytest.mark.usefixtures("expecting")
def test_a_backup_is_read_by_its_owner_alone(kiosk: Kiosk, disk: Path) -> None:
    kiosk("backup", disk)
    (folder,) = disk.iterdir()
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in (folder, *folder.iterdir())}
    assert modes == {folder.name: 0o700, "kiosk.sqlite": 0o600, "kiosk.key": 0o600, "office.toml": 0o600}


def test_a_copy_is_the_ledger_of_one_moment_whatever_is_recorded_meanwhile(
    premises: Premises, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ledger.copying._PAGES_AT_ONCE", 4)
    record(premises)
    steps: list[int] = []

    def somebody_comes(done: int, pages: int) -> None:
        assert 0 <= done <= pages
        steps.append(done)
        if len(steps) == 3:
            record(premises)

    copy = disk / "copy.sqlite"
    copy_of_file(premises.database, copy, somebody_comes)
    assert steps != sorted(steps), "what was recorded began the copy anew"
    with closing(sqlite3.connect(copy)) as file, closing(sqlite3.connect(premises.database)) as of:
        for asked in ("SELECT count(*) FROM event", "SELECT inside, hash FROM occupancy"):
            assert file.execute(asked).fetchall() == of.execute(asked).fetchall()


def test_a_ledger_that_is_never_left_alone_is_not_copied_for_ever(premises: Premises, disk: Path) -> None:
    record(premises)
    seconds = iter([0.0, PATIENCE_SECONDS + 1])
    with pytest.raises(LedgerBusyError, match="while the house is closed"):
        copy_of_file(premises.database, disk / "copy.sqlite", lambda *_: None, lambda: next(seconds))


@pytest.mark.usefixtures("expecting")
def test_a_backup_that_fails_or_is_interrupted_leaves_nothing_that_looks_like_one(
    kiosk: Kiosk, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fault, code in (
        (LedgerCorruptedError("It is damaged."), 4),
        (OSError(28, "No space left on device"), 2),
        (KeyboardInterrupt(), 130),
    ):

        def fail(*_: object, fault: BaseException = fault) -> None:
            raise fault

        monkeypatch.setattr(command, "copy_of_file", fail)
        result = kiosk("backup", disk)
        assert result.exit_code == code
        assert list(disk.iterdir()) == []


def test_a_ledger_whose_events_were_changed_is_not_taken_for_a_backup(
    kiosk: Kiosk, premises: Premises, disk: Path
) -> None:
    record(premises)
    with closing(sqlite3.connect(premises.database)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute("UPDATE event SET at = at + 1")
        file.commit()
    result = kiosk("backup", disk)
    assert (result.exit_code, list(disk.iterdir())) == (1, [])
    assert "does not hold at event 1. Run kiosk verify" in result.stderr


def test_a_ledger_that_is_not_there_is_not_made_by_its_backup(premises: Premises, disk: Path) -> None:
    with pytest.raises(LedgerUnreachableError):
        copy_of_file(premises.database, disk / "copy.sqlite", lambda *_: None)
    assert not premises.database.exists()


def test_a_folder_that_is_not_there_and_keys_that_are_not_there_are_told(
    kiosk: Kiosk, premises: Premises, disk: Path
) -> None:
    nowhere = kiosk("backup", disk / "missing")
    assert (nowhere.exit_code, nowhere.stderr) == (
        2,
        f"kiosk: there is no folder {disk / 'missing'}: make it, best on another disk\n",
    )
    before = kiosk("backup", disk)
    assert (before.exit_code, list(disk.iterdir())) == (2, [])
    assert f"{premises.file().key_file}: No such file" in before.stderr


def test_of_a_ledger_on_a_server_the_keys_are_kept_and_its_own_backup_is_named(
    tmp_path: Path, kiosk: Kiosk, disk: Path
) -> None:
    elsewhere = make_premises(tmp_path / "elsewhere", database="postgresql+psycopg://kiosk:geheim@db/kiosk")
    elsewhere.file().key_file.write_bytes(bytes(32))
    told = kiosk("backup", disk, "--office", elsewhere.office).stdout
    assert "pg_dump" in told
    assert "geheim" not in told
    (folder,) = disk.iterdir()
    assert sorted(each.name for each in folder.iterdir()) == ["kiosk.key", "office.toml"]
