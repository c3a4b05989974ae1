"""Sixteen doors at once: the last places are given once each, and the record stays one unbroken chain."""

import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.events import Declined, Entered
from kiosk.core.ids import EventId
from kiosk.core.tries import TryLimit
from kiosk.core.verdict import Reason
from kiosk.gate.gate import Gate
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, a_cap, an_appointment, an_event, an_office, at
from tests.contract.conftest import Store

WRITERS = 16
LETTERS_EACH = 3
CAP = 20

CODES = [Code(number) for number in range(WRITERS * LETTERS_EACH)]
PROCESSES = 4


@pytest.fixture
def invited(ledger: Ledger) -> Ledger:
    """A ledger in which everybody is invited for ten o'clock."""
    appointments = [an_appointment(f"a{number}") for number in range(len(CODES))]
    ledger.apply(AppointmentChanges(new=tuple(appointments)))
    ledger.issue_letters(zip(appointments, CODES, strict=True), at("08:00"))
    return ledger


def let_in(store: Store, codes: list[Code], reasons: list[Reason]) -> None:
    office = an_office(caps=[a_cap(CAP)])
    ledger = store.open()
    gate = Gate(office, office.doors[MAIN_DOOR], ledger, TryLimit())
    answers = [gate.scan(code.text, EventId(f"scan-{code.secret}"), at("10:00")) for code in codes]
    reasons.extend(answer.verdict.reason for answer in answers)
    ledger.close()


def check(ledger: Ledger) -> None:
    verification = ledger.verify()
    assert verification.flaw is None
    assert verification.inside == ledger.house().inside == CAP
    entries = [each for each in ledger.events() if isinstance(each.event.what, Entered)]
    assert len(entries) == CAP
    assert len(ledger.house().line) == len(CODES) - CAP


def test_sixteen_writers_fill_the_house_to_exactly_the_cap(invited: Ledger, store: Store) -> None:
    reasons: list[Reason] = []
    threads = [
        threading.Thread(target=let_in, args=(store, CODES[writer::WRITERS], reasons))
        for writer in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert reasons.count(Reason.ADMITTED) == CAP
    assert reasons.count(Reason.BUILDING_FULL) == len(CODES) - CAP
    check(invited)


def test_programs_that_share_a_ledger_fill_the_house_to_exactly_the_cap(
    invited: Ledger, store: Store
) -> None:
    door = Path(__file__).parent / "door.py"
    programs = [
        subprocess.Popen(
            [sys.executable, door, store.url, store.key_file, str(CAP)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    for number, program in enumerate(programs):
        assert program.stdin is not None
        program.stdin.write("".join(f"{code.text}\n" for code in CODES[number::PROCESSES]))
        program.stdin.flush()
    said = " ".join(program.communicate()[0] for program in programs).split()
    assert [program.returncode for program in programs] == [0] * PROCESSES
    assert said.count(Reason.ADMITTED.value) == CAP
    assert said.count(Reason.BUILDING_FULL.value) == len(CODES) - CAP
    check(invited)


def test_one_scan_that_is_sent_by_all_doors_at_once_counts_once(invited: Ledger, store: Store) -> None:
    reasons: list[Reason] = []
    threads = [threading.Thread(target=let_in, args=(store, CODES[:1], reasons)) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert reasons == [Reason.ADMITTED] * WRITERS
    assert len(list(invited.events())) == 1


def test_threads_may_share_one_ledger(ledger: Ledger) -> None:
    def decline(writer: int) -> None:
        for number in range(5):
            with ledger.transaction() as transaction:
                transaction.append(an_event(Declined(None), name=f"{writer} {number}"))
            ledger.house()

    threads = [threading.Thread(target=decline, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    verification = ledger.verify()
    assert (verification.events, verification.flaw) == (20, None)


def test_a_server_with_a_stricter_level_of_its_own_sends_nobody_to_the_staff(postgresql_store: Store) -> None:
    address = postgresql_store.url.replace("+psycopg", "")
    level = "default_transaction_isolation"
    database = postgresql_store.url.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"ALTER DATABASE {database} SET {level} = 'repeatable read'".encode())
    try:
        with closing(postgresql_store.open()) as one, closing(postgresql_store.open()) as other:
            seen = []
            with one.transaction() as transaction:
                transaction.append(an_event(Declined(None), name="one"))
                waiting = threading.Thread(target=lambda: seen.append(append_after(other)))
                waiting.start()
                waiting.join(0.3)
            waiting.join()
            assert seen == [2]
    finally:
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f"ALTER DATABASE {database} RESET {level}".encode())


def append_after(ledger: Ledger) -> int:
    """Append an event, and return how many there are then."""
    with ledger.transaction() as transaction:
        transaction.append(an_event(Declined(None), name="other"))
    return len(list(ledger.events()))
