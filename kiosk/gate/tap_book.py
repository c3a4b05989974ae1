"""What a panel remembers of its taps beside the ledger: those in doubt, and those done by hand."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.core.guard_view import LastTap, RefusedByHand, Unseen
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.office import DoorId, Office
from kiosk.core.orders import Admit, CountPeopleOut, Order
from kiosk.core.trouble import Trouble
from kiosk.gate.by_hand import ByHand, record
from kiosk.gate.journal import Became, Journal, JournalError, Noted
from kiosk.gate.tap import Tap
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.ledger import Ledger

# An answer is drawn within a tenth of a second; a program that ends before this may have shown nothing.
_DRAWN_AFTER = timedelta(seconds=1)
# What became of a tap that is longer ago than this helps nobody at the door.
_TOLD_FOR = timedelta(hours=1)

_log = logging.getLogger(__name__)


class TapBook:
    """The taps of one panel that are not over. Used by one thread."""

    def __init__(self, folder: Path, door: DoorId, office: Office) -> None:
        """Open the journal in `folder`; where that fails, the log says so and every tap tries it again."""
        self._office = office
        self._journal = Journal(folder, door)
        self._has_failed = False
        self._answered: dict[EventId, datetime] = {}
        self._noted_here: set[EventId] = set()
        self._unseen: tuple[EventId, Unseen] | None = None
        self._unseen_is_told = False
        self._try(self._journal.open)

    def close(self) -> None:
        """Let the journal go; who was answered has been told by now."""
        self._settle(self._answered)
        self._journal.close()

    @property
    def kept(self) -> tuple[tuple[Tap, ByHand], ...]:
        """What was done by hand and is not in the ledger yet, in order."""
        return tuple(
            (each.tap, each.order)
            for each in self._journal.noted
            if each.became is Became.KEPT and isinstance(each.order, Admit | CountPeopleOut)
        )

    @property
    def refused(self) -> tuple[RefusedByHand, ...]:
        """What was done by hand and the ledger will not take, in order."""
        return tuple(
            RefusedByHand(each.tap.id, each.order, each.tap.at, each.because)
            for each in self._journal.noted
            if each.because is not None
        )

    @property
    def asks_ledger(self) -> bool:
        """Whether something waits for the ledger."""
        return bool(self.kept or self._in_doubt())

    def tell_unseen(self) -> Unseen | None:
        """Return what became of the last tap whose answer nobody saw; once told it goes with the next tap."""
        if self._unseen is None:
            return None
        self._unseen_is_told = True
        return self._unseen[1]

    def note(self, tap: Tap, order: Order) -> None:
        """Note a tap before it is carried out. Where no disk takes that, it is carried out all the same."""
        self._settle(self._answered)
        if self._unseen is not None and (self._unseen_is_told or self._unseen[0] == tap.id):
            self._over(self._unseen[0])
            self._unseen = None
        self._noted_here.add(tap.id)
        self._try(lambda: self._journal.note(tap, order))

    def keep(self, tap: Tap, order: ByHand) -> None:
        """Keep what was done by hand until the ledger has it. Raises JournalError if it is not kept."""
        self._journal.keep(tap, order)
        self._answered.pop(tap.id, None)

    def answered(self, tap: EventId, now: datetime) -> None:
        """Take down that the answer to a tap is on its way to the screen."""
        self._answered[tap] = now

    def settle(self, now: datetime) -> None:
        """Forget the taps whose answers have been drawn by now."""
        self._settle(tap for tap, at in self._answered.items() if not timedelta(0) <= now - at < _DRAWN_AFTER)

    def set_aside(self, tap: EventId) -> None:
        """Forget what the ledger refused; nothing happens where it is not that."""
        if any(each.tap == tap for each in self.refused):
            self._over(tap)

    def ask(self, ledger: Ledger, now: datetime) -> None:
        """Record what was kept, in order, and learn what became of the taps in doubt.

        Raises LedgerUnavailableError; what is done by then is not done again.
        """
        for noted in self._in_doubt():
            with ledger.transaction() as transaction:
                recorded = transaction.event(noted.tap.id) is not None
            self._learned(noted, now, recorded=recorded)
        for tap, order in self.kept:
            # By the time of a clock that was ahead it would end the day, and no letter would be answered.
            self._enter(ledger, replace(tap, at=min(tap.at, now)), order)

    def _enter(self, ledger: Ledger, tap: Tap, order: ByHand) -> None:
        because: NotDone | Trouble
        try:
            done = record(ledger, self._office, tap, order)
        except LedgerUnavailableError:
            raise
        except Exception:  # noqa: BLE001 - one that cannot be recorded must not keep out all that come after it
            _log.exception("the program failed to record %s, which was done by hand", tap.id)
            because = Trouble.PROGRAM
        else:
            if not isinstance(done, NotDone):
                _log.info("%s, which was done by hand, is recorded", tap.id)
                self._over(tap.id)
                return
            because = done
        _log.error("%s, which was done by hand, is not taken: %s", tap.id, because.value)
        self._try(lambda: self._journal.refuse(tap.id, because))

    def _in_doubt(self) -> tuple[Noted, ...]:
        told = None if self._unseen is None else self._unseen[0]
        return tuple(
            each
            for each in self._journal.noted
            if each.became is Became.UNDER_WAY and each.tap.id not in self._answered and each.tap.id != told
        )

    def _learned(self, noted: Noted, now: datetime, *, recorded: bool) -> None:
        tap = noted.tap.id
        became = LastTap.RECORDED if recorded else LastTap.NOT_RECORDED
        _log.warning("the tap %s, whose answer nobody saw: %s", tap, became.value)
        # Who was told in this run that an order failed knows already that nothing was recorded.
        is_news = recorded or tap not in self._noted_here
        if not is_news or abs(now - noted.tap.at) > _TOLD_FOR:
            self._over(tap)
            return
        if self._unseen is not None:
            self._over(self._unseen[0])
        self._unseen, self._unseen_is_told = (tap, Unseen(noted.order, became)), False

    def _settle(self, taps: Iterable[EventId]) -> None:
        for tap in list(taps):
            del self._answered[tap]
            self._over(tap)

    def _over(self, tap: EventId) -> None:
        self._noted_here.discard(tap)
        self._try(lambda: self._journal.over(tap))

    def _try(self, write: Callable[[], None]) -> None:
        """Write what may be missing from the disk; the first failure is said to the log."""
        try:
            write()
        except JournalError as error:
            if not self._has_failed:
                _log.error("the panel goes on without its journal: %s", error)
            self._has_failed = True
        else:
            self._has_failed = False
