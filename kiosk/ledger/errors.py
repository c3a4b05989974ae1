"""What can go wrong with the ledger, split by who is at fault, and how a database's own errors are named.

`LedgerUnavailableError` is the world's fault: a disk, a lock, a server, a file. Its sentence says what is
wrong, where, and how to mend it; the door asks the staff. `LedgerMisuseError` is the program's own fault.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError


class LedgerError(Exception):
    """Anything that keeps the ledger from doing what it was asked."""


class LedgerUnavailableError(LedgerError):
    """The world's fault: the sentence says what is wrong, where, and how to mend it."""


class LedgerBusyError(LedgerUnavailableError):
    """Somebody else holds the ledger's lock for longer than the ledger waits."""


class LedgerFullError(LedgerUnavailableError):
    """There is no room left on the disk."""


class LedgerReadOnlyError(LedgerUnavailableError):
    """The ledger may be read but not written."""


class LedgerCorruptedError(LedgerUnavailableError):
    """What is stored is no ledger, or it is damaged."""


class LedgerUnreachableError(LedgerUnavailableError):
    """The file cannot be opened, the disk fails, or the server does not answer."""


class LedgerLostError(LedgerUnavailableError):
    """There was a ledger here, and it is gone or empty: a new one in its place would begin to count at 0."""


class LedgerSchemaError(LedgerUnavailableError):
    """The ledger was written by a newer program than this one."""


class LedgerKeyError(LedgerUnavailableError):
    """The key file is open to others, damaged, missing, or that of another ledger."""


class LedgerMisuseError(LedgerError):
    """The program's own fault: it asked for something that the ledger's rules forbid."""


class DuplicateEventError(LedgerMisuseError):
    """An event with this id is recorded already: an id counts once."""


class ImpossibleEventError(LedgerMisuseError):
    """The event cannot follow on those before it, such as an exit without its entry."""


class OutdatedChangesError(LedgerUnavailableError):
    """Somebody else changed the appointments since the changes were drawn up: draw them up again."""


class CodeTakenError(LedgerMisuseError):
    """A letter with this code or this short code exists already: draw another code."""


@contextmanager
def named_errors(place: str, driver_error: type[Exception]) -> Iterator[None]:
    """Raise what the database says inside the block as the LedgerError that it stands for.

    `place` is the ledger's file or server, for the sentence; it must hold no password. `driver_error` is the
    class of all errors of the database's driver, whose errors come here as they are or within SQLAlchemy's.
    """
    try:
        yield
    except DBAPIError as error:
        raise _named(error.orig, place) from error
    except driver_error as error:
        raise _named(error, place) from error
    except SQLAlchemyError as error:
        raise LedgerMisuseError(f"The ledger {place} was asked something impossible: {error}") from error


def _named(cause: BaseException | None, place: str) -> LedgerError:
    if isinstance(cause, sqlite3.Error):
        # Errors that the sqlite3 module raises by itself carry no code.
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_MISUSE)
        if code == sqlite3.SQLITE_READONLY_DBMOVED:
            return moved(place)
        kind = _OF_SQLITE.get(code & 0xFF, LedgerMisuseError)
        if str(cause).startswith(_NO_TABLE):
            kind = LedgerCorruptedError
    else:
        kind = _of_postgresql(getattr(cause, "sqlstate", None))
    what = str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
    return kind(_SENTENCES[kind].format(place=place, what=what))


# The tables are there from the opening on: the file was emptied, or is being written over at this moment.
# SQLite has one code for this and for mistakes in a statement.
_NO_TABLE = "no such table"

# The low byte of SQLite's result codes is their kind: https://www.sqlite.org/rescode.html
_OF_SQLITE: dict[int, type[LedgerError]] = {
    sqlite3.SQLITE_BUSY: LedgerBusyError,
    sqlite3.SQLITE_LOCKED: LedgerBusyError,
    sqlite3.SQLITE_PROTOCOL: LedgerBusyError,
    sqlite3.SQLITE_FULL: LedgerFullError,
    sqlite3.SQLITE_READONLY: LedgerReadOnlyError,
    sqlite3.SQLITE_PERM: LedgerReadOnlyError,
    sqlite3.SQLITE_CORRUPT: LedgerCorruptedError,
    sqlite3.SQLITE_NOTADB: LedgerCorruptedError,
    sqlite3.SQLITE_FORMAT: LedgerCorruptedError,
    sqlite3.SQLITE_CANTOPEN: LedgerUnreachableError,
    sqlite3.SQLITE_IOERR: LedgerUnreachableError,
    sqlite3.SQLITE_AUTH: LedgerUnreachableError,
}

# SQLSTATEs, or their class (first two symbols): https://www.postgresql.org/docs/current/errcodes-appendix.html
_OF_POSTGRESQL: dict[str, type[LedgerError]] = {
    "55P03": LedgerBusyError,  # lock_not_available
    "57014": LedgerBusyError,  # query_canceled, by statement_timeout
    "40": LedgerBusyError,  # serialization failure, deadlock
    "53100": LedgerFullError,  # disk_full
    "53": LedgerUnreachableError,  # no memory or no connection left on the server
    "25006": LedgerReadOnlyError,  # read_only_sql_transaction: a standby, for instance
    "42501": LedgerReadOnlyError,  # insufficient_privilege
    "42P01": LedgerCorruptedError,  # undefined_table: they are there from the opening on
    "XX": LedgerCorruptedError,  # data_corrupted, index_corrupted, internal error
    "08": LedgerUnreachableError,  # connection exceptions
    "28": LedgerUnreachableError,  # the server does not know the user
    "3D": LedgerUnreachableError,  # the server has no such database
    "57": LedgerUnreachableError,  # the server shuts down, starts up, or crashed
    "58": LedgerUnreachableError,  # an I/O error on the server
}


def _of_postgresql(sqlstate: str | None) -> type[LedgerError]:
    if sqlstate is None:  # the driver's own: no connection, or it broke
        return LedgerUnreachableError
    return _OF_POSTGRESQL.get(sqlstate) or _OF_POSTGRESQL.get(sqlstate[:2], LedgerMisuseError)


def lost(place: str) -> LedgerLostError:
    """Return the error for a `place` where a ledger was and none is."""
    return LedgerLostError(_LOST.format(place=place))


_LOST = (
    "The ledger {place} is gone: nothing is there, though a ledger was. Check its disk and its address in "
    "the settings, and put it back, or restore the last backup. Only where a new one is to be begun, move "
    "the key file away: no letter of before will be known."
)


def moved(place: str) -> LedgerUnreachableError:
    """Return the error for a file at `place` that is not the one any more that was opened there."""
    return LedgerUnreachableError(_MOVED.format(place=place))


# SQLite itself says "attempt to write a readonly database", which leads to looking at rights.
_MOVED = (
    "The file of the ledger {place} was moved, deleted or replaced while the program ran. "
    "Put it back, or start the program anew."
)

_SENTENCES: dict[type[LedgerError], str] = {
    LedgerBusyError: "The ledger {place} is locked by another program ({what}). "
    "Close what holds it open, such as a backup or a database viewer; the next scan tries again.",
    LedgerFullError: "There is no room to write the ledger {place} ({what}). "
    "Free space on its disk; nothing that was recorded is lost.",
    LedgerReadOnlyError: "The ledger {place} cannot be written ({what}). "
    "Give the program's user the right to write the database, its folder included.",
    LedgerCorruptedError: "The ledger {place} is damaged or is no ledger ({what}). "
    "Keep it as it is for examination, and restore the last backup.",
    LedgerUnreachableError: "The ledger {place} cannot be reached ({what}). "
    "Check that its folder and disk, or its server and the address in the settings, are there.",
    LedgerMisuseError: "The ledger {place} refused what the program asked ({what}). "
    "This is a fault of the program: please report it.",
}
