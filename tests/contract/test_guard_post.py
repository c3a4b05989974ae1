"""A guard's post on both databases: what they can do to it, and what two panels can do to each other."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import now_utc
from kiosk.core.events import SettledBecause
from kiosk.core.guard_view import Answered, Failed, KeptByHand, LastTap, Recorded, Unseen
from kiosk.core.ids import EventId, VisitId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import (
    Admit,
    CountPeopleOut,
    EnterRecount,
    GiveNumber,
    SettleVisit,
    StopAdmission,
)
from kiosk.core.trouble import Trouble
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, EMERGENCY, ROUND, SIDE_DOOR, a_cap, an_office, minutes, wording
from tests.contract.conftest import PostgreSQL, Store, held_by_another
from tests.unit.gate.staffed_post import BERGER, MEIER, PINS, TEN, StaffedPost, hire

TWO = Admit(BENEFITS, 2, EMERGENCY)
OUT = CountPeopleOut(BENEFITS)
STOP = StopAdmission(None, wording("Halt"))
LATER = TEN + minutes(0.5)


@pytest.fixture
def staffed(store: Store, tmp_path: Path) -> Iterator[StaffedPost]:
    hire_at(store, tmp_path)
    made = StaffedPost(store.open, tmp_path)
    yield made
    made.post.close(TEN)


def hire_at(store: Store, folder: Path) -> None:
    ledger = store.open()
    hire(ledger, ledger.pin_key(folder / "pins.key"))
    ledger.close()


def test_of_two_panels_that_act_on_a_visit_at_once_the_second_is_told_that_it_is_over(
    staffed: StaffedPost,
) -> None:
    side = StaffedPost(staffed.open_ledger, staffed.folder, door=SIDE_DOOR)
    staffed.sign_in()
    side.sign_in()
    visit = VisitId(staffed.done(TWO).id)
    answers: list[Answered] = []
    ready = threading.Barrier(2)

    def settle(panel: StaffedPost) -> None:
        ready.wait()
        answers.append(panel.answer(SettleVisit(visit, SettledBecause.SEEN_LEAVING)))

    threads = [threading.Thread(target=settle, args=(panel,)) for panel in (staffed, side)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results = [each.result for each in answers]
    assert sum(isinstance(result, Recorded) for result in results) == 1
    assert NotDone.NOT_INSIDE in results
    assert staffed.house().inside == side.house().inside == 0
    side.post.close(TEN)


@pytest.mark.usefixtures("impatient")
def test_while_another_program_holds_the_ledger_people_are_let_in_by_hand(
    staffed: StaffedPost, store: Store
) -> None:
    staffed.sign_in()
    staffed.post.look(TEN)
    with held_by_another(store):
        assert staffed.order(STOP) == Failed(Trouble.LEDGER)
        assert staffed.order(TWO) == KeptByHand(TWO)
        view = staffed.post.look(LATER)
        assert (view.trouble, view.kept) == (Trouble.LEDGER, (TWO,))
    view = staffed.post.look(TEN + minutes(1))
    assert (view.trouble, view.kept, view.unseen) == (None, (), None)
    assert staffed.house(TEN + minutes(1)).inside == 2


@pytest.mark.usefixtures("impatient")
def test_nobody_signs_in_while_another_program_holds_the_ledger_and_nobody_has_to(
    staffed: StaffedPost, store: Store
) -> None:
    with held_by_another(store):
        assert staffed.post.sign_in(BERGER, PINS[BERGER], TEN) == Failed(Trouble.LEDGER)
        assert staffed.order(TWO) == KeptByHand(TWO)
    assert staffed.house(LATER).inside == 2


def test_a_ledger_on_a_full_disk_is_read_and_what_is_done_by_hand_waits(
    sqlite_store: Store, tmp_path: Path
) -> None:
    hire_at(sqlite_store, tmp_path)
    pages = 1

    def open_ledger() -> Ledger:
        ledger = sqlite_store.open()
        with ledger._database.reading() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        return ledger

    staffed = StaffedPost(open_ledger, tmp_path, an_office(caps=[a_cap(100)]))
    staffed.sign_in()
    orders = [Admit(BENEFITS, 1, EMERGENCY) for _ in range(15)]
    results = [staffed.order(order) for order in orders]
    assert isinstance(results[-1], KeptByHand)
    view = staffed.post.look(LATER)
    assert (view.trouble, view.is_current) == (Trouble.LEDGER, True)
    assert view.house is not None
    assert view.house.inside == len(orders)
    pages = 1_000_000
    view = staffed.restart(LATER)
    assert view.house is not None
    assert (view.trouble, view.kept, view.house.inside) == (None, (), len(orders))
    staffed.post.close(TEN)


def test_what_a_recount_or_the_end_of_its_day_has_counted_meanwhile_counts_no_more_when_it_is_recorded(
    staffed: StaffedPost,
) -> None:
    side = StaffedPost(staffed.open_ledger, staffed.folder, door=SIDE_DOOR)
    side.sign_in(MEIER)
    side.done(TWO)
    for order, at in ((TWO, TEN), (OUT, TEN + minutes(2))):
        staffed.cut()
        assert staffed.order(order, at) == KeptByHand(order)
        side.sign_in(MEIER, at)
        side.done(EnterRecount({BENEFITS: 3}, ROUND), at + minutes(0.5))
        staffed.is_away = False
        assert staffed.house(at + minutes(1)).inside == 3
    staffed.cut()
    at = TEN + minutes(4)
    assert staffed.order(OUT, at) == KeptByHand(OUT)
    assert staffed.order(replace(TWO, number=1), at) == KeptByHand(replace(TWO, number=1))
    tomorrow = TEN + timedelta(days=1)
    side.sign_in(MEIER, tomorrow)
    side.done(GiveNumber(BENEFITS, 1), tomorrow)
    staffed.is_away = False
    house = staffed.house(tomorrow)
    assert (house.inside, house.visits, house.counted_out) == (0, (), {})
    assert [place.number for place in house.line] == [1]
    with staffed.ledger() as ledger:
        assert ledger.verify().flaw is None
    side.post.close(tomorrow)


def test_a_server_that_goes_in_the_middle_loses_nothing_and_counts_nothing_twice(
    postgresql: PostgreSQL, postgresql_store: Store, tmp_path: Path
) -> None:
    hire_at(postgresql_store, tmp_path)
    staffed = StaffedPost(postgresql_store.open, tmp_path)
    staffed.sign_in()
    staffed.done(TWO)
    staffed.post.look(TEN)
    postgresql.stop()
    try:
        assert staffed.order(STOP) == Failed(Trouble.LEDGER)
        assert staffed.order(OUT) == KeptByHand(OUT)
        assert staffed.post.evacuation(LATER).inside == 1
        assert staffed.restart(LATER).kept == (OUT,)
    finally:
        postgresql.start()
    view = staffed.post.look(TEN + minutes(1))
    assert (view.trouble, view.kept) == (None, ())
    assert view.unseen == Unseen(STOP, LastTap.NOT_RECORDED)
    assert staffed.house(TEN + minutes(1)).inside == 1
    assert [type(what).__name__ for what in staffed.happened()] == ["LetIn", "CountedOut"]
    staffed.post.close(TEN)


def test_a_clock_that_is_not_the_servers_is_said_and_keeps_no_guard_from_acting(
    postgresql_store: Store, tmp_path: Path
) -> None:
    hire_at(postgresql_store, tmp_path)
    url, key_file = postgresql_store.url, postgresql_store.key_file
    staffed = StaffedPost(lambda: Ledger.open(url, key_file, lambda: now_utc() + minutes(10)), tmp_path)
    staffed.sign_in()
    view = staffed.post.look(TEN)
    assert (view.trouble, view.is_current) == (Trouble.CLOCK, True)
    assert staffed.done(TWO, tap="in").id == EventId("in")
    staffed.post.close(TEN)
