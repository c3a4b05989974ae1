"""What happened lately at one door: its last answers, its last good scan, and what can be taken back.

It is followed event by event: after the start, a look at an unchanged ledger reads one row, however many
events it holds.
"""

from collections import deque
from datetime import datetime, timedelta

from kiosk.core.appointment import AppointmentId
from kiosk.core.events import Event
from kiosk.core.guard_view import Recent
from kiosk.core.ids import EventId
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId, DoorId
from kiosk.core.undo import can_be_undone
from kiosk.core.verdict import Reason
from kiosk.ledger.ledger import Ledger

_SHOWN = 12
# So many events of all doors are looked through at the start, and of so many some can be taken back.
_LOOKED_BACK = 400

_NOT_READ = frozenset({Reason.NOT_AN_INVITATION, Reason.DAMAGED_CODE, Reason.OUT_OF_SERVICE})


class RecentEvents:
    """The latest events, as one door's panel shows them."""

    def __init__(self, door: DoorId, undo: timedelta) -> None:
        """`undo` is for how long the staff may take back what was done."""
        self._door = door
        self._undo = undo
        self._seq: int | None = None
        self._house: House | None = None
        self._events: deque[Event] = deque(maxlen=_LOOKED_BACK)
        self._recent: deque[Recent] = deque(maxlen=_SHOWN)
        self._undoable: tuple[Event, ...] = ()
        self.last_good_scan: datetime | None = None

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The last events at the door that told a visitor something, newest first."""
        return tuple(self._recent)

    def follow(self, ledger: Ledger, now: datetime) -> House:
        """Take in what happened since the last call, and return the house. Raises LedgerError."""
        house = ledger.house()
        if house is not self._house:
            self._take_in(ledger)
            self._undoable = can_be_undone(tuple(self._events), house, now, self._undo)
            self._house = house
        return house

    def holds(self, event: EventId) -> bool:
        """Say whether this is one of the latest events."""
        return any(each.id == event for each in self._events)

    def can_be_undone(self, now: datetime) -> tuple[Event, ...]:
        """Return what was done at this door and can be taken back, newest first, one for each tap."""
        return tuple(
            event
            for event in self._undoable
            if event.door == self._door and abs(now - event.at) <= self._undo
        )

    def _take_in(self, ledger: Ledger) -> None:
        if self._seq is None:
            recorded = list(reversed(ledger.last_events(_LOOKED_BACK)))
        else:
            recorded = list(ledger.events(self._seq))
        here = [each.event for each in recorded if each.event.door == self._door]
        told = [each for each in here if each.answer is not None]
        # Before anything is remembered: what fails here is read again with the next look.
        recent = [_recent(ledger, each) for each in told[-_SHOWN:]]
        self._events.extend(each.event for each in recorded)
        self._recent.extendleft(recent)
        good = [each.at for each in here if _is_good_scan(each)]
        if good:
            self.last_good_scan = good[-1]
        if recorded:
            self._seq = recorded[-1].seq


def _is_good_scan(event: Event) -> bool:
    """Say whether a code was read well, whatever its letter was answered."""
    return event.by is None and event.answer is not None and event.answer.reason not in _NOT_READ


def _recent(ledger: Ledger, event: Event) -> Recent:
    appointment: AppointmentId | None = getattr(event.what, "appointment", None)
    area: AreaId | None = getattr(event.what, "area", None)
    party: int | None = getattr(event.what, "party", None)
    booked = None if appointment is None else ledger.appointment(appointment)
    if booked is None:
        return Recent(event, appointment, area, party, None)
    return Recent(event, appointment, area or booked.area, party or booked.party, booked.starts_at)
