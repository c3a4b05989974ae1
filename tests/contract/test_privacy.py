"""What was known of people is gone when it is deleted: from the tables, and from the database's own files."""

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from kiosk.core.appointment import Appointment
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.ids import EventId, StaffId
from kiosk.core.person import Need, Person
from kiosk.core.privacy import PeopleKept
from kiosk.core.privacy_events import ForgottenBecause, PeopleForgotten, PeopleShown
from kiosk.gate.forgetting import forget_by_order, forget_people, note_shown
from kiosk.gate.tap import Tap
from kiosk.ledger.database import Durability
from kiosk.ledger.ledger import Ledger
from tests.building import an_appointment, an_office, at
from tests.contract.conftest import PostgreSQL, Store

TODAY, TOMORROW = at("10:00"), at("10:00") + timedelta(days=1)
OFFICE = an_office()
MARK = b"Xanthippe"
KRAMER = StaffId("kramer")


def a_tap(name: str = "tap") -> Tap:
    return Tap(EventId(name), KRAMER, None, TOMORROW)


def book(ledger: Ledger, count: int, *, seed: int = 1) -> Sequence[Appointment]:
    """Book appointments of today and tomorrow in turn, whose people have names of all lengths."""
    draw = random.Random(seed)
    made = [an_appointment(f"{seed}-{each}", (TODAY, TOMORROW)[each % 2]) for each in range(count)]
    people = {
        each.id: Person(
            f"{'Max' if each.starts_at == TOMORROW else 'Xanthippe'} {'m' * draw.randint(1, 200)}",
            contact="x@example.org",
            needs=frozenset({Need.STEP_FREE}),
        )
        for each in made
    }
    ledger.apply(AppointmentChanges(new=tuple(made), people=people))
    return made


def files_of(store: Store, postgresql: PostgreSQL) -> Iterator[Path]:
    """Give the files in which a database keeps its tables; PostgreSQL's log of changes is told of in docs."""
    if store.is_sqlite:
        folder = store.file.parent
    else:
        with psycopg.connect(store.url.replace("+psycopg", ""), autocommit=True) as server:
            server.execute("CHECKPOINT")
        folder = postgresql.folder / "base"
    yield from (each for each in folder.rglob("*") if each.is_file())


def files_with_names(store: Store, postgresql: PostgreSQL) -> list[str]:
    return [each.name for each in files_of(store, postgresql) if MARK in each.read_bytes()]


def test_deleted_people_are_in_no_file_of_the_database(
    ledger: Ledger, store: Store, postgresql: PostgreSQL
) -> None:
    for seed in range(3):
        book(ledger, 300, seed=seed)
    if not store.is_sqlite:
        with psycopg.connect(store.url.replace("+psycopg", ""), autocommit=True) as server:
            server.execute("ANALYZE person")
    assert files_with_names(store, postgresql)
    assert forget_people(ledger, OFFICE, TOMORROW) == 450
    assert files_with_names(store, postgresql) == []
    kept = ledger.people_kept(TOMORROW)
    assert (kept.people, kept.overdue) == (450, 0)
    assert ledger.verify().flaw is None


def test_deleted_people_are_not_in_the_write_ahead_log(
    sqlite_store: Store, postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ledger.database.durability_of", lambda _: Durability("wal", "FULL", 2))
    with closing(sqlite_store.open()) as ledger:
        assert ledger.health().journal_mode == "wal"
        book(ledger, 50)
        assert "ledger.db-wal" in files_with_names(sqlite_store, postgresql)
        forget_people(ledger, OFFICE, TOMORROW)
        assert files_with_names(sqlite_store, postgresql) == []


def test_the_servers_statistics_sample_nothing_of_people(postgresql_store: Store) -> None:
    with psycopg.connect(postgresql_store.url.replace("+psycopg", "")) as server:
        sampled = server.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = 'person'::regclass AND attnum > 0 "
            "AND NOT attisdropped AND atttypid IN ('text'::regtype, 'varchar'::regtype) "
            "AND attname <> 'appointment' AND attstattarget IS DISTINCT FROM 0"
        ).fetchall()
    assert sampled == []


def test_what_is_kept_is_counted_by_its_parts(ledger: Ledger) -> None:
    assert ledger.people_kept(TODAY) == PeopleKept(0, 0, 0, 0, 0, 0, None, 0)
    made = book(ledger, 4)
    nameless = an_appointment("nameless", TOMORROW)
    ledger.apply(AppointmentChanges(new=(nameless,), people={nameless.id: Person(None, address="Weg 1")}))
    assert ledger.people_kept(TOMORROW) == PeopleKept(5, 4, 4, 1, 4, 0, made[0].starts_at, 2)


def test_deletion_at_its_time_is_recorded_once(ledger: Ledger) -> None:
    book(ledger, 4)
    assert forget_people(ledger, OFFICE, TODAY) == 0
    assert forget_people(ledger, OFFICE, TOMORROW) == 2
    assert forget_people(ledger, OFFICE, TOMORROW) == 0
    (recorded,) = ledger.events()
    assert recorded.event.what == PeopleForgotten(
        2, ForgottenBecause.TIME_OVER, at("00:00", TOMORROW.date()), None
    )


def test_an_office_may_keep_people_for_some_days_more(ledger: Ledger) -> None:
    book(ledger, 4)
    office = an_office(people_kept_days=7)
    assert forget_people(ledger, office, TODAY + timedelta(days=7)) == 0
    assert forget_people(ledger, office, TODAY + timedelta(days=8)) == 2


def test_one_person_is_deleted_by_order_and_the_others_stay(ledger: Ledger) -> None:
    made = book(ledger, 4)
    done = forget_by_order(ledger, a_tap(), made[1].id)
    assert done.event.what == PeopleForgotten(1, ForgottenBecause.ORDERED, None, made[1].id)
    assert done.event.by == KRAMER
    assert (done.counted.people, done.left.people) == (4, 3)
    assert [ledger.person_of(each.id) is None for each in made] == [False, True, False, False]
    nothing = forget_by_order(ledger, a_tap("again"), made[1].id).event.what
    assert nothing == PeopleForgotten(0, ForgottenBecause.ORDERED, None, made[1].id)
    assert ledger.verify().flaw is None


def test_people_of_all_days_before_one_are_deleted_by_order(ledger: Ledger) -> None:
    made = book(ledger, 4)
    done = forget_by_order(ledger, a_tap(), TOMORROW)
    assert done.event.what == PeopleForgotten(2, ForgottenBecause.ORDERED, TOMORROW, None)
    assert [ledger.person_of(each.id) is None for each in made] == [True, False, True, False]


def test_who_has_a_person_shown_is_recorded(ledger: Ledger) -> None:
    note_shown(ledger, a_tap(), an_appointment("a").id)
    (recorded,) = ledger.events()
    assert (recorded.event.by, recorded.event.what) == (KRAMER, PeopleShown(an_appointment("a").id))
