"""Every state of the visitor's screen, with long texts of the office: for tests and for pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from kiosk.config.office_file import load_office_file
from kiosk.core.code import ShortCode
from kiosk.core.help_calls import HelpTold
from kiosk.core.house_rules import MaskKind, MaskRule
from kiosk.core.office import Area, AreaId, Direction, Door, DoorId, Office, Room, RoomId, WayStep, Wording
from kiosk.core.opening_hours import Span
from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    NextStep,
    ReadMessage,
    Reason,
    UseDoor,
    Verdict,
    WaitForNumber,
)
from kiosk.languages.known import SHIPPED
from kiosk.scan.frame import Frame, Sighting
from kiosk.scan.guidance import GIVES_UP_AFTER
from kiosk.scan.reading import Located, Reading
from kiosk.ui.controls import Control
from kiosk.ui.view import HouseView
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.seen import button

SIZES: Final = ((1920, 1080), (1080, 1920), (1280, 800), (800, 1280))
LANGUAGES: Final = tuple(SHIPPED)
TODAY: Final = date(2021, 9, 20)
LONG_ROOM: Final = RoomId("long")

_SAMPLE = Path(__file__).resolve().parents[2] / "kiosk" / "resources" / "office" / "dessau-rosslau.toml"


def sample_office() -> Office:
    """Return the office that is shipped, with one more room that has a long name and a long way."""
    office = load_office_file(_SAMPLE).office
    area = office.areas[AreaId("fallmanagement")]
    room = Room(
        LONG_ROOM,
        Wording((("de", "Besprechungsraum 2.14 im Nebengebäude"), ("en", "Meeting room 2.14 in the annexe"))),
        (WayStep.LEFT, WayStep.STRAIGHT, WayStep.RIGHT, WayStep.STAIRS_DOWN, WayStep.COUNTER, WayStep.DOOR),
    )
    longer: Area = replace(area, rooms=(*area.rooms, room))
    return replace(office, areas={**office.areas, area.id: longer})


OFFICE: Final = sample_office()
DOOR: Final = OFFICE.doors[DoorId("haupteingang")]

MASK: Final = MaskRule(
    since=datetime(2021, 9, 16, tzinfo=OFFICE.time_zone),
    kind=MaskKind.MEDICAL,
    off_at_desk=True,
    exempt_below_age=6,
    exempt_by_certificate=True,
    source="",
)
VIEW: Final = HouseView(
    inside=18,
    cap=25,
    unclear=0,
    waiting=0,
    called=(),
    mask=MASK,
    open_now=True,
    hours_today=(Span(time(8), time(16)),),
    opens_next=None,
    stopped=None,
    today=TODAY,
)
FULL_VIEW: Final = replace(VIEW, inside=25, waiting=14, called=(27, 28, 31), unclear=2)
MESSAGE: Final = Wording(
    (
        (
            "de",
            "Wir üben heute einen Feueralarm. Bitte warten Sie draußen auf dem Platz vor dem Haupteingang.",
        ),
        ("en", "We have a fire drill today. Please wait outside in the square before the main entrance."),
    )
)


def local(hour: int, minute: int, day: date = TODAY) -> datetime:
    """Return an aware time at the door."""
    return datetime.combine(day, time(hour, minute), tzinfo=OFFICE.time_zone)


_LATER = local(10, 15, date(2021, 9, 30))

_STEPS: Final[Mapping[Reason, NextStep]] = {
    Reason.NOT_AN_INVITATION: HoldAgain(),
    Reason.DAMAGED_CODE: HoldAgain(),
    Reason.UNKNOWN_CODE: HoldAgain(),
    Reason.LEFT: Goodbye(),
    Reason.CANCELLED: CallOffice(),
    Reason.RESCHEDULED: ComeBackAt(_LATER),
    Reason.WRONG_DAY: ComeBackAt(_LATER),
    Reason.WRONG_DOOR: UseDoor(DoorId("jugend")),
    Reason.CLOSED: ComeWhenOpen(_LATER),
    Reason.ADMISSION_STOPPED: ReadMessage(MESSAGE),
    Reason.ALREADY_INSIDE: AskStaff(),
    Reason.ALREADY_USED: AskStaff(),
    Reason.TOO_EARLY: ComeBackAt(local(10, 15)),
    Reason.TOO_LATE: CallOffice(),
    Reason.BUILDING_FULL: WaitForNumber(27, 4, timedelta(minutes=12)),
    Reason.AREA_FULL: WaitForNumber(8, 1, None),
    Reason.NOT_YOUR_TURN: WaitForNumber(104, 12, timedelta(minutes=75)),
    Reason.ADMITTED: GoTo(AreaId("leistung"), RoomId("103")),
    Reason.READMITTED: GoTo(AreaId("fallmanagement"), LONG_ROOM),
    Reason.STAFF_DECIDES: AskStaff(),
    Reason.OUT_OF_SERVICE: AskStaff(),
}

VERDICTS: Final[Mapping[str, Verdict]] = {
    **{reason.value: Verdict(reason, step) for reason, step in _STEPS.items()},
    "wrong_day_before": Verdict(Reason.WRONG_DAY, CallOffice()),
    "wrong_door_unnamed": Verdict(Reason.WRONG_DOOR, UseDoor(None)),
    "closed_for_long": Verdict(Reason.CLOSED, ComeWhenOpen(None)),
    "admitted_without_room": Verdict(Reason.ADMITTED, GoTo(AreaId("fallmanagement"), None)),
    "unknown_code_paused": Verdict(Reason.UNKNOWN_CODE, AskStaff()),
}


@lru_cache
def camera_picture(width: int = 640, height: int = 360, at: float = 0.0) -> tuple[Frame, Reading]:
    """Return a picture as a camera would give it, of an invented letter, and that its code was read."""
    down = np.linspace(90, 150, height)[:, None]
    across = np.linspace(0, 40, width)[None, :]
    image = np.zeros((height, width, 3), dtype=np.uint8)
    for channel, tint in enumerate((1.0, 0.95, 0.9)):
        image[:, :, channel] = ((down + across) * tint).astype(np.uint8)
    left, top, side = int(width * 0.42), int(height * 0.30), int(height * 0.36)
    image[int(height * 0.14) : int(height * 0.94), int(width * 0.34) : int(width * 0.70)] = 238
    noise = np.random.default_rng(7).integers(0, 2, (29, 29), dtype=np.uint8) * 220 + 15
    block = np.kron(noise, np.ones((side // 29 + 1, side // 29 + 1), dtype=np.uint8))[:side, :side]
    image[top : top + side, left : left + side] = block[:, :, None]
    right, bottom = float(left + side), float(top + side)
    corners = ((float(left), float(top)), (right, float(top)), (right, bottom), (float(left), bottom))
    return Frame(image, at, 1), Reading((Sighting(raw=b"JC1", corners=corners),))


def unread_picture(code: Located, at: float) -> tuple[Frame, Reading]:
    """Return the same picture, taken at `at`, with a code that looks like `code` and could not be read."""
    frame, reading = camera_picture(at=at)
    return frame, Reading(unread=(replace(code, corners=reading.sightings[0].corners),))


_NOWHERE = ((0.0, 0.0),) * 4
A_CODE: Final = Located(
    _NOWHERE, modules=29, pixels_a_module=4.0, blur=0.5, light=200.0, contrast=150.0, tilt=5.0, speed=0.0
)
"""Found, and nothing wrong with it that one could see."""
TOO_SMALL: Final = replace(A_CODE, pixels_a_module=1.6)
TOO_STEEP: Final = replace(A_CODE, tilt=55.0)
TOO_DARK: Final = replace(A_CODE, light=40.0, contrast=20.0)
SMEARED: Final = replace(A_CODE, blur=1.1, speed=20.0)


@dataclass(frozen=True, slots=True)
class ScreenState:
    """One state: at which door, and what brings the screen there."""

    name: str
    reach: Callable[[VisitorScreen], None]
    door: Door = DOOR
    camera: bool = True


def _idle(view: HouseView) -> Callable[[VisitorScreen], None]:
    def reach(screen: VisitorScreen) -> None:
        screen.show_house(view)
        frame, _ = camera_picture()
        screen.show_frame(frame, Reading())

    return reach


def _found(screen: VisitorScreen) -> None:
    screen.show_house(VIEW)
    screen.show_frame(*camera_picture())


def _guided(code: Located, seconds: float = 1.0) -> Callable[[VisitorScreen], None]:
    def reach(screen: VisitorScreen) -> None:
        screen.show_house(VIEW)
        screen._pages.guide.forget()
        for quarter in range(round(4 * seconds) + 1):
            screen.show_frame(*unread_picture(code, quarter / 4))

    return reach


def _reading(screen: VisitorScreen) -> None:
    screen.show_house(VIEW)
    screen.show_reading()
    screen.show_frame(*camera_picture())


def _languages(screen: VisitorScreen) -> None:
    screen.show_house(VIEW)
    screen.open_languages()


def _helped(*told: HelpTold, may_take_back: bool = True) -> Callable[[VisitorScreen], None]:
    def reach(screen: VisitorScreen) -> None:
        screen.show_house(VIEW)
        screen._acts.act(Control.HELP)
        for each in told:
            screen.show_help(each, may_take_back)

    return reach


def _helped_and_idle(screen: VisitorScreen) -> None:
    _helped(HelpTold.COMING)(screen)
    screen._acts.act(Control.BACK)


def _next_waits(screen: VisitorScreen) -> None:
    _answer(VERDICTS["admitted"])(screen)
    screen.show_next_waits(waits=True)


def _trouble(screen: VisitorScreen) -> None:
    screen.show_house(VIEW)
    screen.show_camera_trouble(trouble=True)


def _keypad(typed: str, pause: float | None = None) -> Callable[[VisitorScreen], None]:
    def reach(screen: VisitorScreen) -> None:
        screen.show_house(VIEW)
        screen.open_keypad()
        if pause is not None:
            screen.show_keypad_pause(pause)
        for sign in typed:
            button(screen, sign).click()

    return reach


def _answer(verdict: Verdict) -> Callable[[VisitorScreen], None]:
    def reach(screen: VisitorScreen) -> None:
        screen.show_house(VIEW)
        screen.show_answer(verdict)

    return reach


_WRONG = ShortCode(1).text[:-1] + ("0" if ShortCode(1).text[-1] != "0" else "1")

STATES: Final = (
    ScreenState("idle", _idle(VIEW)),
    ScreenState("idle_found", _found),
    ScreenState("guide_closer", _guided(TOO_SMALL)),
    ScreenState("guide_flatter", _guided(TOO_STEEP)),
    ScreenState("guide_light", _guided(TOO_DARK)),
    ScreenState("guide_still", _guided(SMEARED)),
    ScreenState("guide_type_code", _guided(SMEARED, GIVES_UP_AFTER + 1.5)),
    ScreenState("idle_called", _idle(FULL_VIEW)),
    ScreenState("idle_nearly_full", _idle(replace(VIEW, inside=22, waiting=1))),
    ScreenState("idle_many_called", _idle(replace(FULL_VIEW, called=(98, 99, 100, 101, 102, 103, 104)))),
    ScreenState("idle_scanner", _idle(VIEW), camera=False),
    ScreenState("idle_exit", _idle(VIEW), door=replace(DOOR, direction=Direction.OUT)),
    ScreenState(
        "idle_two_spans",
        _idle(replace(VIEW, hours_today=(Span(time(8), time(12)), Span(time(13, 30), time(17, 30))))),
    ),
    ScreenState(
        "idle_closed", _idle(replace(VIEW, inside=0, open_now=False, hours_today=(), opens_next=_LATER))
    ),
    ScreenState("idle_stopped", _idle(replace(VIEW, stopped=MESSAGE))),
    ScreenState("idle_out_of_service", _idle(replace(VIEW, in_service=False))),
    ScreenState("idle_camera_trouble", _trouble),
    ScreenState("reading", _reading),
    ScreenState("languages", _languages),
    ScreenState("next_waits", _next_waits),
    ScreenState("help_calling", _helped(HelpTold.CALLING)),
    ScreenState("help_coming", _helped(HelpTold.COMING)),
    ScreenState("help_for_good", _helped(HelpTold.COMING, may_take_back=False)),
    ScreenState("help_on_the_way", _helped(HelpTold.COMING, HelpTold.ON_THE_WAY)),
    ScreenState("help_unreached", _helped(HelpTold.CALLING, HelpTold.UNREACHED)),
    ScreenState("idle_help_coming", _helped_and_idle),
    ScreenState("keypad", _keypad("1K7")),
    ScreenState("keypad_mistyped", _keypad(_WRONG)),
    ScreenState("keypad_paused", _keypad("", pause=90.0)),
    *(ScreenState(name, _answer(verdict)) for name, verdict in VERDICTS.items()),
)
