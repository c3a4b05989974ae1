"""The row of F-keys at the foot of the desk: what each does now is always in view."""

from enum import Enum
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiosk.ui.panel.words import Words

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Both keys that go on, that of the numbers too."""


class DeskKey(Enum):
    """A function and its key."""

    NEW = "F2"
    FIND = "F3"
    MOVE = "F4"
    CHANGE = "F5"
    CANCEL = "F6"
    BY_MAIL = "F7"
    LETTER = "F8"
    UNDO = "F9"
    LOCK = "F12"


class KeyRow(QWidget):
    """The keys, which can be clicked as well. `pressed` carries the DeskKey."""

    accessible_role: ClassVar = QAccessible.Role.ToolBar

    pressed = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        told: Final = {
            DeskKey.NEW: words.translate("desk", "New call"),
            DeskKey.FIND: words.translate("desk", "Find"),
            DeskKey.MOVE: words.translate("desk", "Move"),
            DeskKey.CHANGE: words.translate("desk", "Change"),
            DeskKey.CANCEL: words.translate("desk", "Cancel"),
            DeskKey.BY_MAIL: words.translate("desk", "By email"),
            DeskKey.LETTER: words.translate("desk", "Print letter"),
            DeskKey.UNDO: words.translate("desk", "Undo"),
            DeskKey.LOCK: words.translate("desk", "Sign out"),
        }
        self.buttons = {key: QPushButton(f"{key.value}  {text}", self) for key, text in told.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for key, button in self.buttons.items():
            button.setObjectName(key.value)
            button.setAccessibleName(f"{told[key]}, {key.value}")
            # A button's own shortcut acts a tenth of a second later, when it has been seen to go down.
            QShortcut(QKeySequence(key.value), self, lambda key=key: self._on_key(key))
            # Tab goes through what is filled in; the keys have their own way.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            row.addWidget(button)

    def _on_key(self, key: DeskKey) -> None:
        if self.buttons[key].isEnabled():
            self.pressed.emit(key)

    def offer(self, *keys: DeskKey) -> None:
        """Let these keys do something now, and grey the others."""
        for key, button in self.buttons.items():
            button.setEnabled(key in keys)
