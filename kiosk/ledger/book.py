"""The appointments that the office made, their letters, and the people's names as long as they are needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NewType

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.office import AreaId, RoomId
from kiosk.core.person import Person
from kiosk.ledger.codec import micros, moment
from kiosk.ledger.errors import CodeTakenError, OutdatedChangesError
from kiosk.ledger.key import LetterKey
from kiosk.ledger.people import columns_of, person_in
from kiosk.ledger.schema import appointment, letter, person

LetterId = NewType("LetterId", int)

# SQLite before 3.32 takes 999 parameters in a statement.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was issued; `printed_for` is the time that stands on it."""

    id: LetterId
    appointment: AppointmentId
    printed_for: datetime
    issued_at: datetime
    revoked_at: datetime | None


def appointment_in(row: Sequence[Any]) -> Appointment:
    """Return the appointment in a row that holds the columns of its table, in their order."""
    id_, external_id, area, room, starts_at, duration, party, status, language = row
    return Appointment(
        id=AppointmentId(id_),
        external_id=external_id,
        area=AreaId(area),
        room=None if room is None else RoomId(room),
        starts_at=moment(starts_at),
        duration=timedelta(seconds=duration),
        party=party,
        status=AppointmentStatus(status),
        language=language,
    )


def appointments_between(connection: Connection, start: datetime, end: datetime) -> tuple[Appointment, ...]:
    """Return the appointments that start in [start, end), by time."""
    rows = connection.execute(
        select(appointment)
        .where(appointment.c.starts_at >= micros(start), appointment.c.starts_at < micros(end))
        .order_by(appointment.c.starts_at, appointment.c.id)
    )
    return tuple(appointment_in(row) for row in rows)


def by_external_id(connection: Connection, external_ids: Sequence[str]) -> dict[str, Appointment]:
    """Return the appointments that the office's list names so; those that nobody knows are left out."""
    known: dict[str, Appointment] = {}
    for first in range(0, len(external_ids), _AT_ONCE):
        asked = external_ids[first : first + _AT_ONCE]
        rows = connection.execute(select(appointment).where(appointment.c.external_id.in_(asked)))
        known.update((row.external_id, appointment_in(row)) for row in rows)
    return known


def apply_changes(connection: Connection, changes: AppointmentChanges) -> None:
    """Write all changes. Raises OutdatedChangesError if appointments came or went meanwhile."""
    try:
        if changes.new:
            connection.execute(insert(appointment), [row_of(each) for each in changes.new])
    except IntegrityError as error:
        raise _OUTDATED from error
    for each in changes.changed:
        _update_one(connection, each.id, row_of(each))
    for cancelled in changes.cancelled:
        _update_one(connection, cancelled, {"status": AppointmentStatus.CANCELLED.value})
    if changes.people:
        forget_people(connection, tuple(changes.people))
        connection.execute(
            insert(person), [{"appointment": id_} | columns_of(each) for id_, each in changes.people.items()]
        )


_OUTDATED = OutdatedChangesError(
    "The appointments were changed by somebody else since the list was compared with them. Import it again."
)


def _update_one(connection: Connection, id_: AppointmentId, values: dict[str, object]) -> None:
    changed = connection.execute(update(appointment).where(appointment.c.id == id_).values(values))
    if changed.rowcount != 1:
        raise _OUTDATED


def row_of(each: Appointment) -> dict[str, object]:
    """Return the columns of an appointment's row."""
    seconds, rest = divmod(each.duration, timedelta(seconds=1))
    if rest:
        raise ValueError(f"an appointment takes whole seconds, not {each.duration}")
    return {
        "id": each.id,
        "external_id": each.external_id,
        "area": each.area,
        "room": each.room,
        "starts_at": micros(each.starts_at),
        "duration": seconds,
        "party": each.party,
        "status": each.status.value,
        "language": each.language,
    }


def issue_letters(
    connection: Connection, key: LetterKey, letters: Iterable[tuple[Appointment, Code]], now: datetime
) -> None:
    """Write a letter for each pair, printed for the time at which its appointment starts now."""
    rows = [
        {
            "appointment": each.id,
            "code_hash": key.hash_of(code),
            "short_hash": key.hash_of(code.short),
            "printed_for": micros(each.starts_at),
            "issued_at": micros(now),
        }
        for each, code in letters
    ]
    try:
        if rows:
            connection.execute(insert(letter), rows)
    except IntegrityError as error:
        raise CodeTakenError("A code or its short code is in use already. Draw other codes.") from error


def letters_of(connection: Connection, appointment_id: AppointmentId) -> tuple[Letter, ...]:
    """Return all letters of an appointment, in the order in which they were issued."""
    rows = connection.execute(
        select(letter).where(letter.c.appointment == appointment_id).order_by(letter.c.id)
    )
    return tuple(
        Letter(
            id=LetterId(row.id),
            appointment=AppointmentId(row.appointment),
            printed_for=moment(row.printed_for),
            issued_at=moment(row.issued_at),
            revoked_at=None if row.revoked_at is None else moment(row.revoked_at),
        )
        for row in rows
    )


def revoke_letter(connection: Connection, letter_id: LetterId, now: datetime) -> bool:
    """Make a letter worthless; False if there is none, or it was revoked before."""
    in_force = (letter.c.id == letter_id) & letter.c.revoked_at.is_(None)
    return connection.execute(update(letter).where(in_force).values(revoked_at=micros(now))).rowcount == 1


def person_of(connection: Connection, appointment_id: AppointmentId) -> Person | None:
    """Return who comes, or None if no name was given or it is deleted."""
    row = connection.execute(select(person).where(person.c.appointment == appointment_id)).one_or_none()
    return None if row is None else person_in(row[1:])


def forget_people(connection: Connection, appointments: Sequence[AppointmentId]) -> None:
    """Delete the people of these appointments."""
    connection.execute(
        delete(person).where(person.c.appointment == bindparam("gone")),
        [{"gone": each} for each in appointments],
    )


def forget_people_before(connection: Connection, start: datetime) -> int:
    """Delete the people of all appointments that started before this time; return how many there were."""
    over = select(appointment.c.id).where(appointment.c.starts_at < micros(start))
    return connection.execute(delete(person).where(person.c.appointment.in_(over))).rowcount
