"""A phone desk: who is signed in there, what it is offered, and what comes of each of its orders."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from kiosk.core.booking_search import read_search
from kiosk.core.code import Badge
from kiosk.core.desk_orders import (
    Agreed,
    Book,
    Change,
    DeskAnswered,
    DeskFound,
    DeskOrder,
    DeskResult,
    DeskView,
    Find,
    FoundBooking,
    FullThen,
    LetterKept,
    LetterNotMade,
    LetterPrinted,
    Move,
    NotAgreed,
    Offer,
    Offered,
    OrderLetter,
    SlotTaken,
    Wanted,
)
from kiosk.core.door_events import BookingSearched
from kiosk.core.entered_rules import EnteredRules
from kiosk.core.events import Event
from kiosk.core.experience import Experience, Lesson, experience
from kiosk.core.guard_view import Failed, SignedInAs, SignInWanted
from kiosk.core.ids import EventId, StaffId
from kiosk.core.instant import midnight
from kiosk.core.not_done import NotDone
from kiosk.core.office import Office
from kiosk.core.privacy_events import PeopleForgotten
from kiosk.core.sign_in import DESK_LOCKED_AFTER, Refusal
from kiosk.core.staff import Pin
from kiosk.core.trouble import Trouble
from kiosk.gate.agree import agree, is_allowed
from kiosk.gate.house_then import outlook
from kiosk.gate.offers import nearest, offer
from kiosk.gate.passing_time import by_server
from kiosk.gate.past_days import DaysBefore
from kiosk.gate.post_sign_in import PostSignIn
from kiosk.gate.reach import Reach
from kiosk.gate.tap import Tap, time_of
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger

_log = logging.getLogger(__name__)

# More than this many do not help to find one: the desk asks for more letters of the name.
MOST_FOUND = 50

MakeLetter = Callable[[Ledger, Agreed, datetime], LetterPrinted | LetterKept]
"""Makes a letter of what was agreed, and prints it or puts it into a file. Raises LetterFailedError."""


class LetterFailedError(Exception):
    """A letter could not be made; its text is a sentence with the mend, and names nobody."""


class DeskPost:
    """One desk's way from an order to its answer. Used by one thread; several desks may share a ledger."""

    def __init__(
        self,
        office: Office,
        open_ledger: Callable[[], Ledger],
        pin_key: Callable[[Ledger], PinKey],
        make_letter: MakeLetter,
    ) -> None:
        """`open_ledger` is called when the ledger is needed, and again when it could not be reached."""
        self._office = office
        self._reach = Reach(open_ledger)
        self._sign_in = PostSignIn(None, self._reach, pin_key, DESK_LOCKED_AFTER)
        self._make_letter = make_letter
        self._days = DaysBefore(office)
        self._lessons: tuple[Lesson, ...] = ()
        self._experiences: dict[int, Experience] = {}
        self._entered_rules: tuple[EnteredRules, ...] = ()
        self._seen: int | None = None
        self._forgotten: list[PeopleForgotten] = []
        self._outlook = outlook(office, self._experience_on, lambda: self._entered_rules)

    def look(self, now: datetime) -> DeskView:
        """Return who is signed in, and what is wrong. Never raises."""
        trouble: Trouble | None = None
        today = now.astimezone(self._office.time_zone).date()
        try:
            if not self._reach.rests(now):
                today = self._reach.read(now, lambda ledger: self._passed(ledger, now))
        except LedgerUnavailableError as error:
            _log.error("the desk has no ledger: %s", error)
        if self._reach.is_broken:
            trouble = Trouble.LEDGER
        session = self._sign_in.session(now)
        who = None if session is None else SignedInAs(session.staff, session.role)
        forgotten, self._forgotten = self._forgotten, []
        return DeskView(who, self._sign_in.pause(now), trouble, today, tuple(forgotten))

    def sign_in(self, who: StaffId | Badge, pin: Pin, now: datetime) -> SignedInAs | Refusal | Failed:
        """Sign somebody in by id or badge and PIN. Never raises."""
        return self._sign_in.sign_in(who, pin, now)

    def lock(self) -> None:
        """Sign out whoever is signed in."""
        self._sign_in.lock()

    def touched(self, now: datetime) -> None:
        """Take note that somebody types, which keeps the desk unlocked."""
        self._sign_in.touched(now)

    def offer(self, wanted: Wanted, since: date, now: datetime) -> Offer | Failed:
        """Return the free times from a day on. Never raises."""

        def offered(ledger: Ledger) -> Offer:
            by_its_clock = by_server(now, ledger.clock_lead())
            self._learn(ledger, by_its_clock)
            return offer(ledger, self._office, wanted, since, by_its_clock, self._outlook)

        try:
            return self._reach.read(now, offered)
        except LedgerUnavailableError as error:
            _log.error("nothing can be offered: %s", error)
            return Failed(Trouble.LEDGER)
        except Exception:  # noqa: BLE001 - a fault of the program: the desk says so, and the next question is answered
            _log.exception("nothing can be offered")
            return Failed(Trouble.PROGRAM)

    def carry_out(self, order: DeskOrder, tap: EventId, now: datetime) -> DeskAnswered:
        """Do what was ordered at `now` (aware). The same tap again counts once. Never raises."""
        self._sign_in.touched(now)
        session = self._sign_in.session(now)
        if session is None:
            return DeskAnswered(tap, order, SignInWanted())
        by = Tap(tap, session.staff, None, now)
        try:
            result = self._reach.write(now, lambda ledger: self._result(ledger, order, by))
        except LedgerUnavailableError as error:
            _log.error("the order %s failed: %s", tap, error)
            return DeskAnswered(tap, order, Failed(Trouble.LEDGER))
        except Exception:  # noqa: BLE001 - a fault of the program: the next order is carried out all the same
            _log.exception("the order %s failed", tap)
            return DeskAnswered(tap, order, Failed(Trouble.PROGRAM))
        return DeskAnswered(tap, order, result)

    def close(self) -> None:
        """Close the ledger."""
        self._reach.close()

    def _result(self, ledger: Ledger, order: DeskOrder, tap: Tap) -> DeskResult:
        if isinstance(order, Find):
            return self._found(ledger, order, tap)
        # Before the ledger is locked: the first time on a day this takes a moment.
        self._learn(ledger, by_server(tap.at, ledger.clock_lead()))
        if isinstance(order, Change) and self._is_about_somebody_deleted(ledger, order):
            # It would bring the name back that this desk has still shown a moment ago.
            return NotAgreed.CHANGED_MEANWHILE
        answer = agree(ledger, self._office, tap, order, self._outlook)
        match answer:
            case Agreed() if isinstance(order, OrderLetter):
                return self._letter(ledger, answer, tap)
            case SlotTaken() if isinstance(order, Book | Move):
                return SlotTaken(self._nearest(ledger, order, tap))
            case FullThen(wanted=wanted) if isinstance(order, Book | Move):
                return FullThen(wanted, self._nearest(ledger, order, tap))
            case _:
                return answer

    def _learn(self, ledger: Ledger, now: datetime) -> None:
        """Read which rules were entered, and once a day what the days before today taught."""
        self._entered_rules = ledger.house().entered_rules
        lessons = self._days.lessons(ledger, now.astimezone(self._office.time_zone).date())
        if lessons is not self._lessons:
            self._lessons, self._experiences = lessons, {}

    def _experience_on(self, day: date) -> Experience:
        weekday = day.weekday()
        if weekday not in self._experiences:
            self._experiences[weekday] = experience(self._lessons, weekday)
        return self._experiences[weekday]

    def _nearest(self, ledger: Ledger, order: Book | Move, tap: Tap) -> tuple[Offered, ...]:
        if isinstance(order, Book):
            wanted = Wanted(order.when.area, order.when.room, order.party)
        else:
            wanted = Wanted(order.when.area, order.when.room, order.seen.party, order.seen.id)
        now = by_server(tap.at, ledger.clock_lead())
        return nearest(ledger, self._office, wanted, order.when.starts_at, now, self._outlook)

    def _passed(self, ledger: Ledger, now: datetime) -> date:
        """Take note of who was deleted since this was asked last, and return what day it is."""
        self._notice_deletions(ledger)
        return by_server(now, ledger.clock_lead()).astimezone(self._office.time_zone).date()

    def _notice_deletions(self, ledger: Ledger) -> None:
        if self._seen is None:
            # Whoever was deleted before this desk began was never seen here.
            self._seen = ledger.newest().seq
        for recorded in ledger.events(self._seen):
            self._seen = recorded.seq
            if isinstance(recorded.event.what, PeopleForgotten):
                self._forgotten.append(recorded.event.what)

    def _is_about_somebody_deleted(self, ledger: Ledger, order: Change) -> bool:
        self._notice_deletions(ledger)
        return any(each.covers(order.seen) for each in self._forgotten)

    def _letter(self, ledger: Ledger, agreed: Agreed, tap: Tap) -> LetterPrinted | LetterKept | LetterNotMade:
        try:
            return self._make_letter(ledger, agreed, tap.at)
        except LetterFailedError as error:
            _log.error("the letter of %s is not made: %s", agreed.appointment.id, error)
            return LetterNotMade(str(error))

    def _found(self, ledger: Ledger, order: Find, tap: Tap) -> DeskFound | NotDone | NotAgreed:
        """Find who is booked from today on, and record that somebody looked; what was typed is not kept."""
        search = read_search(order.typed)
        if isinstance(search, NotDone):
            return search
        zone = self._office.time_zone
        now = by_server(tap.at, ledger.clock_lead())
        today = now.astimezone(zone).date()
        start = midnight(today, zone)
        end = midnight(today + timedelta(days=self._office.desk.days + 1), zone)
        fitting = ledger.bookings(search, start, end, zone)
        with ledger.transaction() as transaction:
            if not is_allowed(transaction, tap):
                return NotAgreed.NOT_ALLOWED
            if transaction.event(tap.id) is None:
                what = BookingSearched(len(fitting))
                transaction.append(Event(tap.id, time_of(tap, transaction), None, tap.by, what, None))
        shown = tuple(FoundBooking(each, ledger.person_of(each.id)) for each in fitting[:MOST_FOUND])
        return DeskFound(shown, len(fitting))
