"""A guard's post beside a door: what the panel shows, and what comes of each order that is given at it."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.core.code import Badge
from kiosk.core.door_report import DoorReport
from kiosk.core.guard_view import (
    Answered,
    Failed,
    GuardView,
    KeptByHand,
    NotKept,
    Recorded,
    Result,
    SecondPersonWanted,
    SignedInAs,
    SignInWanted,
)
from kiosk.core.ids import EventId, StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House
from kiosk.core.office import Door, Office
from kiosk.core.orders import Admit, CountPeopleOut, Order, needs_nobody, right_to
from kiosk.core.rights import may
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import Pin
from kiosk.core.trouble import Trouble
from kiosk.gate.by_hand import ByHand, after_all_seen, why_not_by_hand, with_kept
from kiosk.gate.carry_out import carry_out
from kiosk.gate.evacuation import Evacuation, evacuation
from kiosk.gate.journal import JournalError
from kiosk.gate.last_known import LastKnown
from kiosk.gate.passing_time import ClockError, by_server, check_clock
from kiosk.gate.post_sign_in import PostSignIn
from kiosk.gate.reach import Reach
from kiosk.gate.recent import RecentEvents
from kiosk.gate.sign_in import who_acts
from kiosk.gate.tap import Done, Tap
from kiosk.gate.tap_book import TapBook
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger

_log = logging.getLogger(__name__)


class GuardPost:
    """One panel's way from an order to its answer. Used by one thread; several posts may share a ledger.

    While the ledger cannot be reached, or not be written, people are let in and counted out by hand: that is
    kept on this machine's disk and enters the ledger once, as soon as it is back.
    """

    def __init__(
        self,
        office: Office,
        door: Door,
        open_ledger: Callable[[], Ledger],
        pin_key: Callable[[Ledger], PinKey],
        folder: Path,
    ) -> None:
        """`folder` holds the panel's journal and the last known house; it is made where there is none."""
        self._office = office
        self._door = door.id
        self._recent = RecentEvents(door.id, office.habits.undo)
        self._reach = Reach(open_ledger)
        self._sign_in = PostSignIn(door.id, self._reach, pin_key)
        self._book = TapBook(folder, door.id, office)
        self._last_known = LastKnown(folder, door.id)
        self._waiting: tuple[EventId, Order] | None = None
        self._report: DoorReport | None = None
        self._is_current = False
        self._lead: timedelta | None = None
        self._said: Trouble | None = None

    def look(self, now: datetime) -> GuardView:
        """Return what the panel shows at `now` (aware): to be called once a second and after each act.

        What waits for the ledger is recorded as soon as it is back. Never raises.
        """
        trouble: Trouble | None = None
        try:
            self._catch_up(now)
        except LedgerUnavailableError as error:
            self._say(Trouble.LEDGER, error)
        except ClockError as error:
            trouble = self._say(Trouble.CLOCK, error)
        except Exception as error:  # noqa: BLE001 - a panel that says what is wrong is better than none
            trouble = self._say(Trouble.PROGRAM, error)
        if self._reach.is_broken:
            trouble = Trouble.LEDGER
        elif trouble is None:
            self._said = None
        session = self._sign_in.session(now)
        return GuardView(
            now=now,
            house=self._house(),
            is_current=self._is_current,
            trouble=trouble,
            recent=self._recent.recent,
            last_good_scan=self._recent.last_good_scan,
            can_be_undone=self._recent.can_be_undone(by_server(now, self._lead)),
            kept=tuple(order for _, order in self._book.kept),
            signed_in=None if session is None else SignedInAs(session.staff, session.role),
            paused=self._sign_in.pause(now),
            unseen=self._book.tell_unseen(),
            refused=self._book.refused,
            report=self._report,
        )

    def carry_out(self, order: Order, tap: EventId, now: datetime) -> Answered:
        """Do what was ordered at `now` (aware) by `tap`, whose id was made at the press. Never raises.

        The same tap again counts once. Who may do what is asked of the staff as it stands now.
        """
        self._sign_in.touched(now)
        self._waiting = None
        session = self._sign_in.session(now)
        by = None if session is None else session.staff
        return Answered(tap, order, self._guarded(order, Tap(tap, by, self._door, now), None))

    def sign_in(self, who: StaffId | Badge, pin: Pin, now: datetime) -> SignedInAs | Refusal | Failed:
        """Sign somebody in by id or badge and PIN. Never raises."""
        self._waiting = None
        return self._sign_in.sign_in(who, pin, now)

    def confirm(self, who: StaffId | Badge, pin: Pin, now: datetime) -> Answered:
        """Do what waits for a second person, if this is one who may consent to going above the cap.

        After anything but Recorded or KeptByHand it waits on. Raises ValueError where nothing waits.
        """
        if self._waiting is None:
            raise ValueError("no order waits for a second person")
        tap, order = self._waiting
        session = self._sign_in.session(now)
        if session is None:
            return Answered(tap, order, SignInWanted())
        first = Tap(tap, session.staff, self._door, now)
        second = self._sign_in.second(who, pin, session.staff, now)
        result: Result
        if isinstance(second, Failed) and self._reach.is_broken and isinstance(order, Admit):
            result = self._kept(first, order)
        elif isinstance(second, Refusal | Failed | NotDone):
            result = second
        else:
            result = self._guarded(order, first, second)
        if isinstance(result, Recorded | KeptByHand):
            self._waiting = None
        return Answered(tap, order, result)

    def forget_waiting(self) -> None:
        """Drop the order that waits for a second person, who did not come."""
        self._waiting = None

    def lock(self) -> None:
        """Sign out whoever is signed in."""
        self._waiting = None
        self._sign_in.lock()

    def touched(self, now: datetime) -> None:
        """Take note that somebody touches the panel, which keeps it unlocked."""
        self._sign_in.touched(now)

    def set_aside(self, tap: EventId) -> None:
        """Show no more what was done by hand and the ledger did not take: somebody has seen to it."""
        self._book.set_aside(tap)

    def evacuation(self, now: datetime) -> Evacuation:
        """Count who is inside, for which nobody has to sign in; what was done by hand is counted too.

        Raises LedgerUnavailableError where the ledger cannot be reached and nothing was ever known here.
        """
        is_current = False
        if not self._reach.rests(now):
            try:
                self._follow(now)
                is_current = True
            except Exception:  # noqa: BLE001 - whatever fails, people have to be counted now
                _log.exception("the last known state has to do for the evacuation")
        house = self._house()
        if house is None:
            raise LedgerUnavailableError(
                "The ledger cannot be reached, and this machine has never seen the house. Count by hand."
            )
        return evacuation(self._office, house, now, is_current=is_current)

    def close(self, now: datetime) -> None:
        """End the post: what it knows is on the disk then."""
        if self._not_entered() == self._book.kept:
            self._last_known.write(now)
        self._book.close()
        self._reach.close()

    def _catch_up(self, now: datetime) -> None:
        self._book.settle(now)
        self._is_current = False
        if self._reach.rests(now):
            return
        self._lead = self._reach.read(now, Ledger.clock_lead)
        reports = self._reach.read(now, Ledger.door_reports)
        self._report = next((report for report in reports if report.door == self._door), None)
        house = self._follow(now)
        self._is_current = True
        if self._book.asks_ledger:
            self._reach.write(now, lambda ledger: self._book.ask(ledger, now))
            house = self._follow(now)
        check_clock(house, now, self._lead)

    def _follow(self, now: datetime) -> House:
        by_its_clock = by_server(now, self._lead)
        house = self._reach.read(now, lambda ledger: self._recent.follow(ledger, by_its_clock))
        self._last_known.house = house
        if self._not_entered() == self._book.kept:
            # What is written holds nothing that would be added to it once more after a restart.
            self._last_known.write_if_due(now)
        return house

    def _not_entered(self) -> tuple[tuple[Tap, ByHand], ...]:
        """Return what is kept, less what was recorded though its answer was lost on the way."""
        return tuple((tap, order) for tap, order in self._book.kept if not self._recent.holds(tap.id))

    def _house(self) -> House | None:
        known, kept = self._last_known.house, self._not_entered()
        # What was done by hand alone is not the house: nobody may take it for all who are inside.
        return known if known is None else with_kept(known, self._office, kept)

    def _guarded(self, order: Order, tap: Tap, confirmed_by: StaffId | None) -> Result:
        """Return what comes of an order, whatever happens."""
        try:
            result = self._result(order, tap, confirmed_by)
        except LedgerUnavailableError as error:
            # Whether it counts may be open: the tap stays noted until the ledger can be asked for it.
            _log.error("the tap %s failed: %s", tap.id, error)
            return Failed(Trouble.LEDGER)
        except ClockError as error:
            _log.error("the tap %s failed: %s", tap.id, error)
            result = Failed(Trouble.CLOCK)
        except Exception:  # noqa: BLE001 - a fault of the program: the next order is carried out all the same
            _log.exception("the tap %s failed", tap.id)
            return Failed(Trouble.PROGRAM)
        if not isinstance(result, KeptByHand | NotKept):
            self._book.answered(tap.id, tap.at)
        return result

    def _result(self, order: Order, tap: Tap, confirmed_by: StaffId | None) -> Result:
        if not isinstance(order, Admit | CountPeopleOut):
            if tap.by is None and not needs_nobody(order):
                return SignInWanted()
            return self._carried_out(order, tap, tap.by, None)
        if self._reach.is_broken:
            return self._kept(tap, order)
        try:
            if tap.by is not None:
                return self._carried_out(order, tap, tap.by, confirmed_by)
            self._reach.write(tap.at, _try_to_write)
        except LedgerUnavailableError as error:
            _log.error("the tap %s is kept by hand: %s", tap.id, error)
            return self._kept(tap, order)
        except Exception:  # noqa: BLE001 - letting people in by hand works whatever fails
            _log.exception("the tap %s is kept by hand", tap.id)
            return self._kept(tap, order)
        return SignInWanted()

    def _carried_out(
        self, order: Order, tap: Tap, by: StaffId | None, confirmed_by: StaffId | None
    ) -> Result:
        if self._book.asks_ledger:
            # What was done by hand before comes first.
            self._reach.write(tap.at, lambda ledger: self._book.ask(ledger, tap.at))
        self._book.note(tap, order)

        def done(ledger: Ledger) -> Result:
            if by is not None and not self._may(ledger, by, order):
                return NotDone.NOT_ALLOWED
            outcome = carry_out(ledger, self._office, tap, order, confirmed_by)
            return Recorded(outcome.event) if isinstance(outcome, Done) else outcome

        result = self._reach.write(tap.at, done)
        if result is NotDone.NEEDS_SECOND_PERSON:
            self._waiting = (tap.id, order)
            return SecondPersonWanted()
        return result

    def _may(self, ledger: Ledger, by: StaffId, order: Order) -> bool:
        member = who_acts(ledger, by)
        if member is None:
            self._sign_in.lock()
        return member is not None and may(member.role, right_to(order))

    def _kept(self, tap: Tap, order: ByHand) -> Result:
        refused = why_not_by_hand(self._office, order)
        if refused is not None:
            return refused
        try:
            self._book.keep(after_all_seen(tap, self._last_known.house), order)
        except JournalError as error:
            _log.error("the tap %s is not kept: %s", tap.id, error)
            return NotKept(order)
        return KeptByHand(order)

    def _say(self, trouble: Trouble, error: Exception) -> Trouble:
        if trouble is not self._said:
            _log.error("the panel: %s", error, exc_info=error if trouble is Trouble.PROGRAM else None)
        self._said = trouble
        return trouble


def _try_to_write(ledger: Ledger) -> None:
    with ledger.transaction():
        pass
