"""The laws, for any sequence of scans and of whatever the staff does at the door, undoing included.

To the days of test_laws come the staff's taps. How each of them changes the count is reckoned here by hand,
and taken back by hand with what is undone.
"""

from collections import Counter
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from kiosk.core.appointment import AppointmentId
from kiosk.core.decide import Decision, Invitation
from kiosk.core.door_events import CountedOut, LetIn, MaskExempted, Reconciled, TurnedBack
from kiosk.core.entry_by_staff import EntryRequest, allow_entry, overrun
from kiosk.core.events import Corrected, Entered, Event, Exited, Happening, Settled, SettledBecause
from kiosk.core.figures.curve import changes_of
from kiosk.core.fold import after
from kiosk.core.ids import EventId, StaffId
from kiosk.core.lead_line import call, give_number, put_back, skip
from kiosk.core.line import Due, ever_fits
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import Place, Visit
from kiosk.core.recount import recount
from kiosk.core.rules_in_force import rules_at
from kiosk.core.undo import can_be_undone, undo, undone_by
from kiosk.core.verdict import Outcome
from tests.building import BENEFITS, CASES, EMERGENCY, EXIT_DOOR, MAIN_DOOR, NO_MASK, ROUND, YOUTH
from tests.unit.core.test_laws import AnyDay, names

GUARD, MANAGER = StaffId("guard"), StaffId("manager")
areas = st.sampled_from([BENEFITS, CASES, YOUTH])
parties = st.integers(1, 3)


class AnyDayWithStaff(AnyDay):
    """Any day at the door, with a guard at the panel."""

    def __init__(self) -> None:
        super().__init__()
        # By how much each event that is open to undoing has changed the count.
        self.effects: dict[EventId, int] = {}

    def record(self, what: Happening) -> None:
        super().record(what)
        match what:
            case Entered(party=party):
                self.effects[self.events[-1].id] = party
            case Exited(party=party) | Settled(party=party):
                self.effects[self.events[-1].id] = -party
            case Corrected(change=change):
                self.effects[self.events[-1].id] = change
            case _:
                pass

    def tap(self, what: Happening, effect: int = 0) -> None:
        """Record what the staff does, which changes the count by `effect`."""
        event = Event(EventId(str(len(self.events))), self.now, MAIN_DOOR, GUARD, what, None)
        self.events.append(event)
        self.house = after(self.house, event)
        self.counted += effect
        self.effects[event.id] = effect
        self.call()

    def still_entered(self, name: AppointmentId) -> bool:
        undone = undone_by(self.events)
        turned_back = {
            event.what.visit
            for event in self.events
            if isinstance(event.what, TurnedBack) and event.id not in undone
        }
        return any(
            isinstance(event.what, Entered | LetIn)
            and event.what.appointment == name
            and event.id not in undone
            and event.what.visit not in turned_back
            for event in self.events
        )

    def awaited(self) -> tuple[Due, ...]:
        return tuple(each for each in super().awaited() if not self.still_entered(each.appointment))

    def invitation(self, name: AppointmentId, *, old_letter: bool) -> Invitation:
        undone = undone_by(self.events)
        ends = Exited | Settled | TurnedBack | Reconciled
        left = [
            event.at
            for event in self.events
            if isinstance(event.what, ends) and event.what.appointment == name and event.id not in undone
        ]
        return replace(
            super().invitation(name, old_letter=old_letter),
            entered=self.still_entered(name),
            last_left_at=left[-1] if left else None,
        )

    def a_visit(self, data: st.DataObject) -> Visit:
        return data.draw(st.sampled_from(self.house.visits))

    @rule(data=st.data())
    @precondition(lambda self: any(visit.appointment for visit in self.house.visits))
    def somebody_leaves(self, data: st.DataObject) -> None:
        letters = [visit.appointment for visit in self.house.visits if visit.appointment is not None]
        self.a_letter_is_shown(data.draw(st.sampled_from(letters)), EXIT_DOOR, old_letter=False)

    @rule(name=st.none() | names, area=areas, party=parties, confirmed=st.booleans())
    def the_staff_lets_in(self, name: AppointmentId | None, area: str, party: int, confirmed: bool) -> None:  # noqa: FBT001 - drawn
        self.let_in(name, area, party, confirmed=confirmed)

    @rule(data=st.data(), confirmed=st.booleans())
    @precondition(lambda self: any(place.appointment is None for place in self.house.line))
    def a_walk_in_comes_in_under_its_number(self, data: st.DataObject, confirmed: bool) -> None:  # noqa: FBT001 - drawn
        walk_ins = [place for place in self.house.line if place.appointment is None]
        place = data.draw(st.sampled_from(walk_ins))
        self.let_in(None, place.area, place.party, confirmed=confirmed, number=place.number)

    def let_in(
        self,
        name: AppointmentId | None,
        area: str,
        party: int,
        *,
        confirmed: bool,
        number: int | None = None,
    ) -> None:
        known = next(each for each in self.office.areas if each == area)
        request = EntryRequest(
            tap=EventId(str(len(self.events))),
            by=GUARD,
            appointment=None if name is None else self.appointments[name],
            area=known,
            party=party,
            because=EMERGENCY,
            confirmed_by=MANAGER if confirmed else None,
            number=number,
        )
        cap = rules_at(self.office, self.house, self.now).cap
        before = overrun(self.house, cap)
        decision = allow_entry(self.office, self.house, request, self.now)
        if isinstance(decision, NotDone):
            is_inside = name is not None and self.house.visit_of(name) is not None
            assert (decision is NotDone.ALREADY_INSIDE) == is_inside
            assert is_inside or not confirmed
            return
        assert isinstance(decision, Decision)
        assert isinstance(decision.what, LetIn)
        self.tap(decision.what, party)
        now = overrun(self.house, cap)
        brought = max(now.building - before.building, now.areas.get(known, 0) - before.areas.get(known, 0))
        assert decision.what.above_cap == brought
        assert confirmed or brought == 0
        assert name is None or self.house.place_of(name) is None
        assert number is None or self.house.place(number) is None

    @rule(data=st.data())
    @precondition(lambda self: self.house.visits)
    def the_staff_turns_back(self, data: st.DataObject) -> None:
        visit = self.a_visit(data)
        self.tap(TurnedBack(visit.id, visit.appointment, visit.area, visit.party, NO_MASK), -visit.party)

    @rule(data=st.data())
    @precondition(lambda self: self.house.visits)
    def the_staff_settles(self, data: st.DataObject) -> None:
        visit = self.a_visit(data)
        because = SettledBecause.SEEN_LEAVING
        self.tap(Settled(visit.id, visit.appointment, visit.area, visit.party, because), -visit.party)

    @rule(data=st.data())
    @precondition(lambda self: self.house.visits)
    def the_staff_exempts_from_the_mask(self, data: st.DataObject) -> None:
        self.tap(MaskExempted(self.a_visit(data).id))

    @rule(area=areas, party=parties)
    def people_leave_without_a_letter(self, area: str, party: int) -> None:
        known = next(each for each in self.office.areas if each == area)
        self.tap(CountedOut(known, party), -party)

    @rule(data=st.data())
    @precondition(lambda self: self.house.visits and self.house.counted_out)
    def the_staff_reconciles(self, data: st.DataObject) -> None:
        visit = self.a_visit(data)
        area = data.draw(st.sampled_from(sorted(self.house.counted_out)))
        if self.house.counted_out[area] >= visit.party:
            self.tap(Reconciled(visit.id, visit.appointment, visit.area, visit.party, area))

    @rule(area=areas, people=st.integers(0, 6))
    def the_staff_counts_an_area(self, area: str, people: int) -> None:
        known = next(each for each in self.office.areas if each == area)
        corrections = recount(self.office, self.house, {known: people}, ROUND)
        assert not isinstance(corrections, NotDone)
        self.tap(corrections[0], people - self.house.inside_area(known))
        assert self.house.inside_area(known) == people

    @rule(area=areas, party=parties)
    def a_walk_in_is_given_a_number(self, area: str, party: int) -> None:
        known = next(each for each in self.office.areas if each == area)
        decision = give_number(self.office, self.house, known, party, self.awaited(), self.now)
        assert isinstance(decision, NotDone) != ever_fits(
            rules_at(self.office, self.house, self.now).cap, known, party
        )
        if isinstance(decision, Decision):
            assert decision.verdict.outcome is Outcome.WAIT
            before = {place.number for place in (*self.house.line, *self.house.passed_over)}
            self.tap(decision.what)
            assert self.house.last_number not in before

    @rule(number=st.none() | st.integers(1, 4))
    def the_staff_calls(self, number: int | None) -> None:
        called = call(self.office, self.house, self.now, number)
        if not isinstance(called, NotDone):
            self.tap(called)

    @rule(number=st.integers(1, 4))
    def the_staff_skips_a_number_or_puts_it_back(self, number: int) -> None:
        decided: Happening | NotDone = skip(self.house, number)
        if isinstance(decided, NotDone):
            decided = put_back(self.house, number)
        if not isinstance(decided, NotDone):
            self.tap(decided)

    @rule(data=st.data())
    @precondition(lambda self: self.events)
    def the_staff_takes_something_back(self, data: st.DataObject) -> None:
        within = self.office.habits.undo
        latest = max(0, len(self.events) - 12)
        offered = can_be_undone(self.events[latest:], self.house, self.now, within)
        index = data.draw(st.integers(latest, len(self.events) - 1))
        target = self.events[index]
        happenings = undo(target, self.events[:index], self.events[index + 1 :], self.house, self.now, within)
        assert (target in offered) == (not isinstance(happenings, NotDone))
        if isinstance(happenings, NotDone):
            return
        assert target.id not in undone_by(self.events)
        first, *more = happenings
        self.tap(first, -self.effects.get(target.id, 0))
        for what in more:
            self.tap(what)

    @invariant()
    def what_each_event_changes_adds_up_to_the_fold_in_every_area(self) -> None:
        added = Counter(dict.fromkeys((BENEFITS, CASES, YOUTH), 0))
        for event in self.events:
            for change in changes_of(event.what):
                added[change.area] += change.people
        assert added == {area: self.house.inside_area(area) for area in added}

    @invariant()
    def who_was_counted_out_and_not_reconciled_is_never_fewer_than_nobody(self) -> None:
        assert all(people > 0 for people in self.house.counted_out.values())

    @invariant()
    def an_appointment_is_inside_or_in_the_line_or_passed_over_and_only_once(self) -> None:
        places: list[Visit | Place] = [*self.house.visits, *self.house.line, *self.house.passed_over]
        with_letters = [each.appointment for each in places if each.appointment is not None]
        assert len(set(with_letters)) == len(with_letters)
        numbers = [place.number for place in (*self.house.line, *self.house.passed_over)]
        assert len(set(numbers)) == len(numbers)


TestAnyDayWithStaff = AnyDayWithStaff.TestCase
TestAnyDayWithStaff.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
