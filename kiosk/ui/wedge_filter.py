"""Takes every key away from the windows: here, keys are what a USB scanner types.

A QR code can hold control characters, and a scanner types them as keys: Alt+F4, Tab and Enter, function keys.
None of them may press a button, type into a field, move the focus or close the window. So every key event
ends here, whoever it was meant for; `kiosk.scan.wedge` tells what was scanned from what a hand has typed.
"""

from time import monotonic
from typing import Final, assert_never

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.scan.wedge import Heard, Keystroke, Scanned, Typed, Wedge
from kiosk.ui.all_windows import hear_all_windows, leave_all_windows

_KEYS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.InputMethod,
    }
)


class WedgeFilter(QObject):
    """Swallows all keys of the application from `install` to `remove`, and tells what a scanner sent.

    `typed` carries what a person pressed (a `scan.wedge.Typed`), a tenth of a second later, and `lifted`
    tells that a key went up again.
    """

    scanned = Signal(str)
    typed = Signal(object)
    lifted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wedge = Wedge()
        self._last_pressed = self._last_came = monotonic()
        self._pause = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._on_pause)

    def install(self) -> None:
        """Begin to swallow keys."""
        hear_all_windows(self)

    def remove(self) -> None:
        """Let keys through again."""
        leave_all_windows(self)
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002 - Qt's spelling
        """Take the key, once, and keep it from everyone."""
        if event.type() not in _KEYS:
            return False
        # A key goes first to the window, then to the widget in focus: it ends at the first of them.
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
            elif event.type() is QEvent.Type.KeyRelease:
                self.lifted.emit()
        event.accept()
        return True

    def _take(self, event: QKeyEvent) -> None:
        keystroke = Keystroke(
            text=event.text(), at=self._pressed_at(event), key=event.key(), modifiers=event.modifiers().value
        )
        self._tell(self._wedge.press(keystroke))
        self._wait()

    def _pressed_at(self, event: QKeyEvent) -> float:
        """When the key went down, on the clock of the events: a busy window must not hasten a hand's keys."""
        pressed = event.timestamp() / 1000
        self._last_pressed, self._last_came = pressed or self._now(), monotonic()
        return self._last_pressed

    def _now(self) -> float:
        """What the clock of the events shows; it began at another time than ours."""
        return self._last_pressed + monotonic() - self._last_came

    def _on_pause(self) -> None:
        self._tell(self._wedge.pause(self._now()))
        self._wait()

    def _wait(self) -> None:
        due = self._wedge.due_at
        if due is not None:
            self._pause.start(max(1, round((due - self._now()) * 1000) + 1))

    def _tell(self, heard: Heard | None) -> None:
        match heard:
            case Scanned(text=text):
                self.scanned.emit(text)
            case Typed():
                self.typed.emit(heard)
            case None:
                pass
            case _ as never:
                assert_never(never)
