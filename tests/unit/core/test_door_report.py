"""When a door's program reports, and how long its report is believed."""

from datetime import timedelta

import pytest

from kiosk.core.door_report import REPORT_EVERY, DoorReport, is_due, is_heard
from kiosk.core.lights import Light
from tests.building import MAIN_DOOR, at

TEN = at("10:00")
REPORT = DoorReport(MAIN_DOOR, TEN, Light.GOOD, Light.GOOD, None)
MOMENT = timedelta(milliseconds=1)


def test_a_door_reports_at_once_and_then_every_few_seconds_whatever_its_clock_does() -> None:
    assert is_due(None, TEN)
    assert not is_due(REPORT, TEN + REPORT_EVERY - MOMENT)
    assert is_due(REPORT, TEN + REPORT_EVERY)
    assert is_due(REPORT, TEN - timedelta(hours=1))


@pytest.mark.parametrize("later", [timedelta(0), 3 * REPORT_EVERY])
def test_a_report_is_believed_until_the_next_ones_have_not_come(later: timedelta) -> None:
    assert is_heard(REPORT, TEN + later)
    assert not is_heard(REPORT, TEN + 3 * REPORT_EVERY + MOMENT)
