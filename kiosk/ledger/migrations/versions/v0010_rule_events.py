"""Where the events about house rules are: a handful among millions."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_OF_RULES = sa.text(
    "kind IN ('rules_entered', 'rules_confirmed', 'rules_withdrawal_asked', 'rules_withdrawn', 'rules_kept')"
)


def upgrade() -> None:
    """Make the index, which holds these events alone: a commit of any other writes nothing into it."""
    op.create_index("ix_event_of_rules", "event", ["seq"], sqlite_where=_OF_RULES, postgresql_where=_OF_RULES)
