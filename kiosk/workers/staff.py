"""The thread of a panel that speaks to the ledger: what the staff orders, one by one, and what holds."""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Thread
from typing import TypeAlias, assert_never

from PySide6.QtCore import QObject, Signal

from kiosk.core.code import Badge
from kiosk.core.ids import EventId, StaffId
from kiosk.core.orders import Order
from kiosk.core.staff import Pin
from kiosk.gate.guard_post import GuardPost
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.workers.jobs import next_job

# How often the panel looks by itself: what other doors and panels did, what has become overdue.
_LOOK_SECONDS = 1.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ordered:
    tap: EventId
    order: Order


@dataclass(frozen=True, slots=True)
class _SigningIn:
    who: StaffId | Badge
    pin: Pin


@dataclass(frozen=True, slots=True)
class _Confirming:
    who: StaffId | Badge
    pin: Pin


@dataclass(frozen=True, slots=True)
class _Locking:
    pass


@dataclass(frozen=True, slots=True)
class _Touching:
    pass


@dataclass(frozen=True, slots=True)
class _Forgetting:
    pass


@dataclass(frozen=True, slots=True)
class _SettingAside:
    tap: EventId


@dataclass(frozen=True, slots=True)
class _Counting:
    pass


@dataclass(frozen=True, slots=True)
class _Stop:
    pass


_Job: TypeAlias = (
    _Ordered
    | _SigningIn
    | _Confirming
    | _Locking
    | _Touching
    | _Forgetting
    | _SettingAside
    | _Counting
    | _Stop
)


class StaffWorker(QObject):
    """Serialises what a panel asks of the ledger in one thread, which waits for nobody's window.

    `viewed` carries a GuardView, once a second and after whatever may have changed it. `answered` carries
    the Answered of each order, `signed_in` what came of a PIN (SignedInAs, Refusal or Failed), and `counted`
    an Evacuation, None where nothing is known.
    """

    viewed = Signal(object)
    answered = Signal(object)
    signed_in = Signal(object)
    counted = Signal(object)

    def __init__(self, make_post: Callable[[], GuardPost], clock: Callable[[], datetime]) -> None:
        """`make_post` is called in the thread; it does not wait for the ledger."""
        super().__init__()
        self._make_post = make_post
        self._clock = clock
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._thread = Thread(target=self._run, name="staff")

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Carry out what was ordered already, then end the thread and wait for it."""
        self._jobs.put(_Stop())
        self._thread.join()

    def carry_out(self, tap: EventId, order: Order) -> None:
        """Have an order carried out; the same `tap` again counts once."""
        self._jobs.put(_Ordered(tap, order))

    def sign_in(self, who: StaffId | Badge, pin: Pin) -> None:
        """Have somebody signed in."""
        self._jobs.put(_SigningIn(who, pin))

    def confirm(self, who: StaffId | Badge, pin: Pin) -> None:
        """Have the order carried out that waits for a second person."""
        self._jobs.put(_Confirming(who, pin))

    def forget_waiting(self) -> None:
        """Drop the order that waits for a second person."""
        self._jobs.put(_Forgetting())

    def lock(self) -> None:
        """Sign out whoever is signed in."""
        self._jobs.put(_Locking())

    def touched(self) -> None:
        """Tell that somebody touches the panel, which keeps it unlocked."""
        self._jobs.put(_Touching())

    def count(self) -> None:
        """Have the people counted for an evacuation."""
        self._jobs.put(_Counting())

    def set_aside(self, tap: EventId) -> None:
        """Show no more what was done by hand and the ledger refused: somebody has seen to it."""
        self._jobs.put(_SettingAside(tap))

    def _run(self) -> None:
        post = self._make_post()
        next_look = time.monotonic()
        try:
            while True:
                job = next_job(self._jobs, next_look - time.monotonic())
                if isinstance(job, _Stop):
                    return
                try:
                    looks = self._take(post, job)
                    if looks or time.monotonic() >= next_look:
                        # Before the look, which would be tried again without a pause if it failed.
                        next_look = time.monotonic() + _LOOK_SECONDS
                        self.viewed.emit(post.look(self._clock()))
                except Exception:  # noqa: BLE001 - a fault of the program: the panel goes on, and the next order is taken
                    _log.exception("the panel failed at %s", type(job).__name__)
        finally:
            post.close(self._clock())

    def _take(self, post: GuardPost, job: _Job | None) -> bool:
        """Do a job, and say whether what the panel shows may be another now."""
        now = self._clock()
        match job:
            case None | _Stop():
                return False
            case _Touching():
                post.touched(now)
                return False
            case _Ordered(tap=tap, order=order):
                self.answered.emit(post.carry_out(order, tap, now))
            case _Confirming(who=who, pin=pin):
                self.answered.emit(post.confirm(who, pin, now))
            case _SigningIn(who=who, pin=pin):
                self.signed_in.emit(post.sign_in(who, pin, now))
            case _Forgetting():
                post.forget_waiting()
            case _SettingAside(tap=tap):
                post.set_aside(tap)
            case _Locking():
                post.lock()
            case _Counting():
                self._count(post, now)
                return False
            case _ as never:
                assert_never(never)
        return True

    def _count(self, post: GuardPost, now: datetime) -> None:
        try:
            self.counted.emit(post.evacuation(now))
        except LedgerUnavailableError:
            self.counted.emit(None)
