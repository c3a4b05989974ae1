"""How the desk looks: in every state, on the smaller screen and in both languages, nothing is cut off."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk.states import LANGUAGES, SIZES, STATES, DeskState, opened, reach


def cut_off(window: QWidget) -> list[str]:
    """Return the words that have no room where they stand, and lists that hide a row."""
    bears_words = (QPushButton, QCheckBox, QLabel)
    parts = [each for each in window.findChildren(QWidget) if each.isVisible()]
    wrong = [each.text() for each in parts if isinstance(each, bears_words) and not _fits(each)]
    lists = [each for each in parts if isinstance(each, QListWidget)]
    wrong += [each.accessibleName() for each in lists if each.verticalScrollBar().maximum()]
    leaves = [each for each in parts if isinstance(each, bears_words) and not _is_on(window, each)]
    return wrong + [each.text() for each in leaves]


def _fits(part: QPushButton | QCheckBox | QLabel) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.heightForWidth(part.width()) <= part.height()
    return part.sizeHint().width() <= part.width() and part.sizeHint().height() <= part.height()


def _is_on(window: QWidget, part: QWidget) -> bool:
    return window.rect().contains(part.rect().translated(part.mapTo(window, part.rect().topLeft())))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_nothing_is_cut_off(state: DeskState, qtbot: QtBot) -> None:
    size = QSize(*min(SIZES))
    for language in LANGUAGES:
        window = opened(language)
        qtbot.addWidget(window)
        window.resize(size)
        window.show()
        reach(window, state)
        QApplication.processEvents()
        assert cut_off(window) == []
        assert window.size() == size
