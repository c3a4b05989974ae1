"""The report of a day that was closed: in sentences to the left, as a table to the right, and on paper."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.day_report import DayReport
from kiosk.ui.panel import texts_report as texts
from kiosk.ui.panel.board import Act, BoardPage, Note, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Post, Subject
from kiosk.ui.panel.texts_evacuation import print_it

_RIGHT = Qt.AlignmentFlag.AlignRight
_CAP_MM = 4.4
_HINT = 0.72
_SENTENCES = 7
"""How many there are at most."""

_LINE_MM = 10.0
_MOST_LINES = 12
"""On a large screen larger lines are worth more than many."""

_SENTENCE_COLUMNS = 4


class ReportPage(BoardPage):
    """What the end of the day leaves for anyone to read."""

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._report: DayReport | None = None

    def open(self, about: Subject = None) -> None:
        """Show the report of a day."""
        self.turn_to_first()
        self._report = about if isinstance(about, DayReport) else None

    def title(self) -> str:
        """Return of which day it is."""
        return "" if self._report is None else texts.title(self.words, self._report)

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return the sentences and the table."""
        report = self._report
        if report is None:
            return
        yield Act(
            "print",
            cells.cell(7, 0, 2),
            print_it(self.words),
            lambda: self.printing.emit(report),
            picture="printer",
        )
        room = cells.cell(0, 1, cells.columns, cells.rows - 1)
        least = self.scale.target_px(_LINE_MM)
        most = min(_MOST_LINES, max(1, room.height() // least))
        cap_mm = _CAP_MM * room.height() / (most * least)
        left = cells.inner(0, 1, _SENTENCE_COLUMNS, cells.rows - 1, (1, _SENTENCES))
        for line, sentence in enumerate(texts.sentences(self.words, report)):
            yield Note(f"sentence:{line}", left.cell(0, line), "", cap_mm / _HINT, sentence)
        rows = texts.rows(self.words, self.post.office, report)
        yield from self.turning(cells, 5, len(rows), most)
        beside = cells.cell(_SENTENCE_COLUMNS, 1, cells.columns - _SENTENCE_COLUMNS, cells.rows - 1)
        lines = Grid(beside, 1, most, 0)
        for line, index in enumerate(self.shown_of(len(rows), most)):
            yield from self._row(lines.cell(0, line), line, cap_mm, rows[index])

    def _row(self, place: QRect, line: int, cap_mm: float, row: tuple[str, str]) -> Iterator[Part]:
        what, number = row
        # The number first: no eye has to find its way across the page.
        across, gap = place.width() // 7, self.scale.target_px(4.0)
        left, right = place.adjusted(0, 0, across - place.width(), 0), place.adjusted(across + gap, 0, 0, 0)
        yield Note(f"number:{line}", left, number, cap_mm, align=_RIGHT)
        yield Note(f"what:{line}", right, "", cap_mm / _HINT, what)
