"""Days of 26 hours, as in Troll, Antarctica: what came late in the last of them outdated no sum."""

from alembic import op
from sqlalchemy import Connection, text

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_HOUR = 3_600_000_000  # in microseconds, as times are stored
_TOO_SHORT, _LONGEST_DAY = 25 * _HOUR, 48 * _HOUR


def upgrade() -> None:
    """Let the triggers look back two days; the sums of days that were too long for them are made anew."""
    connection = op.get_bind()
    redo = _redo_triggers if connection.dialect.name == "sqlite" else _redo_functions
    redo(connection)
    op.execute(f"DELETE FROM day_sum WHERE ends_at - starts_at > {_TOO_SHORT}")  # noqa: S608 - of our own making


def _redo_triggers(connection: Connection) -> None:
    triggers = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for name, sql in triggers:
        if str(_TOO_SHORT) in sql:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
            connection.exec_driver_sql(_longer(sql))


def _redo_functions(connection: Connection) -> None:
    for name in ("outdate_sum_of_hour", "outdate_sum_of_appointment"):
        asked = text("SELECT pg_get_functiondef(CAST(:name AS regproc))")
        connection.exec_driver_sql(_longer(connection.execute(asked, {"name": name}).scalar_one()))


def _longer(sql: str) -> str:
    return sql.replace(str(_TOO_SHORT), str(_LONGEST_DAY))
