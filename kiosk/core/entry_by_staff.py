"""Who is let in by the staff although no letter does it: an override, a walk-in, an emergency."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.core.appointment import Appointment
from kiosk.core.decide import Decision
from kiosk.core.door_events import LetIn
from kiosk.core.house_rules import CapRule
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.instant import in_utc
from kiosk.core.line import space
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import House, Place
from kiosk.core.office import AreaId, Office, ReasonId
from kiosk.core.rules_in_force import rules_at
from kiosk.core.verdict import GoTo, Reason, Verdict
from kiosk.core.wait import usual_stays


@dataclass(frozen=True, slots=True)
class EntryRequest:
    """What the staff wants: `party` people (1 or more) let into `area`, for a reason of the office's list.

    `tap` is the id of the tap that asked; the visit bears it. `appointment` is None for who has none, or
    whose letter nobody can read. `confirmed_by` is the second person who was asked. `went_in`: the party is
    inside already, let in by hand while the ledger could not be reached, and no cap can keep it out any more.
    `number` is the one in the line under which a party without an appointment waited.
    """

    tap: EventId
    by: StaffId | None
    appointment: Appointment | None
    area: AreaId
    party: int
    because: ReasonId
    confirmed_by: StaffId | None = None
    went_in: bool = False
    number: int | None = None

    def __post_init__(self) -> None:
        if self.party < 1:
            raise ValueError(f"a party is one person or more, not {self.party}")


@dataclass(frozen=True, slots=True)
class Overrun:
    """How many people are inside above the cap, in the building and in each area in which there are any."""

    building: int
    areas: Mapping[AreaId, int]

    def __bool__(self) -> bool:
        return bool(self.building or self.areas)


def overrun(house: House, cap: CapRule) -> Overrun:
    """Return by how much the house is above `cap`, whoever let it come to that."""
    free = space(house, cap)
    return Overrun(max(0, -free.building), {area: -left for area, left in free.areas.items() if left < 0})


def above_cap(house: House, cap: CapRule, area: AreaId, party: int) -> int:
    """Return how many of `party` people (1 or more) come above `cap`, of the building or of `area`."""
    free = space(house, cap)
    in_area = free.areas.get(area, party)
    return max(party - max(left, 0) for left in (free.building, in_area, party))


def allow_entry(office: Office, house: House, request: EntryRequest, now: datetime) -> Decision | NotDone:
    """Return what is recorded and shown when the staff lets a party in at `now`, or why it cannot be.

    The rules, in the order in which they are checked:

    1. The area is one of the office's. 2. The reason is one of its list.
    3. The appointment's party is not inside already.
    4. The number that is named stands in the line.
    5. Whoever comes in above the cap of the building or the area needs the consent of a second person, who is
       somebody else than the first.

    Nothing else keeps out whom the staff lets in: neither the time, nor a stop, nor the line. A number in the
    line is given up by coming in. Raises ValueError for a naive time.
    """
    now = in_utc(now)
    appointment = request.appointment
    if request.area not in office.areas:
        return NotDone.UNKNOWN_AREA
    if request.because not in office.staff_reasons.let_in:
        return NotDone.UNKNOWN_REASON
    if appointment is not None and house.visit_of(appointment.id) is not None:
        return NotDone.ALREADY_INSIDE
    place = _place(house, request)
    if place is None and request.number is not None and not request.went_in:
        return NotDone.NOT_IN_LINE
    above = above_cap(house, rules_at(office, house, now).cap, request.area, request.party)
    if above and not request.went_in:
        if request.confirmed_by is None:
            return NotDone.NEEDS_SECOND_PERSON
        if request.confirmed_by == request.by:
            return NotDone.SECOND_PERSON_IS_FIRST
    let_in = LetIn(
        visit=VisitId(request.tap),
        appointment=None if appointment is None else appointment.id,
        area=request.area,
        party=request.party,
        expected_end=_expected_end(office, house, request, now),
        from_line=None if place is None else place.number,
        because=request.because,
        above_cap=above,
        confirmed_by=request.confirmed_by if above else None,
    )
    room = appointment.room if appointment is not None and appointment.area == request.area else None
    return Decision(Verdict(Reason.ADMITTED, GoTo(request.area, room)), let_in)


def _place(house: House, request: EntryRequest) -> Place | None:
    if request.appointment is not None:
        return house.place_of(request.appointment.id)
    place = None if request.number is None else house.place(request.number)
    return place if place is not None and place.appointment is None else None


def _expected_end(office: Office, house: House, request: EntryRequest, now: datetime) -> datetime:
    appointment, zone = request.appointment, office.time_zone
    if appointment is None:
        return now + usual_stays(office.areas, house)[request.area]
    starts_at = in_utc(appointment.starts_at)
    is_today = starts_at.astimezone(zone).date() == now.astimezone(zone).date()
    return (max(now, starts_at) if is_today else now) + appointment.duration
