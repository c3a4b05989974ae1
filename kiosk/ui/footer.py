"""The strip of controls at the lower end of every page, where everybody reaches them."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.ui.controls import END, GIVE_WAY, SPEECH, START, TOGETHER, Control, picture_of, words_of
from kiosk.ui.look import Look
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_SMALL, TARGET_GAP_MM, Scale
from kiosk.ui.touch_button import TouchButton

_MOST_IN_ROW = 4
"""Of more languages than these, a page of its own offers the choice: the strip has no room for them."""

_SAMPLES = GIVE_WAY.count(Control.LANGUAGES)

_BEFORE_A_ROW = 2
"""How many words give way before a second row is taken, which has to be spared by what is told."""


class Footer(QWidget):
    """The controls that are offered now, at the same place on every page.

    A strip that is too short for all words leaves some to their pictograms, in the order of `GIVE_WAY`; on a
    screen higher than wide it takes two rows before that.
    """

    accessible_role: ClassVar = QAccessible.Role.ToolBar

    touched = Signal(object)
    """A `Control`."""

    language_chosen = Signal(str)

    def __init__(self, house: str, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = Look(Scale(4.0, 4.0))
        self._house = Text(house, CAP_SMALL, self._look.colours.card.ink, bold=True, centred=True, whole=True)
        self._house.setParent(self)
        self._rows, self._given = 1, 0
        self._names = languages
        self._samples: list[str] = []
        few = languages if 1 < len(languages) <= _MOST_IN_ROW else {}
        self._languages = {each[0]: self._button_of(*each) for each in few.items()}
        self._languages_in_row = False
        self._buttons = {control: self._control(control) for control in (*START, *END)}
        # A single language leaves nothing to choose.
        self._never = SPEECH if len(languages) > 1 else SPEECH | {Control.LANGUAGES}
        self._offered: frozenset[Control] = frozenset()

    def offer(self, controls: Collection[Control]) -> None:
        """Offer these from now on, and no others."""
        self._offered = frozenset(controls) - self._never
        self._arrange()

    def offers(self, control: Control) -> bool:
        """Say whether this can be touched now."""
        return control in self._offered

    def allow_speech(self) -> None:
        """Offer what has to do with reading aloud as well: this door has a voice."""
        self._never -= SPEECH

    def choose(self, control: Control, *, chosen: bool) -> None:
        """Show that what is asked for holds, or does not."""
        button = self._buttons[control]
        button.setCheckable(True)
        button.setChecked(chosen)

    def speak(self, language: str) -> None:
        """Show which language is spoken and name some of the others, and speak it."""
        for each, button in self._languages.items():
            button.setChecked(each == language)
        others = [name for each, name in self._names.items() if each != language]
        self._samples = _in_many_scripts(others)[:_SAMPLES]
        self._arrange()

    def height_for(self, look: Look, width: int, *, rows: int) -> int:
        """Return the height in pixels that the controls need at `width`, in up to `rows`, and keep to it.

        It is the same whichever of them are offered: the pages must not move when one comes or goes.
        """
        self._look = look
        self._house.set_ink(look.colours.card.ink)
        for button in chain(self._buttons.values(), self._languages.values()):
            button.set_colours(look.colours)
        self._rows, self._given = self._choose_way(width, rows)
        # To try the ways has changed the words.
        self._arrange()
        gap = look.scale.target_px(TARGET_GAP_MM)
        return self._rows * look.scale.target_px() + (self._rows + 1) * gap

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the buttons anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the strip."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.colours.card.ground))
        painter.fillRect(0, 0, self.width(), 2, QColor(self._look.colours.hairline))
        painter.end()

    def _button_of(self, language: str, name: str) -> TouchButton:
        button = TouchButton(self, name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.language_chosen.emit(language))
        return button

    def _control(self, control: Control) -> TouchButton:
        button = TouchButton(self, picture=picture_of(control))
        button.clicked.connect(lambda: self.touched.emit(control))
        return button

    def _choose_way(self, width: int, most_rows: int) -> tuple[int, int]:
        """Return in how many rows all controls have room, and how many words have to give way."""
        for rows, given in _ways(most_rows):
            self._name_all(Counter(GIVE_WAY[:given]))
            if all(self._length(most - self._never, rows) <= width for most in TOGETHER):
                return rows, given
        return most_rows, len(GIVE_WAY)

    def _write_words(self) -> None:
        """Write as many words of what is offered now as have room, in each row for itself.

        Where the fullest strip has none of the first that give way, they are never written: else they would
        come and go from page to page.
        """
        given: Counter[Control] = Counter()
        never = min(self._given, _BEFORE_A_ROW)
        for row in ((*START, *END),) if self._rows == 1 else (START, END):
            order = [control for control in GIVE_WAY if control in row]
            before = given
            for count in range(never, len(order) + 1):
                given = before + Counter(order[:count])
                self._name_all(given)
                if self._length_of(self._in_order(row, self._offered)) <= self.width():
                    break
            never = 0

    def _name_all(self, given: Counter[Control]) -> None:
        """Write the words of all but those that have `given` way."""
        self._languages_in_row = bool(self._languages) and not given[Control.LANGUAGES]
        for control, button in self._buttons.items():
            words = "" if given[control] else words_of(control)
            if control is Control.LANGUAGES:
                kept = _SAMPLES - given[control]
                words = " · ".join(self._samples[-kept:] if kept else ())
            button.set_words(words, spoken=words_of(control))

    def _groups(self, offered: Collection[Control]) -> tuple[list[TouchButton], list[TouchButton]]:
        """Return the buttons at the start and those at the end of the strip."""
        return list(self._in_order(START, offered)), list(self._in_order(END, offered))

    def _in_order(self, group: Sequence[Control], offered: Collection[Control]) -> Iterator[TouchButton]:
        for control in group:
            if control is Control.LANGUAGES and self._languages_in_row:
                yield from self._languages.values()
            elif control in offered:
                yield self._buttons[control]

    def _length(self, offered: Collection[Control], rows: int) -> int:
        start, end = self._groups(offered)
        return max(map(self._length_of, (start, end))) if rows > 1 else self._length_of([*start, *end])

    def _length_of(self, row: Iterable[TouchButton]) -> int:
        gap = self._look.scale.target_px(TARGET_GAP_MM)
        return sum(self._wanted(button) + gap for button in row) + gap

    def _wanted(self, button: TouchButton) -> int:
        button.set_text_px(self._look.scale.font_px(CAP_SMALL))
        return max(button.sizeHint().width(), self._look.scale.target_px())

    def _arrange(self) -> None:
        self._write_words()
        gap, target = self._look.scale.target_px(TARGET_GAP_MM), self._look.scale.target_px()
        top = max(0, (self.height() - self._rows * target - (self._rows - 1) * gap) // 2)
        start, end = self._groups(self._offered)
        for button in chain(self._buttons.values(), self._languages.values()):
            button.setVisible(button in start or button in end)
        right = self.width() - gap
        for button in reversed(end):
            wide = self._wanted(button)
            right -= wide
            self._put(button, QRect(right, top, wide, target))
            right -= gap
        if self._rows > 1:
            top, right = top + target + gap, self.width() - gap
        left = gap
        for button in start:
            wide = self._wanted(button)
            self._put(button, QRect(left, top, wide, target))
            left += wide + gap
        self._arrange_house(QRect(left, top, right - left, target))

    def _arrange_house(self, room: QRect) -> None:
        """Put the house's name where the buttons leave it room, and nowhere else."""
        unit = self._look.scale.type_
        fits = self._house.breadth_at(unit) <= room.width()
        self._house.setVisible(fits)
        if fits:
            height = self._house.height_at(room.width(), unit)
            self._house.place(
                QRect(room.left(), room.top() + (room.height() - height) // 2, room.width(), height), unit
            )

    def _put(self, button: TouchButton, rect: QRect) -> None:
        button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))


def _ways(most_rows: int) -> Iterator[tuple[int, int]]:
    """Yield how the controls may stand, the best first: in how many rows, and how many words gave way."""
    if most_rows > 1:
        yield from ((1, given) for given in range(_BEFORE_A_ROW + 1))
    yield from ((most_rows, given) for given in range(len(GIVE_WAY) + 1))


def _in_many_scripts(names: Sequence[str]) -> list[str]:
    """Return the names, those first that are in another script than the ones before them."""
    by_script = {unicodedata.name(name[0], "UNKNOWN").split()[0]: name for name in reversed(names)}
    first = [name for name in names if name in by_script.values()]
    return first + [name for name in names if name not in by_script.values()]
