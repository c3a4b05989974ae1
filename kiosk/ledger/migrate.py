"""Bringing a database to the schema of this program. Imported only when it is not there: Alembic is slow."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from kiosk.ledger.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"

# Any number will do as long as nothing else in the same PostgreSQL database locks it.
_MIGRATION_LOCK = 7_202_109_201


def migrate(database: Database, to: str = "head") -> None:
    """Run the migrations up to `to` that are missing as one; of programs that start at once, one does."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, to)
