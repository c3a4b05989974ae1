"""The strip at the lower end of every page: the languages, and the way to the keypad and back."""

import unicodedata
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.ui import idle_texts
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_SMALL, CARD, HAIRLINE, TARGET_GAP_MM, Scale
from kiosk.ui.touch_button import TouchButton

_LEAST = 0.88
_MOST_IN_ROW = 4
"""Of more languages than these, a page of its own offers the choice: the row has no room for them."""
_SAMPLES = 3
"""How many languages the way to that page names, each in a script of its own as far as there are."""


class Footer(QWidget):
    """Buttons in reach of everyone, at the same place on every page."""

    language_chosen = Signal(str)
    languages_wanted = Signal()
    keypad_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, house: str, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._house = Text(house, CAP_SMALL, CARD.ink, bold=True, centred=True, whole=True)
        self._house.setParent(self)
        self._scale = Scale(4.0, 4.0)
        self._text_px = self._scale.font_px(CAP_SMALL)
        self._rows = 1
        self._edge = 0
        self._leads_back = False
        self._languages: dict[str, TouchButton] = {}
        self._choices: list[TouchButton] = []
        if len(languages) > _MOST_IN_ROW:
            self._choices.append(self._way_to(languages))
        elif len(languages) > 1:  # a single language leaves nothing to choose
            self._languages = {each[0]: self._button_of(*each) for each in languages.items()}
            self._choices += self._languages.values()
        self._keypad = TouchButton(self, picture="keypad")
        self._keypad.clicked.connect(self._on_keypad_button)

    def speak(self, language: str) -> None:
        """Show which language is spoken, and speak it."""
        for each, button in self._languages.items():
            button.setChecked(each == language)
        self._name_keypad_button()

    def show_way_back(self, *, leads_back: bool) -> None:
        """Offer the way back from the keypad or the choice of languages, else the way to the keypad."""
        self._leads_back = leads_back
        self._name_keypad_button()

    def height_for(self, scale: Scale, width: int) -> int:
        """Return the height in pixels that the buttons need at `width`, and keep to it."""
        self._scale = scale
        for share in (1.0, _LEAST):
            # A little smaller rather than two rows, which would take their room from what is told.
            self._text_px = scale.font_px(CAP_SMALL * share)
            self._rows = 1 if self._length_of_row() <= width else 2
            if self._rows == 1:
                break
        gap = scale.target_px(TARGET_GAP_MM)
        self._edge = 2 * gap if self._length_of_row() + 2 * gap <= width else gap
        return self._rows * scale.target_px() + (self._rows + 1) * gap

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the buttons anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the strip."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(CARD.ground))
        painter.fillRect(0, 0, self.width(), 2, QColor(HAIRLINE))
        painter.end()

    def _button_of(self, language: str, name: str) -> TouchButton:
        button = TouchButton(self, name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.language_chosen.emit(language))
        return button

    def _way_to(self, languages: Mapping[str, str]) -> TouchButton:
        button = TouchButton(self, picture="languages")
        button.set_words(" · ".join(_samples(list(languages.values())[1:])))
        button.clicked.connect(self.languages_wanted)
        return button

    def _on_keypad_button(self) -> None:
        if self._leads_back:
            self.back_wanted.emit()
        else:
            self.keypad_wanted.emit()

    def _name_keypad_button(self) -> None:
        self._keypad.set_words(idle_texts.back() if self._leads_back else idle_texts.type_code())
        self._keypad.set_picture("back" if self._leads_back else "keypad")
        self._arrange()

    def _wanted(self, button: TouchButton) -> int:
        button.set_text_px(self._text_px)
        return max(button.sizeHint().width(), round(self._scale.target_px() * 1.5))

    def _length_of_row(self) -> int:
        gap = self._scale.target_px(TARGET_GAP_MM)
        self._keypad.set_words(idle_texts.type_code())
        buttons = [*self._choices, self._keypad]
        length = sum(self._wanted(button) + gap for button in buttons) + gap
        self._name_keypad_button()
        return length

    def _arrange(self) -> None:
        gap, target = self._scale.target_px(TARGET_GAP_MM), self._scale.target_px()
        top = max(0, (self.height() - self._rows * target - (self._rows - 1) * gap) // 2)
        edge = self._edge
        wide = self._wanted(self._keypad) if self._rows == 1 else self.width() - 2 * edge
        self._put(self._keypad, QRect(self.width() - edge - wide, top, wide, target))
        left, right = edge, self.width() - edge
        if self._rows == 1:
            right -= wide + gap
        else:
            top += target + gap
        for button in self._choices:
            wide = self._wanted(button)
            self._put(button, QRect(left, top, wide, target))
            left += wide + gap
        self._arrange_house(QRect(left, top, right - left, target))

    def _arrange_house(self, room: QRect) -> None:
        """Put the house's name where the buttons leave it room, and nowhere else."""
        unit = self._scale.type_
        fits = self._house.breadth_at(unit) <= room.width()
        self._house.setVisible(fits)
        if fits:
            height = self._house.height_at(room.width(), unit)
            self._house.place(
                QRect(room.left(), room.top() + (room.height() - height) // 2, room.width(), height), unit
            )

    def _put(self, button: TouchButton, rect: QRect) -> None:
        button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))


def _samples(names: Sequence[str]) -> list[str]:
    """Return the names of a few languages, of those in another script than the ones before them first."""
    by_script = {unicodedata.name(name[0]).split()[0]: name for name in reversed(names)}
    others = [name for name in names if name not in by_script.values()]
    first = [name for name in names if name in by_script.values()]
    return (first + others)[:_SAMPLES]
