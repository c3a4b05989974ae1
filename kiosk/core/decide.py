"""One scan's decision: facts and a time go in, the verdict and what happened come out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias, assert_never

from kiosk.core.appointment import Appointment, AppointmentStatus
from kiosk.core.code import CodeFault
from kiosk.core.events import (
    AskedAgain,
    Called,
    Declined,
    Entered,
    Exited,
    ExitUnmatched,
    Happening,
    Queued,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.ids import EventId, VisitId
from kiosk.core.instant import in_utc
from kiosk.core.line import Due, admissible, ever_fits, in_order, is_held, space
from kiosk.core.occupancy import House, Place
from kiosk.core.office import Direction, Door, DoorId, Office
from kiosk.core.rules_in_force import rules_at
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
)
from kiosk.core.wait import wait_for_number, why_it_waits


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
    10. It is too early, or 11. too late.
    12. It is full, or others come first: the party waits in the line, and keeps its number if it has one. A
        party larger than the cap would wait for ever: it is told that it is full, and to ask the staff.
    13. The party comes in.

    A party that came in time is not held to that time again: neither while it stands in the line, nor when it
    missed its call, nor when it comes back. Raises ValueError for a naive time.
    """
    now = in_utc(now)
    match facts.presented:
        case NoInvitation(reason=reason):
            return Decision(Verdict(reason, HoldAgain()), Declined(appointment=None))
        case Invitation() as invitation:
            invitation = _reckoned_in_utc(invitation)
            return _leaving(facts, invitation.appointment) or _coming(facts, invitation, scan, now)
        case _ as never:
            assert_never(never)


def _reckoned_in_utc(invitation: Invitation) -> Invitation:
    left_at = invitation.last_left_at
    return replace(
        invitation,
        appointment=replace(invitation.appointment, starts_at=in_utc(invitation.appointment.starts_at)),
        printed_for=in_utc(invitation.printed_for),
        last_left_at=None if left_at is None else in_utc(left_at),
    )


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
    next_step = ComeBackAt(appointment.starts_at) if appointment.starts_at > now else CallOffice()
    is_its_time = _came_in_time(facts, invitation, now) or _in_window(facts, appointment, now)
    if invitation.printed_for != appointment.starts_at and not is_its_time:
        return Verdict(Reason.RESCHEDULED, next_step)
    if appointment.starts_at.astimezone(zone).date() != now.astimezone(zone).date():
        return Verdict(Reason.WRONG_DAY, next_step)
    return None


def _refused_at_the_door(facts: Facts, appointment: Appointment, now: datetime) -> Verdict | None:
    office = facts.office
    area = office.areas.get(appointment.area)
    if area is None:
        # The appointment is older than the office's file: only the staff can know where it takes place.
        return Verdict(Reason.WRONG_DOOR, UseDoor(None))
    if area.id not in facts.door.serves:
        others = office.doors_into(area.id)
        return Verdict(Reason.WRONG_DOOR, UseDoor(others[0].id if others else None))
    if not area.hours.is_open(now, office.time_zone):
        return Verdict(Reason.CLOSED, ComeWhenOpen(area.hours.next_opening(now, office.time_zone)))
    stop = facts.house.stop_at(facts.door.id)
    if stop is not None:
        return Verdict(Reason.ADMISSION_STOPPED, ReadMessage(stop.message))
    return None


def _refused_for_the_visit(facts: Facts, invitation: Invitation, now: datetime) -> Verdict | None:
    appointment, house = invitation.appointment, facts.house
    if house.visit_of(appointment.id) is not None:
        return Verdict(Reason.ALREADY_INSIDE, AskStaff())
    if _was_used(facts, invitation) and not _came_in_time(facts, invitation, now):
        return Verdict(Reason.ALREADY_USED, AskStaff())
    return None


def _refused_for_the_time(facts: Facts, invitation: Invitation, now: datetime) -> Verdict | None:
    if _came_in_time(facts, invitation, now):
        return None
    appointment, habits = invitation.appointment, facts.office.habits
    if now < appointment.starts_at - habits.early:
        return Verdict(Reason.TOO_EARLY, ComeBackAt(_admitted_from(facts.office, appointment)))
    if now > appointment.starts_at + habits.late:
        return Verdict(Reason.TOO_LATE, CallOffice())
    return None


def _admitted_from(office: Office, appointment: Appointment) -> datetime:
    """Return the first time of the window at which the area is open: nobody is sent to a closed door."""
    earliest, latest = appointment.starts_at - office.habits.early, appointment.starts_at + office.habits.late
    hours = office.areas[appointment.area].hours
    if hours.is_open(earliest, office.time_zone):
        return earliest
    opening = hours.next_opening(earliest, office.time_zone)
    return earliest if opening is None or opening > latest else in_utc(opening)


def _in_window(facts: Facts, appointment: Appointment, now: datetime) -> bool:
    habits = facts.office.habits
    return appointment.starts_at - habits.early <= now <= appointment.starts_at + habits.late


def _came_in_time(facts: Facts, invitation: Invitation, now: datetime) -> bool:
    """Say whether the party came in time before: it stands in the line, missed its call, or comes back."""
    appointment, house = invitation.appointment, facts.house
    place = house.place_of(appointment.id)
    if place is not None and place.due == appointment.starts_at:
        return True
    return _lost_its_place(house, appointment) or _comes_back(facts, invitation, now)


def _lost_its_place(house: House, appointment: Appointment) -> bool:
    """Say whether the party missed its turn at the time that its appointment still has."""
    times = [place.due for place in house.passed_over if place.appointment == appointment.id]
    return appointment.id in house.missed and (not times or appointment.starts_at in times)


def _was_used(facts: Facts, invitation: Invitation) -> bool:
    """Say whether the visit has been; one that ended before the window belonged to a time that was moved."""
    if not invitation.entered:
        return False
    left_at, window = invitation.last_left_at, invitation.appointment.starts_at - facts.office.habits.early
    return left_at is None or left_at >= window


def _comes_back(facts: Facts, invitation: Invitation, now: datetime) -> bool:
    left_at = invitation.last_left_at
    return left_at is not None and now - left_at <= facts.office.habits.re_entry


def _admit_or_wait(facts: Facts, invitation: Invitation, scan: EventId, now: datetime) -> Decision:
    appointment, house = invitation.appointment, facts.house
    standing = house.place_of(appointment.id)
    place = _place(standing, appointment, house, now)
    others = (each for each in house.line if each is not standing)
    waiting = replace(house, line=in_order((*others, place)))
    cap = rules_at(facts.office, house, now).cap
    fits = ever_fits(cap, place.area, place.party)
    if place in admissible(facts.office, waiting, facts.due, now):
        entered = Entered(
            visit=VisitId(scan),
            appointment=appointment.id,
            area=place.area,
            party=place.party,
            expected_end=max(now, appointment.starts_at) + appointment.duration,
            from_line=None if standing is None else standing.number,
        )
        reason = Reason.READMITTED if invitation.entered else Reason.ADMITTED
        return Decision(Verdict(reason, GoTo(appointment.area, appointment.room)), entered)
    reason = why_it_waits(space(house, cap), place)
    step = wait_for_number(facts.office, waiting, place, facts.due, now) if fits else AskStaff()
    answer = Verdict(reason, step)
    if standing is not None:
        return Decision(answer, AskedAgain(standing.number, appointment.id))
    if not fits:
        return Decision(answer, Declined(appointment.id))
    return Decision(answer, Queued(place.number, appointment.id, place.area, place.party, place.due))


def _place(standing: Place | None, appointment: Appointment, house: House, now: datetime) -> Place:
    """Return the party's place; its appointment may have got another area or party since it was queued."""
    if standing is not None:
        return replace(standing, area=appointment.area, party=appointment.party)
    return _new_place(appointment, house, now)


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


def lapsed_calls(office: Office, house: House, now: datetime) -> tuple[Uncalled, ...]:
    """Return the calls whose kept place has run out at `now`, to be recorded before the next decision.

    None runs out while admission is stopped at all doors, or at all into its area.
    """
    now = in_utc(now)
    if house.stop_of(None) is not None:
        return ()
    return tuple(
        Uncalled(place.number, UncalledBecause.NOBODY_CAME)
        for place in house.line
        if place.kept_until is not None and place.kept_until <= now and not is_held(office, house, place.area)
    )


def renewed_calls(office: Office, house: House, door: DoorId | None, now: datetime) -> tuple[Called, ...]:
    """Return the calls that hold anew when the stop of `door` is lifted at `now`, since it kept them out.

    The stop of all doors (None) gives back by itself what was left when it began: of those that it kept out
    only they hold anew who had nothing left then, before a door that was held already.
    """
    lifted = house.stop_of(door)
    if lifted is None:
        return ()
    after = replace(house, stops=house.stops_beside(door))
    until = in_utc(now) + office.habits.keep_place
    return tuple(
        Called(place.number, until)
        for place in house.line
        if place.kept_until is not None
        and (door is not None or place.kept_until <= lifted.since)
        and is_held(office, house, place.area)
        and not is_held(office, after, place.area)
    )


def new_calls(office: Office, house: House, due: Iterable[Due], now: datetime) -> tuple[Called, ...]:
    """Return the numbers to call at `now`: those whose turn it is and that were not called yet.

    Nobody is called to an area that is closed, nor to one whose doors are all stopped.
    """
    now = in_utc(now)
    until = now + office.habits.keep_place
    return tuple(
        Called(place.number, until)
        for place in admissible(office, house, due, now)
        if place.kept_until is None
    )


def no_invitation(fault: CodeFault) -> NoInvitation:
    """Return what a text that is no valid code is taken for."""
    match fault:
        case CodeFault.NOT_A_CODE:
            return NoInvitation(Reason.NOT_AN_INVITATION)
        case CodeFault.DAMAGED:
            return NoInvitation(Reason.DAMAGED_CODE)
        case _ as never:
            assert_never(never)
