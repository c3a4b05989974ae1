"""The keypad for the short code: large keys for those whose letter cannot be read."""

from typing import ClassVar

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.code import ALPHABET, SHORT_SYMBOLS
from kiosk.ui import idle_texts
from kiosk.ui.blocks import Column, discard, largest_unit
from kiosk.ui.colours import USUAL, Colours
from kiosk.ui.fonts import font
from kiosk.ui.keypad import Entry, KeyGrid, Typing, key_grid
from kiosk.ui.look import Look
from kiosk.ui.text_block import Text
from kiosk.ui.theme import CAP_HEADLINE, CAP_LABEL, CAP_TEXT, REACH_MM, STRIP_MM, TARGET_GAP_MM
from kiosk.ui.touch_button import TouchButton

UNUSED_MS = 30_000
"""How long the keypad stays open while nobody touches it."""

_FIELD_MM = 34.0
_GROUP = SHORT_SYMBOLS // 2
_WIDE = 2
"""How many cells a key takes that deletes: it is not to be met by mistake."""


class CodeField(QWidget):
    """Eight places in two groups, as on the letter, with the signs that were typed."""

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.typing = Typing()
        self._colours = USUAL

    def set_colours(self, colours: Colours) -> None:
        """Be drawn in these."""
        self._colours = colours
        self.update()

    def show_typing(self, typing: Typing) -> None:
        """Show the signs typed so far."""
        self.typing = typing
        self.setAccessibleName(" ".join(typing.signs))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the places; one that is next has a thick rim, all of a wrong code a red one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / (SHORT_SYMBOLS + 0.5 + (SHORT_SYMBOLS - 1) * 0.12)
        side = min(wide, self.height() / 1.2)
        total = side * (SHORT_SYMBOLS + 0.5 + (SHORT_SYMBOLS - 1) * 0.12)
        left = (self.width() - total) / 2
        mistyped = self.typing.entry is Entry.MISTYPED
        painter.setFont(font(round(side * 0.8), bold=True))
        for place in range(SHORT_SYMBOLS):
            box = QRectF(left, (self.height() - side * 1.2) / 2, side, side * 1.2).adjusted(2, 2, -2, -2)
            is_next = place == len(self.typing.signs)
            painter.setBrush(QColor(self._colours.card.ground))
            rim = self._colours.full if mistyped else self._colours.edge
            painter.setPen(QPen(QColor(rim), 5 if is_next or mistyped else 2))
            painter.drawRoundedRect(box, side * 0.14, side * 0.14)
            painter.setPen(QColor(self._colours.card.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.typing.signs[place : place + 1])
            left += side * 1.12 + (side * 0.5 if place == _GROUP - 1 else 0)
        painter.end()


class KeypadPage(QWidget):
    """Takes a short code, and tells at once when it cannot be one."""

    accessible_role: ClassVar = QAccessible.Role.Pane

    code_typed = Signal(str)
    unused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        # A code is read from left to right in every language, and so are the keys.
        self._pad = QWidget(self)
        self._pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._field = CodeField(self)
        self._field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._keys = [self._key(sign) for sign in ALPHABET]
        self._last = TouchButton(self._pad, picture="backspace")
        self._last.clicked.connect(lambda: self._type(self._field.typing.without_last()))
        self._all = TouchButton(self._pad, picture="clear")
        self._all.clicked.connect(lambda: self._type(Typing()))
        self._words: Column | None = None
        self._unused = QTimer(self, singleShot=True, interval=UNUSED_MS)
        self._unused.timeout.connect(self.unused)
        self._locked_for_ms = 0
        self._locked_since = QElapsedTimer()
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._pass_second)

    @property
    def typing(self) -> Typing:
        """What was typed so far."""
        return self._field.typing

    @property
    def locked(self) -> bool:
        """Whether no code is taken now."""
        return self._seconds_locked() > 0

    def lay_out(self, look: Look) -> None:
        """Take the sizes and the colours of the screen."""
        self._look = look
        self._field.set_colours(look.colours)
        for key in (*self._keys, self._last, self._all):
            key.set_colours(look.colours)
        self._show_words()

    def open(self) -> None:
        """Begin with an empty field."""
        self._unused.start()
        self._type(Typing())

    def close_keypad(self) -> None:
        """Keep nothing of what was typed."""
        self._unused.stop()
        self._field.show_typing(Typing())

    def lock(self, seconds: float) -> None:
        """Take no code for `seconds`."""
        self._locked_for_ms = round(seconds * 1000)
        self._locked_since.start()
        self._second.start()
        self._type(Typing())

    def speak(self) -> None:
        """Speak the language of now."""
        self._last.set_words("", spoken=idle_texts.delete_last())
        self._all.set_words("", spoken=idle_texts.delete_all())
        self._show_words()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's spelling
        """Stay open: somebody is there."""
        self._unused.start()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Lay out the keypad anew."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's spelling
        """Draw the paper."""
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.colours.paper.ground))
        painter.end()

    def _key(self, sign: str) -> TouchButton:
        key = TouchButton(self._pad, sign)
        key.clicked.connect(lambda: self._type(self._field.typing.with_sign(sign)))
        return key

    def _type(self, typing: Typing) -> None:
        if self._unused.isActive():
            self._unused.start()
        self._field.show_typing(typing)
        for key in (*self._keys, self._last, self._all):
            key.setEnabled(not self.locked)
        self._show_words()
        if typing.entry is Entry.COMPLETE and not self.locked:
            self.code_typed.emit(typing.signs)

    def _pass_second(self) -> None:
        if self.locked:
            self._show_words()
        else:
            self._second.stop()
            self._type(Typing())

    def _seconds_locked(self) -> int:
        if not self._locked_for_ms:
            return 0
        return max(0, -(-(self._locked_for_ms - self._locked_since.elapsed()) // 1000))

    def _show_words(self) -> None:
        if self._words is not None:
            discard(self._words)
        if self._look is None:
            return
        paper, wrong = self._look.colours.paper.ink, self._look.colours.wrong
        # A hand is on the keys: nobody reads this from afar.
        label = CAP_TEXT if self._look.enlarged else CAP_LABEL
        if self.locked:
            told = idle_texts.too_many_tries(self._seconds_locked())
            blocks = [Text(told, CAP_TEXT, wrong, bold=True, centred=True)]
        elif self.typing.entry is Entry.MISTYPED:
            blocks = [Text(idle_texts.mistyped(), CAP_TEXT, wrong, bold=True, centred=True)]
        else:
            blocks = [
                Text(idle_texts.type_your_code(), CAP_HEADLINE * 0.85, paper, bold=True, centred=True),
                Text(idle_texts.where_it_stands(), label, paper, centred=True),
            ]
        self._words = Column(blocks, 3.0)
        self._words.setParent(self)
        self._words.show()
        self._arrange()

    def _arrange(self) -> None:
        if self._look is None or self._words is None:
            return
        width, height = self.width(), self.height()
        gap = self._look.scale.target_px(TARGET_GAP_MM)
        margin = max(gap, round(min(width, height) * 0.03))
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        share, columns = (0.62, (12, 9)) if width >= height else (0.66, (6, 4))
        within_reach = self._look.scale.target_px(REACH_MM - STRIP_MM) - margin
        grid = key_grid(
            len(ALPHABET) + 2 * _WIDE,
            columns,
            (room.width(), min(round(room.height() * share), within_reach)),
            self._look.scale.target_px(),
            gap,
        )
        above = QRect(room.left(), room.top(), room.width(), room.height() - grid.height - margin)
        field_height = min(round(above.height() * 0.5), self._look.scale.target_px(_FIELD_MM))
        words = QRect(above.topLeft(), QSize(above.width(), above.height() - field_height - gap))
        self._words.place(words, largest_unit(self._words, words.size(), self._look.full))
        field = QRect(room.left(), above.bottom() + 1 - field_height, room.width(), field_height)
        self._field.setGeometry(field)
        self._pad.setGeometry(
            room.left() + (room.width() - grid.width) // 2,
            above.bottom() + 1 + margin,
            grid.width,
            grid.height,
        )
        self._arrange_keys(grid)

    def _arrange_keys(self, grid: KeyGrid) -> None:
        step, cell = grid.key + grid.gap, 0
        for key in (*self._keys, self._last, self._all):
            cells = _WIDE if key in (self._last, self._all) else 1
            row, column = divmod(cell, grid.columns)
            key.setGeometry(column * step, row * step, cells * step - grid.gap, grid.key)
            key.set_text_px(round(grid.key * 0.5))
            cell += cells
