"""Taps on a panel, and the orders that they give."""

from dataclasses import dataclass

from kiosk.core.guard_view import GuardView
from kiosk.core.orders import Order
from kiosk.ui.panel.page import Opening, Subject
from kiosk.ui.panel.page import PageName as Name
from kiosk.ui.panel.window import PanelWindow
from tests.ui.panel.seen import tap
from tests.ui.panel.states import LOCKED, opened


@dataclass(frozen=True, slots=True)
class Tapped:
    """A rule: from the first page, or from a page that was opened `about` something, taps give an order."""

    rule: str
    view: GuardView
    taps: tuple[str, ...]
    order: Order
    page: Name = Name.HOME
    about: Subject = None


def orders_of(panel: PanelWindow) -> list[Order]:
    """Return the list that the panel's orders from now on come into."""
    given: list[Order] = []
    panel.ordered.connect(lambda _, order: given.append(order))
    return given


def begin(panel: PanelWindow, view: GuardView) -> None:
    """Begin anew on the first page, with nothing under way."""
    panel.show_view(LOCKED)
    panel._go_back()
    panel._course.end()
    panel._said = None
    panel.show_view(view)


def broken_rules(panel: PanelWindow, rules: tuple[Tapped, ...]) -> list[str]:
    """Tap as each rule says, and return what came of those that were broken."""
    given = orders_of(panel)
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
