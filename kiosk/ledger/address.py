"""The address of a ledger: which ones the program knows, and what they name."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from kiosk.ledger.errors import LedgerUnreachableError

_NO_ADDRESS = (
    "The address of the ledger is not one that the program knows. "
    "Write sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/DATABASE."
)


def address_of(url: str) -> URL:
    """Return the parts of an address. Raises LedgerUnreachableError for one that is none of a ledger."""
    try:
        address = make_url(url)
    except ArgumentError:
        # The text is not repeated: it may hold a password.
        raise LedgerUnreachableError(_NO_ADDRESS) from None
    is_file = address.drivername in {"sqlite", "sqlite+pysqlite"} and address.database not in {
        None,
        "",
        ":memory:",
    }
    if not is_file and address.drivername != "postgresql+psycopg":
        raise LedgerUnreachableError(_NO_ADDRESS)
    return address


def place_of(address: URL) -> str:
    """Return where a ledger lies, without who opens it."""
    if address.get_backend_name() == "sqlite":
        return str(address.database)
    host = address.host or address.query.get("host", "localhost")
    return f"{address.database} on {host}"


def sqlite_file(url: str) -> Path | None:
    """Return the file of a SQLite ledger, None for a ledger on a server."""
    scheme, _, path = url.partition(":///")
    return Path(path) if scheme == "sqlite" else None
