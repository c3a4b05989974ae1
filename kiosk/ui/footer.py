"""The strip at the lower end of every page: the languages, and the way to the keypad and back."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.ui import idle_texts
from kiosk.ui.language import own_name
from kiosk.ui.theme import CAP_SMALL, CARD, HAIRLINE, TARGET_GAP_MM, Scale
from kiosk.ui.touch_button import TouchButton


class Footer(QWidget):
    """Buttons in reach of everyone, at the same place on every page."""

    language_chosen = Signal(str)
    keypad_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = Scale(4.0, 4.0)
        self._on_keypad = False
        self._languages: dict[str, TouchButton] = {}
        # A single language leaves nothing to choose.
        for language in languages if len(languages) > 1 else ():
            button = TouchButton(self, own_name(language))
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, chosen=language: self.language_chosen.emit(chosen))
            self._languages[language] = button
        self._keypad = TouchButton(self, picture="keypad")
        self._keypad.clicked.connect(self._on_keypad_button)

    def speak(self, language: str) -> None:
        """Show which language is spoken, and speak it."""
        for each, button in self._languages.items():
            button.setChecked(each == language)
        self._name_keypad_button()

    def show_keypad_open(self, *, is_open: bool) -> None:
        """Offer the way back while the keypad is open, and the way to it while not."""
        self._on_keypad = is_open
        self._name_keypad_button()

    def height_for(self, scale: Scale, width: int) -> int:
        """Return the height in pixels that the buttons need at `width`."""
        self._scale = scale
        rows = 1 if self._one_row(width) else 2
        gap = scale.target_px(TARGET_GAP_MM)
        return rows * scale.target_px() + (rows + 1) * gap

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the buttons anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the strip."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(CARD.ground))
        painter.fillRect(0, 0, self.width(), 2, QColor(HAIRLINE))
        painter.end()

    def _on_keypad_button(self) -> None:
        if self._on_keypad:
            self.back_wanted.emit()
        else:
            self.keypad_wanted.emit()

    def _name_keypad_button(self) -> None:
        self._keypad.set_words(idle_texts.back() if self._on_keypad else idle_texts.type_code())
        self._arrange()

    def _wanted(self, button: TouchButton) -> int:
        button.set_text_px(self._scale.font_px(CAP_SMALL))
        return max(button.sizeHint().width(), round(self._scale.target_px() * 1.5))

    def _one_row(self, width: int) -> bool:
        gap = self._scale.target_px(TARGET_GAP_MM)
        buttons = [*self._languages.values(), self._keypad]
        return sum(self._wanted(button) + gap for button in buttons) + 2 * gap <= width

    def _arrange(self) -> None:
        gap, target = self._scale.target_px(TARGET_GAP_MM), self._scale.target_px()
        one_row = self._one_row(self.width())
        rows = 1 if one_row else 2
        top = max(0, (self.height() - rows * target - (rows - 1) * gap) // 2)
        wide = self._wanted(self._keypad)
        if one_row:
            self._put(self._keypad, QRect(self.width() - 2 * gap - wide, top, wide, target))
        else:
            self._put(self._keypad, QRect(2 * gap, top, self.width() - 4 * gap, target))
            top += target + gap
        left = 2 * gap
        for button in self._languages.values():
            wide = self._wanted(button)
            self._put(button, QRect(left, top, wide, target))
            left += wide + gap

    def _put(self, button: TouchButton, rect: QRect) -> None:
        button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))
