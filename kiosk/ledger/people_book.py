"""Deleting what is known of people, in the transaction that records it, and counting what is kept."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, case, delete, func, select

from kiosk.core.appointment import AppointmentId
from kiosk.core.privacy import PeopleKept
from kiosk.ledger.codec import micros, moment
from kiosk.ledger.database import Database, Direct
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.schema import appointment, person

_over = select(appointment.c.id).where(appointment.c.starts_at < bindparam("start"))
_FORGET_BEFORE = Prepared(delete(person).where(person.c.appointment.in_(_over)))
_FORGET = Prepared(delete(person).where(person.c.appointment == bindparam("this")))


class PeopleBook:
    """Who comes, to be forgotten in the transaction that records it; see `Transaction.people`."""

    def __init__(self, direct: Direct) -> None:
        self._direct = direct

    def forget_before(self, start: datetime) -> int:
        """Delete the people of all appointments that start before this; return how many there were."""
        gone: int = _FORGET_BEFORE.run(self._direct, start=micros(start)).rowcount
        return gone

    def forget(self, appointment_id: AppointmentId) -> int:
        """Delete who comes to an appointment; return 1, or 0 where nothing was known."""
        gone: int = _FORGET.run(self._direct, this=appointment_id).rowcount
        return gone


def people_kept(connection: Connection, start: datetime) -> PeopleKept:
    """Count what is known of people; those of appointments before `start` are overdue."""
    is_overdue = case((appointment.c.starts_at < micros(start), 1), else_=0)
    row = connection.execute(
        select(
            func.count(),
            func.count(person.c.name),
            func.count(person.c.contact),
            func.count(person.c.address),
            func.count(func.nullif(person.c.needs, "")),
            func.count(func.nullif(person.c.company, "")),
            func.min(appointment.c.starts_at),
            func.coalesce(func.sum(is_overdue), 0),
        ).join_from(person, appointment)
    ).one()
    people, names, contacts, addresses, needs, company, oldest, overdue = row
    return PeopleKept(
        people,
        names,
        contacts,
        addresses,
        needs,
        company,
        None if oldest is None else moment(oldest),
        overdue,
    )


def wipe_deleted(database: Database) -> None:
    """Take what was deleted out of the database's own files.

    SQLite overwrites it at once in the file itself (`secure_delete`), and here in its write-ahead log.
    PostgreSQL leaves deleted rows in their file until the table is written anew; people are few.
    """
    with database.outside_transactions() as driver:
        if database.is_sqlite:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            driver.execute("VACUUM FULL person")
