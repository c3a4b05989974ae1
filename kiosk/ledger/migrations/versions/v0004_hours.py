"""Where the events of each hour are."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_HOUR = 3_600_000_000  # in microseconds, as times are stored


def upgrade() -> None:
    """Make the table for the events that are there, and the trigger for those to come."""
    op.create_table(
        "event_hour",
        sa.Column("seq", _ROW_NUMBER, autoincrement=False, nullable=False),
        sa.Column("hour", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_event_hour"),
    )
    op.create_index("ix_event_hour_hour", "event_hour", ["hour"])
    op.execute(_FILL)
    triggers = _SQLITE_TRIGGERS if op.get_context().dialect.name == "sqlite" else _POSTGRESQL_TRIGGERS
    for trigger in triggers:
        op.execute(trigger)


_FILL = f"""
    INSERT INTO event_hour (seq, hour)
    SELECT seq, hour FROM (
        SELECT seq, at / {_HOUR} AS hour, lag(at / {_HOUR}) OVER (ORDER BY seq) AS hour_before FROM event
    ) AS hours
    WHERE hour_before IS NULL OR hour_before <> hour
    """  # noqa: S608 - of our own making

_SQLITE_TRIGGERS = (
    f"""
    CREATE TRIGGER event_begins_an_hour AFTER INSERT ON event
    WHEN NEW.at / {_HOUR} IS NOT (SELECT at / {_HOUR} FROM event WHERE seq = NEW.seq - 1)
    BEGIN INSERT INTO event_hour (seq, hour) VALUES (NEW.seq, NEW.at / {_HOUR}); END
    """,  # noqa: S608 - of our own making
)

_POSTGRESQL_TRIGGERS = (
    f"""
    CREATE FUNCTION note_hour() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.at / {_HOUR} IS DISTINCT FROM (SELECT at / {_HOUR} FROM event WHERE seq = NEW.seq - 1) THEN
            INSERT INTO event_hour (seq, hour) VALUES (NEW.seq, NEW.at / {_HOUR});
        END IF;
        RETURN NULL;
    END
    $$
    """,  # noqa: S608 - of our own making
    """
    CREATE TRIGGER event_begins_an_hour AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION note_hour()
    """,
)
