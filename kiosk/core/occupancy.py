"""Who is inside, who waits outside and what is stopped.

`House` is what the ledger's events add up to (`kiosk.core.fold`), no more and no less: a number that cannot
be right (fewer than no people in an area) stays visible until a correction mends it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from kiosk.core.appointment import AppointmentId
from kiosk.core.entered_rules import EnteredRules
from kiosk.core.help_calls import HelpAtDoor
from kiosk.core.ids import VisitId
from kiosk.core.instant import in_utc
from kiosk.core.office import AreaId, DoorId, Wording


@dataclass(frozen=True, slots=True)
class Visit:
    """A party that is inside: entry without exit. `mask_exempt`: the staff checked that it wears no mask."""

    id: VisitId
    appointment: AppointmentId | None
    area: AreaId
    party: int
    entered_at: datetime
    expected_end: datetime
    mask_exempt: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A party in the line. `due` is None for a walk-in; `kept_until` is None until the number is called."""

    number: int
    appointment: AppointmentId | None
    area: AreaId
    party: int
    due: datetime | None
    arrived_at: datetime
    kept_until: datetime | None

    @property
    def rank(self) -> tuple[datetime, datetime, int]:
        """The order of the line: by the time of the appointment, then by arrival, then by number."""
        return (self.due or self.arrived_at, self.arrived_at, self.number)


@dataclass(frozen=True, slots=True)
class Stop:
    """Admission is stopped at a door, or at all doors (`door` is None)."""

    door: DoorId | None
    message: Wording
    since: datetime


@dataclass(frozen=True, slots=True)
class House:
    """The state of the house. `line` is in the order in which it is served.

    `corrections` holds what the count of an area owes to no visit: what recounts added or took away, and who
    was counted out without a letter. `counted_out` is how many of the latter no visit has been ended for yet,
    and `unmatched_exits` how many people showed a letter at an exit although no entry of theirs is known, all
    three since the day began. `stays` is the
    usual length of a visit as measured. `last_number` is the number last given in the line today. `latest_at`
    is the time of the latest event, None before the first: a clock that shows less is wrong, now or then.
    What concerns the staff itself counts in none of these, `latest_at` included: somebody may sign in at a
    machine whose clock is wrong, and to sign in early in the morning does not stand for the end of yesterday.
    `missed` are the appointments that came in time and lost their place in the line today because they did
    not come when they were called, were skipped, or had their entry taken back: they may join again, however
    late it has become. `passed_over` are the places that were lost so, in this order, which the staff may put
    back. `entered_rules` are the house rules beside those of the office's file, in the order in which they
    were entered. `help_at` are the doors at which help was called today. All times are in UTC.
    """

    visits: tuple[Visit, ...]
    corrections: Mapping[AreaId, int]
    unmatched_exits: int
    line: tuple[Place, ...]
    last_number: int
    stops: tuple[Stop, ...]
    stays: Mapping[AreaId, timedelta]
    rules_digest: str | None
    latest_at: datetime | None
    missed: tuple[AppointmentId, ...] = ()
    counted_out: Mapping[AreaId, int] = field(default_factory=lambda: MappingProxyType({}))
    passed_over: tuple[Place, ...] = ()
    entered_rules: tuple[EnteredRules, ...] = ()
    help_at: tuple[HelpAtDoor, ...] = ()

    @property
    def inside(self) -> int:
        """How many people are in the building."""
        return sum(visit.party for visit in self.visits) + sum(self.corrections.values())

    def inside_area(self, area: AreaId) -> int:
        """How many people are in one area."""
        visiting = sum(visit.party for visit in self.visits if visit.area == area)
        return visiting + self.corrections.get(area, 0)

    def visit_of(self, appointment: AppointmentId) -> Visit | None:
        """Return the visit of this appointment that has not ended, if there is one."""
        return next((visit for visit in self.visits if visit.appointment == appointment), None)

    def visit(self, visit: VisitId) -> Visit | None:
        """Return the visit of this id, if it has not ended."""
        return next((each for each in self.visits if each.id == visit), None)

    def place(self, number: int) -> Place | None:
        """Return the place of this number in the line, if it stands there."""
        return next((each for each in self.line if each.number == number), None)

    def place_of(self, appointment: AppointmentId) -> Place | None:
        """Return the place of this appointment in the line, if it has one."""
        return next((place for place in self.line if place.appointment == appointment), None)

    def stop_at(self, door: DoorId) -> Stop | None:
        """Return the stop that holds at this door: its own before one of all doors."""
        holding = [stop for stop in self.stops if stop.door in (door, None)]
        return max(holding, key=lambda stop: stop.door is not None, default=None)

    def stop_of(self, door: DoorId | None) -> Stop | None:
        """Return the stop of just this door, or that of all doors (None)."""
        return next((stop for stop in self.stops if stop.door == door), None)

    def stops_beside(self, door: DoorId | None) -> tuple[Stop, ...]:
        """Return the stops without that of this door, or without that of all doors (None)."""
        return tuple(stop for stop in self.stops if stop.door != door)

    def help_at_door(self, door: DoorId) -> HelpAtDoor:
        """Return the calls for help at this door."""
        return next((each for each in self.help_at if each.door == door), HelpAtDoor(door, None))

    def overdue(self, now: datetime, after: timedelta) -> tuple[Visit, ...]:
        """Return the visits that ended, by expectation, more than `after` ago: perhaps nobody scanned out."""
        now = in_utc(now)
        return tuple(visit for visit in self.visits if now - visit.expected_end > after)


EMPTY_HOUSE = House(
    visits=(),
    corrections=MappingProxyType({}),
    unmatched_exits=0,
    line=(),
    last_number=0,
    stops=(),
    stays=MappingProxyType({}),
    rules_digest=None,
    latest_at=None,
)
