"""The visits that should be over, by floor: the guard walks by, and settles each with one tap."""

from collections.abc import Iterator

from kiosk.core.events import SettledBecause
from kiosk.core.floors import by_floor
from kiosk.core.occupancy import House, Visit
from kiosk.core.office import Wording
from kiosk.core.orders import CloseDay, EndCountedOut, Order, SettleVisit
from kiosk.ui.panel import texts_count
from kiosk.ui.panel.board import Act, BoardPage, Note, Part
from kiosk.ui.panel.counted_out import left_from as areas_left_from
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Opening, PageName, Subject
from kiosk.ui.panel.tile import Tone

_CAP_MM = 6.0


class CountPage(BoardPage):
    """Overdue visits with times and numbers of people, no names; a recount; the end of the day."""

    title_columns = 2

    def open(self, about: Subject = None) -> None:  # noqa: ARG002 - it is about the house
        """Begin at the first floor."""
        self.turn_to_first()

    def stays_open(self, order: Order) -> bool:
        """Stay while visits are settled one after the other."""
        return isinstance(order, SettleVisit | EndCountedOut)

    def title(self) -> str:
        """Return how many visits are unclear."""
        return texts_count.title(self.words, len(self._overdue()))

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return a row for each visit, and above them what else is counted."""
        house = None if self.view is None else self.view.house
        yield Act(
            "recount",
            cells.cell(5, 0, 2),
            texts_count.recount(self.words),
            lambda: self.opening.emit(Opening(PageName.RECOUNT)),
            picture="people",
            needs_ledger=True,
        )
        yield Act(
            "end_of_day",
            cells.cell(7, 0, 2),
            texts_count.end_of_day(self.words),
            self.gives(CloseDay()),
            hint=texts_count.what_the_end_of_the_day_does(self.words, house),
            tone=Tone.ALARM,
            held=True,
            needs_ledger=True,
        )
        overdue = self._overdue()
        most = cells.rows - 1
        yield from self.turning(cells, 3, len(overdue), most)
        if house is None or not overdue:
            yield Note("nothing", cells.cell(1, 2, 7, 1), self._why_empty(house), 7.0)
        else:
            # The tiles of all rows stand one below the other, whatever each visit offers.
            read = 3 if any(areas_left_from(house, visit) for _, visit in overdue) else 5
            for row, index in enumerate(self.shown_of(len(overdue), most), start=1):
                yield from self._row(
                    cells.inner(0, row, cells.columns, 1, (cells.columns, 1)), read, house, *overdue[index]
                )

    def _overdue(self) -> tuple[tuple[Wording | None, Visit], ...]:
        """Return the overdue visits with their floors: floor by floor, and by the time they came."""
        if self.view is None or self.view.house is None:
            return ()
        floors = by_floor(self.post.office, self.view.house, self.view.now)
        return tuple(
            (floor.floor, visit)
            for floor in floors
            for area in floor.areas
            for visit in sorted(area.overdue, key=lambda visit: visit.entered_at)
        )

    def _row(
        self, cells: Grid, read: int, house: House, floor: Wording | None, visit: Visit
    ) -> Iterator[Part]:
        where = texts_count.floor_name(self.words, self.post.office, floor, visit.area)
        told = texts_count.visit(self.words, self.post.office, visit)
        left_from = next(iter(areas_left_from(house, visit)), None)
        which = f"{where}, {told}"
        yield Note(f"visit:{visit.id}", cells.cell(0, 0, read), where, _CAP_MM, hint=told)
        yield Act(
            f"has_left:{visit.id}",
            cells.cell(read, 0, 2),
            texts_count.has_left(self.words),
            self.gives(SettleVisit(visit.id, SettledBecause.SEEN_LEAVING)),
            picture="goodbye",
            needs_ledger=True,
            about=which,
        )
        yield Act(
            f"not_found:{visit.id}",
            cells.cell(read + 2, 0, 2),
            texts_count.not_found(self.words),
            self.gives(SettleVisit(visit.id, SettledBecause.NOT_FOUND_INSIDE)),
            needs_ledger=True,
            about=which,
        )
        if left_from is not None:
            yield Act(
                f"was_counted_out:{visit.id}",
                cells.cell(read + 4, 0, 2),
                texts_count.was_counted_out(self.words),
                self.gives(EndCountedOut(visit.id, left_from)),
                hint=texts_count.counted_out_of(self.words, self.post.office, house, left_from),
                needs_ledger=True,
                about=which,
            )

    def _why_empty(self, house: House | None) -> str:
        return texts_count.house_unknown(self.words) if house is None else texts_count.all_clear(self.words)
