"""What the phone desk asks for, and what comes of it: closed sets, without sentences."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TypeAlias

from kiosk.core.appointment import Appointment, AppointmentId
from kiosk.core.guard_view import Failed, SignedInAs, SignInWanted
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.office import AreaId, Asked, DeskHabits, RoomId
from kiosk.core.person import Person
from kiosk.core.privacy_events import PeopleForgotten
from kiosk.core.slots import Slot
from kiosk.core.trouble import Trouble


@dataclass(frozen=True, slots=True)
class When:
    """A free time that was offered, in `room` or, for None, in any room that has appointments as long.

    `knowingly_full`: the desk was warned that the house is expected to be full then.
    """

    area: AreaId
    room: RoomId | None
    starts_at: datetime
    length: timedelta
    knowingly_full: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """Make an appointment for `party` people (1 or more)."""

    when: When
    party: int
    language: str
    person: Person | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Move:
    """Give an appointment another time; `seen` is how the desk has seen it last."""

    seen: Appointment
    when: When


@dataclass(frozen=True, slots=True)
class CallOff:
    """Cancel an appointment."""

    seen: Appointment


@dataclass(frozen=True, slots=True)
class Change:
    """Change how many come, their language, and what is known of the person."""

    seen: Appointment
    party: int
    language: str
    person: Person | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class OrderLetter:
    """Have another letter made."""

    seen: Appointment


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what the desk did last."""

    agreed: "Agreed"


@dataclass(frozen=True, slots=True)
class Find:
    """Find appointments of today or later by what was typed, which is personal data: it is in no `repr`."""

    typed: str = field(repr=False)


Wish: TypeAlias = Book | Move | CallOff | Change | OrderLetter | Undo
DeskOrder: TypeAlias = Wish | Find


@dataclass(frozen=True, slots=True)
class HouseThen:
    """How full the house is expected to be at the fullest moment of a visit, without that visit's party.

    `cap` is how many may be in it. `fits`: neither the house nor the area is expected to be full with the
    party in it. `of_area`: it is the area that has no room, and the numbers are those of the area.
    """

    people: float
    cap: int
    fits: bool
    of_area: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """A free time, and how full the house is expected to be then."""

    slot: Slot
    house: HouseThen


@dataclass(frozen=True, slots=True)
class Wanted:
    """For what a time is wanted: `room` None means any; `instead_of` is the appointment that is moved."""

    area: AreaId
    room: RoomId | None
    party: int
    instead_of: AppointmentId | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """The free times for what is `wanted` from `since` on, whole days at once, up to and without `until`."""

    wanted: Wanted
    since: date
    until: date
    times: tuple[Offered, ...]


class NotAgreed(Enum):
    """Why the desk's wish was not done; nothing was recorded and nothing has changed."""

    NOT_ALLOWED = "not_allowed"
    UNKNOWN_AREA = "unknown_area"
    NOT_A_SLOT = "not_a_slot"
    PAST = "past"
    NAME_WANTED = "name_wanted"
    CONTACT_WANTED = "contact_wanted"
    ADDRESS_WANTED = "address_wanted"
    MAIL_ADDRESS_WANTED = "mail_address_wanted"
    UNKNOWN_APPOINTMENT = "unknown_appointment"
    CHANGED_MEANWHILE = "changed_meanwhile"
    ALREADY_INSIDE = "already_inside"
    CANNOT_BE_UNDONE = "cannot_be_undone"
    TOO_LONG_AGO = "too_long_ago"
    TAKEN_MEANWHILE = "taken_meanwhile"


@dataclass(frozen=True, slots=True)
class Agreed:
    """It is done and in the ledger under `event`; `before` is how the appointment was, None for a new one.

    `person_before` is personal data, kept for as long as it may be taken back.
    """

    event: EventId
    appointment: Appointment
    before: Appointment | None
    person_before: Person | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SlotTaken:
    """Somebody else has got this time; `nearest` are those that are free and near to it."""

    nearest: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class FullThen:
    """The house is expected to be full then: to be confirmed, or one of the `nearest` that fit."""

    wanted: Offered
    nearest: tuple[Offered, ...]


Agreement: TypeAlias = Agreed | SlotTaken | FullThen | NotAgreed


@dataclass(frozen=True, slots=True)
class FoundBooking:
    """An appointment that was meant, and who comes."""

    appointment: Appointment
    person: Person | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeskFound:
    """The first few of the `total` appointments that were meant, by time."""

    bookings: tuple[FoundBooking, ...]
    total: int


class NotPrinted(Enum):
    """Why a letter that was made is not on paper."""

    NO_PRINTER = "no_printer"
    UNKNOWN_PRINTER = "unknown_printer"
    REFUSED = "refused"
    NO_SERVICE = "no_service"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class LetterPrinted:
    """The letter that was ordered by `event` is on its way out of this printer."""

    event: EventId
    printer: str


@dataclass(frozen=True, slots=True)
class LetterKept:
    """The letter that was ordered by `event` lies in this file, since it could not be printed.

    `printer` is the one that was meant, "" where there is none.
    """

    event: EventId
    file: str
    why: NotPrinted
    printer: str


@dataclass(frozen=True, slots=True)
class LetterNotMade:
    """The letter could not be made; `why` is a sentence with the mend, and names nobody."""

    why: str


DeskResult: TypeAlias = (
    Agreement | LetterPrinted | LetterKept | LetterNotMade | DeskFound | NotDone | SignInWanted | Failed
)


@dataclass(frozen=True, slots=True)
class DeskAnswered:
    """What came of an order, `tap` being the id that it was given with."""

    tap: EventId
    order: DeskOrder
    result: DeskResult


@dataclass(frozen=True, slots=True)
class DeskView:
    """What the desk shows beside the call: who is signed in, how long no PIN is taken, what is wrong.

    `today` is the day at the office. `forgotten` are the deletions since the view before: of whom they cover
    the desk lets go as well.
    """

    signed_in: SignedInAs | None
    paused: timedelta | None
    trouble: Trouble | None
    today: date
    forgotten: tuple[PeopleForgotten, ...] = ()


def kept_of(person: Person | None, desk: DeskHabits) -> Person | None:
    """Return what the office keeps of a person: what it never asks for is not kept, whoever typed it."""
    if person is None:
        return None
    kept = Person(
        name=_kept(person.name, desk.name),
        contact=_kept(person.contact, desk.contact),
        address=_kept(person.address, desk.address),
        needs=person.needs,
        company=person.company,
        by_mail=person.by_mail,
    )
    return None if kept == Person(None) else kept


def what_is_missing(person: Person | None, desk: DeskHabits) -> NotAgreed | None:
    """Return what the desk has to ask for yet, None if nothing; `person` is what is kept."""
    known = person or Person(None)
    if desk.name is Asked.REQUIRED and known.name is None:
        return NotAgreed.NAME_WANTED
    if desk.contact is Asked.REQUIRED and known.contact is None:
        return NotAgreed.CONTACT_WANTED
    if desk.address is Asked.REQUIRED and known.address is None and not known.by_mail:
        return NotAgreed.ADDRESS_WANTED
    if known.by_mail and known.mail_address is None:
        return NotAgreed.MAIL_ADDRESS_WANTED
    return None


def _kept(text: str | None, asked: Asked) -> str | None:
    written = (text or "").strip()
    return None if asked is Asked.NEVER or not written else written
