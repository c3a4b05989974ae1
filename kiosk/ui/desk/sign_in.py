"""Whose desk it is: an id and a PIN, typed."""

from datetime import timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kiosk.core.guard_view import Failed
from kiosk.core.sign_in import Refusal
from kiosk.core.staff import Pin, staff_id
from kiosk.ui.desk.told import trouble_told
from kiosk.ui.panel.texts_refusal import paused_told, refusal_told
from kiosk.ui.panel.words import Words

_WIDTH: Final = 380


class SignInPage(QWidget):
    """The page. `typed` carries the id and the Pin."""

    typed = Signal(object, object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.id = QLineEdit(self)
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.enter = QPushButton(words.translate("desk", "&Sign in"), self)
        self.enter.setAccessibleName(self.enter.text().replace("&", ""))
        self._told = QLabel("", self)
        self._told.setObjectName("message")
        self._told.setWordWrap(True)
        title = QLabel(words.translate("desk", "Phone desk"), self)
        title.setProperty("role", "title")
        form = QFormLayout()
        for text, field in (
            (words.translate("desk", "&Id"), self.id),
            (words.translate("desk", "&PIN"), self.pin),
        ):
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(text, field)
        middle = QWidget(self)
        middle.setFixedWidth(_WIDTH)
        around = QVBoxLayout(self)
        around.addWidget(middle, alignment=Qt.AlignmentFlag.AlignCenter)
        rows = QVBoxLayout(middle)
        rows.setSpacing(12)
        rows.addWidget(title)
        rows.addLayout(form)
        rows.addWidget(self.enter)
        rows.addWidget(self._told)
        self.id.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self._on_enter)
        self.enter.clicked.connect(self._on_enter)
        self.say("", "quiet")

    def begin(self) -> None:
        """Ask anew; the id of whoever was signed in last stays."""
        self.pin.clear()
        self.say("", "quiet")
        (self.pin if self.id.text() else self.id).setFocus()

    def show_refused(self, why: Refusal | Failed) -> None:
        """Say why nobody is signed in."""
        self.pin.clear()
        self.pin.setFocus()
        if isinstance(why, Failed):
            self.say(trouble_told(self._words, why.trouble), "bad")
            return
        pause = "" if why.pause is None else " " + paused_told(self._words, max(why.pause, timedelta()))
        self.say(refusal_told(self._words, why) + pause, "bad")

    def say(self, text: str, tone: str) -> None:
        """Say something below the fields."""
        self._told.setProperty("tone", tone)
        self._told.setText(text)
        self._told.style().polish(self._told)

    def _on_enter(self) -> None:
        try:
            who = staff_id(self.id.text())
        except ValueError:
            self.say(self._words.translate("desk", "Please type your id: letters and figures."), "bad")
            self.id.setFocus()
            return
        pin = Pin(self.pin.text())
        self.pin.clear()
        self.say(self._words.translate("panel", "Checking …"), "quiet")
        self.typed.emit(who, pin)
