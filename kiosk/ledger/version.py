"""Which schema of the database this program reads and writes."""

SCHEMA_VERSION = "0011"
"""The revision of the newest migration, so that a start need not import Alembic to see that all is well."""
