"""The keyboard on the panel: keys for fingers in gloves, in the order of a German keyboard.

Nothing is typed on a real keyboard here: keys that come to the program are those of a scanner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.fonts import font
from kiosk.ui.panel.grid import Grid, gap_px, most_cells
from kiosk.ui.panel.texts_board import capitals, delete_last, space
from kiosk.ui.panel.tile import Tile, Tone
from kiosk.ui.panel.words import Words
from kiosk.ui.theme import CARD, HOUSE, QUIET, Scale

SPACE: Final = "space"
DELETE: Final = "delete"
SHIFT: Final = "shift"
FIGURES: Final = "figures"
LETTERS: Final = "letters"
_GAP: Final = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Rows of keys: signs, and names of keys with how many cells each takes; "" leaves cells empty."""

    columns: int
    rows: tuple[tuple[str | tuple[str, int], ...], ...]

    def places(self) -> Iterator[tuple[str, int, int, int]]:
        """Give each key with its column, its row and the columns that it takes."""
        for row, keys in enumerate(self.rows):
            column = 0
            for each in keys:
                key, columns = (each, 1) if isinstance(each, str) else each
                if key != _GAP:
                    yield key, column, row, columns
                column += columns


def wide_board(*, shift: bool) -> Board:
    """Return the one board of a screen that holds a whole row of a German keyboard."""
    last: tuple[str | tuple[str, int], ...] = ("/", (SPACE, 7), (DELETE, 3))
    if shift:
        last = ((SHIFT, 2), "/", "!", "?", (SPACE, 4), (DELETE, 2))
    return Board(11, (*map(tuple, ("1234567890ß", "QWERTZUIOPÜ", "ASDFGHJKLÖÄ", "YXCVBNM.,:-")), last))


def narrow_boards(*, shift: bool) -> tuple[Board, Board]:
    """Return the board of letters and that of figures for a screen of nine keys a row.

    What has no place in its row of a German keyboard stands as near to it as can be: P below its own.
    """
    first: str = SHIFT if shift else "-"
    last = (first, "Ä", "Ö", "Ü", (SPACE, 2), (DELETE, 2), FIGURES)
    letters = Board(9, (*map(tuple, ("QWERTZUIO", "ASDFGHJKL", "YXCVBNMPß")), last))
    figures = Board(
        9,
        (
            ("1", "2", "3", _GAP, ".", ",", ":", "-", "/"),
            ("4", "5", "6", _GAP, "!", "?", "(", ")", "&"),
            ("7", "8", "9", _GAP, (SPACE, 5)),
            (("0", 3), _GAP, (DELETE, 3), (LETTERS, 2)),
        ),
    )
    return letters, figures


class Key(Tile):
    """One key: a letter is all that it shows, and has room to be large."""

    largest_type: ClassVar = 0.46

    bounce_ms: ClassVar = 90
    """A letter that stands twice in a name is typed twice, faster than an act is ever given twice."""


class Keyboard(QWidget):
    """Tells by `typed` each sign that was typed, by `deleted` that the last one goes.

    Without `shift` its letters are capitals, for what is read in either case.
    """

    accessible_role: ClassVar = QAccessible.Role.Grouping

    typed = Signal(str)
    deleted = Signal()

    def __init__(self, parent: QWidget, words: Words, *, shift: bool = False) -> None:
        super().__init__(parent)
        self._has_shift = shift
        self._spoken = {DELETE: delete_last(words), SPACE: space(words), SHIFT: capitals(words)}
        self._capitals = True
        self._wide, self._narrow = wide_board(shift=shift), narrow_boards(shift=shift)
        self._shown = self._first = self._wide
        self._gap = 0
        self._keys: dict[str, Key] = {}
        for board in (self._wide, *self._narrow):
            for key, *_ in board.places():
                if key not in self._keys:
                    self._keys[key] = self._made(key)
        self._show_case()

    def set_capitals(self, capitals: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Type the next letter as a capital, or not."""
        if self._has_shift and capitals != self._capitals:
            self._capitals = capitals
            self._show_case()

    def show_letters(self) -> None:
        """Show the letters, where figures have a board of their own."""
        self._show(self._first)

    def place(self, rect: QRect, scale: Scale) -> None:
        """Stand in `rect`, on one board or on two, as keys of the least size allow."""
        self.setGeometry(rect)
        self._gap = gap_px(scale)
        columns, rows = most_cells(rect.width(), scale), most_cells(rect.height(), scale)
        is_wide = columns >= self._wide.columns and rows >= len(self._wide.rows)
        boards = (self._wide,) if is_wide else self._narrow
        self._first = boards[0]
        self._show(self._shown if self._shown in boards else self._first)

    def _made(self, key: str) -> Key:
        pictures = {DELETE: "backspace", SPACE: "space", SHIFT: "shift"}
        words = {FIGURES: "123", LETTERS: "ABC"}
        tile = Key(self, f"key:{key.lower()}", picture=pictures.get(key, ""))
        tile.set_words("" if key in pictures else words.get(key, key))
        if key in self._spoken:
            tile.say_as(self._spoken[key])
        tile.clicked.connect(lambda: self._press(key))
        return tile

    def _press(self, key: str) -> None:
        if key == DELETE:
            self.deleted.emit()
        elif key == SHIFT:
            self.set_capitals(not self._capitals)
        elif key in (FIGURES, LETTERS):
            self._show(self._narrow[key == FIGURES])
        elif key == SPACE:
            self.typed.emit(" ")
        else:
            self.typed.emit(key if self._capitals else key.lower())
            if key.isalpha():
                self.set_capitals(False)

    def _show(self, board: Board) -> None:
        self._shown = board
        grid = Grid(self.rect(), board.columns, len(board.rows), self._gap)
        places = {key: grid.cell(column, row, columns) for key, column, row, columns in board.places()}
        for key, tile in self._keys.items():
            tile.setVisible(key in places)
            if key in places:
                tile.setGeometry(places[key])

    def _show_case(self) -> None:
        for key, tile in self._keys.items():
            if len(key) == 1 and key.isalpha():
                tile.set_words(key if self._capitals else key.lower())
        if SHIFT in self._keys:
            self._keys[SHIFT].set_tone(Tone.CHOSEN if self._capitals else Tone.PLAIN)


class TypedLine(QWidget):
    """Shows what was typed, its end if it is too long; and before that, what may be typed."""

    accessible_role: ClassVar = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed, self._prompt = "", ""

    def set_words(self, typed: str, prompt: str) -> None:
        """Show what was typed, or `prompt` as long as that is nothing."""
        if (typed, prompt) != (self._typed, self._prompt):
            self._typed, self._prompt = typed, prompt
            self.setAccessibleName(typed or prompt)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's spelling
        """Draw the line, and where the next sign goes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(CARD.ground))
        painter.setPen(QPen(QColor(HOUSE.ground), 3))
        radius = self.height() * 0.09
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
        margin = round(self.height() * 0.16)
        room = self.rect().adjusted(margin, 0, -margin, 0)
        if self._typed:
            self._draw_typed(painter, room)
        else:
            painter.setPen(QColor(QUIET.ink))
            painter.setFont(font(self._prompt_px(room.width())))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._prompt)
        painter.end()

    def overflows(self) -> bool:
        """Say whether the prompt does not fit at the smallest type."""
        room = self.width() - 2 * round(self.height() * 0.16)
        metrics = QFontMetricsF(font(self._prompt_px(room)))
        return not self._typed and metrics.horizontalAdvance(self._prompt) > room

    def _prompt_px(self, width: int) -> int:
        size, smallest = round(self.height() * 0.3), round(self.height() * 0.14)
        while size > smallest and QFontMetricsF(font(size)).horizontalAdvance(self._prompt) > width:
            size -= 1
        return size

    def _draw_typed(self, painter: QPainter, room: QRect) -> None:
        chosen = font(round(self.height() * 0.42), bold=True)
        metrics = QFontMetricsF(chosen)
        caret = max(3, round(self.height() * 0.03))
        shown = metrics.elidedText(self._typed, Qt.TextElideMode.ElideLeft, room.width() - 4 * caret)
        painter.setFont(chosen)
        painter.setPen(QColor(CARD.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        # Blanks at the end count for the caret: `elidedText` keeps them, and the advance includes them.
        x = room.left() + metrics.horizontalAdvance(shown) + caret
        painter.fillRect(QRectF(x, self.height() * 0.22, caret, self.height() * 0.56), QColor(HOUSE.ground))
