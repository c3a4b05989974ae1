"""Finding somebody who is booked today: type, search, pick; no name is ever shown.

What was typed is personal data: it leaves the page with the order alone, and is forgotten with the page.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.booking_search import read_search
from kiosk.core.guard_view import Answered, Booking, Found
from kiosk.core.not_done import NotDone
from kiosk.core.orders import Order, SearchBookings
from kiosk.ui.panel import texts_booking as texts
from kiosk.ui.panel.board import Act, BoardPage, Note, Part
from kiosk.ui.panel.grid import Grid
from kiosk.ui.panel.keyboard import Keyboard, TypedLine
from kiosk.ui.panel.page import Opening, PageName, Post, Subject
from kiosk.ui.panel.spread import SOMEWHERE, spread
from kiosk.ui.panel.texts_admit import let_in_without_letter
from kiosk.ui.panel.texts_answer import area_name
from kiosk.ui.panel.tile import Tone

LONGEST: Final = 40
"""More letters than this has no name that anybody types at a door."""

_RESULTS: Final = (2, 3)
"""Columns and rows of what was found: as many as the gate shows at most."""


class BookingPage(BoardPage):
    """Keys first; then, as soon as the search is answered, what was found; about a Found, that at once."""

    title_columns = 3

    def __init__(self, post: Post, parent: QWidget) -> None:
        super().__init__(post, parent)
        self._typed = ""
        self._found: Found | None = None
        self._keyboard = Keyboard(self, self.words)
        self._keyboard.typed.connect(self._on_typed)
        self._keyboard.deleted.connect(self._on_deleted)
        self._line = TypedLine(self)

    def open(self, about: Subject = None) -> None:
        """Begin with nothing typed, and with what was found before if it is about that."""
        self._typed = ""
        self._found = about if isinstance(about, Found) else None
        self._keyboard.show_letters()

    def show_answer(self, answered: Answered) -> None:
        """Show what was found."""
        if isinstance(answered.result, Found):
            self._found = answered.result
            self.show_chosen()

    def stays_open(self, order: Order) -> bool:
        """Stay for what was found."""
        return isinstance(order, SearchBookings)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's spelling
        """Forget what was typed, which may be a name: nobody reads it on the next page."""
        self._typed = ""
        self._line.set_words("", "")
        super().hideEvent(event)

    def title(self) -> str:
        """Return what the page is about."""
        if self._found is None:
            return ""
        return texts.found(self.words, self._found.total)

    def parts(self, cells: Grid) -> Iterator[Part]:
        """Return the keys and what starts the search, or what was found."""
        self._keyboard.setVisible(self._found is None)
        self._line.setVisible(self._found is None)
        if self._found is None:
            yield from self._typing_parts(cells)
        else:
            yield from self._found_parts(cells, self._found)

    def _typing_parts(self, cells: Grid) -> Iterator[Part]:
        self._keyboard.place(cells.cell(0, 1, cells.columns, cells.rows - 1), self.scale)
        self._line.setGeometry(cells.cell(1, 0, cells.columns - 3))
        self._line.set_words(self._typed, texts.what_to_type(self.words))
        hint = self._why_not()
        yield Act(
            "search",
            cells.cell(cells.columns - 2, 0, 2),
            texts.search(self.words),
            lambda: self.ordered.emit(SearchBookings(self._typed.strip())),
            hint=hint,
            picture="search",
            tone=Tone.YES,
            works=not hint,
            needs_ledger=True,
        )

    def _why_not(self) -> str:
        """Return why there is nothing to search for yet, "" if there is."""
        return texts.four_letters(self.words) if isinstance(read_search(self._typed), NotDone) else ""

    def _found_parts(self, cells: Grid, found: Found) -> Iterator[Part]:
        missing = found.total - len(found.bookings)
        if not found.bookings:
            told = texts.try_otherwise(self.words)
        else:
            told = texts.some_are_missing(self.words, missing) if missing else ""
        yield Note("told", cells.cell(4, 0, cells.columns - 6), told, 5.0)
        change = texts.type_more(self.words)
        place = cells.cell(cells.columns - 2, 0, 2)
        yield Act("type_more", place, change, self._type_more, picture="keypad")
        places = cells.inner(0, 1, cells.columns, cells.rows - 1, _RESULTS)
        yield from spread((self._result(booking) for booking in found.bookings), places)
        if not found.bookings:
            # Never a dead end: who is not booked may still be let in.
            others = let_in_without_letter(self.words)
            yield Act("without_letter", places.cell(0, 0), others, self._opener(None), picture="no-letter")

    def _result(self, booking: Booking) -> Act:
        time = self.words.time_text(booking.starts_at)
        return Act(
            f"booking:{booking.appointment}",
            SOMEWHERE,
            f"{time}\n{area_name(self.words, self.post.office, booking.area)}",
            self._opener(booking),
            hint=texts.booking_told(self.words, booking),
            works=not booking.is_inside,
        )

    def _opener(self, booking: Booking | None) -> Callable[[], None]:
        found = Opening(PageName.BOOKING, self._found)
        return lambda: self.opening.emit(Opening(PageName.ADMIT, booking, found))

    def _type_more(self) -> None:
        self._found = None
        self.show_chosen()

    def _on_typed(self, sign: str) -> None:
        if len(self._typed) < LONGEST and (sign != " " or self._typed):
            self._typed += sign
            self.show_chosen()

    def _on_deleted(self) -> None:
        self._typed = self._typed[:-1]
        self.show_chosen()
