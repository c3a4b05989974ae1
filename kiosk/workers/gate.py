"""The thread of a door that speaks to the ledger: one scan after another, and the work that time brings."""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Thread
from typing import TypeAlias, assert_never

from PySide6.QtCore import QObject, Signal

from kiosk.core.ids import EventId
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import OUT_OF_SERVICE
from kiosk.gate.gate import Answer, Gate
from kiosk.gate.passing_time import ClockError
from kiosk.ledger import database
from kiosk.ledger.database import waiting_a_moment
from kiosk.ledger.errors import LedgerBusyError, LedgerError
from kiosk.scan.presence import new_scan_id
from kiosk.scan.turns import READING_SECONDS, Turn, Turns
from kiosk.workers.bell import Bell
from kiosk.workers.jobs import next_job

# How often the passing of time is looked at: kept places that lapse, a new day, what other doors did.
_TICK_SECONDS = 1.0

_log = logging.getLogger(__name__)

Clock: TypeAlias = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A text is in view; most often the one that was there a moment ago."""

    text: str
    at: float


@dataclass(frozen=True, slots=True)
class _Typed:
    """A visitor typed a short code and sent it."""

    text: str


@dataclass(frozen=True, slots=True)
class _Keep:
    """The answer that is seen is wished for until then (monotonic seconds); None: it is gone."""

    until: float | None


@dataclass(frozen=True, slots=True)
class _CallHelp:
    """Somebody at the door touched 'get help'."""

    tap: EventId


@dataclass(frozen=True, slots=True)
class _TakeHelpBack:
    """Whoever called for help needs it no more."""

    tap: EventId


@dataclass(frozen=True, slots=True)
class _ForgetHelp:
    """Somebody goes to whoever called, though the ledger does not know of the call."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Something may have changed that is not to wait for the next tick."""


@dataclass(frozen=True, slots=True)
class _Stop:
    pass


_HelpJob: TypeAlias = _CallHelp | _TakeHelpBack | _ForgetHelp
_Asked: TypeAlias = _Seen | _Typed | _Keep | _HelpJob | _Look
_Job: TypeAlias = _Asked | _Stop


class GateWorker(QObject):
    """Serialises all that touches the ledger in one thread, from the text in view to the committed answer.

    `reading` says that a physical scan has begun, `answered` carries its Answer. `ticked` carries the House
    after the time's own work, about once a second, and `troubled` a Trouble, or None when it is over. `told`
    carries the Verdict that the staff has the visitor told from a panel. `next_waits` says whether a letter
    was seen whose turn has not come, since the answer before it is being read. `help_called` says whether a
    call for help is in the ledger, `help_taken_back` whether it rings no more, and `help_answered` that
    somebody of the staff has taken it.
    """

    reading = Signal()
    answered = Signal(object)
    ticked = Signal(object)
    troubled = Signal(object)
    told = Signal(object)
    next_waits = Signal(bool)
    help_called = Signal(bool)
    help_taken_back = Signal(bool)
    help_answered = Signal()

    def __init__(
        self,
        open_gate: Callable[[], Gate],
        close_gate: Callable[[], None],
        clock: Clock,
        *,
        report: Callable[[datetime], None] | None = None,
        reading_seconds: float = READING_SECONDS,
    ) -> None:
        """`open_gate` opens ledger and gate; while it raises LedgerError or ClockError, it is tried again.

        `report` is called once a second in this thread, to tell other machines how the door is.
        `reading_seconds` is how long the next scan waits after an answer that has to be read.
        """
        super().__init__()
        self._open_gate = open_gate
        self._close_gate = close_gate
        self._clock = clock
        self._report = report
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._turns = Turns(reading_seconds)
        self._next_waits = False
        self._next_tick = 0.0
        self._bell = Bell()
        self._gate: Gate | None = None
        self._trouble: Trouble | None = None
        self._locked_since: float | None = None
        self._thread = Thread(target=self._run, name="gate")

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Answer what was asked already, then end the thread and wait for it."""
        self._jobs.put(_Stop())
        self._thread.join()

    def see(self, text: str, at: float) -> None:
        """Tell that `text` is in view at the monotonic second `at`; one physical scan is answered once.

        The next one waits until the last answer can have been read.
        """
        self._jobs.put(_Seen(text, at))

    def keep_answer(self, until: float) -> None:
        """Leave the answer on the screen until the monotonic second `until`: somebody needs more time."""
        self._jobs.put(_Keep(until))

    def answer_is_gone(self) -> None:
        """Wait for nobody's wish any more: no answer is on the screen."""
        self._jobs.put(_Keep(None))

    def take_typed(self, text: str) -> None:
        """Have a short code answered that a visitor typed and sent."""
        self._jobs.put(_Typed(text))

    def call_help(self, tap: EventId) -> None:
        """Have a call for help recorded; one that the ledger cannot take now is tried again for a while."""
        self._jobs.put(_CallHelp(tap))

    def take_help_back(self, tap: EventId) -> None:
        """Have the call taken back."""
        self._jobs.put(_TakeHelpBack(tap))

    def forget_help(self) -> None:
        """Try no more to have a call recorded: somebody is on the way."""
        self._jobs.put(_ForgetHelp())

    def look(self) -> None:
        """Look at the house now, not only at the next second: the panel at the door has done something."""
        self._jobs.put(_Look())

    def _run(self) -> None:
        self._next_tick = time.monotonic()
        try:
            while True:
                next_turn = self._turns.next_at
                until = self._next_tick if next_turn is None else min(self._next_tick, next_turn)
                job = next_job(self._jobs, until - time.monotonic())
                if isinstance(job, _Stop):
                    for turn in self._turns.rest():
                        self._take(turn)
                    return
                self._do(job)
                turn_now = self._turns.take(time.monotonic())
                if turn_now is not None:
                    self._take(turn_now)
                self._tell_of_next()
        finally:
            self._close_gate()

    def _do(self, job: _Asked | None) -> None:
        """Do what was asked for, and what time brings."""
        match job:
            case _Seen(text=text, at=at):
                self._turns.see(text, at)
            case _Keep(until=until):
                self._turns.release() if until is None else self._turns.keep(until)
            case _Typed(text=text):
                self._answer(text, EventId(new_scan_id()))
            case _CallHelp() | _TakeHelpBack() | _ForgetHelp():
                self._help(job)
            case None | _Look():
                if job is not None or time.monotonic() >= self._next_tick:
                    self._tick()
                    self._next_tick = time.monotonic() + _TICK_SECONDS
            case _ as never:
                assert_never(never)

    def _tell_of_next(self) -> None:
        waits = self._turns.next_at is not None
        if waits != self._next_waits:
            self._next_waits = waits
            self.next_waits.emit(waits)

    def _take(self, turn: Turn) -> None:
        self._answer(turn.text, EventId(turn.scan), turn.away)

    def _answer(self, shown: str, scan: EventId, away: timedelta | None = None) -> None:
        self.reading.emit()
        gate = self._opened_gate()
        if gate is None:
            self.answered.emit(Answer(OUT_OF_SERVICE, None, self._trouble))
            return
        try:
            answer = gate.scan(shown, scan, self._clock(), away)
        except Exception:  # noqa: BLE001 - a fault of the program: the next letter is answered all the same
            _log.exception("the staff is asked, since the program failed")
            answer = Answer(OUT_OF_SERVICE, None, Trouble.PROGRAM)
        self._turns.answered(shown, answer.verdict.reason, time.monotonic())
        self._tell(answer.trouble)
        self.answered.emit(answer)

    def _help(self, job: _HelpJob) -> None:
        gate, now = self._opened_gate(), self._clock()
        match job:
            case _CallHelp(tap=tap):
                self.help_called.emit(self._bell.ring(gate, tap, now))
            case _TakeHelpBack(tap=tap):
                self.help_taken_back.emit(self._bell.take_back(gate, tap, now))
            case _ForgetHelp():
                self._bell.forget()
            case _ as never:
                assert_never(never)

    def _tick(self) -> None:
        gate = self._opened_gate()
        if gate is None:
            return
        try:
            # Else a letter that is shown meanwhile would have no sign before the lock of another is gone.
            with waiting_a_moment():
                self._pass_time(gate, self._clock())
        except LedgerBusyError as error:
            self._find_locked(error)
        except ClockError as error:
            self._tell(Trouble.CLOCK, error)
        except LedgerError as error:
            self._tell(Trouble.LEDGER, error)
        except Exception as error:  # noqa: BLE001 - as above: the door goes on, and says what is wrong
            self._tell(Trouble.PROGRAM, error)
        else:
            self._locked_since = None
            self._tell(None)

    def _pass_time(self, gate: Gate, now: datetime) -> None:
        """Do the time's own work, and tell each part at once: what fails after it shall not take it back."""
        if self._bell.go_on(gate, now):
            self.help_called.emit(True)
        house = gate.tick(now)
        self.ticked.emit(house)
        told = gate.told_by_staff(house, now)
        if told is not None:
            self.told.emit(told)
        if gate.help_was_answered(house):
            self.help_answered.emit()
        if self._report is not None:
            self._report(self._clock())

    def _find_locked(self, error: LedgerBusyError) -> None:
        """Say so when the lock is held for longer than a visitor would wait for it."""
        now = time.monotonic()
        self._locked_since = now if self._locked_since is None else self._locked_since
        if now - self._locked_since >= database.LOCK_WAIT_SECONDS:
            self._tell(Trouble.LEDGER, error)

    def _opened_gate(self) -> Gate | None:
        if self._gate is None:
            try:
                self._gate = self._open_gate()
            except LedgerError as error:
                self._tell(Trouble.LEDGER, error)
            except ClockError as error:
                self._tell(Trouble.CLOCK, error)
            except Exception as error:  # noqa: BLE001 - a door that nothing can open says so, and is tried again
                self._tell(Trouble.PROGRAM, error)
        return self._gate

    def _tell(self, trouble: Trouble | None, error: Exception | None = None) -> None:
        if trouble is self._trouble:
            return
        if error is not None:
            trace = error if trouble is Trouble.PROGRAM else None
            _log.error("the door asks the staff: %s", error, exc_info=trace)
        if trouble is None:
            _log.info("the door answers again")
        self._trouble = trouble
        self.troubled.emit(trouble)
