"""How many people are where, for an evacuation: read from three metres, and printed."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.floors import FloorCount
from kiosk.gate.evacuation import Evacuation, evacuation
from kiosk.ui.panel import texts_evacuation as texts
from kiosk.ui.panel.board import Act, BoardPage, Note, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Post, Subject
from kiosk.ui.theme import ADMITTED, HOUSE, REFUSED, WAIT

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_ANY_CAP_MM = 90.0
"""As large as the place allows."""

_WORDS_CAP_MM = 9.0
_ALL_COLUMNS = 3


class EvacuationPage(BoardPage):
    """All people inside to the left, by floor and area to the right, and how current that is above them.

    Opened about nothing, it shows the state that the panel knows, at once, until the ledger has answered.
    """

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._counted: Evacuation | None = None

    def open(self, about: Subject = None) -> None:
        """Show what was counted."""
        self.turn_to_first()
        self._counted = about if isinstance(about, Evacuation) else self._known()

    def title(self) -> str:
        """Return nothing: how current the numbers are stands there."""
        return ""

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return the numbers, and how current they are."""
        counted = self._counted
        if counted is None or self.view is None or (not counted.floors and counted.known_at is None):
            yield Note("nothing", cells.cell(0, 1, 9, cells.rows - 1), texts.nothing_known(self.words), 16.0)
            return
        yield Act(
            "print",
            cells.cell(7, 0, 2),
            texts.print_it(self.words),
            lambda: self.printing.emit(counted),
            picture="printer",
        )
        told, detail = texts.how_current(self.words, counted, self.view.now)
        tint = WAIT
        if counted.is_current:
            told = f"{texts.evacuation(self.words)}: {told}"
            tint = HOUSE if texts.is_old(counted, self.view.now) else ADMITTED
        yield Note("state", cells.cell(1, 0, 6), told, 9.0, detail, tint=tint, align=_MIDDLE)
        yield from self._all(cells, counted)
        floors = Grid(
            cells.cell(_ALL_COLUMNS, 1, cells.columns - _ALL_COLUMNS, cells.rows - 1),
            1,
            max(1, len(counted.floors)),
            cells.gap // 2,
        )
        for row, floor in enumerate(counted.floors):
            yield from self._floor(floors.cell(0, row), row, floor)

    def _known(self) -> Evacuation | None:
        view = self.view
        if view is None or view.house is None:
            return None
        return evacuation(self.post.office, view.house, view.now, is_current=view.is_current)

    def _all(self, cells: Grid, counted: Evacuation) -> Iterator[Part]:
        rows = cells.rows - 1
        parts = cells.inner(0, 1, _ALL_COLUMNS, rows, (1, 10))
        upper = 5 if counted.unclear else 8
        number = str(counted.inside)
        yield Note("inside", parts.cell(0, 0, 1, upper), number, _ANY_CAP_MM, align=_MIDDLE)
        what = texts.inside(self.words)
        yield Note("what", parts.cell(0, upper, 1, 2), what, _WORDS_CAP_MM, align=_MIDDLE)
        if counted.unclear:
            unclear, why = texts.unclear(self.words, counted.unclear)
            place = parts.cell(0, upper + 2, 1, 3)
            yield Note("unclear", place, unclear, _WORDS_CAP_MM, why, tint=REFUSED, align=_MIDDLE)

    def _floor(self, place: QRect, row: int, floor: FloorCount) -> Iterator[Part]:
        words, office = self.words, self.post.office
        parts = Grid(place, 12, 1, 0)
        number = parts.cell(0, 0, 3)
        yield Note(f"floor_inside:{row}", number, str(floor.inside), _ANY_CAP_MM, align=_MIDDLE)
        told = texts.areas(words, office, floor)
        gap = self.scale.target_px(3.0)
        told_in = parts.cell(3, 0, 7 if floor.unclear else 9).adjusted(gap, 0, -gap, 0)
        yield Note(f"floor:{row}", told_in, texts.floor(words, floor), _WORDS_CAP_MM, told)
        if floor.unclear:
            unclear = parts.cell(10, 0, 2)
            yield Note(
                f"floor_unclear:{row}",
                unclear,
                str(floor.unclear),
                _WORDS_CAP_MM,
                texts.unclear_word(words),
                tint=REFUSED,
                align=_MIDDLE,
            )
