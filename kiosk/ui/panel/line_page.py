"""The line outside: its numbers, who is called next, and a number for who has none."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.occupancy import House, Place
from kiosk.core.office import Area
from kiosk.core.orders import CallNumber, GiveNumber, Order, PutNumberBack, SkipNumber
from kiosk.ui.panel import texts_line
from kiosk.ui.panel.admit_page import LARGEST_PARTY
from kiosk.ui.panel.board import Act, BoardPage, Note, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.page import Opening, PageName, Post, Subject
from kiosk.ui.panel.texts_areas import other_areas
from kiosk.ui.panel.texts_board import fewer_people, more_people
from kiosk.ui.panel.tile import Tone
from kiosk.ui.panel.turn import Turn
from kiosk.ui.theme import CALL, CARD

_CAP_MM = 6.0
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_AREAS_AT_ONCE = 3
_WALK_IN_COLUMNS = 3
"""How many cells the party of a walk-in takes; the areas have the rest of the row."""


class LinePage(BoardPage):
    """A row for each number that waits, in the order of the line, then those that did not come."""

    title_columns = 4

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._party = 1
        self._more_areas = Turn(self.show_chosen)

    def open(self, about: Subject = None) -> None:  # noqa: ARG002 - it is about the line
        """Begin with the first of the line, and with a walk-in of one person."""
        self.turn_to_first()
        self._more_areas.begin()
        self._party = 1

    def stays_open(self, order: Order) -> bool:
        """Stay: the line shows what was done."""
        return isinstance(order, CallNumber | SkipNumber | PutNumberBack | GiveNumber)

    def title(self) -> str:
        """Return how many numbers wait."""
        house = self._house()
        return texts_line.title(self.words, 0 if house is None else len(house.line))

    def subtitle(self) -> str:
        """Return how many people these are."""
        house = self._house()
        people = 0 if house is None else sum(place.party for place in house.line)
        return self.words.people(people) if people else ""

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return the rows of the numbers, and the row of the walk-in below them."""
        house = self._house()
        if house is not None and house.line:
            yield Act(
                "call_next",
                cells.cell(5, 0, 2),
                texts_line.call_next(self.words),
                self.gives(CallNumber()),
                picture="queue",
                tone=Tone.YES,
                needs_ledger=True,
            )
        if house is not None:
            places = (*house.line, *house.passed_over)
            most = cells.rows - 2
            yield from self.turning(cells, 7, len(places), most)
            for row, index in enumerate(self.shown_of(len(places), most), start=1):
                if index < len(house.line):
                    yield from self._waiting(cells, row, places[index])
                else:
                    yield from self._passed_over(cells, row, places[index])
        yield from self._walk_in(cells)

    def _house(self) -> House | None:
        return None if self.view is None else self.view.house

    def _waiting(self, cells: Grid, row: int, place: Place) -> Iterator[Part]:
        number = place.number
        yield from self._told(cells, row, place, 3 if place.appointment is None else 5)
        if place.appointment is None:
            yield Act(
                f"let_in:{number}",
                cells.cell(3, row, 2),
                texts_line.let_in(self.words),
                lambda: self.opening.emit(Opening(PageName.ADMIT, place)),
                picture="check",
                tone=Tone.YES,
                about=str(number),
            )
        yield Act(
            f"call:{number}",
            cells.cell(5, row, 2),
            texts_line.call(self.words, called=place.kept_until is not None),
            self.gives(CallNumber(number)),
            works=place.kept_until is None,
            needs_ledger=True,
            about=str(number),
        )
        yield Act(
            f"skip:{number}",
            cells.cell(7, row, 2),
            texts_line.skip(self.words),
            self.gives(SkipNumber(number)),
            needs_ledger=True,
            about=str(number),
        )

    def _passed_over(self, cells: Grid, row: int, place: Place) -> Iterator[Part]:
        yield from self._told(cells, row, place, 6, passed_over=True)
        yield Act(
            f"put_back:{place.number}",
            cells.cell(6, row, 3),
            texts_line.put_back(self.words),
            self.gives(PutNumberBack(place.number)),
            needs_ledger=True,
            about=str(place.number),
        )

    def _told(
        self, cells: Grid, row: int, place: Place, columns: int, *, passed_over: bool = False
    ) -> Iterator[Note]:
        words = self.words
        told = texts_line.state(words, place) if not passed_over else texts_line.did_not_come(words)
        since = texts_line.area_and_since(words, self.post.office, place)
        number, beside = cells.cell(0, row), cells.cell(1, row, columns - 1)
        tint = CALL if place.kept_until is not None else CARD
        yield Note(f"number:{place.number}", number, str(place.number), 14.0, align=_MIDDLE, tint=tint)
        people = words.people(place.party)
        yield Note(f"told:{place.number}", beside, people, _CAP_MM, f"{since}\n{told}")

    def _walk_in(self, cells: Grid) -> Iterator[Part]:
        row = cells.rows - 1
        fewer = self._party > 1
        yield Act(
            "party_fewer",
            cells.cell(0, row),
            "",
            self._change_party(-1),
            picture="minus",
            works=fewer,
            spoken=fewer_people(self.words),
        )
        party = self.words.people(self._party)
        yield Note("party", cells.cell(1, row), party, 5.0, texts_line.without_number(self.words))
        more = self._party < LARGEST_PARTY
        yield Act(
            "party_more",
            cells.cell(2, row),
            "",
            self._change_party(1),
            picture="plus",
            works=more,
            spoken=more_people(self.words),
        )
        areas = self._areas()
        across = min(_AREAS_AT_ONCE, len(areas))
        places = cells.inner(_WALK_IN_COLUMNS, row, cells.columns - _WALK_IN_COLUMNS, 1, (across, 1))
        for column, index in enumerate(self._more_areas.shown(len(areas), _AREAS_AT_ONCE)):
            area = areas[index]
            yield Act(
                f"give_number:{area.id}",
                places.cell(column, 0),
                self.words.wording(area.name),
                self.gives(GiveNumber(area.id, self._party)),
                hint=texts_line.give_number(self.words),
                needs_ledger=True,
            )
        if self._more_areas.is_needed:
            last = places.cell(across - 1, 0)
            yield Act("area_more", last, other_areas(self.words), self._more_areas.on, picture="next")

    def _areas(self) -> tuple[Area, ...]:
        served = self.post.door.serves
        return tuple(area for area in self.post.office.areas.values() if area.id in served)

    def _change_party(self, by: int) -> Callable[[], None]:
        def change() -> None:
            self._party = min(LARGEST_PARTY, max(1, self._party + by))
            self.show_chosen()

        return change
