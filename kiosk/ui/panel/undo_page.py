"""What can be taken back, newest first: each with one tap."""

from collections.abc import Iterator

from kiosk.core.orders import Order, ResumeAdmission, TakeBack
from kiosk.ui.panel import texts_undo
from kiosk.ui.panel.board import Act, BoardPage, Note, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Subject
from kiosk.ui.panel.tile import Tone

_COLUMNS = 2


class UndoPage(BoardPage):
    """A tile for each act of the last minutes, and one for each stop: that is taken back by resuming."""

    title_columns = 6

    def open(self, about: Subject = None) -> None:  # noqa: ARG002 - it is about the last minutes
        """Begin at the newest."""
        self.turn_to_first()

    def title(self) -> str:
        """Return the question."""
        return texts_undo.title(self.words)

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return the tiles, two a row."""
        tiles = tuple(self._tiles())
        most = (cells.rows - 1) * _COLUMNS
        yield from self.turning(cells, cells.columns - 2, len(tiles), most)
        if not tiles:
            minutes = round(self.post.office.habits.undo.total_seconds() / 60)
            yield Note("nothing", cells.cell(1, 2, 7, 1), texts_undo.nothing(self.words, minutes), 7.0)
        places = cells.inner(0, 1, cells.columns, cells.rows - 1, (_COLUMNS, cells.rows - 1))
        for place, index in enumerate(self.shown_of(len(tiles), most)):
            function, text, hint, order = tiles[index]
            row, column = divmod(place, _COLUMNS)
            tone = Tone.ALARM if isinstance(order, ResumeAdmission) else Tone.PLAIN
            yield Act(
                function,
                places.cell(column, row),
                text,
                self.gives(order),
                hint=hint,
                tone=tone,
                needs_ledger=True,
            )

    def _tiles(self) -> Iterator[tuple[str, str, str, Order]]:
        """Give the name of each tile, its words, the hint below them and the order."""
        view, words, office = self.view, self.words, self.post.office
        if view is None:
            return
        for stop in () if view.house is None else view.house.stops:
            name = "resume" if stop.door is None else f"resume:{stop.door}"
            told = texts_undo.stopped(words, stop, view.now)
            yield name, texts_undo.resume(words, office, stop), told, ResumeAdmission(stop.door)
        for event in view.can_be_undone:
            hint = texts_undo.when_and_who(words, event, view.now)
            yield f"undo:{event.id}", texts_undo.done(words, office, event), hint, TakeBack(event.id)
