"""The appointments that the phone desk makes and changes, one by one, in the transaction that records it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.person import Person
from kiosk.ledger.book import appointment_in, row_of
from kiosk.ledger.codec import micros
from kiosk.ledger.database import Direct
from kiosk.ledger.people import columns_of, person_in
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.schema import appointment, person

_BOOKED = Prepared(
    select(appointment)
    .where(
        appointment.c.starts_at >= bindparam("start"),
        appointment.c.starts_at < bindparam("end"),
        appointment.c.status == AppointmentStatus.BOOKED.value,
    )
    .order_by(appointment.c.starts_at, appointment.c.id)
)
_ADD = Prepared(insert(appointment))
_REPLACE = Prepared(
    update(appointment)
    .where(appointment.c.id == bindparam("this"))
    .values({column.name: bindparam(f"new_{column.name}") for column in appointment.c if column.name != "id"})
)
_PERSON = Prepared(select(person).where(person.c.appointment == bindparam("this")))
_FORGET = Prepared(delete(person).where(person.c.appointment == bindparam("this")))
_NOTE = Prepared(insert(person))


class DeskBook:
    """Appointments and people, to be read and changed while nobody else decides; see `Transaction.desk`."""

    def __init__(self, direct: Direct) -> None:
        self._direct = direct

    def booked(self, start: datetime, end: datetime) -> tuple[Appointment, ...]:
        """Return the appointments that stand and start in [start, end), by time."""
        rows = _BOOKED.run(self._direct, start=micros(start), end=micros(end)).fetchall()
        return tuple(appointment_in(row) for row in rows)

    def add(self, new: Appointment) -> None:
        """Write a new appointment."""
        _ADD.run(self._direct, **row_of(new))

    def replace(self, changed: Appointment) -> None:
        """Write an appointment in the place of the one of its id."""
        columns = {f"new_{name}": value for name, value in row_of(changed).items() if name != "id"}
        _REPLACE.run(self._direct, this=changed.id, **columns)

    def person_of(self, appointment_id: AppointmentId) -> Person | None:
        """Return who comes, as far as that is known."""
        row: Sequence[Any] | None = _PERSON.run(self._direct, this=appointment_id).fetchone()
        return None if row is None else person_in(row[1:])

    def note(self, appointment_id: AppointmentId, known: Person | None) -> None:
        """Keep this of who comes, in the place of what was known."""
        _FORGET.run(self._direct, this=appointment_id)
        if known is not None:
            _NOTE.run(self._direct, appointment=appointment_id, **columns_of(known))
