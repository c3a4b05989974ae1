"""What wants attention, and in which order."""

from datetime import datetime, timedelta

import pytest

from kiosk.core.crowd import Expected
from kiosk.core.door_events import CountedOut
from kiosk.core.door_report import DoorReport
from kiosk.core.events import AdmissionStopped, ExitUnmatched
from kiosk.core.figures.attention import (
    AboveCap,
    Attention,
    CapChanges,
    CountBelowZero,
    DeviceBroken,
    DoorHeld,
    DoorSilent,
    ExitsUnmatched,
    FillsSoon,
    HelpUnanswered,
    VisitsUnclear,
    attention,
)
from kiosk.core.figures.now import now_figures
from kiosk.core.forecast import Forecast
from kiosk.core.help_events import HelpCalled, HelpEnded, HelpEndedBecause
from kiosk.core.lights import Light
from kiosk.core.occupancy import EMPTY_HOUSE, House
from kiosk.core.office import DoorId, Office
from kiosk.core.self_test import Device
from tests.building import (
    BENEFITS,
    CASES,
    MAIN_DOOR,
    SIDE_DOOR,
    YOUTH,
    a_cap,
    a_house,
    an_appointment,
    an_office,
    at,
    entered,
    minutes,
    wording,
)


def _at(
    house: House, now: datetime, *reports: DoorReport, office: Office | None = None
) -> tuple[Attention, ...]:
    office = office or an_office()
    return attention(office, now_figures(office, house, reports, now))


def _report(
    door: DoorId,
    ago: timedelta,
    camera: Light = Light.GOOD,
    scanner: Light = Light.GOOD,
    clock: str = "10:00",
) -> DoorReport:
    return DoorReport(door, at(clock) - ago, camera, scanner, None)


def test_nothing_wants_attention_in_a_quiet_house() -> None:
    assert _at(EMPTY_HOUSE, at("10:00"), _report(MAIN_DOOR, timedelta(0))) == ()


def test_what_cannot_be_right_stands_before_what_may_wait() -> None:
    house = a_house(
        entered("a", 4, until=at("09:00")),
        entered("b", area=YOUTH, until=at("12:00")),
        CountedOut(CASES, 2),
        AdmissionStopped(SIDE_DOOR, wording("Pause")),
        ExitUnmatched(an_appointment().id, BENEFITS, 1),
        when=at("08:30"),
    )
    office = an_office(caps=[a_cap(2, youth=0), a_cap(9, since=at("18:00"))])
    silent = _report(MAIN_DOOR, minutes(1))
    assert _at(house, at("10:00"), silent, office=office) == (
        CountBelowZero(CASES, 2),
        AboveCap(None, 1),
        AboveCap(YOUTH, 1),
        DoorHeld(SIDE_DOOR, at("08:30")),
        DoorSilent(MAIN_DOOR, silent.reported_at),
        VisitsUnclear(BENEFITS, 4),
        ExitsUnmatched(1),
        CapChanges(at("18:00"), 2, 9),
    )


def test_a_call_for_help_that_nobody_takes_stands_before_everything() -> None:
    house = a_house(HelpCalled(SIDE_DOOR), CountedOut(CASES, 2), when=at("09:58"))
    assert _at(house, at("09:59")) == (CountBelowZero(CASES, 2),)
    assert _at(house, at("10:00")) == (HelpUnanswered(SIDE_DOOR, at("09:58")), CountBelowZero(CASES, 2))
    gone = a_house(HelpEnded(SIDE_DOOR, HelpEndedBecause.TAKEN_BACK), when=at("09:59"), house=house)
    assert _at(gone, at("10:00")) == (CountBelowZero(CASES, 2),)


def test_a_stop_of_all_doors_is_told_once() -> None:
    house = a_house(AdmissionStopped(None, wording("Probealarm")), when=at("09:00"))
    assert _at(house, at("10:00")) == (DoorHeld(None, at("09:00")),)


@pytest.mark.parametrize(
    ("camera", "scanner", "broken"),
    [
        (Light.BROKEN, Light.GOOD, (DeviceBroken(MAIN_DOOR, Device.CAMERA),)),
        (Light.WORKING_ON_IT, Light.BROKEN, (DeviceBroken(MAIN_DOOR, Device.SCANNER),)),
        (Light.NOT_USED, Light.UNKNOWN, ()),
    ],
)
def test_a_device_that_failed_is_told(camera: Light, scanner: Light, broken: tuple[Attention, ...]) -> None:
    assert _at(EMPTY_HOUSE, at("10:00"), _report(MAIN_DOOR, timedelta(0), camera, scanner)) == broken


def test_a_door_that_is_shut_for_the_night_is_no_fault() -> None:
    assert _at(EMPTY_HOUSE, at("20:00"), _report(MAIN_DOOR, minutes(200), clock="20:00")) == ()


def test_a_cap_is_announced_only_if_it_is_another_one_and_begins_within_a_week() -> None:
    now = at("10:00")
    office = an_office(
        caps=[a_cap(5), a_cap(5, since=now + timedelta(days=1)), a_cap(7, since=now + timedelta(days=7))]
    )
    assert _at(EMPTY_HOUSE, now, office=office) == (CapChanges(now + timedelta(days=7), 5, 7),)
    assert _at(EMPTY_HOUSE, now - minutes(1), office=office) == ()


@pytest.mark.parametrize(
    ("full", "found"),
    [
        ((0.0, 0.1, 0.1), ()),
        ((0.0, 0.3, 0.3), (FillsSoon(at("10:05"), is_likely=False),)),
        ((0.0, 0.3, 0.6), (FillsSoon(at("10:10"), is_likely=True),)),
        ((1.0, 1.0, 1.0), ()),
    ],
)
def test_a_house_that_fills_within_the_hour_is_told_in_time_to_act(
    full: tuple[float, ...], found: tuple[Attention, ...]
) -> None:
    now = at("10:00")
    steps = tuple(
        Expected(now + minutes(5 * number), 25, 20, 18, 22, chance, 0) for number, chance in enumerate(full)
    )
    office = an_office()
    figures = now_figures(office, EMPTY_HOUSE, (), now)
    assert attention(office, figures, Forecast(now, None, steps)) == found
