"""Which calls for help ring at this panel: those of all doors, until somebody goes there."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from kiosk.core.guard_view import GuardView
from kiosk.core.office import DoorId

_ON_THE_WAY: Final = timedelta(seconds=10)
"""For how long a call is silent that was taken here, though the ledger has not taken that yet."""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody at `door` wants help since `since`."""

    door: DoorId
    since: datetime


@dataclass(slots=True)
class Ringing:
    """What rings, this panel's own `door` first.

    `here_since` is since when help is wanted at this machine's door which the ledger could not be told of. A
    call that was taken here is silent at once; one that the ledger did not take rings again when it is back.
    """

    door: DoorId
    here_since: datetime | None = None
    _taken: dict[Call, datetime] = field(default_factory=dict)

    def calls(self, view: GuardView | None, now: datetime) -> tuple[Call, ...]:
        """Return what rings at `now`."""
        house = None if view is None else view.house
        told = () if house is None else tuple(each for each in house.help_at if each.since is not None)
        open_ = {each.door: Call(each.door, each.since) for each in told if each.since is not None}
        if self.here_since is not None and self.door not in open_:
            open_[self.door] = Call(self.door, self.here_since)
        self._taken = {call: at for call, at in self._taken.items() if call in open_.values()}
        ringing = [call for call in open_.values() if not self._is_taken(call, view, now)]
        return tuple(sorted(ringing, key=lambda call: (call.door != self.door, call.since)))

    def take(self, door: DoorId, view: GuardView | None, now: datetime) -> None:
        """Note that somebody of this panel goes to `door`."""
        for call in self.calls(view, now):
            if call.door == door:
                self._taken[call] = now

    def _is_taken(self, call: Call, view: GuardView | None, now: datetime) -> bool:
        at = self._taken.get(call)
        if at is None:
            return False
        return now - at < _ON_THE_WAY or view is None or view.is_by_hand
