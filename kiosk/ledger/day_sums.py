"""What the days that are over add up to, kept beside the events: a year is read without its events.

A sum that is kept holds: triggers delete it in the same transaction in which an event or an appointment of
its day comes or changes, and whoever asks then gets what the events say. So nobody has to make sums in time,
and a commit pays nothing for them. The day of the newest event gets none, since the next may be of it too.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Column, ColumnElement, Connection, and_, bindparam, delete, func, insert, select

from kiosk.core.appointment import Appointment
from kiosk.core.figures.of_day import events_of_day
from kiosk.core.figures.past_day import DaySum, PastDay, Taught, day_sum
from kiosk.core.instant import ends_of_day
from kiosk.ledger import schema
from kiosk.ledger.codec import micros, moment, value_from_text, value_to_text
from kiosk.ledger.database import Database
from kiosk.ledger.desk_book import DeskBook
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.reading import MICROSECONDS_AN_HOUR, events_between, stored
from kiosk.ledger.schema import event_hour, occupancy

_kept = schema.day_sum
_Part = TypeVar("_Part", PastDay, Taught)

_COLUMNS: Mapping[type[PastDay | Taught], Column[str]] = {PastDay: _kept.c.shown, Taught: _kept.c.taught}
_SPAN = select(func.min(event_hour.c.hour), func.max(event_hour.c.hour))
_newest_stretch = select(func.max(event_hour.c.seq)).scalar_subquery()
_NEWEST_HOUR = select(event_hour.c.hour).where(event_hour.c.seq == _newest_stretch)
_NEWEST = select(occupancy.c.seq)
_LOCK = Prepared(_NEWEST.with_for_update())
_CAME_LATE = Prepared(
    select(event_hour.c.seq)
    .where(
        event_hour.c.hour.between(bindparam("first"), bindparam("last")), event_hour.c.seq > bindparam("seen")
    )
    .limit(1)
)
_DROP = Prepared(delete(_kept).where(_kept.c.day == bindparam("this")))
_KEEP = Prepared(insert(_kept))


class DaySums:
    """The days of an open ledger by the clock of one time zone. Every method may raise LedgerError."""

    def __init__(self, database: Database, zone: ZoneInfo) -> None:
        self._database = database
        self._zone = zone

    def shown(self, first: date, last: date) -> Iterator[PastDay]:
        """Give the days from `first` to `last` on which something happened, in order."""
        return self._parts(PastDay, first, last)

    def taught(self, first: date, last: date) -> Iterator[Taught]:
        """Give what each of the days from `first` to `last` teaches on which something happened, in order."""
        return self._parts(Taught, first, last)

    def kept(self, day: date) -> PastDay | None:
        """Return the figures of a day whose sum is kept; None also where nothing happened on it."""
        with self._database.reading() as connection:
            text = connection.scalar(select(_kept.c.shown).where(self._is_of(day, day)))
        return None if text is None else stored(lambda text: value_from_text(PastDay, text), text)

    def missing(self, first: date = date.min, last: date = date.max) -> tuple[date, ...]:
        """Return the days from `first` to `last` whose sum could be kept and is not, the latest first."""
        with self._database.reading() as connection:
            days = self._days_of_ledger(connection, first, last)
            newest = connection.scalar(_NEWEST_HOUR)
            kept = set(connection.execute(select(_kept.c.day).where(self._is_of(first, last))).scalars())
        missing = [day for day in days if day.isoformat() not in kept and not self._touches(day, newest or 0)]
        return tuple(reversed(missing))

    def keep(self, day: date) -> bool:
        """Add up a day and keep its sum; False if it is not over, or something of it came meanwhile.

        A door waits for it no longer than for a commit: events are read before the lock is held.
        """
        with self._database.reading() as connection:
            seen = connection.scalar(_NEWEST) or 0
            newest = connection.scalar(_NEWEST_HOUR)
        if newest is None or self._touches(day, newest):
            return False
        booked = _booked(self._database, day, self._zone)
        row = _row_of(day, self._zone, _added_up(self._database, day, self._zone, booked))
        first, last = _hours_of(day, self._zone)
        with self._database.direct(writing=True) as direct:
            _LOCK.run(direct).fetchone()
            if not self._database.is_sqlite:
                # Appointments change without the lock of the count. Whoever changes some is not waited for.
                direct.driver.execute("LOCK TABLE appointment IN SHARE MODE NOWAIT")
            came_late = _CAME_LATE.run(direct, first=first, last=last, seen=seen).fetchone()
            if came_late is not None or DeskBook(direct).booked(*ends_of_day(day, self._zone)) != booked:
                return False
            _DROP.run(direct, this=row["day"])
            _KEEP.run(direct, **row)
        return True

    def drop(self) -> None:
        """Forget all sums: they are made anew from the events."""
        with self._database.writing() as connection:
            connection.execute(delete(_kept))

    def _parts(self, kind: type[_Part], first: date, last: date) -> Iterator[_Part]:
        column = _COLUMNS[kind]
        with self._database.reading() as connection:
            days = self._days_of_ledger(connection, first, last)
            rows = connection.execute(select(_kept.c.day, column).where(self._is_of(first, last)))
            kept = {row.day: row[1] for row in rows}
        for day in days:
            if day.isoformat() not in kept:
                booked = _booked(self._database, day, self._zone)
                added = _added_up(self._database, day, self._zone, booked)
                part: _Part | None = None if added is None else getattr(added, column.name)
            else:
                text = kept[day.isoformat()]
                part = None if text is None else stored(lambda text: value_from_text(kind, text), text)
            if part is not None:
                yield part

    def _is_of(self, first: date, last: date) -> ColumnElement[bool]:
        days = _kept.c.day.between(first.isoformat(), last.isoformat())
        return and_(days, _kept.c.zone == self._zone.key)

    def _days_of_ledger(self, connection: Connection, first: date, last: date) -> list[date]:
        """Return the days from `first` to `last` that are not before all events or after all of them."""
        earliest, latest = connection.execute(_SPAN).one()
        if earliest is None:
            return []
        first = max(first, self._day_of(earliest * MICROSECONDS_AN_HOUR))
        last = min(last, self._day_of((latest + 1) * MICROSECONDS_AN_HOUR - 1))
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]

    def _day_of(self, at: int) -> date:
        return moment(at).astimezone(self._zone).date()

    def _touches(self, day: date, hour: int) -> bool:
        first, last = _hours_of(day, self._zone)
        return first <= hour <= last


def kept_sums(database: Database) -> tuple[str, ...]:
    """Return the days whose sum is kept, by whatever clock, as they are written and in order."""
    with database.reading() as connection:
        return tuple(connection.execute(select(_kept.c.day).order_by(_kept.c.day)).scalars())


def sum_holds(database: Database, day: str) -> bool:
    """Say whether the kept sum of a day is what its events and appointments add up to."""
    row = _row_in(database, day)
    if row is None:
        return True
    try:
        this, zone = date.fromisoformat(day), ZoneInfo(row["zone"])
        added = _added_up(database, this, zone, _booked(database, this, zone))
    except (ValueError, OverflowError, KeyError, OSError):
        return False  # no program wrote this day, or this zone
    # A row that is another one now was outdated meanwhile, and rightly so.
    return row == _row_of(this, zone, added) or row != _row_in(database, day)


def _row_in(database: Database, day: str) -> dict[str, Any] | None:
    with database.reading() as connection:
        row = connection.execute(select(_kept).where(_kept.c.day == day)).one_or_none()
    return None if row is None else row._asdict()


def _row_of(day: date, zone: ZoneInfo, added: DaySum | None) -> dict[str, Any]:
    start, end = ends_of_day(day, zone)
    return {
        "day": day.isoformat(),
        "zone": zone.key,
        "starts_at": micros(start),
        "ends_at": micros(end),
        "shown": None if added is None else value_to_text(added.shown),
        "taught": None if added is None else value_to_text(added.taught),
    }


def _added_up(database: Database, day: date, zone: ZoneInfo, booked: Sequence[Appointment]) -> DaySum | None:
    recorded = events_between(database, *ends_of_day(day, zone))
    return day_sum(day, events_of_day((each.event for each in recorded), day, zone), booked, zone)


def _booked(database: Database, day: date, zone: ZoneInfo) -> tuple[Appointment, ...]:
    with database.direct(writing=False) as direct:
        return DeskBook(direct).booked(*ends_of_day(day, zone))


def _hours_of(day: date, zone: ZoneInfo) -> tuple[int, int]:
    start, end = ends_of_day(day, zone)
    return micros(start) // MICROSECONDS_AN_HOUR, (micros(end) - 1) // MICROSECONDS_AN_HOUR
