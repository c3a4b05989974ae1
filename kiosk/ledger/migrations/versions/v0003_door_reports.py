"""What the doors say of their devices."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "door_report",
        sa.Column("door", sa.String, nullable=False),
        sa.Column("reported_at", sa.BigInteger, nullable=False),
        sa.Column("camera", sa.String, nullable=False),
        sa.Column("scanner", sa.String, nullable=False),
        sa.Column("last_good_scan_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("door", name="pk_door_report"),
    )
