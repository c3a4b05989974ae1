"""The ledger: what happened, who is inside, and who is expected, on SQLite or PostgreSQL."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, inspect, text

from kiosk.clock import now_utc
from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.appointment_changes import AppointmentChanges, Known
from kiosk.core.booking_search import BookingSearch
from kiosk.core.code import Badge, Code
from kiosk.core.door_report import DoorReport
from kiosk.core.events import Event
from kiosk.core.ids import EventId, StaffId
from kiosk.core.occupancy import House
from kiosk.core.office import DoorId
from kiosk.core.person import Person
from kiosk.core.privacy import PeopleKept
from kiosk.core.staff import Member
from kiosk.ledger import book
from kiosk.ledger.book import Letter, LetterId
from kiosk.ledger.bookings import bookings
from kiosk.ledger.chain import RecordedEvent
from kiosk.ledger.database import Database
from kiosk.ledger.day_sums import DaySums, kept_sums, sum_holds
from kiosk.ledger.door_reports import read_reports, write_report
from kiosk.ledger.errors import LedgerCorruptedError, LedgerSchemaError, LedgerUnreachableError, lost
from kiosk.ledger.health import LedgerHealth, health_of
from kiosk.ledger.key import LetterKey, PinKey
from kiosk.ledger.mail_queue import MailQueue
from kiosk.ledger.marks import OF_LETTERS, OF_PINS, key_of
from kiosk.ledger.people_book import people_kept, wipe_deleted
from kiosk.ledger.reading import (
    events_after,
    events_between,
    last_events,
    recorded_in,
    rows_after,
    rule_events,
)
from kiosk.ledger.secret_file import is_kept
from kiosk.ledger.server_clock import Clock, clock_lead
from kiosk.ledger.staff_book import KeptMember, StaffBook
from kiosk.ledger.stories import day_until
from kiosk.ledger.transaction import EMPTY, Snapshot, Transaction, appointment_of, snapshot_in, snapshot_row
from kiosk.ledger.verify import Verification, verify
from kiosk.ledger.version import SCHEMA_VERSION


class Ledger:
    """An open ledger. Every method may raise a LedgerUnavailableError; threads and processes may share it."""

    def __init__(self, database: Database, key: LetterKey, clock: Clock) -> None:
        """Take an up-to-date database; `Ledger.open` is the way to one."""
        self._database = database
        self._key = key
        self._clock = clock
        self._known = EMPTY

    @classmethod
    def open(cls, url: str, key_file: Path, clock: Clock = now_utc) -> Self:
        """Open the ledger at `sqlite:///FILE` or `postgresql+psycopg://...`, and make it where none ever was.

        `key_file` is made with a new ledger and has to be kept with it: see LedgerKeyError. Where it is
        there, a ledger was, too: see LedgerLostError. `clock` is that of this machine, which is only
        compared with the server's.
        """
        # Looked at first: another program that begins the ledger now has its tables before it has a key.
        may_begin = not is_kept(key_file)
        database = Database(url, may_begin=may_begin)
        try:
            _bring_up_to_date(database, may_begin=may_begin)
            return cls(database, key_of(database, key_file, OF_LETTERS), clock)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Close all connections."""
        self._database.close()

    def check_not_lost(self) -> None:
        """Raise LedgerLostError if the file of this ledger, which may be closed, is missing or empty."""
        self._database.check_not_lost()

    def check_follows(self, before: Self) -> None:
        """Raise LedgerUnreachableError if this ledger does not hold the newest that `before` has known."""
        known = before._known
        if known.seq == 0:
            return
        recorded = next(self.events(known.seq - 1), None)
        if recorded is None or recorded.hash != known.hash:
            raise LedgerUnreachableError(
                "The ledger is not the one that this program has known: perhaps its disk is not there. Put "
                "it back; after a backup was restored, start the program anew."
            )

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Read, decide and write as one: nobody else decides meanwhile, and all is committed or nothing.

        When the block has ended without an error, what was appended outlasts a power cut. If the commit
        itself fails for want of the server, nobody knows whether it counted: ask again with the same id.
        """
        with self._database.direct(writing=True) as direct:
            transaction = Transaction(direct, self._key, self._known, self._clock)
            yield transaction
            snapshot = transaction.conclude()
        self._known = snapshot

    def house(self) -> House:
        """Return the state of the house after the last commit."""
        return self.newest().house

    def newest(self) -> Snapshot:
        """Return the state of the house after the last commit, and the number of the event that led to it."""
        with self._database.direct(writing=False) as direct:
            row = snapshot_row(direct)
        self._known = snapshot = snapshot_in(row, self._known)
        return snapshot

    def since(self, seq: int) -> tuple[Snapshot, tuple[RecordedEvent, ...]]:
        """Return the newest state, and the events after number `seq` that led to it.

        The database is let go before anything is made of the rows: this may be asked many times a second.
        """
        with self._database.direct(writing=False) as direct:
            row = snapshot_row(direct)
            # PostgreSQL shows the second statement what was committed meanwhile: that is of the next time.
            rows = rows_after(direct, seq, row[0]) if row[0] > seq else []
        self._known = snapshot = snapshot_in(row, self._known)
        return snapshot, recorded_in(rows)

    def clock_lead(self) -> timedelta | None:
        """Return how far the clock of this machine is ahead of the server's; None on SQLite."""
        with self._database.direct(writing=False) as direct:
            return clock_lead(direct, self._clock)

    def events(self, since_seq: int = 0) -> Iterator[RecordedEvent]:
        """Give the events after number `since_seq`, oldest first, without holding back the door."""
        return events_after(self._database, since_seq)

    def events_between(self, start: datetime, end: datetime) -> Iterator[RecordedEvent]:
        """Give the events of [start, end), in the order in which they were recorded; the door goes on."""
        return events_between(self._database, start, end)

    def last_events(self, count: int, door: DoorId | None = None) -> tuple[RecordedEvent, ...]:
        """Return the last `count` events of one door, or of all doors and the house, newest first."""
        with self._database.reading() as connection:
            return last_events(connection, count, door)

    def rule_events(self) -> tuple[RecordedEvent, ...]:
        """Return all events about entered house rules, oldest first: from the index that has them alone."""
        with self._database.reading() as connection:
            return rule_events(connection)

    def day_until(self, event_id: EventId) -> tuple[Event, ...]:
        """Return the events from the beginning of its day up to this one; none where it is not recorded."""
        with self._database.direct(writing=False) as direct:
            return day_until(direct, event_id)

    def verify(self, progress: Callable[[int], None] | None = None) -> Verification:
        """Check all events against their chain and the count against their fold, while the door goes on.

        `progress` is told the number of the event that was checked last, every few thousand events.
        """
        return verify(self._database, progress)

    def health(self) -> LedgerHealth:
        """Say what the ledger stands on."""
        return health_of(self._database)

    def appointments(self, start: datetime, end: datetime) -> tuple[Appointment, ...]:
        """Return the appointments that start in [start, end), by time."""
        with self._database.reading() as connection:
            return book.appointments_between(connection, start, end)

    def appointment(self, appointment_id: AppointmentId) -> Appointment | None:
        """Return the appointment of this id, None if there is none."""
        with self._database.direct(writing=False) as direct:
            return appointment_of(direct, appointment_id)

    def bookings(
        self, search: BookingSearch, start: datetime, end: datetime, zone: ZoneInfo
    ) -> tuple[Appointment, ...]:
        """Return the booked appointments of [start, end) that `search` means; its times are in `zone`."""
        with self._database.reading() as connection:
            return bookings(connection, self._key, search, start, end, zone)

    def by_external_id(self, external_ids: Sequence[str]) -> dict[str, Appointment]:
        """Return the appointments that the office's list names so; those that nobody knows are left out."""
        with self._database.reading() as connection:
            return book.by_external_id(connection, external_ids)

    def known_of(self, external_ids: Sequence[str], series: Collection[str] = ()) -> Known:
        """Return what is known of these appointments, and of all that belong to one of these series."""
        with self._database.reading() as connection:
            return book.known_of(connection, external_ids, series)

    def apply(self, changes: AppointmentChanges) -> None:
        """Make all changes of an import or none. Raises OutdatedChangesError if somebody else made some."""
        rows = book.rows_of(changes)
        with self._database.direct(writing=True) as direct:
            book.apply_changes(direct, rows)

    def issue_letters(self, letters: Iterable[tuple[Appointment, Code]], now: datetime) -> None:
        """Make these codes letters of their appointments, all or none. Raises CodeTakenError."""
        with self._database.writing() as connection:
            book.issue_letters(connection, self._key, letters, now)

    def letters_of(self, appointment_id: AppointmentId) -> tuple[Letter, ...]:
        """Return all letters of an appointment, in the order in which they were issued."""
        with self._database.reading() as connection:
            return book.letters_of(connection, appointment_id)

    def revoke_letter(self, letter_id: LetterId, now: datetime) -> bool:
        """Make a letter worthless; False if there is none, or it was revoked before."""
        with self._database.writing() as connection:
            return book.revoke_letter(connection, letter_id, now)

    def revoke_code(self, code: Code, now: datetime) -> bool:
        """Make the letter with this code worthless; False if there is none, or it was revoked before."""
        with self._database.writing() as connection:
            return book.revoke_code(connection, self._key, code, now)

    def staff(self) -> tuple[Member, ...]:
        """Return the whole staff, disabled people included, in the order in which they were added."""
        with self._database.direct(writing=False) as direct:
            return StaffBook(direct, self._key).members()

    def staff_member(self, who: StaffId | Badge) -> KeptMember | None:
        """Return the person of this id or badge; None if there is nobody, or they have another badge now."""
        with self._database.direct(writing=False) as direct:
            return StaffBook(direct, self._key).kept(who)

    def pin_key(self, key_file: Path) -> PinKey:
        """Return the key of the staff's PINs, which is made with the first call. Raises LedgerKeyError."""
        return key_of(self._database, key_file, OF_PINS)

    def report_door(self, report: DoorReport) -> None:
        """Keep what a door's program says of its devices, in the place of what it said last.

        This takes the database's lock for a moment: see `kiosk.core.door_report.is_due`.
        """
        with self._database.direct(writing=True) as direct:
            write_report(direct, report, clock_lead(direct, self._clock) or timedelta(0))

    def door_reports(self) -> tuple[DoorReport, ...]:
        """Return the last report of each door, by its name; the times are those of this machine's clock."""
        with self._database.direct(writing=False) as direct:
            return read_reports(direct, clock_lead(direct, self._clock) or timedelta(0))

    def person_of(self, appointment_id: AppointmentId) -> Person | None:
        """Return who comes, or None if no name was given or it is deleted."""
        with self._database.reading() as connection:
            return book.person_of(connection, appointment_id)

    def people_kept(self, start: datetime) -> PeopleKept:
        """Count what is known of people; those of appointments before `start` are overdue."""
        with self._database.reading() as connection:
            return people_kept(connection, start)

    def wipe_deleted(self) -> None:
        """Take what was deleted out of the database's own files; see docs/privacy.md for what remains."""
        wipe_deleted(self._database)

    def day_sums(self, zone: ZoneInfo) -> DaySums:
        """Return the days by the clock of `zone`, and what each adds up to."""
        return DaySums(self._database, zone)

    def kept_sums(self) -> tuple[str, ...]:
        """Return the days whose sum is kept, as they are written, to be checked one by one."""
        return kept_sums(self._database)

    def sum_holds(self, day: str) -> bool:
        """Say whether the kept sum of a day is what its events and appointments add up to."""
        return sum_holds(self._database, day)

    @property
    def mail_queue(self) -> MailQueue:
        """The letters that go by mail."""
        return MailQueue(self._database)


def _bring_up_to_date(database: Database, *, may_begin: bool) -> None:
    with database.reading() as connection:
        version = _schema_version(connection)
        others = inspect(connection).get_table_names() if version is None and database.is_sqlite else []
    if version == SCHEMA_VERSION:
        return
    if version is None and not may_begin:
        raise lost(database.place)
    if others:
        # A server may hold tables of others, such as those of its extensions; a file is nobody else's.
        raise LedgerCorruptedError(
            f"The file {database.place} is the database of another program, with the table {others[0]}: no "
            "ledger is begun in it. Check the database's address in the settings."
        )
    if version is not None and version > SCHEMA_VERSION:
        raise LedgerSchemaError(
            f"The ledger {database.place} was written by a newer program (schema {version}, this program "
            f"knows {SCHEMA_VERSION}). Install the newer program here too."
        )
    from kiosk.ledger.migrate import migrate  # noqa: PLC0415 - 0.2 s for Alembic, which a start hardly ever needs

    migrate(database)


def _schema_version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version
