"""The end of the day, with its report, and the evacuation's count."""

from datetime import timedelta

import pytest

from kiosk.core.day_report import DayReport
from kiosk.core.events import SettledBecause
from kiosk.core.ids import EventId
from kiosk.core.verdict import Reason
from kiosk.gate.closing import close_day
from kiosk.gate.door_acts import LettingIn, count_out, let_in, recount, settle, turn_back, undo
from kiosk.ledger.ledger import Ledger
from tests.building import (
    BENEFITS,
    DESK_AGREES,
    EMERGENCY,
    NO_MASK,
    ROUND,
    a_cap,
    an_office,
    at,
)
from tests.unit.gate.door_panel import MANAGER, TEN, Panel, succeeded

EVENING = at("16:00")


@pytest.fixture
def panel(ledger: Ledger) -> Panel:
    return Panel(ledger, an_office(caps=[a_cap(4)]))


def test_the_day_closes_with_a_report_that_adds_up(panel: Panel) -> None:
    ledger, office, seen = panel.ledger, panel.office, SettledBecause.SEEN_LEAVING
    panel.let_in()
    close_day(ledger, office, panel.tap(TEN - timedelta(days=1)))

    stays, leaves = panel.invite("a", party=2), panel.invite("b")
    panel.show(stays)
    panel.show(leaves)
    panel.show(panel.invite("late", at("09:00")))
    withdrawn = panel.let_in(1, because=DESK_AGREES)
    undo(ledger, office, panel.tap(), EventId(withdrawn))
    above = LettingIn(BENEFITS, 2, EMERGENCY, confirmed_by=MANAGER)
    crowd = succeeded(let_in(ledger, office, panel.tap(at("10:10")), above)).house.visits[-1].id
    panel.show(panel.invite("waits", at("10:10")), at("10:11"))
    panel.show(leaves, at("10:20"))
    settle(ledger, office, panel.tap(at("10:21")), crowd, seen)
    sent_back = panel.let_in(1, at("10:30"))
    turn_back(ledger, office, panel.tap(at("10:31")), sent_back, NO_MASK)
    count_out(ledger, office, panel.tap(at("11:00")), BENEFITS)
    recount(ledger, office, panel.tap(at("11:05")), {BENEFITS: 3}, ROUND)

    tap = panel.tap(EVENING)
    report = close_day(ledger, office, tap)
    assert report == DayReport(
        began_at=TEN,
        ended_at=EVENING,
        came=3,
        let_in={EMERGENCY: 3},
        above_cap=1,
        turned_back={NO_MASK: 1},
        left=1,
        counted_out=1,
        reconciled=0,
        settled={seen: 2, SettledBecause.DAY_ENDED: 2},
        unmatched_exits=0,
        recounted={BENEFITS: 2},
        told={Reason.TOO_LATE: 1, Reason.BUILDING_FULL: 1},
        undone=1,
        most_inside=5,
        most_at=at("10:10"),
        still_inside=3,
    )
    assert panel.house.inside == 0
    assert (panel.house.visits, panel.house.corrections, panel.house.counted_out) == ((), {}, {})
    assert close_day(ledger, office, tap) == report
    assert panel.events()[-1].id == tap.id
    assert panel.events()[-1].by == tap.by
    assert ledger.verify().flaw is None


def test_a_day_on_which_nothing_happened_is_closed_too(panel: Panel) -> None:
    report = close_day(panel.ledger, panel.office, panel.tap(EVENING))
    assert (report.came, report.still_inside, report.most_inside) == (0, 0, 0)
