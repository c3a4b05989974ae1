"""What a guard orders by tapping."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from kiosk.core.guard_view import Answered
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import Order
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.seen import tap, tiles


def order_of(panel: PanelWindow, *functions: str) -> Order:
    """Tap from the first page on, and return the one order that this gives; it is then answered."""
    given: list[tuple[EventId, Order]] = []
    connection = panel.ordered.connect(lambda name, order: given.append((name, order)))
    tap(panel, *functions)
    panel.ordered.disconnect(connection)
    ((name, order),) = given
    panel.show_answered(Answered(name, order, NotDone.NO_ROOM))
    panel._go_back()
    return order


def hold(panel: PanelWindow, function: str) -> None:
    """Hold a tile until it has acted, for five seconds at most."""
    tile = tiles(panel)[function]
    tile._since_press.invalidate()
    since = QElapsedTimer()
    since.start()
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    while isValid(tile) and tile.isDown() and since.elapsed() < 5000:
        QTest.qWait(10)
