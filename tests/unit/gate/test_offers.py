"""What the desk is offered: free times from a day on, with how full the house is then, and those nearest."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.core.appointment_changes import AppointmentChanges
from kiosk.core.desk_orders import Offered, Wanted
from kiosk.core.office import AreaId, DeskHabits
from kiosk.gate.offers import LEAST_OFFERED, nearest, offer
from kiosk.ledger.ledger import Ledger
from tests.building import BENEFITS, BERLIN, MONDAY, an_appointment, at
from tests.desk_calls import CALLED_AT, ROOM_1, Calls, a_call, crowd, desk_office, hire_desks

TUESDAY = MONDAY + timedelta(days=1)
ANYBODY = Wanted(BENEFITS, None, 1)


@pytest.fixture
def calls(ledger: Ledger) -> Calls:
    hire_desks(ledger)
    return Calls(ledger, desk_office(ROOM_1))


def clocks(times: tuple[Offered, ...]) -> list[str]:
    return [f"{each.slot.starts_at.astimezone(BERLIN):%d. %H:%M}" for each in times]


def test_whole_days_are_offered_until_there_is_enough_to_choose_from(calls: Calls) -> None:
    offered = offer(calls.ledger, calls.office, ANYBODY, MONDAY, CALLED_AT, crowd)
    assert clocks(offered.times)[:5] == ["20. 08:00", "20. 08:30", "20. 09:00", "20. 09:30", "21. 08:00"]
    assert len(offered.times) == LEAST_OFFERED
    assert (offered.since, offered.until) == (MONDAY, MONDAY + timedelta(days=LEAST_OFFERED // 4))


def test_nothing_is_offered_of_the_past_and_nothing_beyond_the_days_of_the_office(calls: Calls) -> None:
    office = replace(calls.office, desk=DeskHabits(days=1))
    offered = offer(calls.ledger, office, ANYBODY, MONDAY - timedelta(days=3), at("08:30"), crowd)
    assert clocks(offered.times) == [
        "20. 09:00",
        "20. 09:30",
        "21. 08:00",
        "21. 08:30",
        "21. 09:00",
        "21. 09:30",
    ]


def test_what_goes_on_over_midnight_takes_its_room_in_the_morning(calls: Calls) -> None:
    overnight = an_appointment("overnight", at("22:00"), duration=10 * 60 + 15)
    calls.ledger.apply(AppointmentChanges(new=(overnight,)))
    offered = offer(calls.ledger, calls.office, ANYBODY, TUESDAY, CALLED_AT, crowd)
    assert clocks(offered.times)[:2] == ["21. 08:30", "21. 09:00"]


def test_an_area_that_is_not_there_offers_nothing(calls: Calls) -> None:
    gone = Wanted(AreaId("gone"), None, 1)
    assert offer(calls.ledger, calls.office, gone, MONDAY, CALLED_AT, crowd).times == ()
    assert nearest(calls.ledger, calls.office, gone, at("09:00"), CALLED_AT, crowd) == ()


def test_what_is_moved_does_not_stand_in_its_own_way(calls: Calls) -> None:
    made = calls.agreed(a_call("09:00")).appointment
    seen = offer(calls.ledger, calls.office, ANYBODY, MONDAY, CALLED_AT, crowd)
    assert "20. 09:00" not in clocks(seen.times)
    moving = replace(ANYBODY, instead_of=made.id)
    assert "20. 09:00" in clocks(offer(calls.ledger, calls.office, moving, MONDAY, CALLED_AT, crowd).times)


def test_the_nearest_times_at_which_the_house_has_room_are_told_in_order(calls: Calls) -> None:
    calls.agreed(a_call("09:00"))
    assert clocks(nearest(calls.ledger, calls.office, ANYBODY, at("09:00"), CALLED_AT, crowd)) == [
        "20. 08:00",
        "20. 08:30",
        "20. 09:30",
    ]
    assert clocks(nearest(calls.ledger, calls.office, ANYBODY, at("09:00"), at("09:10"), crowd)) == [
        "20. 09:30",
        "21. 08:00",
        "21. 08:30",
    ]


def test_each_time_tells_how_full_the_house_is_then(
    ledger: Ledger,
) -> None:
    hire_desks(ledger)
    calls = Calls(ledger, desk_office())
    calls.agreed(a_call("09:00", party=3))
    pair = replace(ANYBODY, party=2)
    offered = offer(ledger, calls.office, pair, MONDAY, CALLED_AT, crowd)
    at_nine = next(each for each in offered.times if each.slot.starts_at == at("09:00"))
    assert (at_nine.house.people, at_nine.house.fits) == (3, False)
    near = clocks(nearest(ledger, calls.office, pair, at("09:00"), CALLED_AT, crowd))
    assert near == ["20. 08:00", "20. 08:30", "20. 09:30"]
