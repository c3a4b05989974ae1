"""Taps on a panel, and what it tells by them."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from kiosk.core.guard_view import Answered, GuardView
from kiosk.core.ids import EventId
from kiosk.core.not_done import NotDone
from kiosk.core.orders import Order
from kiosk.ui.panel.page import Opening, Subject
from kiosk.ui.panel.page import PageName as Name
from kiosk.ui.panel.window import PanelWindow
from tests.patience import PATIENCE_MS
from tests.ui.panel.seen import tap, tiles
from tests.ui.panel.states import LOCKED, opened


class Heard(QObject):
    """Everything that a panel told since this began to listen; `given` are its orders without their taps."""

    def __init__(self, panel: PanelWindow) -> None:
        super().__init__(panel)
        self.orders: list[tuple[EventId, Order]] = []
        self.given: list[Order] = []
        self.signed_in: list[tuple[object, object]] = []
        self.confirmed: list[tuple[object, object]] = []
        self.told: list[str] = []
        panel.ordered.connect(self._on_order)
        panel.signing_in.connect(lambda who, pin: self.signed_in.append((who, pin)))
        panel.confirming.connect(lambda who, pin: self.confirmed.append((who, pin)))
        panel.second_person_gone.connect(lambda: self.told.append("second person gone"))
        panel.lock_wanted.connect(lambda: self.told.append("lock"))
        panel.touched.connect(lambda: self.told.append("touched"))
        panel.evacuation_wanted.connect(lambda: self.told.append("evacuation"))
        panel.language_wanted.connect(self.told.append)

    def _on_order(self, name: str, order: Order) -> None:
        self.orders.append((EventId(name), order))
        self.given.append(order)


@dataclass(frozen=True, slots=True)
class Tapped:
    """A rule: from the first page, or from a page that was opened `about` something, taps give an order."""

    rule: str
    view: GuardView
    taps: tuple[str, ...]
    order: Order
    page: Name = Name.HOME
    about: Subject = None


def broken_rules(panel: PanelWindow, rules: tuple[Tapped, ...]) -> list[str]:
    """Tap as each rule says, and return what came of those that were broken."""
    given = Heard(panel).given
    broken = []
    for each in rules:
        begin(panel, each.view)
        given.clear()
        if each.page is not Name.HOME:
            opened(Opening(each.page, each.about))(panel)
        tap(panel, *each.taps)
        if given != [each.order]:
            broken.append(f"{each.rule}: {given}")
    return broken


def begin(panel: PanelWindow, view: GuardView) -> None:
    """Begin anew on the first page, with nothing under way."""
    panel.show_view(LOCKED)
    panel._go_back()
    panel._course.end()
    panel._face.voice.fall_silent()
    panel.show_view(view)


def order_of(panel: PanelWindow, *functions: str) -> Order:
    """Tap from the first page on, and return the one order that this gives; it is then answered."""
    heard = Heard(panel)
    tap(panel, *functions)
    ((name, order),) = heard.orders
    panel.show_answered(Answered(name, order, NotDone.NO_ROOM))
    panel._go_back()
    return order


def hold(panel: PanelWindow, function: str) -> None:
    """Hold a tile until it has acted."""
    tile = tiles(panel)[function]
    tile._since_press.invalidate()
    since = QElapsedTimer()
    since.start()
    QTest.mousePress(tile, Qt.MouseButton.LeftButton)
    while isValid(tile) and tile.isDown() and since.elapsed() < PATIENCE_MS:
        QTest.qWait(10)
