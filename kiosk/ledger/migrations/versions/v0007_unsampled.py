"""PostgreSQL keeps no samples of what is known of people: they would outlast the rows."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TEXTS = ("name", "contact", "address", "needs", "company")


def upgrade() -> None:
    """Switch sampling off, and forget what was sampled, which a column of another type does."""
    if op.get_context().dialect.name == "sqlite":
        return
    for column in _TEXTS:
        op.alter_column("person", column, type_=sa.String)
        op.execute(f"ALTER TABLE person ALTER COLUMN {column} SET STATISTICS 0")
