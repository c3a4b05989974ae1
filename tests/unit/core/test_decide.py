"""The rules of `decide`, one by one and against each other, and what time alone brings about in the line."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.code import CodeFault
from kiosk.core.decide import (
    Decision,
    Facts,
    Invitation,
    NoInvitation,
    decide,
    lapsed_calls,
    new_calls,
    no_invitation,
    renewed_calls,
)
from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    AskedAgain,
    Called,
    Declined,
    Entered,
    Exited,
    ExitUnmatched,
    Queued,
    Uncalled,
    UncalledBecause,
)
from kiosk.core.house_rules import CapRule
from kiosk.core.ids import EventId, VisitId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId, Direction, DoorId, Office, RoomId
from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    NextStep,
    ReadMessage,
    Reason,
    UseDoor,
    Verdict,
    WaitForNumber,
)
from tests.building import (
    BENEFITS,
    BERLIN,
    CASES,
    EXIT_DOOR,
    MAIN_DOOR,
    MONDAY,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    a_door,
    a_house,
    an_appointment,
    an_area,
    an_office,
    at,
    due,
    entered,
    habits,
    hours,
    minutes,
    queued,
    spans,
    wording,
)

TUESDAY = MONDAY + timedelta(days=1)
SCAN = EventId("scan")
A = AppointmentId("a")
FULL = a_house(entered("x", 25))
IN_DOOR = DoorId("in")
STOP = AdmissionStopped(None, wording("Übung"))


@dataclass(frozen=True)
class Scan:
    """A scan of the letter of the appointment `a`, Monday at 10:00, at the main door, unless told else."""

    now: datetime = field(default_factory=lambda: at("10:00"))
    appointment: Appointment = field(default_factory=an_appointment)
    house: House = EMPTY_HOUSE
    office: Office = field(default_factory=an_office)
    door: DoorId = MAIN_DOOR
    printed_for: datetime | None = None
    left_at: datetime | None = None
    entered: bool = False
    awaited: tuple[Appointment, ...] = ()

    def decision(self) -> Decision:
        invitation = Invitation(
            appointment=self.appointment,
            printed_for=self.printed_for or self.appointment.starts_at,
            entered=self.entered or self.left_at is not None,
            last_left_at=self.left_at,
        )
        awaited = tuple(due(each) for each in self.awaited)
        facts = Facts(self.office, self.office.doors[self.door], invitation, self.house, awaited)
        return decide(facts, SCAN, self.now)


def told(scan: Scan) -> tuple[Reason, NextStep]:
    verdict = scan.decision().verdict
    return verdict.reason, verdict.step


def with_status(status: AppointmentStatus) -> Appointment:
    return an_appointment(status=status)


CANCELLED = with_status(AppointmentStatus.CANCELLED)
COME_IN = GoTo(BENEFITS, RoomId("benefits-1"))
ONE_WAY = an_office(doors=[a_door(IN_DOOR, direction=Direction.IN, serves=(BENEFITS,)), a_door(MAIN_DOOR)])


@pytest.mark.parametrize("reason", [Reason.NOT_AN_INVITATION, Reason.DAMAGED_CODE, Reason.UNKNOWN_CODE])
@pytest.mark.parametrize("door", [MAIN_DOOR, EXIT_DOOR])
def test_what_leads_to_no_appointment_is_refused_at_every_door(reason: Reason, door: DoorId) -> None:
    office = an_office()
    facts = Facts(office, office.doors[door], NoInvitation(reason), a_house(STOP), ())
    assert decide(facts, SCAN, at("03:00")) == Decision(Verdict(reason, HoldAgain()), Declined(None))


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (CodeFault.NOT_A_CODE, Reason.NOT_AN_INVITATION),
        (CodeFault.DAMAGED, Reason.DAMAGED_CODE),
    ],
)
def test_a_text_that_is_no_code_is_no_invitation(fault: CodeFault, reason: Reason) -> None:
    assert no_invitation(fault) == NoInvitation(reason)


REFUSALS = {
    "a cancelled appointment": (Scan(appointment=CANCELLED), Reason.CANCELLED, CallOffice()),
    "a moved one, before its new time": (
        Scan(appointment=an_appointment(starts_at=at("14:00")), printed_for=at("10:00")),
        Reason.RESCHEDULED,
        ComeBackAt(at("14:00")),
    ),
    "one moved to another day": (
        Scan(appointment=an_appointment(starts_at=at("10:00", TUESDAY)), printed_for=at("10:00")),
        Reason.RESCHEDULED,
        ComeBackAt(at("10:00", TUESDAY)),
    ),
    "a moved one, after its new time": (
        Scan(appointment=an_appointment(starts_at=at("09:00")), printed_for=at("10:00")),
        Reason.RESCHEDULED,
        CallOffice(),
    ),
    "one of another day that is to come": (
        Scan(appointment=an_appointment(starts_at=at("10:00", TUESDAY))),
        Reason.WRONG_DAY,
        ComeBackAt(at("10:00", TUESDAY)),
    ),
    "one of a day that has passed": (
        Scan(now=at("10:00", TUESDAY)),
        Reason.WRONG_DAY,
        CallOffice(),
    ),
    "another door leads there": (
        Scan(appointment=an_appointment(area=YOUTH)),
        Reason.WRONG_DOOR,
        UseDoor(SIDE_DOOR),
    ),
    "no door leads there": (
        Scan(appointment=an_appointment(area=YOUTH), office=an_office(doors=[a_door(MAIN_DOOR)])),
        Reason.WRONG_DOOR,
        UseDoor(None),
    ),
    "an area that the office's file no longer has": (
        Scan(appointment=an_appointment(area=AreaId("removed"))),
        Reason.WRONG_DOOR,
        UseDoor(None),
    ),
    "an area that the door still serves though the office's file no longer has it": (
        Scan(office=an_office(areas=[an_area(CASES)])),
        Reason.WRONG_DOOR,
        UseDoor(None),
    ),
    "before it opens": (
        Scan(appointment=an_appointment(starts_at=at("08:00")), now=at("07:59:59")),
        Reason.CLOSED,
        ComeWhenOpen(at("08:00")),
    ),
    "a public holiday": (
        Scan(office=an_office(areas=[an_area(opening=hours(holidays={MONDAY: "Feiertag"}))])),
        Reason.CLOSED,
        ComeWhenOpen(at("08:00", TUESDAY)),
    ),
    "closed for good": (
        Scan(office=an_office(areas=[an_area(opening=hours(None))])),
        Reason.CLOSED,
        ComeWhenOpen(None),
    ),
    "admission is stopped": (
        Scan(house=a_house(STOP)),
        Reason.ADMISSION_STOPPED,
        ReadMessage(wording("Übung")),
    ),
    "inside already, at a door that is no exit": (
        Scan(office=ONE_WAY, door=IN_DOOR, house=a_house(entered("a"))),
        Reason.ALREADY_INSIDE,
        AskStaff(),
    ),
    "left longer ago than one may stay away": (
        Scan(now=at("11:10:01"), left_at=at("10:10")),
        Reason.ALREADY_USED,
        AskStaff(),
    ),
    "was let in and is not inside, and nobody knows when it left": (
        Scan(entered=True),
        Reason.ALREADY_USED,
        AskStaff(),
    ),
    "a second before the window": (
        Scan(now=at("09:44:59")),
        Reason.TOO_EARLY,
        ComeBackAt(at("09:45")),
    ),
    "a second after the window": (
        Scan(now=at("10:15:01")),
        Reason.TOO_LATE,
        CallOffice(),
    ),
}


@pytest.mark.parametrize(("scan", "reason", "step"), REFUSALS.values(), ids=REFUSALS.keys())
def test_a_letter_is_refused_with_the_reason_and_the_next_step(
    scan: Scan, reason: Reason, step: NextStep
) -> None:
    assert scan.decision() == Decision(Verdict(reason, step), Declined(A))


ADMISSIONS = {
    "at the time of the appointment": (Scan(), Reason.ADMITTED),
    "in the first second of the window": (Scan(now=at("09:45")), Reason.ADMITTED),
    "in the last second of the window": (Scan(now=at("10:15")), Reason.ADMITTED),
    "in the last minute of opening": (
        Scan(now=at("15:59:59"), appointment=an_appointment(starts_at=at("15:50"))),
        Reason.ADMITTED,
    ),
    "on a holiday that an exception opens": (
        Scan(
            office=an_office(
                areas=[
                    an_area(
                        opening=hours(
                            holidays={MONDAY: "Feiertag"}, exceptions={MONDAY: spans("10:00-10:01")}
                        )
                    )
                ]
            )
        ),
        Reason.ADMITTED,
    ),
    "with the old letter at the new time": (
        Scan(
            now=at("13:50"),
            appointment=an_appointment(starts_at=at("14:00")),
            printed_for=at("10:00", MONDAY - timedelta(days=7)),
        ),
        Reason.ADMITTED,
    ),
    "back within the time that one may stay away": (
        Scan(now=at("11:10"), left_at=at("10:10")),
        Reason.READMITTED,
    ),
    "back with the old letter, after the window of the new time": (
        Scan(now=at("11:10"), left_at=at("10:20"), printed_for=at("08:00")),
        Reason.READMITTED,
    ),
    "on an appointment that was moved to today after an earlier visit": (
        Scan(left_at=at("10:30", MONDAY - timedelta(days=7))),
        Reason.READMITTED,
    ),
    "for the last free place": (Scan(house=a_house(entered("x", 24))), Reason.ADMITTED),
    "while another door is stopped": (
        Scan(house=a_house(AdmissionStopped(SIDE_DOOR, wording("Halt")))),
        Reason.ADMITTED,
    ),
}


@pytest.mark.parametrize(("scan", "reason"), ADMISSIONS.values(), ids=ADMISSIONS.keys())
def test_a_letter_admits(scan: Scan, reason: Reason) -> None:
    assert told(scan) == (reason, COME_IN)
    assert isinstance(scan.decision().what, Entered)


def test_an_entry_records_the_party_and_the_end_that_is_expected() -> None:
    appointment = an_appointment(party=3, duration=40)
    late = Entered(VisitId(SCAN), A, BENEFITS, 3, at("10:50"), None)
    assert Scan(appointment=appointment, now=at("10:10")).decision().what == late
    on_time = replace(late, expected_end=at("10:40"))
    assert Scan(appointment=appointment, now=at("09:50")).decision().what == on_time


def test_the_staff_is_asked_for_a_room_that_is_not_known() -> None:
    assert told(Scan(appointment=replace(an_appointment(), room=None))) == (
        Reason.ADMITTED,
        GoTo(BENEFITS, None),
    )


@pytest.mark.parametrize(
    "scan",
    [
        Scan(),
        Scan(door=EXIT_DOOR),
        Scan(appointment=CANCELLED),
        Scan(now=at("19:00")),
        Scan(now=at("10:00", TUESDAY)),
        Scan(appointment=an_appointment(starts_at=at("15:00")), printed_for=at("10:00")),
        Scan(appointment=an_appointment(area=AreaId("removed"))),
        Scan(door=SIDE_DOOR),
    ],
)
@pytest.mark.parametrize("stops", [[], [STOP]])
def test_who_is_inside_may_leave_at_any_time_whatever_has_become_of_the_appointment(
    scan: Scan, stops: list[AdmissionStopped]
) -> None:
    inside = replace(scan, house=a_house(entered("a", 2), *stops))
    left = Exited(VisitId("a"), A, BENEFITS, 2)
    assert inside.decision() == Decision(Verdict(Reason.LEFT, Goodbye()), left)


def test_at_an_exit_an_unknown_entry_is_recorded_and_the_visitor_is_not_held_up() -> None:
    scan = Scan(door=EXIT_DOOR, appointment=replace(CANCELLED, party=2))
    assert scan.decision() == Decision(Verdict(Reason.LEFT, Goodbye()), ExitUnmatched(A, BENEFITS, 2))


def test_a_second_letter_of_one_appointment_is_the_same_visit() -> None:
    house = a_house(entered("a"))
    old_letter = Scan(house=house, office=ONE_WAY, door=IN_DOOR, printed_for=at("08:00"))
    assert told(old_letter)[0] is Reason.ALREADY_INSIDE
    assert told(replace(old_letter, door=MAIN_DOOR))[0] is Reason.LEFT


ORDER = [
    Reason.CANCELLED,
    Reason.RESCHEDULED,
    Reason.WRONG_DAY,
    Reason.WRONG_DOOR,
    Reason.CLOSED,
    Reason.ADMISSION_STOPPED,
    Reason.ALREADY_USED,
    Reason.TOO_LATE,
    Reason.BUILDING_FULL,
]


def with_all_of(reasons: list[Reason]) -> Scan:
    """Return a scan to which every one of `reasons` applies."""
    appointment = an_appointment(starts_at=at("10:00", TUESDAY if Reason.WRONG_DAY in reasons else MONDAY))
    is_closed = hours(None) if Reason.CLOSED in reasons else hours()
    stops = [STOP] if Reason.ADMISSION_STOPPED in reasons else []
    return Scan(
        now=at("12:00") if Reason.TOO_LATE in reasons else at("10:00"),
        appointment=replace(appointment, status=CANCELLED.status)
        if Reason.CANCELLED in reasons
        else appointment,
        house=a_house(entered("x", 25), *stops),
        office=an_office(areas=[an_area(opening=is_closed), an_area(YOUTH, opening=is_closed)]),
        door=SIDE_DOOR if Reason.WRONG_DOOR in reasons else MAIN_DOOR,
        printed_for=at("08:00") if Reason.RESCHEDULED in reasons else None,
        left_at=at("10:20") if Reason.ALREADY_USED in reasons else None,
    )


@pytest.mark.parametrize("place", range(len(ORDER)), ids=[reason.value for reason in ORDER])
def test_of_several_reasons_the_first_in_order_is_told(place: int) -> None:
    assert told(with_all_of(ORDER[place:]))[0] is ORDER[place]


def test_a_visit_that_goes_on_is_told_before_the_time_and_after_a_stop() -> None:
    inside = Scan(now=at("12:00"), office=ONE_WAY, door=IN_DOOR, house=a_house(entered("a")))
    assert told(inside)[0] is Reason.ALREADY_INSIDE
    assert told(replace(inside, house=a_house(STOP, house=inside.house)))[0] is Reason.ADMISSION_STOPPED


# Clock changes and midnight.


@pytest.mark.parametrize(
    ("day", "hours_of_day"), [(date(2021, 3, 28), 23), (date(2021, 10, 31), 25), (MONDAY, 24)]
)
def test_the_window_and_the_expected_end_last_as_long_on_a_day_of_23_or_25_hours(
    day: date, hours_of_day: int
) -> None:
    assert at("00:00", day + timedelta(days=1)) - at("00:00", day) == timedelta(hours=hours_of_day)
    # The clock changes at 01:00 UTC: the window begins before that, the appointment ten minutes after it.
    changed = datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)
    appointment = an_appointment(starts_at=(changed + minutes(10)).astimezone(BERLIN))
    office = an_office(areas=[an_area(opening=hours("00:00-23:59"))])
    scan = Scan(office=office, appointment=appointment)
    assert told(replace(scan, now=(changed - minutes(6)).astimezone(BERLIN))) == (
        Reason.TOO_EARLY,
        ComeBackAt(changed - minutes(5)),
    )
    decision = replace(scan, now=(changed - minutes(5)).astimezone(BERLIN)).decision()
    assert decision.verdict.reason is Reason.ADMITTED
    assert isinstance(decision.what, Entered)
    assert decision.what.expected_end == changed + minutes(40)
    assert told(replace(scan, now=changed + minutes(25)))[0] is Reason.ADMITTED
    assert told(replace(scan, now=changed + minutes(26)))[0] is Reason.TOO_LATE


def test_a_letter_for_the_hour_that_the_clock_shows_twice_is_not_taken_for_a_moved_one() -> None:
    twice = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN, fold=1)
    office = an_office(areas=[an_area(opening=hours("00:00-23:59"))])
    scan = Scan(office=office, appointment=an_appointment(starts_at=twice), printed_for=twice.astimezone(UTC))
    assert told(replace(scan, now=twice))[0] is Reason.ADMITTED
    assert told(replace(scan, now=twice - minutes(20)))[0] is Reason.TOO_EARLY


def test_the_day_of_an_appointment_is_the_day_of_the_office_and_not_of_utc() -> None:
    office = an_office(areas=[an_area(opening=hours("00:00-23:59"))])
    after_midnight = an_appointment(starts_at=at("00:10", TUESDAY))
    scan = Scan(office=office, appointment=after_midnight)
    assert told(replace(scan, now=at("23:58")))[0] is Reason.WRONG_DAY
    assert told(replace(scan, now=at("00:00", TUESDAY)))[0] is Reason.ADMITTED


def test_a_cap_that_changes_at_midnight_holds_from_midnight_on() -> None:
    office = an_office(
        areas=[an_area(opening=hours("00:00-23:59"))],
        caps=[a_cap(25), a_cap(10, since=datetime(2021, 9, 21, tzinfo=BERLIN))],
    )
    scan = Scan(office=office, house=a_house(entered("x", 10)))
    before = replace(scan, now=at("23:58"), appointment=an_appointment(starts_at=at("23:59")))
    behind = replace(
        scan, now=at("00:00", TUESDAY), appointment=an_appointment(starts_at=at("00:05", TUESDAY))
    )
    assert told(before)[0] is Reason.ADMITTED
    assert told(behind)[0] is Reason.BUILDING_FULL


def test_who_is_too_early_is_not_sent_to_a_closed_door() -> None:
    office = an_office(areas=[an_area(opening=hours(weekly={0: spans("08:00-12:00", "13:00-16:00")}))])
    scan = Scan(office=office, now=at("11:00"))
    assert told(replace(scan, appointment=an_appointment(starts_at=at("13:05")))) == (
        Reason.TOO_EARLY,
        ComeBackAt(at("13:00")),
    )
    never_open = replace(scan, appointment=an_appointment(starts_at=at("12:30")))
    assert told(never_open) == (Reason.TOO_EARLY, ComeBackAt(at("12:15")))


def test_who_is_too_early_for_hours_that_never_come_is_told_the_window() -> None:
    office = an_office(areas=[an_area(opening=hours(weekly={}, exceptions={MONDAY: spans("08:00-11:30")}))])
    scan = Scan(office=office, now=at("11:00"), appointment=an_appointment(starts_at=at("12:00")))
    assert told(scan) == (Reason.TOO_EARLY, ComeBackAt(at("11:45")))


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        Scan(now=at("10:00").replace(tzinfo=None)).decision()


# The line.


def test_a_full_building_gives_a_number_the_people_ahead_and_the_minutes() -> None:
    house = a_house(entered("x", 25), queued(1, "b", 3, starts_at=at("09:50")))
    reason, step = told(Scan(house=house))
    assert reason is Reason.BUILDING_FULL
    assert isinstance(step, WaitForNumber)
    assert (step.number, step.ahead) == (2, 3)
    assert step.wait is not None
    assert step.wait > timedelta(0)
    assert Scan(house=house).decision().what == Queued(2, A, BENEFITS, 1, at("10:00"))


def test_a_full_area_is_told_apart_from_a_full_building() -> None:
    office = an_office(caps=[a_cap(25, benefits=2)])
    scan = Scan(office=office, house=a_house(entered("x", 2)))
    assert told(scan)[0] is Reason.AREA_FULL
    assert told(replace(scan, appointment=an_appointment(area=CASES)))[0] is Reason.ADMITTED


def test_it_is_not_the_turn_of_who_came_after_others() -> None:
    house = a_house(entered("x", 23), queued(1, "b", 3, starts_at=at("09:50")))
    assert told(Scan(house=house))[0] is Reason.NOT_YOUR_TURN


def test_places_for_appointments_of_the_next_minutes_are_kept_from_who_is_early() -> None:
    early = Scan(
        now=at("09:50"), house=a_house(entered("x", 24)), awaited=(an_appointment("b", at("09:55")),)
    )
    assert told(early)[0] is Reason.NOT_YOUR_TURN
    assert told(replace(early, now=at("10:00")))[0] is Reason.ADMITTED
    assert told(replace(early, awaited=(early.appointment,)))[0] is Reason.ADMITTED


def test_a_number_is_kept_when_the_letter_is_shown_again() -> None:
    waiting = a_house(
        queued(1, "b", starts_at=at("09:50")), queued(2, "a", starts_at=at("10:00")), house=FULL
    )
    decision = Scan(house=waiting).decision()
    assert decision.what == AskedAgain(2, A)
    assert isinstance(decision.verdict.step, WaitForNumber)
    assert (decision.verdict.step.number, decision.verdict.step.ahead) == (2, 1)


def test_who_stands_in_the_line_is_neither_too_late_nor_moved_nor_used_up_when_the_turn_comes() -> None:
    waiting = a_house(queued(1, "a", starts_at=at("10:00")), Called(1, at("11:35")))
    long_after = Scan(now=at("11:32"), house=waiting)
    assert told(long_after)[0] is Reason.ADMITTED
    assert told(replace(long_after, printed_for=at("08:00")))[0] is Reason.ADMITTED
    assert told(replace(long_after, left_at=at("10:20")))[0] is Reason.READMITTED
    what = long_after.decision().what
    assert isinstance(what, Entered)
    assert what.from_line == 1


def test_who_stands_in_the_line_for_a_time_that_was_moved_is_told_the_new_one() -> None:
    waiting = a_house(queued(1, "a", starts_at=at("10:00")))
    moved = Scan(house=waiting, appointment=an_appointment(starts_at=at("14:00")), printed_for=at("10:00"))
    assert told(moved) == (Reason.RESCHEDULED, ComeBackAt(at("14:00")))
    assert told(replace(moved, printed_for=at("14:00")))[0] is Reason.TOO_EARLY


def test_who_missed_the_call_may_join_again_however_late_it_is() -> None:
    missed = a_house(queued(1, "a", starts_at=at("10:00")), Uncalled(1, UncalledBecause.NOBODY_CAME))
    assert told(Scan(now=at("10:40"), house=missed))[0] is Reason.ADMITTED
    assert told(Scan(now=at("10:40"), house=missed, printed_for=at("08:00")))[0] is Reason.ADMITTED
    full = a_house(entered("x", 25), house=missed)
    assert Scan(now=at("10:40"), house=full).decision().what == Queued(2, A, BENEFITS, 1, at("10:00"))


def test_who_comes_back_while_it_is_full_waits_in_the_line() -> None:
    assert told(Scan(now=at("10:30"), left_at=at("10:20"), house=FULL))[0] is Reason.BUILDING_FULL


def test_a_called_party_that_finds_it_full_keeps_its_number_and_is_called_again() -> None:
    house = a_house(entered("x", 25), queued(1, "a", starts_at=at("10:00")), Called(1, at("10:05")))
    decision = Scan(house=house).decision()
    assert (decision.verdict.reason, decision.what) == (Reason.BUILDING_FULL, AskedAgain(1, A))
    waiting = a_house(decision.what, house=house)
    assert lapsed_calls(an_office(), waiting, at("10:30")) == ()
    with_room = a_house(Exited(VisitId("x"), None, BENEFITS, 25), house=waiting)
    assert new_calls(an_office(), with_room, (), at("10:30")) == (Called(1, at("10:35")),)


@pytest.mark.parametrize(
    ("cap", "reason"), [(a_cap(3), Reason.BUILDING_FULL), (a_cap(25, benefits=3), Reason.AREA_FULL)]
)
def test_a_party_larger_than_the_cap_is_sent_to_the_staff_and_not_into_the_line(
    cap: CapRule, reason: Reason
) -> None:
    office = an_office(caps=[cap])
    large = Scan(office=office, appointment=an_appointment(party=4))
    assert large.decision() == Decision(Verdict(reason, AskStaff()), Declined(A))
    in_line = a_house(queued(1, "a", 4, starts_at=at("10:00")))
    assert replace(large, house=in_line).decision() == Decision(Verdict(reason, AskStaff()), AskedAgain(1, A))
    assert told(Scan(office=office, appointment=an_appointment("b"), house=in_line))[0] is Reason.ADMITTED


def test_an_appointment_that_got_another_area_or_party_while_it_waited_is_admitted_as_it_is_now() -> None:
    office = an_office(caps=[a_cap(25, cases=2)])
    waiting = a_house(queued(1, "a", 1, starts_at=at("10:00")), entered("x", 1, area=CASES))
    now_two_for_cases = Scan(office=office, house=waiting, appointment=an_appointment(area=CASES, party=2))
    assert told(now_two_for_cases)[0] is Reason.AREA_FULL
    what = replace(now_two_for_cases, appointment=an_appointment(area=CASES)).decision().what
    assert what == Entered(VisitId(SCAN), A, CASES, 1, at("10:30"), 1)


def test_who_waits_for_a_stopped_door_does_not_hold_up_a_newcomer() -> None:
    office = an_office(caps=[a_cap(1)])
    house = a_house(
        queued(1, "b", area=YOUTH, starts_at=at("09:50")), AdmissionStopped(SIDE_DOOR, wording("Halt"))
    )
    assert told(Scan(office=office, house=house))[0] is Reason.ADMITTED


def test_in_the_line_an_area_that_closes_is_told_and_the_number_is_kept() -> None:
    lunch = an_office(areas=[an_area(opening=hours(weekly={0: spans("08:00-12:00", "13:00-16:00")}))])
    waiting = a_house(queued(1, "a", starts_at=at("11:50")))
    appointment = an_appointment(starts_at=at("11:50"))
    closed = Scan(office=lunch, house=waiting, now=at("12:00"), appointment=appointment)
    assert told(closed) == (Reason.CLOSED, ComeWhenOpen(at("13:00")))
    assert new_calls(lunch, waiting, (), at("12:30")) == ()
    assert new_calls(lunch, waiting, (), at("13:00")) == (Called(1, at("13:05")),)
    assert told(replace(closed, now=at("13:00")))[0] is Reason.ADMITTED


def test_a_visit_in_an_area_that_the_office_no_longer_has_breaks_no_estimate() -> None:
    gone = AreaId("removed")
    house = a_house(entered("x", 25, area=gone), queued(1, "b", area=gone), Called(1, at("10:05")))
    reason, step = told(Scan(house=house))
    assert reason is Reason.BUILDING_FULL
    assert isinstance(step, WaitForNumber)
    assert step.wait is not None


# What time alone brings about.


def test_a_call_lapses_at_the_end_of_the_kept_time() -> None:
    called = a_house(queued(1, "a"), queued(2, "b"), Called(1, at("10:05")))
    assert lapsed_calls(an_office(), called, at("10:04:59")) == ()
    assert lapsed_calls(an_office(), called, at("10:05")) == (Uncalled(1, UncalledBecause.NOBODY_CAME),)


def test_a_call_lapses_after_the_kept_time_also_when_the_clock_changes() -> None:
    until = datetime(2021, 10, 31, 2, 59, tzinfo=BERLIN, fold=0)
    called = a_house(queued(1, "a"), Called(1, until), when=until - minutes(5))
    assert lapsed_calls(an_office(), called, datetime(2021, 10, 31, 2, 0, tzinfo=BERLIN, fold=1)) != ()


def test_no_call_lapses_while_admission_is_stopped_at_all_doors_and_the_time_is_given_back() -> None:
    called = a_house(queued(1, "a"), Called(1, at("10:05")))
    stopped = a_house(STOP, when=at("10:02"), house=called)
    assert lapsed_calls(an_office(), stopped, at("10:30")) == ()
    assert (
        lapsed_calls(
            an_office(), a_house(AdmissionStopped(SIDE_DOOR, wording("Halt")), house=called), at("10:30")
        )
        != ()
    )
    resumed = a_house(AdmissionResumed(None), when=at("10:30"), house=stopped)
    assert lapsed_calls(an_office(), resumed, at("10:32:59")) == ()
    assert lapsed_calls(an_office(), resumed, at("10:33")) != ()


def test_no_call_lapses_while_all_doors_into_its_area_are_stopped_and_it_holds_anew_afterwards() -> None:
    office, house = an_office(), a_house(queued(1, "a"), queued(2, "b"), Called(1, at("10:05")))
    held = a_house(AdmissionStopped(MAIN_DOOR, wording("Halt")), when=at("10:02"), house=house)
    assert lapsed_calls(office, held, at("10:30")) == ()
    assert renewed_calls(office, held, MAIN_DOOR, at("10:30")) == (Called(1, at("10:35")),)
    everywhere = a_house(STOP, when=at("10:03"), house=held)
    assert renewed_calls(office, everywhere, MAIN_DOOR, at("10:30")) == ()
    assert renewed_calls(office, everywhere, None, at("10:30")) == ()
    assert renewed_calls(office, house, MAIN_DOOR, at("10:30")) == ()
    beside = a_house(AdmissionStopped(SIDE_DOOR, wording("Halt")), house=house)
    assert renewed_calls(office, beside, SIDE_DOOR, at("10:04")) == ()


def test_a_call_that_ran_out_before_a_held_door_holds_anew_after_a_stop_of_all_doors() -> None:
    office, house = an_office(), a_house(queued(1, "a"), Called(1, at("10:05")))
    held = a_house(AdmissionStopped(MAIN_DOOR, wording("Halt")), when=at("10:02"), house=house)
    everywhere = a_house(STOP, when=at("10:07"), house=held)
    opened = a_house(AdmissionResumed(MAIN_DOOR), when=at("10:10"), house=everywhere)
    assert renewed_calls(office, opened, None, at("10:30")) == (Called(1, at("10:35")),)
    with_time_left = a_house(STOP, when=at("10:04"), house=held)
    opened = a_house(AdmissionResumed(MAIN_DOOR), when=at("10:10"), house=with_time_left)
    assert renewed_calls(office, opened, None, at("10:30")) == ()


def test_a_call_to_an_area_that_no_door_leads_to_lapses() -> None:
    nowhere = an_office(doors=[a_door(SIDE_DOOR, serves=(YOUTH,))])
    called = a_house(queued(1, "a"), Called(1, at("10:05")))
    assert lapsed_calls(nowhere, called, at("10:05")) == (Uncalled(1, UncalledBecause.NOBODY_CAME),)


def test_the_numbers_whose_turn_it_is_are_called_once_each_and_their_place_is_kept() -> None:
    house = a_house(entered("x", 23), *(queued(number, str(number)) for number in (1, 2, 3)))
    calls = new_calls(an_office(), house, (), at("10:00"))
    assert calls == (Called(1, at("10:05")), Called(2, at("10:05")))
    assert new_calls(an_office(), a_house(*calls, house=house), (), at("10:01")) == ()


def test_nobody_is_called_to_a_closed_area_or_past_a_stop() -> None:
    house = a_house(queued(1, "a"))
    assert new_calls(an_office(), house, (), at("16:00")) == ()
    assert new_calls(an_office(), a_house(STOP, house=house), (), at("10:00")) == ()


def test_the_place_of_a_number_that_lapsed_goes_to_the_next() -> None:
    office = an_office(caps=[a_cap(1)])
    house = a_house(queued(1, "a"), queued(2, "b"), Called(1, at("10:05")))
    assert new_calls(office, house, (), at("10:05")) == ()
    lapsed = a_house(*lapsed_calls(an_office(), house, at("10:05")), house=house)
    assert new_calls(office, lapsed, (), at("10:05")) == (Called(2, at("10:10")),)


def test_the_habits_of_the_office_set_the_window() -> None:
    office = an_office(custom=habits(early=5, late=0, keep_place=2))
    assert told(Scan(office=office, now=at("09:54")))[0] is Reason.TOO_EARLY
    assert told(Scan(office=office, now=at("10:00:01")))[0] is Reason.TOO_LATE
    assert new_calls(office, a_house(queued(1, "b")), (), at("10:00")) == (Called(1, at("10:02")),)
