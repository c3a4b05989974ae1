"""The whole panel by a keyboard: a hand's keys choose and press tiles, a scanner's never do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.ids import StaffId
from kiosk.core.orders import CallNumber
from kiosk.core.staff import Pin
from kiosk.scan.wedge import Keystroke, Typed
from kiosk.ui.panel.focus_ring import FocusRing
from kiosk.ui.panel.keyboard import TypedLine
from kiosk.ui.panel.page import PageName
from kiosk.ui.panel.steering import Steering
from kiosk.ui.panel.tile import Tile
from kiosk.ui.panel.window import PanelWindow
from kiosk.ui.wedge_filter import WedgeFilter
from tests.patience import PATIENCE_MS
from tests.ui.panel.conftest import PanelMaker
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import GUARD, LATE, LOCKED, STATES
from tests.ui.panel.states_of_count import STATES_OF_COUNT
from tests.ui.panel.states_of_entry import STATES_OF_ENTRY
from tests.ui.panel.taps import Heard, begin

KEYS = {
    "tab": Qt.Key.Key_Tab,
    "backtab": Qt.Key.Key_Backtab,
    "enter": Qt.Key.Key_Return,
    "escape": Qt.Key.Key_Escape,
    "delete": Qt.Key.Key_Backspace,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "\r": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
}


class Hand:
    """A hand at the keyboard of a panel: one key, a pause, the next key."""

    def __init__(self, panel: PanelWindow) -> None:
        self.panel = panel
        self.steering = Steering(panel)
        self.steering.used.connect(panel.feel_touch)
        self.filter = WedgeFilter(panel)
        self.filter.typed.connect(self.steering.take)
        self.filter.lifted.connect(self.steering.lift)
        self.filter.install()
        self._at = 1_000_000

    def press(self, *keys: str) -> None:
        """Press and lift each key, as slowly as a hand does."""
        for key in keys:
            self.hold(key)
            self.lift(key)

    def hold(self, key: str) -> None:
        """Press a key, and wait until it is known for a hand's."""
        self._at += 300
        self._send(QEvent.Type.KeyPress, key)
        self.filter._on_pause()
        self.filter._tell(self.filter._wedge.pause(self._at / 1000 + 1))

    def lift(self, key: str) -> None:
        """Let a key go."""
        self._send(QEvent.Type.KeyRelease, key)

    def scan(self, text: str) -> None:
        """Let a scanner type this."""
        for sign in text:
            self._at += 5
            self._send(QEvent.Type.KeyPress, sign)
            self._send(QEvent.Type.KeyRelease, sign)
        self._at += 500
        self.filter._tell(self.filter._wedge.pause(self._at / 1000))

    def _send(self, kind: QEvent.Type, key: str) -> None:
        code = KEYS.get(key, Qt.Key(ord(key.upper())) if len(key) == 1 else None)
        assert code is not None, key
        text = key if len(key) == 1 else ""
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self._at)
        QApplication.sendEvent(self.panel, event)


@pytest.fixture
def hand(make_panel: PanelMaker, qtbot: QtBot) -> Iterator[Hand]:
    """A hand at the keyboard of a panel at which nobody is signed in."""
    panel = make_panel(view=LOCKED)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow, timeout=PATIENCE_MS)
    at_keys = Hand(panel)
    yield at_keys
    at_keys.filter.remove()
    at_keys.steering.end()


def chosen(panel: PanelWindow) -> str:
    """Return the tile that the ring lies around."""
    ring = panel.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    around = QApplication.focusWidget()
    assert ring.isVisible()
    assert isinstance(around, Tile)
    assert (
        ring.geometry().center()
        == around.rect().translated(around.mapTo(panel, around.rect().topLeft())).center()
    )
    return around.objectName()


def typed_text(panel: PanelWindow) -> str:
    """Return what stands in the line that is typed on."""
    (line,) = [each for each in panel.findChildren(TypedLine) if each.isVisible()]
    return line.accessibleName()


def go_to(hand: Hand, function: str) -> None:
    """Press Tab until this tile is chosen."""
    for _ in range(100):
        hand.press("tab")
        if chosen(hand.panel) == function:
            return
    pytest.fail(f"Tab never comes to {function}")


def test_a_guard_signs_in_and_calls_the_next_number_without_a_touch(hand: Hand) -> None:
    heard = Heard(hand.panel)
    go_to(hand, "call_next")
    hand.press("enter", *"101")
    go_to(hand, "key:enter")
    hand.press("enter", *"483920")
    go_to(hand, "key:enter")
    hand.press("enter")
    assert heard.signed_in == [(StaffId("101"), Pin("483920"))]
    hand.panel.show_signed_in(GUARD)
    assert heard.given == [CallNumber()]


def test_an_id_with_letters_is_typed_though_figures_are_shown_and_a_pin_takes_none(hand: Hand) -> None:
    heard = Heard(hand.panel)
    go_to(hand, "sign_in")
    hand.press("enter", *"a.b")
    go_to(hand, "key:enter")
    hand.press("enter", *"48x3920")
    go_to(hand, "key:enter")
    hand.press("enter")
    assert heard.signed_in == [(StaffId("a.b"), Pin("483920"))]


def test_tab_comes_to_every_tile_of_every_state_that_can_be_pressed(hand: Hand) -> None:
    panel, wrong = hand.panel, []
    for state in (*STATES, *STATES_OF_COUNT, *STATES_OF_ENTRY):
        begin(panel, state.view)
        state.reach(panel)
        there = {name for name, tile in tiles(panel).items() if tile.isEnabled()}
        seen = set()
        for _ in there:
            hand.press("tab")
            seen.add(chosen(panel))
        if seen != there:
            wrong.append(f"{state.name}: {there ^ seen}")
    assert wrong == []


def test_tab_goes_line_by_line_and_back_again(hand: Hand) -> None:
    hand.press("tab")
    first = chosen(hand.panel)
    places = []
    for _ in range(5):
        hand.press("tab")
        tile = tiles(hand.panel)[chosen(hand.panel)]
        place = tile.mapTo(hand.panel, tile.rect().topLeft())
        places.append((place.y(), place.x()))
    assert places == sorted(places)
    hand.press(*["backtab"] * 5)
    assert chosen(hand.panel) == first


def test_an_arrow_goes_to_the_nearest_tile_on_its_way_and_stays_where_there_is_none(hand: Hand) -> None:
    go_to(hand, "let_in")
    hand.press("right")
    assert chosen(hand.panel) == "turn_back"
    hand.press("down")
    assert chosen(hand.panel) == "booking"
    hand.press("left", "up")
    assert chosen(hand.panel) == "let_in"
    hand.press("up")
    assert chosen(hand.panel) == "let_in"


def test_escape_leads_back_as_the_tile_does(hand: Hand) -> None:
    go_to(hand, "sign_in")
    hand.press("enter")
    assert hand.panel.open_page is PageName.SIGN_IN
    hand.press("escape")
    assert hand.panel.open_page.value == "home"


def test_a_tile_that_has_to_be_held_is_held_by_enter(hand: Hand, qtbot: QtBot) -> None:
    heard = Heard(hand.panel)
    go_to(hand, "evacuation")
    hand.press("enter")
    qtbot.wait(1200)
    assert "evacuation" not in heard.told
    hand.hold("enter")
    qtbot.waitUntil(lambda: "evacuation" in heard.told, timeout=PATIENCE_MS)
    hand.lift("enter")


def test_a_search_is_typed_on_the_keyboard_in_front_of_the_guard(hand: Hand) -> None:
    begin(hand.panel, LATE)
    go_to(hand, "booking")
    hand.press("enter", *"ab7", "delete")
    assert typed_text(hand.panel) == "AB"


def test_capitals_and_small_letters_are_typed_as_they_are_pressed(hand: Hand) -> None:
    begin(hand.panel, LATE)
    go_to(hand, "hold")
    hand.press("enter")
    go_to(hand, "own_text")
    hand.press("enter", *"bEi Nr. 9")
    assert typed_text(hand.panel) == "bEi Nr. 9"


@pytest.mark.parametrize("text", ["\r\r", "1\r", "\t\r", "JC1ABCDEFGH\r", "\t\t\r", "12345678"])
def test_what_a_scanner_types_steers_nothing(hand: Hand, text: str) -> None:
    heard = Heard(hand.panel)
    go_to(hand, "call_next")
    hand.scan(text)
    assert (hand.panel.open_page, heard.orders) == (PageName.HOME, [])


def test_keys_with_control_or_alt_mean_nothing(hand: Hand) -> None:
    go_to(hand, "sign_in")
    stroke = Keystroke("", 0.0, Qt.Key.Key_Return.value, Qt.KeyboardModifier.AltModifier.value)
    hand.steering.take(Typed((stroke,)))
    assert hand.panel.open_page is PageName.HOME


def test_keys_for_another_window_mean_nothing(hand: Hand, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=PATIENCE_MS)
    heard = Heard(hand.panel)
    hand.press("tab", "tab")
    assert heard.told == []


def test_each_key_is_told_so_that_the_panel_does_not_lock_under_the_hand(hand: Hand) -> None:
    heard = Heard(hand.panel)
    hand.press("tab", "tab")
    assert heard.told == ["touched", "touched"]


def test_the_ring_goes_when_a_finger_takes_over_and_when_its_tile_goes(hand: Hand) -> None:
    ring = hand.panel.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    go_to(hand, "line")
    tap(hand.panel, "line")
    assert not ring.isVisible()
    hand.press("tab")
    assert ring.isVisible()
    hand.press("escape")
    assert not ring.isVisible()
