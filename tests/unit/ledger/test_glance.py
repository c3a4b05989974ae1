"""The house at a glance is the ledger's house, or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.ledger.glance import glance
from kiosk.ledger.ledger import Ledger
from tests.building import an_event, at, entered


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "100% häuser #1.sqlite"


@pytest.fixture
def ledger(file: Path) -> Iterator[Ledger]:
    opened = Ledger.open(f"sqlite:///{file}", file.with_suffix(".key"))
    with opened.transaction() as transaction:
        transaction.append(an_event(entered("visit", 3), at("10:00")))
    yield opened
    opened.close()


def test_glance_sees_what_the_ledger_sees(ledger: Ledger, file: Path) -> None:
    assert glance(f"sqlite:///{file}") == ledger.house()
    assert ledger.house().inside == 3


def test_glance_needs_no_key(ledger: Ledger, file: Path) -> None:
    file.with_suffix(".key").unlink()
    assert glance(f"sqlite:///{file}") == ledger.house()


@pytest.mark.parametrize("url", ["postgresql+psycopg://host/ledger", "sqlite:///ledger.sqlite?mode=rw"])
def test_other_addresses_are_left_to_the_ledger(url: str) -> None:
    assert glance(url) is None


def test_missing_ledger_is_left_to_the_ledger_and_not_made(file: Path) -> None:
    assert glance(f"sqlite:///{file}") is None
    assert not file.exists()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE alembic_version SET version_num = '9999'",
        "UPDATE occupancy SET house = '{}'",
        "DELETE FROM occupancy",
        "DROP TABLE alembic_version",
    ],
)
@pytest.mark.usefixtures("ledger")
def test_ledger_that_is_not_as_expected_is_left_to_the_ledger(file: Path, damage: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute(damage)
    assert glance(f"sqlite:///{file}") is None


def test_file_that_is_no_database_is_left_to_the_ledger(file: Path) -> None:
    file.write_bytes(b"no database at all, but long enough to be taken for one" * 100)
    assert glance(f"sqlite:///{file}") is None
