"""What a scanner types is a text, and never a key: it presses nothing, types nowhere and closes nothing."""

from itertools import count

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.ui.keypad import Typing
from kiosk.ui.visitor_screen import VisitorScreen
from tests.patience import PATIENCE_MS
from tests.ui.conftest import ScreenMaker
from tests.ui.seen import buttons, words

NO = Qt.KeyboardModifier.NoModifier
FUNCTION_KEYS = [Qt.Key(Qt.Key.Key_F1.value + place) for place in range(24)]
DANGEROUS = [
    (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Escape, NO),
    (Qt.Key.Key_Tab, NO),
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Return, NO),
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
    (Qt.Key.Key_Space, NO),
    (Qt.Key.Key_Close, NO),
    (Qt.Key.Key_PowerOff, NO),
    (Qt.Key.Key_VolumeDown, NO),
    (Qt.Key.Key_VolumeMute, NO),
    (Qt.Key.Key_MediaPlay, NO),
    (Qt.Key.Key_Menu, NO),
    (Qt.Key.Key_Print, NO),
]


# Milliseconds on the clock of the events, from key to key: a scanner is as fast on a busy machine.
_MOMENTS = count(1000, 5)


def press(target: object, key: int, modifiers: Qt.KeyboardModifier = NO, text: str = "") -> None:
    moment = next(_MOMENTS)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, text)
        event.setTimestamp(moment)
        QApplication.sendEvent(target, event)  # type: ignore[arg-type]  # a QObject


def type_text(screen: VisitorScreen, text: str) -> None:
    for character in text:
        press(screen, ord(character.upper()), text=character)


def test_a_scanned_text_is_told_once(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    with qtbot.waitSignal(screen.scanned, timeout=PATIENCE_MS) as told:
        type_text(screen, "JC1ABCDEFGH\r")
    assert told.args == ["JC1ABCDEFGH"]
    with qtbot.assertNotEmitted(screen.scanned, wait=150):
        pass


def test_all_128_characters_arrive_as_text_and_touch_nothing(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    before = words(screen)
    everything = "".join(chr(number) for number in range(128))
    with qtbot.waitSignal(screen.scanned, timeout=PATIENCE_MS) as told:
        type_text(screen, "X" + everything + "X")
    assert told.args == ["X" + everything + "X"]
    assert (screen.isVisible(), words(screen)) == (True, before)


def test_no_key_closes_or_changes_anything(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    screen.open_keypad()
    pressed: list[str] = []
    for each in buttons(screen):
        each.clicked.connect(lambda: pressed.append("a button"))
    for key, modifiers in [*DANGEROUS, *((key, NO) for key in FUNCTION_KEYS)]:
        shortcut = QShortcut(QKeySequence(key), screen)
        shortcut.activated.connect(lambda: pressed.append("a shortcut"))
        for target in (screen.windowHandle(), screen, *buttons(screen)[:2]):
            press(target, key.value, modifiers)
        qtbot.wait(1)
        assert pressed == [], key
        assert screen.isVisible(), key
        assert "Tippen Sie" in words(screen), key
        assert screen._pages.keypad.typing == Typing(), key


def test_a_scan_types_nothing_into_a_field_or_the_keypad(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    field = QLineEdit(screen)
    field.show()
    field.setFocus()
    screen.open_keypad()
    with qtbot.waitSignal(screen.scanned, timeout=PATIENCE_MS):
        for character in "12345678":
            press(field, ord(character), text=character)
    assert field.text() == ""
    assert screen._pages.keypad.typing == Typing()


def test_a_touched_button_takes_no_keyboards_focus_though_a_screen_reader_can_give_it(
    make_screen: ScreenMaker,
) -> None:
    screen = make_screen()
    screen.open_keypad()
    assert {each.focusPolicy() for each in buttons(screen)} == {Qt.FocusPolicy.TabFocus}


def test_what_a_hand_types_is_no_scan(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    with qtbot.assertNotEmitted(screen.scanned, wait=200):
        type_text(screen, "AB")


def test_keys_are_free_again_when_the_screen_is_hidden(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    screen.hide()
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "1234")
    assert field.text() == "1234"


def test_the_events_own_time_tells_a_scanner_from_a_hand(make_screen: ScreenMaker, qtbot: QtBot) -> None:
    screen = make_screen()
    with qtbot.assertNotEmitted(screen.scanned, wait=300):
        for place, character in enumerate("ABCDEF"):
            event = QKeyEvent(QEvent.Type.KeyPress, ord(character), NO, character)
            event.setTimestamp(1_000_000 + place * 80)
            QApplication.sendEvent(screen, event)
