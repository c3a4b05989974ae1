"""Who is signed in at a guard's post, and the PINs that are typed there, the second person's too."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.core.code import Badge
from kiosk.core.guard_view import Failed, SignedInAs
from kiosk.core.ids import StaffId
from kiosk.core.not_done import NotDone
from kiosk.core.office import DoorId
from kiosk.core.rights import Right, may
from kiosk.core.sign_in import LOCKED_AFTER, Panel, Refusal, Session
from kiosk.core.staff import Member, Pin
from kiosk.core.staff_events import RefusedBecause
from kiosk.core.trouble import Trouble
from kiosk.gate.reach import Reach
from kiosk.gate.sign_in import sign_in
from kiosk.ledger.errors import LedgerUnavailableError
from kiosk.ledger.key import PinKey
from kiosk.ledger.ledger import Ledger

_log = logging.getLogger(__name__)


class PostSignIn:
    """The panel's own tries and its lock, before those of each person in the ledger. Nothing here raises."""

    def __init__(
        self,
        door: DoorId | None,
        reach: Reach,
        pin_key: Callable[[Ledger], PinKey],
        locked_after: timedelta = LOCKED_AFTER,
    ) -> None:
        """`pin_key` is asked once, when the first PIN is typed; a desk stands at no door (None)."""
        self._door = door
        self._reach = reach
        self._pin_key = pin_key
        self._key: PinKey | None = None
        self._panel = Panel(lasts=locked_after)

    def session(self, now: datetime) -> Session | None:
        """Return whose the panel is at `now`, None while it is locked."""
        return self._panel.signed_in(now)

    def pause(self, now: datetime) -> timedelta | None:
        """Return how long no PIN is taken here, None when one is."""
        return self._panel.pause(now)

    def touched(self, now: datetime) -> None:
        """Keep the panel unlocked, if it is."""
        self._panel = self._panel.touched(now)

    def lock(self) -> None:
        """Sign out whoever is signed in."""
        self._panel = self._panel.locked()

    def sign_in(self, who: StaffId | Badge, pin: Pin, now: datetime) -> SignedInAs | Refusal | Failed:
        """Sign somebody in, in the place of whoever was."""
        answer = self._checked(who, pin, now)
        if isinstance(answer, Failed):
            return answer
        self._panel = self._panel.after_sign_in(answer, now)
        return answer if isinstance(answer, Refusal) else SignedInAs(answer.id, answer.role)

    def second(
        self, who: StaffId | Badge, pin: Pin, first: StaffId, now: datetime
    ) -> StaffId | NotDone | Refusal | Failed:
        """Return who consents beside `first` to going above the cap, or why that counts for nothing.

        The panel stays that of the first person. Wrong PINs count as they do for signing in.
        """
        self.touched(now)
        answer = self._checked(who, pin, now)
        if isinstance(answer, Failed):
            return answer
        if isinstance(answer, Refusal):
            self._panel = self._panel.after_sign_in(answer, now)
            return answer
        self._panel = replace(self._panel, tries=self._panel.tries.after_right())
        if answer.id == first:
            return NotDone.SECOND_PERSON_IS_FIRST
        return answer.id if may(answer.role, Right.CONFIRM_ABOVE_CAP) else NotDone.NOT_ALLOWED

    def _checked(self, who: StaffId | Badge, pin: Pin, now: datetime) -> Member | Refusal | Failed:
        pause = self._panel.pause(now)
        if pause is not None:
            return Refusal(RefusedBecause.PAUSED, pause)
        try:
            return self._reach.write(now, lambda ledger: self._in_ledger(ledger, who, pin, now))
        except LedgerUnavailableError as error:
            _log.error("nobody can sign in: %s", error)
            return Failed(Trouble.LEDGER)
        except Exception:  # noqa: BLE001 - a fault of the program: the panel says so, and the next PIN is taken
            _log.exception("nobody can sign in")
            return Failed(Trouble.PROGRAM)

    def _in_ledger(self, ledger: Ledger, who: StaffId | Badge, pin: Pin, now: datetime) -> Member | Refusal:
        if self._key is None:
            self._key = self._pin_key(ledger)
        return sign_in(ledger, self._key, who, pin, self._door, now)
