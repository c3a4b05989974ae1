"""Calls for help on both databases: recorded once, whoever touches how often, and taken by one panel."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.core.guard_view import Failed, Recorded
from kiosk.core.help_events import HelpCalled, HelpEnded, HelpEndedBecause
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import AnswerHelp
from kiosk.core.trouble import Trouble
from kiosk.gate.help_acts import call_help, take_help_back
from kiosk.gate.tap import Done, Tap
from kiosk.ledger.codec import house_from_text, house_to_text
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, SIDE_DOOR, an_office
from tests.contract.conftest import Store
from tests.unit.gate.staffed_post import BERGER, TEN, StaffedPost, hire

OFFICE = an_office()
ANSWER = AnswerHelp(MAIN_DOOR)


def touch(name: str, seconds: float = 0) -> Tap:
    return Tap(EventId(name), None, MAIN_DOOR, TEN + timedelta(seconds=seconds))


@pytest.fixture
def ledger(store: Store) -> Iterator[Ledger]:
    opened = store.open()
    yield opened
    opened.close()


@pytest.fixture
def panel(store: Store, tmp_path: Path) -> Iterator[StaffedPost]:
    ledger = store.open()
    hire(ledger, ledger.pin_key(tmp_path / "pins.key"))
    ledger.close()
    made = StaffedPost(store.open, tmp_path)
    yield made
    made.post.close(TEN)


def test_a_call_is_recorded_without_a_person_and_the_same_touch_counts_once(ledger: Ledger) -> None:
    for _ in range(2):
        done = call_help(ledger, OFFICE, touch("one"), MAIN_DOOR)
        assert isinstance(done, Done)
        assert done.event.what == HelpCalled(MAIN_DOOR)
        assert (done.event.by, done.event.door, done.event.answer) == (None, MAIN_DOOR, None)
    assert call_help(ledger, OFFICE, touch("two"), MAIN_DOOR) is NotDone.HELP_CALLED_ALREADY
    house = ledger.house()
    assert house.help_at_door(MAIN_DOOR).since == TEN
    assert house_from_text(house_to_text(house)) == house
    assert ledger.verify().flaw is None


def test_a_child_that_plays_leaves_few_events_and_the_last_call_rings_on(ledger: Ledger) -> None:
    for number in range(40):
        call_help(ledger, OFFICE, touch(f"call {number}", number), MAIN_DOOR)
        take_help_back(ledger, OFFICE, touch(f"back {number}", number), MAIN_DOOR)
    assert ledger.house().help_at_door(MAIN_DOOR).since is not None
    assert len(list(ledger.events())) == 5
    assert ledger.verify().flaw is None


def test_two_touches_at_once_are_one_call(store: Store, ledger: Ledger) -> None:
    results: list[object] = []
    ready = threading.Barrier(4)

    def call(name: str) -> None:
        own = store.open()
        ready.wait()
        results.append(call_help(own, OFFICE, touch(name), MAIN_DOOR))
        own.close()

    threads = [threading.Thread(target=call, args=(f"touch {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(each, Done) for each in results) == [False, False, False, True]
    assert [each.event.what for each in ledger.events()] == [HelpCalled(MAIN_DOOR)]


def test_a_panel_takes_a_call_though_nobody_is_signed_in_there(panel: StaffedPost, ledger: Ledger) -> None:
    call_help(ledger, OFFICE, touch("one"), MAIN_DOOR)
    assert panel.house().help_at_door(MAIN_DOOR).since == TEN
    event = panel.done(ANSWER)
    assert event.what == HelpEnded(MAIN_DOOR, HelpEndedBecause.ANSWERED)
    assert event.by is None
    assert panel.house().help_at == ()
    assert panel.order(ANSWER) is NotDone.NO_HELP_CALLED


def test_a_panel_of_another_door_takes_it_too_in_the_name_of_whoever_is_signed_in(
    panel: StaffedPost, ledger: Ledger
) -> None:
    call_help(ledger, OFFICE, replace(touch("one"), door=SIDE_DOOR), SIDE_DOOR)
    panel.sign_in()
    event = panel.done(AnswerHelp(SIDE_DOOR))
    assert event.by == BERGER


def test_while_the_ledger_is_away_nobody_is_told_that_a_call_was_taken(panel: StaffedPost) -> None:
    panel.cut()
    assert panel.order(ANSWER) == Failed(Trouble.LEDGER)
    assert not isinstance(panel.order(ANSWER), Recorded)


def test_a_call_counts_at_a_machine_whose_clock_runs_behind(ledger: Ledger) -> None:
    call_help(ledger, OFFICE, touch("one"), MAIN_DOOR)
    before = ledger.house().latest_at
    taken = take_help_back(ledger, OFFICE, touch("two", -7200), MAIN_DOOR)
    assert isinstance(taken, Done)
    assert ledger.house().latest_at == before
