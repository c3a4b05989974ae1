"""The appointments that the office made, their letters, and the people's names as long as they are needed."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NewType, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.appointment_changes import SERIES_MARK, AppointmentChanges, Known, series_of
from kiosk.core.code import Code
from kiosk.core.office import AreaId, RoomId
from kiosk.core.person import Person
from kiosk.ledger.codec import micros, moment
from kiosk.ledger.database import Direct
from kiosk.ledger.errors import CodeTakenError, OutdatedChangesError
from kiosk.ledger.key import LetterKey
from kiosk.ledger.people import columns_of, person_in
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.schema import appointment, letter, person, revision

LetterId = NewType("LetterId", int)
_Value = TypeVar("_Value")

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
    for asked in _in_turns(external_ids):
        rows = connection.execute(select(appointment).where(appointment.c.external_id.in_(asked)))
        known.update((row.external_id, appointment_in(row)) for row in rows)
    return known


def known_of(connection: Connection, external_ids: Sequence[str], series: Collection[str]) -> Known:
    """Return what is known of these appointments, and of all that belong to one of these series."""
    known = by_external_id(connection, [*external_ids, *series])
    if series:
        # Those that a list gives no more have ids that nobody knows here, and there is no index for them.
        rows = connection.execute(
            select(appointment).where(appointment.c.external_id.contains(SERIES_MARK, autoescape=True))
        )
        known.update(
            (row.external_id, appointment_in(row)) for row in rows if series_of(row.external_id) in series
        )
    people = {
        AppointmentId(row.appointment): person_in(row[1:])
        for asked in _in_turns([each.id for each in known.values()])
        for row in connection.execute(select(person).where(person.c.appointment.in_(asked)))
    }
    keys = list(dict.fromkeys([*external_ids, *(series_of(each) for each in external_ids), *series]))
    revisions = {
        row.key: row.number
        for asked in _in_turns(keys)
        for row in connection.execute(select(revision).where(revision.c.key.in_(asked)))
    }
    return Known(known, people, revisions)


def _in_turns(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    for first in range(0, len(values), _AT_ONCE):
        yield values[first : first + _AT_ONCE]


@dataclass(frozen=True, slots=True)
class ChangedRows:
    """The values of all rows that an import writes."""

    new: list[dict[str, object]]
    changed: list[dict[str, object]]
    cancelled: list[dict[str, object]]
    people_before: list[dict[str, object]]
    people: list[dict[str, object]]
    revisions_before: list[dict[str, object]]
    revisions: list[dict[str, object]]


def rows_of(changes: AppointmentChanges) -> ChangedRows:
    """Return the rows of these changes, for `apply_changes`: no lock is held meanwhile."""
    people, revisions = changes.people.items(), changes.revisions.items()
    return ChangedRows(
        new=[row_of(each) for each in changes.new],
        changed=[{f"new_{name}": value for name, value in row_of(each).items()} for each in changes.changed],
        cancelled=[{"gone": each} for each in changes.cancelled],
        people_before=[{"gone": id_} for id_, _ in people],
        people=[{"appointment": id_} | columns_of(each) for id_, each in people],
        revisions_before=[{"gone": key} for key, _ in revisions],
        revisions=[{"key": key, "number": number} for key, number in revisions],
    )


def apply_changes(direct: Direct, rows: ChangedRows) -> None:
    """Write all changes. Raises OutdatedChangesError if appointments came or went meanwhile.

    The lock that is held meanwhile keeps the doors waiting: the driver does it at a tenth of the time.
    """
    try:
        _ADD.run_each(direct, rows.new)
    except direct.dialect.loaded_dbapi.IntegrityError as error:
        raise _OUTDATED from error
    _expect(len(rows.changed), _CHANGE.run_each(direct, rows.changed))
    _expect(len(rows.cancelled), _CANCEL.run_each(direct, rows.cancelled))
    _FORGET.run_each(direct, rows.people_before)
    _ADD_PERSON.run_each(direct, rows.people)
    _FORGET_REVISION.run_each(direct, rows.revisions_before)
    _ADD_REVISION.run_each(direct, rows.revisions)


_ADD = Prepared(insert(appointment))
_CHANGE = Prepared(
    update(appointment)
    .where(appointment.c.id == bindparam("new_id"))
    .values({column.name: bindparam(f"new_{column.name}") for column in appointment.c if column.name != "id"})
)
_CANCEL = Prepared(
    update(appointment)
    .where(appointment.c.id == bindparam("gone"))
    .values(status=AppointmentStatus.CANCELLED.value)
)
_FORGET = Prepared(delete(person).where(person.c.appointment == bindparam("gone")))
_ADD_PERSON = Prepared(insert(person))
_FORGET_REVISION = Prepared(delete(revision).where(revision.c.key == bindparam("gone")))
_ADD_REVISION = Prepared(insert(revision))
_OUTDATED = OutdatedChangesError(
    "The appointments were changed by somebody else since the list was compared with them. Import it again."
)


def _expect(wanted: int, touched: int) -> None:
    if touched != wanted:
        raise _OUTDATED


def row_of(each: Appointment) -> dict[str, object]:
    """Return the columns of an appointment's row. Raises ValueError if it takes parts of a second."""
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
    """Write a letter for each pair, printed for the time at which its appointment starts now.

    Raises CodeTakenError if a code or its short code is that of another letter.
    """
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


def revoke_code(connection: Connection, key: LetterKey, code: Code, now: datetime) -> bool:
    """Make the letter with this code worthless; False if there is none, or it was revoked before."""
    in_force = (letter.c.code_hash == key.hash_of(code)) & letter.c.revoked_at.is_(None)
    return connection.execute(update(letter).where(in_force).values(revoked_at=micros(now))).rowcount == 1


def person_of(connection: Connection, appointment_id: AppointmentId) -> Person | None:
    """Return who comes, or None if no name was given or it is deleted."""
    row = connection.execute(select(person).where(person.c.appointment == appointment_id)).one_or_none()
    return None if row is None else person_in(row[1:])
