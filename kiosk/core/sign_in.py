"""Signing in: whether somebody is who they say, and who is signed in at a panel for how long."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import Member
from kiosk.core.staff_events import (
    DisabledBecause,
    RefusedBecause,
    SignedIn,
    SignInRefused,
    StaffDisabled,
    StaffHappening,
)
from kiosk.core.tries import Tries, TryLimit

LOCKED_AFTER = timedelta(seconds=60)

DESK_LOCKED_AFTER = timedelta(minutes=15)
"""A phone desk stands in an office behind a door, and whoever listens to a caller touches no key."""

PANEL_LIMIT = TryLimit(wrong_tries=5, first_pause=timedelta(seconds=30))
"""How often PINs may be typed wrongly in a row at one panel, whoever they belong to."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nobody is signed in; `pause` is how long no PIN of this person will be taken."""

    because: RefusedBecause
    pause: timedelta | None


@dataclass(frozen=True, slots=True)
class SignInDecision:
    """What came of an attempt, how the person's tries stand after it, and what is recorded of it.

    `tries` is None where they stand as before.
    """

    answer: Member | Refusal
    tries: Tries | None
    happened: tuple[StaffHappening, ...]


def decide_sign_in(member: Member | None, *, pin_is_right: bool, now: datetime) -> SignInDecision:
    """Decide an attempt of `member` (None: nobody has that id or badge) at `now` (aware).

    The rules, in the order in which they are checked:

    1. Nobody has this id or badge.
    2. The person is disabled, by order or after too many wrong PINs: the PIN counts no more.
    3. The person's tries are paused: the PIN is not looked at, right or wrong.
    4. The PIN is wrong. The last wrong one that is taken disables the person.
    5. The person is signed in, and the wrong tries are forgotten.
    """
    if member is None:
        return _refused(None, RefusedBecause.UNKNOWN)
    if not member.can_sign_in:
        return _refused(member.id, RefusedBecause.DISABLED)
    pause = member.tries.pause(now)
    if pause is not None:
        return _refused(member.id, RefusedBecause.PAUSED, pause)
    if not pin_is_right:
        return _wrong_pin(member, now)
    tries = member.tries.after_right()
    changed = None if tries == member.tries else tries
    return SignInDecision(replace(member, tries=tries), changed, (SignedIn(member.id),))


def _refused(
    staff: StaffId | None, because: RefusedBecause, pause: timedelta | None = None
) -> SignInDecision:
    return SignInDecision(Refusal(because, pause), None, (SignInRefused(staff, because),))


def _wrong_pin(member: Member, now: datetime) -> SignInDecision:
    tries = member.tries.after_wrong(now)
    refused = _refused(member.id, RefusedBecause.WRONG_PIN, tries.pause(now))
    if not tries.are_used_up:
        return replace(refused, tries=tries)
    disabled = StaffDisabled(member.id, DisabledBecause.WRONG_PINS)
    return SignInDecision(
        Refusal(RefusedBecause.WRONG_PIN, None), tries, happened=(*refused.happened, disabled)
    )


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in at a panel, and when the panel was touched last (aware)."""

    staff: StaffId
    role: Role
    touched_at: datetime
    lasts: timedelta = LOCKED_AFTER

    def holds(self, now: datetime) -> bool:
        """Say whether the panel is still unlocked at `now`: it locks when it is not touched for `lasts`.

        A clock that was set back as far locks it too: nobody knows any more how long ago the touch was.
        """
        return abs(now - self.touched_at) < self.lasts


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: who is signed in, how often PINs were typed wrongly at it, and when it locks itself."""

    session: Session | None = None
    tries: Tries = field(default_factory=lambda: Tries(PANEL_LIMIT))
    lasts: timedelta = LOCKED_AFTER

    def signed_in(self, now: datetime) -> Session | None:
        """Return whose the panel is at `now`; None: it is locked, and the next action asks for a PIN."""
        return self.session if self.session is not None and self.session.holds(now) else None

    def pause(self, now: datetime) -> timedelta | None:
        """Return how long no PIN is taken here, None when one is."""
        return self.tries.pause(now)

    def touched(self, now: datetime) -> "Panel":
        """Return the panel after a touch, which keeps it unlocked; a locked one stays locked."""
        session = self.signed_in(now)
        return replace(self, session=None if session is None else replace(session, touched_at=now))

    def locked(self) -> "Panel":
        """Return the panel after whoever was signed in has locked it."""
        return replace(self, session=None)

    def after_sign_in(self, answer: Member | Refusal, now: datetime) -> "Panel":
        """Return the panel after an attempt to sign in; only PINs that were looked at and wrong count."""
        if isinstance(answer, Member):
            session = Session(answer.id, answer.role, now, self.lasts)
            return replace(self, session=session, tries=self.tries.after_right())
        counts = answer.because in {RefusedBecause.WRONG_PIN, RefusedBecause.UNKNOWN}
        return replace(self, tries=self.tries.after_wrong(now)) if counts else self
