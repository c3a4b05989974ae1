"""What is offered in the place of a time that cannot be had: a few near to it, each with a figure."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from kiosk.core.desk_orders import Offered
from kiosk.core.office import Office
from kiosk.ui.desk.keys import ENTER
from kiosk.ui.desk.rows import add_row
from kiosk.ui.desk.told import fullness_told, when_told
from kiosk.ui.panel.words import Words


class _Ways(QListWidget):
    """The rows; `picked` carries the one that Enter or its figure picked."""

    picked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        """Pick by figure, or with Enter."""
        figure = event.text()
        if figure.isdecimal() and 1 <= int(figure) <= self.count():
            self.picked.emit(int(figure) - 1)
        elif event.key() in ENTER and self.currentRow() >= 0:
            self.picked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class Choice(QFrame):
    """The card. `taken` carries the time that was chosen instead, `insisted` that the full one is booked."""

    taken = Signal(object)
    insisted = Signal()

    def __init__(self, office: Office, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self._office, self._words = office, words
        self._near: tuple[Offered, ...] = ()
        self.why = QLabel("", self)
        self.why.setWordWrap(True)
        self.ways = _Ways(self)
        self.ways.setAccessibleName(words.translate("desk", "Times instead"))
        rows = QVBoxLayout(self)
        rows.addWidget(self.why)
        rows.addWidget(self.ways)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.ways.picked.connect(self._on_picked)

    def ask(self, why: str, near: tuple[Offered, ...], *, may_insist: bool) -> None:
        """Offer these times, and with `may_insist` the wanted one all the same."""
        self._near = near
        self.why.setText(why)
        self.ways.clear()
        for number, each in enumerate(near, start=1):
            when = when_told(self._words, self._office, each.slot.starts_at)
            add_row(self.ways, f"{number}  {when} · {fullness_told(self._words, each.house)}")
        if may_insist:
            anyway = self._words.translate("desk", "Book the wanted time all the same")
            add_row(self.ways, f"{len(near) + 1}  {anyway}")
        self.ways.setCurrentRow(0)
        self.show()
        self.ways.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self.why, QAccessible.Event.Alert))

    def _on_picked(self, row: int) -> None:
        if row < len(self._near):
            self.taken.emit(self._near[row])
        else:
            self.insisted.emit()
