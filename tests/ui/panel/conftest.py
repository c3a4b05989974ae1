"""Panels for tests: shown offscreen, in one size and language, at one moment, and gone after the test."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.guard_view import GuardView
from kiosk.core.lights import Lights
from kiosk.core.office import Door, Office
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.states import CALM, LIGHTS, NOW
from tests.ui.screen_states import DOOR, OFFICE


@dataclass
class Clock:
    """A clock that goes only when it is told to."""

    now: datetime = field(default=NOW)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def pass_(self, time: timedelta) -> None:
        """Let some time pass."""
        self.now += time


class PanelMaker(Protocol):
    """Makes a panel that is shown."""

    def __call__(
        self,
        size: tuple[int, int] = ...,
        language: str = ...,
        *,
        view: GuardView = ...,
        lights: Lights = ...,
        px_per_mm: float = ...,
        office: Office = ...,
        door: Door = ...,
    ) -> PanelWindow:
        """Make it."""


@pytest.fixture
def clock() -> Clock:
    """The time at the door, 10:42."""
    return Clock()


@pytest.fixture
def make_panel(qtbot: QtBot, clock: Clock) -> Iterator[PanelMaker]:
    """Return a function that shows a panel."""
    panels: list[PanelWindow] = []

    def make(
        size: tuple[int, int] = (1280, 800),
        language: str = "en",
        *,
        view: GuardView = CALM,
        lights: Lights = LIGHTS,
        px_per_mm: float = 5.9,
        office: Office = OFFICE,
        door: Door = DOOR,
    ) -> PanelWindow:
        panel = PanelWindow(office, door, language=language, px_per_mm=px_per_mm, clock=clock)
        qtbot.addWidget(panel)
        panels.append(panel)
        panel.resize(*size)
        panel.show()
        panel.show_lights(lights)
        panel.show_view(view)
        return panel

    yield make
    for panel in panels:
        panel.end()
