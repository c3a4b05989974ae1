from datetime import datetime

from tests.building import BERLIN, a_house, at, entered, minutes


def test_a_visit_is_overdue_when_its_expected_end_is_longer_past_than_allowed() -> None:
    house = a_house(entered("a", until=at("10:30")))
    assert house.overdue(at("11:00"), minutes(30)) == ()
    assert house.overdue(at("11:00:01"), minutes(30)) == house.visits


def test_a_visit_over_the_clock_change_is_overdue_by_the_time_that_passed() -> None:
    before = datetime(2021, 10, 31, 2, 45, tzinfo=BERLIN, fold=0)
    house = a_house(entered("a", until=before), when=before - minutes(30))
    an_hour_on = datetime(2021, 10, 31, 2, 45, tzinfo=BERLIN, fold=1)
    assert house.overdue(an_hour_on, minutes(30)) == house.visits
