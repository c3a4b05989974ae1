"""Windows come and go; the screens that they stood on stay."""

import gc

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.screens import screen_of


class _Circle(QWidget):
    """A window that only Python's search for circles clears away."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_window_that_is_cleared_away_leaves_its_screen(qtbot: QtBot) -> None:
    del qtbot
    first = QGuiApplication.primaryScreen()
    assert screen_of(_Circle()).size().isValid()
    gc.collect()
    # What PySide holds to be deleted raises when it is asked for anything.
    assert first.name() == QGuiApplication.primaryScreen().name()


@pytest.mark.parametrize("place", [QPoint(5, 5), QPoint(-90_000, 70_000)])
def test_window_outside_of_all_screens_is_taken_to_be_on_the_first(qtbot: QtBot, place: QPoint) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.move(place)
    assert screen_of(window).name() == QGuiApplication.primaryScreen().name()
