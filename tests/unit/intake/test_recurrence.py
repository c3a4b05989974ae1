from datetime import timedelta

from kiosk.intake.recurrence import Window, planned
from tests.building import at

START = at("09:30")
A_WEEK = Window(START, START + timedelta(days=7))


def test_the_end_of_the_window_is_not_looked_at_any_more() -> None:
    assert planned(START, ["FREQ=WEEKLY"], (), (), A_WEEK) == [START]


def test_a_time_that_is_added_and_excluded_is_excluded() -> None:
    added = START + timedelta(days=1)
    assert planned(START, (), [added], [added], A_WEEK) == [START]
