"""What the days that are over add up to, and the triggers that delete what does not hold any more."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_HOUR = 3_600_000_000  # in microseconds, as times are stored
_LONGEST_DAY = 25 * _HOUR


def upgrade() -> None:
    """Make the table, empty: the sums are made by and by, from the events."""
    op.create_table(
        "day_sum",
        sa.Column("day", sa.String, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("starts_at", sa.BigInteger, nullable=False),
        sa.Column("ends_at", sa.BigInteger, nullable=False),
        sa.Column("shown", sa.Text),
        sa.Column("taught", sa.Text),
        sa.PrimaryKeyConstraint("day", name="pk_day_sum"),
    )
    op.create_index("ix_day_sum_starts_at", "day_sum", ["starts_at"])
    triggers = _SQLITE_TRIGGERS if op.get_context().dialect.name == "sqlite" else _POSTGRESQL_TRIGGERS
    for trigger in triggers:
        op.execute(trigger)


def _delete(since: str, until: str) -> str:
    """Return the statement that deletes the sums of the days that touch [since, until].

    The longest day bounds the search: without it, all the days before would be looked at.
    """
    return (
        f"DELETE FROM day_sum WHERE starts_at BETWEEN {since} - {_LONGEST_DAY} AND {until}"  # noqa: S608 - of our own making
        f" AND ends_at > {since}"
    )


# Of a day that has a sum no event follows on one of the same hour: whatever comes late begins an hour anew,
# and writes a row there. An ordinary commit pays nothing.
_OF_AN_HOUR = _delete(f"NEW.hour * {_HOUR}", f"NEW.hour * {_HOUR} + {_HOUR - 1}")
_OF_THE_NEW = _delete("NEW.starts_at", "NEW.starts_at")
_OF_THE_OLD = _delete("OLD.starts_at", "OLD.starts_at")

_SQLITE_TRIGGERS = (
    f"CREATE TRIGGER event_outdates_sum AFTER INSERT ON event_hour BEGIN {_OF_AN_HOUR}; END",
    f"CREATE TRIGGER new_appointment_outdates_sum AFTER INSERT ON appointment BEGIN {_OF_THE_NEW}; END",
    f"""
    CREATE TRIGGER changed_appointment_outdates_sum AFTER UPDATE ON appointment
    BEGIN {_OF_THE_OLD}; {_OF_THE_NEW}; END
    """,
    f"CREATE TRIGGER gone_appointment_outdates_sum AFTER DELETE ON appointment BEGIN {_OF_THE_OLD}; END",
)

_POSTGRESQL_TRIGGERS = (
    f"""
    CREATE FUNCTION outdate_sum_of_hour() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN {_OF_AN_HOUR}; RETURN NULL; END
    $$
    """,
    """
    CREATE TRIGGER event_outdates_sum AFTER INSERT ON event_hour
    FOR EACH ROW EXECUTE FUNCTION outdate_sum_of_hour()
    """,
    f"""
    CREATE FUNCTION outdate_sum_of_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP <> 'INSERT' THEN {_OF_THE_OLD}; END IF;
        IF TG_OP <> 'DELETE' THEN {_OF_THE_NEW}; END IF;
        RETURN NULL;
    END
    $$
    """,
    """
    CREATE TRIGGER appointment_outdates_sum AFTER INSERT OR UPDATE OR DELETE ON appointment
    FOR EACH ROW EXECUTE FUNCTION outdate_sum_of_appointment()
    """,
)
