"""Screens for tests: shown offscreen, in one size and language, without tones, and gone after the test."""

import gc
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.core.office import Door, Office
from kiosk.ui.visitor_screen import VisitorScreen
from tests.ui.screen_states import DOOR, OFFICE

ScreenMaker: TypeAlias = Callable[..., VisitorScreen]


@pytest.fixture(scope="session", autouse=True)
def _what_is_there_for_good_is_not_searched() -> None:
    """Leave modules and tables out of the clearing after each test, of which they were 0.15 s.

    Nothing else clears: a thread of a test that did would end windows that are not its own.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.fixture(autouse=True)
def _windows_end_in_their_own_thread() -> Iterator[None]:
    """Clear away a test's windows here; left to Python, a thread of a later test may be the one to do it."""
    yield
    gc.collect()


@pytest.fixture
def make_screen(qtbot: QtBot) -> Iterator[ScreenMaker]:
    """Return a function that shows a screen."""
    screens: list[VisitorScreen] = []

    def make(
        size: tuple[int, int] = (1280, 800),
        language: str = "de",
        *,
        office: Office = OFFICE,
        door: Door = DOOR,
        camera: bool = True,
        answer_seconds: float = 8.0,
        px_per_mm: float | None = None,
    ) -> VisitorScreen:
        screen = VisitorScreen(
            office, door, answer_seconds=answer_seconds, camera=camera, px_per_mm=px_per_mm
        )
        qtbot.addWidget(screen)
        screens.append(screen)
        screen.resize(QSize(*size))
        screen.show()
        # Loudspeakers are tried in a test of their own.
        screen._tones_begin.stop()
        if language != "de":  # as it begins, and goes on before what a letter says
            screen.choose_language(language)
        QApplication.processEvents()
        return screen

    yield make
    for screen in screens:
        screen.close()
