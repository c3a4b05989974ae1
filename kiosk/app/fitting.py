"""Whether the visitor's screen has room for the texts of a language, in every answer and at usual sizes."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from kiosk.app.qt import make_application
from kiosk.core.office import Door, Office
from kiosk.core.verdict import (
    AskStaff,
    CallOffice,
    ComeBackAt,
    ComeWhenOpen,
    Goodbye,
    GoTo,
    HoldAgain,
    NextStep,
    Reason,
    UseDoor,
    Verdict,
    WaitForNumber,
)
from kiosk.languages.own import OwnLanguage
from kiosk.ui.text_block import Text
from kiosk.ui.touch_button import TouchButton
from kiosk.ui.visitor_screen import VisitorScreen

SIZES: Final = ((1920, 1080), (1080, 1920), (1280, 800))
_LATER: Final = datetime(2021, 9, 22, 10, 15, tzinfo=UTC)


def what_does_not_fit(office: Office, own: OwnLanguage) -> list[str]:
    """Return the texts that are cut off on the screen of the office's first door, with the place."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    door = next(iter(office.doors.values()))
    cut = dict.fromkeys(each for size in SIZES for each in _cut_at(office, door, own, size))
    return list(cut)


def _cut_at(office: Office, door: Door, own: OwnLanguage, size: tuple[int, int]) -> Iterator[str]:
    offering = replace(office, languages=tuple(dict.fromkeys((*office.languages, own.spoken.tag))))
    screen = VisitorScreen(offering, door, camera=True, own_languages=(own,))
    screen.resize(*size)
    screen.show()
    try:
        for name, show in _states(screen, office, door, own.spoken.tag):
            screen.language.speak(own.spoken.tag)
            show()
            QApplication.processEvents()
            for told in _cut(screen):
                yield f"{name} at {size[0]}x{size[1]}: {told}"
    finally:
        screen.end()
        screen.deleteLater()


def _states(
    screen: VisitorScreen, office: Office, door: Door, language: str
) -> Iterator[tuple[str, Callable[[], None]]]:
    yield "idle", lambda: None
    yield "keypad", screen.open_keypad
    for verdict in _verdicts(office, door):
        yield verdict.reason.value, partial(screen.show_answer, verdict, language)


def _cut(screen: VisitorScreen) -> Iterator[str]:
    for text in screen.findChildren(Text):
        place = QRect(text.mapTo(screen, QPoint(0, 0)), text.size())
        # A text that does not fit even at its smallest reaches out of the screen.
        if text.isVisible() and text.text and (text.overflows() or not screen.rect().contains(place)):
            yield text.text
    for button in screen.findChildren(TouchButton):
        if button.isVisible() and button.overflows():
            yield button.text()


def _verdicts(office: Office, door: Door) -> Iterator[Verdict]:
    area = next(iter(office.areas.values()))
    room = area.rooms[0].id if area.rooms else None
    steps: tuple[tuple[NextStep, tuple[Reason, ...]], ...] = (
        (HoldAgain(), (Reason.NOT_AN_INVITATION, Reason.DAMAGED_CODE, Reason.UNKNOWN_CODE)),
        (Goodbye(), (Reason.LEFT,)),
        (CallOffice(), (Reason.CANCELLED, Reason.TOO_LATE)),
        (ComeBackAt(_LATER), (Reason.RESCHEDULED, Reason.WRONG_DAY, Reason.TOO_EARLY)),
        (UseDoor(door.id), (Reason.WRONG_DOOR,)),
        (ComeWhenOpen(_LATER), (Reason.CLOSED,)),
        (AskStaff(), (Reason.ALREADY_INSIDE, Reason.ALREADY_USED, Reason.STAFF_DECIDES)),
        (WaitForNumber(27, 4, timedelta(minutes=45)), (Reason.BUILDING_FULL, Reason.AREA_FULL)),
        (WaitForNumber(104, 12, timedelta(minutes=75)), (Reason.NOT_YOUR_TURN,)),
        (GoTo(area.id, room), (Reason.ADMITTED, Reason.READMITTED)),
        (AskStaff(), (Reason.OUT_OF_SERVICE,)),
    )
    for step, reasons in steps:
        for reason in reasons:
            yield Verdict(reason, step)
