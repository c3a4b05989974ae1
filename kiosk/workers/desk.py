"""The thread of a phone desk that speaks to the ledger: what is wished, one by one, and who is signed in."""

import logging
import queue
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from threading import Thread
from typing import TypeAlias, assert_never

from PySide6.QtCore import QObject, Signal

from kiosk.core.code import Badge
from kiosk.core.desk_orders import DeskOrder, Wanted
from kiosk.core.ids import EventId, StaffId
from kiosk.core.staff import Pin
from kiosk.gate.desk_post import DeskPost
from kiosk.workers.jobs import next_job

# How often the desk looks by itself whether the database is there, and whether it has locked itself.
_LOOK_SECONDS = 5.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ordered:
    tap: EventId
    order: DeskOrder


@dataclass(frozen=True, slots=True)
class _Offering:
    wanted: Wanted
    since: date


@dataclass(frozen=True, slots=True)
class _SigningIn:
    who: StaffId | Badge
    pin: Pin


@dataclass(frozen=True, slots=True)
class _Locking:
    pass


@dataclass(frozen=True, slots=True)
class _Touching:
    pass


@dataclass(frozen=True, slots=True)
class _Stop:
    pass


_Job: TypeAlias = _Ordered | _Offering | _SigningIn | _Locking | _Touching | _Stop


class DeskWorker(QObject):
    """Serialises what a desk asks of the ledger in one thread, which waits for nobody's window.

    `viewed` carries a DeskView, every few seconds and after each job; `offered` an Offer or Failed,
    `answered` the DeskAnswered of each order, `signed_in` what came of a PIN.
    """

    viewed = Signal(object)
    offered = Signal(object)
    answered = Signal(object)
    signed_in = Signal(object)

    def __init__(self, make_post: Callable[[], DeskPost], clock: Callable[[], datetime]) -> None:
        """`make_post` is called in the thread; it does not wait for the ledger."""
        super().__init__()
        self._make_post = make_post
        self._clock = clock
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._thread = Thread(target=self._run, name="desk")

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Carry out what was ordered already, then end the thread and wait for it."""
        self._jobs.put(_Stop())
        self._thread.join()

    def carry_out(self, tap: EventId, order: DeskOrder) -> None:
        """Have an order carried out; the same `tap` again counts once."""
        self._jobs.put(_Ordered(tap, order))

    def offer(self, wanted: Wanted, since: date) -> None:
        """Have free times looked up."""
        self._jobs.put(_Offering(wanted, since))

    def sign_in(self, who: StaffId | Badge, pin: Pin) -> None:
        """Have somebody signed in."""
        self._jobs.put(_SigningIn(who, pin))

    def lock(self) -> None:
        """Sign out whoever is signed in."""
        self._jobs.put(_Locking())

    def touched(self) -> None:
        """Tell that somebody types, which keeps the desk unlocked."""
        self._jobs.put(_Touching())

    def _run(self) -> None:
        post = self._make_post()
        try:
            while True:
                try:
                    job = next_job(self._jobs, _LOOK_SECONDS)
                    if isinstance(job, _Stop):
                        return
                    self._take(post, job)
                    self.viewed.emit(post.look(self._clock()))
                except Exception:  # noqa: BLE001 - a fault of the program: the next wish is taken all the same
                    _log.exception("the desk failed")
        finally:
            post.close()

    def _take(self, post: DeskPost, job: _Job | None) -> None:
        now = self._clock()
        match job:
            case None | _Stop():
                return
            case _Touching():
                post.touched(now)
            case _Ordered(tap=tap, order=order):
                self.answered.emit(post.carry_out(order, tap, now))
            case _Offering(wanted=wanted, since=since):
                self.offered.emit(post.offer(wanted, since, now))
            case _SigningIn(who=who, pin=pin):
                self.signed_in.emit(post.sign_in(who, pin, now))
            case _Locking():
                post.lock()
            case _ as never:
                assert_never(never)
