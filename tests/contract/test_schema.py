"""The migrations make exactly the described tables, and a start runs them only when it has to."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect

from kiosk.clock import now_utc
from kiosk.core.appointment import AppointmentId
from kiosk.core.events import Declined
from kiosk.core.ids import RulesId
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.person import Person
from kiosk.core.rule_events import RulesWithdrawn
from kiosk.ledger.codec import house_from_text
from kiosk.ledger.database import Database
from kiosk.ledger.errors import LedgerCorruptedError, LedgerKeyError, LedgerSchemaError
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.marks import OF_LETTERS, key_of
from kiosk.ledger.migrate import MIGRATIONS, migrate
from kiosk.ledger.schema import metadata
from kiosk.ledger.version import SCHEMA_VERSION
from tests.building import an_event, at, rules_entered
from tests.contract.conftest import PostgreSQL, Store


def by_name(things: Iterable[Any]) -> list[Any]:
    return sorted(things, key=lambda each: str(each["name"]))


def index_of(told: dict[str, Any]) -> dict[str, Any]:
    # The condition of an index of some rows comes as a clause, and no clause equals another.
    options = {name: str(option) for name, option in told.get("dialect_options", {}).items()}
    return told | {"dialect_options": options}


def structure(connection: Connection) -> dict[str, object]:
    """Return all that the database knows of its tables, but for the migrations' own."""
    inspector = inspect(connection)
    return {
        table: {
            "columns": [
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(table)
            ],
            "primary key": inspector.get_pk_constraint(table),
            "unique": by_name(inspector.get_unique_constraints(table)),
            "checks": inspector.get_check_constraints(table),
            "foreign keys": inspector.get_foreign_keys(table),
            "indexes": [index_of(each) for each in by_name(inspector.get_indexes(table))],
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


@pytest.fixture
def described(empty_store: Store, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A database in which SQLAlchemy made the tables straight from their description."""
    if empty_store.is_sqlite:
        engine = create_engine("sqlite://")
    else:
        server: PostgreSQL = request.getfixturevalue("postgresql")
        engine = create_engine(server.empty_database())
    metadata.create_all(engine)
    yield engine
    engine.dispose()


def test_the_migrations_make_exactly_the_described_tables(empty_store: Store, described: Engine) -> None:
    empty_store.open().close()
    migrated = create_engine(empty_store.url)
    with migrated.connect() as by_migrations, described.connect() as by_description:
        assert structure(by_migrations) == structure(by_description)
    migrated.dispose()


def test_the_program_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA_VERSION]


def test_a_new_ledger_holds_an_empty_house(store: Store) -> None:
    database = Database(store.url)
    with database.reading() as connection:
        text = connection.exec_driver_sql("SELECT house FROM occupancy").scalar()
    database.close()
    assert isinstance(text, str)
    assert house_from_text(text) == EMPTY_HOUSE


def test_programs_that_start_at_once_make_one_ledger(empty_store: Store) -> None:
    marks: set[bytes] = set()

    def start() -> None:
        ledger = empty_store.open()
        marks.add(ledger._key.mark)
        ledger.close()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(marks) == 1


def test_a_ledger_of_a_newer_program_is_left_alone(store: Store) -> None:
    run(store, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerSchemaError, match="Install the newer program"):
        store.open()
    run(store, f"UPDATE alembic_version SET version_num = '{SCHEMA_VERSION}'")  # noqa: S608 - of our own making
    store.open().close()


def run(store: Store, statement: str) -> None:
    if store.is_sqlite:
        with closing(sqlite3.connect(store.file, isolation_level=None)) as file:
            file.execute(statement)
    else:
        with psycopg.connect(store.url.replace("+psycopg", ""), autocommit=True) as server:
            server.execute(statement.encode())


@contextmanager
def older(store: Store, revision: str) -> Iterator[Ledger]:
    """Give a ledger of an older schema; it takes events, and nothing that the schema does not know."""
    database = Database(store.url)
    migrate(database, revision)
    with closing(Ledger(database, key_of(database, store.key_file, OF_LETTERS), now_utc)) as ledger:
        yield ledger


def test_no_ledger_is_begun_in_the_file_of_another_program(tmp_path: Path) -> None:
    file = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(file)) as theirs:
        theirs.execute("CREATE TABLE place (name TEXT)")
    before = file.read_bytes()
    with pytest.raises(LedgerCorruptedError, match="database of another program, with the table place"):
        Ledger.open(f"sqlite:///{file}", tmp_path / "letters.key")
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_people_of_an_older_ledger_are_kept(empty_store: Store) -> None:
    with older(empty_store, "0004"):
        run(
            empty_store,
            "INSERT INTO appointment (id, external_id, area, starts_at, duration, party, status, language) "
            "VALUES ('a', 'a', 'benefits', 0, 1800, 1, 'booked', 'de')",
        )
        run(empty_store, "INSERT INTO person (appointment, name) VALUES ('a', 'Erika Muster')")
    with closing(empty_store.open()) as ledger:
        assert ledger.person_of(AppointmentId("a")) == Person("Erika Muster")


def test_a_ledger_that_is_older_than_its_hours_finds_its_events_by_time(empty_store: Store) -> None:
    times = [at("09:10"), at("09:50"), at("11:00"), at("09:20"), at("12:00")]
    with older(empty_store, "0003") as ledger, ledger.transaction() as transaction:
        for when in times[:-1]:
            transaction.append(an_event(Declined(None), when, name=f"{when:%H:%M}"))
    with closing(empty_store.open()) as ledger:
        with ledger.transaction() as transaction:
            transaction.append(an_event(Declined(None), times[-1], name="later"))
        found = [each.event.at for each in ledger.events_between(at("09:00"), at("10:00"))]
        assert found == [times[0], times[1], times[3]]
        assert [each.event.at for each in ledger.events_between(at("12:00"), at("13:00"))] == times[-1:]


def test_a_ledger_that_is_older_than_their_index_finds_its_events_about_rules(empty_store: Store) -> None:
    entered = an_event(rules_entered("noon", 10), name="entered")
    withdrawn = an_event(RulesWithdrawn(RulesId("noon"), None), name="withdrawn")
    with older(empty_store, "0009") as ledger, ledger.transaction() as transaction:
        for event in (an_event(Declined(None), name="before"), entered):
            transaction.append(event)
    with closing(empty_store.open()) as ledger:
        with ledger.transaction() as transaction:
            transaction.append(withdrawn)
        assert [each.event for each in ledger.rule_events()] == [entered, withdrawn]


def test_a_usual_start_does_not_wait_for_alembic(sqlite_store: Store) -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.ledger.ledger import Ledger;"
        f"Ledger.open({sqlite_store.url!r}, Path({str(sqlite_store.key_file)!r})).house();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_key_of_another_ledger_is_refused(store: Store, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    Ledger.open(f"sqlite:///{other}/ledger.db", other / "letters.key").close()
    with pytest.raises(LedgerKeyError, match="no letter would be known"):
        Ledger.open(store.url, other / "letters.key")


def test_a_ledger_whose_key_is_lost_gets_no_new_one(store: Store, tmp_path: Path) -> None:
    with pytest.raises(LedgerKeyError, match="Restore it from the backup"):
        Ledger.open(store.url, tmp_path / "nowhere.key")
    assert not (tmp_path / "nowhere.key").exists()
