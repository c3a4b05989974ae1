"""Finding bookings of a day by what somebody typed; names are compared here and leave no trace."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, or_, select

from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.booking_search import BookingSearch
from kiosk.ledger.book import appointment_in
from kiosk.ledger.codec import micros
from kiosk.ledger.key import LetterKey
from kiosk.ledger.schema import appointment, letter, person


def bookings(
    connection: Connection,
    key: LetterKey,
    search: BookingSearch,
    start: datetime,
    end: datetime,
    zone: ZoneInfo,
) -> tuple[Appointment, ...]:
    """Return the booked appointments of [start, end) that `search` means, by time; `zone` is the office's.

    All of the day are looked through: the database could not compare names in every alphabet.
    """
    rows = connection.execute(
        select(*appointment.c, person.c.name)
        .join_from(appointment, person, isouter=True)
        .where(
            appointment.c.starts_at >= micros(start),
            appointment.c.starts_at < micros(end),
            appointment.c.status == AppointmentStatus.BOOKED.value,
        )
        .order_by(appointment.c.starts_at, appointment.c.id)
    )
    meant = _by_code(connection, key, search)
    found = []
    for *of_appointment, name in rows:
        each = appointment_in(of_appointment)
        at_the_wall = each.starts_at.astimezone(zone).time()
        if each.id == meant or search.fits(each.external_id, at_the_wall, name):
            found.append(each)
    return tuple(found)


def _by_code(connection: Connection, key: LetterKey, search: BookingSearch) -> str | None:
    if search.code is None:
        return None
    hash_ = key.hash_of(search.code)
    bears_it = or_(letter.c.code_hash == hash_, letter.c.short_hash == hash_)
    found: str | None = connection.scalar(
        select(letter.c.appointment).where(bears_it, letter.c.revoked_at.is_(None))
    )
    return found
