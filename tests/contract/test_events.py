"""What is appended stays, in order, once, and adds up."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import psycopg
import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.events import (
    ClockConfirmed,
    Corrected,
    CorrectedBecause,
    DayEnded,
    Declined,
    Entered,
    Event,
    Exited,
    Settled,
    SettledBecause,
)
from kiosk.core.fold import fold
from kiosk.core.ids import EventId, VisitId
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.core.verdict import HoldAgain, Reason, Verdict
from kiosk.ledger.errors import (
    DuplicateEventError,
    ImpossibleEventError,
    LedgerCorruptedError,
)
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, BERLIN, EXIT_DOOR, MAIN_DOOR, a_house, an_event, at, entered
from tests.contract.conftest import Store


def append(ledger: Ledger, *events: Event) -> None:
    with ledger.transaction() as transaction:
        for event in events:
            transaction.append(event)


def entry(name: str, party: int = 1) -> Event:
    return an_event(entered(name, party), name=name)


def exit_of(name: str, party: int = 1) -> Event:
    return an_event(
        Exited(VisitId(name), AppointmentId(name), BENEFITS, party), at("10:20"), name=f"{name}-out"
    )


def test_a_new_ledger_is_empty(ledger: Ledger) -> None:
    assert ledger.house() == EMPTY_HOUSE
    assert list(ledger.events()) == []
    assert ledger.last_events(5) == ()


def test_what_is_appended_counts_at_once_in_its_transaction_and_for_others_after_it(
    ledger: Ledger, store: Store
) -> None:
    other = store.open()
    with ledger.transaction() as transaction:
        transaction.append(entry("a", party=2))
        assert transaction.house.inside == 2
        assert other.house().inside == 0
    assert other.house().inside == ledger.house().inside == 2
    other.close()


def test_the_house_is_the_fold_of_all_events(ledger: Ledger, store: Store) -> None:
    events = [entry("a", 2), entry("b"), exit_of("a", 2), an_event(DayEnded(), name="end")]
    append(ledger, *events[:2])
    append(ledger, *events[2:])
    assert ledger.house() == fold(events)
    again = store.open()
    assert again.house() == fold(events)
    again.close()


def test_events_come_back_in_order_and_numbered_without_gaps(ledger: Ledger) -> None:
    events = [entry(str(number)) for number in range(5)]
    append(ledger, *events)
    assert [(each.seq, each.event) for each in ledger.events()] == list(enumerate(events, start=1))
    assert [each.seq for each in ledger.events(since_seq=3)] == [4, 5]


def test_all_events_come_back_from_a_ledger_that_is_longer_than_one_look(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ledger.reading.CHUNK", 2)
    append(ledger, *(an_event(Declined(None), name=str(number)) for number in range(5)))
    assert [each.seq for each in ledger.events()] == [1, 2, 3, 4, 5]


def test_the_last_events_are_those_of_a_door(ledger: Ledger) -> None:
    at_exit = Event(EventId("x"), at("10:00"), EXIT_DOOR, None, Declined(None), None)
    append(ledger, entry("a"), at_exit, entry("b"))
    assert [each.event.id for each in ledger.last_events(2)] == ["b", "x"]
    assert [each.event.id for each in ledger.last_events(2, MAIN_DOOR)] == ["b", "a"]
    assert [each.event.id for each in ledger.last_events(2, EXIT_DOOR)] == ["x"]


def test_a_retry_of_a_scan_finds_what_was_recorded(ledger: Ledger) -> None:
    refused = Event(
        EventId("scan"),
        at("10:00"),
        MAIN_DOOR,
        None,
        Declined(None),
        Verdict(Reason.DAMAGED_CODE, HoldAgain()),
    )
    append(ledger, refused)
    with ledger.transaction() as transaction:
        assert transaction.event(EventId("scan")) == refused
        assert transaction.event(EventId("another")) is None


def test_the_last_event_of_an_appointment_is_found(ledger: Ledger) -> None:
    append(ledger, entry("a"), entry("b"), exit_of("a"))
    with ledger.transaction() as transaction:
        assert transaction.last_event_of(AppointmentId("a")) == exit_of("a")
        assert transaction.last_event_of(AppointmentId("nobody")) is None


def test_an_event_counts_once(ledger: Ledger) -> None:
    event = an_event(Declined(None), name="scan")
    append(ledger, event)
    for _ in range(2):
        with pytest.raises(DuplicateEventError, match="scan"):
            append(ledger, event)
    with pytest.raises(DuplicateEventError):
        append(ledger, an_event(Declined(None), name="twice"), an_event(Declined(None), name="twice"))
    assert [each.seq for each in ledger.events()] == [1]


def test_an_entry_that_is_repeated_is_a_duplicate_and_not_an_impossible_event(ledger: Ledger) -> None:
    append(ledger, entry("a"))
    with pytest.raises(DuplicateEventError):
        append(ledger, entry("a"))


def test_what_cannot_follow_is_refused_and_leaves_nothing(ledger: Ledger) -> None:
    with pytest.raises(ImpossibleEventError, match="a-out"):
        append(ledger, entry("b"), exit_of("a"))
    assert ledger.house() == EMPTY_HOUSE
    assert list(ledger.events()) == []
    append(ledger, entry("b"))
    assert ledger.verify().flaw is None


def test_nothing_is_kept_of_a_transaction_that_fails(ledger: Ledger) -> None:
    class GuardChangedMindError(Exception):
        pass

    def fail() -> None:
        with ledger.transaction() as transaction:
            transaction.append(entry("a"))
            raise GuardChangedMindError

    with pytest.raises(GuardChangedMindError):
        fail()
    assert ledger.house() == EMPTY_HOUSE
    assert list(ledger.events()) == []
    append(ledger, entry("a"))
    assert [each.seq for each in ledger.events()] == [1]


def test_two_ledgers_that_take_turns_see_each_others_events(ledger: Ledger, store: Store) -> None:
    other = store.open()
    for number in range(3):
        append(ledger, entry(f"here {number}"))
        append(other, entry(f"there {number}"))
    assert ledger.house() == other.house()
    assert ledger.house().inside == 6
    assert ledger.verify().flaw is None
    other.close()


def test_a_time_in_the_repeated_hour_is_kept_as_the_moment_that_it_was(ledger: Ledger) -> None:
    autumn = at("00:30", day=at("10:00").date().replace(month=10, day=31)).astimezone(BERLIN)
    first = autumn.replace(hour=2, fold=0)
    second = autumn.replace(hour=2, fold=1)
    append(
        ledger,
        an_event(ClockConfirmed(), second, name="later"),
        an_event(ClockConfirmed(), first, name="now"),
    )
    kept = [each.event.at for each in ledger.events()]
    assert kept[0] - kept[1] == timedelta(hours=1)
    assert ledger.house().latest_at == kept[1]
    assert ledger.verify().flaw is None


def test_every_column_that_questions_are_put_to_is_there(ledger: Ledger) -> None:
    append(
        ledger,
        entry("a"),
        an_event(Settled(VisitId("a"), None, BENEFITS, 1, SettledBecause.SEEN_LEAVING), name="s"),
        an_event(Corrected(BENEFITS, 1, CorrectedBecause.RECOUNT), name="c"),
    )
    assert ledger.verify().flaw is None


OTHERS = "at, door, kind, appointment, visit, area, party, number, reason, body, hash"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET door = 'other'",
        "UPDATE event SET body = body WHERE seq = 1",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event",
        "TRUNCATE event",
        "INSERT OR REPLACE INTO event SELECT seq, 'new', (others) FROM event",
        "INSERT OR REPLACE INTO event SELECT seq + 1, id, (others) FROM event",
        "INSERT INTO event SELECT seq, 'new', (others) FROM event ON CONFLICT (seq) DO UPDATE SET door = 'x'",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete_an_event(
    ledger: Ledger, store: Store, statement: str
) -> None:
    append(ledger, entry("a"))
    statement = statement.replace("(others)", OTHERS)
    with pytest.raises((sqlite3.Error, psycopg.Error)):  # noqa: PT012 - the connection depends on the database
        if store.is_sqlite:
            with closing(sqlite3.connect(store.file, isolation_level=None)) as file:
                file.execute(statement)
        else:
            with psycopg.connect(store.url.replace("+psycopg", "")) as server:
                server.execute(statement.encode())
    assert [each.event for each in ledger.events()] == [entry("a")]
    assert ledger.verify().flaw is None


def test_an_appended_event_is_not_lost_when_the_caller_swallows_an_error(ledger: Ledger) -> None:
    with ledger.transaction() as transaction:
        transaction.append(entry("a"))
        with pytest.raises(DuplicateEventError):
            transaction.append(entry("a"))
        with pytest.raises(ImpossibleEventError):
            transaction.append(exit_of("b"))
        transaction.append(entry("c"))
    assert [each.event.id for each in ledger.events()] == ["a", "c"]
    assert ledger.verify().flaw is None
    assert ledger.house() == a_house(entered("a"), entered("c"))


def test_a_count_that_stands_before_the_last_event_is_found_when_the_next_is_appended(
    ledger: Ledger, behind_the_back: Callable[..., None]
) -> None:
    append(ledger, entry("a"))
    behind_the_back("UPDATE occupancy SET seq = 0")
    with pytest.raises(LedgerCorruptedError, match="kiosk verify"):
        append(ledger, entry("b"))


def test_a_house_that_no_program_wrote_is_named(store: Store, behind_the_back: Callable[..., None]) -> None:
    behind_the_back("UPDATE occupancy SET seq = 1, house = '{}'")
    ledger = store.open()
    with pytest.raises(LedgerCorruptedError, match="Restore the last backup"):
        ledger.house()
    behind_the_back("DELETE FROM occupancy")
    with pytest.raises(LedgerCorruptedError, match="Restore the last backup"):
        ledger.house()
    ledger.close()


def test_an_entry_keeps_all_that_it_says(ledger: Ledger) -> None:
    what = Entered(VisitId("v"), None, BENEFITS, 3, at("11:00"), None)
    append(ledger, an_event(what, name="v"))
    (visit,) = ledger.house().visits
    assert (visit.id, visit.appointment, visit.party, visit.expected_end) == ("v", None, 3, at("11:00"))


def test_what_holds_and_the_events_that_led_to_it_are_read_at_once(ledger: Ledger) -> None:
    append(ledger, an_event(entered("a", 2), name="a"))
    newest, recorded = ledger.since(0)
    assert (newest, [each.seq for each in recorded]) == (ledger.newest(), [1])
    append(ledger, an_event(entered("b", 1), name="b"), an_event(entered("c", 1), name="c"))
    newest, recorded = ledger.since(1)
    assert fold(each.event for each in ledger.events()) == newest.house
    assert recorded == tuple(ledger.events(1))
    assert ledger.since(newest.seq) == (newest, ())
    # A ledger that was put back is behind what its reader knows.
    assert ledger.since(newest.seq + 5) == (newest, ())
