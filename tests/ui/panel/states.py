"""An invented morning at the main entrance, as the guard's panel shows it: for tests and for pictures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from kiosk.core.appointment import AppointmentId
from kiosk.core.code import Badge
from kiosk.core.door_events import CountedOut, LetIn
from kiosk.core.events import Called, Declined, Entered, Event, Exited, Happening, Queued
from kiosk.core.guard_view import (
    Answered,
    Failed,
    GuardView,
    KeptByHand,
    LastTap,
    Recent,
    Recorded,
    RefusedByHand,
    Result,
    SecondPersonWanted,
    SignedInAs,
    Unseen,
)
from kiosk.core.help_calls import HelpAtDoor
from kiosk.core.ids import EventId, StaffId, VisitId
from kiosk.core.lights import Light, Lights
from kiosk.core.not_done import NotDone
from kiosk.core.occupancy import EMPTY_HOUSE, Place, Stop, Visit
from kiosk.core.office import AreaId, DoorId, ReasonId
from kiosk.core.orders import Admit, CountPeopleOut, Order
from kiosk.core.rights import Role
from kiosk.core.self_test import Device, SelfTest
from kiosk.core.sign_in import Refusal
from kiosk.core.staff_events import RefusedBecause
from kiosk.core.trouble import Trouble
from kiosk.core.verdict import Verdict
from kiosk.ui.panel.page import Opening, PageName
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.seen import tap
from tests.ui.screen_states import DOOR, MESSAGE, VERDICTS, local

SCREENS: Final = (
    ((1280, 800), 5.9),
    ((1280, 800), 96 / 25.4),
    ((1920, 1080), 96 / 25.4),
    ((1920, 1080), 3.6),
)
"""Size in pixels, and pixels in a millimetre: 10.1 inch, two screens of which nothing is known, 24 inch."""

NOW: Final = local(10, 42)
RECEPTION, BENEFITS, CASES, YOUTH = (
    AreaId(each) for each in ("empfang", "leistung", "fallmanagement", "jugend")
)
GUARD: Final = SignedInAs(StaffId("101"), Role.SECURITY)
MANAGER: Final = SignedInAs(StaffId("a.muster"), Role.MANAGER)
EMERGENCY: Final = ReasonId("emergency")


def ago(seconds: float) -> datetime:
    """Return the time so long before now."""
    return NOW - timedelta(seconds=seconds)


def visit(number: int, area: AreaId, party: int = 1, *, overdue: bool = False) -> Visit:
    """Return a visit, the `number`-th; `overdue`: well past its end."""
    return Visit(
        VisitId(f"visit-{number}"),
        AppointmentId(f"appointment-{number}"),
        area,
        party,
        entered_at=ago(5400 if overdue else 600),
        expected_end=ago(3600) if overdue else NOW + timedelta(minutes=20),
    )


def place(number: int, area: AreaId, party: int = 1, *, called: bool = False) -> Place:
    """Return a place in the line."""
    return Place(
        number,
        AppointmentId(f"in-line-{number}"),
        area,
        party,
        due=NOW + timedelta(minutes=5),
        arrived_at=ago(900 - 10 * number),
        kept_until=NOW + timedelta(minutes=2) if called else None,
    )


def event(
    what: Happening, seconds_ago: float, verdict: str | None = None, by: StaffId | None = None
) -> Event:
    """Return an event at this door, so many seconds ago."""
    answer: Verdict | None = None if verdict is None else VERDICTS[verdict]
    return Event(EventId(f"event-{seconds_ago}"), ago(seconds_ago), DOOR.id, by, what, answer)


def recent(
    what: Happening, seconds_ago: float, verdict: str, area: AreaId | None = None, party: int | None = None
) -> Recent:
    """Return one of the last scans."""
    appointment = None if area is None else AppointmentId(f"appointment-{seconds_ago}")
    starts_at = None if area is None else local(10, 15)
    return Recent(event(what, seconds_ago, verdict), appointment, area, party, starts_at)


def entered(seconds_ago: float, area: AreaId = BENEFITS, party: int = 2) -> Recent:
    """Return a scan by which a party came in."""
    came = Entered(
        VisitId(f"event-{seconds_ago}"),
        AppointmentId(f"appointment-{seconds_ago}"),
        area,
        party,
        expected_end=NOW + timedelta(minutes=20),
        from_line=None,
    )
    return recent(came, seconds_ago, "admitted", area, party)


TOO_LATE: Final = recent(Declined(AppointmentId("appointment-12")), 12, "too_late", BENEFITS, 2)
UNKNOWN: Final = recent(Declined(None), 95, "unknown_code")
CAME: Final = entered(40)
CAME_VISIT: Final = replace(visit(40, BENEFITS, 2), id=VisitId("event-40"))
WENT: Final = recent(
    Exited(VisitId("visit-7"), AppointmentId("appointment-7"), CASES, 1), 200, "left", CASES, 1
)
WAITS: Final = recent(
    Queued(27, AppointmentId("appointment-300"), CASES, 1, NOW), 300, "building_full", CASES, 1
)

HOUSE: Final = replace(
    EMPTY_HOUSE,
    visits=(
        CAME_VISIT,
        *(visit(number, RECEPTION) for number in range(1, 4)),
        *(visit(number, BENEFITS, 2) for number in range(4, 6)),
        *(visit(number, CASES) for number in range(6, 12)),
        *(visit(number, YOUTH) for number in range(61, 64)),
    ),
    latest_at=ago(12),
    last_number=26,
)
FULL_HOUSE: Final = replace(
    HOUSE,
    visits=(
        *HOUSE.visits,
        visit(15, BENEFITS, 4, overdue=True),
        visit(16, CASES, 3, overdue=True),
        visit(17, YOUTH, 1),
    ),
    corrections=MappingProxyType({CASES: 1}),
    counted_out=MappingProxyType({BENEFITS: 2}),
    line=(
        place(27, CASES, called=True),
        place(28, BENEFITS, 2, called=True),
        place(29, RECEPTION),
        place(30, CASES, 4),
        place(31, BENEFITS, 2),
    ),
    passed_over=(place(25, BENEFITS),),
    last_number=31,
)

CALM: Final = GuardView(
    now=NOW,
    house=HOUSE,
    is_current=True,
    trouble=None,
    recent=(CAME, UNKNOWN, WENT, WAITS),
    last_good_scan=ago(12),
    can_be_undone=(CAME.event, WENT.event),
    kept=(),
    signed_in=GUARD,
    paused=None,
)
LATE: Final = replace(CALM, recent=(TOO_LATE, CAME, UNKNOWN, WENT, WAITS))
LOCKED: Final = replace(LATE, signed_in=None)
FULL: Final = replace(LATE, house=FULL_HOUSE)
OVERRUN: Final = replace(FULL, house=replace(FULL_HOUSE, visits=(*FULL_HOUSE.visits, visit(18, CASES, 3))))
AREA_OVERRUN: Final = replace(CALM, house=replace(EMPTY_HOUSE, visits=(visit(1, CASES, 11, overdue=True),)))
EMPTY: Final = replace(
    CALM, house=EMPTY_HOUSE, recent=(), last_good_scan=None, can_be_undone=(), signed_in=None
)
NOTHING_KNOWN: Final = replace(EMPTY, house=None, is_current=False, trouble=Trouble.LEDGER)
STOPPED: Final = replace(LATE, house=replace(HOUSE, stops=(Stop(None, MESSAGE, ago(300)),)))
AWAY: Final = replace(LATE, is_current=False, trouble=Trouble.LEDGER, signed_in=None)
AWAY_SIGNED_IN: Final = replace(
    AWAY, signed_in=GUARD, house=replace(FULL_HOUSE, stops=(Stop(DOOR.id, MESSAGE, ago(300)),))
)
ONLY_READ: Final = replace(AWAY_SIGNED_IN, is_current=True)
AWAY_WITH_KEPT: Final = replace(
    AWAY, kept=(Admit(BENEFITS, 2, EMERGENCY), CountPeopleOut(RECEPTION), CountPeopleOut(CASES, 2))
)
CLOCK_WRONG: Final = replace(LATE, trouble=Trouble.CLOCK)
STOPPED_AND_CLOCK_WRONG: Final = replace(STOPPED, trouble=Trouble.CLOCK)
UNSEEN: Final = replace(LOCKED, unseen=Unseen(Admit(CASES, 2, EMERGENCY), LastTap.NOT_RECORDED))
HELP_WANTED: Final = replace(LOCKED, house=replace(HOUSE, help_at=(HelpAtDoor(DOOR.id, ago(75)),)))
HELP_ELSEWHERE: Final = replace(LATE, house=replace(HOUSE, help_at=(HelpAtDoor(DoorId("jugend"), ago(20)),)))
REFUSED: Final = replace(
    LATE,
    refused=(
        RefusedByHand(EventId("by-hand"), CountPeopleOut(AreaId("archiv")), ago(900), NotDone.UNKNOWN_AREA),
    ),
)
PAUSED: Final = replace(LOCKED, paused=timedelta(seconds=27))

LIGHTS: Final = Lights(Light.GOOD, Light.GOOD, Light.GOOD, Light.GOOD)
NOT_TESTED: Final = replace(LIGHTS, self_test=SelfTest(None, (Device.CAMERA,)))
HALF_TESTED: Final = replace(LIGHTS, self_test=SelfTest(local(8, 2), (Device.SCANNER,)))
TESTED: Final = replace(LIGHTS, self_test=SelfTest(local(8, 2), ()))
BAD_LIGHTS: Final = Lights(Light.BROKEN, Light.NOT_USED, Light.WORKING_ON_IT, Light.UNKNOWN)

ADMIT: Final = Admit(CASES, 4, EMERGENCY)
ID_AND_TWO_DIGITS: Final = tuple(f"key:{each}" for each in ("1", "0", "1", "enter", "4", "7"))
ONE_LEFT: Final = CountPeopleOut(CASES)
LET_IN: Final = event(
    LetIn(VisitId("tap"), None, CASES, 4, NOW, None, EMERGENCY, above_cap=3, confirmed_by=MANAGER.staff),
    1,
    "admitted",
    GUARD.staff,
)


def home(panel: PanelWindow) -> None:
    """Stay on the first page."""


def opened(opening: Opening) -> Callable[[PanelWindow], None]:
    """Return what brings a panel to a page."""

    def reach(panel: PanelWindow) -> None:
        panel.page(PageName.HOME).opening.emit(opening)

    return reach


def answered(order: Order, result: Result) -> Callable[[PanelWindow], None]:
    """Return what brings a panel to the answer of an order."""

    def reach(panel: PanelWindow) -> None:
        given: list[EventId] = []
        panel.ordered.connect(lambda name, _: given.append(name))
        panel.page(PageName.HOME).ordered.emit(order)
        panel.show_answered(Answered(given[-1], order, result))

    return reach


def signing_in(*functions: str) -> Callable[[PanelWindow], None]:
    """Return what brings a panel to the page of the PIN, and taps there."""

    def reach(panel: PanelWindow) -> None:
        tap(panel, "sign_in", *functions)

    return reach


def refused(result: Refusal | Failed) -> Callable[[PanelWindow], None]:
    """Return what brings a panel to a PIN that was not taken."""

    def reach(panel: PanelWindow) -> None:
        tap(panel, "sign_in")
        panel.show_badge(Badge(1))
        panel.show_signed_in(result)

    return reach


@dataclass(frozen=True, slots=True)
class PanelState:
    """One state: what is known, what brings the panel there, and how the lights are."""

    name: str
    view: GuardView
    reach: Callable[[PanelWindow], None] = home
    lights: Lights = LIGHTS


STATES: Final = (
    PanelState("home", CALM),
    PanelState("home_late", LATE),
    PanelState("home_locked", LOCKED, lights=NOT_TESTED),
    PanelState("home_full", FULL, lights=TESTED),
    PanelState("home_overrun", OVERRUN, lights=HALF_TESTED),
    PanelState("home_area_overrun", AREA_OVERRUN),
    PanelState("home_empty", EMPTY),
    PanelState("home_nothing_known", NOTHING_KNOWN, lights=BAD_LIGHTS),
    PanelState("home_stopped", STOPPED),
    PanelState("home_away", AWAY, lights=BAD_LIGHTS),
    PanelState("home_away_with_kept", AWAY_WITH_KEPT, lights=BAD_LIGHTS),
    PanelState("home_away_signed_in", AWAY_SIGNED_IN, lights=BAD_LIGHTS),
    PanelState("home_clock_wrong", CLOCK_WRONG),
    PanelState("home_stopped_and_clock_wrong", STOPPED_AND_CLOCK_WRONG),
    PanelState("home_unseen", UNSEEN),
    PanelState("home_refused", REFUSED),
    PanelState("home_help", HELP_WANTED),
    PanelState("home_help_elsewhere", HELP_ELSEWHERE),
    PanelState("line_help", HELP_ELSEWHERE, opened(Opening(PageName.LINE))),
    PanelState(
        "home_recorded", LATE, answered(CountPeopleOut(CASES), Recorded(event(CountedOut(CASES, 1), 1)))
    ),
    PanelState("home_above_cap", OVERRUN, answered(ADMIT, Recorded(LET_IN))),
    PanelState("home_called", FULL, answered(ADMIT, Recorded(event(Called(29, NOW), 1)))),
    PanelState("home_kept", AWAY, answered(ADMIT, KeptByHand(ADMIT))),
    PanelState("home_not_done", LATE, answered(ADMIT, NotDone.SOMETHING_RESTS_ON_IT)),
    PanelState("home_failed", LATE, answered(ADMIT, Failed(Trouble.LEDGER))),
    PanelState("sign_in", LOCKED, signing_in()),
    PanelState("sign_in_letters", LOCKED, signing_in("switch", "key:b", "key:e")),
    PanelState(
        "sign_in_pin", LOCKED, signing_in(*(f"key:{each}" for each in "101"), "key:enter", "key:4", "key:7")
    ),
    PanelState("sign_in_wrong", LOCKED, refused(Refusal(RefusedBecause.WRONG_PIN, None))),
    PanelState("sign_in_pause", LOCKED, refused(Refusal(RefusedBecause.PAUSED, timedelta(seconds=30)))),
    PanelState("sign_in_disabled", LOCKED, refused(Refusal(RefusedBecause.DISABLED, None))),
    PanelState("sign_in_failed", AWAY, refused(Failed(Trouble.LEDGER))),
    PanelState("sign_in_panel_paused", PAUSED, signing_in()),
    PanelState("second_person", FULL, answered(ADMIT, SecondPersonWanted())),
)
