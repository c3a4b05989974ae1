"""A phone desk as it runs: the real window, its thread, and a ledger with its staff."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.app.desk_program import DeskParts, DeskProgram
from kiosk.clock import now_utc
from kiosk.commands.desk import letter_maker
from kiosk.core.desk_orders import NotPrinted
from kiosk.core.events import Event
from kiosk.core.ids import StaffId
from kiosk.core.rights import Role
from kiosk.core.staff import Pin
from kiosk.gate.staff_acts import Credentials, Newcomer, add_member
from kiosk.letters.letter import Letter
from kiosk.letters.not_printed import NotPrintedError
from kiosk.letters.printing import PrintLetters
from kiosk.ui.desk.window import DeskWindow
from tests.patience import PATIENCE_MS
from tests.premises import Premises, make_premises

ADMIN, ANNA, MANAGER, GUARD = StaffId("weber"), StaffId("anna"), StaffId("kramer"), StaffId("11")
PINS = {ADMIN: Pin("820415"), ANNA: Pin("307261"), MANAGER: Pin("482913"), GUARD: Pin("618034")}
ROLES = {ADMIN: Role.ADMIN, ANNA: Role.DESK, MANAGER: Role.MANAGER, GUARD: Role.SECURITY}

_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Printers:
    """The printers of the PC: one whose sheets are files in the folder `paper`, or, before that, none."""

    paper: Path | None = None
    answer: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.answer.set()

    def print_out(self, _: Sequence[Letter], document: bytes, name: str | None) -> str:
        self.answer.wait(PATIENCE_MS / 1000)
        if self.paper is None:
            raise NotPrintedError(NotPrinted.NO_PRINTER if name is None else NotPrinted.UNKNOWN_PRINTER)
        (self.paper / f"{len(self.sheets()) + 1}.pdf").write_bytes(document)
        return ""

    def sheets(self) -> list[Path]:
        return sorted(self.paper.glob("*.pdf")) if self.paper else []


@dataclass
class Desk:
    """The desk at which somebody sits; `keys` are those that were pressed, without what was typed as text."""

    qtbot: QtBot
    premises: Premises
    program: DeskProgram
    printers: Printers
    keys: list[str] = field(default_factory=list)

    @property
    def window(self) -> DeskWindow:
        return self.program.window

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is, as a hand does."""
        self.keys.append(key.name)
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), field
        QTest.keyClicks(field, text)

    def sign_in(self) -> None:
        self.wait(self.window.sign_in.id.hasFocus)
        self.type(ANNA)
        self.press(Qt.Key.Key_Return)
        self.type(PINS[ANNA].digits)
        self.press(Qt.Key.Key_Return)
        self.wait(self.window.call.form.areas.hasFocus)
        self.wait_for_times()
        self.keys.clear()

    def wait_for_times(self) -> None:
        """Wait until the times are there that the form asks for now."""
        self.wait(self.window.call.is_up_to_date)

    def book(self, name: str) -> None:
        """Have somebody booked for the first time that is offered."""
        self.press(Qt.Key.Key_1)
        self.type(name)
        self.press(Qt.Key.Key_Return)
        self.wait_for_times()
        self.press(Qt.Key.Key_Return)
        self.wait_for("Gebucht")
        self.wait_for_times()

    def said(self) -> str:
        return self.window.message.text()

    def wait_for(self, words: str) -> None:
        self.wait(lambda: words in self.said())

    def events(self) -> list[Event]:
        return [each for each in self.premises.events() if each.by == ANNA]

    def kinds(self) -> list[str]:
        return [type(event.what).__name__ for event in self.events()][1:]


@pytest.fixture
def premises(tmp_path: Path) -> Premises:
    """An office with somebody at the phone desk, and somebody who ends the day."""
    made = make_premises(tmp_path / "office")
    # Whoever is booked for the next time may come at once, whatever the time is now.
    text = made.office.read_text(encoding="utf-8")
    made.office.write_text(text.replace('early = "15 min"', 'early = "1 h"'), encoding="utf-8")
    with made.ledger() as ledger, pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.ledger.pins._ARGON2ID", _QUICK)
        key = ledger.pin_key(made.file().pin_key_file)
        for who, role in ROLES.items():
            by = None if role is Role.ADMIN else ADMIN
            add_member(ledger, key, Newcomer(who, "", role), Credentials(PINS[who], None), by, now_utc())
    return made


@contextmanager
def seated(
    qtbot: QtBot, premises: Premises, printers: Printers, print_out: PrintLetters | None = None
) -> Iterator[Desk]:
    """Open the desk, with Anna signed in; it prints by `print_out`, by default on `printers`."""
    letters = letter_maker(premises.file(), print_out or printers.print_out)
    program = DeskProgram(DeskParts(premises.file(), "de", letters))
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.window.show()
    qtbot.waitExposed(program.window)
    program.window.activateWindow()
    program.start()
    sits = Desk(qtbot, premises, program, printers)
    try:
        sits.sign_in()
        yield sits
    finally:
        program.stop()


@pytest.fixture
def desk(qtbot: QtBot, premises: Premises) -> Iterator[Desk]:
    """The desk, with Anna signed in."""
    with seated(qtbot, premises, Printers()) as desk:
        yield desk
