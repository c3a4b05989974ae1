"""The staff, and the mark of the key with which their PINs are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables, empty."""
    op.create_table(
        "staff",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("pin_hash", sa.String, nullable=False),
        sa.Column("badge_hash", sa.LargeBinary),
        sa.Column("disabled", sa.Boolean, nullable=False),
        sa.Column("wrong_tries", sa.Integer, nullable=False),
        sa.Column("paused_until", sa.BigInteger),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("badge_hash", name="uq_staff_badge_hash"),
    )
    op.create_table(
        "pin_key",
        sa.Column("id", sa.SmallInteger, autoincrement=False, nullable=False),
        sa.Column("mark", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pin_key"),
        sa.CheckConstraint("id = 1", name="ck_pin_key_single"),
    )
