"""The laws, for any sequence of orders and scans at two doors, of outages, lost answers, kills and restarts.

What a guard was told is done or kept is in the ledger once, at the end; what a guard was told is not done is
not in it. Power cuts are not played here: what is written is taken to be on the disk.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.events import Entered, SettledBecause
from kiosk.core.fold import after
from kiosk.core.guard_view import (
    Failed,
    Found,
    KeptByHand,
    LastTap,
    Recorded,
    Result,
    SecondPersonWanted,
    SignInWanted,
)
from kiosk.core.ids import EventId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.office import DoorId
from kiosk.core.orders import (
    Admit,
    CallNumber,
    CountPeopleOut,
    EnterRecount,
    Order,
    ResumeAdmission,
    SearchBookings,
    SendBack,
    SettleVisit,
    StopAdmission,
    TakeBack,
)
from kiosk.core.tries import TryLimit
from kiosk.gate.carry_out import carry_out
from kiosk.gate.gate import Gate
from kiosk.ledger.database import Durability
from tests.building import (
    BENEFITS,
    CASES,
    EMERGENCY,
    MAIN_DOOR,
    NO_MASK,
    ROUND,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    a_door,
    an_appointment,
    an_office,
    minutes,
    wording,
)
from tests.unit.gate.door_panel import code_of
from tests.unit.gate.staffed_post import (
    BERGER,
    MEIER,
    PINS,
    TEN,
    LossyLedger,
    StaffedPost,
    staffed_folder,
)

CAP = 4
LETTERS = ("a", "b", "c", "d", "e")
DOORS = (MAIN_DOOR, SIDE_DOOR)
OFFICE = an_office(
    doors=[a_door(MAIN_DOOR), a_door(SIDE_DOOR, serves=(BENEFITS, CASES, YOUTH))], caps=[a_cap(CAP)]
)

doors = st.sampled_from(DOORS)
areas = st.sampled_from([BENEFITS, CASES])
parties = st.integers(1, 3)
plain_orders: st.SearchStrategy[Order] = st.one_of(
    st.builds(Admit, areas, parties, st.just(EMERGENCY)),
    st.builds(CountPeopleOut, areas, parties),
    st.just(StopAdmission(None, wording("Halt"))),
    st.just(ResumeAdmission(None)),
    st.just(CallNumber()),
    st.just(EnterRecount({BENEFITS: 1}, ROUND)),
    st.just(SearchBookings("10:00")),
)


@pytest.fixture(scope="module", autouse=True)
def _quick_disks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    AnyDayAtThePosts.template = tmp_path_factory.mktemp("posts") / "template"
    staffed_folder(AnyDayAtThePosts.template)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        for journal in ("_ROLLBACK_JOURNAL", "_WRITE_AHEAD_LOG"):
            patch.setattr(f"kiosk.ledger.database.{journal}", Durability("memory", "OFF", 0))
        yield


class KilledError(BaseException):
    """Ends the program in the midst of a tap."""


class SharedLedger(LossyLedger):
    """One ledger for all: to open another one each time would take longer than all else here."""

    def close(self) -> None:
        pass


class AnyDayAtThePosts(RuleBasedStateMachine):
    """Two posts and two doors on one ledger, over any day."""

    template: ClassVar[Path]

    @initialize()
    def opens(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        self.now = TEN
        self.taps = 0
        self.result_of: dict[EventId, Result | None] = {}
        self.told: dict[tuple[DoorId, EventId], Result] = {}
        shutil.copytree(self.template, self.folder, dirs_exist_ok=True)
        self.door_ledger = SharedLedger.open(f"sqlite:///{self.folder}/ledger.sqlite", self.folder / "key")
        self.posts = {
            door: StaffedPost(lambda: self.door_ledger, self.folder, OFFICE, door) for door in DOORS
        }
        LossyLedger.answers_to_lose = 0
        self.gates = {door: Gate(OFFICE, OFFICE.doors[door], self.door_ledger, TryLimit()) for door in DOORS}
        booked = [an_appointment(name) for name in LETTERS]
        self.door_ledger.apply(AppointmentChanges(new=tuple(booked)))
        self.door_ledger.issue_letters([(each, code_of(each.id)) for each in booked], TEN)

    def teardown(self) -> None:
        if not hasattr(self, "posts"):
            return
        try:
            self.all_is_well_in_the_end()
        finally:
            for post in self.posts.values():
                post.post.close(self.now)
            super(SharedLedger, self.door_ledger).close()
            shutil.rmtree(self.folder)

    def tap(self) -> EventId:
        self.taps += 1
        return EventId(f"tap {self.taps}")

    def give(self, door: DoorId, order: Order, tap: EventId) -> None:
        self.now += minutes(0.05)
        post = self.posts[door]
        answered = post.post.carry_out(order, tap, self.now)
        assert (answered.tap, answered.order) == (tap, order)
        self.told[door, tap] = answered.result
        if not isinstance(self.result_of.get(tap), Recorded | KeptByHand | Found):
            self.result_of[tap] = answered.result

    @rule(door=doors, order=plain_orders)
    def somebody_orders(self, door: DoorId, order: Order) -> None:
        self.give(door, order, self.tap())

    @rule(door=doors, order=plain_orders, again_at=doors)
    def a_tap_comes_twice(self, door: DoorId, order: Order, again_at: DoorId) -> None:
        tap = self.tap()
        self.give(door, order, tap)
        self.give(door if isinstance(self.result_of[tap], KeptByHand | Failed) else again_at, order, tap)

    @rule(door=doors, data=st.data())
    def somebody_acts_on_a_visit_or_takes_something_back(self, door: DoorId, data: st.DataObject) -> None:
        post = self.posts[door]
        view = post.post.look(self.now)
        visits = () if view.house is None else view.house.visits
        orders: list[Order] = [TakeBack(event.id) for event in view.can_be_undone]
        for visit in visits:
            orders += [SettleVisit(visit.id, SettledBecause.SEEN_LEAVING), SendBack(visit.id, NO_MASK)]
        self.give(
            door, data.draw(st.sampled_from([*orders, SendBack(VisitId("nobody"), NO_MASK)])), self.tap()
        )

    @rule(door=doors, party=st.integers(3, 6))
    def a_second_person_consents(self, door: DoorId, party: int) -> None:
        post = self.posts[door]
        order, tap = Admit(BENEFITS, party, EMERGENCY), self.tap()
        self.give(door, order, tap)
        if self.result_of[tap] == SecondPersonWanted():
            self.told[door, tap] = post.post.confirm(MEIER, PINS[MEIER], self.now).result
            self.result_of[tap] = self.told[door, tap]

    @rule(door=doors, order=plain_orders, after_the_act=st.booleans())
    def the_program_is_killed_in_a_tap(self, door: DoorId, order: Order, after_the_act: bool) -> None:  # noqa: FBT001 - drawn
        post = self.posts[door]
        tap = self.tap()

        def killed(*arguments: object) -> None:
            if after_the_act:
                carry_out(*arguments)  # type: ignore[arg-type]  # as they were given
            raise KilledError

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kiosk.gate.guard_post.carry_out", killed)
            try:
                self.give(door, order, tap)
            except KilledError:
                self.result_of[tap] = None
        view = post.restart(self.now)
        if view.is_current and view.unseen is not None and self.result_of[tap] is None:
            recorded = any(each.event.id == tap for each in self.door_ledger.last_events(3))
            assert (view.unseen.became is LastTap.RECORDED) == recorded

    @rule(door=doors)
    def the_guard_signs_in(self, door: DoorId) -> None:
        post = self.posts[door]
        post.post.sign_in(BERGER, PINS[BERGER], self.now)

    @rule(door=doors, name=st.sampled_from(LETTERS))
    def a_letter_is_shown(self, door: DoorId, name: str) -> None:
        self.now += minutes(0.05)
        self.taps += 1
        gate = self.gates[door]
        gate.scan(code_of(name).text, EventId(f"scan {self.taps}"), self.now)

    @rule(passed=st.sampled_from([0.02, 0.5, 1.2]))
    def time_passes(self, passed: float) -> None:
        self.now += minutes(passed)
        for post in self.posts.values():
            post.post.look(self.now)

    @rule(door=doors)
    def the_ledger_goes(self, door: DoorId) -> None:
        self.posts[door].cut()

    @rule(door=doors)
    def the_ledger_comes_back(self, door: DoorId) -> None:
        self.posts[door].is_away = False

    @rule(answers=st.integers(1, 3))
    def answers_are_lost(self, answers: int) -> None:
        LossyLedger.answers_to_lose = answers

    @rule(door=doors)
    def the_program_is_started_anew(self, door: DoorId) -> None:
        self.posts[door].restart(self.now)

    @invariant()
    def what_is_kept_was_told_so_or_nobody_was_told_anything(self) -> None:
        if hasattr(self, "posts"):
            for door, post in self.posts.items():
                for tap, _ in post.post._book.kept:
                    assert isinstance(self.told.get((door, tap.id)), KeptByHand | None)

    def all_is_well_in_the_end(self) -> None:
        LossyLedger.answers_to_lose = 0
        for post in self.posts.values():
            post.is_away = False
            self.now += minutes(5)
            view = post.post.look(self.now)
            assert (view.is_current, view.trouble, view.kept, view.refused) == (True, None, (), ())
        assert self.door_ledger.verify().flaw is None
        events = [each.event for each in self.door_ledger.events()]
        recorded = [event.id for event in events]
        assert len(set(recorded)) == len(recorded)
        for tap, result in self.result_of.items():
            match result:
                case Recorded() | KeptByHand() | Found():
                    assert tap in recorded
                case NotDone() | SignInWanted() | SecondPersonWanted():
                    assert tap not in recorded
                case _:
                    assert result is None or isinstance(result, Failed)
        house = EMPTY_HOUSE
        for event in events:
            house = after(house, event)
            assert not isinstance(event.what, Entered) or house.inside <= CAP
        assert house == self.door_ledger.house()


TestAnyDayAtThePosts = AnyDayAtThePosts.TestCase
TestAnyDayAtThePosts.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
