"""What the caller says: what for, who, how many, in which language, and what has to be ready."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kiosk.core.desk_orders import FoundBooking, Wanted
from kiosk.core.office import AreaId, Asked, Office, RoomId
from kiosk.core.person import Company, Need, Person
from kiosk.ui.desk.keys import ENTER
from kiosk.ui.desk.look import ROW_PX
from kiosk.ui.desk.rows import add_row
from kiosk.ui.language import own_name
from kiosk.ui.panel.words import Words

MOST_PEOPLE: Final = 20
_LONGEST: Final = 200


class AreaList(QListWidget):
    """The areas, each with a figure that picks it and goes on; so does Enter. `picked` tells that."""

    picked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Take a figure for the area that bears it."""
        figure = event.text()
        if figure.isdecimal() and 1 <= int(figure) <= self.count():
            self.setCurrentRow(int(figure) - 1)
            self.picked.emit()
        elif event.key() in ENTER:
            self.picked.emit()
        else:
            super().keyPressEvent(event)


class CallForm(QWidget):
    """The form. `wanted_changed` tells that other times may be free, `done` that Enter went on from it."""

    wanted_changed = Signal()
    done = Signal()

    def __init__(self, office: Office, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._words = office, words
        self.areas = AreaList(self)
        self.room = QComboBox(self)
        self.name, self.contact, self.address = (QLineEdit(self) for _ in range(3))
        self.party = QSpinBox(self)
        self.language = QComboBox(self)
        self.by_mail = QCheckBox(words.translate("desk", "Letter by e&mail"), self)
        self.companies = {
            Company.COMPANION: QCheckBox(words.translate("desk", "Com&panion"), self),
            Company.INTERPRETER: QCheckBox(words.translate("desk", "&Interpreter"), self),
        }
        self.needs = {
            Need.STEP_FREE: QCheckBox(words.translate("desk", "&Step-free"), self),
            Need.SIGN_LANGUAGE: QCheckBox(words.translate("desk", "Sign lan&guage"), self),
            Need.LARGE_PRINT: QCheckBox(words.translate("desk", "La&rge print"), self),
        }
        self._set_up()
        self._lay_out()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Begin a new call: whatever was typed is forgotten, the area stays."""
        with QSignalBlocker(self):
            for field in (self.name, self.contact, self.address):
                # What `clear` takes away comes back with Ctrl+Z: of the caller before, for instance.
                field.setText("")
            for box in (*self.companies.values(), *self.needs.values(), self.by_mail):
                box.setChecked(False)
            self.party.setValue(1)
            self.language.setCurrentIndex(max(0, self.language.findData("de")))
            self.room.setCurrentIndex(0)
        self.wanted_changed.emit()

    def is_empty(self) -> bool:
        """Say whether nothing was typed or ticked yet."""
        return self.person() is None and self.party.value() == 1

    def allow(self, *, place: bool, details: bool) -> None:
        """Let what for and the room be changed, and all else: a move keeps the one, a change the other."""
        self.areas.setEnabled(place)
        self.room.setEnabled(place)
        fields = (self.name, self.contact, self.address, self.party, self.language)
        for field in (*fields, *self.companies.values(), *self.needs.values(), self.by_mail):
            field.setEnabled(details)

    def begin(self) -> None:
        """Put the focus where a call begins."""
        self.areas.setFocus()

    def fill(self, found: FoundBooking) -> None:
        """Show what is known of an appointment."""
        self.clear()
        with QSignalBlocker(self):
            person = found.person or Person(None)
            row = list(self._office.areas).index(found.appointment.area)
            self.areas.setCurrentRow(row)
            self.name.setText(person.name or "")
            self.contact.setText(person.contact or "")
            self.address.setText(", ".join((person.address or "").splitlines()))
            for company, box in self.companies.items():
                box.setChecked(company in person.company)
            for need, box in self.needs.items():
                box.setChecked(need in person.needs)
            self.by_mail.setChecked(person.by_mail)
            self.party.setValue(found.appointment.party)
            self.language.setCurrentIndex(max(0, self.language.findData(found.appointment.language)))
        self.wanted_changed.emit()

    def wanted(self) -> Wanted:
        """Return for what a time is wanted."""
        area = list(self._office.areas)[max(0, self.areas.currentRow())]
        return Wanted(AreaId(area), self.room_wanted(), self.party.value())

    def room_wanted(self) -> RoomId | None:
        """Return the room that the caller has to go to, None for any."""
        chosen = self.room.currentData()
        return None if chosen is None else RoomId(chosen)

    def person(self) -> Person | None:
        """Return what was told of the person, None for nothing."""
        told = Person(
            name=self.name.text().strip() or None,
            contact=self.contact.text().strip() or None,
            address=_lines_of(self.address.text()) or None,
            needs=frozenset(need for need, box in self.needs.items() if box.isChecked()),
            company=frozenset(company for company, box in self.companies.items() if box.isChecked()),
            by_mail=self.by_mail.isChecked(),
        )
        return None if told == Person(None) else told

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Go on with Enter, from wherever it was pressed."""
        if event.key() in ENTER:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _set_up(self) -> None:
        words, office = self._words, self._office
        for number, area in enumerate(office.areas.values(), start=1):
            add_row(self.areas, f"{number}  {words.wording(area.name)}")
        self.areas.setCurrentRow(0)
        self._show_rooms()
        self.party.setRange(1, MOST_PEOPLE)
        self.party.setMinimumHeight(ROW_PX)
        # A style sheet moves the text of no spin box: it stands below those of the other fields so.
        self.party.lineEdit().setTextMargins(6, 0, 0, 0)
        for language in office.languages:
            self.language.addItem(own_name(language), language)
        for field in (self.name, self.contact, self.address):
            field.setMaxLength(_LONGEST)
        self.contact.setPlaceholderText(words.translate("desk", "phone or email"))
        self.address.setPlaceholderText(words.translate("desk", "street, town"))
        for box in (self.by_mail, *self.companies.values(), *self.needs.values()):
            box.setAccessibleName(box.text().replace("&", ""))
            # A box on the form goes on with Enter, too, as each field does.
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        words, desk = self._words, self._office.desk
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._label(words.translate("desk", "&What for?"), self.areas))
        rows.addWidget(self.areas)
        fields = QGridLayout()
        fields.setVerticalSpacing(6)
        asked = (
            (words.translate("desk", "&Name"), self.name, desk.name),
            (words.translate("desk", "&Contact"), self.contact, desk.contact),
            (words.translate("desk", "A&ddress"), self.address, desk.address),
            (words.translate("desk", "R&oom"), self.room, Asked.OPTIONAL),
            (words.translate("desk", "Peopl&e"), self.party, Asked.OPTIONAL),
            (words.translate("desk", "&Language"), self.language, Asked.OPTIONAL),
        )
        for row, (text, field, how) in enumerate(asked):
            label = self._label(text + (" *" if how is Asked.REQUIRED else ""), field)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1)
            label.setVisible(how is not Asked.NEVER)
            field.setVisible(how is not Asked.NEVER)
        fields.setColumnStretch(1, 1)
        rows.addLayout(fields)
        boxes = QHBoxLayout()
        left, right = QVBoxLayout(), QVBoxLayout()
        for box in (*self.companies.values(), self.by_mail):
            left.addWidget(box)
        for box in self.needs.values():
            right.addWidget(box)
        boxes.addLayout(left)
        boxes.addLayout(right)
        self.by_mail.setVisible(desk.contact is not Asked.NEVER)
        rows.addLayout(boxes)
        rows.addStretch(1)
        self._order_focus()

    def _order_focus(self) -> None:
        order = (
            self.areas,
            self.name,
            self.contact,
            self.address,
            self.room,
            self.party,
            self.language,
            *self.companies.values(),
            *self.needs.values(),
            self.by_mail,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _label(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", "").rstrip(" *"))
        return label

    def _connect(self) -> None:
        self.areas.picked.connect(self._on_picked)
        self.areas.currentRowChanged.connect(self._on_area)
        self.room.currentIndexChanged.connect(self.wanted_changed)
        self.party.valueChanged.connect(self.wanted_changed)
        for box in self.companies.values():
            box.toggled.connect(self._on_company)

    def _on_picked(self) -> None:
        self.name.setFocus() if self.name.isVisible() and self.name.isEnabled() else self.done.emit()

    def _on_area(self) -> None:
        self._show_rooms()
        self.wanted_changed.emit()

    def _on_company(self, comes: bool) -> None:  # noqa: FBT001 - a slot is called by position
        self.party.setValue(self.party.value() + (1 if comes else -1))

    def _show_rooms(self) -> None:
        words = self._words
        area = list(self._office.areas.values())[max(0, self.areas.currentRow())]
        with QSignalBlocker(self.room):
            self.room.clear()
            self.room.addItem(words.translate("desk", "any"), None)
            for room in area.rooms:
                self.room.addItem(words.wording(room.name), str(room.id))


def _lines_of(address: str) -> str:
    """Return an address as its lines, typed with commas between them."""
    return "\n".join(part.strip() for part in address.split(",") if part.strip())
