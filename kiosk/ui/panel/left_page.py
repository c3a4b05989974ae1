"""People who leave without showing a letter: a party by one tap, and later, whose visits these were."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.ids import VisitId
from kiosk.core.occupancy import House
from kiosk.core.office import AreaId
from kiosk.core.orders import CountPeopleOut, EndCountedOut
from kiosk.ui.panel import texts_left as texts
from kiosk.ui.panel.area_choice import AreaChoice
from kiosk.ui.panel.board import Act, BoardPage, Note, Part
from kiosk.ui.panel.counted_out import who_may_have_left
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Post, Subject
from kiosk.ui.panel.spread import SOMEWHERE, spread
from kiosk.ui.panel.texts_answer import area_name

LARGEST_PARTY: Final = 8
_LEFT: Final = 3
"""How many columns the areas take."""

_PARTY_COLUMNS: Final = 4
_VISIT_COLUMNS: Final = 3


class LeftPage(BoardPage):
    """Opened with the first area of the door; where people were counted out, with visits to end by that."""

    title_columns = 3

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._areas = AreaChoice(post, self.show_chosen)

    def open(self, about: Subject = None) -> None:  # noqa: ARG002 - it is about nobody in particular
        """Begin with the first area of this door."""
        self._areas.choose(None)
        self.turn_to_first()

    def title(self) -> str:
        """Return what the page is about."""
        return texts.party_left(self.words)

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return the areas to the left, the parties to the right, and below these the visits."""
        house = None if self.view is None else self.view.house
        visits = list(self._visits())
        rows = cells.rows - 1
        yield from self._areas.acts(cells.cell(0, 1, _LEFT, rows), rows, cells.gap, self._hints(house))
        party_rows = LARGEST_PARTY // _PARTY_COLUMNS if visits else rows
        across = cells.columns - _LEFT
        if visits:
            below = rows - party_rows
            places = cells.inner(_LEFT, 1 + party_rows, across, below, (_VISIT_COLUMNS, below))
            yield from self._visit_parts(cells, places, visits)
        else:
            yield self._told(cells)
        size = (_PARTY_COLUMNS, LARGEST_PARTY // _PARTY_COLUMNS)
        yield from spread(self._parties(), cells.inner(_LEFT, 1, across, party_rows, size))

    def _parties(self) -> Iterator[Act]:
        for people in range(1, LARGEST_PARTY + 1):
            left, count_out = texts.have_left(self.words), self._counter(people)
            yield Act(f"left:{people}", SOMEWHERE, str(people), count_out, hint=left, is_key=True)

    def _visit_parts(self, cells: Grid, places: Grid, visits: list[Act]) -> Iterator[Part]:
        """Return the visits, and in the first of their places what is asked about them."""
        most = places.columns * places.rows - 1
        turned = 2 if len(visits) > most else 0
        yield self._told(cells, turned)
        asked, hint = texts.whose_visits(self.words), texts.only_if_known(self.words)
        yield Note("whose", places.cell(0, 0), asked, 4.5, hint=hint, align=Qt.AlignmentFlag.AlignHCenter)
        for place, index in enumerate(self.shown_of(len(visits), most), start=1):
            row, column = divmod(place, places.columns)
            yield replace(visits[index], place=places.cell(column, row))
        yield from self.turning(cells, cells.columns - 2, len(visits), most)

    def _told(self, cells: Grid, turned: int = 0) -> Note:
        place = cells.cell(4, 0, cells.columns - 4 - turned)
        return Note("told", place, texts.choose_how_many(self.words), 5.0)

    def _visits(self) -> Iterator[Act]:
        """Return what ends the visits of people who were counted out; not while the ledger is away."""
        view = self.view
        if view is None or view.house is None or view.is_by_hand:
            return
        house = view.house
        overdue = self.post.office.habits.overdue
        late = {visit.id for visit in house.overdue(view.now, overdue)}
        for visit, left_from in who_may_have_left(house, view.now, overdue):
            hint = texts.visit_since(self.words, visit)
            if visit.id in late:
                hint += f"\n{texts.unclear(self.words)}"
            name = area_name(self.words, self.post.office, visit.area)
            yield Act(f"visit:{visit.id}", SOMEWHERE, name, self._ender(visit.id, left_from), hint=hint)

    def _hints(self, house: House | None) -> dict[AreaId, str]:
        if house is None:
            return {}
        return {
            area: texts.inside_and_counted_out(
                self.words, house.inside_area(area), house.counted_out.get(area, 0)
            )
            for area in self.post.office.areas
        }

    def _counter(self, people: int) -> Callable[[], None]:
        return lambda: self.ordered.emit(CountPeopleOut(self._areas.chosen, people))

    def _ender(self, visit: VisitId, left_from: AreaId) -> Callable[[], None]:
        return lambda: self.ordered.emit(EndCountedOut(visit, left_from))
