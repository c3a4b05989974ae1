"""Whatever is done to the record past the program, verification finds it, and says where."""

from collections.abc import Callable

import pytest

from kiosk.core.appointment import AppointmentId
from kiosk.core.events import Declined, Exited
from kiosk.core.ids import VisitId
from kiosk.core.occupancy import EMPTY_HOUSE
from kiosk.ledger.chain import GENESIS, next_hash
from kiosk.ledger.codec import event_to_text, house_to_text
from kiosk.ledger.ledger import Ledger
from kiosk.ledger.verify import Doubt, Flaw, Verification
from tests.building import BENEFITS, an_event, entered
from tests.contract.conftest import Store

Sql = Callable[..., None]

NOBODY = house_to_text(EMPTY_HOUSE)


@pytest.fixture
def events(ledger: Ledger) -> list[str]:
    """Three events: two come in, one goes out. Returns the hashes, as SQL literals without their quotes."""
    with ledger.transaction() as transaction:
        transaction.append(an_event(entered("a", 2), name="a"))
        transaction.append(an_event(entered("b"), name="b"))
        transaction.append(an_event(Exited(VisitId("a"), AppointmentId("a"), BENEFITS, 2), name="a-out"))
    return [each.hash.hex() for each in ledger.events()]


def flaw(ledger: Ledger) -> tuple[int, Doubt] | None:
    found = ledger.verify().flaw
    return None if found is None else (found.seq, found.doubt)


def as_bytes(store: Store, value: bytes) -> str:
    return f"x'{value.hex()}'" if store.is_sqlite else f"'\\x{value.hex()}'"


def test_an_empty_ledger_holds(ledger: Ledger) -> None:
    assert ledger.verify() == Verification(events=0, inside=0, flaw=None)


@pytest.mark.usefixtures("events")
def test_a_ledger_that_nobody_touched_holds(ledger: Ledger) -> None:
    assert ledger.verify() == Verification(events=3, inside=1, flaw=None)


@pytest.mark.usefixtures("events")
def test_an_hour_that_an_audit_would_not_find_is_noticed(ledger: Ledger, behind_the_back: Sql) -> None:
    behind_the_back("INSERT INTO event_hour (seq, hour) VALUES (2, 1)")
    assert flaw(ledger) == (2, Doubt.HOUR_DIFFERS)
    behind_the_back("DELETE FROM event_hour")
    assert flaw(ledger) == (1, Doubt.HOUR_DIFFERS)


@pytest.mark.usefixtures("events")
def test_progress_is_told_while_many_events_are_checked(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ledger.verify.CHUNK", 2)
    told: list[int] = []
    assert ledger.verify(told.append).flaw is None
    assert told == [2, 3]


@pytest.mark.usefixtures("events")
@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("DELETE FROM event WHERE seq = 1", (1, Doubt.GAP)),
        ("DELETE FROM event WHERE seq = 2", (2, Doubt.GAP)),
        ("DELETE FROM event WHERE seq = 3", (3, Doubt.EVENTS_AND_COUNT_DIFFER)),
        ("DELETE FROM event", (1, Doubt.EVENTS_AND_COUNT_DIFFER)),
        ("UPDATE event SET seq = 4 WHERE seq = 3", (3, Doubt.GAP)),
        (
            "UPDATE event SET body = replace(body, '\"party\":2', '\"party\":1') WHERE seq = 1",
            (1, Doubt.BROKEN_CHAIN),
        ),
        (
            "UPDATE event SET hash = (SELECT hash FROM event WHERE seq = 1) WHERE seq = 2",
            (2, Doubt.BROKEN_CHAIN),
        ),
        ("UPDATE event SET party = 1 WHERE seq = 1", (1, Doubt.COLUMN_DIFFERS)),
        ("UPDATE event SET door = NULL WHERE seq = 2", (2, Doubt.COLUMN_DIFFERS)),
        ("UPDATE event SET at = at + 1 WHERE seq = 3", (3, Doubt.COLUMN_DIFFERS)),
        ("UPDATE event SET id = 'other' WHERE seq = 3", (3, Doubt.COLUMN_DIFFERS)),
        ("UPDATE event SET kind = 'settled' WHERE seq = 3", (3, Doubt.COLUMN_DIFFERS)),
        ("UPDATE occupancy SET seq = 2", (3, Doubt.EVENTS_AND_COUNT_DIFFER)),
        (
            "UPDATE occupancy SET hash = (SELECT hash FROM event WHERE seq = 1)",
            (3, Doubt.EVENTS_AND_COUNT_DIFFER),
        ),
        ("UPDATE occupancy SET inside = 2", (3, Doubt.COUNT_DIFFERS)),
        ("UPDATE occupancy SET house = '{}'", (3, Doubt.UNREADABLE)),
        (f"UPDATE occupancy SET house = '{NOBODY}'", (3, Doubt.COUNT_DIFFERS)),  # noqa: S608 - of our own making
        ("DELETE FROM occupancy", (1, Doubt.EVENTS_AND_COUNT_DIFFER)),
    ],
)
def test_what_was_changed_is_found(
    ledger: Ledger, behind_the_back: Sql, statement: str, found: tuple[int, Doubt]
) -> None:
    behind_the_back(statement)
    assert flaw(ledger) == found


def test_an_event_that_was_written_anew_with_its_hash_breaks_the_chain_behind_it(
    ledger: Ledger, store: Store, events: list[str], behind_the_back: Sql
) -> None:
    body = event_to_text(an_event(Declined(None), name="b"))
    forged = next_hash(bytes.fromhex(events[0]), body)
    behind_the_back(
        f"UPDATE event SET body = '{body}', kind = 'declined', appointment = NULL, visit = NULL, area = NULL,"  # noqa: S608 - of our own making
        f" party = NULL, hash = {as_bytes(store, forged)} WHERE seq = 2"
    )
    assert flaw(ledger) == (3, Doubt.BROKEN_CHAIN)


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        ("[]", Doubt.UNREADABLE),
        (
            event_to_text(an_event(Exited(VisitId("x"), AppointmentId("x"), BENEFITS, 1), name="x")),
            Doubt.IMPOSSIBLE,
        ),
    ],
)
def test_an_event_that_no_program_would_write_is_found_though_its_hash_is_right(
    ledger: Ledger, store: Store, behind_the_back: Sql, body: str, doubt: Doubt
) -> None:
    hash_ = as_bytes(store, next_hash(GENESIS, body))
    at = an_event(Declined(None)).at.timestamp() * 1_000_000
    behind_the_back(
        "INSERT INTO event (seq, id, at, door, kind, appointment, visit, area, party, body, hash) VALUES"  # noqa: S608 - of our own making
        f" (1, 'x', {at:.0f}, 'main', 'exited', 'x', 'x', 'benefits', 1, '{body}', {hash_})"
    )
    assert flaw(ledger) == (1, doubt)


@pytest.mark.usefixtures("events")
def test_what_is_wrong_is_said_without_what_the_event_holds(ledger: Ledger, behind_the_back: Sql) -> None:
    behind_the_back("UPDATE event SET party = 1 WHERE seq = 1")
    assert ledger.verify() == Verification(
        events=0, inside=0, flaw=Flaw(1, Doubt.COLUMN_DIFFERS, "the column party is not what the event says")
    )


@pytest.mark.usefixtures("events")
def test_what_is_recorded_while_it_runs_is_left_for_the_next_time(ledger: Ledger, store: Store) -> None:
    other = store.open()

    def somebody_comes(_seq: int) -> None:
        with other.transaction() as transaction:
            transaction.append(an_event(entered("late"), name="late"))

    assert ledger.verify(somebody_comes) == Verification(events=3, inside=1, flaw=None)
    assert ledger.verify() == Verification(events=4, inside=2, flaw=None)
    other.close()
