"""Calls for help at the doors: who wants some, since when, and when a visitor may take a call back.

A call is never refused, however often somebody plays with the button: what such a hand loses is the right to
take the call back, so that the next one rings until the staff has been there.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from kiosk.core.help_events import HelpCalled, HelpEnded, HelpEndedBecause
from kiosk.core.instant import in_utc
from kiosk.core.not_done import NotDone
from kiosk.core.office import DoorId

MOST_TAKEN_BACK: Final = 2
"""How many calls may be taken back at a door one soon after the other."""

TAKEN_BACK_WITHIN: Final = timedelta(minutes=5)
"""What is soon: whoever stood there longer ago was most likely somebody else."""


@dataclass(frozen=True, slots=True)
class HelpAtDoor:
    """One door's calls: since when one is open (None: none is), and when the latest were taken back.

    Times are in UTC. Of those that were taken back only as many are kept as it takes to tell a play.
    """

    door: DoorId
    since: datetime | None
    taken_back: tuple[datetime, ...] = ()


def after_call(help_at: HelpAtDoor, at: datetime) -> HelpAtDoor:
    """Return the door's calls after one at `at`. Raises ValueError where one is open already."""
    if help_at.since is not None:
        raise ValueError(f"help was called at the door {help_at.door} already")
    return HelpAtDoor(help_at.door, at, help_at.taken_back)


def after_end(help_at: HelpAtDoor, because: HelpEndedBecause, at: datetime) -> HelpAtDoor:
    """Return the door's calls after the open one ended at `at`. Raises ValueError where none is open."""
    if help_at.since is None:
        raise ValueError(f"no help was called at the door {help_at.door}")
    if because is not HelpEndedBecause.TAKEN_BACK:
        # Somebody of the staff has been there, or it is another day: whoever comes now begins anew.
        return HelpAtDoor(help_at.door, None)
    return HelpAtDoor(help_at.door, None, (*help_at.taken_back, at)[-MOST_TAKEN_BACK:])


def call_help(help_at: HelpAtDoor) -> HelpCalled | NotDone:
    """Return what a touch of 'get help' does; while a call is open, one more changes nothing."""
    return NotDone.HELP_CALLED_ALREADY if help_at.since is not None else HelpCalled(help_at.door)


def answer_help(help_at: HelpAtDoor) -> HelpEnded | NotDone:
    """Return what the staff's tap does that takes the call of a door."""
    return _ended(help_at, HelpEndedBecause.ANSWERED)


def take_help_back(help_at: HelpAtDoor, now: datetime) -> HelpEnded | NotDone:
    """Return what the visitor's touch does at `now` (aware) that takes the call back."""
    if help_at.since is not None and not may_take_back(help_at, now):
        return NotDone.HELP_IS_COMING
    return _ended(help_at, HelpEndedBecause.TAKEN_BACK)


def may_take_back(help_at: HelpAtDoor, now: datetime) -> bool:
    """Say whether the visitor may take a call back, which a hand that plays with the button may not."""
    lately = [at for at in help_at.taken_back if abs(in_utc(now) - at) <= TAKEN_BACK_WITHIN]
    return len(lately) < MOST_TAKEN_BACK


def _ended(help_at: HelpAtDoor, because: HelpEndedBecause) -> HelpEnded | NotDone:
    return NotDone.NO_HELP_CALLED if help_at.since is None else HelpEnded(help_at.door, because)


class HelpTold(Enum):
    """What a visitor is told of the call for help at a door.

    `NOTHING`: nobody called. `CALLING`: the ledger is asked. `COMING`: the call rings. `ON_THE_WAY`: somebody
    of the staff has taken it. `UNREACHED`: it rings nowhere, since the ledger cannot be reached.
    """

    NOTHING = "nothing"
    CALLING = "calling"
    COMING = "coming"
    ON_THE_WAY = "on_the_way"
    UNREACHED = "unreached"
