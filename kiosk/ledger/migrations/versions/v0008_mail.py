"""The queue of letters that go by mail."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "mail",
        sa.Column("id", _ROW_NUMBER, autoincrement=True, nullable=False),
        sa.Column("mail_id", sa.String, nullable=False),
        sa.Column("appointment", sa.String, nullable=False),
        sa.Column("for_time", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("said", sa.String, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mail"),
        sa.ForeignKeyConstraint(["appointment"], ["appointment.id"], name="fk_mail_appointment"),
        sa.UniqueConstraint("mail_id", name="uq_mail_mail_id"),
        sa.UniqueConstraint("appointment", "for_time", name="uq_mail_appointment_for_time"),
    )
    op.create_index("ix_mail_next_at", "mail", ["next_at"])
