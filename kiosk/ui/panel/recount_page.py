"""The guided recount: the true number of each area, the difference as it is typed, and the reason."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QWidget

from kiosk.core.occupancy import House
from kiosk.core.office import AreaId
from kiosk.core.orders import EnterRecount
from kiosk.core.recount import differences
from kiosk.ui.panel import texts_recount
from kiosk.ui.panel.board import Act, BoardPage, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Post, Subject
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.texts_areas import other_areas
from kiosk.ui.panel.texts_board import delete_all, delete_last
from kiosk.ui.panel.tile import Tone
from kiosk.ui.panel.turn import Turn

_MOST_FIGURES = 4

_AREA_COLUMNS = 3
_KEYS = ("789", "456", "123")
_REASON_COLUMNS = 3
_MOST_ACROSS = 2


class RecountPage(BoardPage):
    """Areas to the left, figures in the middle, reasons to the right: a tap on one of them is the order.

    An area for which nothing was typed is not counted, and stays as it is.
    """

    title_columns = 5

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._typed: dict[AreaId, str] = {}
        self._area: AreaId | None = None
        self._more_areas = Turn(self.show_chosen)
        self._more_reasons = Turn(self.show_chosen)

    def open(self, about: Subject = None) -> None:  # noqa: ARG002 - it is about the house
        """Begin with the first area, nothing typed."""
        self._more_areas.begin()
        self._more_reasons.begin()
        self._typed = {}
        areas = self._areas()
        self._area = areas[0] if areas else None

    def title(self) -> str:
        """Return what to do."""
        return texts_recount.title(self.words)

    def subtitle(self) -> str:
        """Return what comes next."""
        if self._counted():
            return texts_recount.choose_reason(self.words)
        return texts_recount.type_first(self.words)

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return areas, figures and reasons."""
        house = None if self.view is None else self.view.house
        areas = self._areas()
        for row, index in enumerate(self._more_areas.shown(len(areas), cells.rows - 1), start=1):
            yield self._area_tile(cells, row, areas[index], house)
        if self._more_areas.is_needed:
            last = cells.cell(0, cells.rows - 1, _AREA_COLUMNS)
            yield Act("area_more", last, other_areas(self.words), self._more_areas.on, picture="page-down")
        yield from self._keypad(cells)
        yield from self._reasons(cells)

    def _areas(self) -> tuple[AreaId, ...]:
        """Return all areas of the office, and those besides in which somebody is by the count."""
        known = tuple(self.post.office.areas)
        house = None if self.view is None else self.view.house
        if house is None:
            return known
        counted = {visit.area for visit in house.visits} | set(house.corrections)
        return known + tuple(sorted(area for area in counted - set(known) if house.inside_area(area)))

    def _area_tile(self, cells: Grid, row: int, area: AreaId, house: House | None) -> Act:
        counted = self._counted().get(area)
        by_count = 0 if house is None else house.inside_area(area)
        change = None if house is None or counted is None else differences(house, {area: counted})[area]
        numbers = texts_recount.numbers(self.words, by_count, counted, change)
        return Act(
            f"area:{area}",
            cells.cell(0, row, _AREA_COLUMNS),
            f"{area_name(self.words, self.post.office, area)}\n{numbers}",
            self._choose(area),
            tone=Tone.CHOSEN if area == self._area else Tone.PLAIN,
        )

    def _keypad(self, cells: Grid) -> Iterator[Act]:
        places = cells.inner(_AREA_COLUMNS, 1, 3, cells.rows - 1, (3, 4))
        for row, figures in enumerate(_KEYS):
            for column, figure in enumerate(figures):
                yield Act(f"key:{figure}", places.cell(column, row), figure, self._type(figure), is_key=True)
        yield Act(
            "key:clear", places.cell(0, 3), "", self._clear, picture="clear", spoken=delete_all(self.words)
        )
        yield Act("key:0", places.cell(1, 3), "0", self._type("0"), is_key=True)
        yield Act(
            "key:delete",
            places.cell(2, 3),
            "",
            self._delete,
            picture="backspace",
            spoken=delete_last(self.words),
        )

    def _reasons(self, cells: Grid) -> Iterator[Part]:
        reasons = tuple(self.post.office.staff_reasons.recount.items())
        counted = self._counted()
        column, rows = cells.columns - _REASON_COLUMNS, cells.rows
        across = 1 if len(reasons) <= rows else _MOST_ACROSS
        down = min(rows, -(-len(reasons) // across))
        places = cells.inner(column, 0, _REASON_COLUMNS, rows, (across, down))
        for number, index in enumerate(self._more_reasons.shown(len(reasons), across * down)):
            row, place = divmod(number, across)
            reason, wording = reasons[index]
            yield Act(
                f"reason:{reason}",
                places.cell(place, row),
                self.words.wording(wording),
                self.gives(EnterRecount(counted, reason)),
                tone=Tone.YES,
                works=bool(counted),
                needs_ledger=True,
            )
        if self._more_reasons.is_needed:
            last = places.cell(across - 1, down - 1)
            yield Act("reason_more", last, texts_recount.other_reasons(self.words), self._more_reasons.on)

    def _counted(self) -> Mapping[AreaId, int]:
        return {area: int(figures) for area, figures in self._typed.items() if figures}

    def _choose(self, area: AreaId) -> Callable[[], None]:
        def choose() -> None:
            self._area = area
            self.show_chosen()

        return choose

    def _type(self, figure: str) -> Callable[[], None]:
        def type_() -> None:
            self._set_typed(lambda typed: (typed + figure)[:_MOST_FIGURES].lstrip("0") or "0")

        return type_

    def _delete(self) -> None:
        self._set_typed(lambda typed: typed[:-1])

    def _clear(self) -> None:
        self._set_typed(lambda _: "")

    def _set_typed(self, changed: Callable[[str], str]) -> None:
        if self._area is not None:
            self._typed[self._area] = changed(self._typed.get(self._area, ""))
            self.show_chosen()
