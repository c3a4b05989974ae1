"""One scan's decision: facts and a time go in, the verdict and what happened come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias, assert_never

from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.code import CodeFault
from kiosk.core.events import (
    AskedAgain,
    Called,
    Declined,
    Entered,
    EventId,
    Exited,
    ExitUnmatched,
    Happening,
    Queued,
    Uncalled,
    UncalledBecause,
    VisitId,
)
from kiosk.core.line import Due, Space, estimate_wait, people_ahead, space, turn
from kiosk.core.occupancy import House, Place
from kiosk.core.office import Area, AreaId, Direction, Door, Office
from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    ReadMessage,
    Reason,
    UseDoor,
    Verdict,
    WaitForNumber,
)


@dataclass(frozen=True, slots=True)
class NoInvitation:
    """What was shown leads to no appointment: it is no code of ours, it is damaged, or nobody knows it."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Invitation:
    """What was shown is a letter of ours.

    `printed_for` is the time that stands on the letter. `entered` says whether its appointment was ever let
    in, and `last_left_at` when its last visit ended, by letter or by the staff.
    """

    appointment: Appointment
    printed_for: datetime
    entered: bool
    last_left_at: datetime | None


Presented: TypeAlias = NoInvitation | Invitation


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a decision rests on. `due` are the appointments of about now whose parties have not come."""

    office: Office
    door: Door
    presented: Presented
    house: House
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the visitor is told and what is recorded of it."""

    verdict: Verdict
    what: Happening


def decide(facts: Facts, scan: EventId, now: datetime) -> Decision:
    """Decide one scan at `now` (aware). `scan` is the id of the scan; a visit that begins here bears it.

    The rules, in the order in which they are checked; the first that applies is what the visitor is told:

    1. What leads to no appointment is refused: not an invitation, damaged, unknown.
    2. A letter whose party is inside means leaving, at any time, at every door that people may leave by. This
       stands before all that follows, since nothing that keeps people out may keep the count from going down.
    3. At a door that is an exit only, every other letter is wished goodbye, and the missing entry recorded.
    4. The appointment was cancelled; or it was moved, and now is not its new time.
    5. It is on another day.
    6. Another door leads to its area. 7. The area is closed. 8. Admission is stopped.
    9. The party is inside already; or it was, and left longer ago than it may stay away.
    10. It is too early, or 11. too late, unless the party came in time and stands in the line, or comes back.
    12. It is full, or others come first: the party waits in the line, and keeps its number if it has one.
    13. The party comes in.
    """
    now = now.astimezone(UTC)
    match facts.presented:
        case NoInvitation(reason=reason):
            return Decision(Verdict(reason, HoldAgain()), Declined(appointment=None))
        case Invitation() as invitation:
            return _leaving(facts, invitation.appointment) or _coming(facts, invitation, scan, now)
        case _ as never:
            assert_never(never)


def _leaving(facts: Facts, appointment: Appointment) -> Decision | None:
    if facts.door.direction is Direction.IN:
        return None
    visit = facts.house.visit_of(appointment.id)
    if visit is not None:
        return Decision(
            Verdict(Reason.LEFT, Goodbye()), Exited(visit.id, appointment.id, visit.area, visit.party)
        )
    if facts.door.direction is Direction.OUT:
        unmatched = ExitUnmatched(appointment.id, appointment.area, appointment.party)
        return Decision(Verdict(Reason.LEFT, Goodbye()), unmatched)
    return None


def _coming(facts: Facts, invitation: Invitation, scan: EventId, now: datetime) -> Decision:
    appointment = invitation.appointment
    refusal = (
        _refused_for_the_appointment(facts, invitation, now)
        or _refused_at_the_door(facts, appointment, now)
        or _refused_for_the_visit(facts, invitation, now)
        or _refused_for_the_time(facts, invitation, now)
    )
    if refusal is not None:
        return Decision(refusal, Declined(appointment.id))
    return _admit_or_wait(facts, invitation, scan, now)


def _refused_for_the_appointment(facts: Facts, invitation: Invitation, now: datetime) -> Verdict | None:
    appointment, zone = invitation.appointment, facts.office.time_zone
    if appointment.status is AppointmentStatus.CANCELLED:
        return Verdict(Reason.CANCELLED, CallOffice())
    if invitation.printed_for != appointment.starts_at and not _in_window(facts, appointment, now):
        moved_to = appointment.starts_at
        return Verdict(Reason.RESCHEDULED, ComeBackAt(moved_to) if moved_to > now else CallOffice())
    if appointment.starts_at.astimezone(zone).date() != now.astimezone(zone).date():
        coming = appointment.starts_at > now
        return Verdict(Reason.WRONG_DAY, ComeBackAt(appointment.starts_at) if coming else CallOffice())
    return None


def _refused_at_the_door(facts: Facts, appointment: Appointment, now: datetime) -> Verdict | None:
    office, area = facts.office, facts.office.areas[appointment.area]
    if appointment.area not in facts.door.serves:
        others = office.doors_into(appointment.area)
        return Verdict(Reason.WRONG_DOOR, UseDoor(others[0].id if others else None))
    if not area.hours.is_open(now, office.time_zone):
        return Verdict(Reason.CLOSED, ComeWhenOpen(area.hours.next_opening(now, office.time_zone)))
    stop = facts.house.stop_at(facts.door.id)
    if stop is not None:
        return Verdict(Reason.ADMISSION_STOPPED, ReadMessage(stop.message))
    return None


def _refused_for_the_visit(facts: Facts, invitation: Invitation, now: datetime) -> Verdict | None:
    if facts.house.visit_of(invitation.appointment.id) is not None:
        return Verdict(Reason.ALREADY_INSIDE, AskStaff())
    if invitation.entered and not _comes_back(facts, invitation, now):
        return Verdict(Reason.ALREADY_USED, AskStaff())
    return None


def _refused_for_the_time(facts: Facts, invitation: Invitation, now: datetime) -> Verdict | None:
    appointment, habits = invitation.appointment, facts.office.habits
    if facts.house.place_of(appointment.id) is not None or invitation.entered:
        return None
    admitted_from = appointment.starts_at - habits.early
    if now < admitted_from:
        return Verdict(Reason.TOO_EARLY, ComeBackAt(admitted_from))
    if now > appointment.starts_at + habits.late:
        return Verdict(Reason.TOO_LATE, CallOffice())
    return None


def _in_window(facts: Facts, appointment: Appointment, now: datetime) -> bool:
    habits = facts.office.habits
    return appointment.starts_at - habits.early <= now <= appointment.starts_at + habits.late


def _comes_back(facts: Facts, invitation: Invitation, now: datetime) -> bool:
    left_at = invitation.last_left_at
    return left_at is not None and now - left_at <= facts.office.habits.re_entry


def _admit_or_wait(facts: Facts, invitation: Invitation, scan: EventId, now: datetime) -> Decision:
    appointment, house = invitation.appointment, facts.house
    standing = house.place_of(appointment.id)
    place = standing or _new_place(appointment, house, now)
    waiting = house if standing else replace(house, line=_in_order((*house.line, place)))
    free = space(house, facts.office.rules.at(now).cap)
    if place not in turn(waiting.line, free, facts.due, now):
        answer = _wait(facts, place, waiting, free, now)
        if standing is not None:
            return Decision(answer, AskedAgain(place.number, appointment.id))
        queued = Queued(place.number, appointment.id, appointment.area, appointment.party, place.due)
        return Decision(answer, queued)
    reason = Reason.READMITTED if invitation.entered else Reason.ADMITTED
    entered = Entered(
        visit=VisitId(scan),
        appointment=appointment.id,
        area=appointment.area,
        party=place.party,
        expected_end=max(now, appointment.starts_at) + appointment.duration,
        from_line=standing.number if standing else None,
    )
    return Decision(Verdict(reason, GoTo(appointment.area, appointment.room)), entered)


def _new_place(appointment: Appointment, house: House, now: datetime) -> Place:
    return Place(
        number=house.last_number + 1,
        appointment=appointment.id,
        area=appointment.area,
        party=appointment.party,
        due=appointment.starts_at,
        arrived_at=now,
        kept_until=None,
    )


def _in_order(line: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(line, key=lambda place: place.rank))


def _wait(facts: Facts, place: Place, waiting: House, free: Space, now: datetime) -> Verdict:
    if not free.building_fits(place.party):
        reason = Reason.BUILDING_FULL
    elif not free.area_fits(place.area, place.party):
        reason = Reason.AREA_FULL
    else:
        reason = Reason.NOT_YOUR_TURN
    wait = estimate_wait(place.number, waiting, free, usual_stays(facts.office.areas, waiting), now)
    return Verdict(reason, WaitForNumber(place.number, people_ahead(waiting.line, place), wait))


def usual_stays(areas: Mapping[AreaId, Area], house: House) -> dict[AreaId, timedelta]:
    """Return how long a visit to each area usually takes: as measured, else as the office expects."""
    return {area.id: house.stays.get(area.id, area.usual_stay) for area in areas.values()}


def lapsed_calls(house: House, now: datetime) -> tuple[Uncalled, ...]:
    """Return the calls whose kept place has run out at `now`, to be recorded before the next decision."""
    return tuple(
        Uncalled(place.number, UncalledBecause.NOBODY_CAME)
        for place in house.line
        if place.kept_until is not None and place.kept_until <= now
    )


def new_calls(office: Office, house: House, due: Iterable[Due], now: datetime) -> tuple[Called, ...]:
    """Return the numbers to call at `now`: those whose turn it is and that were not called yet.

    Nobody is called to an area that is closed, nor to one whose doors are all stopped.
    """
    free = space(house, office.rules.at(now).cap)
    open_now = [
        place
        for place in house.line
        if place.kept_until is not None or _can_be_reached(office, house, place.area, now)
    ]
    until = now + office.habits.keep_place
    return tuple(
        Called(place.number, until) for place in turn(open_now, free, due, now) if place.kept_until is None
    )


def _can_be_reached(office: Office, house: House, area: AreaId, now: datetime) -> bool:
    is_open = office.areas[area].hours.is_open(now, office.time_zone)
    return is_open and any(house.stop_at(door.id) is None for door in office.doors_into(area))


def no_invitation(fault: CodeFault) -> NoInvitation:
    """Return what a text that is no valid code is taken for."""
    match fault:
        case CodeFault.NOT_A_CODE:
            return NoInvitation(Reason.NOT_AN_INVITATION)
        case CodeFault.DAMAGED:
            return NoInvitation(Reason.DAMAGED_CODE)
        case _ as never:
            assert_never(never)
