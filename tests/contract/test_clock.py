"""A machine whose clock is not the server's decides nothing; where there is no server, nobody can tell."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from kiosk.clock import now_utc
from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.code import Code
from kiosk.core.ids import EventId
from kiosk.core.tries import TryLimit
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import Reason
from kiosk.gate.door_acts import confirm_clock, stop
from kiosk.gate.gate import Gate
from kiosk.gate.passing_time import CLOCK_TOLERANCE, ClockError, tick
from kiosk.gate.tap import Done
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, an_appointment, an_event, an_office, entered, wording
from tests.contract.conftest import Store
from tests.taps import a_tap

OFFICE = an_office()
WRONG = [timedelta(days=1), timedelta(days=-1), timedelta(minutes=2), timedelta(minutes=-2)]


def with_clock(store: Store, lead: timedelta) -> tuple[Ledger, Callable[[], datetime]]:
    """Return the ledger as a machine sees it whose clock is `lead` ahead, and that clock."""

    def clock() -> datetime:
        return now_utc() + lead

    return Ledger.open(store.url, store.key_file, clock), clock


def let_somebody_in(store: Store) -> None:
    with closing(store.open()) as ledger, ledger.transaction() as transaction:
        transaction.append(an_event(entered("a", party=3), now_utc()))


@pytest.mark.parametrize("lead", WRONG)
def test_clock_that_is_not_the_servers_settles_nothing_and_admits_nobody(
    postgresql_store: Store, lead: timedelta
) -> None:
    let_somebody_in(postgresql_store)
    ledger, clock = with_clock(postgresql_store, lead)
    with closing(ledger):
        appointment = an_appointment("b", clock())
        ledger.apply(AppointmentChanges(new=(appointment,)))
        ledger.issue_letters([(appointment, Code(1))], clock())
        gate = Gate(OFFICE, OFFICE.doors[MAIN_DOOR], ledger, TryLimit())
        with pytest.raises(ClockError):
            gate.tick(clock())
        answer = gate.scan(Code(1).text, EventId("scan"), clock())
        with pytest.raises(ClockError):
            confirm_clock(ledger, OFFICE, a_tap(clock()))
        assert answer.verdict.reason is Reason.OUT_OF_SERVICE
        assert answer.trouble is Trouble.CLOCK
        assert len(list(ledger.events())) == 1
        assert ledger.house().inside == 3


@pytest.mark.parametrize("lead", WRONG)
def test_what_the_staff_does_at_a_machine_with_a_wrong_clock_is_recorded_by_the_servers(
    postgresql_store: Store, lead: timedelta
) -> None:
    let_somebody_in(postgresql_store)
    ledger, clock = with_clock(postgresql_store, lead)
    with closing(ledger):
        done = stop(ledger, OFFICE, a_tap(clock()), None, wording("Halt"))
        assert isinstance(done, Done)
        assert abs(done.event.at - now_utc()) < timedelta(minutes=1)
        # What time alone brings about waits for a clock that is right: nobody was settled.
        assert done.house.inside == 3


def test_other_doors_go_on_after_one_with_a_wrong_clock(postgresql_store: Store) -> None:
    let_somebody_in(postgresql_store)
    ahead, clock = with_clock(postgresql_store, timedelta(days=1))
    with closing(ahead), pytest.raises(ClockError, match=r"1 day, 0:00:00 ahead of that of the database's"):
        tick(ahead, OFFICE, clock())
    with closing(postgresql_store.open()) as ledger:
        assert tick(ledger, OFFICE, now_utc()).inside == 3


@pytest.mark.parametrize("lead", [timedelta(0), CLOCK_TOLERANCE * 0.9, CLOCK_TOLERANCE * -0.9])
def test_clocks_may_differ_by_the_tolerance(postgresql_store: Store, lead: timedelta) -> None:
    let_somebody_in(postgresql_store)
    ledger, clock = with_clock(postgresql_store, lead)
    with closing(ledger):
        tick(ledger, OFFICE, clock())
        confirm_clock(ledger, OFFICE, a_tap(clock()))


def test_file_has_no_clock_to_compare_with(sqlite_store: Store) -> None:
    ledger, _ = with_clock(sqlite_store, timedelta(days=1))
    with closing(ledger):
        assert ledger.clock_lead() is None
        with ledger.transaction() as transaction:
            assert transaction.clock_lead() is None
