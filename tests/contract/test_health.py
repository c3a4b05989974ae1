"""What the doctor is told of the ledger."""

import sqlite3

from kiosk.core.events import Declined
from kiosk.ledger.database import durability_of
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.version import SCHEMA_VERSION
from tests.building import an_event
from tests.contract.conftest import Store


def test_health_tells_what_the_ledger_stands_on(ledger: Ledger, store: Store) -> None:
    with ledger.transaction() as transaction:
        transaction.append(an_event(Declined(None)))
    health = ledger.health()
    assert (health.schema_version, health.events) == (SCHEMA_VERSION, 1)
    if store.is_sqlite:
        wanted = durability_of(sqlite3.sqlite_version_info)
        assert (health.backend, health.version) == ("SQLite", sqlite3.sqlite_version)
        assert (health.journal_mode, health.sync_level) == (wanted.journal_mode, wanted.synchronous.lower())
        assert health.size == store.file.stat().st_size
        assert health.place == str(store.file)
    else:
        assert health.backend == "PostgreSQL"
        assert int(health.version.split(".")[0]) >= 16
        assert health.sync_level == "on"
        assert health.size > 1_000_000
