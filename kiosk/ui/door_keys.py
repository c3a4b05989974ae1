"""The keys of a hardware keypad beside the screen, for hands that find no button on a pane of glass."""

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt

from kiosk.scan.wedge import Typed
from kiosk.ui.controls import Control

KEYS: Final = MappingProxyType(
    {
        Qt.Key.Key_F1: Control.HELP,
        Qt.Key.Key_F2: Control.READ_ALOUD,
        Qt.Key.Key_F3: Control.SAY_AGAIN,
        Qt.Key.Key_F4: Control.LOUDER,
        Qt.Key.Key_F5: Control.SILENT,
        Qt.Key.Key_F6: Control.MORE_TIME,
    }
)


def control_of(typed: Typed) -> Control | None:
    """Return what a key asks for; several keys at once are nobody's wish."""
    if len(typed.keystrokes) != 1 or typed.keystrokes[0].modifiers:
        return None
    return KEYS.get(Qt.Key(typed.keystrokes[0].key))
