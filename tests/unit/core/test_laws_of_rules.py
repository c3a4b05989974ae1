"""Whatever is done about the rules, in any order, by any of three people: nobody raises a cap alone.

What is told later of a moment is what was known then. The caps are reckoned here in a way of their own:
minute by minute, from the rules that have begun.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from kiosk.core.entered_rules import EnteredRules
from kiosk.core.events import Event
from kiosk.core.figures.curve import caps_over
from kiosk.core.fold import after, fold
from kiosk.core.house_rules import CapRule
from kiosk.core.ids import EventId, RulesId, StaffId
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import AreaId, Office
from kiosk.core.rule_events import EnteredCap, RuleHappening, RulesConfirmed, RulesWithdrawn
from kiosk.core.rule_history import known_at, rule_history
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
from tests.building import CASES, YOUTH, a_cap, an_office, at, habits

MORNING = at("08:00")
HOURS = 8
NO_LIMIT = 1000
OFFICES = tuple(
    an_office(caps=caps, custom=habits(undo=45))
    for caps in (
        (a_cap(5, youth=2), a_cap(3, since=at("11:00")), a_cap(6, since=at("13:00"), youth=3)),
        (a_cap(4, since=at("10:00")),),
    )
)
PEOPLE = (StaffId("kramer"), StaffId("linde"), StaffId("moll"))
LIMITED: tuple[AreaId | None, ...] = (None, YOUTH, CASES)
Caps: TypeAlias = tuple[tuple[int, ...], ...]

hours = st.integers(0, HOURS - 1).map(lambda hour: MORNING + timedelta(hours=hour))
numbers = st.integers(0, 7)
own_caps = st.dictionaries(st.sampled_from([YOUTH, CASES]), numbers, max_size=2)
by_whom = st.sampled_from(PEOPLE)


def limits(cap: CapRule) -> tuple[int, ...]:
    return tuple(cap.building if area is None else cap.areas.get(area, NO_LIMIT) for area in LIMITED)


def reckoned(office: Office, entered: tuple[EnteredRules, ...], now: datetime) -> tuple[int, ...]:
    """Return the limits at `now`, rule after rule by date; what nobody confirmed only lowers."""
    begun = [(each.since, 0, number, limits(each), True) for number, each in enumerate(office.rules.caps)]
    for number, each in enumerate(entered):
        if each.cap_rule is not None:
            begun.append((each.since, 1, number, limits(each.cap_rule), each.confirmed_by is not None))
    earliest = min(each for each in begun if each[1] == 0)
    holding = earliest[3]
    for _, _, _, most, in_full in sorted(each for each in begun if each[0] <= now):
        holding = most if in_full else tuple(map(min, holding, most))
    return holding


class AnyRules(RuleBasedStateMachine):
    """Any sequence of acts about the rules."""

    def __init__(self) -> None:
        super().__init__()
        self.office = OFFICES[0]
        self.now = MORNING
        self.house: House = EMPTY_HOUSE
        self.events: list[Event] = []
        self.taps = 0

    def all_day(self) -> Caps:
        """Return the limits of the core at each hour from now on, which have to be those reckoned."""
        moments = [self.now + timedelta(hours=hour) for hour in range(HOURS + 1)]
        caps = tuple(limits(rules_at(self.office, self.house, moment).cap) for moment in moments)
        assert caps == tuple(reckoned(self.office, self.house.entered_rules, moment) for moment in moments)
        return caps

    def give(self, order: RuleOrder, by: StaffId) -> tuple[RuleHappening, ...]:
        """Give an order, and hold the law against what comes of it."""
        self.taps += 1
        tap = EventId(f"tap {self.taps}")
        rules_before, caps_before = self.house.entered_rules, self.all_day()
        happened = decide_rules(self.office, self.house, order, Asking(by, tap, self.now))
        if isinstance(happened, RulesNotDone):
            return ()
        for number, what in enumerate(happened):
            event = Event(EventId(f"{tap}, {number}"), self.now, None, by, what, None)
            self.events.append(event)
            self.house = after(self.house, event)
        higher = any(
            now > then
            for caps, earlier in zip(self.all_day(), caps_before, strict=True)
            for now, then in zip(caps, earlier, strict=True)
        )
        if higher:
            self.hold_that_two_people_agreed(happened, by, rules_before)
        return happened

    def hold_that_two_people_agreed(
        self, happened: tuple[RuleHappening, ...], by: StaffId, before: tuple[EnteredRules, ...]
    ) -> None:
        """Hold that a cap rose by a second person's consent, or by its author's undoing."""
        known = {each.id: each for each in before}
        (what,) = happened
        match what:
            case RulesConfirmed(rules=rules):
                assert by != known[rules].by
            case RulesWithdrawn(rules=rules, asked_by=None):
                assert known[rules].by == by
                assert self.now - known[rules].entered_at <= self.office.habits.undo
                last = [event.what for event in self.events if event.what is not what][-1]
                assert getattr(last, "since", None) is not None, "nothing came between"
            case RulesWithdrawn(asked_by=asked_by):
                assert by != asked_by
            case _:
                raise AssertionError(what)

    @initialize(office=st.sampled_from(OFFICES))
    def begin(self, office: Office) -> None:
        self.office = office

    @rule(since=hours, building=numbers, areas=own_caps, by=by_whom, data=st.data())
    def rules_are_entered(
        self, since: datetime, building: int, areas: dict[AreaId, int], by: StaffId, data: st.DataObject
    ) -> None:
        replaces = data.draw(st.sampled_from([None, *(each.id for each in self.house.entered_rules)]))
        cap = EnteredCap(building, tuple(areas.items()))
        assert self.give(EnterRules(since, cap, None, "Verordnung", replaces), by)

    @rule(building=numbers, by=by_whom)
    def rules_are_entered_and_taken_back_at_once(self, building: int, by: StaffId) -> None:
        before, caps = [replace(each, is_newest=False) for each in self.house.entered_rules], self.all_day()
        self.give(EnterRules(self.now, EnteredCap(building, ()), None, "Verordnung"), by)
        self.give(WithdrawRules(RulesId(f"tap {self.taps}")), by)
        assert list(self.house.entered_rules) == before
        assert self.all_day() == caps

    @rule(
        order=st.sampled_from([ConfirmRules, WithdrawRules, ConfirmWithdrawal, KeepRules]),
        by=by_whom,
        data=st.data(),
    )
    @precondition(lambda self: self.house.entered_rules)
    def something_is_done_about_entered_rules(
        self,
        order: type[ConfirmRules | WithdrawRules | ConfirmWithdrawal | KeepRules],
        by: StaffId,
        data: st.DataObject,
    ) -> None:
        rules = data.draw(st.sampled_from([each.id for each in self.house.entered_rules]))
        self.give(order(rules), by)

    @rule(minutes=st.sampled_from([20, 60, 150]))
    @precondition(lambda self: self.now < MORNING + timedelta(hours=HOURS))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    def teardown(self) -> None:
        """Hold that the house is the fold of its events, and that each moment knows those up to it alone."""
        assert fold(self.events) == self.house
        history = rule_history(self.events)
        ends = MORNING + timedelta(hours=HOURS + 3)
        steps = caps_over(self.office.rules, MORNING, ends, history=history)
        for number in range(6 * (HOURS + 3)):
            moment = MORNING + number * timedelta(minutes=10)
            known = fold(event for event in self.events if event.at <= moment).entered_rules
            assert known_at(history, moment) == known
            held = [step.cap for step in steps if step.at <= moment][-1]
            assert held == reckoned(self.office, known, moment)[0]


TestAnyRules = AnyRules.TestCase
TestAnyRules.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
