"""`kiosk forecast`: how full it will be, and how good that was."""

from datetime import timedelta

from kiosk.clock import now_utc
from kiosk.core.events import Entered, Exited
from kiosk.core.ids import VisitId
from kiosk.core.office import AreaId
from kiosk.gate.passing_time import append_all
from tests.premises import Entry, Premises
from tests.unit.commands.conftest import Kiosk

BENEFITS = AreaId("benefits")


def test_today_is_told_in_half_hours_until_closing(kiosk: Kiosk, premises: Premises) -> None:
    premises.write_list(Entry("AZ-1", minutes=30))
    kiosk("appointments", "import", "termine.csv")
    lines = kiosk("forecast").stdout.splitlines()
    assert lines[0][5:].startswith("    0.0 of 3  (0 to 0), full with a chance of 0%")
    assert lines[-2].startswith("23:59")
    assert lines[-1] == "learnt from 0 days"


def test_past_days_measure_it(kiosk: Kiosk, premises: Premises) -> None:
    with premises.ledger() as ledger:
        for days in (8, 1):
            began = now_utc() - timedelta(days=days)
            visit = VisitId(f"visit-{days}")
            entered = Entered(visit, None, BENEFITS, 1, began + timedelta(minutes=25), None)
            for what, at in (
                (entered, began),
                (Exited(visit, None, BENEFITS, 1), began + timedelta(hours=1)),
            ):
                with ledger.transaction() as transaction:
                    append_all(transaction, [what], at)
    lines = kiosk("forecast", "--backtest").stdout.splitlines()
    assert lines[0].startswith("mean absolute error of ")
    assert [line.split()[0] for line in lines[1:4]] == ["forecast", "as", "as"]
    assert lines[4].startswith("the band that should hold")


def test_without_two_weeks_there_is_nothing_to_measure(kiosk: Kiosk) -> None:
    assert kiosk("forecast", "--backtest").stdout == "there are no two weeks to compare yet\n"
