from pathlib import Path

from kiosk.ledger.address import sqlite_file


def test_a_ledger_on_a_server_has_no_file() -> None:
    assert sqlite_file("sqlite:////srv/kiosk.sqlite") == Path("/srv/kiosk.sqlite")
    assert sqlite_file("postgresql+psycopg://kiosk@db.example.org/kiosk") is None
