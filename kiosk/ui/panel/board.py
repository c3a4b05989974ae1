"""Pages that are told whole each time: what stands where, what it says, and what a tap on it does.

What is shown changes under the guard's eyes, once a second. A tile belongs to what it stands for, not to its
place: a press that began on it acts on nothing else, wherever it has moved to or whatever took its place.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Final, TypeAlias

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.orders import Order
from kiosk.ui.panel.grid import Grid, most_cells
from kiosk.ui.panel.label import Label
from kiosk.ui.panel.page import Page, Post
from kiosk.ui.panel.texts_board import back, earlier_ones, later_ones, no_database
from kiosk.ui.panel.tile import HoldTile, SettlingTile, Tile, Tone
from kiosk.ui.theme import Scale, Tint

COLUMNS: Final = 9
LEAST_ROWS: Final = 5
"""What the least screen holds, of 10.1 inches, in targets of the least size."""

_MOST_ROWS: Final = 7
TITLE_CAP_MM: Final = 6.5


@dataclass(frozen=True, slots=True)
class Act:
    """A tile at `place` that `does` something when tapped, or, if it is `held`, when held for a second.

    `is_key`: one sign, which is written large. `needs_ledger`: while people go in and out by hand, it does
    nothing and says why. `spoken` is for those who do not see what the pictogram means, and `about` tells
    them which of several tiles with the same words it is.
    """

    function: str
    place: QRect
    text: str
    does: Callable[[], None]
    hint: str = ""
    picture: str = ""
    tone: Tone = Tone.PLAIN
    works: bool = True
    held: bool = False
    is_key: bool = False
    needs_ledger: bool = False
    spoken: str = ""
    about: str = ""

    @property
    def name(self) -> str:
        """What those hear who do not see the tile."""
        what = ": ".join(part for part in (self.spoken or self.text, self.about) if part)
        return f"{what}. {self.hint}" if self.hint else what


@dataclass(frozen=True, slots=True)
class Note:
    """Words at `place` that are only read, and a `hint` in smaller type; `name` is their own on the page.

    A capital H of the words is `cap_mm` high, less where there is no room for that, and at least `least_mm`.
    """

    name: str
    place: QRect
    text: str
    cap_mm: float
    hint: str = ""
    least_mm: float = 2.4
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    tint: Tint | None = None


Part: TypeAlias = Act | Note


class _Key(SettlingTile):
    """A figure of a keypad."""

    largest_type: ClassVar = 0.46


class Board:
    """The tiles and texts of one page, each kept as long as it is shown."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._tiles: dict[str, Tile] = {}
        self._labels: dict[str, Label] = {}
        self._does: dict[str, Callable[[], None]] = {}

    def show(self, parts: Iterable[Part], scale: Scale, *, by_itself: bool) -> None:
        """Show these parts and no others; `by_itself`: nobody has tapped for it."""
        acts: dict[str, Act] = {}
        notes: dict[str, Note] = {}
        for part in parts:
            match part:
                case Act():
                    acts[part.function] = part
                case Note():
                    notes[part.name] = part
        before = {function: tile.geometry() for function, tile in self._tiles.items()}
        for gone in self._tiles.keys() - acts.keys():
            _take_away(self._tiles.pop(gone))
        for gone in self._labels.keys() - notes.keys():
            _take_away(self._labels.pop(gone))
        self._does = {function: act.does for function, act in acts.items()}
        for act in acts.values():
            self._show_act(act, before if by_itself else {})
        for note in notes.values():
            self._show_note(note, scale)

    def _show_act(self, act: Act, before: dict[str, QRect]) -> None:
        tile = self._tiles.get(act.function)
        if tile is None:
            tile = self._tiles[act.function] = self._new_tile(act)
        tile.set_words(act.text, act.hint)
        tile.say_as(act.name)
        tile.set_picture(act.picture)
        tile.set_tone(act.tone)
        tile.setEnabled(act.works)
        tile.setGeometry(act.place)
        took_place = any(
            place != act.place if function == act.function else place.intersects(act.place)
            for function, place in before.items()
        )
        if took_place and isinstance(tile, SettlingTile):
            tile.settle()
        tile.show()

    def _new_tile(self, act: Act) -> Tile:
        function = act.function
        if act.held:
            hold = HoldTile(self._page, function)
            hold.held.connect(lambda: self._do(function))
            return hold
        tile = _Key(self._page, function) if act.is_key else SettlingTile(self._page, function)
        tile.clicked.connect(lambda: self._do(function))
        return tile

    def _do(self, function: str) -> None:
        does = self._does.get(function)
        # None: the finger was on a tile that has gone meanwhile.
        if does is not None:
            does()

    def _show_note(self, note: Note, scale: Scale) -> None:
        label = self._labels.get(note.name)
        if label is None:
            label = self._labels[note.name] = Label(self._page, note.name, align=note.align)
        label.set_words(note.text, note.hint)
        label.set_tint(note.tint)
        label.set_sizes(scale.font_px(note.least_mm), scale.font_px(note.cap_mm))
        label.setGeometry(note.place)
        label.show()


def _take_away(part: QWidget) -> None:
    # Later: the tile may be the one whose tap has led here.
    part.hide()
    part.deleteLater()


class BoardPage(Page):
    """A page of tiles in cells, with the way back in the first, and a title beside it."""

    title_columns = 4
    """How many cells the title takes, beside the one that leads back."""

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._board = Board(self)
        self._first = 0

    @abstractmethod
    def title(self) -> str:
        """Return what the page is about; "" where the page has no title, or puts it elsewhere."""

    def subtitle(self) -> str:
        """Return what stands below the title, in smaller type."""
        return ""

    @abstractmethod
    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return what stands on the page, beside the way back and the title."""

    def refresh(self) -> None:
        """Show what holds now; what has moved by that takes no press for a moment."""
        self._show(by_itself=self.isVisible())

    def arrange(self) -> None:
        """Put everything in its place."""
        self._show(by_itself=False)

    def show_chosen(self) -> None:
        """Show what the guard has chosen or typed by a tap on this page."""
        self._show(by_itself=False)

    def gives(self, order: Order) -> Callable[[], None]:
        """Return what a tap does that gives an order."""
        return lambda: self.ordered.emit(order)

    def turn_to_first(self) -> None:
        """Begin at the first of what does not fit on one page."""
        self._first = 0

    def shown_of(self, count: int, most: int) -> range:
        """Return which of `count` things are shown where `most` (1 or more) have room."""
        self._first = min(self._first, max(0, (count - 1) // most * most))
        return range(self._first, min(count, self._first + most))

    def turning(self, cells: Grid, column: int, count: int, most: int) -> Iterator[Act]:
        """Return the two tiles that turn to what has no room, in the first row; none where all has room."""
        if count <= most:
            return
        first, pages = self._first, -(-count // most)
        where = f"{first // most + 1}/{pages}"

        def turn_to(beginning: int) -> Callable[[], None]:
            def turn() -> None:
                self._first = beginning
                self.show_chosen()

            return turn

        yield Act(
            "page_up", cells.cell(column, 0), earlier_ones(self.words), turn_to(max(0, first - most)),
            picture="page-up", works=first > 0, hint=where,
        )  # fmt: skip
        yield Act(
            "page_down", cells.cell(column + 1, 0), later_ones(self.words), turn_to(first + most),
            picture="page-down", works=first + most < count, hint=where,
        )  # fmt: skip

    def _show(self, *, by_itself: bool) -> None:
        rows = most_cells(self.room().height(), self.scale)
        # On a large screen larger tiles are worth more than many.
        cells = self.grid(self.room(), columns=COLUMNS, rows=min(_MOST_ROWS, max(LEAST_ROWS, rows * 2 // 3)))
        parts = (*self._head(cells), *self.parts(cells))
        self._board.show(map(self._as_offered, parts), self.scale, by_itself=by_itself)

    def _as_offered(self, part: Part) -> Part:
        if isinstance(part, Act) and part.needs_ledger and self.view is not None and self.view.is_by_hand:
            return replace(part, works=False, hint=no_database(self.words))
        return part

    def _head(self, cells: Grid) -> Iterator[Part]:
        yield Act("back", cells.cell(0, 0), back(self.words), self.closed.emit, picture="back")
        if title := self.title():
            place = cells.cell(1, 0, self.title_columns)
            yield Note("title", place, title, TITLE_CAP_MM, self.subtitle())
