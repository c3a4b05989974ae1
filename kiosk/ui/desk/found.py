"""Finding who is booked, by name, number, time or short code, and what can be done with one of them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kiosk.core.appointment import Appointment
from kiosk.core.desk_orders import DeskFound, FoundBooking
from kiosk.core.office import Office
from kiosk.ui.desk.row_table import RowTable
from kiosk.ui.desk.told import day_in_short, room_told
from kiosk.ui.panel.words import Words


class FindPage(QWidget):
    """The page. `wanted` carries what was typed, `opened` that Enter was pressed on a booking."""

    wanted = Signal(str)
    opened = Signal()

    def __init__(self, office: Office, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._words = office, words
        self._found: tuple[FoundBooking, ...] = ()
        self.typed = QLineEdit(self)
        self.typed.setPlaceholderText(
            words.translate("desk", "four letters of the name, 09:30, number or short code")
        )
        label = QLabel(words.translate("desk", "Find &whom?"), self)
        label.setBuddy(self.typed)
        self.typed.setAccessibleName(label.text().replace("&", ""))
        headings = (
            words.translate("desk", "Day"),
            words.translate("desk", "Time"),
            words.translate("desk", "Where"),
            words.translate("desk", "People"),
            words.translate("desk", "Name"),
            words.translate("desk", "Number"),
        )
        self.table = RowTable(words.translate("desk", "Appointments found"), headings, (2, 4), self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(label)
        rows.addWidget(self.typed)
        rows.addWidget(self.table)
        self.typed.returnPressed.connect(lambda: self.wanted.emit(self.typed.text()))
        self.table.chosen.connect(self.opened)

    def begin(self) -> None:
        """Look for somebody else; who was found before is forgotten."""
        self.forget()
        self.typed.setFocus()

    def forget(self) -> None:
        """Forget what was typed and found: it is personal."""
        # What `clear` takes away comes back with Ctrl+Z.
        self.typed.setText("")
        self._show(())

    def forget_people(self, is_gone: Callable[[Appointment], bool]) -> None:
        """Show nothing more of the people of these appointments, nor of what they were found by."""
        if any(is_gone(each.appointment) for each in self._found):
            self.typed.setText("")
            row = self.table.currentRow()
            self._show(
                tuple(
                    replace(each, person=None) if is_gone(each.appointment) else each for each in self._found
                )
            )
            self.table.selectRow(row)

    def show_found(self, found: DeskFound) -> None:
        """Show who was found, and go there."""
        self._show(found.bookings)
        if found.bookings:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.typed.setFocus()
            self.typed.selectAll()

    def selected(self) -> FoundBooking | None:
        """Return the booking on which the choice stands."""
        row = self.table.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show(self, found: tuple[FoundBooking, ...]) -> None:
        self._found = found
        self.table.setRowCount(len(found))
        for row, each in enumerate(found):
            appointment, person = each.appointment, each.person
            texts = (
                day_in_short(self._words, self._office, appointment.starts_at),
                self._words.time_text(appointment.starts_at),
                room_told(self._words, self._office, appointment),
                str(appointment.party),
                (person.name or "") if person else "",
                appointment.external_id,
            )
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
