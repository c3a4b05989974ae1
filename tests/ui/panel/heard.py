"""What a panel has told: its signals, in order, for tests."""

from PySide6.QtCore import QObject

from kiosk.core.ids import EventId
from kiosk.core.orders import Order
from kiosk.ui.panel.window import PanelWindow


class Heard(QObject):
    """Everything that a panel told since this began to listen."""

    def __init__(self, panel: PanelWindow) -> None:
        super().__init__(panel)
        self.orders: list[tuple[EventId, Order]] = []
        self.signed_in: list[tuple[object, object]] = []
        self.confirmed: list[tuple[object, object]] = []
        self.told: list[str] = []
        panel.ordered.connect(lambda tap, order: self.orders.append((tap, order)))
        panel.signing_in.connect(lambda who, pin: self.signed_in.append((who, pin)))
        panel.confirming.connect(lambda who, pin: self.confirmed.append((who, pin)))
        panel.second_person_gone.connect(lambda: self.told.append("second person gone"))
        panel.lock_wanted.connect(lambda: self.told.append("lock"))
        panel.touched.connect(lambda: self.told.append("touched"))
        panel.evacuation_wanted.connect(lambda: self.told.append("evacuation"))
        panel.language_wanted.connect(self.told.append)

    @property
    def given(self) -> list[Order]:
        """The orders, without the ids of their taps."""
        return [order for _, order in self.orders]
