"""The queue of letters that go by mail. It holds appointments and no people."""

import secrets
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, and_, exists, func, insert, select, update

from kiosk.core.appointment import AppointmentId, AppointmentStatus
from kiosk.core.mail import LEASE, MailCount, MailState, QueuedMail
from kiosk.ledger.codec import micros, moment
from kiosk.ledger.database import Database
from kiosk.ledger.schema import appointment, mail, person

_BYTES_OF_AN_ID: Final = 16
_OVER: Final = (MailState.FAILED.value, MailState.DROPPED.value)


class MailQueue:
    """The queue in an open ledger; every method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, appointment_id: AppointmentId, now: datetime) -> bool:
        """Queue the letter of an appointment for its present time; False if that is queued or sent."""
        with self._database.writing() as connection:
            return _add(connection, appointment_id, now)

    def add_marked(self, now: datetime) -> int:
        """Queue what is marked to go by mail and is not queued for its present time; return how many."""
        with self._database.writing() as connection:
            return _add_marked(connection, now)

    def claim(self, now: datetime) -> QueuedMail | None:
        """Take the mail that waits longest, for the length of a lease; None where nothing is due."""
        with self._database.writing() as connection:
            return _claim(connection, now)

    def settle(self, number: int, state: MailState, said: str, next_at: datetime) -> None:
        """Write down what became of a mail, and when it is looked at again if it waits."""
        values = {"state": state.value, "said": said, "next_at": micros(next_at)}
        with self._database.writing() as connection:
            connection.execute(update(mail).where(mail.c.id == number).values(values))

    def note_bounce(self, mail_id: str, said: str) -> bool:
        """Write down that a mail came back; False if it is none of ours, or that is known."""
        came_back = and_(mail.c.mail_id == mail_id, mail.c.state != MailState.FAILED.value)
        values = {"state": MailState.FAILED.value, "said": said}
        with self._database.writing() as connection:
            return connection.execute(update(mail).where(came_back).values(values)).rowcount == 1

    def counts(self) -> tuple[MailCount, ...]:
        """Return how many mails there are in each state, and why."""
        asked = select(mail.c.state, mail.c.said, func.count()).group_by(mail.c.state, mail.c.said)
        with self._database.reading() as connection:
            rows = connection.execute(asked.order_by(mail.c.state, mail.c.said)).all()
        return tuple(MailCount(MailState(state), said, count) for state, said, count in rows)

    def not_reached(self, since: datetime) -> tuple[tuple[str, str], ...]:
        """Return the office's numbers of appointments whose letter reached nobody, and why."""
        asked = (
            select(appointment.c.external_id, mail.c.said)
            .join(appointment, appointment.c.id == mail.c.appointment)
            .where(mail.c.state == MailState.FAILED.value, mail.c.for_time >= micros(since))
            .order_by(mail.c.for_time)
        )
        with self._database.reading() as connection:
            return tuple((external_id, said) for external_id, said in connection.execute(asked))


def _add(connection: Connection, appointment_id: AppointmentId, now: datetime) -> bool:
    starts_at = connection.scalar(
        select(appointment.c.starts_at).where(
            appointment.c.id == appointment_id, appointment.c.status == AppointmentStatus.BOOKED.value
        )
    )
    if starts_at is None:
        return False
    again = (
        update(mail)
        .where(mail.c.appointment == appointment_id, mail.c.for_time == starts_at, mail.c.state.in_(_OVER))
        .values(state=MailState.WAITING.value, said="", tries=0, next_at=micros(now))
    )
    if connection.execute(again).rowcount:
        return True
    known = select(mail.c.id).where(mail.c.appointment == appointment_id, mail.c.for_time == starts_at)
    if connection.scalar(known) is not None:
        return False
    connection.execute(insert(mail).values(_new(appointment_id, starts_at, now)))
    return True


def _add_marked(connection: Connection, now: datetime) -> int:
    queued = exists().where(
        mail.c.appointment == appointment.c.id, mail.c.for_time == appointment.c.starts_at
    )
    marked = connection.execute(
        select(appointment.c.id, appointment.c.starts_at)
        .join(person, person.c.appointment == appointment.c.id)
        .where(
            person.c.by_mail,
            appointment.c.status == AppointmentStatus.BOOKED.value,
            appointment.c.starts_at > micros(now),
            ~queued,
        )
    ).all()
    if marked:
        connection.execute(insert(mail), [_new(id_, starts_at, now) for id_, starts_at in marked])
    return len(marked)


def _claim(connection: Connection, now: datetime) -> QueuedMail | None:
    due = and_(
        mail.c.state.in_((MailState.WAITING.value, MailState.SENDING.value)), mail.c.next_at <= micros(now)
    )
    row = connection.execute(
        select(mail).where(due).order_by(mail.c.next_at, mail.c.id).limit(1).with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return None
    tries = row.tries + 1
    connection.execute(
        update(mail)
        .where(mail.c.id == row.id)
        .values(state=MailState.SENDING.value, tries=tries, next_at=micros(now + LEASE))
    )
    return QueuedMail(row.id, row.mail_id, AppointmentId(row.appointment), moment(row.for_time), tries)


def _new(appointment_id: str, starts_at: int, now: datetime) -> dict[str, object]:
    return {
        "mail_id": secrets.token_hex(_BYTES_OF_AN_ID),
        "appointment": appointment_id,
        "for_time": starts_at,
        "state": MailState.WAITING.value,
        "said": "",
        "tries": 0,
        "next_at": micros(now),
    }
