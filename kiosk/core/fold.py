"""The fold of all events: the house before an event, and the house after it.

Nothing here clamps, forgets or repairs: an event that cannot follow on the house that is there raises.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import assert_never

from kiosk.core.appointment import AppointmentId
from kiosk.core.desk_events import DeskHappening
from kiosk.core.door_events import (
    BookingSearched,
    CallWithdrawn,
    CountedOut,
    CountRestored,
    EntryWithdrawn,
    LetIn,
    MaskExempted,
    MaskExemptionWithdrawn,
    NumberWithdrawn,
    PutBack,
    Reconciled,
    TurnedBack,
    VisitReopened,
)
from kiosk.core.entered_rules import rules_after
from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    AskedAgain,
    Called,
    ClockConfirmed,
    Corrected,
    DayEnded,
    Declined,
    Entered,
    Event,
    Exited,
    ExitUnmatched,
    Queued,
    RulesChanged,
    Settled,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.help_calls import HelpAtDoor, after_call, after_end
from kiosk.core.help_events import HelpCalled, HelpEnded, HelpHappening
from kiosk.core.ids import VisitId
from kiosk.core.instant import in_utc
from kiosk.core.occupancy import EMPTY_HOUSE, House, Place, Stop, Visit
from kiosk.core.office import AreaId, DoorId
from kiosk.core.privacy_events import PrivacyHappening
from kiosk.core.rule_events import RuleHappening
from kiosk.core.staff_events import StaffHappening

# A new stay moves the usual one by an eighth of the difference: after about twenty visits a morning's pace
# has replaced the day before, and one very long visit changes little.
STAY_WEIGHT = 8
# A stay that lasted a day or less than no time was measured by a clock that was set meanwhile.
LONGEST_STAY = timedelta(days=1)


def fold(events: Iterable[Event], house: House = EMPTY_HOUSE) -> House:
    """Return the house after `events`, which follow in the ledger's order on those that made `house`."""
    for event in events:
        house = after(house, event)
    return house


def after(house: House, event: Event) -> House:  # noqa: C901, PLR0912 - one flat branch for each kind of event
    """Return the house after one event. Raises ValueError for an event that cannot follow on this house."""
    if isinstance(event.what, StaffHappening | DeskHappening | PrivacyHappening):
        return house
    at = in_utc(event.at)
    if isinstance(event.what, HelpHappening):
        return _after_help(house, event.what, at)
    if house.latest_at is None or at > house.latest_at:
        house = replace(house, latest_at=at)
    if isinstance(event.what, RuleHappening):
        return replace(house, entered_rules=rules_after(house.entered_rules, event.what, event.by, at))
    match event.what:
        case Entered() | LetIn() as entered:
            return _after_entry(house, entered, at)
        case Exited(visit=visit):
            return _with_stay_measured(_without_visit(house, visit), _visit(house, visit), at)
        case Settled(visit=visit) | TurnedBack(visit=visit):
            return _without_visit(house, visit)
        case EntryWithdrawn(visit=visit, appointment=appointment, came_in_time=came_in_time):
            missed = (appointment,) if came_in_time and appointment is not None else ()
            return replace(_without_visit(house, visit), missed=(*house.missed, *missed))
        case VisitReopened() as reopened:
            return _after_reopening(house, reopened)
        case MaskExempted(visit=visit):
            return _with_visit(house, replace(_visit(house, visit), mask_exempt=True))
        case MaskExemptionWithdrawn(visit=visit):
            return _with_visit(house, replace(_visit(house, visit), mask_exempt=False))
        case CountedOut(area=area, party=party):
            return _with_counted_out(house, area, party)
        case Reconciled(visit=visit, party=party, left_from=left_from):
            return _with_counted_out(_without_visit(house, visit), left_from, -party)
        case CountRestored(area=area, change=change, counted_out=counted_out):
            return _with_counted_out(_with_corrected(house, area, change - counted_out), area, -counted_out)
        case ExitUnmatched(party=party):
            return replace(house, unmatched_exits=house.unmatched_exits + party)
        case Queued() as queued:
            return _after_queuing(house, queued, at)
        case Called(number=number, until=until):
            return _with_place(house, replace(_place(house, number), kept_until=in_utc(until)))
        case AskedAgain(number=number) | CallWithdrawn(number=number):
            # A called party that came and found it full waits on, and is called again when there is room.
            return _with_place(house, replace(_place(house, number), kept_until=None))
        case Uncalled(number=number, because=because):
            return _after_uncalling(house, _place(house, number), because)
        case PutBack() as put_back:
            return _after_putting_back(house, put_back)
        case NumberWithdrawn(number=number):
            return _without_place(house, number)
        case AdmissionStopped(door=door, message=message):
            before = house.stop_of(door)
            stop = Stop(door, message, at if before is None else before.since)
            return replace(house, stops=(*house.stops_beside(door), stop))
        case AdmissionResumed(door=door):
            return _after_resuming(house, door, at)
        case Corrected(area=area, change=change):
            return _with_corrected(house, area, change)
        case RulesChanged(digest=digest):
            return replace(house, rules_digest=digest)
        case DayEnded():
            ended = replace(house, last_number=0, unmatched_exits=0, missed=(), passed_over=(), help_at=())
            return replace(ended, counted_out=MappingProxyType({}))
        case ClockConfirmed():
            return replace(house, latest_at=at)
        case Declined() | BookingSearched():
            return house
        case _ as never:
            assert_never(never)


def _after_help(house: House, what: HelpHappening, at: datetime) -> House:
    """Return the house after a call for help, or its end, which leaves `latest_at` as it is.

    Anybody may touch the button at any hour, also at a machine whose clock is wrong.
    """
    others = tuple(each for each in house.help_at if each.door != what.door)
    here = _help_after(house.help_at_door(what.door), what, at)
    return replace(house, help_at=others if here == HelpAtDoor(what.door, None) else (*others, here))


def _help_after(before: HelpAtDoor, what: HelpHappening, at: datetime) -> HelpAtDoor:
    match what:
        case HelpCalled():
            return after_call(before, at)
        case HelpEnded(because=because):
            return after_end(before, because, at)
        case _ as never:
            assert_never(never)


def _after_entry(house: House, entered: Entered | LetIn, at: datetime) -> House:
    visit = Visit(
        id=entered.visit,
        appointment=entered.appointment,
        area=entered.area,
        party=entered.party,
        entered_at=at,
        expected_end=in_utc(entered.expected_end),
    )
    inside = _not_passed_over(_with_new_visit(house, visit), entered.appointment)
    return inside if entered.from_line is None else _without_place(inside, entered.from_line)


def _after_reopening(house: House, reopened: VisitReopened) -> House:
    visit = Visit(
        id=reopened.visit,
        appointment=reopened.appointment,
        area=reopened.area,
        party=reopened.party,
        entered_at=in_utc(reopened.entered_at),
        expected_end=in_utc(reopened.expected_end),
        mask_exempt=reopened.mask_exempt,
    )
    house = _with_new_visit(house, visit)
    return house if reopened.left_from is None else _with_counted_out(house, reopened.left_from, visit.party)


def _after_queuing(house: House, queued: Queued, at: datetime) -> House:
    if any(place.number == queued.number for place in house.line):
        raise ValueError(f"number {queued.number} stands in the line already")
    place = Place(
        number=queued.number,
        appointment=queued.appointment,
        area=queued.area,
        party=queued.party,
        due=None if queued.due is None else in_utc(queued.due),
        arrived_at=at,
        kept_until=None,
    )
    last_number = max(house.last_number, queued.number)
    return _not_passed_over(replace(_with_place(house, place), last_number=last_number), queued.appointment)


def _after_uncalling(house: House, place: Place, because: UncalledBecause) -> House:
    gone = _without_place(house, place.number)
    match because:
        case UncalledBecause.DAY_ENDED | UncalledBecause.APPOINTMENT_CHANGED:
            return gone
        case UncalledBecause.NOBODY_CAME | UncalledBecause.SKIPPED:
            missed = () if place.appointment is None else (place.appointment,)
            return replace(gone, missed=(*house.missed, *missed), passed_over=(*house.passed_over, place))
        case _ as never:
            assert_never(never)


def _after_putting_back(house: House, put_back: PutBack) -> House:
    if house.place(put_back.number) is not None:
        raise ValueError(f"number {put_back.number} stands in the line already")
    place = Place(
        number=put_back.number,
        appointment=put_back.appointment,
        area=put_back.area,
        party=put_back.party,
        due=None if put_back.due is None else in_utc(put_back.due),
        arrived_at=in_utc(put_back.arrived_at),
        kept_until=None,
    )
    passed_over = tuple(each for each in house.passed_over if each.number != place.number)
    house = _not_passed_over(replace(house, passed_over=passed_over), place.appointment)
    return _with_place(house, place)


def _after_resuming(house: House, door: DoorId | None, at: datetime) -> House:
    lifted = house.stop_of(door)
    resumed = replace(house, stops=house.stops_beside(door))
    if lifted is None or door is not None:
        return resumed
    # Nobody who was called could come in meanwhile: what was left of the kept time is theirs again.
    lasted = at - lifted.since
    line = tuple(
        place if place.kept_until is None else replace(place, kept_until=place.kept_until + lasted)
        for place in house.line
    )
    return replace(resumed, line=line)


def _not_passed_over(house: House, appointment: AppointmentId | None) -> House:
    """Forget that this appointment lost its place: it has another one, or is inside."""
    if appointment not in house.missed:
        return house
    return replace(
        house,
        missed=tuple(each for each in house.missed if each != appointment),
        passed_over=tuple(each for each in house.passed_over if each.appointment != appointment),
    )


def _with_corrected(house: House, area: AreaId, change: int) -> House:
    return replace(house, corrections=_changed(house.corrections, area, change))


def _with_counted_out(house: House, area: AreaId, people: int) -> House:
    """Count people out of an area without a visit; below zero, people whose visit has been ended instead."""
    counted_out = _changed(house.counted_out, area, people)
    if counted_out.get(area, 0) < 0:
        raise ValueError(f"fewer people than {-people} were counted out of the area {area}")
    return replace(_with_corrected(house, area, -people), counted_out=counted_out)


def _changed(counts: Mapping[AreaId, int], area: AreaId, change: int) -> Mapping[AreaId, int]:
    changed = counts.get(area, 0) + change
    others = {each: count for each, count in counts.items() if each != area}
    return MappingProxyType({**others, area: changed} if changed else others)


def _visit(house: House, visit: VisitId) -> Visit:
    for each in house.visits:
        if each.id == visit:
            return each
    raise ValueError(f"visit {visit} is not inside")


def _with_new_visit(house: House, visit: Visit) -> House:
    if house.visit(visit.id) is not None:
        raise ValueError(f"visit {visit.id} is inside already")
    return replace(house, visits=(*house.visits, visit))


def _with_visit(house: House, visit: Visit) -> House:
    return replace(house, visits=tuple(visit if each.id == visit.id else each for each in house.visits))


def _without_visit(house: House, visit: VisitId) -> House:
    gone = _visit(house, visit)
    return replace(house, visits=tuple(each for each in house.visits if each is not gone))


def _with_stay_measured(house: House, visit: Visit, left_at: datetime) -> House:
    stay = left_at - visit.entered_at
    if not timedelta(0) < stay < LONGEST_STAY:
        return house
    # One visit says little of the next: what was expected of it stands in until more have been measured.
    usual = house.stays.get(visit.area, visit.expected_end - visit.entered_at)
    measured = usual + (stay - usual) // STAY_WEIGHT
    return replace(house, stays=MappingProxyType({**house.stays, visit.area: measured}))


def _place(house: House, number: int) -> Place:
    for place in house.line:
        if place.number == number:
            return place
    raise ValueError(f"number {number} is not in the line")


def _with_place(house: House, place: Place) -> House:
    others = (each for each in house.line if each.number != place.number)
    return replace(house, line=tuple(sorted((*others, place), key=lambda each: each.rank)))


def _without_place(house: House, number: int) -> House:
    gone = _place(house, number)
    return replace(house, line=tuple(place for place in house.line if place is not gone))
