"""The first schema: events with their chain, who is inside, appointments, letters, people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# The fold of no events. Frozen here, like all of a migration: the program's own may have moved on.
_EMPTY_HOUSE = (
    '{"corrections":{},"last_number":0,"latest_at":null,"line":[],"missed":[],"rules_digest":null,'
    '"stays":{},"stops":[],"unmatched_exits":0,"visits":[]}'
)


def upgrade() -> None:
    """Make the tables, with one row for an empty house."""
    _make_events()
    _make_appointments()
    occupancy = op.create_table(
        "occupancy",
        sa.Column("id", sa.SmallInteger, autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("inside", sa.Integer, nullable=False),
        sa.Column("house", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_occupancy"),
        sa.CheckConstraint("id = 1", name="ck_occupancy_single"),
    )
    op.bulk_insert(occupancy, [{"id": 1, "seq": 0, "hash": bytes(32), "inside": 0, "house": _EMPTY_HOUSE}])


def _make_events() -> None:
    op.create_table(
        "event",
        sa.Column("seq", _ROW_NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("door", sa.String),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("appointment", sa.String),
        sa.Column("visit", sa.String),
        sa.Column("area", sa.String),
        sa.Column("party", sa.Integer),
        sa.Column("number", sa.Integer),
        sa.Column("reason", sa.String),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_event"),
        sa.UniqueConstraint("id", name="uq_event_id"),
    )
    op.create_index("ix_event_appointment_kind", "event", ["appointment", "kind"])
    triggers = _SQLITE_TRIGGERS if op.get_context().dialect.name == "sqlite" else _POSTGRESQL_TRIGGERS
    for trigger in triggers:
        op.execute(trigger)


def _make_appointments() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("external_id", sa.String, nullable=False),
        sa.Column("area", sa.String, nullable=False),
        sa.Column("room", sa.String),
        sa.Column("starts_at", sa.BigInteger, nullable=False),
        sa.Column("duration", sa.Integer, nullable=False),
        sa.Column("party", sa.Integer, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appointment"),
        sa.UniqueConstraint("external_id", name="uq_appointment_external_id"),
    )
    op.create_index("ix_appointment_starts_at", "appointment", ["starts_at"])
    op.create_table(
        "letter",
        sa.Column("id", _ROW_NUMBER, autoincrement=True, nullable=False),
        sa.Column("appointment", sa.String, nullable=False),
        sa.Column("code_hash", sa.LargeBinary, nullable=False),
        sa.Column("short_hash", sa.LargeBinary, nullable=False),
        sa.Column("printed_for", sa.BigInteger, nullable=False),
        sa.Column("issued_at", sa.BigInteger, nullable=False),
        sa.Column("revoked_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.ForeignKeyConstraint(["appointment"], ["appointment.id"], name="fk_letter_appointment"),
        sa.UniqueConstraint("code_hash", name="uq_letter_code_hash"),
        sa.UniqueConstraint("short_hash", name="uq_letter_short_hash"),
    )
    op.create_index("ix_letter_appointment", "letter", ["appointment"])
    op.create_table(
        "letter_key",
        sa.Column("id", sa.SmallInteger, autoincrement=False, nullable=False),
        sa.Column("mark", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_letter_key"),
        sa.CheckConstraint("id = 1", name="ck_letter_key_single"),
    )
    op.create_table(
        "person",
        sa.Column("appointment", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("contact", sa.String),
        sa.PrimaryKeyConstraint("appointment", name="pk_person"),
        sa.ForeignKeyConstraint(["appointment"], ["appointment.id"], name="fk_person_appointment"),
    )


# The third refuses what INSERT OR REPLACE would delete, since SQLite runs no DELETE trigger for that.
_SQLITE_TRIGGERS = (
    """
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
    """,
    """
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END
    """,
    """
    CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'events are never replaced: event.seq or event.id is recorded already'); END
    """,
)

_POSTGRESQL_TRIGGERS = (
    """
    CREATE FUNCTION event_is_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'events are never changed and never deleted'; END
    $$
    """,
    """
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_is_for_good()
    """,
)
