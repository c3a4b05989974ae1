"""One transaction: what is known is read, decided upon by the caller, and what happened is appended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, exists, insert, or_, select, update

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.code import Code, ShortCode
from kiosk.core.decide import Invitation
from kiosk.core.events import Event
from kiosk.core.fold import after
from kiosk.core.ids import EventId
from kiosk.core.line import Due
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId
from kiosk.ledger.book import appointment_in
from kiosk.ledger.chain import COLUMNS, GENESIS, columns_of, next_hash
from kiosk.ledger.codec import (
    event_from_text,
    event_to_text,
    house_from_text,
    house_to_text,
    micros,
    moment,
)
from kiosk.ledger.database import Direct
from kiosk.ledger.desk_book import DeskBook
from kiosk.ledger.errors import DuplicateEventError, ImpossibleEventError, LedgerCorruptedError
from kiosk.ledger.key import LetterKey
from kiosk.ledger.people_book import PeopleBook
from kiosk.ledger.prepared import Prepared
from kiosk.ledger.reading import stored
from kiosk.ledger.schema import appointment, event, letter, occupancy
from kiosk.ledger.server_clock import Clock, clock_lead
from kiosk.ledger.staff_book import StaffBook
from kiosk.ledger.stories import counted_since, later_events, story_of


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The fold of the first `seq` events, the last of which has `hash`."""

    seq: int
    hash: bytes
    house: House


EMPTY = Snapshot(0, GENESIS, EMPTY_HOUSE)


_snapshot = select(occupancy.c.seq, occupancy.c.hash, occupancy.c.house)
_SNAPSHOT = Prepared(_snapshot)
_SNAPSHOT_LOCKED = Prepared(_snapshot.with_for_update())
_MOVE = Prepared(
    update(occupancy)
    .where(occupancy.c.seq == bindparam("seen"))
    .values({name: bindparam(f"new_{name}") for name in ("seq", "hash", "inside", "house")})
)
_APPEND = Prepared(insert(event))
_BODY = Prepared(select(event.c.body).where(event.c.id == bindparam("id")))
_LAST_BODY = Prepared(
    select(event.c.body)
    .where(event.c.appointment == bindparam("appointment"))
    .order_by(event.c.seq.desc())
    .limit(1)
)

# What happened with the visits of an appointment: when one began or ended, and whether that was taken back.
_happened, _taken_back, _reopened = (event.alias(name) for name in ("happened", "taken_back", "reopened"))


def _is_one_of(kind: ColumnElement[str], *kinds: str) -> ColumnElement[bool]:
    # Not `IN`: see Prepared.
    return or_(*(kind == each for each in kinds))


_was_reopened = exists().where(
    _reopened.c.appointment == _taken_back.c.appointment,
    _reopened.c.kind == "visit_reopened",
    _reopened.c.visit == _taken_back.c.visit,
    _reopened.c.seq > _taken_back.c.seq,
)
_never_was = exists().where(
    _taken_back.c.appointment == _happened.c.appointment,
    _is_one_of(_taken_back.c.kind, "entry_withdrawn", "turned_back"),
    _taken_back.c.visit == _happened.c.visit,
    ~_was_reopened,
)
_entered = exists().where(
    _happened.c.appointment == appointment.c.id,
    _is_one_of(_happened.c.kind, "entered", "let_in"),
    ~_never_was,
)
_goes_on = exists().where(
    _reopened.c.appointment == _happened.c.appointment,
    _reopened.c.kind == "visit_reopened",
    _reopened.c.visit == _happened.c.visit,
    _reopened.c.seq > _happened.c.seq,
)
_last_left_at = (
    select(_happened.c.at)
    .where(
        _happened.c.appointment == appointment.c.id,
        _is_one_of(_happened.c.kind, "exited", "settled", "turned_back", "reconciled"),
        ~_goes_on,
    )
    .order_by(_happened.c.seq.desc())
    .limit(1)
    .scalar_subquery()
)
_invitation = (
    select(
        appointment,
        letter.c.printed_for,
        _entered,
        _last_left_at,
    )
    .join_from(letter, appointment)
    .where(letter.c.revoked_at.is_(None))
)
_BY_CODE = Prepared(_invitation.where(letter.c.code_hash == bindparam("hash")))
_BY_SHORT_CODE = Prepared(_invitation.where(letter.c.short_hash == bindparam("hash")))
_APPOINTMENT = Prepared(select(appointment).where(appointment.c.id == bindparam("id")))
_DUE = Prepared(
    select(appointment.c.id, appointment.c.area, appointment.c.party, appointment.c.starts_at)
    .where(
        appointment.c.starts_at.between(bindparam("since"), bindparam("until")),
        appointment.c.status == AppointmentStatus.BOOKED.value,
        ~_entered,
    )
    .order_by(appointment.c.starts_at, appointment.c.id)
)
_BOOKED = Prepared(
    select(appointment.c.id, appointment.c.starts_at).where(
        appointment.c.starts_at.between(bindparam("since"), bindparam("until")),
        appointment.c.status == AppointmentStatus.BOOKED.value,
    )
)


def snapshot_row(direct: Direct, *, lock: bool = False) -> tuple[int, bytes, str]:
    """Return the occupancy row: the number and hash of the last event, and the house after it.

    With `lock`, the row stays locked until the transaction ends: PostgreSQL lets one decide at a time. Raises
    LedgerCorruptedError if there is no such row.
    """
    row: tuple[int, bytes, str] | None = (_SNAPSHOT_LOCKED if lock else _SNAPSHOT).run(direct).fetchone()
    if row is None:
        raise LedgerCorruptedError("The ledger has no row that says who is inside. Restore the last backup.")
    return row


def snapshot_in(row: tuple[int, bytes, str], known: Snapshot) -> Snapshot:
    """Return what the occupancy row says; `known` is returned again while it still holds."""
    seq, hash_, house = row
    if (seq, hash_) == (known.seq, known.hash):
        return known
    return Snapshot(seq, hash_, stored(house_from_text, house))


def appointment_of(direct: Direct, appointment_id: AppointmentId) -> Appointment | None:
    """Return the appointment of this id, None if there is none."""
    row = _APPOINTMENT.run(direct, id=appointment_id).fetchone()
    return None if row is None else appointment_in(row)


class Transaction:
    """What may be asked and appended while nobody else decides; see `Ledger.transaction`."""

    def __init__(self, direct: Direct, key: LetterKey, known: Snapshot, clock: Clock) -> None:
        """Take the lock that keeps others from deciding; `known` is the newest snapshot that was seen."""
        self._direct = direct
        self._integrity_error: type[Exception] = direct.dialect.loaded_dbapi.IntegrityError
        self._key = key
        self._clock = clock
        self._begun = snapshot_in(snapshot_row(direct, lock=True), known)
        self._now = self._begun

    @property
    def house(self) -> House:
        """The state of the house, with the events that were appended in this transaction."""
        return self._now.house

    @property
    def staff(self) -> StaffBook:
        """The people of the staff; what is changed of them is committed with what is appended."""
        return StaffBook(self._direct, self._key)

    @property
    def desk(self) -> DeskBook:
        """The appointments as the phone desk changes them; that is committed with what is appended."""
        return DeskBook(self._direct)

    @property
    def people(self) -> PeopleBook:
        """Who comes, to be forgotten together with what is appended."""
        return PeopleBook(self._direct)

    def clock_lead(self) -> timedelta | None:
        """Return how far the clock of this machine is ahead of the server's; None on SQLite."""
        return clock_lead(self._direct, self._clock)

    def event(self, event_id: EventId) -> Event | None:
        """Return what was recorded of this scan, so that a retry is answered alike; None if nothing was."""
        return _event_in(_BODY.run(self._direct, id=event_id).fetchone())

    def last_event_of(self, appointment_id: AppointmentId) -> Event | None:
        """Return the newest event of this appointment, or None if it has none."""
        return _event_in(_LAST_BODY.run(self._direct, appointment=appointment_id).fetchone())

    def invitation(self, code: Code | ShortCode) -> Invitation | None:
        """Return what the letter of this code invites to; None if it is unknown or revoked."""
        query = _BY_CODE if isinstance(code, Code) else _BY_SHORT_CODE
        row = query.run(self._direct, hash=self._key.hash_of(code)).fetchone()
        if row is None:
            return None
        *of_appointment, printed_for, entered, last_left_at = row
        return Invitation(
            appointment=appointment_in(of_appointment),
            printed_for=moment(printed_for),
            entered=bool(entered),
            last_left_at=None if last_left_at is None else moment(last_left_at),
        )

    def due(self, since: datetime, until: datetime) -> tuple[Due, ...]:
        """Return the booked appointments that start in [since, until] and whose parties never came in."""
        rows = _DUE.run(self._direct, since=micros(since), until=micros(until))
        return tuple(
            Due(AppointmentId(id_), AreaId(area), party, moment(starts_at))
            for id_, area, party, starts_at in rows
        )

    def booked(self, since: datetime, until: datetime) -> dict[AppointmentId, datetime]:
        """Return the booked appointments that start in [since, until], and when."""
        rows = _BOOKED.run(self._direct, since=micros(since), until=micros(until))
        return {AppointmentId(id_): moment(starts_at) for id_, starts_at in rows}

    def appointment(self, appointment_id: AppointmentId) -> Appointment | None:
        """Return the appointment of this id, None if there is none."""
        return appointment_of(self._direct, appointment_id)

    def later_events(self, event_id: EventId) -> tuple[Event, ...]:
        """Return all events after this one, oldest first."""
        return later_events(self._direct, event_id)

    def story_of(self, target: Event) -> tuple[Event, ...]:
        """Return what `target` follows on: its visit from the entry on, or how its number joined the line."""
        return story_of(self._direct, target)

    def counted_since(self, at: datetime) -> tuple[Event, ...]:
        """Return the recounts, what took them back, and the ends of days, later than `at` (aware)."""
        return counted_since(self._direct, at)

    def append(self, happened: Event) -> None:
        """Add an event to the ledger; it counts for `house` at once, and for others after the commit.

        Raises DuplicateEventError if its id is recorded already, ImpossibleEventError if it cannot follow.
        """
        if self.event(happened.id) is not None:
            raise DuplicateEventError(f"Event {happened.id} is recorded already.")
        body = event_to_text(happened)
        seq, hash_ = self._now.seq + 1, next_hash(self._now.hash, body)
        try:
            house = after(self._now.house, happened)
        except ValueError as error:
            raise ImpossibleEventError(f"Event {happened.id} cannot be number {seq}: {error}.") from error
        columns = dict(zip(COLUMNS, columns_of(happened), strict=True))
        try:
            _APPEND.run(self._direct, seq=seq, **columns, body=body, hash=hash_)
        except self._integrity_error as error:
            raise LedgerCorruptedError(
                f"The ledger holds an event of number {seq} that its count does not know. Run `kiosk verify`."
            ) from error
        self._now = Snapshot(seq, hash_, house)

    def conclude(self) -> Snapshot:
        """Move the occupancy row to the last event, once for all; `Ledger.transaction` commits after this.

        Raises LedgerCorruptedError if somebody else moved it, whatever the lock.
        """
        if self._now is not self._begun:
            moved = _MOVE.run(
                self._direct,
                seen=self._begun.seq,
                new_seq=self._now.seq,
                new_hash=self._now.hash,
                new_inside=self._now.house.inside,
                new_house=house_to_text(self._now.house),
            )
            if moved.rowcount != 1:
                raise LedgerCorruptedError("The row that says who is inside moved although it was locked.")
        return self._now


def _event_in(row: tuple[str] | None) -> Event | None:
    return None if row is None else stored(event_from_text, row[0])
