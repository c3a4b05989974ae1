"""What a door says of its devices is known on every machine, whatever their clocks show, and is no event."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.clock import now_utc
from kiosk.core.door_report import DoorReport
from kiosk.core.ids import EventId
from kiosk.core.lights import Light
from kiosk.ledger.errors import LedgerCorruptedError
from kiosk.ledger.ledger import Ledger
from tests.building import MAIN_DOOR, SIDE_DOOR, an_event, at, entered
from tests.contract.conftest import Store, run_behind_the_back

MAIN = DoorReport(MAIN_DOOR, at("10:00"), Light.GOOD, Light.NOT_USED, at("09:59"))
SIDE = DoorReport(SIDE_DOOR, at("10:00"), Light.BROKEN, Light.WORKING_ON_IT, None)


def test_the_last_report_of_each_door_is_known_and_the_record_does_not_grow(
    sqlite_store: Store, postgresql_store: Store
) -> None:
    for store in (sqlite_store, postgresql_store):
        with closing(store.open()) as door, closing(store.open()) as panel:
            assert panel.door_reports() == ()
            for report in (SIDE, MAIN, replace(MAIN, camera=Light.UNKNOWN)):
                door.report_door(report)
            told = panel.door_reports()
            assert [(each.door, each.camera, each.scanner) for each in told] == [
                (MAIN_DOOR, Light.UNKNOWN, Light.NOT_USED),
                (SIDE_DOOR, Light.BROKEN, Light.WORKING_ON_IT),
            ]
            # Between two clocks of one machine a server's answer takes a moment each.
            assert abs(told[0].reported_at - MAIN.reported_at) < timedelta(seconds=20)
            assert told[0].last_good_scan_at is not None
            assert told[0].reported_at - told[0].last_good_scan_at == timedelta(minutes=1)
            assert told[1].last_good_scan_at is None
            assert list(panel.events()) == []
            assert panel.verify().flaw is None


def test_a_report_is_as_old_as_it_is_although_the_clocks_of_two_machines_differ(
    postgresql_store: Store,
) -> None:
    behind = timedelta(seconds=50)
    slow = Ledger.open(postgresql_store.url, postgresql_store.key_file, lambda: now_utc() - behind)
    with closing(postgresql_store.open()) as door, closing(slow) as panel:
        door.report_door(replace(MAIN, reported_at=now_utc()))
        (told,) = panel.door_reports()
        assert abs(now_utc() - behind - told.reported_at) < timedelta(seconds=20)


def test_who_reports_does_not_wait_for_who_decides_on_a_server(postgresql_store: Store) -> None:
    with closing(postgresql_store.open()) as ledger, closing(postgresql_store.open()) as other:
        with ledger.transaction() as transaction:
            transaction.append(an_event(entered("a"), at("10:00")))
            other.report_door(MAIN)
            assert transaction.event(EventId("event")) is not None
        assert ledger.house().inside == 1


def test_a_light_of_a_newer_program_is_not_taken_for_another(sqlite_store: Store) -> None:
    with closing(sqlite_store.open()) as ledger:
        ledger.report_door(MAIN)
        run_behind_the_back(sqlite_store, "UPDATE door_report SET camera = 'blinking'")
        with pytest.raises(LedgerCorruptedError, match="blinking"):
            ledger.door_reports()
