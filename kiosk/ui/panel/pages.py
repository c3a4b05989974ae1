"""Which class draws which page of the panel, and the pages of one panel."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.core.guard_view import GuardView
from kiosk.ui.panel.admit_page import AdmitPage
from kiosk.ui.panel.booking_page import BookingPage
from kiosk.ui.panel.count_page import CountPage
from kiosk.ui.panel.evacuation_page import EvacuationPage
from kiosk.ui.panel.hold_page import HoldPage
from kiosk.ui.panel.home_page import HomePage
from kiosk.ui.panel.left_page import LeftPage
from kiosk.ui.panel.line_page import LinePage
from kiosk.ui.panel.page import Page, PageName, Post
from kiosk.ui.panel.recount_page import RecountPage
from kiosk.ui.panel.report_page import ReportPage
from kiosk.ui.panel.scan_page import ScanPage
from kiosk.ui.panel.send_back_page import SendBackPage
from kiosk.ui.panel.sign_in_page import SignInPage
from kiosk.ui.panel.undo_page import UndoPage
from kiosk.ui.theme import Scale

PAGES: Final[Mapping[PageName, type[Page]]] = MappingProxyType(
    {
        PageName.HOME: HomePage,
        PageName.SIGN_IN: SignInPage,
        PageName.ADMIT: AdmitPage,
        PageName.BOOKING: BookingPage,
        PageName.LEFT: LeftPage,
        PageName.SCAN: ScanPage,
        PageName.COUNT: CountPage,
        PageName.EVACUATION: EvacuationPage,
        PageName.HOLD: HoldPage,
        PageName.LINE: LinePage,
        PageName.RECOUNT: RecountPage,
        PageName.REPORT: ReportPage,
        PageName.UNDO: UndoPage,
        PageName.SEND_BACK: SendBackPage,
    }
)
"""One line for each page, made with its Post and its parent."""


class Shelf:
    """The pages of one panel, each made when it is wanted first, and then handed to `connect`."""

    def __init__(self, post: Post, window: QWidget, connect: Callable[[Page], None]) -> None:
        self._post, self._window, self._connect = post, window, connect
        self._pages: dict[PageName, Page] = {}
        self._view: GuardView | None = None
        self._place, self._scale = QRect(), Scale(4.0, 4.0)

    @property
    def home(self) -> HomePage:
        """The first page."""
        page = self.page(PageName.HOME)
        assert isinstance(page, HomePage)  # noqa: S101 - tells the type checker what PAGES says
        return page

    @property
    def sign_in(self) -> SignInPage:
        """The page of the PIN."""
        page = self.page(PageName.SIGN_IN)
        assert isinstance(page, SignInPage)  # noqa: S101 - tells the type checker what PAGES says
        return page

    def page(self, name: PageName) -> Page:
        """Return a page."""
        if name not in self._pages:
            page = PAGES[name](self._post, self._window)
            page.hide()
            page.view = self._view
            self._pages[name] = page
            self._put(page)
            self._connect(page)
        return self._pages[name]

    def take_view(self, view: GuardView | None) -> None:
        """Give all pages the newest view; the one that is open has to be refreshed after it."""
        self._view = view
        for page in self._pages.values():
            page.view = view

    def lay_out(self, place: QRect, scale: Scale) -> None:
        """Give all pages their place in the window."""
        self._place, self._scale = place, scale
        for page in self._pages.values():
            self._put(page)

    def clear(self) -> None:
        """Take all pages away for good."""
        for page in self._pages.values():
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _put(self, page: Page) -> None:
        page.setGeometry(self._place)
        page.set_scale(self._scale)
