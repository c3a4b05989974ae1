"""The laws that hold for any sequence of scans at any doors, times, exits, stops, changes of rules and calls.

The machine below does to the core what the gate does: it lets kept places lapse, decides, records, calls.
The day is the one on which the clock is set back, and the caps change in the hour that comes twice.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.core.appointment import Appointment, AppointmentId, AppointmentStatus
from kiosk.core.decide import Facts, Invitation, decide, lapsed_calls, new_calls
from kiosk.core.desk_events import CalledOff, DeskHappening, DetailsChanged
from kiosk.core.events import (
    AdmissionResumed,
    AdmissionStopped,
    AskedAgain,
    Corrected,
    CorrectedBecause,
    Declined,
    Entered,
    Event,
    Exited,
    ExitUnmatched,
    Happening,
    Queued,
    Settled,
    SettledBecause,
)
from kiosk.core.fold import after, fold
from kiosk.core.ids import EventId, RulesId, StaffId, VisitId
from kiosk.core.line import Due, can_be_reached, ever_fits
from kiosk.core.occupancy import EMPTY_HOUSE, House, Place
from kiosk.core.office import Door, DoorId, Office
from kiosk.core.rights import Role
from kiosk.core.rule_events import EnteredCap
from kiosk.core.rule_orders import (
    Asking,
    ConfirmRules,
    ConfirmWithdrawal,
    EnterRules,
    KeepRules,
    RuleOrder,
    RulesNotDone,
    WithdrawRules,
    decide_rules,
)
from kiosk.core.rules_in_force import rules_at
from kiosk.core.staff_events import (
    BadgeIssued,
    DisabledBecause,
    PinReset,
    RefusedBecause,
    SignedIn,
    SignInRefused,
    StaffAdded,
    StaffDisabled,
    StaffHappening,
)
from kiosk.core.verdict import Outcome
from tests.building import (
    BENEFITS,
    BERLIN,
    CASES,
    EXIT_DOOR,
    MAIN_DOOR,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    an_appointment,
    an_area,
    an_office,
    due,
    habits,
    hours,
    spans,
    wording,
)

DAY = date(2021, 10, 31)
MORNING = datetime(2021, 10, 30, 23, 30, tzinfo=UTC)
EVENING = MORNING + timedelta(hours=6)
TWICE = datetime(2021, 10, 31, 2, 30, tzinfo=BERLIN, fold=0)
TWICE_AGAIN = datetime(2021, 10, 31, 2, 15, tzinfo=BERLIN, fold=1)
ALL_DAY = hours("00:00-23:59")
WITH_A_PAUSE = hours(weekly=dict.fromkeys(range(7), spans("00:00-03:00", "03:30-23:59")))

OFFICES = tuple(
    an_office(
        areas=(
            an_area(BENEFITS, opening=ALL_DAY),
            an_area(CASES, opening=WITH_A_PAUSE),
            an_area(YOUTH, opening=ALL_DAY),
        ),
        caps=caps,
        custom=habits(head_room=10),
    )
    for caps in (
        (a_cap(5, youth=2), a_cap(2, since=TWICE), a_cap(6, since=TWICE_AGAIN, youth=3, cases=4)),
        (a_cap(4), a_cap(1, since=TWICE_AGAIN)),
        (a_cap(0), a_cap(3, since=TWICE, youth=1)),
    )
)
APPOINTMENTS = tuple(
    an_appointment(
        f"{number}",
        MORNING + timedelta(minutes=12 * number),
        area=(BENEFITS, YOUTH, CASES)[number % 3],
        party=(1, 2, 1, 4, 1, 3)[number % 6],
    )
    for number in range(16)
)

OF_THE_STAFF: tuple[StaffHappening | DeskHappening, ...] = (
    SignedIn(StaffId("berger")),
    SignInRefused(None, RefusedBecause.UNKNOWN),
    StaffAdded(StaffId("berger"), Role.SECURITY),
    StaffDisabled(StaffId("berger"), DisabledBecause.ORDERED),
    PinReset(StaffId("berger")),
    BadgeIssued(StaffId("berger")),
    CalledOff(APPOINTMENTS[0].id),
    DetailsChanged(APPOINTMENTS[1].id, 9),
)

MANAGERS = (StaffId("kramer"), StaffId("linde"))

names = st.sampled_from([appointment.id for appointment in APPOINTMENTS])
doors = st.sampled_from([MAIN_DOOR, SIDE_DOOR, EXIT_DOOR])
stops = st.sampled_from([None, MAIN_DOOR, SIDE_DOOR])
rule_orders: st.SearchStrategy[RuleOrder] = st.one_of(
    st.builds(
        lambda minutes, building, youth: EnterRules(
            MORNING + timedelta(minutes=minutes), EnteredCap(building, ((YOUTH, youth),)), None, "Verordnung"
        ),
        st.integers(0, 300),
        st.integers(0, 8),
        st.integers(0, 4),
    ),
    st.sampled_from([ConfirmRules, WithdrawRules, ConfirmWithdrawal, KeepRules]).map(
        lambda order: order(RulesId("none"))
    ),
)


class AnyDay(RuleBasedStateMachine):
    """Any day at the door."""

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = MORNING
        self.office: Office = OFFICES[0]
        self.appointments: dict[AppointmentId, Appointment] = {each.id: each for each in APPOINTMENTS}
        self.changed: set[AppointmentId] = set()
        self.events: list[Event] = []
        self.house: House = EMPTY_HOUSE
        self.counted = 0
        self.corrected = 0

    def record(self, what: Happening) -> None:
        self.record_by(what, None)

    def record_by(self, what: Happening, by: StaffId | None) -> None:
        event = Event(EventId(str(len(self.events))), self.now, None, by, what, None)
        self.events.append(event)
        self.house = after(self.house, event)

    def awaited(self) -> tuple[Due, ...]:
        since, until = self.now - self.office.habits.grace, self.now + self.office.habits.head_room
        entered = {event.what.appointment for event in self.events if isinstance(event.what, Entered)}
        return tuple(
            due(each)
            for each in self.appointments.values()
            if since <= each.starts_at <= until
            and each.id not in entered
            and each.status is AppointmentStatus.BOOKED
        )

    def let_calls_lapse(self) -> None:
        for lapsed in lapsed_calls(self.office, self.house, self.now):
            self.record(lapsed)

    def call(self) -> None:
        calls = new_calls(self.office, self.house, self.awaited(), self.now)
        for called in calls:
            self.record(called)
        numbers = {called.number for called in calls}
        coming = sum(place.party for place in self.house.line if place.number in numbers)
        assert (
            not calls
            or self.house.inside + coming <= rules_at(self.office, self.house, self.now).cap.building
        )

    def invitation(self, name: AppointmentId, *, old_letter: bool) -> Invitation:
        mine = [event for event in self.events if getattr(event.what, "appointment", None) == name]
        left = [event.at for event in mine if isinstance(event.what, Exited | Settled)]
        appointment = self.appointments[name]
        return Invitation(
            appointment=appointment,
            printed_for=appointment.starts_at - timedelta(days=7) if old_letter else appointment.starts_at,
            entered=any(isinstance(event.what, Entered) for event in mine),
            last_left_at=left[-1] if left else None,
        )

    def show(self, name: AppointmentId, door: Door, *, old_letter: bool = False) -> Happening:
        """Show the letter of an appointment at a door, and hold every law against what comes of it."""
        invitation = self.invitation(name, old_letter=old_letter)
        inside_before = self.house.inside
        facts = Facts(self.office, door, invitation, self.house, self.awaited())
        scan = EventId(str(len(self.events)))
        decision = decide(facts, scan, self.now)
        events_before = len(self.events)
        self.record(decision.what)
        assert len(self.events) == events_before + 1
        outcome = decision.verdict.outcome
        match decision.what:
            case Entered(visit=visit, party=party, area=area):
                assert outcome is Outcome.ADMITTED
                assert visit == VisitId(scan)
                self.counted += party
                cap = rules_at(self.office, self.house, self.now).cap
                assert self.house.inside <= cap.building
                assert self.house.inside_area(area) <= cap.areas.get(area, self.house.inside_area(area))
                assert self.house.place_of(name) is None
            case Exited(party=party):
                assert outcome is Outcome.LEFT
                self.counted -= party
            case ExitUnmatched():
                assert outcome is Outcome.LEFT
            case Queued() | AskedAgain():
                assert outcome is Outcome.WAIT
                assert self.house.place_of(name) is not None
            case Declined():
                assert outcome in {Outcome.REFUSED, Outcome.WAIT}
            case _:
                raise AssertionError(decision.what)
        if not isinstance(decision.what, Entered):
            assert self.house.inside <= inside_before
        return decision.what

    @initialize(office=st.sampled_from(OFFICES))
    def begin(self, office: Office) -> None:
        self.office = office

    @rule(name=names, door=doors, old_letter=st.booleans())
    def a_letter_is_shown(self, name: AppointmentId, door: DoorId, old_letter: bool) -> None:  # noqa: FBT001 - drawn
        self.let_calls_lapse()
        self.show(name, self.office.doors[door], old_letter=old_letter)
        self.call()

    @rule(data=st.data())
    def an_expected_visitor_comes(self, data: st.DataObject) -> None:
        window = self.office.habits.early
        near = [each.id for each in APPOINTMENTS if abs(each.starts_at - self.now) <= window]
        if near:
            name = data.draw(st.sampled_from(near))
            door = SIDE_DOOR if self.appointments[name].area == YOUTH else MAIN_DOOR
            self.a_letter_is_shown(name, door, old_letter=False)

    @rule(minutes=st.sampled_from([0.5, 3, 6, 14, 40]))
    @precondition(lambda self: self.now < EVENING)
    def time_passes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)
        self.let_calls_lapse()
        self.call()

    @rule(data=st.data())
    @precondition(lambda self: self.house.visits)
    def somebody_leaves(self, data: st.DataObject) -> None:
        visit = data.draw(st.sampled_from(self.house.visits))
        assert visit.appointment is not None
        self.a_letter_is_shown(visit.appointment, EXIT_DOOR, old_letter=False)

    @rule(data=st.data())
    @precondition(lambda self: self.house.visits)
    def the_staff_settles_a_visit(self, data: st.DataObject) -> None:
        visit = data.draw(st.sampled_from(self.house.visits))
        because = SettledBecause.NOT_FOUND_INSIDE
        self.record(Settled(visit.id, visit.appointment, visit.area, visit.party, because))
        self.counted -= visit.party
        self.call()

    @rule(change=st.sampled_from([-2, -1, 1, 2]), area=st.sampled_from([BENEFITS, YOUTH]))
    def the_staff_recounts(self, change: int, area: str) -> None:
        known = next(each for each in self.office.areas if each == area)
        self.record(Corrected(known, change, CorrectedBecause.RECOUNT))
        self.counted += change
        self.call()

    @rule(door=stops)
    def admission_is_stopped(self, door: DoorId | None) -> None:
        self.record(AdmissionStopped(door, wording("Halt")))

    @rule(door=stops)
    def admission_is_resumed(self, door: DoorId | None) -> None:
        self.record(AdmissionResumed(door))
        self.call()

    @rule(what=st.sampled_from(OF_THE_STAFF), hours=st.integers(-48, 48))
    def something_concerns_the_staff_itself(self, what: StaffHappening | DeskHappening, hours: int) -> None:
        """Whatever the clock shows where somebody signs in or books, nothing changes in the house."""
        before = self.house
        event = Event(
            EventId(str(len(self.events))), self.now + timedelta(hours=hours), None, None, what, None
        )
        self.events.append(event)
        self.house = after(self.house, event)
        assert self.house == before

    @rule(office=st.sampled_from(OFFICES))
    def other_rules_are_entered(self, office: Office) -> None:
        self.office = office
        self.call()

    @rule(order=rule_orders, by=st.sampled_from(MANAGERS), newest=st.booleans())
    def something_is_done_about_the_rules_at_a_desk(
        self,
        order: RuleOrder,
        by: StaffId,
        newest: bool,  # noqa: FBT001 - drawn
    ) -> None:
        entered = self.house.entered_rules
        if entered and not isinstance(order, EnterRules):
            order = replace(order, rules=entered[-1 if newest else 0].id)
        happened = decide_rules(
            self.office, self.house, order, Asking(by, EventId(str(len(self.events))), self.now)
        )
        if not isinstance(happened, RulesNotDone):
            for what in happened:
                self.record_by(what, by)
        self.call()

    @rule(name=names, to=st.sampled_from([*AppointmentStatus]))
    def an_appointment_is_cancelled_or_booked_again(self, name: AppointmentId, to: AppointmentStatus) -> None:
        self.appointments[name] = replace(self.appointments[name], status=to)
        self.changed.add(name)

    @rule(name=names, later=st.sampled_from([-60, 30, 600]), party=st.integers(1, 5))
    def an_appointment_is_moved(self, name: AppointmentId, later: int, party: int) -> None:
        moved = self.appointments[name].starts_at + timedelta(minutes=later)
        self.appointments[name] = replace(self.appointments[name], starts_at=moved, party=party)
        self.changed.add(name)

    @invariant()
    def what_is_inside_is_what_was_counted_step_by_step(self) -> None:
        assert self.house.inside == self.counted

    @invariant()
    def the_house_is_the_fold_of_its_events(self) -> None:
        assert fold(self.events) == self.house

    @invariant()
    def a_number_stands_once_in_the_line_and_the_line_is_in_order(self) -> None:
        numbers = [place.number for place in self.house.line]
        assert len(set(numbers)) == len(numbers)
        waiting = [place.appointment for place in self.house.line if place.appointment is not None]
        assert len(set(waiting)) == len(waiting)
        assert list(self.house.line) == sorted(self.house.line, key=lambda place: place.rank)

    def come_when_called(self, place: Place) -> None:
        name = place.appointment
        if place.kept_until is None or name is None or name in self.changed:
            return
        what = self.show(name, self.office.doors_into(place.area)[0])
        # A cap that was lowered after the call, or a pause of the area, may still keep them out for now.
        is_open = can_be_reached(self.office, self.house, place.area, self.now)
        assert isinstance(what, Entered | AskedAgain) or not is_open

    def teardown(self) -> None:
        """Hold that the line is never stuck: once everybody has left, everybody who can fit gets a turn."""
        for change in [
            Corrected(area, -off, CorrectedBecause.RECOUNT) for area, off in self.house.corrections.items()
        ]:
            self.record(change)
        for stop in self.house.stops:
            self.record(AdmissionResumed(stop.door))
        for _ in range(200):
            for visit in self.house.visits:
                self.record(Exited(visit.id, visit.appointment, visit.area, visit.party))
            self.let_calls_lapse()
            self.call()
            for place in self.house.line:
                self.come_when_called(place)
            self.now += timedelta(minutes=3)
        cap = rules_at(self.office, self.house, self.now).cap
        assert [place for place in self.house.line if ever_fits(cap, place.area, place.party)] == []


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
