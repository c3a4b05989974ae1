"""The field that says what to do now, while nobody scans: its colour, its words and its picture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from kiosk.core.office import Direction, Office
from kiosk.scan.guidance import Hint
from kiosk.ui import idle_texts, step_texts
from kiosk.ui.colours import Colours
from kiosk.ui.language import Language
from kiosk.ui.theme import Tint
from kiosk.ui.view import HouseView

_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?؟])\s+")


@dataclass(frozen=True, slots=True)
class Hero:
    """What the field shows. `picture` None: the moving hand that holds the letter."""

    tint: Tint
    headline: str
    words: tuple[str, ...]
    picture: str | None


@dataclass(frozen=True, slots=True)
class DoorState:
    """All that decides what the field says; `view` is None before the house was seen for the first time."""

    office: Office
    direction: Direction
    has_camera: bool
    view: HouseView | None = None
    camera_trouble: bool = False
    reading: bool = False
    hint: Hint | None = None
    """What would help the code that is seen and not read."""


def hero_of(state: DoorState, language: Language, colours: Colours) -> Hero:
    """Return what to show; the first that applies: reading, no service, no camera, hint, closed, stopped."""
    view = state.view
    if state.reading:
        return Hero(colours.house, idle_texts.one_moment(), (idle_texts.we_read(),), "scan-letter")
    if view is not None and not view.in_service:
        return Hero(colours.staff, idle_texts.staff_helps(), (idle_texts.talk_to_us(),), "staff")
    if state.camera_trouble:
        return Hero(colours.house, idle_texts.camera_is_off(), (idle_texts.without_camera(),), "camera-off")
    if state.hint is not None:
        return _guiding(state.hint, colours)
    if view is not None and state.direction is not Direction.OUT:
        if not view.open_now:
            return Hero(colours.house, idle_texts.closed_now(), _opens_next(state, view, language), "closed")
        if view.stopped is not None:
            message = view.stopped.in_language(language.now)
            return Hero(colours.refused, idle_texts.no_admission(), (message,), "stop-hand")
    headline = idle_texts.hold_letter(camera=state.has_camera)
    return Hero(colours.house, headline, (idle_texts.when_to_hold(state.direction),), None)


def sentences(texts: Sequence[str]) -> list[str]:
    """Return the sentences of the texts, one by one."""
    return [each for text in texts for each in _SENTENCE_ENDS.split(text) if each]


def _guiding(hint: Hint, colours: Colours) -> Hero:
    return Hero(colours.house, idle_texts.do_this(hint), (idle_texts.why_do_this(hint),), _picture_of(hint))


def _picture_of(hint: Hint) -> str:
    match hint:
        case Hint.CLOSER:
            return "guide-closer"
        case Hint.FLATTER:
            return "guide-flatter"
        case Hint.INTO_LIGHT:
            return "guide-light"
        case Hint.STILL:
            return "guide-still"
        case Hint.TYPE_CODE:
            return "keypad"
        case _ as never:
            assert_never(never)


def _opens_next(state: DoorState, view: HouseView, language: Language) -> tuple[str, ...]:
    words = []
    if view.opens_next is not None:
        local = view.opens_next.astimezone(state.office.time_zone)
        is_today = local.date() == view.today
        day = step_texts.today() if is_today else language.day_text(local.date())
        words.append(idle_texts.opens_again_on(day, language.time_text(local)))
    if state.direction is Direction.BOTH:
        words.append(idle_texts.leaving_too(camera=state.has_camera))
    return tuple(words)
