"""What a person needs, who comes along, and how the letter goes out; a name may be left out."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the table; of the people who are in it, nothing more is known."""
    with op.batch_alter_table("person") as person:
        person.alter_column("name", existing_type=sa.String, nullable=True)
        person.add_column(sa.Column("address", sa.String))
        person.add_column(sa.Column("needs", sa.String, nullable=False, server_default=""))
        person.add_column(sa.Column("company", sa.String, nullable=False, server_default=""))
        person.add_column(sa.Column("by_mail", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("person") as person:
        person.alter_column("needs", existing_type=sa.String, server_default=None)
        person.alter_column("company", existing_type=sa.String, server_default=None)
        person.alter_column("by_mail", existing_type=sa.Boolean, server_default=None)
